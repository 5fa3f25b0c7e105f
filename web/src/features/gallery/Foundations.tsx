import { Mark, Scene } from "../../shared/ui";

const colours = ["paper", "surface", "line", "edge", "quiet", "text", "moss", "moss-soft", "dawn", "dawn-soft", "stone", "focus"];
const sizes = ["36 One thing", "28 Today, tomorrow", "22 Where this went", "18 First: open your photos", "16 Chosen because it fits before your call"];

export function Foundations() {
  return (
    <>
      <h2>Colour</h2>
      <div className="swatches">
        {colours.map((colour) => (
          <div key={colour} className="swatch">
            <i className={`sw-${colour}`} />
            {colour.replace("-", " ")}
          </div>
        ))}
      </div>
      <h2>Type</h2>
      <div className="scale">
        {sizes.map((size) => (
          <span key={size} className={`ty-${size.slice(0, 2)}`}>
            {size}
          </span>
        ))}
        <span className="small quiet num">14 Thu 26 Nov, 15:00 (in 3 h 20)</span>
      </div>
      <h2>Mark and scene</h2>
      <div className="grid g2">
        <Mark size={64} />
        <Scene />
      </div>
    </>
  );
}
