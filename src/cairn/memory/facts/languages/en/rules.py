"""English: what follows a verb."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Rule

RULES = {
    "live": (
        Rule(
            "lives_in",
            r"(?:here )?(?:with [^,]{2,30}? )?(?:in|on) an? (?:[\w-]+ ){0,3}(?:flat|house|apartment|studio|bungalow|cottage|room|village|town|farm|bedsit|loft|houseboat|caravan) in {proper}",
        ),
        Rule("lives_in", r"(?:here )?(?:with [^,]{2,30}? )?(?:in|near|outside) {place}"),
    ),
    "move": (
        Rule("lives_in", r"(?:back |here |over |out |away |house )?from [^,]{2,30} to {place}"),
        Rule("lives_in", r"(?:back |over |out )?(?:to|into) {place}"),
    ),
    "born": (
        Rule(
            "born_in",
            r"in (?!\d|january|february|march|april|may\b|june|july|august|september|october|november|december|the\b){place}",
        ),
        Rule("birthday", r"on (?:the )?{date}"),
    ),
    "diagnosed": (Rule("diagnosis", r"(?:as (?:having )?|with ){thing}"),),
    "grow": (Rule("from", r"in {place}"),),
    "be": (
        Rule("medication", r"on (?P<drugs>(?:{medicines})\b.*)"),
        Rule("lives_in", r"(?:living|based|settled) (?:in|near) {place}"),
        Rule("from", r"(?:originally |actually )?from {place}"),
        Rule("from", r"(?:originally )?(?:born and )?raised in {place}"),
        Rule("allergy", r"(?:severely |deathly |very |highly )?allergic to {things}"),
        Rule("allergy", r"(?P<thing>lactose|gluten|fructose|histamine)[- ]intolerant"),
        Rule(
            "diet",
            r"(?:a |an |strictly )?(?P<thing>vegetarian|vegan|pescatarian|pescetarian|flexitarian|celiac|coeliac|keto|gluten[- ]free|lactose[- ]free)(?! (?:restaurant|place|option|friend))",
        ),
        Rule(
            "diagnosis",
            r"(?:an? )?(?P<thing>autistic|dyslexic|dyspraxic|bipolar|diabetic|epileptic|asthmatic|adhd|audhd|neurodivergent)(?! (?:friend|coach|group|person who|kid|child))",
        ),
        Rule(
            "job",
            r"(?P<job>unemployed|retired|self-employed|freelance|out of work|between jobs|on parental leave|on maternity leave|on sick leave)",
        ),
        Rule("studies", r"(?:(?:a|an) )?(?:\w+ year )?student of {field}"),
        Rule("job", r"(?:a|an) (?P<job>(?:{jobs}))"),
        Rule("pronouns", r"(?P<text>(?:he|she|they|it|xe|ze)/(?:him|her|hers|them|they|its|xem|zir)(?:/\w+)?)"),
        Rule("age", r"(?P<amount>\d{1,2})(?= ?(?:$|years old|yo\b|now|and|but|, ))(?: years old)?"),
        Rule("height", r"(?P<amount>\d(?:[.,]\d\d ?m?|\d\d ?cm|'\d+)|\d\d\d ?cm)(?: tall)?"),
        Rule("partner", r"(?:happily |already )?(?:married|engaged) to {name}"),
        Rule("role", r"(?:\w+ )?{my} (?:{near_role} )*{role}(?= ?(?:$|and|,|but|now))"),
        Rule(
            "plans",
            r"(?P<activity>(?:going|travelling|traveling|flying|moving|driving|heading) (?:away |back |on \w+ )?to .+)",
        ),
        Rule(
            "plans",
            r"(?P<activity>(?:getting married|having surgery|starting (?:a |my )(?:new )?\w+|visiting|running (?:a|the)|having a baby|graduating|retiring)\b.*)",
        ),
        Rule(
            "likes",
            r"(?:really |so |very |super |too |that )*(?:into|fond of|crazy about|obsessed with|keen on|an? (?:big |huge |great |massive )?fan of) {things}",
        ),
        Rule("energy_best", r"(?:a )?(?P<part>(?:morning person|night owl|early bird|early riser))"),
        Rule(
            "energy_best",
            r"(?:at my best|most productive|most awake|most focused|most alert|most creative|best|sharpest|freshest|more productive|more focused) {best}",
        ),
        Rule(
            "energy_low",
            r"(?:at my worst|least productive|useless|exhausted|slowest|worst|foggy|low on energy) {best}",
        ),
        Rule(
            "trigger",
            r"(?:very |easily |really |super |extremely )?(?:sensitive to|overwhelmed by|distracted by|thrown off by|triggered by|overstimulated by) {things}",
        ),
        Rule("smokes", r"a (?:heavy |social )?smoker", "yes"),
        Rule("hobby", r"learning (?:to play )?(?P<thing>{instruments})"),
        Rule("speaks", r"fluent in {langs}"),
        Rule("nickname", r"called {name}", only="they"),
    ),
    "have": (
        Rule("allergy", r"(?:a |an )?(?:severe |bad |serious |mild )?(?P<thing>[a-z]+(?: [a-z]+)?) allergy"),
        Rule("allergy", r"(?:a |an )?(?:\w+ )?allerg(?:y|ies) to {things}"),
        Rule(
            "diagnosis",
            r"(?P<things>(?:{ills})(?:(?:, | and |, and )(?:{ills}))*)(?! (?:coach|meds?|medication|group|friend|clinic))",
        ),
        Rule("medication", r"been on (?P<drugs>(?:{medicines}).*)"),
        Rule(
            "role",
            r"(?:a |an |one |my )?(?:[\w-]+ ){0,3}?{role}(?: [^,]{1,20}?)? (?:who is |that is )?(?:called|named|whose name is) {name}",
        ),
        Rule("role", r"(?:a |an |one )?(?:{near_role} )?{role},? {name}"),
        Rule(
            "child",
            r"(?P<thing>(?:two|three|four|five|six|\d) (?:\w+ )?(?:sons|daughters|kids|children|boys|girls))(?= |$)",
        ),
        Rule("sibling", r"(?P<thing>(?:two|three|four|five|six|\d) (?:\w+ )?(?:sisters|brothers|siblings))(?= |$)"),
        Rule(
            "pet",
            r"(?P<thing>(?:two|three|four|five|six|\d) (?:\w+ )?(?:cats|dogs|rabbits|horses|birds|parrots|hens|chickens|hamsters))(?= |$)",
        ),
        Rule(
            "role",
            r"(?:a |an |one )(?:{near_role} )?(?P<thing>{role})(?! (?:in|who|that|from|like|of|problem|person|appointment|allergy|food))(?= ?(?:$|and|,|but|at home|now))",
        ),
        Rule(
            "owns",
            r"(?:a|an) (?:new |old |red |blue |black |white |green |grey |gray |used |second-hand |electric |company )*(?P<thing>(?:{owned})(?: \w+)?)(?= ?(?:$|and|,|but|now))",
        ),
        Rule(
            "team_size",
            r"(?:a )?(?P<amount>\d+) (?:people|persons|members|engineers|developers|employees|staff)(?: in| on) (?:my|our|the) team",
        ),
        Rule("job", r"a job as (?:a |an ){job}"),
        Rule("studies", r"(?:a|an) (?:degree|masters?|master's|phd|bachelor's?|ba|bsc|msc|ma) in {field}"),
    ),
    "get": (
        Rule("role", r"(?:a |an )(?:new |\w+ )?{role} (?:called|named) {name}"),
        Rule(
            "owns",
            r"(?:a|an) (?:new |old |used |second-hand |electric )*(?P<thing>(?:{owned}))(?= ?(?:$|and|,|but|last|in|yesterday|this))",
        ),
    ),
    "work": (
        Rule("job", r"(?:\w+ )?as (?:a|an|the) {job}"),
        Rule("employer", r"(?:part[- ]time |full[- ]time |remotely )?(?:at|for) {org}"),
        Rule(
            "field",
            r"in (?P<field>(?:it|tech|finance|marketing|sales|education|healthcare|advertising|retail|construction|hospitality|law|publishing|insurance|banking|logistics|research|customer (?:service|support)|human resources|hr|public health|media|film|design|agriculture|tourism|real estate|engineering|cybersecurity|biotech|nursing|childcare|social care|fashion|gaming|energy))(?![\w-])",
        ),
        Rule("works_in", r"(?:in|from) (?=.)(?![a-z]* ?(?:home|bed|teams?))(?P<city>){place}"),
        Rule("energy_best", r"best {best}"),
    ),
    "study": (
        Rule("studies_at", r"at {org}"),
        Rule(
            "studies",
            r"(?!for|hard|a lot|at|in|with|better|best|every|on|late|more|all|when|from|to|it|this|that|my|the)(?=[a-z]){field}",
        ),
    ),
    "start": (
        Rule("employer", r"(?:working|a (?:new )?job|my new job|a new position|work) (?:at|for|with) {org}"),
        Rule(
            "employer",
            r"(?P<firm>(?!the |a |my |an |in |by |to |from |with |on |at )[a-z][\w&.-]+)(?= (?:in|as|last|this|\d)|$)",
        ),
        Rule("job", r"(?:working|a (?:new )?job|work) as (?:a|an) {job}"),
        Rule("medication", r"(?:taking |on )?(?P<drugs>(?:{medicines}).*)"),
        Rule("studies", r"(?:studying|a degree in|a masters? in|a phd in) {field}"),
    ),
    "leave": (
        Rule("medication", r"(?:my |the )?(?P<drugs>(?:{medicines})\b.*)"),
        Rule(
            "employer",
            r"(?:my|our|the) (?:job|work|company|position)(?: (?:at|with) {org})?(?= ?(?:$|,|last|in|yesterday|this|and|at|with|because))",
        ),
        Rule("smokes", r"(?:smoking|cigarettes|vaping)", "yes"),
        Rule("drinks", r"(?:drinking|alcohol)", "yes"),
        Rule(
            "employer",
            r"(?P<firm>(?!my|the|our|a |an |work|home|early|school|it |for |at |in |on |to |you|him|her|them|me|that|this|some|everything)[a-z][\w&.-]+)(?= (?:in|last|this)|$)",
        ),
    ),
    "retire": (Rule("job", r"(?:$|,|in|last|from|at|two|three|four|five|a few|early|this|and|\d).*", "retired"),),
    "stop": (Rule("medication", r"(?:my |the )?(?P<drugs>(?:{medicines})\b.*)"),),
    "like": (Rule("likes", r"(?:to |eating |drinking )?{things}"),),
    "hate": (Rule("dislikes", r"(?:to )?{things}"),),
    "speak": (Rule("speaks", r"(?:(?:a little|a bit of|some|fluent|basic|good|broken|both) )*(?P<langs>{langs}\b.*)"),),
    "take": (
        Rule("medication", r"(?:(?:my|a|some|the|daily|\d+) )*(?:{dose} (?:of )?)?(?P<drugs>(?:{medicines})\b.*)"),
        Rule("medication", r"(?:{dose} of )(?P<drug>[a-z].*)"),
        Rule("medication", r"(?P<drug>[a-z][\w-]+),? (?=(?:{dose}))"),
        Rule("diet", r"(?P<thing>a (?:low[- ]\w+|keto|gluten[- ]free|vegan|vegetarian|diabetic) diet)"),
    ),
    "smoke": (
        Rule(
            "smokes",
            r"(?:cigarettes|a pack|tobacco|weed|\d+|any ?more|any longer|every day|a lot|daily|,|$|since|now|and|but|in|for|last|when)",
            "yes",
        ),
    ),
    "drink": (
        Rule(
            "drinks",
            r"(?:any )?(?:alcohol|beer|wine|$|,|any ?more|any longer|at all|in|last|since|two|three|for|when|completely|altogether|years)",
            "yes",
        ),
        Rule(
            "habit",
            r"(?P<activity>(?:\w+ )?(?:\w+ )?(?:coffees?|teas?|water|cups? of \w+|lit(?:er|re)s? of \w+|beers?|glass(?:es)? of \w+) (?:{often}|a day|per day|in the morning|before bed|after lunch))",
        ),
    ),
    "eat": (
        Rule(
            "eats",
            r"(?P<things>(?:meat|fish|pork|dairy|gluten|eggs|seafood|mushrooms|sugar|beef|nuts|cheese|shellfish|onions?|tomatoes|spicy food)\b.*)",
        ),
        Rule("diet", r"(?P<thing>vegan|vegetarian|plant[- ]based|keto|gluten[- ]free|kosher|halal|low[- ]carb)"),
    ),
    "play": (Rule("hobby", r"(?P<thing>(?:{instruments}))(?! (?:club|team|song))"),),
    "wake": (
        Rule("wakes_at", r"(?:every (?:day|morning) |usually )?(?:at |around |about |by )?(?P<clock>(?:{time}))"),
    ),
    "bed": (Rule("sleeps_at", r"(?:every (?:day|night) )?(?:at |around |about |by )?(?P<clock>(?:{time}))"),),
    "sleep": (
        Rule(
            "sleeps_hours",
            r"(?:about |around |only |at least )?(?P<amount>(?:\d{1,2}(?:[.,]5)?(?: to \d{1,2}|-\d{1,2})?|three|four|five|six|seven|eight|nine|ten) hours)(?: of sleep)?(?= ?(?:of sleep|a night|per night|every night|$|,))",
        ),
    ),
    "own": (
        Rule(
            "owns",
            r"(?:a|an) (?:new |old |red |blue |black |white |green |grey |gray |used |second-hand |electric )*(?P<thing>(?:\w+ )?(?:\w+ )?(?:{owned})(?: \w+)?)(?= ?(?:$|and|,|but|now|to))",
        ),
        Rule("owns", r"(?:a|an) {thing}"),
    ),
    "sell": (Rule("owns", r"(?:my|our|the) (?P<thing>(?:old |blue |red |black |white )*(?:{owned}))"),),
    "weigh": (
        Rule(
            "weight",
            r"(?:about |around |only )?(?P<amount>\d{2,3}(?:[.,]\d+)? ?(?:kg|kgs|kilos?|kilograms|pounds|lbs?|stone))",
        ),
    ),
    "go_by": (
        Rule("pronouns", r"(?P<text>(?:he|she|they|it|xe|ze)/(?:him|her|hers|them|they|its)(?:/\w+)?)(?: pronouns)?"),
        Rule("pronouns", r"(?P<text>(?:he|she|they) and (?:him|her|them))"),
        Rule("nickname", r"{name}"),
    ),
    "keep": (Rule("kept_in", r"(?:the|my|our|all my|all the|a) (?P<owner>(?:{kept})) {keptwhere}"),),
    "put": (Rule("kept_in", r"(?:the|my|our) (?P<owner>(?:{kept})) {keptwhere}"),),
    "park": (
        Rule(
            "kept_in",
            r"(?:the|my|our) (?P<owner>car|bike|motorbike|van|scooter) (?P<where>(?:in|on|at|behind|near|next to|outside|opposite|by) .+)",
        ),
    ),
    "want": (Rule("wants_to", r"(?:to |of )?(?P<activity>(?:{dreams})\b.*)"),),
    "earn": (
        Rule(
            "salary",
            r"(?P<amount>[€$£]?\d[\d.,]*k? ?(?:euros?|dollars|pounds|eur|usd|gbp|€)?(?: (?:a|per) (?:month|year|hour|week))?)(?= ?(?:$|,|and|but|now|after|before))",
        ),
    ),
    "pay": (
        Rule(
            "rent",
            r"(?P<amount>[€$£]?\d[\d.,]* ?(?:euros?|dollars|pounds|eur|usd|gbp|€)?) (?:(?:a|per) month )?(?:of|in|for) (?:my )?rent",
        ),
    ),
    "write": (
        Rule(
            "progress",
            r"(?:already )?(?P<amount>\d+(?: (?:of|out of) (?:the )?\d+)?) (?P<qual>(?:chapters|pages|words|lessons|modules|units|exercises|sessions|books)(?: (?:of|from|in) .+)?)",
        ),
    ),
    "focus": (
        Rule("energy_best", r"(?:the )?best {best}"),
        Rule(
            "focus_aid",
            r"(?:much |a lot |way )?(?:best|better) (?P<text>(?:with|in|when|if|while|after|to|at a|listening) .+)",
        ),
    ),
    "marry": (Rule("partner", "{name}"),),
    "date": (Rule("partner", "{name}"),),
    "break": (Rule("partner", r"(?:with {name}|$|last|in|,|two|three|a |yesterday|this|and|from {my})"),),
    "crash": (Rule("energy_low", r"(?:a bit )?(?:every day )?{best}"),),
}
MORE = {
    "employer": (Rule("job", r"as (?:a|an) {job}"),),
    "job": (Rule("employer", r"(?:at|for) {org}"),),
    "studies": (Rule("studies_at", r"at {org}"),),
    "studies_at": (Rule("studies", r"(?:studying|doing) {field}"),),
}
