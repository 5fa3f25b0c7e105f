import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { factQuery, questionQuery, useChange, type Fact } from "../../api/facts";
import { ask, api } from "../../api/client";
import { afterwards } from "../../shared/inPlace";
import { Quoted } from "../../shared/Quoted";
import { about } from "../../shared/relations";
import { Button, toast } from "../../shared/ui";
import { full } from "../../shared/when";

type Answer = { question: string; keep: string | null };

/** Two things of which one at most is right: asked once, one at a time, and never loudly. */
export function Question() {
  const { t } = useLingui();
  const { data: question } = useQuery(questionQuery);
  const settle = useChange(({ question: contradiction_id, keep }: Answer) =>
    ask(api.POST("/api/v1/contradictions/{contradiction_id}/settle", { params: { path: { contradiction_id } }, body: { keep } })),
  );
  const reopen = useChange((contradiction_id: string) =>
    ask(api.POST("/api/v1/contradictions/{contradiction_id}/reopen", { params: { path: { contradiction_id } } })),
  );
  if (!question) return null;
  const { id, fact, other } = question;
  const answer = (keep: Fact | null) => {
    const value = keep?.value;
    const told = value ? t`I go by “${value}” now.` : t`Both stay.`;
    const undo = () => reopen.mutate(id);
    void afterwards(settle.mutateAsync({ question: id, keep: keep?.id ?? null }), () => toast({ id: "settled", text: told, act: { label: t`Undo`, run: undo } }));
  };
  return (
    <section className="card question" aria-labelledby="which">
      <h2 id="which" className="text-18">
        <Trans>Which is right?</Trans>
      </h2>
      <p className="quiet">
        {about(fact)}
      </p>
      <div className="either">
        <Choice fact={fact} onChoose={() => answer(fact)} />
        <Choice fact={other} onChoose={() => answer(other)} />
      </div>
      <Button kind="soft" onClick={() => answer(null)}>
        <Trans>Both</Trans>
      </Button>
      {settle.isError && (
        <p className="err-line" role="alert">
          <Trans>That didn't work just now. I keep both until you say.</Trans>
        </p>
      )}
    </section>
  );
}

function Choice({ fact, onChoose }: { fact: Fact; onChoose: () => void }) {
  const { data } = useQuery(factQuery(fact.id));
  const said = data?.tellings.findLast((telling) => telling.quote);
  return (
    <Button onClick={onChoose}>
      <b>{fact.value}</b>
      {said && (
        <span className="small quiet num">
          <Quoted words={said.quote} />, {full(said.said_at, { year: true })}
        </span>
      )}
      {!said && fact.source === "hand" && (
        <span className="small quiet">
          <Trans>You wrote this by hand.</Trans>
        </span>
      )}
    </Button>
  );
}
