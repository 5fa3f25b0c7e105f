import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ReceiptCard } from "../../shared/ReceiptCard";
import { Quote } from "../../shared/ui";
import { useNow } from "../../shared/useNow";
import { full, relative } from "../../shared/when";
import type { Message } from "./api";

export function SaidByYou({ message }: { message: Message }) {
  return (
    <p className="you">
      <span className="vh">
        <Trans>You:</Trans>{" "}
      </span>
      {message.text}
    </p>
  );
}

/** An answer: its words, what it changed, and the quotes it rests on. */
export function SaidByCairn({ message }: { message: Message }) {
  return (
    <div className="cairn">
      <p className="said-text">{message.text}</p>
      {message.receipts?.map((receipt) => <ReceiptCard key={receipt.id} receipt={receipt} />)}
      {message.quotes?.map((quote) => <Cited key={quote.memory_id} quote={quote} />)}
    </div>
  );
}

function Cited({ quote }: { quote: NonNullable<Message["quotes"]>[number] }) {
  const now = useNow();
  const { text, speaker, occurred_at: at } = quote;
  return (
    <Quote
      source={
        <>
          <Who speaker={speaker} />, <time dateTime={at}>{full(at, { year: true })}</time> <span className="nb">({relative(at, now)})</span>
        </>
      }
      acts={
        <Link className="link link-quiet" to="/memory" search={{ q: text.slice(0, 80) }}>
          <Trans>Not right?</Trans>
        </Link>
      }
    >
      “{text}”
    </Quote>
  );
}

function Who({ speaker }: { speaker: string }) {
  if (speaker === "me") return <Trans>You told me</Trans>;
  return speaker === "cairn" ? <Trans>I told you</Trans> : speaker;
}
