import { Cairn } from "./Mark";

/** The cairn at first light. Decorative. */
export function Scene() {
  return (
    <svg className="scene mark" viewBox="0 0 440 168" aria-hidden="true" focusable="false">
      <circle className="sun" cx="312" cy="112" r="48" />
      <path className="g" d="M-20 132c60-2 96-34 150-34 46 0 62 26 104 30 60 6 92-40 146-40 38 0 60 16 80 22v60H-20z" />
      <path className="h" d="M0 131c50-6 84-33 130-33 46 0 62 26 104 30 60 6 92-40 146-40 24 0 44 7 60 13" />
      <path className="h" d="M0 148c66-4 108-26 160-22 54 4 84 22 140 18 50-3 88-22 140-20" />
      <path className="h" d="M0 162c80-4 130-16 190-14 90 3 160 14 250 2" />
      <g transform="translate(160 40) scale(1.9)">
        <Cairn />
      </g>
    </svg>
  );
}
