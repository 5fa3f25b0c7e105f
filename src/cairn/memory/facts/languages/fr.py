"""French."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Frame, Phrase, Rule, Tense, Verb, Words
from cairn.memory.facts.medicines import DOSE, MEDICINES
from cairn.memory.facts.statement import Stance

_ILLS = (
    r"tdah?|trouble de le deficit de le attention|autisme|tsa|(?:syndrome d')?asperger|dyslexie|dyscalculie|dyspraxie|toc|tocs|tspt|(?:un )?trouble bipolaire|(?:un )?trouble borderline|(?:syndrome de )?tourette"
    r"|(?:depression|anxiete|fatigue|insomnies?|migraines?)(?: (?:chroniques?|sociale|generalisee|severe))?|asthme|diabete(?: de type (?:1|2))?|epilepsie|hypothyroidie|hyperthyroidie|hypertension"
    r"|colon irritable|(?:maladie de )?crohn|maladie coeliaque|endometriose|sopk|arthrite|fibromyalgie|lupus|sclerose en plaques|acouphenes|psoriasis|apnee(?: de le sommeil)?|narcolepsie|anemie|scoliose|cancer|covid long"
)
_JOBS = r"(?:avocate?|acteur|actrice|agent(?:e)?(?: \w+)?|agriculteur|agricultrice|aide-soignante?|analyste|architecte|artiste|assistante?(?: sociale?| de direction)?|auteur[e]?|autrice|barista|bibliothecaire|biologiste|boulanger|boulangere|bouchere?|caissier|caissiere|charpentier|chauffeur|chercheur|chercheuse|chirurgien(?:ne)?|chef(?:fe)? (?:de projet|cuisinier)|coiffeur|coiffeuse|comedien(?:ne)?|commercial|commerciale|comptable|concierge|conducteur|conductrice|consultante?|coach|cuisinier|cuisiniere|dentiste|developpeur(?: \w+)?|developpeuse(?: \w+)?|designer(?: \w+)?|directeur|directrice|economiste|editeur|editrice|educateur|educatrice|electricien(?:ne)?|enseignante?|entrepreneur|entrepreneuse|etudiante?|fonctionnaire|graphiste|guide|illustrateur|illustratrice|infirmier|infirmiere|informaticien(?:ne)?|ingenieure?(?: \w+)?|institutrice|instituteur|interprete|jardinier|jardiniere|journaliste|juriste|kine(?:sitherapeute)?|macon|magasinier|mecanicien(?:ne)?|medecin|menuisier|militaire|musicien(?:ne)?|notaire|nutritionniste|opticien(?:ne)?|orthophoniste|ouvrier|ouvriere|pharmacien(?:ne)?|photographe|pilote|peintre|plombier|policier|policiere|pompier|postier|postiere|professeure?(?: des ecoles| de (?:le )?[a-z]+)?|prof(?: de (?:le )?[a-z]+)?|programmeur|programmeuse|psychologue|psychiatre|receptionniste|redacteur|redactrice|retraitee?|sage-femme|secretaire|serveur|serveuse|soudeur|technicien(?:ne)?|therapeute|traducteur|traductrice|vendeur|vendeuse|veterinaire)"
_DAYS = r"(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)"
_OFTEN = rf"(?:(?:tous les|toutes les|chaque) (?:jours?|matins?|soirs?|apres-midis?|semaines?|mois|nuits?|week-ends?|{_DAYS}(?:(?:,| et) {_DAYS})*)|les? {_DAYS}(?:(?:,| et)(?: les?)? {_DAYS})*|(?:une fois|deux fois|trois fois|quatre fois|cinq fois|\d fois) par (?:jour|semaine|mois)|quotidiennement|le (?:matin|soir))"
_TIME = r"(?:\d{1,2} ?(?:[:h]|heures?)? ?(?:\d\d)?(?: et demie| et quart| moins le quart)?(?: de le (?:matin|soir)| de le apres-midi)?|minuit|midi)"
_PART = r"(?:(?:tot |tard )?(?:le (?:matin|soir|apres-midi)|la nuit|en (?:matinee|soiree|journee|debut de \w+|fin de \w+)|a le reveil|apres (?:manger|le (?:dejeuner|diner|repas)|dejeuner|minuit)|avant (?:midi|le dejeuner)|dans le apres-midi|dans la matinee)(?: tot| tard)?)"
_INSTRUMENTS = r"(?:guitare|piano|violon|batterie|violoncelle|flute|basse|ukulele|saxophone|trompette|clarinette|harpe|accordeon|alto|football|foot|tennis|basket|volley|rugby|hockey|golf|badminton|padel|echecs|handball|squash|ping-pong|jeux video|jeux de societe|poker|petanque)"
_LANGS = r"(?:anglais|espagnol|francais|portugais|allemand|italien|neerlandais|polonais|russe|ukrainien|chinois|mandarin|japonais|coreen|arabe|hindi|turc|grec|suedois|norvegien|danois|finnois|tcheque|roumain|hongrois|catalan|basque|breton|occitan|corse|hebreu|persan|vietnamien|thai|esperanto|irlandais|creole|langue des signes|lsf|berbere|kabyle|wolof)"
_KEEP = r"(?:(?:double des )?(?:cles?|clefs?)(?: (?:de secours|de rechange|de la \w+|de le \w+|de voiture|de maison))?|passeport|portefeuille|porte-monnaie|lunettes(?: de soleil)?|chargeur(?: de \w+)?|casque|ecouteurs|ordinateur|ordi|tablette|telephone|telecommande|parapluie|documents?|papiers|acte de naissance|carte(?: \w+)?|contrat|classeur|dossier|factures?|recus?|medicaments?|cachets|inhalateur|ventoline|trousse de secours|outils|perceuse|marteau|echelle|valise|sac(?: a dos)?|carnet|journal|appareil photo|tente|manteau|piles|lampe(?: torche)?|ciseaux|fer a repasser|aspirateur|argent|bague|montre|disque dur|velo|voiture)"
_WHERE = r"(?:dans|sous|sur|derriere|a cote de|pres de|entre|en dessous de|au-dessus de|a le dessus de|a le interieur de|chez|a le fond de|contre) .+"
_DREAMS = r"(?:apprendre|devenir|demenager|courir (?:un|une|le)|ecrire (?:un|une|mon)|commencer (?:un|une|la|le|a courir|a peindre|mon)|arreter de (?:fumer|boire)|quitter mon (?:travail|boulot|emploi)|perdre (?:de le poids|\d+ kilos)|maigrir|voyager|visiter|construire|finir (?:mon|ma|mes|le|la) (?:\w+ )?(?:these|etudes|livre|roman|master|memoire|licence)|terminer (?:mon|ma|mes|le|la) (?:\w+ )?(?:these|etudes|livre|roman|master|memoire|licence)|etudier|economiser|acheter (?:un|une) (?:maison|appartement|voiture|velo|bateau)|ouvrir (?:un|une|mon|ma)|changer de (?:travail|boulot|metier|carriere)|me remettre en forme|passer le permis|lire plus|dormir plus|faire plus de sport|adopter|publier|enregistrer|avoir (?:de les enfants|un enfant|un chien|un chat)|vendre (?:ma|mon)|reprendre mes etudes)"
_MONEY = r"\d[\d., ]* ?(?:euros?|dollars|francs|€|eur|chf)?"
_ACTS = r"(?:vais|allons|cours|nage|marche|fais|medite|ecris|me entraine|pratique|visite|vois|appelle|joue|nettoie|arrose|cuisine|lis|dessine|peins|danse|grimpe|dine|dejeune|travaille de (?:la|chez) \w+|teletravaille|donne de les cours|ai (?:therapie|cours|repetition|yoga)|sors avec)"
_PREP = r"(?:a(?: la| le| les)?|en|dans le|dans la|dans les|sur)"

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
    articles=r"un peu de|de les|de le|de la|le|la|les|un|une|mon|ma|mes|notre|nos|de",
    my=r"mon|ma|mes|notre|nos",
    me=r"(?:moi,? )?(?:(?:mon|ma) [a-z]+ et moi,? (?=on|nous))?(?:je|nous|on) ",
    he_she={"elle": "f", "il": "m"},
    near_role=r"grand|grande|petit|petite|aine|ainee|cadet|cadette|jumeau|jumelle|seul|seule|unique|meilleur|meilleure|bon|bonne|vieux|vieille|cher|chere|nouveau|nouvelle|actuel|actuelle|autre|premier|premiere|demi",
    adverbs=r"vraiment|toujours|actuellement|maintenant|juste|seulement|encore|aussi|normalement|habituellement|d'habitude|de habitude|probablement|peut-etre|beaucoup|generalement|souvent|meme|recemment|enfin|finalement|deja|tres|assez|plutot|plus ou moins|en ce moment|a ce moment|presque toujours|sans doute|personnellement|sincerement|surement|tout le temps|tellement|trop|bien|principalement|franchement|rarement|la plupart de le temps",
    lead=r"de habitude|avant|normalement|bon|ben|bah|oui|ok|ouais|eh bien|alors|ah|oh|salut|bonjour|au fait|a le fait|pour info|pour information|en fait|en realite|la verdade|et|mais|de plus|aussi|non(?=,)|desole|desolee|actuellement|en ce moment|maintenant|ces temps-ci|de nos jours|pour le moment|pour contexte|contexte|comme tu sais|note que|sache que|rappelle toi que|je te signale que|je precise que|il faut savoir que|tu dois savoir que|parce que|car|ce ne est pas vrai|ce est faux|ce est pas vrai|correction|malheureusement|heureusement|par chance|en general|en gros|a propos de moi|il se trouve que|sinon|honnetement|franchement|donc|du coup|de le coup|voila|tu sais|enfin|perso|personnellement|a vrai dire",
    doubt=r"je crois que|je pense que|il me semble que|je suppose que|peut-etre que|peut-etre|probablement|sans doute que|sans doute|on dirait que|je dirais que|je ne suis pas sure? mais|je suis pas sure? mais|j'imagine que|je imagine que|il se peut que|possible que|je soupconne que|apparemment",
    maybe=r"peut-etre|je crois|je pense|je suppose|probablement|il me semble|sans doute|pas sure?|on dirait|je dirais|je imagine|apparemment|il se peut|je soupconne",
    anymore=r"plus(?! (?:de|que))",
    join=r"et|mais|donc|parce que|car|alors que|tandis que|de plus|aussi|et maintenant|mais maintenant|puis|et puis|et aussi|bien que|du coup",
    asks=r"que|qu'est-ce|quoi|qui|quand|ou|quel|quelle|quels|quelles|pourquoi|comment|combien|est-ce|peux-tu|tu peux|pourrais-tu|tu pourrais|sais-tu|tu sais|as-tu|tu as|y a-t-il|est|sont|crois-tu|une idee|de les idees|non|ok|hein|tu te souviens|te souviens-tu|et toi|tu connais|tu veux|a quel|a quelle|dans quel|de quoi|ca te dit",
    unreal=r"si(?! (?:ce est non|je suis))|si je suis|s'ils?|imagine(?:z|r)?|supposons|disons|mettons|comme si|quand|lorsque|au cas ou|a le cas ou|a moins que|je aimerais|je voudrais|nous aimerions|on aimerait|je reverais|je revais|je ai reve|je reve que|hypothetiquement|fais comme|et si|chaque fois que|des que|si seulement|pourvu que",
    fiction=r"dans (?:mon|ma|le|la|un|une|ce|cette) (?:roman|histoire|livre|conte|jeu|film|reve|piece|scenario|chanson|partie|serie)|mon personnage|le protagoniste|la protagoniste|il etait une fois|jeu de role|paroles de",
    jokes=r"je (?:plaisante|rigole|deconne|blague)|je plaisantais|je rigolais|c'est une blague|blague|haha+|hihi+|mdr+|lol|ptdr|ironie|poisson d'avril|pas vraiment",
    time_lead=r"en|depuis|a partir de|le|la|jusqu|chaque|tous|toutes|il y a|pendant|\d|hier|les|au debut",
    orders=r"rappelle moi|rappelez moi|rappelle-moi|traduis|traduire|ecris|redige|envoie|dis a|dis que|demande|ajoute|mets|cree|fais(?! (?:court|simple|bref|des|de les))|reserve|corrige|resume|repete|lis|cherche|trouve|programme|achete|explique|donne moi (?!de les reponses|une)|montre|liste|planifie|peux-tu|tu peux|pourrais-tu|tu pourrais|previens|raconte|note (?!que)|reponds a|complete|copie|choisis|efface|annule|aide moi|imagine|reformule",
    reports=r"(?:il|elle|ils|elles|tu|on|les gens|tout le monde|quelqu'un|qui|(?:mon|ma|mes) \w+|(?!je )[a-z]+) (?:(?:me|te|lui|nous) )?(?:dit|disait|a dit|disent|ont dit|pense|pensait|pensent|croit|croient|croyait|trouve|affirme|a affirme|a ecrit|demande|a demande|assure|raconte|a raconte|jure|pretend)(?! (?:oui|non|a |au ))|selon|d'apres|de apres|je (?:ai dit|dis|disais|ai ecrit (?:que|a)|ai menti|ai demande|pensais|croyais|ai entendu|ai lu|demande|me demande|espere|doute|me suis dit)|rumeur",
    stops=r"maintenant|en ce moment|actuellement|ces temps-ci|parce que|car|puisque|depuis|jusqu'?|mais|donc|alors|que|qui|ou|quand|lorsque|pendant|bien que|aussi|pour le moment|pour le instant|deja|encore|aujourd'?hui|hier|demain|si|apres|avant|et (?:je|nous|on|mon|ma|me|elle|il|puis|maintenant|ne|aussi|que)|avec (?:mon|ma|mes|un|une|deux|trois|de les|notre|nos)|je crois|je pense|peut-etre|s'il te plait|s'il te plait|merci|au fait|au moins|a le moins|plus que|beaucoup|enormement|en fait|durant|chaque|tous les|toutes les|est|sont|etait|a temps (?:plein|partiel)|a mi-temps|plutot|sans|il y a",
    stops_of={
        "place": r"pour|et|a|par|comme|avec|seule?|ensemble|dans (?:un|une|mon)|pres|\d+|temporairement|en (?:coloc\w*|couple|famille)|chez",
        "org": r"comme|en tant|pour|a(?= [a-z])|et|avec|\d+|par|dans|en|de (?:infirmi|professeu)[a-z]*|sur",
        "job": r"a(?! domicile)|dans|chez|pour|et|avec|en (?:ehpad|freelance|cdi|cdd|poste)|de mon|de ma|par|\d+|pres|ici",
        "thing": r"pour|comme|dans (?:mon|ma|le|la)|en (?:ete|hiver|general|automne)|a le (?:printemps|reveil)|avec|surtout|le (?:soir|matin)|par|depuis|de temps en temps|non plus|notamment",
        "name": r"et|pour|avec|dans|a|par|comme|habite|vit|travaille|pas|mais|si|en",
        "lang": r"avec|dans|comme|par|pour|a|couramment|bien|assez|tres|presque|parfaitement|mieux",
        "drug": r"pour|en|a|avec|une|deux|trois|chaque|quand|comme|depuis|par|\d+|avant|pendant|contre|tous|toutes|le (?:matin|soir|midi)|et (?:de|je)|au|matin",
        "activity": r"parce que|mais|pour que|puisque|avec mon|un jour|cette annee|le annee prochaine|avant que|quand|bientot|a nouveau",
        "date": r"et|mais|donc|pour|avec|ou",
        "where": r"parce que|mais|donc|puisque|au cas ou|jusqu|ou|quand|et (?:je|maintenant|le|la)|maintenant",
        "part": r"parce que|mais|donc|quand|et|avec|si|ou|que",
        "field": r"a|pour|comme|maintenant|avec|par|depuis|\d+|pres|en (?:ligne|alternance)|dans|sur",
        "amount": r"et|mais|donc|pour|maintenant|en|depuis|parce|de haut|comme|avec|qui|par (?!mois|an|heure)",
        "owner": r"est",
    },
    refused={
        "place": r"un|une|mon|ma|ton|son|ce|cette|cela|ici|la(?= |$)|lit|paix|peur|(?:le |la |les )?(?:monde|moment|passe|present|futur|nuages?|lune|obscurite|milieu|centre|campagne|rue|jour|nuit|bas|aise|limite|age|retraite)|cent|permanence|couple|commun|famille|chaos|general|silence|dette|maison|location|deni|\d|plein|tension|stress|guerre|banlieue|colocation|coloc|autarcie|crochet|deux|trois|avance|retard|cote|pied|mi-temps|temps|distance|cheval|retraite|les",
        "org": r"(?:(?:la|el|le|a|o) )?(?:semaine|mois|annee|derni)\w*|moi|la maison|(?:le |la )?(?:nuit|matin|soir|bureau|ordinateur|lit|meme|silence|rapport|projet|livre|article|presentation|these|roman|site|compte|noir|jour|chaine|main|domicile)|mon (?:compte|livre|projet|roman|ordinateur|memoire)|ma (?:these|chambre|presentation)|cela|ca|un (?:projet|livre|roman|rapport|article|truc)|une (?:idee|these|presentation)|equipe|groupe|distance|vain|exces|pyjama|\d|deux|trois|mi-temps|temps|domicile|plein|des|les (?:week|soir|nuit)",
        "thing": r"mon|ma|mes|notre|nos|ca|cela|ceci|ce|cette|cet|ces|que|comme|comment|quand|toi|tu|ton|ta|tes|son|sa|ses|leur|ma (?:vie|journee)|mon (?:travail|boulot)|rien|tout|tous|quelque|le idee|le plan|le livre|le film|la chanson|la chose|le endroit|le appli|la maniere|la facon|la reponse|le design|le fait|devoir|etre|si|pas|aller|autre|chaque|elles?|ils?|lui|eux|beaucoup|plus|assez|une idee|vous|moi|qui|y|bien|trop|quelqu|la tienne|mieux|tellement|avoir",
        "name": r"pas|un|une|le|la|mon|ma|tu|tres|bien|ici|mieux|pire|toujours|jamais|ca|plus|demain|aujourd|maintenant|quand|si|peut|me|te|comme|que|ce|il|elle|en",
        "job": r"le|la|ce|un peu|un desastre|une personne|mon|ma|partie|de|tres|ton",
        "drug": r"\d+|ca|cela|le (?:bus|metro|train|tram|avion|temps|soleil|volant|petit)|la (?:voiture|porte|pose|vie)|notes|un|une|conge|soin|froid|plaisir|cafe|rendez|de les (?:notes|vacances|photos|nouvelles|cours)|du",
        "date": r"pas|un|une|mon|tres|bientot|dans|presque|ce|cette|demain|aujourd|hier|important|proche|genial|special|la semaine|le (?:meilleur|pire)",
        "owner": r"ceci|cela|ca|ici|premier|dernier|unique|meilleur|pire|probleme|chose|jour|idee|que|question|vie|monde|fait",
        "qual": r"partie|chose|personne|moment|phrase|est|de|facon|maniere|fois",
        "field": r"un|une|beaucoup|peu|pour|par|avec|mieux|tout|toute|chaque|mon|ma|ca|cela|dans|de|depuis|que|si|plus|moins|bien|jusqu|tard|trop|a|en|pas|chez|le soir|la nuit|la (?:question|possibilite)|le (?:cas|dossier)",
        "amount": r"pas|de plus",
        "where": r"sur le (?:point|coup|moment|tard|marche|chemin|depart)|sur la (?:route|table des)|dans (?:la (?:merde|lune|misere|moyenne|file)|le (?:doute|coup|rouge|futur|passe|brouillard|bus|train)|les (?:nuages|temps|choux|bouchons))|sous (?:pression|controle)|sur mesure|sous contrat|dans (?:une? (?:heure|semaine|mois|minute|ano))",
    },
    nobody=(
        "je tu il elle nous vous ils elles on tout tous toutes personne quelqu'un qui que quoi ce cela ça ceci cette cet ici là le la les un une des mon ma mes ton ta tes son sa ses notre nos votre leur "
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "aujourd'hui demain hier maintenant alors et mais ou si quand où pourquoi comme comment oui non ok bon bien merci bonjour salut toujours jamais seulement peut-être certains beaucoup chaque deux rien quelque chose "
        "maman papa dieu vie travail maison école amour argent café musique temps pluie été hiver printemps automne tdah autisme lire écrire courir dormir depuis après avant "
        "bien dans de à pour est sont était suis ai être avoir aussi encore anglais espagnol français google netflix internet monde gens"
    ),
    roles={
        "partner": "partenaire|compagnon|compagne|moitié|conjoint|conjointe",
        "wife": "femme|épouse",
        "husband": "mari|époux",
        "girlfriend": "copine|petite amie|petite copine",
        "boyfriend": "copain|petit ami|petit copain|mec",
        "parents": "parents",
        "fiance": "fiancé|fiancée",
        "ex": "ex|ex-mari|ex-femme|ex-copain|ex-copine",
        "mother": "mère|maman|belle-maman",
        "father": "père|papa",
        "sister": "soeur|frangine|demi-soeur",
        "brother": "frère|frangin|demi-frère",
        "twin": "jumeau|jumelle",
        "son": "fils|beau-fils",
        "daughter": "fille|belle-fille",
        "child": "enfant|enfants|gosses",
        "baby": "bébé",
        "grandmother": "grand-mère|mamie|mémé",
        "grandfather": "grand-père|papi|papy|pépé",
        "aunt": "tante|tata",
        "uncle": "oncle|tonton",
        "cousin": "cousin|cousine",
        "niece": "nièce",
        "nephew": "neveu",
        "grandchild": "petit-fils|petite-fille",
        "mother-in-law": "belle-mère",
        "father-in-law": "beau-père",
        "sister-in-law": "belle-soeur",
        "brother-in-law": "beau-frère",
        "friend": "ami|amie|pote",
        "flatmate": "coloc|colocataire",
        "boss": "patron|patronne|chef|cheffe|manager|manageuse|supérieur|responsable",
        "colleague": "collègue|associé|associée",
        "teacher": "prof|professeur|professeure|maîtresse|prof de piano|prof de guitare|tuteur|tutrice",
        "neighbour": "voisin|voisine",
        "landlord": "propriétaire|proprio",
        "therapist": "thérapeute|psy|psychologue|psychothérapeute",
        "psychiatrist": "psychiatre",
        "doctor": "médecin|docteur|docteure|médecin traitant|généraliste|neurologue|cardiologue|gynécologue|pédiatre|dermatologue",
        "dentist": "dentiste",
        "coach": "coach|entraîneur|entraîneuse",
        "dog": "chien|chienne|chiot",
        "cat": "chat|chatte|chaton",
        "rabbit": "lapin|lapine",
        "hamster": "hamster|cochon d'inde",
        "parrot": "perroquet|perruche",
        "bird": "oiseau|canari",
        "horse": "cheval|jument|poney",
        "turtle": "tortue",
        "fish": "poisson",
        "pet": "animal",
    },
    attributes={
        "deadline": "date limite|échéance|délai|deadline|date de rendu|rendu",
        "password": "mot de passe|mdp|mot de passe de le wifi|code wifi",
        "code": "code|pin|code pin|digicode|code d'accès|combinaison|code de accès",
        "phone": "téléphone|numéro de téléphone|numéro|portable|tel",
        "address": "adresse",
        "email": "email|e-mail|mail|adresse mail|courriel",
        "budget": "budget",
        "price": "prix|coût|tarif",
        "rent": "loyer",
        "salary": "salaire",
        "size": "taille|pointure",
        "colour": "couleur",
        "goal": "objectif|but|limite",
    },
    since=r"depuis|a partir de|des",
    until=r"jusqu'?(?:en|a|au|a le|a la|a les|ici)?|jusque|avant",
    lasting=r"depuis|cela fait|ca fait|depuis environ|depuis plus de|depuis presque|pendant|voila|il y a|depuis bientot",
    from_to=r"(?:de|entre|depuis) {year} (?:a|jusqu'en|jusqu'a|et) {year}",
    timely=r"\d|\b(?:an|ans|annee|annees|mois|semaine|semaines|jour|jours|depuis|jusqu|aujourd|hier|demain|dernier|derniere|prochain|prochaine|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|ete|hiver|automne|printemps|noel|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir)\b",
    taken=rf"{_OFTEN}|(?:une fois|deux fois|trois fois) par jour|le (?:matin|soir|midi)|avant de (?:dormir|me coucher)|a le (?:petit-dejeuner|dejeuner|diner|coucher)|a {_TIME}",
    and_=r"(?:et|ou|ni)(?: (?:a|de))?|&",
    sets={
        "ills": _ILLS,
        "jobs": _JOBS,
        "often": _OFTEN,
        "time": _TIME,
        "best": rf"(?P<part>{_PART})",
        "instruments": _INSTRUMENTS,
        "langs": _LANGS,
        "kept": _KEEP.replace("des ", "de les "),
        "keptwhere": rf"(?P<where>{_WHERE})",
        "medicines": MEDICINES,
        "dose": DOSE,
        "dreams": _DREAMS,
        "money": _MONEY,
        "acts": _ACTS,
        "owned": r"voiture|bagnole|velo|moto|scooter|trottinette|camionnette|bateau|maison|appartement|appart|telephone|iphone|ordinateur|ordi|tablette|appareil photo|guitare|piano|potager|liseuse",
        "foods": r"viande|poisson|porc|produits laitiers|gluten|oeufs|fruits de mer|champignons|sucre|boeuf|fromage|oignons?|tomates|epice|lactose|ble|noix|arachides",
        "num": r"(?:deux|trois|quatre|cinq|six|\d)",
        "near_role": "grand|grande|petit|petite|aine|ainee|meilleur|meilleure|vieux|vieille|nouveau|nouvelle",
    },
    frames_me=(
        Frame(Tense.ENDED, "~(?:ne )?{now} plus"),
        Frame(Tense.ENDED, "~ai arrete de {base}"),
        Frame(Tense.ENDED, "~ai arrete (?=le|la)"),
        Frame(Tense.NEVER, "~(?:ne )?(?:ai|suis) jamais {done}"),
        Frame(Tense.NEVER, "~(?:ne )?(?:ai|suis) pas {done}"),
        Frame(Tense.NOT, "~(?:ne )?{now}~ (?:pas|jamais|ni)"),
        Frame(Tense.NOW, "~{now}"),
        Frame(Tense.PAST, "~(?:ai|avons|a) {done}"),
        Frame(Tense.PAST, "~{past}"),
    ),
    frames_they=(
        Frame(Tense.ENDED, "~(?:ne )?{now} plus"),
        Frame(Tense.ENDED, "~a arrete de {base}"),
        Frame(Tense.NEVER, "~(?:ne )?a jamais {done}"),
        Frame(Tense.NOT, "~(?:ne )?{now}~ (?:pas|jamais|ni)"),
        Frame(Tense.NOW, "~{now}"),
        Frame(Tense.PAST, "~a {done}"),
        Frame(Tense.PAST, "~{past}"),
    ),
    verbs={
        "be": Verb("suis|sommes|est", "est", "etre", "etais|etions|etait", "etait", "", "ete"),
        "live": Verb(
            "habite|vis|habitons|vivons|vit|reside|loge",
            "habite|vit|reside|habitent|vivent",
            "habiter|vivre",
            "habitais|vivais|habitions|vivions|habitait|vivait",
            "habitait|vivait",
            "",
            "habite|vecu",
        ),
        "move": Verb(
            "",
            "",
            "",
            "ai demenage|avons demenage|a demenage|me suis installe|me suis installee|nous sommes installes|ai emmenage|se est installe|se est installes",
            "a demenage|se est installe|se est installee",
            "",
            "",
            event=True,
        ),
        "born": Verb("", "", "", "suis ne|suis nee", "est ne|est nee", "", "", event=True),
        "grow": Verb("", "", "", "ai grandi", "a grandi", "", "", event=True),
        "diagnosed": Verb(
            "",
            "",
            "",
            "ai ete diagnostique|ai ete diagnostiquee|me a diagnostique|ai recu un diagnostic|me suis fait diagnostiquer",
            "a ete diagnostique|a ete diagnostiquee",
            "",
            "",
            event=True,
        ),
        "have": Verb("ai|avons|a", "a", "avoir", "avais|avions|avait", "avait", "", "eu"),
        "get": Verb(
            "",
            "",
            "",
            "ai adopte|avons adopte|ai achete|avons achete|me suis achete|a adopte|a achete",
            "a adopte|a achete",
            "",
            "",
            event=True,
        ),
        "work": Verb(
            "travaille|bosse|travaillons|bossons",
            "travaille|bosse",
            "travailler|bosser",
            "travaillais|bossais",
            "travaillait|bossait",
            "",
            "travaille|bosse",
        ),
        "study": Verb(
            "etudie|fais de les etudes de|fais de les etudes en|fais un master en|fais une licence de|fais une these en",
            "etudie|fait de les etudes de",
            "etudier",
            "etudiais",
            "etudiait",
            "",
            "etudie",
        ),
        "start": Verb(
            "", "", "", "ai commence|ai rejoint|suis entre|suis entree", "a commence|a rejoint", "", "", event=True
        ),
        "leave": Verb(
            "",
            "",
            "",
            "ai quitte|ai perdu|ai demissionne|ai ete licencie|ai ete licenciee|me suis fait virer|ai arrete",
            "a quitte|a perdu",
            "",
            "",
            ends=True,
        ),
        "like": Verb(
            "aime|adore|kiffe|aime bien|aime beaucoup|aimons|adorons|suis fan de|suis passionne de|suis passionnee de|raffole de",
            "aime|adore|kiffe",
            "aimer",
            "",
            "",
            "",
            "",
        ),
        "hate": Verb(
            "deteste|hais|ne supporte pas|supporte pas|ai horreur de",
            "deteste|ne supporte pas",
            "detester",
            "",
            "",
            "",
            "",
        ),
        "speak": Verb("parle|parlons", "parle", "parler", "", "", "", ""),
        "take": Verb("prends|suis sous", "prend|est sous", "prendre", "prenais", "prenait", "", "pris"),
        "smoke": Verb("fume|vapote", "fume|vapote", "fumer|vapoter", "fumais", "fumait", "", "fume"),
        "drink": Verb("bois", "boit", "boire", "buvais", "buvait", "", "bu"),
        "eat": Verb("mange|mangeons", "mange", "manger", "", "", "", ""),
        "play": Verb(
            "joue de le|joue de la|joue a le|joue a la|joue a les|joue de|pratique le|pratique la|fais de le|fais de la",
            "joue de le|joue de la|joue a le|joue a la|joue a les",
            "jouer de le|jouer de la|jouer a le",
            "jouais de le|jouais de la|jouais a le",
            "",
            "",
            "",
        ),
        "wake": Verb("me leve|me reveille", "se leve|se reveille", "me lever", "", "", "", ""),
        "bed": Verb(
            "me couche|me endors|vais me coucher|vais a le lit", "se couche|se endort", "me coucher", "", "", "", ""
        ),
        "sleep": Verb("dors|ai besoin de", "dort", "dormir", "", "", "", ""),
        "own": Verb("conduis|roule en|possede", "conduit|possede", "conduire", "conduisais", "conduisait", "", ""),
        "sell": Verb("", "", "", "ai vendu|avons vendu|a vendu", "a vendu", "", "", ends=True),
        "weigh": Verb("pese|fais", "pese", "peser", "", "", "", ""),
        "measure": Verb("mesure|fais", "mesure", "mesurer", "", "", "", ""),
        "keep": Verb("garde|range|conserve|gardons|rangeons", "garde|range", "garder", "", "", "", ""),
        "put": Verb("", "", "", "ai mis|ai laisse|ai range|ai pose|ai cache", "", "", "", event=True),
        "park": Verb("", "", "", "ai gare|me suis gare|me suis garee|ai stationne", "", "", "", event=True),
        "want": Verb(
            "veux|voulons|aimerais|voudrais|reve de|espere|souhaite|essaie de", "veut|souhaite", "", "", "", "", ""
        ),
        "earn": Verb("gagne|touche", "gagne|touche", "gagner", "", "", "", ""),
        "pay": Verb("paie|paye|payons", "paie|paye", "payer", "", "", "", ""),
        "write": Verb(
            "",
            "",
            "",
            "ai ecrit|ai deja ecrit|ai fini|ai termine|ai lu|ai deja lu|ai fait|en suis a",
            "",
            "",
            "",
            event=True,
        ),
        "named": Verb("me appelle", "se appelle", "", "", "", "", ""),
        "focus": Verb(
            "suis plus efficace|me concentre|travaille|bosse|reflechis|fonctionne|suis", "", "", "", "", "", ""
        ),
        "marry": Verb(
            "",
            "",
            "",
            "ai epouse|me suis marie avec|me suis mariee avec|ai commence a sortir avec",
            "a epouse",
            "",
            "",
            event=True,
        ),
        "break": Verb(
            "suis divorce|suis divorcee|suis separe|suis separee",
            "",
            "",
            "avons rompu|ai rompu|avons divorce|ai divorce|nous sommes separes|me suis separe|me suis separee|a rompu|a divorce|se est separes|nous sommes quittes",
            "",
            "",
            "",
            ends=True,
        ),
        "date": Verb(
            "sors avec|suis en couple avec|suis marie a|suis mariee a|suis marie avec|suis mariee avec|suis fiance a|suis fiancee a|suis pacse avec|suis pacsee avec",
            "",
            "",
            "",
            "",
            "",
            "",
        ),
        "crash": Verb(
            "ai un coup de barre|ai un coup de mou|suis creve|suis crevee|suis nul|suis nulle|ne ai plus de energie|ai plus de energie|suis epuise|suis epuisee",
            "",
            "",
            "",
            "",
            "",
            "",
        ),
    },
    rules={
        "live": (
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
            Rule("allergy", r"(?P<thing>intolerante? (?:a le|a la) (?:lactose|gluten|fructose))"),
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
            Rule("job", r"(?:ici )?(?:comme|en tant que) (?:une? )?(?!un fou|une folle|un dingue|de habitude){job}"),
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
            Rule("smokes", r"(?:la cigarette|la clope|le tabac|de fumer)", "yes"),
            Rule("drinks", r"(?:le alcool|de boire)", "yes"),
            Rule(
                "employer",
                r"(?P<firm>(?!mon|ma|mes|le |la |les |un |une |de |en |a |chez|tout|ce|tot|plus|trop)[a-z][\w&.-]+)(?= (?:en|il y a|le annee|fin|debut)|$)",
            ),
        ),
        "like": (Rule("likes", r"(?:bien |beaucoup |trop |vraiment )?{things}"),),
        "hate": (Rule("dislikes", r"{things}"),),
        "speak": (
            Rule(
                "speaks", r"(?:(?:un peu|un peu de|bien|couramment|seulement|de) )*(?:le |la )?(?P<langs>{langs}\b.*)"
            ),
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
        "wake": (
            Rule("wakes_at", r"(?:tous les (?:jours|matins) |toujours )?(?:a|vers|autour de) (?P<clock>(?:{time}))"),
        ),
        "bed": (
            Rule("sleeps_at", r"(?:tous les (?:jours|soirs) |toujours )?(?:a|vers|autour de) (?P<clock>(?:{time}))"),
        ),
        "sleep": (
            Rule(
                "sleeps_hours",
                r"(?:environ |seulement )?(?P<amount>\d{1,2}(?:[.,]5)?(?: a \d{1,2})? ?(?:heures|h))(?: de sommeil)?(?= ?(?:de sommeil|par nuit|chaque nuit|la nuit|$|,))",
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
                r"(?P<amount>\d+(?: de (?:les )?\d+)?) (?P<qual>chapitres|pages|mots|lecons|exercices|seances|livres|modules)",
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
    },
    more={
        "employer": (Rule("job", r"(?:comme|en tant que) (?P<job>(?:{jobs}))"),),
        "job": (Rule("employer", r"(?:chez|pour) {org}"), Rule("employer", r"(?:a le|a la|dans une?) {org}")),
        "studies": (Rule("studies_at", r"a (?:le |la ){org}"),),
    },
    phrases=(
        Phrase(
            "lives_in",
            r"(?:mon|ma|notre) (?:appartement|appart|maison|studio) est (?:a|en|dans) (?:(?:le )?(?:centre|nord|sud)(?:-ville)? de |la banlieue de )?{proper}",
        ),
        Phrase("eats", r"je (?:ne )?peux pas manger (?:de )?(?P<things>(?:{foods})\b.*)", stance=Stance.NEVER),
        Phrase(
            "employer", r"je ai (?:trouve|decroche|eu) (?:un )?(?:nouveau )?(?:travail|boulot|poste|job) chez {org}"
        ),
        Phrase("from", r"je viens de (?:le |la |les )?{proper}"),
        Phrase(
            "nickname",
            r"(?:s'il te plait,? |tu peux |vous pouvez )*(?:appelle moi|appelez moi|appeler moi|me appeler) {name}",
        ),
        Phrase("nickname", r"(?:tout le monde|mes amis|on) me appelle(?:nt)? {name}"),
        Phrase("nickname", r"je prefere que (?:on|tu) me appelles? {name}"),
        Phrase("name", r"mon (?:pre)?nom est {name}"),
        Phrase("pronouns", r"mes pronoms sont (?P<text>\w+(?:/| et )\w+(?:/\w+)?)"),
        Phrase(
            "role",
            r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:se appelle|se appellent|est|ce est)(?: le| la)? {name}",
        ),
        Phrase("role", r"le (?:pre)?nom de {my} (?:(?:{near_role}) )*{role} est {name}"),
        Phrase(
            "role", r"{name},? (?:est|ce est) {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|et|mais|depuis|aine|cadet))"
        ),
        Phrase("role", r"(?:voici|ce est) {my} (?:(?:{near_role}) )*{role},? {name}"),
        Phrase(
            "partner",
            r"(?:on|nous|je) (?:ne )?(?:est|sommes|suis) plus (?:ensemble|mariee?s?|en couple)",
            stance=Stance.ENDED,
        ),
        Phrase(
            "pet",
            r"{my} (?P<qual>chien(?:ne)?|chat(?:te)?|lapin|hamster|perroquet|cheval) est (?:mort|morte|decedee?)",
            stance=Stance.ENDED,
        ),
        Phrase("birthday", r"mon anniversaire (?:est|ce est) (?:le |en )?{date}"),
        Phrase("birthday", r"je suis nee? le {date}"),
        Phrase("birthday", r"le anniversaire de {person} (?:est|ce est) (?:le |en )?{date}"),
        Phrase("birthday", r"{person} est nee? le {date}"),
        Phrase("anniversary", r"notre anniversaire(?: de mariage)? (?:est|ce est) (?:le )?{date}"),
        Phrase("favourite", r"{my} (?P<qual>\w+(?: de \w+)?) (?:preferee?s?|favorite?s?) (?:est|sont|ce est) {thing}"),
        Phrase("favourite", r"{thing} est {my} (?P<qual>\w+) (?:preferee?|favorite?)"),
        Phrase("hobby", r"(?:mon|mes|ma) (?:hobby|hobbies|passe-temps|passion|loisirs) (?:est|sont|ce est) {things}"),
        Phrase("speaks", r"ma langue maternelle est le (?P<lang>{langs})"),
        Phrase("job", r"mon (?:metier|travail|boulot) (?:est|ce est) (?:d'etre |de etre )?{job}"),
        Phrase("employer", r"je (?:ne )?ai plus de (?:travail|boulot|emploi)", stance=Stance.ENDED),
        Phrase("team_size", r"(?:mon|notre) equipe (?:compte|a|est de) (?P<amount>\d+)(?: personnes)?"),
        Phrase("team_size", r"(?:nous sommes|on est) (?P<amount>\d+)(?: personnes)? dans (?:mon|le|notre) equipe"),
        Phrase("weight", r"mon poids est de (?P<amount>\d[\d.,]* ?(?:kg|kilos?)?)"),
        Phrase("wakes_at", r"mon (?:reveil|alarme) sonne a (?P<clock>(?:{time}))"),
        Phrase(
            "focus_aid",
            r"(?!ne |que |ca |cela |ce |cette ){text} me (?:aide(?:nt)?) (?:beaucoup |vraiment )?a (?:me )?(?:concentrer|travailler|etudier|calmer|focaliser|demarrer|canaliser)",
        ),
        Phrase("focus_aid", r"(?:ce qui me aide a me concentrer,? ce est ){text}"),
        Phrase(
            "focus_aid", r"je ai besoin de (?P<text>(?!aide|plus|une pause|temps|quelque|me).+?) pour me concentrer"
        ),
        Phrase(
            "trigger",
            r"(?!ne |que |ca |cela |ce |cette ){text} (?:me (?:distrait|distraient|stresse(?:nt)?|deconcentre(?:nt)?|perturbe(?:nt)?|deborde(?:nt)?|angoisse(?:nt)?|epuise(?:nt)?|fatigue(?:nt)?|submerge(?:nt)?|rend(?:ent)? (?:folle|fou|anxieux|anxieuse)|fait perdre (?:le fil|ma concentration)|saoule(?:nt)?))",
        ),
        Phrase(
            "trigger",
            r"je (?:ne )?(?:peux|arrive) pas (?:a )?(?:me concentrer|travailler|etudier) (?P<text>(?:avec|dans|se il y a|quand il y a) .+)",
        ),
        Phrase(
            "energy_best",
            r"mon (?:energie|meilleur moment) est (?:a le maximum |a son maximum |a le plus haut |meilleure )?{best}",
        ),
        Phrase("energy_low", r"mon energie (?:chute|baisse|retombe|disparait|se effondre) {best}"),
        Phrase(
            "energy_best",
            r"{best},? je (?:suis|travaille) (?:beaucoup )?(?:mieux|plus (?:efficace|productif|productive))",
        ),
        Phrase(
            "tone",
            r"(?:s'il te plait,? |a partir de maintenant,? )*(?P<text>(?:ne )?(?:me )?(?:utilise|ecris|envoie|mets|donne|parle|appelle|traite|sois|dis|reponds|vouvoie) (?:moi )?(?:pas|jamais|plus)\b.{0,80})",
        ),
        Phrase(
            "tone",
            r"(?:s'il te plait,? |a partir de maintenant,? |toujours )*(?P<text>(?:sois (?:bref|breve|directe?|concise?|honnete|gentille?|plus \w+|patiente?|claire?)(?: avec moi| et .*)?|(?:fais|garde|reste) (?:court|simple|bref|ca court|de les reponses courtes|de les phrases courtes|concis).*|utilise (?:de les listes|de les phrases courtes|de les emojis?|moins .*|plus .*|un langage .*|un ton .*)|(?:parle|ecris|reponds) moi (?:en|comme|avec|de maniere) .*|tutoie moi|(?:reponds) (?:en|avec|toujours) .*|pas de (?:emojis?|points de exclamation|jargon|blabla).*))",
        ),
        Phrase(
            "tone",
            r"je prefere (?:les |de les )?(?P<text>(?:messages|reponses|phrases|explications|instructions|textes) (?:court[es]*|breves|direct[es]*|long[ues]*|detaille[es]*|simples|clair[es]*))",
        ),
        Phrase(
            "kept_in",
            r"(?:le|la|les|mon|ma|mes|notre|nos) (?P<owner>(?:{kept})) (?:est|sont|se trouve|se trouvent)(?: toujours| rangee?s?| cachee?s?)* {keptwhere}",
        ),
        Phrase(
            "kept_in",
            r"(?:la|le|ma|mon) (?P<owner>voiture|velo|moto|camionnette|scooter) est (?:garee?|stationnee?) (?P<where>(?:dans|a|sur|derriere|devant|pres de|a cote de|en face) .+)",
        ),
        Phrase(
            "attribute",
            r"mon (?:nouveau |nouvelle )?{attr}(?: mensuel| hebdomadaire| actuel)? est (?:de )?(?:le )?(?P<amount>[€$£+#]?\d.*)",
        ),
        Phrase("attribute", r"ma (?:nouvelle )?{attr} est (?:de |le |la )*(?P<amount>[€$£+#]?\d.*)"),
        Phrase(
            "attribute",
            r"(?:le|la|mon|ma) {attr} (?:de|pour|a) (?:le |la |les |mon |ma )?{owner} est (?:de )?(?:le |pour )?(?P<text>(?!tres|un |une |mon|ma |trop|meme|que |pas).+)",
        ),
        Phrase(
            "deadline",
            r"(?:le|la|mon|ma) (?P<owner>[a-z][\w ]{2,30}?) (?:est a rendre|doit etre rendue?) (?:pour |le |avant )?(?:le )?(?P<text>.+)",
        ),
        Phrase(
            "attribute",
            r"(?:mon|ma) (?P<attr>(?:numero de (?:compte|client|casier|chambre|securite sociale)|facture de electricite)) est (?:de |le |la )?(?P<amount>[€$£+#]?[\w-]*\d.*)",
        ),
        Phrase(
            "plans",
            r"(?:je|nous|on) (?P<activity>(?:vais|allons|va|pars|partons|part|demenage|demenageons|me marie|nous marions|se marie|me fais operer|prends ma retraite|commence|voyage|voyageons|vole)\b.+)",
        ),
        Phrase(
            "habit",
            r"je (?:toujours |normalement )*(?P<activity>{acts}\b.{0,40}? ?(?:{often}))(?= ?(?:$|,|et|mais|a \d|avec|avant|apres|dans|parce|pour))",
        ),
        Phrase("habit", r"(?P<activity>(?:{often}),? je {acts}\b.*)"),
        Phrase("works_in", r"mon bureau est a (?!la |le |cote){place}"),
    ),
)
