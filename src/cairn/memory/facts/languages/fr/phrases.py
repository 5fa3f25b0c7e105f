"""French: clauses that are no verb and what follows it."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Phrase
from cairn.memory.facts.statement import Stance

PHRASES = (
    Phrase(
        "employer",
        r"(?:je (?:ai ete (?:licenciee?|viree?|renvoyee?)|me suis fait (?:virer|licencier|renvoyer))|on me a (?:viree?|licenciee?))(?= ?(?:$|,|et|mais|en|il y a|le|la|hier|cette|ce)).*",
        stance=Stance.ENDED,
    ),
    Phrase(
        "partner",
        r"je suis (?:de nouveau |a nouveau |toujours )?celibataire(?= ?(?:$|,|et|mais|depuis|maintenant))",
        stance=Stance.ENDED,
    ),
    Phrase(
        "medication",
        r"(?:je suis passee?|je ai change|on me a fait passer|on me a change) (?:de le|de la|de) (?P<drugs>(?:{medicines})) (?:a le|a la|a|pour le|pour la|pour) .+",
        stance=Stance.ENDED,
        goes_on=True,
    ),
    Phrase(
        "medication",
        r"(?:je suis passee?|je ai change|on me a fait passer|on me a change) (?:de le|de la|de) (?:{medicines}) (?:a le|a la|a|pour le|pour la|pour) (?P<drugs>(?:{medicines})\b.*)",
    ),
    Phrase(
        "lives_in",
        r"(?:mon|ma|notre) (?:appartement|appart|maison|studio) est (?:a|en|dans) (?:(?:le )?(?:centre|nord|sud)(?:-ville)? de |la banlieue de )?{proper}",
    ),
    Phrase("eats", r"je (?:ne )?peux pas manger (?:de )?(?P<things>(?:{foods})\b.*)", stance=Stance.NEVER),
    Phrase("employer", r"je ai (?:trouve|decroche|eu) (?:un )?(?:nouveau )?(?:travail|boulot|poste|job) chez {org}"),
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
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:ne )?(?:se appelle|est) plus(?: le| la)? {name}",
        stance=Stance.ENDED,
    ),
    Phrase(
        "role",
        r"{name} (?:ne )?est plus {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|et|mais|depuis))",
        stance=Stance.ENDED,
    ),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:ne )?(?:se appelle|est) (?:pas|jamais)(?: le| la)? {name}",
        stance=Stance.NEVER,
    ),
    Phrase(
        "role",
        r"{name} (?:ne )?(?:est|a) (?:pas|jamais)(?: ete)? {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|et|mais))",
        stance=Stance.NEVER,
    ),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:se appelle|se appellent|est|ce est)(?: le| la)? {name}",
    ),
    Phrase("role", r"le (?:pre)?nom de {my} (?:(?:{near_role}) )*{role} est {name}"),
    Phrase("role", r"{name},? (?:est|ce est) {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|et|mais|depuis|aine|cadet))"),
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
    Phrase("focus_aid", r"je ai besoin de (?P<text>(?!aide|plus|une pause|temps|quelque|me).+?) pour me concentrer"),
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
)
