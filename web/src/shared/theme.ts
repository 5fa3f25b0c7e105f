export type Theme = "system" | "light" | "dark";

const key = "cairn.theme";

/** Kept on the device: it belongs to this screen, and is there before the first paint. */
export function theme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** What the person chose on another device, unless this one has a choice of its own. */
export function followTheme(chosen: unknown) {
  if (theme() === "system" && (chosen === "light" || chosen === "dark")) document.documentElement.dataset["theme"] = chosen;
}

export function showTheme(next: Theme = theme()) {
  if (next === "system") {
    localStorage.removeItem(key);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(key, next);
    document.documentElement.dataset["theme"] = next;
  }
}
