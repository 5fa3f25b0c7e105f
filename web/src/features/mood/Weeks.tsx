import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useMoodWords, type Energy } from "../../shared/HowAreYou";
import { pictureQuery, type Picture } from "./api";

const levels: readonly Energy[] = ["low", "medium", "high"];

/** The last weeks, quietly: parts of the day and their energy. Nothing is claimed that the data doesn't say. */
export function Weeks() {
  const { data } = useQuery(pictureQuery);
  const { energies } = useMoodWords();
  const parts = usePartWords();
  if (!data?.parts.some((part) => part.enough)) return null;
  return (
    <section className="sect" aria-labelledby="weeks">
      <h2 id="weeks">
        <Trans>The last four weeks</Trans>
      </h2>
      {data.sentence && <p className="lead">{data.sentence}</p>}
      <div className="parts">
        {data.parts.map((part) => (
          <Part key={part.part} part={part} name={parts[part.part]} />
        ))}
      </div>
      <p className="part-key small quiet">
        {levels.map((level) => (
          <span key={level}>
            <i className={`part-${level}`} aria-hidden="true" />
            {energies[level]}
          </span>
        ))}
      </p>
    </section>
  );
}

function Part({ part, name }: { part: Picture["parts"][number]; name: string }) {
  const { t, i18n } = useLingui();
  const { energies } = useMoodWords();
  const bar = useRef<HTMLDivElement>(null);
  // Lengths are set from here: the page's policy allows no style in the markup.
  useEffect(() => {
    for (const [index, level] of levels.entries()) {
      const piece = bar.current?.children[index];
      if (piece instanceof HTMLElement) piece.style.setProperty("--share", String(part[level]));
    }
  }, [part]);
  const most = levels.reduce((best, level) => (part[level] > part[best] ? level : best));
  const energy = energies[most].toLowerCase();
  const share = i18n.number(part[most], { style: "percent", maximumFractionDigits: 0 });
  return (
    <>
      <span>{name}</span>
      {part.enough ? (
        <div ref={bar} className="part-bar" role="img" aria-label={t`${name}: mostly ${energy}, ${share} of the days`}>
          {levels.map((level) => (
            <i key={level} className={`part-${level}`} />
          ))}
        </div>
      ) : (
        <span className="small quiet">
          <Trans>Too little said to tell</Trans>
        </span>
      )}
    </>
  );
}

function usePartWords(): Record<Picture["parts"][number]["part"], string> {
  const { t } = useLingui();
  return { morning: t`Morning`, afternoon: t`Afternoon`, evening: t`Evening`, night: t`Night` };
}
