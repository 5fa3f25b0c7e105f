import { useLingui } from "@lingui/react/macro";
import { closeToast, useToasts } from "./toasts";

type Props = { children: string; act?: { label: string; run: () => void }; onClose?: () => void };

export function Toast({ children, act, onClose }: Props) {
  const { t } = useLingui();
  return (
    <div className="toast">
      <p>{children}</p>
      {act && (
        <button type="button" className="btn" onClick={act.run}>
          {act.label}
        </button>
      )}
      {onClose && (
        <button type="button" className="btn" onClick={onClose}>{t`Close`}</button>
      )}
    </div>
  );
}

/** The one live region for toasts: present from the start, so that what enters it is read out. */
export function Toasts() {
  const { t } = useLingui();
  const notes = useToasts();
  return (
    <section className="toasts" role="status" aria-live="polite" aria-label={t`Messages`}>
      {notes.map((note) => (
        <Toast
          key={note.id}
          act={note.act && { label: note.act.label, run: () => { closeToast(note.id); note.act?.run(); } }}
          onClose={() => closeToast(note.id)}
        >
          {note.text}
        </Toast>
      ))}
    </section>
  );
}
