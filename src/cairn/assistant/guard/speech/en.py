"""English."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.guard.speech import Speech, alternatives

# base, past, participle, gerund
_VERBS = """
set set set setting / put put put putting / book booked booked booking / schedule scheduled scheduled scheduling
reschedule rescheduled rescheduled rescheduling / add added added adding / create created created creating
save saved saved saving / note noted noted noting / log logged logged logging / record recorded recorded recording
remember remembered remembered remembering / store stored stored storing / keep kept kept keeping
delete deleted deleted deleting / remove removed removed removing / cancel cancelled cancelled cancelling
cancel canceled canceled canceling / move moved moved moving / update updated updated updating
change changed changed changing / send sent sent sending / email emailed emailed emailing / mail mailed mailed mailing
text texted texted texting / message messaged messaged messaging / call called called calling
phone phoned phoned phoning / finish finished finished finishing / complete completed completed completing
handle handled handled handling / sort sorted sorted sorting / arrange arranged arranged arranging
organise organised organised organising / organize organized organized organizing / fix fixed fixed fixing
confirm confirmed confirmed confirming / reserve reserved reserved reserving / register registered registered registering
mark marked marked marking / pencil pencilled pencilled pencilling / pencil penciled penciled penciling
jot jotted jotted jotting / write wrote written writing / file filed filed filing / pin pinned pinned pinning
snooze snoozed snoozed snoozing / postpone postponed postponed postponing / push pushed pushed pushing
enable enabled enabled enabling / activate activated activated activating / turn turned turned turning
start started started starting / stop stopped stopped stopping / clear cleared cleared clearing
order ordered ordered ordering / buy bought bought buying / pay paid paid paying / submit submitted submitted submitting
invite invited invited inviting / notify notified notified notifying / alert alerted alerted alerting
ping pinged pinged pinging / remind reminded reminded reminding / prepare prepared prepared preparing
place placed placed placing / enter entered entered entering / tick ticked ticked ticking / plan planned planned planning
wrap wrapped wrapped wrapping / lock locked locked locking / block blocked blocked blocking
tweak tweaked tweaked tweaking / edit edited edited editing / capture captured captured capturing
track tracked tracked tracking / queue queued queued queuing / line lined lined lining / get got gotten getting
make made made making / take took taken taking / do did done doing / process processed processed processing
forward forwarded forwarded forwarding / copy copied copied copying / share shared shared sharing
publish published published publishing / post posted posted posting / bring brought brought bringing
drop dropped dropped dropping / stick stuck stuck sticking / tuck tucked tucked tucking / slot slotted slotted slotting
cross crossed crossed crossing / check checked checked checking / memorise memorised memorised memorising
memorize memorized memorized memorizing / secure secured secured securing / settle settled settled settling
"""
_FORMS = [verb.split() for line in _VERBS.strip().splitlines() for verb in line.split("/")]
# These say too little by themselves: "I got", "I made", "it is called", "is made of".
_WEAK = {
    "get",
    "make",
    "take",
    "do",
    "call",
    "bring",
    "start",
    "keep",
    "change",
    "turn",
    "check",
    "plan",
    "drop",
    "push",
}


def _words(column: int, *, weak: bool = False) -> str:
    return alternatives(" ".join(forms[column] for forms in _FORMS if weak or forms[0] not in _WEAK))


SPEECH = Speech(
    slots={
        "BASE": _words(0),
        "PAST": _words(1),
        "PART": _words(2) + "|done|arranged|changed|moved",
        "ING": _words(3) + "|making a note|taking care|doing (?:that|it|this)|getting (?:that|it|this)|changing|moving",
        "I": r"i|we|cairn|yours truly|i myself",
        "ADV": (
            r"just|now|already|also|all|gladly|happily|successfully|officially|automatically|safely|duly|certainly|definitely|then|"
            r"actually|really|quickly|right|away|immediately|hereby|simply|so|finally|go(?:ne)? ahead and|"
            r"went ahead and|gone and|went and|for you|both|even|indeed|promptly|carefully|personally|quietly|"
            r"automatically|of course|surely|still|always|be sure to|make sure to|take the liberty of|only|properly|neatly|"
            r"then and there|there|here|too|as well|once again|again|today|this minute|straight ?away|totally|fully"
        ),
        "THING": (
            r"reminders?|alarms?|tasks?|to-?dos?|events?|appointments?|meetings?|notes?|timers?|entry|entries|items?|"
            r"bookings?|reservations?|calls?|alerts?|notifications?|messages?|e-?mails?|invites?|invitations?|memos?|"
            r"calendars?|lists?|schedules?|spots?|seats?|tables?|preferences|settings|orders?|payments?|tickets?|requests?|changes|memory|memories|list|everything|nudges?|pings?|slot|details"
        ),
        "IT": r"it|that|this|everything|all of (?:it|that|this)|those|these|them|both|all",
        # First-person words about thinking and talking, which change nothing.
        "THINKS": (
            r"noticed?|noticing|wanted|wants?|hoped?|hoping|wonder(?:ed|ing)?|guess(?:ed|ing)?|assum(?:ed|e|ing)|meant|mean|"
            r"misunderstood|needed|need|liked|like|tried|try|trying|thought|think|thinking|heard|hear|found|find|looked|look|looking|"
            r"searched|search|searching|asked|ask|asking|said|say|saying|mentioned|suggested|suggest|suggesting|read|reading|"
            r"seen|saw|see|felt|feel|learned|learnt|realis(?:ed|e)|realiz(?:ed|e)|believed?|explain(?:ed|ing)?|wait(?:ing)?|stay|"
            r"listen(?:ing)?|repeat|admit|understood|understand(?:ing)?|missed|missing|talking|talk|spent|known|knew|been|"
            r"worried|referring|refer|confused|interested|help(?:ing)?|love|loved|enjoy(?:ed)?|appreciated?|apologi[sz]e|stop|pause|"
            r"keep it short|be honest|be brief|be here|be happy|be glad|be quiet|be clear|be straight|be frank|be plain|be unable|be sorry|be delighted|rather|also need"
        ),
        "PLACE": r"calendar|lists?|schedule|agenda|notes|reminders|diary|planner|memory|books?|to-?dos?|to-?do list|tasks|system",
        "OWN": r"your|the|my|our|a|an|that|this",
    },
    done=(
        # "I've now added", "I have gone ahead and booked", "I did set"
        r"\b(?:<I>)(?:'ve| have|'s| has|ve) (?:<ADV>\s)*(?:been (?:able to|busy) )?(?:<PART>|<PAST>|gotten|got (?:it|that|this|you|the|your)|made|taken|put|been <ING>)\b",
        r"\b(?:<I>)(?:'d| had) (?:<ADV>\s)*(?:already )?(?:booked|scheduled|added|created|saved|noted|logged|moved|updated)\b",
        # "I set", "I just booked", "we scheduled"; "shall I set" is an offer
        (
            r"(?<!shall )(?<!should )(?<!can )(?<!could )(?<!may )(?<!might )(?<!must )(?<!would )(?<!will )(?<!do )(?<!did )"
            r"(?<!if )(?<!before )(?<!until )(?<!unless )(?<!whether )(?<!once )(?<!when )(?<!suggest )(?<!have )"
            r"\b(?:<I>) (?:<ADV>\s)*(?:<PAST>|called|took care|did (?:<IT>)|made (?:a|the|you|your|that|this|sure|it|an|some)|"
            r"got (?:it|that|this|you|your|the)|changed|moved|kept|dropped|pushed|turned (?:on|off|it|that)|took (?:the|a|note|down|that|it))\b"
        ),
        # Any other deed of mine in the past: the list of deeds has no end.
        (
            r"(?<!shall )(?<!should )(?<!if )(?<!before )(?<!until )(?<!when )(?<!did )"
            r"\b(?:<I>)(?:'ve| have|ve)? (?:<ADV>\s)*(?!(?:<THINKS>)\b)(?:\w{2,}ed|let|threw|spoke|told|gave|ran|held|cut|shut|rang|stuck|dealt|built|went|sent|popped)\b(?! (?:you )?to (?:know|ask|say)\b)"
        ),
        r"^(?:<ADV>\s)*(?:just )?did (?:<IT>)\b(?!.*\?)|^just did\b|\bno sooner said\b|\bsaid and done\b",
        r"\b(?:having|after having) (?:<ADV>\s)*(?:<PART>)\b",
        r"\bi (?:did|do) (?:<ADV>\s)*(?:<BASE>|it|that|this|so)\b(?! not)",
        r"\bi managed to (?:<BASE>|get|make)\b|\bi was able to (?:<BASE>|get|make)\b|\bi got (?:<IT>|<OWN>) .*\b(?:<PART>|down|in|up|sorted)\b",
        r"\b(?:thanks to|by) me\b.*\b(?:<PART>)\b|\b(?:<PART>) (?:it|that|this|them|everything|one) (?:for you|in|to|on|down|up|as)\b",
        r"\b(?:just|already) (?:<PAST>) (?:<IT>|<OWN>|you)\b",
        r"\bgot (?:it|that|this) (?:all )?(?:on|in|down|covered|sorted|set up|booked)\b|\byour wish is my command\b|\bmission accomplished\b|\bdone and dusted\b|\bjob done\b|\bwish granted\b",
    ),
    state=(
        # "it's booked", "your reminder has been set", "that will be added", "is now in place"
        r"(?<!not )\b(?:is|are|was|were|has|have|be|been|being|gets?|got|getting|stands?|'s|'re|'ve) (?:<ADV>\s)*(?:been |being )?(?:<ADV>\s)*(?:<PART>)\b(?! in (?:their|his|her|its) ways)",
        r"'(?:s|re|ve) (?:<ADV>\s)*(?:been |being )?(?:<ADV>\s)*(?:<PART>)\b|(?<!i)'ll (?:<ADV>\s)*be (?:<ADV>\s)*(?:<PART>)\b",
        r"\b(?:thats|its|ive|youre|theyre) (?:<ADV>\s)*(?:<PART>)\b",
        r"\b(?:is|are|'s|'re|will be|'ll be|goes|went|sits?|lives?|stands?|now|already|waiting) (?:<ADV>\s)*(?:on|in|at|inside|onto|into) (?:your|the|my) (?:\w+ ){0,2}(?:<PLACE>)\b",
        r"\b(?:<THING>) (?:is|are|'s|'re|has|have|was|were|will|now|went|goes) (?:<ADV>\s)*(?:<PART>|ready|active|live|on|in|up|in place|running|waiting|good to go|all yours|there|gone|off|be (?:there|ready|waiting|sent))\b",
        r"\b(?:all|you're|you are|youre|we're|we are|everything is|everything's|it's|that's|that is|it is) (?:<ADV>\s)*(?:all )?(?:set|sorted|done|good to go|squared away|covered|taken care of|in place|in hand|under control|wrapped up|in the (?:bag|books?|system)|locked in|on (?:it|file|record|track)|handled)\b",
        r"\bconsider (?:<IT>|yourself|<OWN> \w+) (?:<ADV>\s)*(?:done|<PART>|taken care of)\b|\bdone deal\b",
        r"\b(?:<THING>|email to \w+)(?:'s| is| are| has| have| was| were|) (?:<ADV>\s)*(?:been )?(?:\w{2,}ed|went out|gone out|off|gone|delivered|in place|running|live|on its way|under way)\b",
        r"\b(?:got|gets|was|were) (?:<ADV>\s)*(?:pushed|moved|bumped|changed|dropped|brought forward) (?:to|back|up|forward)\b",
        r"\b(?:list|calendar|schedule|agenda)(?:'s| is|) (?:now )?(?:has|shows|holds|includes|contains|got|up to date)\b|\bjoined your (?:<PLACE>)\b|\bgone from your (?:<PLACE>)\b|\boff your (?:<PLACE>)\b",
        r"\byou(?:'re| are) (?:<ADV>\s)*(?:booked|subscribed|registered|enrolled|signed up|scheduled|confirmed|on (?:the|your) list)\b",
        r"\b(?:reminder|task|event|appointment|alarm) (?:->|→|=>)",
        r"\btaken care of\b|\bin the books\b|\bpencil+ed in\b|\block(?:ed)? in\b|\bgot you covered\b|\bcovered for you\b|\bgot your back on\b",
        r"\b(?:i have|we have|i got|'ve got|'ve|have got) (?:<IT>|you|<OWN> (?:\w+ ){1,3}) ?(?:<ADV>\s)*(?:down|noted|covered|booked|saved|set|set up|scheduled|sorted|recorded|written|logged|on (?:the|your)|in (?:the|your))\b",
        r"\byou(?:'ll| will| shall| should| can| are going to|'re going to|'re gonna)? (?:<ADV>\s)*(?:now )?(?:be |get |receive |have |hear |see |find |expect |to )+(?:<ADV>\s)*(?:reminded|notified|alerted|pinged|nudged|(?:a|an|your|the|my|that|another|one)? ?(?:\w+ ){0,2}(?:<THING>|buzz|heads[- ]up|it (?:in|on) (?:your|the))|from me|about it (?:at|on|when))\b",
        r"\b(?:expect|watch for|look out for) (?:a|an|your|the|my) (?:\w+ )?(?:<THING>|nudge|heads[- ]up)\b",
        r"\b(?:<OWN>) (?:\w+ ){0,2}(?:<THING>|phone) (?:will|'ll|shall|is going to) (?:<ADV>\s)*(?:go|ring|fire|pop|show|arrive|come|buzz|sound|remind|reach|ping|appear|land|be|alert|notify)\b",
        r"\bit(?:'ll| will) (?:<ADV>\s)*(?:go off|ring|fire|pop up|show up|remind|ping|alert|notify|appear|be (?:there|waiting|in|on))\b",
        r"\b(?:confirmed|scheduled|booked) (?:for|at|on)\b",
        r"\byou(?:'ve| have) (?:now )?got (?:a|an|your) (?:\w+ ){0,2}(?:<THING>)\b|\bthere(?:'s| is) now (?:a|an|your)\b",
        r"\bno (?:need|reason) to (?:worry|remember).*\b(?:i'll|it's|i've|i have|it is)\b",
        r"\bas good as done\b|\bsafe with me\b|\bsafe and sound\b|\bin good hands\b|\bthat(?:'s| is) that (?:done|sorted)\b",
        r"\bhere(?:'s| is| are) (?:what i (?:did|'ve done|have done|set|added|booked)|your (?:new )?(?:reminder|booking|confirmation|event|task))\b",
    ),
    promise=(
        # "I'll remind you", "we are going to add", "I'm on it", "I'm setting"
        r"(?<!shall )(?<!should )\b(?:<I>)(?:'ll| will| shall| am going to|'m going to|m going to| are going to|'re going to|'m gonna| am about to|'m about to| intend to| plan to| promise to| promise i'll|ll) (?:<ADV>\s)*(?:<BASE>|get|make|take|do|keep|call|bring|start|change|turn|check|plan|drop|push|be|let you know|give you|see to|look after|follow up|nudge|poke|buzz|wake|tell you|have (?:it|that|this|your))\b(?! (?:honest|brief|happy|glad|here|straight|clear|plain|frank|unable|sorry|delighted))",
        r"\b(?:<I>)(?:'m| am|'re| are|m) (?:<ADV>\s)*(?:<ING>|on it|on the case|onto it)\b",
        r"(?<!shall )(?<!should )\b(?:<I>)(?:'ll| will|ll) (?!not\b)(?:(?:<ADV>|never)\s)*(?!(?:<THINKS>)\b)\w+\b",
        r"\b(?:<I>)(?:'m| am|m) (?:<ADV>\s)*(?!(?:<THINKS>)\b)\w{3,}ing\b",
        r"(?<!shall )(?<!should )(?<!can )(?<!could )(?<!do )(?<!if )(?<!before )\bi (?:now|hereby|gladly|just|immediately|always|will always) (?:<BASE>|make|take|do|keep)\b",
        r"\b(?:<I>) (?:<ADV>\s)*(?:book|schedule|add|create|save|log|record|store|delete|remove|cancel|move|update|send|email|mark|remind|snooze|postpone|reserve|register|arrange) (?:<IT>|<OWN>|you)\b(?<!shall i )",
        r"\b(?:let|allow) me (?:to )?(?:<ADV>\s)*(?:<BASE>|make|take care|do that|get that|change)\b(?! know)",
        r"\bi (?:won't|will not|'ll not|wont) (?:let you )?forget\b|\bi(?:'ll| will) remember\b|\bcount on me\b|\bleave (?:it|that|this|everything) (?:to|with) me\b|\brely on me\b",
        r"\bi (?:have|'ve) (?:\w+ ){0,3}(?:in mind|covered|under control)\b|\bi've got (?:this|it|you)\b",
    ),
    start=(
        r"(?:<ADV>\s)*(?:<PART>|all <PART>)(?:$|[ .!]*$| (?:for|at|to|on|in|it|that|this|them|as|your|the|you|up|and|with|successfully|now|already|already|by|down|away|too|tomorrow|today|tonight|next|every|~))(?! (?:of|aside|boundaries|small|goals|realistic) )(?!.*\?)",
        r"(?:<OWN> |new |one )?(?:\w+ ){0,3}(?:<THING>) (?:<ADV>\s)*(?:<PART>)\b",
        r"(?:new |your )?(?:reminder|task|event|appointment|alarm|note|timer|to-?do|booking)s?(?: (?:for|at|on) .+)?$",
        r"(?:<ING>) (?:<IT>|you|your|the|an?|my|now)\b(?!.*\b(?:can|could|may|might|helps?|is|are|makes?|often|works?|would|gives?|takes?|feels?|sounds?|means?|keeps?|seems?|won't|doesn't)\b)",
        r"(?:on it|will do|gotcha|roger(?: that)?|noted|duly noted|all set|all done|all sorted|all good to go|consider it done|got it down|as you wish|say no more)\b[ .!]*(?:$|,|then|-)",
        r"(?:success|confirmed|completed|booked|saved|done|finished|sorted|handled|scheduled)\b[ .!]*$",
        r"set (?:it|that|this|everything|them) (?:all )?up\b|set (?:a|an|your|the|up) (?:\w+ ){0,2}(?:reminder|alarm|event|appointment)s? (?:for|at|on|to) ",
        r"(?:have|has|had) (?:<ADV>\s)*(?:<PART>)\b(?!.*\?)",
        r"(?:successfully|officially|duly|hereby) (?:<PAST>|<PART>)\b",
        r"(?:will|'ll|gonna|going to) (?:<ADV>\s)*(?:remind|add|set|book|schedule|save|note|log|ping|let you know)\b",
        r"(?:already |now )?on it\b|(?:<ING>) (?:<OWN>) (?:\w+ ){0,2}(?:<THING>)\b(?: now)?\W*$",
        r"(?:marked|ticked|crossed|checked|taken) (?:as|off|it|that|down)\b",
    ),
    fillers=(
        r"ok(?:ay)?|sure(?: thing)?|great|perfect|alright|all right|right|yes|yep|yeah|yup|got it|gotcha|absolutely|certainly|of course|"
        r"no problem|no worries|wonderful|excellent|awesome|fantastic|good news|well|so|and|then|ta-?da|voila|hey|hi|hello|fine|cool|"
        r"understood|there you go|here you go|there we go|happy to help|my pleasure|good|nice|lovely|brilliant|super|easy|boom|"
        r"alrighty|okey-?dokey|very well|thanks|thank you|now|also|plus|finally|next|but|because|since|as requested|as promised|as asked|fyi|note"
    ),
    asked=(
        r"(?:and |so |but |or |ok(?:ay)? |well |now )?(?:shall|should|would|will|do|does|did|can|could|may|might|is|are|was|were|has|have|had|am|want|need|like|"
        r"what|when|where|which|who|whose|why|how|anything|any|ready|sound|okay|is there|care|fancy|prefer|did)\b(?!.*\bi(?:'ve| have) (?:<PART>))",
    ),
    conditional=(
        r"(?:and |but |so |even |only |or )?(?:if|once|when|whenever|unless|until|till|after|as soon as|in case|whether|before|by the time|imagine|suppose|what if|as long as|had)\b",
        r"(?:you|they|he|she|people|some|others|many|one|someone|anyone) (?:\w+ )?(?:can|could|may|might|should|would|must)\b",
        r"(?:try|consider (?!it|that|this|your)|think of|maybe|perhaps|instead of|rather than|imagine)\b",
    ),
    consent=(
        r"\b(?:if|when|once|as soon as|whenever) (?:you|that)(?:'d| would|'re| are)? (?:\w+ )?(?:like|want|wish|prefer|say|tell|confirm|agree|give|let|okay|ok|approve|choose|decide|happy|works|sounds)\b",
        r"\b(?:shall|should|may|can|could) (?:i|we)\b|\bwould you (?:like|prefer|want)\b|\b(?:do you )?want me to\b|\bjust (?:say|tell me|ask|let me know)\b",
    ),
    spared=(
        r"\b(?:i|we) (?:have not|haven't|havent|did not|didn't|didnt|can't|cannot|can not|couldn't|could not|won't be able to|am not|'m not|will not|won't)(?! (?:let you )?forget) (?:\w+ ){0,2}?(?:<BASE>|<PART>|<ING>|make|made|change|do|call|get)\b(?: (?:or|and) (?:<BASE>|<PART>|<ING>|changed?))*",
        r"\b(?:is|are|was|were|has|have|been|isn't|aren't|wasn't|hasn't|haven't)(?: not|n't|nt)? (?:not|never|nothing|yet to be) (?:been )?(?:\w+ )?(?:<PART>)\b",
        r"\b(?:isn't|aren't|wasn't|weren't|hasn't been|haven't been|won't be|can't be|don't get|not) (?:\w+ )?(?:<PART>)\b",
        r"\bnothing (?:is|was|has been|'s been|got) (?:\w+ )?(?:<PART>)\b|\bnothing(?:'s)? (?:<PART>)\b",
        r"\b(?:can|could|may|might|should|must|would|to|need to|needs to|have to|has to|ought to) be (?:\w+ )?(?:<PART>)\b",
        r"\b(?:is|are) (?:done|sorted|finished|kept|made|set|stored|recorded|written) (?:by|in|with|of|when|from|as|at) (?:the|a|an|most|many|people|your)? ?(?:brain|body|doctor|people|doctors|scientists|researchers|experts|hand|habit|small|stages|steps|pieces|way)\w*",
        r"\b(?:well|half|over and|get things|getting things|to get (?:it|things|this|that)|nearly|almost) (?:done|finished)\b|\bonce (?:you're|you are|it's|that's|it is|that is) (?:done|finished|sorted|set)\b",
        r"\bwhen (?:you're|you are|it's|that's|it is|that is) (?:done|finished|ready)\b",
        r"\bas (?:noted|recorded|written) (?:in|by)\b",
    ),
)
