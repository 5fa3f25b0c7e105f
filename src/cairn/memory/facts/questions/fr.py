"""French."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.questions import Asking

_LIVE = r"(?:habite|habitais|vis|vivais|loge|logeais)"
_I_LIVE = rf"(?:(?:est-ce que )?(?:j'(?:habite|habitais|ai habite)|je (?:vis|vivais|loge|logeais))|{_LIVE}-je)"
_I_WORK = r"(?:(?:est-ce que )?je (?:travaille|travaillais|bosse|bossais)|(?:travaille|travaillais)-je)"

ASKING = Asking(
    lead=r"(?:et|dis|dis-moi|salut|bonjour|cairn|s'il te plait|alors|mais|attends|pardon|rappelle-moi|tu sais|sais-tu|tu peux me dire|peux-tu me dire|tu te souviens|actuellement|maintenant|c'est)",
    tail=r"(?:avant (?:de demenager|mon demenagement|de m'installer ici|que je demenage)|avant|avant ca|auparavant|jusque-la|maintenant|aujourd'hui|actuellement|s'il te plait|en ce moment|exactement|deja|encore|tu sais|a l'epoque|cairn|moi)",
    past=r"avant|avant ca|auparavant|jusque-la|habitais|habitais-je|vivais|logeais|ai habite|travaillais|bossais|etait|etaient|etudiais|etais|prenais|suis ne",
    mine=(
        (
            "lives_in",
            rf"(?:dans )?(?:ou|quelle ville|quel pays|quel endroit|quel village) {_I_LIVE}|(?:j'habite|j'habitais|je vis|je vivais) (?:ou|dans quelle ville|dans quel pays)|quelle (?:est|etait) (?:ma|mon) (?:ville|adresse)|ou (?:est|etait) (?:ma maison|mon appartement|mon domicile|chez moi)|(?:est-ce que )?(?:j'habite|je vis)(?: toujours| encore)? a [\w' -]+",
        ),
        (
            "employer works_in",
            rf"(?:ou|pour qui|chez qui|pour quelle (?:entreprise|boite)|dans quelle (?:entreprise|boite)) {_I_WORK}|je (?:travaille|travaillais) (?:ou|pour qui|chez qui)|quel(?:le)? (?:est|etait) (?:mon employeur|mon entreprise|ma boite)",
        ),
        (
            "job employer field",
            r"(?:qu'est-ce que )?je fais (?:quoi )?(?:comme (?:travail|metier|boulot)|dans la vie)|que fais-je dans la vie|quel(?:le)? (?:est|etait) (?:mon (?:travail|metier|boulot|poste)|ma profession)",
        ),
        (
            "studies studies_at",
            r"(?:qu'est-ce que |qu')(?:j'etudie|j'etudiais)|j'etudie (?:quoi|ou)|ou (?:est-ce que )?j'etudie",
        ),
        (
            "allergy",
            r"a quoi (?:est-ce que )?(?:je suis|suis-je|j'etais) allergique|je suis allergique a (?:quoi|[\w' -]+)|(?:quelles sont mes|quelle est mon) allergies?|(?:est-ce que )?j'ai (?:des|une) allergies?|suis-je allergique a (?:quelque chose|[\w' -]+)|est-ce que je suis allergique a [\w' -]+",
        ),
        (
            "medication",
            r"quel(?:s)? medicaments? (?:est-ce que )?(?:je prends|je prenais|prends-je)|je prends (?:quoi comme medicaments?|quels? medicaments?)|quels? (?:est|sont) (?:mon|mes) (?:traitement|medicaments?)",
        ),
        ("diagnosis", r"quel(?:s)? (?:est|sont) (?:mon|mes) diagnostics?|quel diagnostic (?:est-ce que )?j'ai"),
        (
            "birthday",
            r"(?:quand )?(?:c'est|est) (?:quand )?mon anniversaire|quand est-ce que je suis nee?|quand (?:je )?suis(?:-je)? nee?|mon anniversaire(?:,)? c'est quand|quelle est ma date de naissance|quel jour (?:est|c'est) mon anniversaire|quand (?:c'est|est-ce) mon anniversaire",
        ),
        ("diet", r"quel est mon regime(?: alimentaire)?|(?:est-ce que )?je suis (?:vegan|vegetarien|vegetarienne)"),
        ("pronouns", r"quels sont mes pronoms"),
        ("speaks", r"quelles? langues? (?:est-ce que )?(?:je parle|parle-je)|je parle quelles? langues?"),
        (
            "from born_in",
            r"d'ou (?:est-ce que )?(?:je viens|viens-je|je suis)|je viens d'ou|ou (?:est-ce que )?(?:je suis|suis-je) nee?",
        ),
        ("wakes_at", r"a quelle heure (?:est-ce que )?je me (?:leve|reveille)|je me (?:leve|reveille) a quelle heure"),
        ("sleeps_at", r"a quelle heure (?:est-ce que )?je me (?:couche|endors)|je me couche a quelle heure"),
        (
            "hobby likes",
            r"qu'est-ce que j'aime(?: faire)?|quels sont mes (?:loisirs|hobbies|centres d'interet|passions)|j'aime quoi",
        ),
        ("dislikes", r"qu'est-ce que (?:je n'aime pas|je deteste)"),
        ("focus_aid", r"qu'est-ce qui m'aide a me concentrer"),
        ("trigger", r"qu'est-ce qui me (?:deconcentre|distrait|perturbe)"),
    ),
    theirs=(
        (
            "lives_in",
            r"ou (?:est-ce que )?(?:habite|habitait|vit|vivait) {who}|ou (?:est-ce qu')?{who} (?:habite|vit)|{who} (?:habite|vit) ou",
        ),
        (
            "employer works_in",
            r"ou (?:est-ce que )?(?:travaille|travaillait) {who}|{who} travaille ou|pour qui travaille {who}",
        ),
        ("job", r"que fait {who} dans la vie|{who} fait quoi dans la vie"),
        ("birthday", r"(?:c'est )?quand (?:est )?l'anniversaire de {who}|quand est nee? {who}"),
        ("allergy", r"a quoi {who} est allergique"),
    ),
    named=(
        r"comment (?:s'appelle|s'appelait|s'appellent) {role}|{role},? (?:elle |il )?s'appelle comment",
        r"quel (?:est|etait) le (?:nom|prenom) de {role}|le (?:nom|prenom) de {role}",
        r"(?:c'est )?qui (?:est|etait|c'est|sont) {role}|c'est qui {role}",
    ),
    favourite=(r"quel(?:le)? (?:est|etait) (?:mon|ma) {qual} preferee?",),
)
WRITTEN = {
    "sister": "sœur", "sister-in-law": "belle-sœur", "partner": "partenaire",
    "stepmother": "belle-mère", "stepfather": "beau-père",
}  # fmt: skip
