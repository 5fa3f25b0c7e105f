import { useSyncExternalStore } from "react";

export type Note = {
  id: string;
  text: string;
  /** What can be done about it, beside closing. */
  act?: { label: string; run: () => void };
};

let notes: readonly Note[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Note[]) {
  notes = next;
  for (const listener of listeners) listener();
}

/** Says something at the lower edge. It stays until it is closed or acted on; the same id replaces what it said before. */
export function toast(note: Omit<Note, "id"> & { id?: string }): string {
  const id = note.id ?? note.text;
  set([...notes.filter((other) => other.id !== id), { ...note, id }]);
  return id;
}

export function closeToast(id: string) {
  set(notes.filter((note) => note.id !== id));
}

export function useToasts(): readonly Note[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
}
