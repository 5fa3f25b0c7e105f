/** Whether somebody is at this page: what it asks without them keeps no session from going idle. */

/** So long after their last sign of life what the page asks is still their doing: ms. */
const lingering = 30_000;

const presses = ["pointerdown", "keydown"];
const signs = [...presses, "pointermove", "wheel", "touchmove", "focus"];

let last = Date.now();
let pressed = 0;

const here = ({ type }: Event) => {
  last = Date.now();
  if (presses.includes(type)) pressed = last;
};

for (const sign of signs) globalThis.addEventListener?.(sign, here, { capture: true, passive: true });

/** Whether a request of this moment is somebody's doing. Opening the page is. */
export const attended = () => Date.now() - last < lingering;

/** Whether somebody pressed a key, the screen or the mouse after a moment. */
export const pressedSince = (moment: number) => pressed > moment;
