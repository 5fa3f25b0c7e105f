import { useEffect, useRef } from "react";

/** A form that stands where its words stood: the first field has the focus, and Escape leaves everything as it was. */
export function useInPlace(onClose: () => void) {
  const form = useRef<HTMLFormElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const here = form.current;
    const escape = (event: KeyboardEvent) => event.key === "Escape" && close.current();
    here?.querySelector<HTMLElement>("input, textarea")?.focus();
    here?.addEventListener("keydown", escape);
    return () => here?.removeEventListener("keydown", escape);
  }, []);
  return form;
}

/** Gives the focus back to what opened such a form, once it is there again. */
export function useFocusAgain(back: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (back) button.current?.focus();
  }, [back]);
  return button;
}

/** What follows a change that went well, even where the place that asked for it is gone by then. A failure is the mutation's to tell. */
export async function afterwards<Answer>(change: Promise<Answer>, next: (answer: Answer) => void): Promise<void> {
  let answer: Answer;
  try {
    answer = await change;
  } catch {
    return;
  }
  next(answer);
}
