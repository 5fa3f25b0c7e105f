import { Trans } from "@lingui/react/macro";
import { useId } from "react";
import { Card } from "../../shared/ui";
import { clock } from "../../shared/when";
import type { Bringing } from "./day";

/** What to take along to the next event that asks for something. */
export function TakeWithYou({ bringing, coming }: { bringing?: Bringing; coming?: string }) {
  const id = useId();
  if (!bringing) return null;
  const { title, at } = bringing;
  const on = at && clock(at);
  return (
    <Card aria-labelledby={id} className="take">
      <h3 id={id} className="text-16">
        <Trans>Take with you</Trans>
      </h3>
      <p className="small quiet lines">{bringing.bring}</p>
      {title !== coming && <p className="small quiet">{on ? <Trans>For {title} at {on}.</Trans> : <Trans>For {title}.</Trans>}</p>}
    </Card>
  );
}
