type Props = { size?: number };

/** The three stones. Decorative: the word beside it carries the name. */
export function Mark({ size = 28 }: Props) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <Cairn />
    </svg>
  );
}

export function Cairn() {
  return (
    <>
      <path className="b" d="M3.6 38.6c0-4.4 5-7 11-7.2 6-.3 13-.3 18.6.1 6.6.5 11.2 3 11.2 7.1 0 4.8-6.6 6.6-20.2 6.6S3.6 43.2 3.6 38.6z" />
      <path className="s" d="M5.4 24.6c-.2-4.4 4.6-7.4 12.4-8.3 5.2-.6 10-.7 13.4-.2 4.4.7 7 2.9 6.8 6.1-.3 4.5-5.2 6.5-15.2 7.3-11 .8-17.2-.5-17.4-4.9z" />
      <path className="t" d="M17.2 8.3c.8-4.3 5-6.7 10.6-6.2 5.8.5 9.8 3.6 9.3 7.4-.5 3.9-4.4 4.9-10.4 4.5-6.2-.4-10.2-2-9.5-5.7z" />
    </>
  );
}
