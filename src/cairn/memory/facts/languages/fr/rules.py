"""French: what follows a verb."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Rule

RULES = {
    "live": (
        Rule(
            "lives_in",
            r"(?:avec [^,]{2,30}? )?dans une? (?:[\w-]+ ){0,2}(?:appartement|appart|maison|studio|chambre|village|ferme|pavillon|loft)(?: [\w-]+){0,2}? (?:a|en) (?:le |la |les )?{proper}",
        ),
        Rule(
            "lives_in",
            r"(?:ici )?(?:avec [^,]{2,30}? )?(?:a|en|a le|a la|a les|dans le|dans la|dans les|sur) (?:le |la |les )?{place}",
        ),
        Rule("lives_in", r"pres de (?:le |la )?{place}"),
    ),
    "move": (
        Rule("lives_in", r"de [^,]{2,25}? (?:a|en|a le|vers) {place}"),
        Rule("lives_in", r"(?:a|en|vers) (?:le |la |les )?{place}"),
    ),
    "born": (
        Rule(
            "birthday",
            r"(?:le|en) (?=\d{1,2} |1er|janvier|fevrier|mars|avril|mai|juin|juillet|aout|sept|oct|nov|dec){date}",
        ),
        Rule(
            "born_in",
            r"(?:a|en) (?:le |la |les )?(?!\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre){place}",
        ),
    ),
    "grow": (Rule("from", r"(?:a|en) (?:le |la |les )?{place}"),),
    "diagnosed": (Rule("diagnosis", r"(?:avec un |un |une |de |comme )?{thing}"),),
    "be": (
        Rule("allergy", r"(?:tres )?allergique a {things}"),
        Rule("allergy", r"intolerante? a (?:le |la |les? )?(?P<thing>lactose|gluten|fructose|histamine)"),
        Rule(
            "diet",
            r"(?P<thing>vegetarien(?:ne)?|vegane?|vegetalien(?:ne)?|coeliaque|flexitarien(?:ne)?|pescetarien(?:ne)?)",
        ),
        Rule(
            "diagnosis",
            r"(?P<thing>autiste|dyslexique|bipolaire|diabetique|epileptique|asthmatique|tdah|neuroatypique|dyspraxique)",
        ),
        Rule(
            "job",
            r"(?P<job>(?:a le chomage|sans emploi|a la retraite|retraitee?|auto-entrepreneur|independante?|freelance|en arret maladie|en conge (?:parental|maternite)))",
        ),
        Rule("job", r"(?:une? )?(?P<job>(?:{jobs}))(?! (?:de mon|de ma|qui me))"),
        Rule("studies", r"etudiante? en {field}"),
        Rule(
            "from",
            r"(?:originaire )?de (?:le |la |les )?(?!mon|ma|ton|son|accord|un|une|bonne|mauvaise|garde|retour|nuit|jour|ceux|celles|ce|cette|sortie|repos|\d|gauche|droite|genre|ta|plus|nature|trop|la partie|les gens){proper}",
        ),
        Rule(
            "energy_best",
            r"(?:plutot )?(?P<part>(?:une personne )?(?:de le matin|de le soir|matinale?|un oiseau de nuit|un couche-tard|un leve-tot|couche-tard|leve-tot|nocturne))",
        ),
        Rule(
            "energy_best",
            r"(?:plus|le plus|la plus) (?:productifs?|productive|efficace|creatif|creative|concentree?|en forme|reveillee?) {best}",
        ),
        Rule("energy_low", r"(?:moins|le moins|la moins) (?:productif|productive|efficace|concentree?) {best}"),
        Rule(
            "trigger",
            r"(?:tres |vite |facilement |hyper )*(?:sensible a|distraite? par|perturbee? par|submergee? par|deborde par) {things}",
        ),
    ),
    "have": (
        Rule("age", r"(?P<amount>\d{1,2}) ans"),
        Rule("allergy", r"(?:une )?(?:allergie|intolerance) a {things}"),
        Rule(
            "diagnosis",
            r"(?:un |une |le |de le |de la |de les )?(?P<things>(?:{ills})(?:(?:, | et )(?:un |une |le |la |de la |de le |de les )?(?:{ills}))*)",
        ),
        Rule(
            "role",
            r"(?:une? )(?:{near_role} )?{role}(?: [^,]{1,25}?)? (?:qui se appelle|appelee?|nommee?|de le nom de) {name}",
        ),
        Rule("role", r"(?:une? )(?:{near_role} )?{role},? {name}"),
        Rule("child", r"(?P<thing>{num} (?:enfants|fils|filles|garcons|gosses))"),
        Rule("sibling", r"(?P<thing>{num} (?:(?:grand|petit|grande|petite)s )?(?:freres|soeurs))"),
        Rule("pet", r"(?P<thing>{num} (?:chats|chiens|chattes|chiennes|lapins|chevaux|oiseaux|poules))"),
        Rule("role", r"(?:une? )(?:{near_role} )?(?P<thing>{role})(?= ?(?:$|et|,|a la maison|mais))"),
        Rule(
            "owns",
            r"(?:une? )(?:nouvelle |nouveau |vieille |vieux |petite |petit )?(?P<thing>(?:{owned})(?: (?:electrique|neuve?|rouge|bleue?|blanche?|noire?|verte?|grise?|de occasion|hybride))*)(?= ?(?:$|et|,|mais))",
        ),
        Rule("studies", r"(?:un|une) (?:licence|master|doctorat|diplome) (?:de|en) {field}"),
    ),
    "get": (
        Rule("role", r"(?:une? )(?:\w+ )?{role} (?:qui se appelle|appelee?|nommee?) {name}"),
        Rule(
            "owns",
            r"(?:une? )(?:nouvelle |nouveau |petite |petit )?(?P<thing>(?:{owned})(?: (?:electrique|neuve?|rouge|bleue?))?)(?= ?(?:$|et|,|en|il|hier|le))",
        ),
    ),
    "work": (
        Rule("job", r"(?:ici )?(?:comme|en tant que) (?!de habitude|une? (?!(?:{jobs})(?!\w)))(?:une? )?{job}"),
        Rule("works_in", r"(?P<place>de la maison|a domicile|de chez moi)"),
        Rule(
            "field",
            r"dans (?:le |la |les )?(?P<field>(?:marketing|vente|finance|education|sante|publicite|hotellerie|restauration|tourisme|informatique|construction|batiment|logistique|banque|recherche|ressources humaines|assurance|immobilier|mode|agriculture|nettoyage|tech|cinema|edition|communication|social|rh|culture|energie))(?!\w)",
        ),
        Rule("employer", r"(?:chez|pour) {org}"),
        Rule(
            "employer",
            r"(?:a le|a la|dans une?|dans le|dans la) (?=[a-z]*(?:hopital|banque|mairie|universite|ecole|clinique|lycee|college|entreprise|start|librairie|bibliotheque|poste|supermarche|restaurant|agence|cabinet|pharmacie|creche|boulangerie|usine|association|ministere|prefecture|musee|theatre|labo))(?:entreprise (?:qui|de) )?{org}",
        ),
        Rule(
            "works_in",
            r"(?:a|en) (?:le |la |les )?(?!maison|domicile|temps|mi-temps|plein|distance|bureau|fond|cafe|equipe|groupe|horaires){place}",
        ),
        Rule("energy_best", r"mieux {best}"),
    ),
    "study": (
        Rule("studies_at", r"a (?:le |la ){org}"),
        Rule("studies", r"(?:le |la )?{field}"),
    ),
    "start": (
        Rule(
            "employer",
            r"(?:a (?:travailler|bosser)|un (?:nouveau )?(?:travail|boulot|poste|job)) (?:chez|pour) {org}",
        ),
        Rule("employer", r"chez {org}"),
        Rule("job", r"a (?:travailler|bosser) comme {job}"),
        Rule("medication", r"(?:a prendre )?(?:de le |de la |le |la )?(?P<drugs>(?:{medicines}).*)"),
        Rule("studies", r"(?:a etudier|de les etudes de) {field}"),
    ),
    "leave": (
        Rule("employer", r"mon (?:travail|boulot|emploi|job|poste) (?:chez|a) {org}"),
        Rule("employer", r"mon (?:travail|boulot|emploi|job|poste)"),
        Rule("employer", r"(?:de mon (?:travail|boulot|emploi)|$)(?<!quitte)(?<!perdu)(?<!arrete)"),
        Rule("medication", r"(?:le |la |mon |ma )?(?P<drugs>(?:{medicines})\b.*)"),
        Rule("smokes", r"(?:la cigarette|la clope|le tabac|de fumer)", "yes"),
        Rule("drinks", r"(?:le alcool|de boire)", "yes"),
        Rule(
            "employer",
            r"(?P<firm>(?!mon|ma|mes|le |la |les |un |une |de |en |a |chez|tout|ce|tot|plus|trop)[a-z][\w&.-]+)(?= (?:en|il y a|le (?:annee|mois|an|ete)|la semaine|fin|debut)|$)",
        ),
    ),
    "retire": (Rule("job", r"(?:$|,|en|le|il y a|a|et|cette).*", "à la retraite"),),
    "like": (Rule("likes", r"(?:bien |beaucoup |trop |vraiment )?{things}"),),
    "hate": (Rule("dislikes", r"{things}"),),
    "speak": (
        Rule("speaks", r"(?:(?:un peu|un peu de|bien|couramment|seulement|de) )*(?:le |la )?(?P<langs>{langs}\b.*)"),
    ),
    "take": (
        Rule(
            "medication",
            r"(?:(?:ma|mon|mes|une?|le|la|de|de le|de la|de les|\d+) )*(?:{dose} de (?:la |le )?)?(?P<drugs>(?:{medicines})\b.*)",
        ),
        Rule("medication", r"(?:{dose} de )(?P<drug>[a-z].*)"),
    ),
    "smoke": (
        Rule(
            "smokes",
            r"(?:de cigarettes|de les cigarettes|une cigarette|un paquet|\d+|depuis|plus|beaucoup|trop|$|,|et|mais|le|tous|de le tabac|pas)",
            "yes",
        ),
    ),
    "drink": (
        Rule("drinks", r"(?:pas )?(?:de |de le )?(?:alcool|biere|vin|$|,|depuis)", "yes"),
        Rule(
            "habit",
            r"(?P<activity>(?:\w+ )?(?:\w+ )?(?:cafes?|thes?|eau|verres? de \w+|tasses? de \w+|litres? de \w+) (?:{often}))",
        ),
    ),
    "eat": (
        Rule(
            "eats",
            r"(?:de |de la |de le |de les )?(?P<things>(?:viande|poisson|porc|produits laitiers|gluten|oeufs|fruits de mer|champignons|sucre|boeuf|fromage|oignons?|tomates|epice)\b.*)",
        ),
        Rule("diet", r"(?P<thing>vegane?|vegetarien(?:ne)?|sans gluten|casher|halal)"),
    ),
    "play": (Rule("hobby", r"(?P<thing>(?:{instruments}))"),),
    "wake": (Rule("wakes_at", r"(?:tous les (?:jours|matins) |toujours )?(?:a|vers|autour de) (?P<clock>(?:{time}))"),),
    "bed": (Rule("sleeps_at", r"(?:tous les (?:jours|soirs) |toujours )?(?:a|vers|autour de) (?P<clock>(?:{time}))"),),
    "sleep": (
        Rule(
            "sleeps_hours",
            r"(?:environ |seulement )?(?P<amount>(?:\d{1,2}(?:[.,]5)?(?: a \d{1,2})?|{num}|sept|huit|neuf|dix) ?(?:heures|h))(?: de sommeil)?(?= ?(?:de sommeil|par nuit|chaque nuit|la nuit|$|,))",
        ),
    ),
    "own": (Rule("owns", r"(?:un|une) {thing}"),),
    "sell": (Rule("owns", r"(?:ma|mon|notre|la|le) (?P<thing>(?:{owned}))"),),
    "weigh": (Rule("weight", r"(?:environ )?(?P<amount>\d{2,3}(?:[.,]\d+)? ?(?:kg|kilos?|kilogrammes))"),),
    "measure": (Rule("height", r"(?P<amount>\d ?m ?\d\d|\d[.,]\d\d ?m)"),),
    "keep": (Rule("kept_in", r"(?:le|la|les|mon|ma|mes) (?P<owner>(?:{kept})) {keptwhere}"),),
    "put": (Rule("kept_in", r"(?:le|la|les|mon|ma|mes) (?P<owner>(?:{kept})) {keptwhere}"),),
    "park": (
        Rule(
            "kept_in",
            r"(?:la|le|ma|mon) (?P<owner>voiture|velo|moto|camionnette|scooter) (?P<where>(?:dans|a|sur|derriere|devant|pres de|a cote de|en face) .+)",
        ),
    ),
    "want": (Rule("wants_to", r"(?P<activity>(?:{dreams})\b.*)"),),
    "earn": (Rule("salary", r"(?P<amount>{money}(?:par (?:mois|an|heure))?)(?= ?(?:$|,|et|mais|net|brut|par))"),),
    "pay": (Rule("rent", r"(?P<amount>{money}) ?(?:par mois )?de loyer"),),
    "write": (
        Rule(
            "progress",
            r"(?P<amount>\d+(?: de (?:les )?\d+)?) (?P<qual>(?:chapitres|pages|mots|lecons|exercices|seances|livres|modules)(?: de .+)?)",
        ),
    ),
    "named": (Rule("name", r"{name}", only="me"),),
    "focus": (
        Rule("energy_best", r"(?:beaucoup )?(?:mieux|plus) {best}"),
        Rule("focus_aid", r"(?:beaucoup |bien )?mieux (?P<text>(?:avec|dans|en|quand|si|apres|a le) .+)"),
        Rule("energy_best", r"(?:a mon meilleur|a le top|en forme|a mon maximum) {best}"),
    ),
    "marry": (Rule("partner", "{name}"),),
    "date": (Rule("partner", "{name}"),),
    "break": (
        Rule("partner", r"avec {name}"),
        Rule(
            "partner",
            r"(?:avec (?:mon|ma) (?:copain|copine|mari|femme|compagne|compagnon)|$|le|il y a|en|,|hier|cette|ce)",
        ),
    ),
    "crash": (Rule("energy_low", r"{best}"),),
}
MORE = {
    "employer": (Rule("job", r"(?:comme|en tant que) (?P<job>(?:{jobs}))"),),
    "job": (Rule("employer", r"(?:chez|pour) {org}"), Rule("employer", r"(?:a le|a la|dans une?) {org}")),
    "studies": (Rule("studies_at", r"a (?:le |la ){org}"),),
}
