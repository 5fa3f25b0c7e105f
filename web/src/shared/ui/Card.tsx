import { useId, type ComponentProps, type ReactNode } from "react";

export function Card({ className = "", ...rest }: ComponentProps<"section">) {
  return <section {...rest} className={`card ${className}`} />;
}

type OneProps = {
  title: ReactNode;
  step?: ReactNode;
  why?: ReactNode;
  /** Time as length: a `Fit`. */
  fit?: ReactNode;
  /** The one primary action. */
  go: ReactNode;
  /** Up to three quiet ones. */
  others?: ReactNode;
  /** 1 where the card is the page, 2 or 3 elsewhere. */
  level?: 1 | 2 | 3;
};

/** One thing to do, the heart of Now. */
export function OneCard({ title, step, why, fit, go, others, level = 1 }: OneProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <article className="one" aria-labelledby={id}>
      <Heading id={id} className="one-title">
        {title}
      </Heading>
      {step && <p className="step">{step}</p>}
      {why && <p className="why">{why}</p>}
      {fit && <div className="fit">{fit}</div>}
      <div className="acts">
        {go}
        {others && <div className="others">{others}</div>}
      </div>
    </article>
  );
}

type FactsProps = { facts: readonly (readonly [name: string, value: ReactNode])[] };

/** The real arguments of what is about to happen. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
