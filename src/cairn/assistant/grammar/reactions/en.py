"""English."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.reactions import Words

_NO = r"(?:(?:no|nope|nah|hey|wait|hm+|sorry|um|uh|but|well|oh|cairn)[,. ]+)*"
_THAT = r"(?:that|this|it|that one|the last (?:one|answer|bit))"

WORDS = Words(
    wrong=rf"{_NO}(?:(?:{_THAT}(?:'s| is| was|'re)? )(?:just |simply |really |actually |all |completely |totally |so )?(?:not (?:right|true|correct|so|me|mine|it|the case|accurate|quite right)|wrong|false|incorrect|untrue|a mistake|nonsense|mistaken)(?: at all)?|that (?:isn't|wasn't|is not) (?:right|true|correct|so|me|the case|it|accurate)|it (?:isn't|wasn't) (?:right|true|correct|so)|(?:not|that's not) (?:true|right|correct|me|mine)|wrong|incorrect|i never said (?:that|so|it)|i didn't say (?:that|so|it)|(?:you're|you are) (?:wrong|mistaken)|you (?:got|have) (?:that|it|this) wrong|(?:please )?(?:take|strike|scratch) that(?: out| off)?|that's somebody else|that's someone else|that was(?:n't| not) me|it was(?:n't| not) me)(?:[,. ]+(?:sorry|please|thanks|actually))?",
    no=r"(?:no|nope|nah|not really|not quite)",
    over=rf"{_NO}(?:i(?: no longer| am no longer|'m no longer) (?:\w+ ){{0,3}}(?:there|here|that|it|them|him|her|this)(?: any ?more| any longer| now)?|i(?: don't| do not| am not|'m not) (?:\w+ ){{0,3}}(?:there|here|that|it|them|him|her|this) (?:any ?more|any longer|now)|i (?:don't|do not) (?:live|work|study) (?:there|here)|not any ?more|no longer|not now|that(?:'s| is| was) (?:no longer (?:so|true|right|the case|current|valid)|not (?:true|so|the case|right|current|valid) any ?more|over|in the past|outdated|out of date|old|history|ended|finished|changed)|that (?:isn't|is not) (?:true|so|the case) any ?more|that(?:'s| has) (?:changed|ended)|(?:it|that) (?:was|used to be)(?: so)?, (?:but )?(?:not any ?more|no longer))",
    forget=rf"{_NO}(?:please |can you |could you |you can |just )*(?:forget|delete|erase|remove|wipe)(?: about)? (?:that|this|it|what i (?:just )?(?:said|told you)|{{which}})(?: again| please| for good| forever| completely| from (?:your )?memory)*",
    why=rf"{_NO}(?:why (?:do|would|did) you (?:think|say|believe|know) (?:so|that|this|it)|how (?:do|did|would) you know(?: that| this| it)?|(?:where|how) (?:do|did) you (?:get|have) (?:that|this|it)(?: from)?|why(?: is| do you say)? (?:that|so|is that)?|why|says who|what makes you (?:think|say) (?:so|that|this)|who (?:said|told you) (?:so|that|this)|when did i (?:say|tell you) (?:that|this|so)|did i (?:really )?(?:say|tell you) (?:that|this|so))",
    about_me=r"(?:(?:so|and|hey|cairn|please)[, ]+)*(?:what (?:do|did) you (?:know|remember|have|have learnt|have learned)(?: all)? (?:about|on|of) me(?: so far| by now| now)?|what have you (?:learnt|learned|kept) about me|tell me (?:what you know )?about (?:me|myself)|who am i|what is in my profile|what's in my profile|show (?:me )?my profile|my profile|what you know about me)",
    against=r"no|nope|nah|wrong|that(?:'s| is) (?:wrong|not (?:right|true|correct|so)|not it)|not true|actually|sorry|wait|rather|correction|i mean|i meant|not any ?more",
    no_value=r"(?:many )?thanks?(?: you)?|idea|clue|problem|worries|need|way|matter|fine|ok(?:ay)?|good|great|all right|alright|nothing|enough|true|right|correct|wrong|not|later|never ?mind",
    yes=r"(?:ok(?:ay)?[, ]+)?(?:yes|yeah|yep|yup|sure|ok(?:ay)?|do (?:it|that|so|them|both)|go ahead|please do|you may|fine|alright|all right)(?:[,. ]+(?:please|thanks|thank you|do (?:it|that|them)|go ahead|you may|all of (?:it|them)))*",
    leave=r"(?:no|nope|nah|don't|do not|better not|rather not|leave (?:it|that|them)(?: be| alone)?|never ?mind|forget it|skip (?:it|that)|cancel)(?:[,. ]+(?:no|thanks|thank you|please|don't|leave (?:it|that)(?: be| alone)?|never ?mind))*",
    first=r"(?:the )?(?:first|1st|former)(?: one)?|number one|1|one",
    second=r"(?:the )?(?:second|2nd|latter|last|other)(?: one)?|number two|2|two",
    third=r"(?:the )?(?:third|3rd)(?: one)?|number three|3|three",
    every=r"all(?: of (?:them|these|those|it))?|(?:them|these|those)(?: all)?|everything|both(?: of them)?",
    both=r"both(?: of them| are right| are true| of these)?|they(?:'re| are) both (?:right|true)|(?:both|the two)(?: please)?",
    neither=r"neither(?: of them| one| is right)?|none(?: of them)?|not? (?:either|any)(?: of them)?|both (?:are )?wrong",
    it_is=r"it(?:'s| is| was)|that(?:'s| is| was)|(?:the )?right (?:one|answer) is|is|in|at|to|called",
    before=r"\b(?:right |just |shortly )?before (?P<event>(?:i|we|my|our|the|that|he|she|they|moving|getting|starting|having|leaving|going|becoming)\b[^?]*)\s*\??\s*$",
    happened=r"\b(?:was|were|had|did|went|got|came|moved|started|finished|left|met|broke|took|became|happened|\w+ed)\b",
    moved=r"\b(?:i|we) (?:have |had )?(?:moved|relocated|changed (?:flats?|houses?|cities))|\bthe move\b|\bmy move\b|\bmoving\b|\brelocating\b",
)
