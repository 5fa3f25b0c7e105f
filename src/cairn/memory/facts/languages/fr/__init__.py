"""French."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Words
from cairn.memory.facts.languages.fr.ends import REFUSED, STOPS, STOPS_OF
from cairn.memory.facts.languages.fr.names import ATTRIBUTES, NOBODY, ROLES
from cairn.memory.facts.languages.fr.parts import PARTS, TAKEN
from cairn.memory.facts.languages.fr.phrases import PHRASES
from cairn.memory.facts.languages.fr.rules import MORE, RULES
from cairn.memory.facts.languages.fr.verbs import OF_ME, OF_OTHERS, VERBS

WORDS = Words(
    tag="fr",
    spelt={
        r"\bj'": "je ",
        r"\bn'": "ne ",
        r"\bm'": "me ",
        r"\bs'(?!\s|il)": "se ",
        r"\bl'": "le ",
        r"\bd'": "de ",
        r"\bc'": "ce ",
        r"\bqu'": "que ",
        r"\bt'": "te ",
        r"\bdu\b": "de le",
        r"\bau\b": "a le",
        r"\baux\b": "a les",
        r"\bdes\b": "de les",
        r"(?<=[a-z])-(?=(?:moi|toi|le|la|les)\b)": " ",
        r"œ": "oe",
        r"\bchuis\b": "je suis",
        r"\bjsuis\b": "je suis",
    },
    articles=r"un peu de|un peu|de les|de le|de la|le|la|les|un|une|mon|ma|mes|notre|nos|de",
    my=r"mon|ma|mes|notre|nos",
    me=r"(?:moi,? )?(?:(?:mon|ma) [a-z]+ et moi,? (?=on|nous))?(?:je|nous|on) ",
    he_she={"elle": "f", "il": "m"},
    near_role=r"grand|grande|petit|petite|aine|ainee|cadet|cadette|jumeau|jumelle|seul|seule|unique|meilleur|meilleure|bon|bonne|vieux|vieille|cher|chere|nouveau|nouvelle|actuel|actuelle|autre|premier|premiere|demi",
    adverbs=r"vraiment|toujours|actuellement|maintenant|juste|seulement|encore|aussi|normalement|habituellement|d'habitude|de habitude|probablement|peut-etre|beaucoup|generalement|souvent|meme|recemment|enfin|finalement|deja|tres|assez|plutot|plus ou moins|en ce moment|a ce moment|presque toujours|sans doute|personnellement|sincerement|surement|tout le temps|tellement|trop|bien|principalement|franchement|rarement|la plupart de le temps",
    lead=r"je me suis trompee?|je me trompais|erreur de ma part|au temps pour moi|de habitude|avant|normalement|bon|ben|bah|oui|ok|ouais|eh bien|alors|ah|oh|salut|bonjour|au fait|a le fait|pour info|pour information|en fait|en realite|la verdade|et|mais|de plus|aussi|non(?=,)|desole|desolee|actuellement|en ce moment|maintenant|ces temps-ci|de nos jours|pour le moment|pour contexte|contexte|comme tu sais|note que|sache que|rappelle toi que|je te signale que|je precise que|il faut savoir que|tu dois savoir que|parce que|car|ce ne est pas vrai|ce est faux|ce est pas vrai|correction|malheureusement|heureusement|par chance|en general|en gros|a propos de moi|il se trouve que|sinon|honnetement|franchement|donc|du coup|de le coup|voila|tu sais|enfin|perso|personnellement|a vrai dire",
    doubt=r"je crois que|je pense que|il me semble que|je suppose que|peut-etre que|peut-etre|probablement|sans doute que|sans doute|on dirait que|je dirais que|je ne suis pas sure? mais|je suis pas sure? mais|j'imagine que|je imagine que|il se peut que|possible que|je soupconne que|apparemment",
    maybe=r"peut-etre|je crois|je pense|je suppose|probablement|il me semble|sans doute|pas sure?|on dirait|je dirais|je imagine|apparemment|il se peut|je soupconne",
    anymore=r"plus(?! (?:de|que))",
    join=r"et|mais|donc|parce que|car|alors que|tandis que|de plus|aussi|et maintenant|mais maintenant|puis|et puis|et aussi|bien que|du coup",
    asks=r"que|qu'est-ce|quoi|qui|quand|ou|quel|quelle|quels|quelles|pourquoi|comment|combien|est-ce|peux-tu|tu peux|pourrais-tu|tu pourrais|sais-tu|tu sais|as-tu|tu as|y a-t-il|est|sont|crois-tu|une idee|de les idees|non|ok|hein|tu te souviens|te souviens-tu|et toi|tu connais|tu veux|a quel|a quelle|dans quel|de quoi|ca te dit",
    unreal=r"(?:super|genial|parfait|formidable|chouette|quel bonheur|quelle joie|trop bien),? (?:je adore|on adore)|si(?! (?:ce est non|je suis))|si je suis|s'ils?|imagine(?:z|r)?|supposons|disons|mettons|comme si|quand|lorsque|au cas ou|a le cas ou|a moins que|je aimerais|je voudrais|nous aimerions|on aimerait|je reverais|je revais|je ai reve|je reve que|hypothetiquement|fais comme|et si|chaque fois que|des que|si seulement|pourvu que",
    fiction=r"dans (?:mon|ma|le|la|un|une|ce|cette) (?:roman|histoire|livre|conte|jeu|film|reve|piece|scenario|chanson|partie|serie)|mon personnage|le protagoniste|la protagoniste|il etait une fois|jeu de role|paroles de",
    jokes=r"je (?:plaisante|rigole|deconne|blague)|je plaisantais|je rigolais|c'est une blague|blague|haha+|hihi+|mdr+|lol|ptdr|ironie|poisson d'avril|pas vraiment",
    time_lead=r"en|depuis|a partir de|le|la|jusqu|chaque|tous|toutes|il y a|pendant|\d|hier|les|au debut",
    orders=r"rappelle moi|rappelez moi|rappelle-moi|traduis|traduire|ecris|redige|envoie|dis a|dis que|demande|ajoute|mets|cree|fais(?! (?:court|simple|bref|des|de les))|reserve|corrige|resume|repete|lis|cherche|trouve|programme|achete|explique|donne moi (?!de les reponses|une)|montre|liste|planifie|peux-tu|tu peux|pourrais-tu|tu pourrais|previens|raconte|note (?!que)|reponds a|complete|copie|choisis|efface|annule|aide moi|imagine|reformule",
    reports=r"(?:il|elle|ils|elles|tu|on|les gens|tout le monde|quelqu'un|qui|(?:mon|ma|mes) \w+|(?!je )[a-z]+) (?:(?:me|te|lui|nous) )?(?:dit|disait|a dit|disent|ont dit|pense|pensait|pensent|croit|croient|croyait|trouve|affirme|a affirme|a ecrit|demande|a demande|assure|raconte|a raconte|jure|pretend)(?! (?:oui|non|a |au ))|selon|d'apres|de apres|je (?:ai dit|dis|disais|ai ecrit (?:que|a)|ai menti|ai demande|pensais|croyais|ai entendu|ai lu|demande|me demande|espere|doute|me suis dit)|rumeur",
    stops=STOPS,
    stops_of=STOPS_OF,
    refused=REFUSED,
    nobody=NOBODY,
    roles=ROLES,
    attributes=ATTRIBUTES,
    since=r"depuis|a partir de|des",
    until=r"jusqu'?(?:en|a|au|a le|a la|a les|ici)?|jusque|avant",
    lasting=r"depuis|cela fait|ca fait|depuis environ|depuis plus de|depuis presque|pendant|voila|il y a|depuis bientot",
    from_to=r"(?:de|entre|depuis) {year} (?:a|jusqu'en|jusqu'a|et) {year}",
    timely=r"\d|\b(?:an|ans|annee|annees|mois|semaine|semaines|jour|jours|depuis|jusqu|aujourd|hier|demain|dernier|derniere|prochain|prochaine|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|ete|hiver|automne|printemps|noel|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir)\b",
    taken=TAKEN,
    and_=r"(?:et|ou|ni)(?: (?:a|de))?|&",
    sets=PARTS,
    frames_me=OF_ME,
    frames_they=OF_OTHERS,
    verbs=VERBS,
    rules=RULES,
    more=MORE,
    phrases=PHRASES,
)
