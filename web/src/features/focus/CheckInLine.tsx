import { Trans, useLingui } from "@lingui/react/macro";
import { Chip, Chips, LinkButton } from "../../shared/ui";
import { useCheckIn, useSmaller, type CheckIn, type Session } from "./api";

/** Half way, one quiet line: how is it going? Who is stuck gets a smaller step. Unanswered, it stays a line. */
export function CheckInLine({ session }: { session: Session }) {
  const { t } = useLingui();
  const checkIn = useCheckIn();
  const smaller = useSmaller();
  const answers: readonly (readonly [CheckIn, string])[] = [
    ["going", t`It goes`],
    ["distracted", t`My mind is elsewhere`],
    ["stuck", t`I am stuck`],
  ];
  if (!session.check_in) {
    if (!session.half_asked_at) return null;
    return (
      <div className="focus-check" role="status">
        <p>
          <Trans>Half way. How is it going?</Trans>
        </p>
        <Chips label={t`How it goes`}>
          {answers.map(([answer, words]) => (
            <Chip key={answer} kind="ask" onClick={() => checkIn.mutate({ id: session.id, answer })}>
              {words}
            </Chip>
          ))}
        </Chips>
      </div>
    );
  }
  return (
    <div className="focus-check" role="status">
      {session.check_in === "going" && <p className="quiet"><Trans>Good. On you go.</Trans></p>}
      {session.check_in === "distracted" && <p className="quiet"><Trans>That happens. Park what it is below, and come back.</Trans></p>}
      {session.check_in === "stuck" && (
        <p className="quiet">
          {session.task_id ? <Trans>Then a smaller step.</Trans> : <Trans>What would be the smallest piece of it? Two minutes count.</Trans>}{" "}
          {session.task_id && !smaller.isSuccess && (
            <LinkButton onClick={() => smaller.mutate(session.task_id ?? "")}>
              <Trans>Make it smaller</Trans>
            </LinkButton>
          )}
          {smaller.isError && <Trans>It is as small as it gets. Two minutes of it count.</Trans>}
        </p>
      )}
    </div>
  );
}
