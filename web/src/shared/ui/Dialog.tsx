import { Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One line under the title. */
  about?: ReactNode;
  children: ReactNode;
  /** A sheet comes up from the lower edge on a phone and looks like a dialog on a desk. */
  sheet?: boolean;
  /** Keeps the title for those who listen when the content shows it already. */
  titleHidden?: boolean;
};

/**
 * Radix keeps focus, Escape and the rest of the page; the veil is ours, because Radix's own writes a style element,
 * which the content security policy forbids. The page behind stands still by a rule in `dialog.css`.
 */
export function Dialog({ open, onOpenChange, title, about, children, sheet, titleHidden }: Props) {
  const before = useRef<Element | null>(null);
  const giveFocusBack = (event: Event) => {
    // Radix gives it back to its own trigger only, and our dialogs are opened by all sorts of things.
    event.preventDefault();
    // Where nothing had it, the body did.
    const kept = before.current?.isConnected && before.current !== document.body;
    const target = kept ? before.current : document.getElementById("main");
    if (target instanceof HTMLElement) target.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="veil" data-modal="" aria-hidden="true" />
        <Radix.Content
          className={`dialog ${sheet ? "sheet" : ""}`}
          onOpenAutoFocus={() => (before.current = document.activeElement)}
          onCloseAutoFocus={giveFocusBack}
          {...(about ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className={titleHidden ? "vh" : undefined}>{title}</Radix.Title>
          {about && <Radix.Description className="quiet">{about}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogClose = Radix.Close;
