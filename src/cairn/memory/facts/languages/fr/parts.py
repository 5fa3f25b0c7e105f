"""French: parts that patterns are put together from."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.medicines import DOSE, MEDICINES

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
_WHERE = r"(?:dans|sous|sur|derriere|a cote de|pres de|entre|en dessous de|au-dessus de|a le dessus de|a le interieur de|chez|a le fond de|contre) .+"
_DREAMS = r"(?:apprendre|devenir|demenager|courir (?:un|une|le)|ecrire (?:un|une|mon)|commencer (?:un|une|la|le|a courir|a peindre|mon)|arreter de (?:fumer|boire)|quitter mon (?:travail|boulot|emploi)|perdre (?:de le poids|\d+ kilos)|maigrir|voyager|visiter|construire|finir (?:mon|ma|mes|le|la) (?:\w+ )?(?:these|etudes|livre|roman|master|memoire|licence)|terminer (?:mon|ma|mes|le|la) (?:\w+ )?(?:these|etudes|livre|roman|master|memoire|licence)|etudier|economiser|acheter (?:un|une) (?:maison|appartement|voiture|velo|bateau)|ouvrir (?:un|une|mon|ma)|changer de (?:travail|boulot|metier|carriere)|me remettre en forme|passer le permis|lire plus|dormir plus|faire plus de sport|adopter|publier|enregistrer|avoir (?:de les enfants|un enfant|un chien|un chat)|vendre (?:ma|mon)|reprendre mes etudes)"
_MONEY = r"\d[\d., ]* ?(?:euros?|dollars|francs|€|eur|chf)?"
_ACTS = r"(?:vais|allons|cours|nage|marche|fais|medite|ecris|me entraine|pratique|visite|vois|appelle|joue|nettoie|arrose|cuisine|lis|dessine|peins|danse|grimpe|dine|dejeune|travaille de (?:la|chez) \w+|teletravaille|donne de les cours|ai (?:therapie|cours|repetition|yoga)|sors avec)"

PARTS = {
    "ills": _ILLS,
    "jobs": _JOBS,
    "often": _OFTEN,
    "time": _TIME,
    "best": rf"(?P<part>{_PART})",
    "instruments": _INSTRUMENTS,
    "langs": _LANGS,
    "kept": r"(?:(?:double de les )?(?:cles?|clefs?)(?: (?:de secours|de rechange|de la \w+|de le \w+|de voiture|de maison))?|passeport|portefeuille|porte-monnaie|lunettes(?: de soleil)?|chargeur(?: de \w+)?|casque|ecouteurs|ordinateur|ordi|tablette|telephone|telecommande|parapluie|documents?|papiers|acte de naissance|carte(?: \w+)?|contrat|classeur|dossier|factures?|recus?|medicaments?|cachets|inhalateur|ventoline|trousse de secours|outils|perceuse|marteau|echelle|valise|sac(?: a dos)?|carnet|journal|appareil photo|tente|manteau|piles|lampe(?: torche)?|ciseaux|fer a repasser|aspirateur|argent|bague|montre|disque dur|velo|voiture)",
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
}
TAKEN = rf"{_OFTEN}|(?:une fois|deux fois|trois fois) par jour|le (?:matin|soir|midi)|avant de (?:dormir|me coucher)|a le (?:petit-dejeuner|dejeuner|diner|coucher)|a {_TIME}"
