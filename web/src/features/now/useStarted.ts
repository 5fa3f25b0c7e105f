import { useState } from "react";

const key = "cairn.started";

function kept(id: string): string | undefined {
  const [task, at] = (localStorage.getItem(key) ?? "").split(" ");
  return task === id ? at : undefined;
}

/** When the person started on a task, on this device: they may look away and come back to it. */
export function useStarted(id: string) {
  const [started, setStarted] = useState(() => kept(id));
  const start = () => {
    const at = new Date().toISOString();
    localStorage.setItem(key, `${id} ${at}`);
    setStarted(at);
  };
  return { started, start };
}
