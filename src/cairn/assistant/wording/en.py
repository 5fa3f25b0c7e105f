"""English."""

from cairn.assistant.wording import Phrases

PHRASES = Phrases(
    booked="Booked: {title}. {when}.",
    booked_often="Booked: {title}. {rule}, first {when}.",
    read_back="I took “{heard}” as {clock}. Right?",
    task_added="On your list: {title}.",
    task_done="Done: {title}.",
    reminder_done="Done: {title}.",
    comes_again="It comes again {when}.",
    snoozed="{title} comes again {when}.",
    moved="Moved: {title}. {when}.",
    kept="Kept in memory: {title}",
    caught="Caught: {title}",
    other="Changed: {title}.",
    when_remind="When should I remind you?",
    when_instead="When should it be?",
    when_instead_past="{when} has passed. When should it be?",
    passed="Nothing is booked for “{title}”: {when} has passed. When should it be? I kept your words.",
    passed_meanwhile="“{title}” was for {when}, and that has passed. I kept your words. When should it be?",
    no_later_past="{when} has passed. Until when should it wait?",
    nothing_ringing="Nothing is ringing just now, so there is nothing to put off.",
    nothing_open="Nothing is open just now. All clear.",
    not_found="I found nothing open that is called “{words}”. I kept your words.",
    undone="Taken back: {title}.",
    undone_nothing="There is nothing to take back.",
    undo_refused="“{title}” can't be taken back: {why}",
    found="About {topic} you said this on {when}:",
    found_plain="You said this on {when}:",
    found_more="About {topic} you said these, the closest first:",
    not_there="I don't have that. Nothing you told me seems to be about it.",
    today_empty="Nothing is planned for today.",
    today_opens="Today, {day}:",
    all_day="any time",
    already_done="done",
    next_one="Next: {title}. {reason}",
    next_none="Nothing waits. Enjoy the quiet.",
    help=(
        "Say it the way you think it. “Call the dentist tomorrow at 3pm” books a reminder, "
        "“buy milk” goes on your list, "
        "“remember that …” stays in memory, and “what did I say about …?” finds it again. "
        "There is also: today, next, done, later, undo."
    ),
    hello="Hello. What is on your mind?",
    thanks="You're welcome.",
    agreed="Good.",
    no_model="I can't answer that without a language model. I kept your question.",
    model_away="The language model isn't answering just now.",
    model_slow="The language model took too long, so I stopped waiting.",
    model_silent="I have no good answer to that.",
    nothing_changed="I haven't booked or changed anything.",
    refused="That didn't work: {why}",
    failed="Something went wrong on our side. Your words are safe in this conversation.",
)
