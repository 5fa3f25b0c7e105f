import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { statusQuery } from "./api";

/** One quiet line while what was said lately isn't read yet. */
export function Reading() {
  const { t } = useLingui();
  const { data } = useQuery(statusQuery);
  const pending = data?.pending ?? 0;
  if (pending === 0) return null;
  return (
    <p className="small quiet">
      {t`${plural(pending, { one: "# is still being read; words find it already.", other: "# are still being read; words find them already." })}`}
    </p>
  );
}
