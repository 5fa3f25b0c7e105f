import { Area, Button, Chip, Chips, Choice, Field, Input, LeaveBy, LinkButton, PasswordField, SavedBar } from "../../shared/ui";
import { Cell } from "./Cell";

const kinds = [
  ["go", "Primary, one on a screen", "Start"],
  ["line", "Outlined", "Later"],
  ["soft", "Quiet", "Smaller"],
] as const;

export function Controls() {
  return (
    <>
      <h2>Buttons</h2>
      <div className="grid">
        {kinds.map(([kind, tag, word]) => (
          <Cell key={kind} tag={tag}>
            <div className="row">
              <Button kind={kind}>{word}</Button>
              <Button kind={kind} className="is-hover">Hover</Button>
              <Button kind={kind} className="is-active">Pressed</Button>
              <Button kind={kind} className="is-focus">Focus</Button>
              <Button kind={kind} busy>Saving</Button>
              <Button kind={kind} disabled>Not yet</Button>
            </div>
          </Cell>
        ))}
        <Cell tag="Link">
          <div className="row row-wide">
            <LinkButton>Undo</LinkButton>
            <LinkButton quiet>Too much?</LinkButton>
            <LinkButton className="is-focus">Focus</LinkButton>
          </div>
        </Cell>
      </div>
      <h2>Inputs</h2>
      <div className="grid g2">
        <Field label="Rest" placeholder="Say it once" />
        <Field label="Focus" className="is-focus" defaultValue="ring the vet" />
        <Field label="With a hint" defaultValue="14:10" hint="When you want to start getting ready." />
        <Field label="Needs a word" defaultValue="dentist thursd" error="Nothing saved: I couldn't find a time in that. When?" />
        <Field label="Disabled" defaultValue="From your calendar" disabled />
        <Area label="Longer" rows={1} defaultValue="Insurance card, bus pass" />
        <PasswordField label="Password" defaultValue="pebbles-and-moss" autoComplete="off" />
        <Choice label="One of a few" defaultValue="en">
          <option value="en">English</option>
          <option value="pt">Português</option>
        </Choice>
      </div>
      <h2>Chips</h2>
      <div className="grid g2">
        <Cell tag="Understood">
          <Chips label="Understood">
            <Chip about="What:">Ring the vet</Chip>
            <Chip className="is-hover">Fri 27 Nov, 09:30</Chip>
            <Chip className="is-focus">Once</Chip>
          </Chips>
        </Cell>
        <Cell tag="Asking, and an example to tap">
          <Chips label="Asking">
            <Chip kind="ask">Morning or afternoon?</Chip>
            <Chip kind="example">“water the plants”</Chip>
          </Chips>
        </Cell>
        <Cell tag="Leave by">
          <LeaveBy>Leave by 14:25</LeaveBy>
        </Cell>
      </div>
      <h2>Capture line</h2>
      <div className="grid">
        <Cell tag="Rest">
          <CaptureBox label="Capture, at rest" />
        </Cell>
        <Cell tag="Typing: what was understood, each can be tapped to change">
          <div className="wide">
            <Chips label="Understood. Tap to change.">
              <Chip>Water the plants</Chip>
              <Chip>Sun 29 Nov, 10:00</Chip>
              <Chip>Every Sunday</Chip>
            </Chips>
            <CaptureBox label="Capture, typing" className="is-focus" value="water the plants every sunday 10" />
          </div>
        </Cell>
        <Cell tag="Saved: the receipt stands in its place until the next word">
          <div className="wide">
            <SavedBar act={<Button kind="soft">Undo</Button>}>
              Saved: water the plants, <span className="nb">Sun 29 Nov, 10:00</span>, then every Sunday.
            </SavedBar>
          </div>
        </Cell>
        <Cell tag="No network">
          <div className="wide">
            <SavedBar act={<Button kind="soft">Undo</Button>}>Saved here, will send. Water the plants.</SavedBar>
          </div>
        </Cell>
      </div>
    </>
  );
}

function CaptureBox({ label, value, className }: { label: string; value?: string; className?: string }) {
  return (
    <div className="wide capture demo">
      <div className="box">
        <Input aria-label={label} className={className} placeholder="Say it once" defaultValue={value} />
        <Button kind="soft">Save</Button>
      </div>
    </div>
  );
}
