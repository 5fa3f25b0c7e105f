"""English."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.lexicon import Words

WORDS = Words(
    polite_lead=r"""(?:(?:kindly|hey|hi|hello|yep|yeah|ok|okay|so|oh|um+|uh+|erm*|basically|like(?=\ i\b)|ugh|argh|oops|phew|hm+|alright|without\ fail|well|also|and|then|please|cairn|right|now|actually|btw|by\ the\ way|oh\ yeah|ah|aww?|(?:listen|look)(?=,)|quick\ (?:one|thing|note)|one\ (?:more\ )?thing|last\ thing)\b[,\s]*)*
        (?:(?:can|could|would|will)\ you\ (?:please\ |kindly\ )?|i(?:'d|\ would)\ like\ you\ to\ |i\ want\ you\ to\ |please\ )?""",
    polite_tail=r"[,\s]+(?:please|pls|thanks|thank\ you|thx|ok|okay|cheers|without\ fail)\s?[.!?]*",
    remind=r"""(?:just\ )?remind(?:er)?\ me(?:\ again)?(?:,?\ please,?)?(?:\ (?:to|that|about|of|when|for))?[:,]?
        |(?:set|make|create|add|put|give)\ (?:me\ )?(?:a\ |an\ |the\ )?(?:new\ )?(?:reminder|alarm)(?:\ for\ me)?(?:\ (?:to|that|about|for|of))?[:,]?
        |(?:i(?:'d|\ would)\ like|i\ (?:need|want))\ an?\ (?:reminder|alarm)(?:\ (?:to|about|for))?[:,]?
        |reminder(?:\ (?:to|about|for))?[:,]?|alarm[:,]?|wake\ me(?:\ up)?|nudge\ me(?:\ (?:to|about))?|ping\ me(?:\ (?:to|about))?
        |(?:(?:would|do)\ you\ )?mind\ reminding\ me(?:\ (?:to|that|about|of))?|tell\ me\ to|alert\ me(?:\ (?:to|about))?|notify\ me(?:\ (?:to|about))?|let\ me\ know(?:\ to)?""",
    jotted=r"(?:make\ a\ |take\ a\ )?note|fyi|memo|jot|write\ (?:this\ )?down|save",
    note=r"""(?:please\ )?remember[:,]?(?:\ that\b)?(?!\ (?:to|when|what|where|how|who)\b)|(?:make\ a\ |take\ a\ )?note(?:\ to\ (?:my)?self)?(?:\ down)?(?:\ that\b|[:,])|note\ (?:that|down)
        |keep\ in\ mind(?:\ that)?|don'?t\ (?:let\ me\ )?forget(?:\ that\b|:|(?=\ (?!to\b)(?:[\w']+\ ){1,5}?(?:is|are|has|lives|likes|hates)\ (?!at\b|on\b|by\b|due\b|in\ (?:\d|an?\b|half|january|february|march|april|may|june|july|august|september|october|november|december|the\ (?:morning|afternoon|evening))|from\b|coming\b|tomorrow\b|today\b|tonight\b|this\b|next\b|\d)))|for\ the\ record[:,]?|write\ (?:this\ )?down(?:\ that)?[:,]?|save\ (?:this|that)[:,]?|fyi[:,]?|memo[:,]?|jot\ (?:this\ )?down[:,]?""",
    idea=r"(?:an?\ )?(?:(?:random|new|crazy|just\ an?)\ )?(?:ideas?|thoughts?)\ ?:",
    need=r"""(?:i|we)(?:'ve|\ have|)\ (?:really\ |still\ |also\ )?(?:need\ to|have\ to|must|should|ought\ to|got\ to|gotta|got\ ta)|(?:i|we)\ better|i'd\ better
        |(?:really\ )?(?:need\ to|have\ to|must(?!\ (?:i|we)\b)|gotta|should(?!\ (?:i|we)\b))|(?:don'?t|do\ not)\ (?:let\ me\ )?forget(?:\ (?:to|about))?|remember\ to
        |(?:to-?\ ?do|task|todos?)\ ?[:,-]|(?:add|new|create)(?:\ an?)?\ (?:task|to-?\ ?do)(?:\ (?:to|for|called))?[:,]?|make\ sure(?:\ (?:to|i|that\ i))?""",
    plan=r"(?:gonna|imma|i'ma)|(?:i|we)(?:'ll|\ will|'m\ going\ to|\ am\ going\ to|'re\ going\ to|\ are\ going\ to|'m\ gonna|\ gonna|\ plan\ to|\ want\ to|'d\ like\ to|\ would\ like\ to)",
    having=r"(?:(?:i|we)(?:'ve\ got|\ have\ got|\ have|\ got)|there(?:'s|\ is|\ are|'re)|schedule|pencil\ in)(?:\ (?:an?|the|my|some))?",
    onto_list=r"(?:add|put)\ (?P<what>.+?)\ (?:to|on|onto|in)\ (?:my|the)\ (?:[\w-]+\ )?(?:list|to-?dos?|tasks)",
    happens=r"\ (?:is|are|comes|is\ coming|starts?|begins?|takes\ place|happens|(?P<tells>visits|opens?|leaves?|departs?|arrives?|lands?|closes?))",
    recall=r"""what\ (?:(?:did|have|had)\ (?:i|we|you)|do\ (?:i|we)(?!\ have\ (?:on|for|this|next|tomorrow|tonight|planned|coming|scheduled)\b))\b(?!\ (?:do\ (?:now|next|today)|have\ to|need|think\ i))
        |(?:when|where|who|why|which|how(?:\ (?:much|many|long|often|old|far))?)\ (?:\w+\ )?(?:did|was|were|have|had)\b
        |what\ (?:did|has|have|had)\ (?!(?:i|we|you)\b)[\w']+(?:\ [\w']+)?\ (?:say|said|tell|told|want(?:ed)?|ask(?:ed)?|recommend(?:ed)?|bring|brought|give|given|promised?|need(?:ed)?|cost|mean)\b|who\ (?:\w{2,}ed|told|gave|said|lent|sent|wrote|made)\b|when(?:'s|\ is)\ (?:my|our|the|\w+'?s)\b|when\ does\ my\b|where(?:'s|\ is|\ are|'re)|who(?:'s|\ is)\ my|what(?:\ is|\ are|'s)\ (?:i|we|\w+(?:\ \w+)?)\ (?:allergic|intolerant)\ to|who(?:\ has|'s\ got|\ has\ got|\ borrowed|\ took)\ (?:my|our|the)\b|what\ (?:size|colou?r|brand|make|kind|sort|type|model)(?:\ (?:of\ )?\w+)?\ (?:does|do|did)\ (?!you\b)[\w']+(?:\ [\w']+)?\ (?:wear|take|drink|like|use|need|have|want|eat|drive|prefer)|where\ (?:does|do)\ (?!you\b)[\w']+(?:\ [\w']+)?\ (?:live|work|keep|go\ to\ school)|how\ (?:old|tall)\ (?:is|are)\ (?:my|our|[\w']+)\b(?!\ the)|how\ much\ (?:do|does)\ (?!you\b|it\b|this\b|that\b|the\b|an?\b)[\w']+(?:\ [\w']+)?\ owe|what\ am\ i\ (?:allergic|intolerant)|what\ time\ (?:did|was|is\ my|is\ the|do\ i)
        |what(?:'s|\ is|\ are|\ was|\ were)\ (?:my|our|\w+'s|\w+\ \w+'s)|whats\ (?:my|our|\w+s)\ (?:\w+\ )?(?:code|number|name|address|password|pin|birthday|size|plate|email)|what(?:'s|\ is|\ was)\ the\ (?:\w+\ ){0,3}?(?:code|number|name|address|password|pin|date|time|plate|size|model|brand|title|place|price|word)\b(?!\ (?:of\ france|is\ it))
        |(?:did|have|had)\ (?:i|we)\b|(?:do|can)\ you\ (?:still\ )?(?:remember|recall)|what\ do\ you\ (?:know|remember|have)
        |remind\ me\ (?:what|where|who|which|how|why|when\ (?:is|was|my|the|i\ (?:said|told|saw|met)))\b|tell\ me\ what\ i\ (?:said|told)|(?:search|look)\ (?:for|up)(?:\ what\ i\ said)?|find\ (?:what|when|where)\b|what\ was\b|anything\ about""",
    recall_about=r"\b(?:about|regarding|on|of|with|for)\ (?P<topic>[^?]+)|\b(?:is|are|was|were|'s|did\ i\ (?:put|leave|park|see|meet|call|buy|take))\ (?P<thing>(?:my|our|the|\w+'s)\ [^?]+)",
    question=r"(?:what|when(?!\ (?:i|we|he|she|they|you|it)\b(?!.*\?))|where|who|whom|whose|why|how|which|is|are|am|was|were|do|does|did(?!\ (?:the|my|some|all)\b(?!.*\?)|\ \w+\s*\Z)|can|could|should|would|will|may|might|has|have|shall|any|what's|who's|how's|where's|isn't|aren't)(?![\w'])|don't\b(?=.*\?)",
    statement=r"(?:can't|cant|couldn't|head's|my\ (?:head|brain|back|legs?|mind)\b|feeling|thinking|wondering|hoping|struggling|no(?!\ (?:later|sooner)\b)|i|i'm|i've|i'd|i'll|im|ive|we|we're|we've|he|he's|she|she's|they|they're|it|it's|this|that|that's|there|there's|nobody|everybody|everyone|someone|today|yesterday|last\ \w+)(?!\s*:)",
    finite=r"""\b(?:am|is|isn't|are|aren't|was|wasn't|were|weren't|has|hasn't|had|hadn't|does|doesn't|did|didn't|can't|cannot|could|couldn't|won't|would|wouldn't
        |loves?|likes?|hates?|thinks?|thought|feels?|felt|wants?|wanted|needs|needed|lives|lived|works|worked|said|says|told|went|got|made|took|met|saw|bought|ate|slept|forgot|lost|found|left|paid
        |called|finished|started|prefers?|knows|knew|takes|kept|keeps|gave|gives|came|comes|asked|wrote|turned|parked|moved|broke|hurts?|costs?|smells?|means?|seems?|starts|ends|used|owes?|owed|died|born|lent|borrowed|hates|married|recommended)\b""",
    join=r"\s*,\s*(?:and\s+then\s+|and\s+|then\s+|also\s+|plus\s+)?|\s+(?:and\s+then|and\s+also|and|then|plus)\s+",
    leaving=r"(?:(?:when|what\ time|at\ what\ time)\ (?:do|should|must|shall)\ (?:i|we)\ (?:(?:have|need)\ to\ )?(?:leave|go|head\ out|set\ off|get\ going|be\ off)(?:\ (?:for|to)\ .+)?|(?:tell\ me\ )?when\ to\ (?:leave|go|head\ out)|do\ i\ have\ to\ leave(?:\ (?:now|soon|yet))?|how\ long\ (?:have\ i\ got\ |do\ i\ have\ )?(?:until|till|before)\ i\ (?:have\ to\ |must\ |need\ to\ )?(?:leave|go))",
    today=r"how\ many\ (?:tasks|things|to-?dos?)\ (?:do\ i\ have|have\ i\ got|are\ there)(?:\ (?:left|to\ do))?(?:\ (?:for\ )?today)?|what\ (?:else\ )?(?:have\ i\ got|do\ i\ have|have\ i|is\ there|am\ i\ supposed)\ to\ do(?:\ today)?|what\ else\ (?:do\ i\ have|have\ i\ got|is\ there|is\ on)(?:\ (?:on|to\ do))?\ today|what\ am\ i\ (?:doing|up\ to)\ today|(?:(?:what(?:'s|\ is|\ do\ i\ have|\ have\ i\ got|\ does\ my\ day\ look\ like|\ is\ there)?|show(?:\ me)?|list|tell\ me)\ ?)?(?:\ ?(?:on|for|up|planned|coming\ up|happening|my|me|the))*\ ?(?:today|list|day|agenda|schedule|plan|my\ day|tasks|to-?dos?|plan\ for\ today|list\ for\ today)|what(?:'s|\ is)\ left(?:\ (?:for\ |to\ do\ )?today)?|what(?:'s|\ is)\ (?:on|up)\ (?:my\ (?:plate|agenda|calendar|list|schedule)\ )?(?:for\ )?today|today'?s\ (?:list|plan|agenda|tasks|schedule|to-?dos?)|what(?:'s|\ is)\ my\ day\ looking\ like|(?:what|how)\ (?:does|is)\ (?:my|the)\ day(?:\ look(?:ing)?)?(?:\ like)?|what(?:'s|\ is)\ my\ day\ like|list",
    too_much=r"(?:(?:it|this|that|everything)(?:'s|\ is)?\ )?(?:all\ )?(?:(?:way|just|simply|really)\ )*too\ much(?:\ (?:today|right\ now|for\ me|now|at\ once))*|i\ (?:can't|cannot)\ (?:cope|do\ (?:all\ (?:of\ )?)?this|handle\ (?:all\ )?this)(?:\ (?:today|now|right\ now))?,?\ (?:it's|this\ is|that's)\ (?:(?:all|just|way|simply)\ )*too\ much|i(?:'m|\ am|\ feel|'m\ feeling|\ am\ feeling)\ (?:(?:so|totally|completely|really|a\ bit)\ )*overwhelmed|i(?:'m|\ am)\ (?:so\ )?(?:overloaded|swamped|drowning)|i\ can't\ (?:cope|do\ (?:all\ (?:of\ )?)?this|handle\ (?:all\ )?this)|overwhelmed",
    smaller=r"""give\ me\ (?:something|a)\ (?:even\ )?(?:smaller|tinier)(?:\ step)?|(?:(?:even|still|way|much|a\ bit|more)\ )?(?:smaller|tinier|tiny)|(?:make|can\ you\ make)\ (?:(?:it|this|that)\ (?:even\ |more\ )?(?:smaller|tinier|tiny|easier|simpler)|(?P<made>.+?)\ (?:smaller|tinier))|(?:an?\ )?(?:even\ )?(?:smaller|tinier)\ (?:steps?|bits?|one)|too\ (?:big|hard)|(?:it|this|that)(?:'s|\ is)\ too\ (?:big|hard)
        |(?:break|split|chop)\ (?:(?:it|this|that)\ )?(?:down|up)(?:\ (?:for\ me|into\ (?:small(?:er)?\ )?(?:steps|bits)))*|(?:break|split|chop)\ (?:down|up)\ (?P<what>.+?)(?:\ (?:for\ me|into\ (?:small(?:er)?\ )?(?:steps|bits)))*|(?:break|split|chop)\ (?P<named>.+?)\ (?:down|up)(?:\ (?:for\ me|into\ (?:small(?:er)?\ )?(?:steps|bits)))*|(?:break|split)\ (?P<into>.+?)\ into\ (?:small(?:er)?\ )?(?:steps|bits)|step\ by\ step|help\ me\ (?:to\ )?(?:get\ )?(?:start(?:ed)?|begin)(?:\ (?:with\ |on\ )?(?P<begun>.+))?|i\ can'?t\ (?:start|begin|get\ started)|(?:i'm\ |i\ am\ )?stuck""",
    spare=r"(?:i(?:'ve|\ only|\ just|\ have|\ got|\ about)+|got(?:\ (?:only|just))?|with|there\ (?:are|is)|what\ (?:can|could|should)\ i\ do\ (?:in|with)|(?:give\ me\ )?something\ for)\ (?P<rest>.+)",
    light=r"(?:(?:i(?:'ve\ got|\ have)\ |with\ )?(?:(?:very\ )?low|no|zero|little|not\ much)\ energy(?:\ (?:today|now|right\ now))*|low\ on\ energy|(?:give\ me\ |pick\ )?something\ (?:easy|light|simple|small)|(?:give\ me\ )?an?\ (?:easy|light|small)\ one|too\ tired\ for\ (?:that|this|it))",
    not_that=r"(?:not\ (?:that|this)(?:\ one)?|(?:something|anything)\ else|another(?:\ one)?|a\ different\ one|different\ one|skip(?:\ (?:it|that|this))?(?:\ one)?)",
    next=r"(?:the\ )?next(?:\ one)?|what(?:'s|\ is)?\ (?:up\ )?(?:(?:the|my)\ )?next(?:\ (?:thing|one|step|task))?(?:\ (?:on\ my\ list|to\ do|i\ should\ do))?|what\ now|what\ (?:should|do)\ i\ do(?:\ (?:now|next|first))?|next\ (?:one|thing|task|step)|i\ (?:don'?t|do\ not)\ know\ (?:where\ to\ (?:start|begin)|what\ to\ do(?:\ (?:now|next|first))?)|i\ can'?t\ decide|choose\ for\ me|pick\ (?:one|something)(?:\ for\ me)?|just\ one\ thing|where\ do\ i\ start|what\ should\ i\ start\ with|give\ me\ (?:one|something)(?:\ thing)?(?:\ to\ do)?",
    done=r"""(?:i(?:'m|\ am|'ve|\ have)\ |all\ |that'?s\ |it'?s\ )?(?:(?:already|all|just)\ )?(?:done|finished|completed)(?:\ (?:it|that|this|and\ dusted|now|already))?(?:(?:\ with|:)?\ (?P<what>.+))?
        |(?!(?:get|getting|i|to|want|wants|needs?|have|has|having|make|not|never|nothing|what|when|are|is|am|was|we|you|be|almost|nearly|half)\b)(?P<named>(?:(?!(?:be|to|get|not|almost|nearly|half|when|if|until|needs?|want|i|we|you|never)\b)[\w'-]+\ ){1,4}?)(?:is\ |are\ |all\ )*(?:done|finished)
        |(?:i\ )?did\ (?:it|that)|(?:mark|tick|check|cross)\ (?:off\ )?(?P<marked>.+?)(?:\ (?:off|as\ done|done|as\ finished|as\ complete))+|got\ it\ done|(?:all\ |it's\ |that's\ )?sorted|(?:i\ )?(?:just\ )?(?:ticked|checked|crossed)\ (?:it|that|this)\ off|i(?:'ve|\ have)?\ (?:just\ )?finished(?:\ (?P<finished>.+))?""",
    later=r"""(?:(?:hang\ on|hold\ on|wait|not\ now)[,\ ]+later|snooze|(?:maybe|perhaps)\ later|(?:i\ )?can'?t\ (?:do\ (?:it|that|this)\ )?(?:right\ )?now|not\ right\ now|no\ time\ (?:right\ )?now|(?:(?:nah|no|ok|i'll|i\ will|i'd\ rather)\ )?do\ (?:it|that|this)\ later|later|not\ now|postpone|delay|remind\ me\ (?:again|later)|(?:put|push)\ (?:it|that|this)\ (?:off|back)|(?:give\ me|hang\ on|wait|remind\ me)(?=\ (?:another\ |(?:half\ )?an?\ |\d+\ )(?:hour|min(?:ute)?s?|\d+\ min(?:ute)?s?|hours?|hrs?|h|m)\s*\Z)|ask\ me\ (?:again|later)|in\ a\ (?:bit|while)|not\ yet|later\ please)
        (?:\ (?:it|that|this))?(?P<rest>(?:[\s,:]+.+)?)""",
    more=r"more|another|extra",
    infinitive=r"(?!)",
    snooze_default_minutes=10,
    undo=r"(?:please\ )?(?:cancel\ (?:the\ )?last(?:\ (?:one|thing))?|undo|take\ (?:that|it)\ back|never\ ?mind(?:\ that)?|revert|scrap\ that|cancel(?:\ (?:that|this|it))?|oops|undo\ (?:that|it|this|the\ last(?:\ (?:one|thing))?|last)|forget\ (?:that|it)|no,?\ undo.*)",
    help=r"help(?:[,\ ]+how\ does\ this\ work)?|\?|help\ me|what\ can\ (?:you\ do|i\ say)|how\ does\ this\ work|commands|how\ do\ you\ work|what\ do\ you\ do|menu|instructions",
    hello=r"(?:(?:hi|hello|hey)(?:\ there|\ cairn)?[,!\ ]+how\ (?:are\ you|are\ things|is\ it\ going)(?:\ doing)?(?:\ today)?|hi|hello|hey|good\ (?:morning|afternoon|evening|night)|hiya|yo|i(?:'m|m|\ am)\ back(?:\ again)?)(?:\ (?:there|cairn))?",
    thanks=r"(?:thanks|thank\ you|thx|cheers|ty)(?:\ (?:so\ much|a\ lot|very\ much|cairn))?",
    agreed=r"(?:that'?s\ (?:right|correct|it)|(?:yes|yeah|yep)[,\ ]+(?:please|right|that'?s\ (?:right|it)|thanks|thank\ you|correct)|correct|exactly|ok|okay|yes|yep|yeah|right|good|great|fine|perfect|cool|sure|no|nope|alright|got\ it)",
    denied=r"(?:no|nope|nah|wrong|not\ (?:quite|really|right)|that'?s\ (?:wrong|not\ (?:it|right)))(?:[,\s]+(?:no|thanks|thank\ you|sorry|wrong|it'?s\ not|that'?s\ (?:wrong|not\ (?:it|right))))*",
    not_but=r"not\ (?P<old>[^,]+?)(?:,\s*|\s+)(?:but\s+)?(?P<new>[^,]+)|(?P<wrong>[^,]+?)\ no,\s*(?P<right>[^,]+)",
    then=r"\bthen\b",
    determiners="a an the my your his her our their this that these those some all it them him me us",
    rather=r"(?:no|nope|nah|not\ that|wrong(?:\ (?:day|time|date|hour))?|sorry|actually|rather|better|wait|oops(?=[\ ,]+(?:at\ )?\d)|(?:i\ )?mean(?:t)?|i\ said|(?:it\ |that\ |this\ )?should(?:'ve|\ have)?\ (?:be|been|say)|it\ was|(?:let'?s\ )?make\ (?:it|that)|(?:change|move|set|put|push)\ (?:it|that)(?:\ (?:back\ )?to)?|let'?s\ (?:say|do)|(?:can|could)\ (?:you|we)\ (?:make|do)\ (?:it|that)|it'?s)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    instead=r"[,\s]+(?:instead|rather|then|actually|would\ be\ (?:good|better|great|fine)|is\ (?:fine|good|better)|works)[.!]*",
    leading=r"(?:yes|yeah|yep|sure|hm+|maybe|perhaps|around|about|say|let'?s\ say|how\ about|what\ about|remind\ me|i'?d\ say|probably)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    at="at",
    verbs="""add block answer apologise apologize apply arrange ask assemble attend back bake be begin bike bin book borrow break bring brush build buy
        call cancel change charge chase check choose claim clean clear clip close collect come complete confirm congratulate contact cook copy
        cut decide defrost delete deliver deposit describe design discuss do donate download draft draw drink drive drop dry dust eat edit email
        e-mail empty enrol enroll exercise explain fax feed fetch file fill find finish fix fold follow forward freeze frame get give go google grab
        hand hang have help hire hoover install insure invite invoice iron join jog keep knit lay learn leave lend let listen load lock look mail make
        measure meditate meet mend message mop move mow note offer open order organise organize pack paint park pay phone pick plan plant play polish
        post practise practice prepare press print promise pull push put raise read rebook record recycle refill register remove renew rent repair
        replace reply report request research reschedule reserve return review revise ring rinse run save scan schedule scrub sell send set sew
        share shave shop shower show sign skype sleep sort speak spend start stop stretch study submit swap sweep swim switch take talk tell text
        thank throw tidy top train translate transfer trim try turn unload unpack unplug unsubscribe update upgrade upload use vacuum visit vote wake
        walk wash watch water wipe withdraw work wrap write zoom boil steam simmer roast grill fry bleach descale declutter defrag hoover medicate hydrate journal""",
    nounish="""answer back bike bin book break brush bottle change charge check claim copy cut design draft drink drive drop dust exercise face
        file fill finish fix fold frame freeze hand help iron jog knit lock look mail measure message mop move note offer order pack paint park
        phone plan plant play polish post practice press print promise raise record rent repair report request research return review ring run
        save scan shave shop shower show sign sleep sort start stop stretch study swap sweep swim switch talk text train trim top try turn
        use visit vote wake walk wash watch water work wrap zoom journal cook clip butter be have do""",
)
