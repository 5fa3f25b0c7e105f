import { useLingui } from "@lingui/react/macro";
import { Button } from "../shared/ui/Button";
import { Dialog, DialogClose } from "../shared/ui/Dialog";

export default function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const keys: readonly (readonly [key: string, does: string])[] = [
    ["c", t`Write something down`],
    ["n", t`Go to Now`],
    ["p", t`Park a thought, while a time for one thing runs`],
    ["/", t`Find or go somewhere`],
    ["Ctrl K", t`The same, from anywhere`],
    ["?", t`Show this`],
    ["Esc", t`Close what is open`],
  ];
  return (
    <Dialog open onOpenChange={onClose} title={t`Keys`} sheet>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <DialogClose asChild>
        <Button>{t`Close`}</Button>
      </DialogClose>
    </Dialog>
  );
}
