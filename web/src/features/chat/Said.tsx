import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Quoted } from "../../shared/Quoted";
import { ReceiptCard } from "../../shared/ReceiptCard";
import { Quote } from "../../shared/ui";
import { told } from "../../shared/told";
import { useNow } from "../../shared/useNow";
import { full, relative } from "../../shared/when";
import type { Message } from "./api";
import { Proposal } from "./Proposal";
import { spoken } from "./spoken";

/** Whether nothing of it is left to show: its words were forgotten, and it did nothing that has a name. */
export function isForgotten({ text, receipts }: Message): boolean {
  return !text && !receipts?.some((receipt) => receipt.title);
}

export function SaidByYou({ message }: { message: Message }) {
  if (!message.text) return <Forgotten />;
  return (
    <p className="you">
      <span className="vh">
        <Trans>You:</Trans>{" "}
      </span>
      {message.text}
      {message.said_anew && (
        <span className="small quiet">
          {" "}
          <Trans>(said anew below)</Trans>
        </span>
      )}
    </p>
  );
}

/** The words are gone for good, and everything that was made of them; that something was said isn't. */
function Forgotten() {
  return (
    <p className="small quiet">
      <Trans>Forgotten.</Trans>
    </p>
  );
}

/** An answer: its words, what it changed, and the quotes it rests on. */
export function SaidByCairn({ message }: { message: Message }) {
  const { text, quotes } = message;
  if (isForgotten(message)) return <Forgotten />;
  // What was done stays in the books, without its words.
  const receipts = message.receipts?.filter((receipt) => receipt.title) ?? [];
  return (
    <div className="cairn">
      {text ? <Words message={message} /> : <Forgotten />}
      {receipts.map((receipt) => <ReceiptCard key={receipt.id} receipt={receipt} />)}
      {message.proposals?.map((proposal) => <Proposal key={proposal.id} proposal={proposal} />)}
      {quotes?.map((quote) => <Cited key={quote.memory_id} quote={quote} />)}
    </div>
  );
}

/** The words of an answer: read out whole, shown without what the cards under them show. */
function Words({ message }: { message: Message }) {
  const text = told(message, useNow());
  const { leads, rest } = spoken(text, message.receipts ?? [], message.proposals);
  const shown = [...leads.map((lead) => `${lead}.`), rest].filter(Boolean).join(" ");
  if (shown === text) return <p className="said-text">{text}</p>;
  return (
    <>
      <p className="vh">{text}</p>
      {shown && (
        <p className="said-text" aria-hidden="true">
          {shown}
        </p>
      )}
    </>
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
        <Link className="link link-quiet" to="/memory/$memoryId" params={{ memoryId: quote.memory_id }}>
          <Trans>Why I think so</Trans>
          <span className="vh">
            {" "}
            <Quoted words={text} />
          </span>
        </Link>
      }
    >
      <Quoted words={text} />
    </Quote>
  );
}

function Who({ speaker }: { speaker: string }) {
  if (speaker === "me") return <Trans>You told me</Trans>;
  return speaker === "cairn" ? <Trans>I told you</Trans> : speaker;
}
