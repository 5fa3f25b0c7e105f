/** Whether somebody is at this page: what it asks without them keeps no session from going idle. */

/** So long after their last sign of life what the page asks is still their doing: ms. */
const lingering = 30_000;

const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "focus"];

let last = Date.now();

const here = () => {
  last = Date.now();
};

for (const sign of signs) globalThis.addEventListener?.(sign, here, { capture: true, passive: true });

/** Whether a request of this moment is somebody's doing. Opening the page is. */
export const attended = () => Date.now() - last < lingering;
