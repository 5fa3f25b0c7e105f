"""English."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Frame, Phrase, Rule, Tense, Verb, Words
from cairn.memory.facts.medicines import DOSE, MEDICINES
from cairn.memory.facts.statement import Stance

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
_SOME = r"(?:(?:a little|a bit of|some|fluent|basic|good|broken|native) )*"
_KEEP = r"(?:(?:spare|extra|house|car|bike|front door|office|garage|old|new|red|blue|black|winter|big|small|other|second|first|important|birth|vaccination|health|insurance|tax|work|phone|laptop|passport|electric|cordless) )*(?:keys?|passport|wallet|purse|glasses|sunglasses|charger|headphones|earbuds|laptop|tablet|phone|remote|umbrella|documents?|papers|certificate|card|contract|folder|files?|receipts?|medication|meds|pills|inhaler|first[- ]aid kit|toolbox|tools|drill|hammer|ladder|suitcase|bag|backpack|notebook|diary|camera|tent|sleeping bag|coat|batteries|torch|flashlight|scissors|tape|lightbulbs|light bulbs|iron|hoover|vacuum|cash|ring|watch|usb stick|hard drive|decorations|bike pump|pump|bike|car|lock)"
_WHERE = r"(?:in|under|underneath|behind|on|inside|above|below|next to|beside|at|between|near|on top of) (?:the|my|our|a|an|mum's|dad's|[a-z]+'s) .+"
_DREAMS = r"(?:learn|become|move|run (?:a|my|the)|write (?:a|my)|start (?:a|my|running|my own|therapy|learning|painting|drawing)|quit|give up|stop smoking|stop drinking|lose weight|lose \d+|travel|visit|build|finish (?:my|the) (?:\w+ )?(?:thesis|degree|book|novel|dissertation|phd|studies|course|masters?)|study|save|buy (?:a|my) (?:house|flat|home|car|bike|boat)|open (?:a|my)|change (?:careers?|jobs?)|get (?:fit|healthier|better at|married|a degree|a dog|a cat|a tattoo)|be able to|read more|sleep more|exercise more|drink less|adopt|retire|publish|record|climb|walk the|go back to (?:school|university|college|uni)|have (?:kids|children|a baby)|sell my|improve my|wake up earlier|get up earlier)"

WORDS = Words(
    tag="en",
    spelt={
        r"(?<=\bi)'m\b|\bim\b": " am",
        r"'re\b": " are",
        r"'ve\b": " have",
        r"\bive\b": "i have",
        r"\bcan't\b|\bcant\b|\bcannot\b": "can not",
        r"\bwon't\b": "will not",
        r"n't\b": " not",
        r"\bdont\b": "do not",
        r"'ll\b": " will",
        r"'d\b": " would",
        r"(?<=\bhe)'s\b|(?<=\bshe)'s\b|(?<=\bit)'s\b|(?<=\bthat)'s\b|(?<=\bthere)'s\b|(?<=\bwhat)'s\b": " is",
    },
    articles=r"a little bit of|a bit of|a little|the|a|an|some|my|our",
    my=r"my|our",
    me=r"(?:(?:my [\w-]+ and )?i|we) ",
    he_she={"he": "m", "she": "f"},
    near_role=r"older|younger|elder|little|big|baby|twin|eldest|youngest|oldest|only|best|good|old|close|dear|new|current|other|oldest|half|step|late|lovely|dearest|beloved|school|childhood|uni|work|adopted|foster",
    adverbs=r"really|always|currently|now|just|still|also|usually|absolutely|probably|actually|definitely|truly|mostly|normally|generally|often|basically|even|recently|only|totally|both|typically|officially|finally|already|very|quite|severely|deathly|highly|super|so|too|fully|originally|clearly|personally|secretly|genuinely|honestly|maybe|perhaps|possibly|kind of|sort of|at the moment|almost always|ever",
    lead=r"well|so|yes|yeah|yep|ok|okay|oh|ah|hey|hi|hello|btw|by the way|fyi|just so you know|for the record|actually|anyway|and|but|also|note|plus|look|listen|you know|to be honest|tbh|honestly|no(?=,| i )|nope|nah|usually|normally|sorry|right|currently|nowadays|these days|at the moment|right now|now|the thing is|for context|some context|context|about me|a bit about me|as you know|fun fact|in fact|today i learned that|please note that|please note|remember that|remember|please remember that|please remember|note that|don't forget that|you should know that|you should know|i want you to know that|i should mention that|i should mention|i should say that|i have to say that|i am telling you that|i told you that|because|since|that is not true|that is not right|that is wrong|that is false|correction|update|not true|wrong|unfortunately|fortunately|luckily|sadly|happily|besides|in general|basically|apparently not|my name is not important but",
    doubt=r"i think(?: that)?|i guess(?: that)?|i believe(?: that)?|i suppose(?: that)?|maybe|perhaps|apparently|it seems(?: that| like)?|i am not sure but|not sure but|probably|possibly|i suspect(?: that)?|i feel like|i have a feeling that",
    maybe=r"maybe|perhaps|i think|i guess|probably|possibly|i suppose|i believe|not sure|kind of|sort of|apparently|it seems|supposedly|i suspect|if i remember|might|i am not certain|or so i think|could be|i may",
    anymore=r"any ?more|any longer|these days|now",
    join=r"and|but|so|because|though|although|while|whereas|plus|also|then|and then|and now|but now|and so",
    asks=r"what|who|whom|whose|when|where|which|why|how|do|does|did|is|are|am|was|were|can|could|would|will|should|shall|may|have|has|any|is there|got any|right|ok|okay|remember|isn't|don't|doesn't|know|want|wanna|and you|you|or|huh",
    unreal=r"if|unless|imagine|suppose|supposing|pretend|let's say|let us say|say that|what if|wish|i would|would|hypothetically|as though|whenever|when|once|until i can|in case|assuming|had i|should i|were i|it is like|as if|dreamt|dreamed|dream",
    fiction=r"in (?:my|the|this|a|our) (?:novel|story|book|game|movie|film|dream|play|script|song|sims|roleplay|role-play|campaign)|my character|role ?play|fictional|the protagonist|in minecraft|in the sims|lyrics|once upon a time|in character|chapter one|as a character|act as",
    jokes=r"just kidding|only kidding|jk|j/k|i am joking|i'm joking|just joking|kidding|lol|lmao|haha+|hehe+|rofl|/s|sarcasm|not really|april fool(?:s|'s)?",
    time_lead=r"in|since|from|back in|last|this|next|on|until|till|every|over|for|during|\d|two|three|four|five|six|yesterday|today",
    orders=r"remind|please (?!note|call me|don't|do not|keep|use|be|remember)|translate|write|draft|send|tell|ask|add|set|create|make|book|text|email|e-mail|rewrite|rephrase|correct|proofread|summari[sz]e|say|repeat|read|find|search|look up|schedule|play|buy|get|help|explain|give|show|list|plan|can you|could you|would you|will you|do you|let|let's|pretend|imagine|suppose|complete|finish|answer|quote|post|type|copy|check|compare|choose|pick|fill",
    reports=r"(?:he|she|they|you|people|everyone|everybody|someone|somebody|who|(?!i )[a-z]+) (?:says?|said|told|tells|thinks?|thought|claims?|claimed|wrote|asked|asks|believes?|joked|jokes|swears|wonders|wondered|insists?|insisted|pretends?|heard|assumes?|assumed)(?! (?:so|my|about))|according to|i (?:say|said|told|wrote|asked|heard|read|lied|pretend|pretended|wonder|wondered|thought|doubt|dreamed|hope|joked)|quote|rumou?r has it",
    stops=r"now|right now|at the moment|these days|nowadays|currently|because|cause|cuz|since|until|till|but|so|which|who|where|when|while|although|though|as well|too|for now|any ?more|any longer|already|again|atm|today|yesterday|tomorrow|tonight|if|unless|after|before|ever since|and (?:i|we|my|she|he|it|they|then|now|so|that|this|am|have|it's)|with (?:my|our|her|his|two|three|a|an|the|friends|people|family|some)|as you know|i think|i guess|maybe|perhaps|probably|of course|actually|though|please|thanks|thank you|by the way|btw|anyway|apparently|instead|rather than|than|like (?:crazy|mad)|at least|more than|so much|very much|a lot|the most|to be honest|tbh|really|full[- ]time|part[- ]time|during|whenever|every|except|again|sometimes|occasionally|lately|together|itself|is|are|was|were|has|have|had",
    stops_of={
        "place": r"for|and|to|by|from|as|at|these|this|that|all|alone|together|mostly|always|with|in (?:a|the|my|an)|near (?:my|the|a)|on|near|close|\d+|temporarily|permanently|happily",
        "org": r"as|for|in|on|and|with|doing|to|from|at|by|these|\d+|near|three|two|four|five",
        "job": r"at|in|for|with|and|by|from|on|these|to|\d+|near|myself|currently|of two|of three|working",
        "thing": r"for|as|to (?:me|be)|in (?:my|the|summer|winter|general|spring|autumn)|at (?:all|work|home|night|school)|with|on|from|about it|these|instead|especially|once|twice|even|even though|when|how",
        "name": r"and|or|for|with|at|in|on|from|to|by|as|like|lives|works|not|after|if",
        "lang": r"at|with|in|as|for|on|from|to|fluently|natively|well|pretty|quite|badly|very|almost|perfectly|better|more",
        "drug": r"for|in|at|to|with|once|twice|three|daily|when|on|as|from|per|\d+|by|each|before|during|against|\(",
        "activity": r"because|but|so that|since|which|with my|for my|as (?:a|an|my)|anyway|at some point|some day|someday|one day|this year|next year|before i|when i|eventually|soon|again",
        "date": r"and|but|so|for|with|at|or|though|a |one|same|like|as",
        "where": r"because|again|but|so|since|just in case|in case|if|for now|until|where|when|and i|now",
        "part": r"because|but|so|when|and|with|if|or|than|rather|though",
        "field": r"in|for|at|as|and i|these|now|with|on|from|\d+|near|in (?:a|the)",
        "amount": r"and|but|so|for|now|right|at|on|since|because|from|these|as|with|of|which|in|long|thick",
    },
    refused={
        "place": r"fear|hope|peace|(?:the )?(?:moment|past|present|future|shadows?|middle|dark|now|city centre|office|clouds?|zone)|a|an|my|your|his|her|their|this|that|it|here|there|bed|pain|debt|chaos|hell|denial|constant|total|complete|between|general|silence|harmony|poverty|theory|it|each|sin|luxury|love|terror|mess|one|two|\d|same|different|trouble|not|no|pyjamas|survival|mode|meetings|front|tech|it|finance|marketing|sales|education|healthcare|advertising|retail|construction|hospitality|law|medicine|progress|order|case",
        "org": r"home|last|night|nights|(?:the )?(?:moment|same|office|desk|night|weekend|weekends|time|end|computer|best|morning|evening|afternoon)|my (?:desk|computer|house|room|own|best)|myself|free|it|least|all|once|this|that|\d|work|a (?:desk|loss|time|living)|full|half|a (?:big|small|huge|large|nice|great) |last|first|noon|midnight|him|her|them|you|me|hours|money|days|weeks|years|a while|long|peanuts|pace|someone|somebody|an? \w+ company$|one|two|three|four|five|six|seven|eight|nine|ten|several|many|ages|minimum",
        "thing": r"my|our|it|that|this|these|those|you|your|him|her|his|them|their|me|us|how|what|when|where|who|why|the (?:feeling|energy|taste|connection|structure|theme|vibe|vibes|atmosphere|freedom|challenge|views?|sound|thrill|experience|whole|entire|little|small|fact|freshness|process|variety)|go(?:ing)?|get(?:ting)?|mak(?:e|ing)|see(?:ing)?|giv(?:e|ing)|do(?:ing)?|hav(?:e|ing)|talk(?:ing)? about|shar(?:e|ing)|escap(?:e|ing)|curl(?:ing)? up|relax by|com(?:e|ing)|say(?:ing)?|feel(?:ing)?|spend(?:ing)? time|tak(?:e|ing)|exaggerate|think(?:ing)?|be|know(?:ing)?|help(?:ing)? you|the (?:way|idea|fact|one|ones|film|movie|book|song|plan|app|design|look|sound|thought|new|first|last|other|same|answer|update|second|part|suggestion|result|version)|to|so|not|no|nothing|everything|everyone|anything|something|a lot|very|more|most|myself|being|having to|if|another|any|one|both|all|my (?:day|life|job)|going to|here|there|a (?:nice|good|bad)|such|some|other|each|either|too|like|hearing that|an idea|saying",
        "name": r"not|a|an|the|my|your|very|so|really|here|there|well|ok|okay|fine|sure|in|on|at|back|great|good|bad|always|never|called|still|just|too|it|that|this|what|later|tomorrow|today|now|when|if|maybe|you|me|him|her|us|them|dr$",
        "job": r"the|that|this|what|my|lot|bit|mess|person|a (?:lot|bit)|part|kid|child|team|last|first|whole|group|way|result|favou?r|reward|treat|rule|general|matter|usual|well|always|hell|dog|slave|horse|maniac|volunteer firefighter in training|it",
        "drug": r"\d+|it|that|this|them|the (?:bus|train|tube|metro|car|stairs|lift)|a|an|notes|care|time|place|part",
        "date": r"not|a|an|my|coming|so|very|the best|the worst|ruined|over|soon|near|going|always|never|in (?:a|two|three|\d)|almost|this|next|last|today|tomorrow|yesterday|important|near|around|approaching|just|great|fun|here|special",
        "clock": r"least|all|once|the|my|work|home",
        "where": r"(?:the|my) (?:way|move|list|mood|mend|phone|internet|news|market|future|past|mail|post|wash|repair|shop|garage for|bus|train|fault|same|wrong|right|worst|best|process|middle|end|brink|edge|verge|go)|a (?:mess|hurry|mood|while|minute|row|meeting)",
        "owner": r"it|that|this|what|here|there|my|one|you|i|we|he|she|they|first|last|only|best|worst|problem|thing|point|whole|day|idea|next|same|question|answer|main|other",
        "qual": r"part|thing|one|ever|is|kind|person|moment|quote|bit|line|way|time|of|joke|scene|memory",
        "field": r"a|an|the|my|this|that|it$|order|general|fact|silence|shifts|teams|progress|peace|here|there|\d|bed|private|public|front|pairs|total|theory|case|advance|person|the",
        "amount": r"not|about to|over|too|going",
        "part": r"than|the (?:wrong|right)|my|a|all|work|home|school|least",
    },
    nobody=(
        "i we you he she it they everyone everybody nobody somebody someone anyone people who what which that this there here the a an my our your his her their its "
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
        "today tomorrow yesterday tonight now then and but so or if when where why how yes no ok okay well please thanks hi hello hey not never always just maybe perhaps "
        "all some most many both each every one two nothing something everything anything whoever mum mom dad god life work home school love money coffee music time "
        "life rain weather winter summer spring autumn adhd autism reading writing running sleeping sleep because since after before while until although though in on at by for with from of to as "
        "is are was were am be been being have has had do does did can could will would should may might must called also still really i'm i'll i've don't let's "
        "sometimes usually often only too even like these those apparently actually currently english spanish french portuguese german netflix google whatsapp internet"
    ),
    roles={
        "partner": "partner|significant other|other half|better half",
        "wife": "wife",
        "husband": "husband|hubby",
        "girlfriend": "girlfriend",
        "boyfriend": "boyfriend",
        "parents": "parents|folks|mum and dad|mom and dad",
        "fiance": "fiance|fiancee",
        "ex": "ex|ex-wife|ex-husband|ex-girlfriend|ex-boyfriend|ex-partner",
        "mother": "mother|mom|mum|mummy|mommy|mam|mama|stepmother|stepmom|stepmum",
        "father": "father|dad|daddy|papa|stepfather|stepdad",
        "sister": "sister|sis|stepsister|half-sister|half sister",
        "brother": "brother|bro|stepbrother|half-brother|half brother",
        "twin": "twin",
        "son": "son|boy|stepson",
        "daughter": "daughter|girl|stepdaughter",
        "child": "kid|child|kids|children|toddler",
        "baby": "baby",
        "grandmother": "grandmother|grandma|granny|nan|nana|gran",
        "grandfather": "grandfather|grandpa|grandad|granddad",
        "aunt": "aunt|auntie",
        "uncle": "uncle",
        "cousin": "cousin",
        "niece": "niece",
        "nephew": "nephew",
        "grandchild": "grandson|granddaughter|grandchild|grandkid",
        "mother-in-law": "mother-in-law|mother in law",
        "father-in-law": "father-in-law|father in law",
        "sister-in-law": "sister-in-law|sister in law",
        "brother-in-law": "brother-in-law|brother in law",
        "friend": "friend|bestie|best friend|mate|buddy|pal|bff",
        "flatmate": "flatmate|roommate|housemate",
        "boss": "boss|manager|supervisor|line manager|team lead|team leader",
        "colleague": "colleague|coworker|co-worker|workmate|business partner|cofounder|co-founder",
        "teacher": "teacher|professor|tutor|piano teacher|guitar teacher|yoga teacher|english teacher|maths teacher",
        "neighbour": "neighbour|neighbor",
        "landlord": "landlord|landlady",
        "therapist": "therapist|psychologist|counsellor|counselor|psychotherapist|shrink",
        "psychiatrist": "psychiatrist",
        "doctor": "doctor|gp|physician|neurologist|cardiologist|family doctor|dermatologist|gynaecologist|gynecologist|paediatrician|pediatrician",
        "dentist": "dentist",
        "coach": "coach|adhd coach|life coach",
        "dog": "dog|puppy|doggo|labrador|poodle|greyhound|golden retriever|beagle|border collie",
        "cat": "cat|kitten|kitty",
        "rabbit": "rabbit|bunny",
        "hamster": "hamster|guinea pig|gerbil",
        "parrot": "parrot|parakeet|budgie",
        "bird": "bird|canary",
        "horse": "horse|pony",
        "turtle": "turtle|tortoise",
        "fish": "fish|goldfish",
        "pet": "pet",
    },
    attributes={
        "deadline": "deadline|due date|cutoff|closing date|submission date",
        "password": "password|passcode|passphrase|wifi password|wi-fi password|wifi code",
        "code": "code|pin|pin code|door code|access code|gate code|alarm code|combination|entry code",
        "phone": "phone number|number|phone|mobile number|cell number|mobile|telephone",
        "address": "address|home address|postal address",
        "email": "email|e-mail|email address|e-mail address",
        "budget": "budget",
        "price": "price|cost|fee",
        "rent": "rent",
        "salary": "salary|wage|income",
        "size": "size",
        "colour": "colour|color",
        "goal": "goal|target|limit|quota",
    },
    since=r"since|from|starting|as of",
    until=r"until|till|til|up to|up until|through",
    lasting=r"for|for about|for almost|for over|for nearly|for more than|for the last|for the past|over the last|these past",
    from_to=r"(?:from|between) {year} (?:to|until|till|through|and) {year}",
    timely=r"\d|\b(?:year|month|week|day|since|until|till|yesterday|today|tomorrow|last|next|ago|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|christmas|easter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|morning)",
    taken=rf"{_OFTEN}(?: at {_TIME})?|(?:once|twice|three times) (?:a day|daily)|in the (?:morning|afternoon|evening)s?|at night|before bed|(?:at|with) (?:breakfast|lunch|dinner)|at {_TIME}",
    and_=r"and|&|plus|as well as|or|nor",
    sets={
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
    },
    frames_me=(
        Frame(Tense.ENDED, "~no longer {now}"),
        Frame(Tense.ENDED, "~{be} no longer~ {doing}"),
        Frame(Tense.ENDED, "~{be} no longer"),
        Frame(Tense.ENDED, "~used to~ {base}"),
        Frame(Tense.ENDED, "~(?:have )?~(?:stopped|quit|given up|gave up) {doing}"),
        Frame(Tense.NEVER, "~(?:have )?never~ {done}"),
        Frame(Tense.NEVER, "~never {past}"),
        Frame(Tense.NOT, "~do not~ {base}"),
        Frame(Tense.NOT, "~{be} not~ {doing}"),
        Frame(Tense.NOT, "~{be} not"),
        Frame(Tense.NOT, "~never {now}"),
        Frame(Tense.NOT, "~have not~ {done}"),
        Frame(Tense.SINCE, "~have~ been {doing}"),
        Frame(Tense.SINCE, "~have~ {done}"),
        Frame(Tense.MAYBE, "~(?:might|may|could)~ {base}"),
        Frame(Tense.NOW, "~{be}~ {doing}"),
        Frame(Tense.NOW, "~{now}"),
        Frame(Tense.PAST, "~(?:was|were)~ {doing}"),
        Frame(Tense.PAST, "~{past}"),
    ),
    frames_they=(
        Frame(Tense.ENDED, "~no longer {now}"),
        Frame(Tense.ENDED, "~{be} no longer"),
        Frame(Tense.ENDED, "~used to~ {base}"),
        Frame(Tense.ENDED, "~(?:has )?(?:stopped|quit|given up|gave up) {doing}"),
        Frame(Tense.NEVER, "~(?:has )?never~ {done}"),
        Frame(Tense.NOT, "~does not~ {base}"),
        Frame(Tense.NOT, "~{be} not"),
        Frame(Tense.SINCE, "~has~ been {doing}"),
        Frame(Tense.SINCE, "~has~ {done}"),
        Frame(Tense.MAYBE, "~(?:might|may|could)~ {base}"),
        Frame(Tense.NOW, "~{be}~ {doing}"),
        Frame(Tense.NOW, "~{now}"),
        Frame(Tense.PAST, "~{past_they}"),
        Frame(Tense.PAST, "~{past}"),
    ),
    verbs={
        "be": Verb("am|are", "is", "be", "was|were", "was", "being", "been"),
        "live": Verb(
            "live|reside|am based|am living",
            "lives|resides|is based|live",
            "live|be based",
            "lived",
            "lived",
            "living",
            "lived",
        ),
        "move": Verb(
            "", "", "", "moved|have moved|relocated|have just moved", "moved|has moved|relocated", "", "", event=True
        ),
        "have": Verb("have|have got|got", "has|has got", "have", "had", "had", "having", "had"),
        "get": Verb(
            "", "", "", "got|adopted|have adopted|bought|have bought|have got", "got|adopted|bought", "", "", event=True
        ),
        "work": Verb("work", "works|work", "work", "worked", "worked", "working", "worked"),
        "study": Verb(
            "study|am doing a masters in|am doing a master's in|am doing a phd in|am doing a degree in|am doing my phd in|am studying",
            "studies",
            "study",
            "studied",
            "studied",
            "studying",
            "studied",
        ),
        "start": Verb("", "", "", "started|have started|joined|have joined", "started|joined", "", "", event=True),
        "leave": Verb(
            "",
            "",
            "",
            "left|quit|resigned from|have left|have quit|lost|got fired from|was fired from|was laid off from",
            "left|quit|lost",
            "",
            "",
            ends=True,
        ),
        "like": Verb(
            "like|love|enjoy|adore|am into|am a fan of|am a big fan of|am crazy about|am fond of|am obsessed with",
            "likes|loves|enjoys|adores|is into",
            "like|love|enjoy",
            "",
            "",
            "",
            "",
        ),
        "hate": Verb(
            "hate|dislike|detest|can not stand|can not bear|loathe|despise",
            "hates|dislikes|can not stand|detests",
            "hate|dislike",
            "",
            "",
            "",
            "",
        ),
        "speak": Verb("speak|am fluent in|can speak", "speaks|is fluent in", "speak", "", "", "", "spoken"),
        "take": Verb("take|am on|use", "takes|is on", "take", "took|was on", "took|was on", "taking", "taken|been on"),
        "smoke": Verb("smoke|vape", "smokes|vapes", "smoke|vape", "smoked", "smoked", "smoking|vaping", "smoked"),
        "drink": Verb("drink", "drinks", "drink", "", "", "drinking", ""),
        "eat": Verb("eat", "eats", "eat", "", "", "eating", "eaten"),
        "play": Verb("play", "plays", "play", "", "", "playing", "played"),
        "wake": Verb(
            "wake up|get up|wake|rise", "wakes up|gets up|wakes", "wake up|get up", "", "", "waking up|getting up", ""
        ),
        "bed": Verb(
            "go to bed|go to sleep|fall asleep",
            "goes to bed|goes to sleep",
            "go to bed|go to sleep",
            "",
            "",
            "going to bed",
            "",
        ),
        "sleep": Verb("sleep|need|get", "sleeps|needs", "sleep", "", "", "", ""),
        "own": Verb(
            "own|drive|ride", "owns|drives|rides", "own|drive", "owned|drove", "owned|drove", "driving", "owned"
        ),
        "sell": Verb("", "", "", "sold|have sold|gave away|got rid of", "sold", "", "", ends=True),
        "born": Verb("", "", "", "was born|was born and raised", "was born|was born and raised", "", "", event=True),
        "diagnosed": Verb(
            "",
            "",
            "",
            "was diagnosed|got diagnosed|have been diagnosed|was recently diagnosed|have just been diagnosed",
            "was diagnosed|has been diagnosed|got diagnosed",
            "",
            "",
            event=True,
        ),
        "grow": Verb("", "", "", "grew up", "grew up", "", "", event=True),
        "weigh": Verb("weigh", "weighs", "weigh", "", "", "weighing", ""),
        "go_by": Verb(
            "go by|prefer to be called|like to be called|prefer being called|use",
            "goes by|uses",
            "go by",
            "",
            "",
            "",
            "",
        ),
        "keep": Verb("keep|store|hide", "keeps", "keep", "", "", "", ""),
        "put": Verb("", "", "", "put|left|hid|stored|have put|have left|have hidden", "", "", "", event=True),
        "park": Verb("", "", "", "parked|have parked", "", "", "", event=True),
        "want": Verb(
            "want|am trying|am hoping|am planning|plan|hope|dream of|am dying",
            "wants|is hoping|is planning",
            "want",
            "",
            "",
            "",
            "",
        ),
        "earn": Verb("earn|make", "earns|makes", "earn", "", "", "earning", ""),
        "pay": Verb("pay", "pays", "pay", "", "", "paying", ""),
        "write": Verb(
            "",
            "",
            "",
            "have written|have finished|have done|have completed|have read",
            "has written|has finished|has done",
            "",
            "",
            event=True,
        ),
        "focus": Verb(
            "focus|concentrate|work|think|function",
            "focuses|concentrates|works",
            "focus|concentrate|work",
            "",
            "",
            "",
            "",
        ),
        "marry": Verb(
            "",
            "",
            "",
            "married|got married to|got engaged to|started dating|have started dating",
            "married|got engaged to",
            "",
            "",
            event=True,
        ),
        "date": Verb(
            "am dating|am married to|am engaged to|am in a relationship with|am seeing", "", "", "", "", "", ""
        ),
        "break": Verb(
            "",
            "",
            "",
            "broke up|have broken up|split up|separated|got divorced|divorced|am divorced|are divorced|have separated|have split up|got separated",
            "",
            "",
            "",
            ends=True,
        ),
        "crash": Verb(
            "crash|am useless|am exhausted|am slow|run out of energy|hit a wall|have no energy|am at my worst|am tired|am foggy|slump|struggle",
            "",
            "",
            "",
            "",
            "",
            "",
        ),
    },
    rules={
        "live": (Rule("lives_in", r"(?:here )?(?:with [^,]{2,30}? )?(?:in|near|outside) {place}"),),
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
            Rule("likes", r"(?:really |so |very |super )?(?:into|fond of|crazy about|obsessed with) {things}"),
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
        "like": (Rule("likes", r"(?:to |eating |drinking )?{things}"),),
        "hate": (Rule("dislikes", r"(?:to )?{things}"),),
        "speak": (
            Rule("speaks", r"(?:(?:a little|a bit of|some|fluent|basic|good|broken|both) )*(?P<langs>{langs}\b.*)"),
        ),
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
                r"(?:about |around |only |at least )?(?P<amount>\d{1,2}(?:[.,]5)?(?: to \d{1,2}|-\d{1,2})? hours)(?: of sleep)?(?= ?(?:of sleep|a night|per night|every night|$|,))",
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
            Rule(
                "pronouns", r"(?P<text>(?:he|she|they|it|xe|ze)/(?:him|her|hers|them|they|its)(?:/\w+)?)(?: pronouns)?"
            ),
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
                r"(?:already )?(?P<amount>\d+(?: (?:of|out of) (?:the )?\d+)?) (?P<qual>chapters|pages|words|lessons|modules|units|exercises|sessions|books)",
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
    },
    more={
        "employer": (Rule("job", r"as (?:a|an) {job}"),),
        "job": (Rule("employer", r"(?:at|for) {org}"),),
        "studies": (Rule("studies_at", r"at {org}"),),
        "studies_at": (Rule("studies", r"(?:studying|doing) {field}"),),
    },
    phrases=(
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
    ),
)
