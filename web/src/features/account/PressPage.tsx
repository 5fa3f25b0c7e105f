import { Button, Page, Scene } from "../../shared/ui";
import type { ReactNode } from "react";

type Props = {
  title: string;
  heading: ReactNode;
  quiet: ReactNode;
  /** What went wrong when it was pressed. */
  fault?: string;
  press: ReactNode;
  busy: boolean;
  onPress: () => void;
  aside: ReactNode;
};

/** Where a letter's link leads. It is spent by a press, not by opening: mail programs open links to look at them. */
export function PressPage({ title, heading, quiet, fault, press, busy, onPress, aside }: Props) {
  return (
    <Page title={title} className="door">
      <Scene />
      <div className="head">
        <h1>{heading}</h1>
        <p className="quiet">{quiet}</p>
      </div>
      {fault && (
        <p className="err-line" role="alert">
          {fault}
        </p>
      )}
      <Button kind="go" big busy={busy} onClick={onPress}>
        {press}
      </Button>
      <p className="aside">{aside}</p>
    </Page>
  );
}
