import "../../styles/memory.css";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Offline } from "../../shared/Offline";
import { Quoted } from "../../shared/Quoted";
import { Bone, Button, Chip, Page, Skeleton, Trouble } from "../../shared/ui";
import { offerWords } from "../../shared/words";
import { profileQuery, type Field } from "./api";
import { FieldRow } from "./FieldRow";

/** What is known about the person, as sentences that say where they come from and can be changed where they stand. */
export function ProfilePage() {
  const { t } = useLingui();
  return (
    <Page title={t`What I know about you`}>
      <div className="head">
        <h1>
          <Trans>What I know about you</Trans>
        </h1>
        <p className="quiet">
          <Trans>It fills by itself from what you tell me. What you write here comes first.</Trans>
        </p>
        <p>
          <Link className="link link-quiet" to="/memory" search={{}}>
            <Trans>All of your memory</Trans>
          </Link>
        </p>
      </div>
      <Offline />
      <Fields />
    </Page>
  );
}

function Fields() {
  const { t } = useLingui();
  const { data: fields, isPending, isError, refetch } = useQuery(profileQuery);
  if (isPending) {
    return (
      <Skeleton label={t`Loading what I know about you`} className="">
        <Bone />
        <Bone shape="short" />
        <Bone />
      </Skeleton>
    );
  }
  if (isError) {
    return (
      <Trouble level={2} title={t`This didn't open`} acts={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
        <Trans>Everything you told me is safe.</Trans>
      </Trouble>
    );
  }
  const known = fields.filter((field) => field.values.length > 0);
  return (
    <>
      <ul className="said" aria-label={t`What I know about you`}>
        {known.map((field) => (
          <FieldRow key={field.id} field={field} />
        ))}
      </ul>
      <Unknown fields={fields.filter((field) => field.values.length === 0 && field.origin === "facts")} />
    </>
  );
}

/** What isn't known is no gap to fill: one line, folded away, with one example. */
function Unknown({ fields }: { fields: readonly Field[] }) {
  const { t } = useLingui();
  const count = fields.length;
  if (count === 0) return null;
  const example = t`Mornings before 10 are slow for me`;
  return (
    <details className="fold mt-6">
      <summary>{t`${plural(count, { one: "# thing I don't know yet", other: "# things I don't know yet" })}`}</summary>
      <p className="quiet">
        <Trans>None of it is needed. Tell me in your own words, for example:</Trans>
      </p>
      <div className="chips mt-2 mb-4">
        <Chip kind="example" onClick={() => offerWords(example)}>
          <Quoted words={example} />
        </Chip>
      </div>
      <ul className="said" aria-label={t`What I don't know yet`}>
        {fields.map((field) => (
          <FieldRow key={field.id} field={field} />
        ))}
      </ul>
    </details>
  );
}
