"""A turn on its way, step by step: what was changed so far, and what is to be said."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel

from cairn.assistant import proposals, recall, replies, repository, undoing
from cairn.assistant.cited import cited
from cairn.assistant.guard import passed
from cairn.assistant.permissions import CAPTURE
from cairn.assistant.provider import LanguageModel
from cairn.assistant.replies import Reader
from cairn.assistant.schemas import Answer, Ledger, Proposal, Quote, Text, Told, Turn, Watcher
from cairn.assistant.steps import Step, kept, passed_by
from cairn.assistant.telling import fill, joined, plain
from cairn.memory import service as memory
from cairn.memory.permissions import READ
from cairn.platform.actor import Actor
from cairn.platform.errors import CairnError, ErrorKind, NotAllowed
from cairn.platform.tools import Call, Receipt
from cairn.today.schemas import Ahead

ASKS_AFTER = frozenset({"remember", "keep_thought", "correct_memory", "correct_fact", "end_fact"})
LOOKS_BACK = frozenset({"recall", "why", "about_me"})
"""Steps that tell what memory keeps, and need its permission."""

_LOOKS = {
    "today": "list_today",
    "list": "list_tasks",
    "ahead": "list_days",
    "coming": "find_coming",
    "leave": "when_to_leave",
    "next": "next_task",
}
"""The tools that tell what is there."""
_MAKES = {"reminder_id": "add_reminder", "task_id": "add_task"}


class Answering:
    """A turn on its way: what was changed so far, and what is to be said."""

    def __init__(self, actor: Actor, turn: Turn, ledger: Ledger, watcher: Watcher) -> None:
        self.actor = actor
        self.turn = turn
        self.ledger = ledger
        self.watcher = watcher
        self.reader = Reader(actor.locale, turn.zone, actor.runtime.clock.now())
        self.lines: list[Text] = []
        self.receipts: dict[UUID, Receipt] = {}
        self.quotes: list[Quote] = []
        self.told = Told()
        self.trouble = ""

    @property
    def stopped(self) -> bool:
        """Whether the person ended the turn: nothing more is done in it."""
        return self.trouble == "stopped"

    def answer(self) -> Answer:
        return Answer(joined(self.lines, "\n"), list(self.receipts.values()), self.quotes, self.trouble)

    async def take(self, step: Step) -> None:
        """Do one step, or say that whoever asks may not: a key may have been made to talk, and for little else."""
        try:
            if step.do in LOOKS_BACK:
                self.actor.must(READ)
            await self._take(step)
        except NotAllowed as error:
            self.lines.append(fill(self.reader.phrases.refused, why=error.detail))

    async def _take(self, step: Step) -> None:
        match step.do:
            case "call":
                await self._call(step)
            case "say":
                self._say(step.say, step)
            case "undo":
                await self._undo(step)
            case "confirm" | "refuse":
                await self._decide(step)
            case "recall":
                await self._recall(step)
            case "why":
                found = await recall.because(self.actor, step)
                self._tells(found)
                self.told = self.told.model_copy(update={"unsure": step.told.unsure})
                if step.say and found.quotes:
                    self._say(step.say, Step(do="say"))
                else:
                    self.lines.append(replies.of_reasons(found.facts, found.quotes, self.reader))
            case "about_me":
                await self._about_me()
            case "free":
                await self._free(step)
            case "today" | "list" | "ahead" | "coming" | "leave" | "next":
                await self._look(step)

    async def _recall(self, step: Step) -> None:
        found = await recall.recall(self.actor, step, self.turn)
        self._tells(found)
        if found.facts:
            self.lines.append(replies.of_facts(found.facts, found.quotes, self.reader))
        elif found.known_once and not found.quotes:
            self._say("not_now", step)
        else:
            self.lines.append(replies.of_quotes(found.quotes, step.topic, self.reader))

    async def _about_me(self) -> None:
        async with self.actor.work() as work:
            fields = (await memory.profile(work)).fields
        shown = [field for field in fields if field.origin == "facts" and field.values][: replies.MOST_SENTENCES]
        ids = [value.fact_id for field in shown for value in field.values if value.fact_id is not None]
        async with self.actor.work() as work:
            facts = await memory.rests_on(work, ids)
        behind = [one.memory_id for fact in facts for one in fact.quotes if one.memory_id is not None]
        self.told = Told(facts=ids, memories=list(dict.fromkeys(behind)), broad=True)
        self.lines.append(replies.of_portrait(shown, self.reader))

    def _tells(self, found: recall.Recalled) -> None:
        """Note what the answer rests on, so that the person can say something about it."""
        self.quotes = list(found.quotes)
        quoted = [quote.memory_id for quote in found.quotes]
        behind = [one.memory_id for fact in found.facts for one in fact.quotes if one.memory_id is not None]
        self.told = Told(
            facts=[fact.id for fact in found.facts],
            memories=list(dict.fromkeys([*quoted, *behind])),
            shown=len(set(quoted)),
        )

    async def close(self, steps: Sequence[Step]) -> None:
        """Ask about one contradiction, where the answer leaves room for it, and write down what was told."""
        recorded = await self.ledger.recorded("told")
        earlier = Told.model_validate(recorded[0]).contradiction if recorded else None
        asks = any(step.do in ("recall", "about_me") or step.tool in ASKS_AFTER for step in steps)
        if asks and not self.told.asks and self.actor.may(READ):
            await self._ask_which(earlier)
        if self.told != Told():
            await self.ledger.record("told", 0, self.told.model_dump(mode="json"))
        if self.told.contradiction is not None:
            async with self.actor.work() as work:
                await memory.contradiction_asked(work, self.told.contradiction)

    async def _ask_which(self, earlier: UUID | None) -> None:
        async with self.actor.work() as work:
            question = await (memory.contradiction(work, earlier) if earlier else memory.question_to_ask(work))
            if question is None:
                return
            both = await memory.rests_on(work, [question.fact.id, question.other.id])
        said = [fact.quotes[0].said_at for fact in both]
        behind = [one.memory_id for fact in both for one in fact.quotes if one.memory_id is not None]
        self.told = self.told.model_copy(update={"contradiction": question.id, "beside": list(dict.fromkeys(behind))})
        self.lines.append(replies.of_contradiction(question, (said[0], said[1]), self.reader))

    def _say(self, key: str, step: Step) -> None:
        if step.told != Told():
            self.told = step.told
        moment = step.when or step.until
        sentence: str = getattr(self.reader.phrases, key)
        self.lines.append(
            fill(
                sentence,
                title=replies.shortened(step.title),
                words=replies.shortened(step.words),
                when=self.reader.moment(moment) if moment is not None else "",
            )
        )

    async def _call(self, step: Step) -> None:
        made = self._of_booked(step)
        if step.of_booked == "reminder_id" and not made:
            return  # what it was to ring ahead of was refused: that is told, and the words are kept
        step = step.model_copy(update={"arguments": step.arguments | made})
        try:
            receipt = await self._run(step)
        except CairnError as error:
            await self._refused(step, error)
            return
        if not step.quiet:
            self.lines.append(replies.of_receipt(receipt, self.reader, step.heard))
        if step.also:
            self._say(step.also, step)

    async def _run(self, step: Step) -> Receipt:
        done = await self.actor.runtime.toolbox.run(self.actor, Call(self.turn.id, step.tool, step.arguments))
        assert isinstance(done, Receipt), f"{step.tool} changes something"
        await self._committed(done)
        return done

    def _of_booked(self, step: Step) -> dict[str, str]:
        """The argument that is known since something was made."""
        made = [one for one in self.receipts.values() if one.tool == _MAKES.get(step.of_booked)]
        return {step.of_booked: str(made[-1].read().subject_id)} if made else {}

    async def _committed(self, receipt: Receipt) -> None:
        if receipt.id not in self.receipts:
            self.receipts[receipt.id] = receipt
            await self.watcher.receipt(receipt)

    async def _refused(self, step: Step, error: CairnError) -> None:
        """A tool said no. The words are caught all the same, and the person is told why."""
        if error.kind is ErrorKind.UNAVAILABLE:
            raise error
        if passed_by(step, self.reader.now):
            self._say("passed_meanwhile", step)
        else:
            self.lines.append(fill(self.reader.phrases.refused, why=error.detail))
        if step.tool in ("add_reminder", "add_event", "add_task") and self.actor.may(CAPTURE):
            await self._run(kept(self.turn.text, self.turn))

    async def take_back(self) -> None:
        """What the turn did in whose place this one comes, the last thing first; run again, it is told the same."""
        if self.turn.instead_of is None:
            return
        async with self.actor.work() as work:
            done = await repository.of_turns(work, [self.turn.instead_of])
        here = [
            one.id
            for one in reversed(done)
            if one.read().undo is not None and (one.undone_at is None or one.undone_at >= self.turn.said_at)
        ]
        if here:
            await self._undo(Step(do="undo", receipts=here))

    async def _undo(self, step: Step) -> None:
        if not step.receipts:
            self._say("undone_nothing", step)
        for receipt_id in step.receipts:
            title = ""
            try:
                async with self.actor.work() as work:
                    found = await repository.receipt(work, receipt_id)
                    title = found.read().title
                    taken_back = await undoing.undo(work, receipt_id)
            except CairnError as error:
                self.lines.append(fill(self.reader.phrases.undo_refused, title=title, why=error.detail))
                continue
            self.lines.append(replies.of_undone(taken_back, self.reader))

    async def _decide(self, step: Step) -> None:
        for proposal_id in step.proposals:
            try:
                if step.do == "refuse":
                    await self.ledger.refuse(proposal_id)
                else:
                    receipt = await self.ledger.confirm(proposal_id)
                    await self._committed(receipt)
                    self.lines.append(replies.of_receipt(receipt, self.reader))
            except NotAllowed:
                raise
            except CairnError as error:
                self.lines.append(fill(self.reader.phrases.refused, why=error.detail))
        if step.do == "refuse":
            self._say("left_alone", step)

    async def _propose(self, proposed: Sequence[Proposal]) -> None:
        """Ask about what a model wants to change, each with its real arguments."""
        async with self.actor.work() as work:
            told = [await proposals.in_words(work, one, self.turn.zone) for one in proposed]
        self.lines += [fill(self.reader.phrases.proposed, what=one.in_one_line()) for one in told]
        for why in dict.fromkeys(one.why for one in proposed):
            self._say(f"proposed_{why}", Step(do="say"))

    async def end_stopped(self) -> None:
        """Tell a turn that was stopped and cut off before it could say so: what it did, and what it had said."""
        responses = await self.ledger.recorded("response")
        said = [
            str(part["content"])
            for one in responses
            if one.get("agent", "cairn") == "cairn"
            for part in one["parts"]
            if part["part_kind"] == "text"
        ]
        if words := passed("\n".join(said)).text:
            self.lines.append(plain(words))
        async with self.actor.work() as work:
            done = await repository.of_turns(work, [self.turn.id])
        for receipt in done:
            await self._committed(receipt)
            self.lines.append(replies.of_receipt(receipt, self.reader))
        self.trouble = "stopped"
        self._say("stopped", Step(do="say"))
        if done:
            self._say("done_stands", Step(do="say"))
        if proposed := await self.ledger.recorded("proposal"):
            await self._propose([Proposal.model_validate(one) for one in proposed])

    async def _look(self, step: Step) -> None:
        tool = _LOOKS[step.do]
        call = Call(self.turn.id, tool, step.arguments)
        found: Receipt | BaseModel = await self.actor.runtime.toolbox.run(self.actor, call)
        assert not isinstance(found, Receipt), f"{tool} changes nothing"
        if step.do == "coming" and isinstance(found, Ahead):
            self.lines.append(replies.of_coming(found, self.reader))
        else:
            self.lines.append(replies.of_look(found, self.reader))

    async def _free(self, step: Step) -> None:
        """What the grammar doesn't understand: a model's, if there is one; else it is caught and told so."""
        asks = step.say == "ask"
        source = self.actor.runtime.provider(LanguageModel)
        if source.configured:
            if await self._talked(source, step):
                return
        elif asks and self.actor.may(READ):
            found = await recall.recall(self.actor, step, self.turn)
            if found.quotes:
                self._tells(found)
                self.lines.append(replies.of_quotes(found.quotes, "", self.reader))
                return
            self._say("no_model", step)
        if self.turn.unattended:  # an automation's words would be caught anew at each of its times
            return
        caught = await self._run(kept(step.words, self.turn, question=asks))
        if not asks or source.configured:
            self.lines.append(replies.of_receipt(caught, self.reader))

    async def _talked(self, source: LanguageModel, step: Step) -> bool:
        """Whether a model said or did anything, and didn't break off in the middle; if not, why is told."""
        chain = await source.get()
        from cairn.assistant.agent import talk  # loaded by now, and only where there is a model

        told = await talk(chain, self.actor, self.turn, step.words, self.ledger, self.watcher)
        for receipt in told.receipts:
            self.receipts.setdefault(receipt.id, receipt)  # who watches heard of it as soon as it was committed
        if told.text:
            self.lines.append(plain(told.text))
        self.lines += [replies.of_receipt(receipt, self.reader) for receipt in told.receipts]
        self.trouble = told.trouble
        if told.trouble:
            self._say(told.trouble, Step(do="say", when=told.again_at))
            if told.receipts or (self.stopped and self.receipts):
                self._say("done_stands", step)
        elif told.held_back and not told.receipts:
            self._say("nothing_changed", step)
        elif not told.text and not told.receipts and not told.proposals:
            self._say("model_silent", step)
        if told.proposals:
            await self._propose(told.proposals)
        if self.stopped:
            return True
        if told.broke_off or not (told.text or told.receipts or told.proposals):
            return False
        self.told = cited(told.found, told.text)
        return True
