"""English."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.questions import Asking

_AM = r"(?:am|was) i"
_DO = r"(?:do|did) i (?:currently |now |still |usually |normally )?"
_IS = r"(?:is|was|'s|are|were)"

ASKING = Asking(
    lead=r"(?:and|so|ok|okay|hey|hi|cairn|please|well|but|wait|sorry|again|remind me|tell me|(?:can|could) you (?:please )?(?:tell|remind) me|do you (?:still )?(?:know|remember)|what do you know about)",
    tail=r"(?:before i moved(?: (?:here|there|away|out|to [\w' -]+))?|before|previously|earlier|before that|until then|now|again|today|currently|right now|these days|at the moment|nowadays|please|exactly|actually|then|at present|any ?more|do you know|as far as you know|cairn|back then|at the time)",
    past=r"before|previously|earlier|before that|until then|did|was|were|used to",
    mine=(
        (
            "lives_in",
            rf"where (?:{_DO}live|{_AM} (?:currently |now )?(?:living|based)|is my home|is home|did i use to live|i (?:currently |now |still )?live(?:d)?|i(?:'m| am) living)",
        ),
        (
            "lives_in",
            rf"(?:what|which) (?:city|town|country|place|village) (?:{_DO}live in|{_AM} (?:currently |now )?(?:living|based) in|i (?:now )?live in)",
        ),
        (
            "lives_in",
            rf"what(?:'s| is| was) my (?:home town|hometown|current city|city|home|current home|current address)|(?:in )?(?:what|which) (?:city|town|country) {_DO}live",
        ),
        ("lives_in", rf"{_DO}live in [\w' -]+|{_AM} (?:still )?living in [\w' -]+"),
        (
            "employer works_in",
            rf"where {_DO}work|where {_AM} (?:currently |now )?working|who(?:m)? {_DO}work for|(?:what|which) company {_DO}work (?:for|at)|who(?:'s| is| was) my employer|what(?:'s| is| was) my (?:company|employer|workplace)|where i work(?:ed)?",
        ),
        (
            "job employer field",
            rf"what {_DO}do (?:for (?:a living|work)|professionally)|what(?:'s| is| was) my (?:job|profession|occupation|work|job title)|what {_DO}work as",
        ),
        ("studies studies_at", rf"what {_DO}study|what {_AM} studying|where {_DO}study|where {_AM} studying"),
        (
            "allergy",
            r"what (?:all )?(?:am|was) i allergic to|what(?:'re| are| were| is) my allerg(?:y|ies)|(?:do i have|have i got) (?:any )?allergies|am i allergic to (?:anything|something|[\w' -]+)|which allergies do i have|what i(?:'m| am) allergic to|what allergies do i have",
        ),
        (
            "medication",
            rf"(?:what|which) (?:medication|medications|medicine|medicines|meds|pills|drugs?) (?:{_DO}take|{_AM} (?:taking|on))|what(?:'s| is| are| were) my (?:medication|medications|meds|medicine)",
        ),
        (
            "diagnosis",
            r"what(?:'s| is| are) my diagnos[ie]s|what am i diagnosed with|what diagnos[ie]s do i have|what was i diagnosed with",
        ),
        (
            "birthday",
            r"when(?:'s| is) my birthday|what(?:'s| is) my (?:birthday|date of birth|birth date|birthdate)|when was i born|which day is my birthday",
        ),
        ("diet", r"what(?:'s| is| was) my diet|what diet (?:do i follow|am i on)|am i (?:a )?(?:vegan|vegetarian)"),
        ("pronouns", r"what(?:'s| are) my pronouns|what pronouns do i use"),
        ("nickname", r"what(?:'s| is) my nickname|what do i like to be called"),
        ("speaks", rf"(?:what|which) languages? {_DO}speak"),
        (
            "from born_in",
            r"where(?:'m| am) i from|where do i come from|where was i born|which country am i from|where did i grow up",
        ),
        ("wakes_at", rf"(?:when|what time) {_DO}(?:wake up|get up)"),
        ("sleeps_at", rf"(?:when|what time) {_DO}(?:go to (?:bed|sleep)|sleep)"),
        ("hobby likes", r"what(?:'s| is| are) my (?:hobby|hobbies|interests)|what do i like(?: to do| doing)?"),
        ("dislikes", r"what do i (?:dislike|hate|not like)|what don'?t i like"),
        (
            "energy_best",
            r"when (?:am i most (?:focused|awake|productive)|do i have (?:the )?most energy|is my energy (?:best|highest))",
        ),
        ("focus_aid", r"what helps me (?:to )?(?:focus|concentrate)"),
        ("trigger", r"what (?:throws me off|distracts me|triggers me)|what(?:'s| are) my triggers"),
    ),
    theirs=(
        ("lives_in", r"where (?:does|did) {who} (?:currently |now |still )?live|where(?:'s| is) {who} living"),
        ("employer works_in", r"where (?:does|did) {who} (?:currently |now )?work|who does {who} work for"),
        ("job", r"what does {who} do(?: for (?:a living|work))?|what(?:'s| is) {who}'s (?:job|profession)"),
        ("birthday", r"when(?:'s| is) {who}'s birthday|when was {who} born"),
        ("allergy", r"what(?:'s| is) {who} allergic to"),
    ),
    named=(
        rf"(?:what|who)(?: {_IS}|'s|'re) {{role}}(?:'s? name)?(?: called| named)?",
        rf"what(?: {_IS}|'s) (?:the )?names? of {{role}}",
        r"{role}'s name",
    ),
    favourite=(rf"what(?: {_IS}|'s) my favou?rite {{qual}}",),
)
WRITTEN: dict[str, str] = {}
