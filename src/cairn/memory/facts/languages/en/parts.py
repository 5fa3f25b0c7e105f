"""English: parts that patterns are put together from."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.medicines import DOSE, MEDICINES

_ILLS = (
    r"adhd|add|autism|asd|asperger(?:'s|s)?|dyslexia|dyscalculia|dyspraxia|ocd|ptsd|bipolar disorder|borderline personality disorder|bpd|tourette(?:'s|s)?"
    r"|(?:(?:chronic|social|generali[sz]ed|severe|seasonal|postpartum|clinical) )?(?:depression|anxiety|fatigue|migraines?|insomnia)(?: disorder)?"
    r"|chronic pain|asthma|(?:type (?:1|2|one|two) )?diabetes|epilepsy|migraines?|insomnia|hypothyroidism|hyperthyroidism|high blood pressure|hypertension|ibs|crohn(?:'s|s)?(?: disease)?"
    r"|c(?:o)?eliac disease|endometriosis|pcos|arthritis|fibromyalgia|lupus|ms|multiple sclerosis|tinnitus|eczema|psoriasis|sleep apn(?:o)?ea|narcolepsy|an(?:a)?emia|scoliosis"
    r"|a heart condition|rejection sensitivity|sensory (?:issues|processing disorder)|eds|pots|long covid|cancer"
)
_JOBS = (
    r"(?:(?:freelance|junior|senior|lead|primary|secondary|high|school|software|web|data|graphic|product|ux|ui|civil|mechanical|electrical|social|project|sales|marketing|police|stay-at-home|retired|trainee|hr|part-time|full-time|university|maths?|english|history|science|music|art|yoga|personal|truck|bus|taxi|lorry|delivery|shop|office|support|customer|registered|veterinary|phd|game|front-?end|back-?end|full-?stack|machine learning|real estate|financial|tax|content|technical|occupational|speech|physical|massage|dental|flight|interior|fashion|landscape|night|security|care|kindergarten|nursery|clinical|research) )*"
    r"(?:accountant|actor|actress|agent|analyst|animator|architect|artist|assistant|attendant|author|baker|barista|bartender|biologist|bookkeeper|broker|builder|butcher|carer|caretaker|carpenter|cashier|chef|chemist|cleaner|clerk|composer|consultant|cook|copywriter|counsellor|counselor|dancer|dentist|designer|developer|dietitian|director|doctor|driver|economist|editor|electrician|engineer|entrepreneur|farmer|filmmaker|firefighter|florist|freelancer|gardener|guard|guide|hairdresser|historian|housewife|illustrator|instructor|intern|interpreter|janitor|journalist|judge|lawyer|lecturer|librarian|manager|mathematician|mechanic|midwife|musician|nanny|nurse|nutritionist|officer|optician|owner|painter|paramedic|pharmacist|photographer|physicist|physio(?:therapist)?|pilot|plumber|poet|policeman|policewoman|postman|potter|producer|professor|programmer|psychologist|psychiatrist|psychotherapist|realtor|receptionist|recruiter|researcher|sailor|salesperson|salesman|saleswoman|scientist|sculptor|secretary|seller|shopkeeper|singer|solicitor|soldier|statistician|student|surgeon|tailor|teacher|technician|therapist|trainer|translator|tutor|vet|veterinarian|waiter|waitress|warehouse worker|welder|worker|writer)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_OFTEN = (
    rf"(?:(?:almost )?every (?:single |other |second )?(?:day|morning|evening|night|afternoon|week(?:day|end)?|month|{_DAYS}(?:(?:,| and|, and) {_DAYS})*)|on {_DAYS}(?:(?:,| and|, and) {_DAYS})*"
    r"|on weekends|on weekdays|(?:once|twice|(?:two|three|four|five|six|\d) times) (?:a|per) (?:day|week|month)|daily|weekly)"
)
_TIME = r"(?:about |around |exactly |roughly )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: o'clock)?(?: in the (?:morning|evening)| at night)?|half past \w+|quarter (?:to|past) \w+|noon|midnight|sunrise|\w+ o'clock)"
_PART = r"(?:(?:(?:early|late) )?(?:in|at) (?:the )?(?:(?:early|late) )?(?:morning|mornings|afternoon|afternoons|evening|evenings|night|midday)|(?:early|late) (?:morning|afternoon|evening|at night)|before (?:noon|lunch|breakfast)|after (?:lunch|dinner|breakfast|midnight|noon)|first thing in the morning|(?:between|from|around|after|before) \d{1,2}[\w:. ]{0,14})"
_INSTRUMENTS = r"(?:the )?(?:(?:acoustic|electric|bass) )?(?:guitar|piano|violin|drums|cello|flute|bass|ukulele|saxophone|trumpet|clarinet|harp|keyboard|harmonica|banjo|viola|accordion)|football|soccer|tennis|basketball|volleyball|rugby|hockey|golf|badminton|padel|chess|handball|squash|table tennis|baseball|cricket|poker|dungeons and dragons|d&d|video ?games|board games"
_LANGS = r"(?:english|spanish|french|portuguese|german|italian|dutch|polish|russian|ukrainian|chinese|mandarin|cantonese|japanese|korean|arabic|hindi|bengali|urdu|turkish|greek|swedish|norwegian|danish|finnish|czech|romanian|hungarian|catalan|basque|galician|hebrew|farsi|persian|swahili|vietnamese|thai|esperanto|irish|welsh|sign language|asl|creole)"
_KEEP = r"(?:(?:spare|extra|house|car|bike|front door|office|garage|old|new|red|blue|black|winter|big|small|other|second|first|important|birth|vaccination|health|insurance|tax|work|phone|laptop|passport|electric|cordless) )*(?:keys?|passport|wallet|purse|glasses|sunglasses|charger|headphones|earbuds|laptop|tablet|phone|remote|umbrella|documents?|papers|certificate|card|contract|folder|files?|receipts?|medication|meds|pills|inhaler|first[- ]aid kit|toolbox|tools|drill|hammer|ladder|suitcase|bag|backpack|notebook|diary|camera|tent|sleeping bag|coat|batteries|torch|flashlight|scissors|tape|lightbulbs|light bulbs|iron|hoover|vacuum|cash|ring|watch|usb stick|hard drive|decorations|bike pump|pump|bike|car|lock)"
_WHERE = r"(?:in|under|underneath|behind|on|inside|above|below|next to|beside|at|between|near|on top of) (?:the|my|our|a|an|mum's|dad's|[a-z]+'s) .+"
_DREAMS = r"(?:learn|become|move|run (?:a|my|the)|write (?:a|my)|start (?:a|my|running|my own|therapy|learning|painting|drawing)|quit|give up|stop smoking|stop drinking|lose weight|lose \d+|travel|visit|build|finish (?:my|the) (?:\w+ )?(?:thesis|degree|book|novel|dissertation|phd|studies|course|masters?)|study|save|buy (?:a|my) (?:house|flat|home|car|bike|boat)|open (?:a|my)|change (?:careers?|jobs?)|get (?:fit|healthier|better at|married|a degree|a dog|a cat|a tattoo)|be able to|read more|sleep more|exercise more|drink less|adopt|retire|publish|record|climb|walk the|go back to (?:school|university|college|uni)|have (?:kids|children|a baby)|sell my|improve my|wake up earlier|get up earlier)"

PARTS = {
    "ills": _ILLS,
    "jobs": _JOBS,
    "often": _OFTEN,
    "time": _TIME,
    "best": rf"(?P<part>{_PART})",
    "instruments": _INSTRUMENTS,
    "langs": _LANGS,
    "foods": r"meat|fish|pork|dairy|gluten|eggs|seafood|mushrooms|sugar|beef|nuts|peanuts|cheese|shellfish|onions?|tomatoes|spicy food|lactose|wheat",
    "owned": r"(?:\w+ )?(?:car|bike|bicycle|motorbike|motorcycle|van|scooter|boat|house|flat|apartment|phone|iphone|laptop|tablet|camera|guitar|piano|e-bike|kindle|smartwatch|garden|allotment|printer|standing desk)",
    "kept": _KEEP,
    "keptwhere": rf"(?P<where>{_WHERE})",
    "medicines": MEDICINES,
    "dose": DOSE,
    "dreams": _DREAMS,
    "near_role": "older|younger|little|big|best|good|old|close|new",
}
TAKEN = rf"{_OFTEN}(?: at {_TIME})?|(?:once|twice|three times) (?:a day|daily)|in the (?:morning|afternoon|evening)s?|at night|before bed|(?:at|with) (?:breakfast|lunch|dinner)|at {_TIME}"
