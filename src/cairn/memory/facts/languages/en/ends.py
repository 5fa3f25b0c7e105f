"""English: where values end, and what they may not be."""

# ruff: noqa: E501  # a pattern is read whole

STOPS = r"now|all (?:my|his|her|our|their) li(?:fe|ves)|right now|at the moment|these days|nowadays|currently|because|cause|cuz|since|until|till|but|so|which|who|where|when|while|although|though|as well|too|for now|any ?more|any longer|already|again|atm|today|yesterday|tomorrow|tonight|if|unless|after|before|ever since|and (?:i|we|my|she|he|it|they|then|now|so|that|this|am|have|it's)|with (?:my|our|her|his|two|three|a|an|the|friends|people|family|some)|as you know|i think|i guess|maybe|perhaps|probably|of course|actually|though|please|thanks|thank you|by the way|btw|anyway|apparently|instead|rather than|than|like (?:crazy|mad)|at least|more than|so much|very much|a lot|the most|to be honest|tbh|really|full[- ]time|part[- ]time|during|whenever|every|except|again|sometimes|occasionally|lately|together|itself|is|are|was|were|has|have|had"
STOPS_OF = {
    "place": r"for|and|to|by|from|as|at|these|this|that|all|alone|together|mostly|always|with|in (?:a|the|my|an)|near (?:my|the|a)|on|near|close|\d+|temporarily|permanently|happily",
    "org": r"as|for|in|on|and|with|doing|to|from|at|by|these|\d+|near|three|two|four|five",
    "job": r"at|in|for|with|and|by|from|on|these|to|\d+|near|myself|currently|of two|of three|working",
    "thing": r"at (?:the age of |age )?\d+|when|for|as|to (?:me|be)|in (?:my|the|summer|winter|general|spring|autumn)|at (?:all|work|home|night|school)|with|on|from|about it|these|instead|especially|once|twice|even|even though|when|how",
    "name": r"and|or|for|with|at|in|on|from|to|by|as|like|lives|works|not|after|if",
    "lang": r"at|with|in|as|for|on|from|to|fluently|natively|well|pretty|quite|badly|very|almost|perfectly|better|more",
    "drug": r"for|in|at|to|with|once|twice|three|daily|when|on|as|from|per|\d+|by|each|before|during|against|\(",
    "activity": r"because|but|so that|since|which|with my|for my|as (?:a|an|my)|anyway|at some point|some day|someday|one day|this year|next year|before i|when i|eventually|soon|again",
    "date": r"and|but|so|for|with|at|or|though|a |one|same|like|as",
    "where": r"because|again|but|so|since|just in case|in case|if|for now|until|where|when|and i|now",
    "part": r"because|but|so|when|and|with|if|or|than|rather|though",
    "field": r"in|for|at|as|and i|these|now|with|on|from|\d+|near|in (?:a|the)",
    "amount": r"and|but|so|for|now|right|at|on|since|because|from|these|as|with|of|which|in|long|thick",
}
REFUSED = {
    "place": r"fear|hope|peace|(?:the )?(?:moment|past|present|future|shadows?|middle|dark|now|city centre|office|clouds?|zone)|a|an|my|your|his|her|their|this|that|it|here|there|bed|pain|debt|chaos|hell|denial|constant|total|complete|between|general|silence|harmony|poverty|theory|it|each|sin|luxury|love|terror|mess|one|two|\d|same|different|trouble|not|no|pyjamas|survival|mode|meetings|front|tech|it|finance|marketing|sales|education|healthcare|advertising|retail|construction|hospitality|law|medicine|progress|order|case",
    "org": r"(?:[\w-]+ ){0,2}(?:years|months|weeks|days|decades|decade|year|month)$|home|last|night|nights|(?:the )?(?:moment|same|office|desk|night|weekend|weekends|time|end|computer|best|morning|evening|afternoon)|my (?:desk|computer|house|room|own|best)|myself|free|it|least|all|once|this|that|\d|work|a (?:desk|loss|time|living)|full|half|a (?:big|small|huge|large|nice|great) |last|first|noon|midnight|him|her|them|you|me|hours|money|days|weeks|years|a while|long|peanuts|pace|someone|somebody|an? \w+ company$|one|two|three|four|five|six|seven|eight|nine|ten|several|many|ages|minimum",
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
}
