import { Button, Card, Facts, LeaveBy, LinkButton, OneCard, Quote, Receipt, SpanCaption, Stones } from "../../shared/ui";

export function Cards() {
  return (
    <>
      <h2>One card</h2>
      <OneCard
        level={3}
        title="Send the boiler photos to Marta"
        step={<><span className="k">First:</span> open your photos and pick the three from Monday.</>}
        why="Chosen because Marta is in until 12:30, and it fits before your call."
        fit={
          <>
            <Stones takes={25} have={40} label="About 25 of the 40 minutes you have" />
            <SpanCaption left={<b>About 25 min</b>} right="You have 40, until 12:20" />
          </>
        }
        go={<Button kind="go" big>Start</Button>}
        others={
          <>
            <Button kind="soft">Later</Button>
            <Button kind="soft">Smaller</Button>
            <Button kind="soft">Not that</Button>
          </>
        }
      />
      <h2>Cards</h2>
      <div className="grid">
        <Receipt
          title="Dentist, Dr Okafor"
          when={
            <>
              <p>Thu 26 Nov, 15:00 to 15:40 <span className="nb">(in 3 h 20)</span></p>
              <p><LeaveBy>Leave by 14:25</LeaveBy> <span className="quiet">bus 24, 25 min</span></p>
            </>
          }
          where="In your calendar “Home”. I'll remind you at 14:10 and 14:25, on your phone."
          undo={<LinkButton>Undo<span className="vh"> booking the dentist</span></LinkButton>}
        />
        <Card aria-label="Confirm sending">
          <h3>Send this to Priya?</h3>
          <Facts facts={[["To", "Priya Nair"], ["Text", "I'll be about 10 minutes late."]]} />
          <div className="row">
            <Button kind="go">Send it</Button>
            <Button>Don't send</Button>
          </div>
        </Card>
        <Card className="grave" aria-label="Confirm deleting">
          <h3>Delete the notebook “Flat” for good?</h3>
          <p className="mt-1 mb-4">12 notes go with it, from here and from every device. This can't be undone.</p>
          <div className="row">
            <Button kind="grave">Delete for good</Button>
            <Button>Keep it</Button>
          </div>
        </Card>
        <Quote source="You told me, Mon 23 Nov 2026, 19:05">“The label is inside the left door.”</Quote>
        <Quote pinned source="You told me, Mon 23 Nov 2026, 19:05" valid="True from 23 Nov 2026" acts={<LinkButton quiet>Unpin</LinkButton>}>
          “The boiler is a Vulcano.”
        </Quote>
        <Quote past source="You told me" valid="True from 3 Mar 2024 to 24 Nov 2026, then Marta took over">“Ring Paulo when the heating stops.”</Quote>
      </div>
    </>
  );
}
