"""English: clauses that are no verb and what follows it."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Phrase
from cairn.memory.facts.statement import Stance

PHRASES = (
    Phrase(
        "employer",
        r"i (?:was|got|have been|have just been|just got) (?:made redundant|laid off|fired|sacked|let go|dismissed)(?= ?(?:$|,|and|but|in|on|last|this|yesterday|today|again|because|after|when|(?:a|one|two|three|\d+) (?:day|week|month|year)s? ago)).*",
        "",
        stance=Stance.ENDED,
    ),
    Phrase(
        "employer",
        r"i (?:was|got|have been|have just been|just got) (?:made redundant|laid off|fired|sacked|let go|dismissed) (?:from|by) (?!my ){org}",
        stance=Stance.ENDED,
    ),
    Phrase(
        "partner",
        r"i am (?:now |currently |still |happily )?single(?= ?(?:$|,|and|but|again|now|these|at|since))",
        "",
        stance=Stance.ENDED,
    ),
    Phrase(
        "medication",
        r"(?:i|we) (?:have )?(?:just )?(?:switched|changed|moved|went) from (?P<drugs>(?:{medicines})) to .+",
        stance=Stance.ENDED,
        goes_on=True,
    ),
    Phrase(
        "medication",
        r"(?:i|we) (?:have )?(?:just )?(?:switched|changed|moved|went) from (?:{medicines}) to (?P<drugs>(?:{medicines})\b.*)",
    ),
    Phrase("energy_best", r"i do my best (?:work|thinking|writing) {best}"),
    Phrase(
        "lives_in",
        r"(?:my|our) (?:flat|house|apartment|home|place|studio) is in (?:the (?:centre|center|middle|north|south|east|west|old town|suburbs|outskirts) of )?{proper}",
    ),
    Phrase("eats", r"i (?:can not|never|must not) (?:eat|have) (?P<things>(?:{foods})\b.*)", stance=Stance.NEVER),
    Phrase("employer", r"i (?:got|have|found|started) (?:a |my )?(?:new )?job (?:at|with) {org}"),
    Phrase("from", r"i come from (?:the )?{proper}"),
    # Names and what to be called.
    Phrase("name", r"my (?:full |real |first )?name(?: is|'s) {name}"),
    Phrase("nickname", r"(?:please |you can |just |you may )*call me {name}"),
    Phrase("nickname", r"(?:people|everyone|everybody|friends|my friends|they) (?:just )?calls? me {name}"),
    Phrase("pronouns", r"my pronouns are (?P<text>\w+(?:/| and )\w+(?:/\w+)?)"),
    Phrase(
        "pronouns", r"(?:please )?use (?P<text>(?:he|she|they)/(?:him|her|them)(?:/\w+)?)(?: pronouns)?(?: for me)?"
    ),
    # Who somebody is not, or no more.
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?:'s name)? (?:is|are) no longer(?: called)? {name}",
        stance=Stance.ENDED,
    ),
    Phrase(
        "role", r"{name} is no longer {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|and|but|since))", stance=Stance.ENDED
    ),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?:'s name)? (?:is|was|are) (?:not|never)(?: called| named)? {name}",
        stance=Stance.NEVER,
    ),
    Phrase(
        "role",
        r"{name} (?:is|was) (?:not|never) {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|and|but|any ?more))",
        stance=Stance.NEVER,
    ),
    Phrase("name", r"my (?:full |real |first )?name is not {name}", stance=Stance.NEVER),
    # Who somebody is.
    Phrase("role", r"{my} (?:(?:{near_role}) )*{role}(?:'s name)?(?: is|'s| are)(?: called| named)? {name}"),
    Phrase("role", r"the name of {my} (?:(?:{near_role}) )*{role} is {name}"),
    Phrase(
        "role",
        r"(?!i |we |it |this |that |he |she |here ){name} is {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|and|but|now|from))",
    ),
    Phrase("role", r"(?:this is|meet) {my} (?:(?:{near_role}) )*{role},? {name}"),
    Phrase(
        "partner",
        r"(?:i|we) (?:am|are) (?:no longer|not) (?:together|married|in a relationship)(?: any ?more)?",
        "",
        stance=Stance.ENDED,
    ),
    Phrase(
        "pet",
        r"{my} (?P<qual>dog|cat|rabbit|hamster|parrot|bird|horse)(?: (?P<name>[a-z]+))? (?:died|passed away|has died|is dead|ran away)",
        stance=Stance.ENDED,
    ),
    # Dates.
    Phrase("birthday", r"my birthday(?: is|'s) (?:on |in )?(?:the )?{date}"),
    Phrase("birthday", r"{person}'s birthday(?: is|'s) (?:on |in )?(?:the )?{date}"),
    Phrase("birthday", r"{person} was born on (?:the )?{date}"),
    Phrase("anniversary", r"(?:my|our) (?:wedding )?anniversary(?: is|'s) (?:on |in )?(?:the )?{date}"),
    # Tastes.
    Phrase("favourite", r"{my} (?:all-time |absolute )?favou?rite {qual} (?:is|are) {thing}"),
    Phrase("favourite", r"{person}'s favou?rite {qual} (?:is|are) {thing}"),
    Phrase("favourite", r"(?=[a-z]){thing} (?:is|are) {my} (?:all-time |absolute )?favou?rite (?P<qual>\w+)"),
    Phrase("hobby", r"my (?:main |biggest )?(?:hobby|hobbies|passion)(?: is|'s| are) {things}"),
    Phrase("allergy", r"my allergies are {things}"),
    Phrase("speaks", r"my (?:native|first|mother) (?:language|tongue) is (?P<lang>{langs})"),
    # Work.
    Phrase("job", r"my job is (?:being )?(?:a |an ){job}"),
    Phrase("job", r"my job title is {job}"),
    Phrase("employer", r"my employer is {org}"),
    Phrase("employer", r"i no longer have a job", "", stance=Stance.ENDED),
    Phrase(
        "team_size",
        r"(?:my|our) team (?:has|is|consists of) (?P<amount>\d+)(?: (?:people|persons|members|engineers|developers))?",
    ),
    Phrase("team_size", r"there are (?P<amount>\d+) (?:people|of us) (?:in|on) (?:my|our) team"),
    # Health and numbers.
    Phrase("weight", r"my (?:current )?weight is (?P<amount>\d[\d.,]* ?(?:kg|kilos?|pounds|lbs?|stone)?)"),
    Phrase("height", r"my height is {amount}"),
    Phrase("age", r"my age is (?P<amount>\d+)"),
    Phrase("sleeps_at", r"my bedtime is (?:at |around )?(?P<clock>(?:{time}))"),
    Phrase("wakes_at", r"my alarm (?:is set for|goes off at|is at|rings at) (?P<clock>(?:{time}))"),
    # A mind with ADHD.
    Phrase(
        "focus_aid",
        r"(?=[a-z]){text} (?:really |always |usually |often )*(?:helps?|gets?) me (?:to )?(?:focus|concentrate|stay focused|get started|calm down|work|study|get things done|stay on task|into the zone)",
    ),
    Phrase("focus_aid", r"(?=[a-z]){text} (?:really |always |usually |often )*helps? me(?: a lot| so much)?$"),
    Phrase(
        "focus_aid",
        r"i need (?P<text>(?!to |help|you|it|more|a break|some|time).+?) (?:to|in order to) (?:focus|concentrate|get started)",
    ),
    Phrase(
        "trigger",
        r"(?=[a-z]){text} (?:really |always |easily |often |completely |totally )*(?:throws? me off|distracts? me|overwhelms? me|stress(?:es)? me out|triggers? me|makes? me (?:anxious|panic|lose focus)|breaks? my (?:focus|concentration)|drains? me|sets? me off|drives? me (?:crazy|mad|nuts)|wears? me out)",
    ),
    Phrase(
        "trigger",
        r"i (?:get|am) (?:very |really |easily |so )*(?:overwhelmed|distracted|overstimulated|thrown off|anxious|stressed) (?:easily )?(?:by|in|with) {things}",
    ),
    Phrase("trigger", r"i can not (?:focus|concentrate|work|think) (?P<text>(?:with|when there is|in|around) .+)"),
    Phrase(
        "energy_best",
        r"my (?:energy|focus|concentration) (?:is|peaks|is (?:always |usually )?(?:highest|best|at its best))(?: (?:highest|best|at its best))? {best}",
    ),
    Phrase(
        "energy_best",
        r"(?:the )?(?P<part>mornings?|afternoons?|evenings?|nights?) (?:are|is) (?:my best|when i (?:am|work|focus|think) (?:at my )?(?:best|most productive)|my most productive)",
    ),
    Phrase(
        "energy_low",
        r"my (?:energy|focus|concentration) (?:drops|crashes|dips|is (?:low|lowest|at its worst)|disappears) {best}",
    ),
    # How to speak to them.
    Phrase(
        "tone",
        r"(?:please |from now on |in future |always )*(?P<text>(?:do not|don't|never|no) (?:ever )?(?:use|send me|write|give me|be|call me|say|add|start|end|talk|speak|answer|lecture|patroni[sz]e|praise)\b.{2,80})",
    ),
    Phrase(
        "tone",
        r"(?:please |from now on |always )*(?P<text>(?:keep (?:it|your answers|your replies|your messages|messages|answers|things|replies) (?:short|brief|simple|concise|light|friendly|to the point|under).*|be (?:brief|concise|direct|honest|gentle|kind|blunt|patient|short|more \w+|less \w+)(?: with me| and .*| please)?|use (?:bullet points|short sentences|simple words|plain language|emojis?|fewer .*|less .*|more .*|lists)(?: .*)?|(?:talk|speak|write|answer) to me (?:like|in|as) .*|no (?:emojis?|exclamation marks|jargon|long \w+|small talk|bullet points)(?: please)?|answer (?:in|me in) .*|give me (?:one|short|brief) .* at a time.*))",
    ),
    Phrase(
        "tone",
        r"i (?:prefer|like|want|need|would like) (?P<text>(?:short|brief|direct|long|detailed|concise|simple|gentle|honest|blunt) (?:answers|replies|messages|explanations|sentences|reminders|instructions|feedback|communication))",
    ),
    # Things and where they are.
    Phrase(
        "kept_in",
        r"(?:the|my|our) (?P<owner>(?:{kept})) (?:is|are|lives?|'s) (?:always |kept |stored |hidden |now |usually )*(?:away )?{keptwhere}",
    ),
    Phrase(
        "kept_in",
        r"(?:the|my) (?P<owner>car|bike|motorbike|van|scooter) is (?:parked|locked)(?: up)? (?P<where>(?:in|on|at|behind|near|next to|outside|opposite|by) .+)",
    ),
    Phrase(
        "attribute",
        r"my (?:current |monthly |weekly |new |daily )?{attr} (?:is|are)(?: now| still)? (?P<amount>[€$£+#]?\d.*)",
    ),
    Phrase(
        "attribute",
        r"my (?P<attr>[a-z]+(?: [a-z]+){0,2} (?:size|number|bill|fee|score|count|plate|average|premium|allowance)) (?:is|are) (?P<amount>[€$£+#]?[\w-]*\d.*)",
    ),
    Phrase(
        "attribute",
        r"(?:the|my|our) {attr} (?:for|of|to) (?:the |my |our ){owner} (?:is|are)(?: set to| now| still)? (?:on )?(?P<text>(?!not|a |an |my|too|very|so|due|the (?:same|best|worst)|that|what).+)",
    ),
    Phrase(
        "attribute",
        r"(?:the|my|our) (?P<owner>(?:[a-z-]+ )?(?:wifi|wi-fi|alarm|door|gate|locker|netflix|laptop|computer|phone|bike lock|safe|router|garage|building|front door|landlord|doctor|dentist|plumber|school|office|report|project|thesis|essay|application|paper|assignment|tax|grant|trip|holiday|wedding|kitchen|team|monthly|weekly|flat|parking|rent|club|library card|health card|passport|bank|account|customer|membership|insurance)(?: card)?)(?:'s)? (?:{attr}) (?:is|are)(?: now| still)? (?:on )?(?P<text>(?!not|a |an |my|too|very|so|the (?:same|best|worst)|that|what|wrong|hard|missing|lost|broken|expired).+)",
    ),
    Phrase(
        "attribute",
        r"my (?:new |home |postal )?(?P<attr>address|email|e-mail|email address) is (?:now )?(?P<text>(?=[^ ]*[\d@]|.*\d).+)",
    ),
    Phrase(
        "deadline",
        r"(?:the|my) (?P<owner>[a-z][\w -]{2,40}?) (?:is due|is to be handed in|has to be (?:done|finished|handed in|submitted)|must be (?:done|finished|handed in|submitted)) (?:by |on |before )?(?P<text>.+)",
    ),
    Phrase("kept_in", r"i (?:always |usually )?keep (?:a |an )(?P<owner>spare \w+) {keptwhere}"),
    # Habits.
    Phrase(
        "habit",
        r"i (?:always |usually |try to |normally )*(?P<activity>(?:go(?: to)?|run|swim|walk|do|meditate|journal|cycle|exercise|stretch|train|practi[cs]e|attend|visit|see|call|play|clean|water|have|cook|bake|volunteer|read|write|draw|paint|dance|climb|jog|hike|lift|pray|shop|work from home|teach|study|meet)\b.{0,40}? (?:{often}))(?= ?(?:$|,|and|but|at|with|before|after|in|because|for))",
    ),
    Phrase(
        "habit",
        r"(?:{often}),? i (?:always |usually )?(?P<activity>(?:go(?: to)?|run|swim|walk|do|meditate|journal|cycle|exercise|train|practi[cs]e|attend|visit|see|call|play|clean|cook|volunteer|read|write|draw|paint|dance|climb|have)\b.*)",
    ),
    Phrase("smokes", r"i am a non-?smoker", "yes", stance=Stance.NEVER),
    Phrase("works_in", r"my office is in (?!the|a |an ){place}"),
    Phrase("works_in", r"i work from (?P<place>home)"),
)
