import { Fold, LeaveBy, Ledger, NowLine, SpanCaption, Stones, TimeLine, type Stretch } from "../../shared/ui";
import { Cell } from "./Cell";

const day: readonly Stretch[] = [
  { id: "1", kind: "fits", minutes: 25, what: <a href="#boiler">Send the boiler photos to Marta</a>, meta: "About 25 min, fits here" },
  { id: "2", kind: "free", minutes: 15, what: "" },
  { id: "3", kind: "thing", minutes: 30, time: "12:20", what: <a href="#priya">Call with Priya</a>, meta: "30 min, phone" },
  { id: "4", kind: "free", minutes: 80, what: "1 h 20 free" },
  { id: "5", kind: "ready", minutes: 15, time: "14:10", what: "Get ready, 15 min" },
  { id: "6", kind: "ready", minutes: 35, time: "14:25", what: <LeaveBy>Leave by 14:25</LeaveBy>, meta: "Bus 24, 25 min" },
  { id: "7", kind: "thing", minutes: 40, time: "15:00", what: <strong>Dentist, Dr Okafor</strong>, meta: "40 min, Rua do Sol 12" },
];

const mini: readonly Stretch[] = day.slice(2).map((stretch) => ({ ...stretch, meta: undefined }));

export function Days() {
  return (
    <>
      <h2>Time as length</h2>
      <div className="grid g2">
        <Cell tag="It fits">
          <div className="wide">
            <Stones takes={25} have={40} label="About 25 of 40 minutes" />
            <SpanCaption left={<b>About 25 min</b>} right="You have 40" />
          </div>
        </Cell>
        <Cell tag="It doesn't fit, so a smaller step">
          <div className="wide">
            <Stones takes={10} have={10} label="About 10 minutes, exactly what you have" />
            <SpanCaption left={<b>About 10 min</b>} right="You have 10" />
          </div>
        </Cell>
        <Cell tag="Until you leave">
          <div className="wide">
            <Stones takes={165} each={15} kind="leave" label="2 hours 45 minutes until you leave at 14:25" />
            <SpanCaption left="11:40" right={<b>14:25</b>} />
          </div>
        </Cell>
      </div>
      <h2>The line of the day</h2>
      <div className="grid g2">
        <div>
          <Fold summary="Earlier today, 08:00 to 11:40">
            <TimeLine label="Earlier today" stretches={[{ id: "0", kind: "gone", minutes: 30, time: "08:00", what: "Breakfast and tablets" }]} />
          </Fold>
          <NowLine time="11:40">now, 40 min free</NowLine>
          <TimeLine label="Today" stretches={day} />
        </div>
        <div>
          <TimeLine mini label="Today, small" stretches={mini} />
        </div>
      </div>
      <h2>Ledger</h2>
      <Ledger
        label="Where this went"
        entries={[
          { id: "1", time: "15:00", what: "Sent to your phone", outcome: "Delivered 15:00" },
          { id: "2", time: "15:10", what: "Sent to your mail", outcome: "Opened 15:11" },
          { id: "3", time: "15:30", what: "A text message, if this is still open", next: true },
        ]}
      />
    </>
  );
}
