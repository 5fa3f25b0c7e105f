"""English."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Words
from cairn.memory.facts.languages.en.ends import REFUSED, STOPS, STOPS_OF
from cairn.memory.facts.languages.en.names import ATTRIBUTES, NOBODY, ROLES
from cairn.memory.facts.languages.en.parts import PARTS, TAKEN
from cairn.memory.facts.languages.en.phrases import PHRASES
from cairn.memory.facts.languages.en.rules import MORE, RULES
from cairn.memory.facts.languages.en.verbs import OF_ME, OF_OTHERS, VERBS

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
        r"(?<=\w)'s\b(?= (?:a|an|my|our|called|named|allergic|from|not|never|vegan|vegetarian|autistic|dyslexic|diabetic|retired|unemployed|pregnant|in love|on (?:the|\d)|\d)\b)": " is",
        r"(?<=\bhe)'s\b|(?<=\bshe)'s\b|(?<=\bit)'s\b|(?<=\bthat)'s\b|(?<=\bthere)'s\b|(?<=\bwhat)'s\b": " is",
    },
    articles=r"a little bit of|a bit of|a little|the|a|an|some|my|our",
    my=r"my|our",
    me=r"(?:(?:my [\w-]+ and )?i|we) ",
    he_she={"he": "m", "she": "f"},
    near_role=r"older|younger|elder|little|big|baby|twin|eldest|youngest|oldest|only|best|good|old|close|dear|new|current|other|oldest|half|step|late|lovely|dearest|beloved|school|childhood|uni|work|adopted|foster",
    adverbs=r"really|always|currently|now|just|still|also|usually|absolutely|probably|actually|definitely|truly|mostly|normally|generally|often|basically|even|recently|only|totally|both|typically|officially|finally|already|very|quite|severely|deathly|highly|super|so|too|fully|originally|clearly|personally|secretly|genuinely|honestly|maybe|perhaps|possibly|kind of|sort of|at the moment|almost always|ever",
    lead=r"i was (?:wrong|mistaken)|my mistake|my bad|i got (?:that|it) wrong|i misspoke|well|so|yes|yeah|yep|ok|okay|oh|ah|hey|hi|hello|btw|by the way|fyi|just so you know|for the record|actually|anyway|and|but|also|note|plus|look|listen|you know|to be honest|tbh|honestly|no(?=,| i )|nope|nah|usually|normally|sorry|right|currently|nowadays|these days|at the moment|right now|now|the thing is|for context|some context|context|about me|a bit about me|as you know|fun fact|in fact|today i learned that|please note that|please note|remember that|remember|please remember that|please remember|note that|don't forget that|you should know that|you should know|i want you to know that|i should mention that|i should mention|i should say that|i have to say that|i am telling you that|i told you that|because|since|that is not true|that is not right|that is wrong|that is false|correction|update|not true|wrong|unfortunately|fortunately|luckily|sadly|happily|besides|in general|basically|apparently not|my name is not important but",
    doubt=r"i think(?: that)?|i guess(?: that)?|i believe(?: that)?|i suppose(?: that)?|maybe|perhaps|apparently|it seems(?: that| like)?|i am not sure but|not sure but|probably|possibly|i suspect(?: that)?|i feel like|i have a feeling that",
    maybe=r"maybe|perhaps|i think|i guess|probably|possibly|i suppose|i believe|not sure|kind of|sort of|apparently|it seems|supposedly|i suspect|if i remember|might|i am not certain|or so i think|could be|i may",
    anymore=r"any ?more|any longer|these days|now",
    join=r"and|but|so|because|though|although|while|whereas|plus|also|then|and then|and now|but now|and so",
    asks=r"what|who|whom|whose|when|where|which|why|how|do|does|did|is|are|am|was|were|can|could|would|will|should|shall|may|have|has|any|is there|got any|right|ok|okay|remember|isn't|don't|doesn't|know|want|wanna|and you|you|or|huh",
    unreal=r"(?:great|lovely|brilliant|wonderful|perfect|fantastic|fabulous|super|yay|joy),? (?:and )?(?:i|we) (?:just |really |simply |so )*(?:love|adore|enjoy)|if|unless|imagine|suppose|supposing|pretend|let's say|let us say|say that|what if|wish|i would|would|hypothetically|as though|whenever|when|once|until i can|in case|assuming|had i|should i|were i|it is like|as if|dreamt|dreamed|dream",
    fiction=r"in (?:my|the|this|a|our) (?:novel|story|book|game|movie|film|dream|play|script|song|sims|roleplay|role-play|campaign)|my character|role ?play|fictional|the protagonist|in minecraft|in the sims|lyrics|once upon a time|in character|chapter one|as a character|act as",
    jokes=r"just kidding|only kidding|jk|j/k|i am joking|i'm joking|just joking|kidding|lol|lmao|haha+|hehe+|rofl|/s|sarcasm|not really|april fool(?:s|'s)?",
    time_lead=r"in|since|from|back in|last|this|next|on|until|till|every|over|for|during|\d|two|three|four|five|six|yesterday|today",
    orders=r"remind|please (?!note|call me|don't|do not|keep|use|be|remember)|translate|write|draft|send|tell|ask|add|set|create|make|book|text|email|e-mail|rewrite|rephrase|correct|proofread|summari[sz]e|say|repeat|read|find|search|look up|schedule|play|buy|get|help|explain|give|show|list|plan|can you|could you|would you|will you|do you|let|let's|pretend|imagine|suppose|complete|finish|answer|quote|post|type|copy|check|compare|choose|pick|fill",
    reports=r"(?:he|she|they|you|people|everyone|everybody|someone|somebody|who|(?!i )[a-z]+) (?:says?|said|told|tells|thinks?|thought|claims?|claimed|wrote|asked|asks|believes?|joked|jokes|swears|wonders|wondered|insists?|insisted|pretends?|heard|assumes?|assumed)(?! (?:so|my|about))|according to|i (?:say|said|told|wrote|asked|heard|read|lied|pretend|pretended|wonder|wondered|thought|doubt|dreamed|hope|joked)|quote|rumou?r has it",
    stops=STOPS,
    stops_of=STOPS_OF,
    refused=REFUSED,
    nobody=NOBODY,
    roles=ROLES,
    attributes=ATTRIBUTES,
    since=r"since|from|starting|as of",
    until=r"until|till|til|up to|up until|through",
    lasting=r"for|for about|for almost|for over|for nearly|for more than|for the last|for the past|over the last|these past",
    from_to=r"(?:from|between) {year} (?:to|until|till|through|and) {year}",
    a_while=r"for (?:a (?:good |long |little )?while|ages|some time|a (?:long|short) time|long|(?:many )?(?:years|months)|ever)|all (?:my|his|her|their|our) li(?:fe|ves)|since forever",
    timely=r"\d|\b(?:year|month|week|day|since|until|till|yesterday|today|tomorrow|last|next|ago|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|christmas|easter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|morning)",
    taken=TAKEN,
    and_=r"and|&|plus|as well as|or|nor",
    sets=PARTS,
    frames_me=OF_ME,
    frames_they=OF_OTHERS,
    verbs=VERBS,
    rules=RULES,
    more=MORE,
    phrases=PHRASES,
)
