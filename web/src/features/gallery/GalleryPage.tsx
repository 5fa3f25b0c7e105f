import "../../styles/gallery.css";
import "../../styles/memory.css";
import { Page } from "../../shared/ui";
import { Cards } from "./Cards";
import { Controls } from "./Controls";
import { Days } from "./Days";
import { Foundations } from "./Foundations";
import { States } from "./States";

/** Every piece, in every state, for eyes, screenshots and axe. It speaks English only: its words are examples. */
export function GalleryPage() {
  return (
    <Page title="Gallery" className="gal">
      <div className="head">
        <h1>Gallery</h1>
        <p className="lead quiet">Every piece, in every state. If it isn't here, it doesn't exist yet.</p>
      </div>
      <Foundations />
      <Controls />
      <Days />
      <Cards />
      <States />
    </Page>
  );
}
