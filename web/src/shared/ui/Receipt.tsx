import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** In full and relative: "Thu 26 Nov, 15:00 (in 3 h 20)". */
  when?: ReactNode;
  where?: ReactNode;
  /** A `LinkButton` that undoes it, as long as it can be. */
  undo?: ReactNode;
  level?: 2 | 3;
};

/** What was done, as it stands in the books. */
export function Receipt({ title, when, where, undo, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="card receipt">
      <Heading>{title}</Heading>
      {undo ?? <span />}
      {when && <div className="when">{when}</div>}
      {where && <p className="where">{where}</p>}
    </div>
  );
}
