const key = "cairn.seen";

/** Away for this long, a list is a wall: one thing instead. */
const long = 3 * 24 * 3_600_000;

let back: boolean | undefined;

/** Whether the person comes back after days, judged once for each time the page is opened. */
export function comesBack(): boolean {
  if (back === undefined) {
    const seen = Number(localStorage.getItem(key) ?? 0);
    back = seen > 0 && Date.now() - seen > long;
  }
  return back;
}

/** The person has chosen: they are here. */
export function arrived() {
  back = false;
}

/** Notes that somebody looks at the page now. */
export function wasHere(now: Date) {
  comesBack();
  localStorage.setItem(key, String(now.getTime()));
}
