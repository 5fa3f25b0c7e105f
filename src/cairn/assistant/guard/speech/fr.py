"""French, with tu and with vous."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.guard.speech import Speech, alternatives

_ER = [
    "not",
    "ajout",
    "programm",
    "planifi",
    "enregistr",
    "cré",
    "cre",
    "sauvegard",
    "march",
    "marqu",
    "réserv",
    "reserv",
    "annul",
    "supprim",
    "effac",
    "dépl",
    "deplac",
    "chang",
    "modifi",
    "envoy",
    "appel",
    "rappel",
    "complet",
    "termin",
    "prépar",
    "prepar",
    "configur",
    "activ",
    "confirm",
    "plac",
    "laiss",
    "charg",
    "occup",
    "report",
    "décal",
    "decal",
    "pay",
    "achet",
    "command",
    "notifi",
    "bloqu",
    "ajust",
    "mémoris",
    "memoris",
    "stock",
    "cal",
    "caler",
    "épingl",
    "epingl",
    "arrang",
    "organis",
    "régl",
    "regl",
    "range",
    "rang",
    "press",
    "contact",
    "alert",
    "assur",
    "gér",
    "ger",
    "désactiv",
    "desactiv",
    "fix",
    "consign",
    "gard",
    "postpos",
    "transf",
    "post",
    "intégr",
    "integr",
    "class",
    "coch",
    "postul",
    "repouss",
    "avanc",
    "signal",
    "trait",
]
_STEMS = sorted({s.replace("é", "e") for s in _ER} - {"depl", "march", "range", "caler"})
_PART_IRREGULAR = "mise?s? faite?s? inscrite?s? prise?s? ecrite?s? prevenue?s? prevue?s? retenue?s? averti(?:e|s|es)? fini(?:e|s|es)? rempli(?:e|s)? etabli(?:e|s)? transmise?s? remise?s? prete?s? pourvue? souvenue? resolue?s?"
_PRES_IRREGULAR = "mets fais inscris prends ecris previens prevois retiens avertis finis transmets remets"
_FUT_IRREGULAR = "mettrai ferai inscrirai prendrai ecrirai previendrai prevoirai retiendrai avertirai finirai enverrai transmettrai souviendrai tiendrai veillerai"
_INF_IRREGULAR = (
    "mettre faire inscrire prendre ecrire prevenir prevoir retenir avertir finir transmettre remettre veiller"
)

SPEECH = Speech(
    slots={
        "PART": alternatives(" ".join([*(f"{s}ee?s?" for s in _STEMS), _PART_IRREGULAR])),
        "PRES": alternatives(
            " ".join([*(f"{s}e" for s in _STEMS), "envoie paie rappelle appelle jette", _PRES_IRREGULAR])
        ),
        "FUT": alternatives(" ".join([*(f"{s}erai" for s in _STEMS), "rappellerai appellerai", _FUT_IRREGULAR])),
        "INF": alternatives(" ".join([*(f"{s}er" for s in _STEMS), _INF_IRREGULAR])),
        "CL": r"te|vous|le|la|les|lui|leur|me|nous|en|y|se|t'|l'|m'|n'|s'|vous l'|te l'|me l'|nous l'",
        "ADV": r"bien|deja|maintenant|tout|aussi|juste|desormais|correctement|immediatement|aussitot|donc|automatiquement|officiellement|soigneusement|avec succes|dument|egalement|vite|tout de suite|evidemment|toujours|dore et deja|d'ores et deja|pour (?:toi|vous)|enfin|simplement",
        "THING": r"rappels?|alarmes?|taches?|evenements?|rendez-vous|rdv|reunions?|notes?|alertes?|notifications?|messages?|e-?mails?|mails?|courriels?|entrees?|reservations?|minuteurs?|elements?|modifications?",
        "PLACE": r"agenda|calendrier|listes?|notes|rappels|memoire|taches|planning|journal",
        "OWN": r"ton|ta|tes|votre|vos|le|la|les|un|une|mon|ma|ce|cette|l'",
    },
    done=(
        r"(?:\bj'|\bje (?:(?:te|vous|les|le|la|lui|leur|me|en|y) |(?:te |vous |me |nous )?[tlm]'|y )+|\bnous (?:(?:te|vous|les|en) |(?:te |vous )?[lt]')*|\bon (?:(?:te|vous|les) |(?:te |vous )?[lt]')*)(?:ai|avons|a|avais|avions|viens de) (?:(?:<ADV>|en|y) )*(?:<PART>|pu <INF>|pris|fait|mis|reussi a <INF>)\b",
        r"\bje (?:<ADV> )?viens (?:<ADV> )?(?:de |d')(?:(?:te|vous|le|la|les|l'|t'|lui) ?)*(?:<INF>)\b|\bnous venons (?:de |d')",
        r"\b(?:je me suis|nous nous sommes|je m'en suis|je me suis deja) (?:(?:<ADV>) )*(?:charge|occupe|permis|assure)",
        r"\bvoila qui est (?:<PART>)\b|\bc'est chose faite\b|\bmission accomplie\b|\bet voila le travail\b",
    ),
    state=(
        r"\b(?:est|sont|a ete|ont ete|sera|seront|etait|reste|c'est|cest|vient d'etre|viennent d'etre|va etre|se trouve|te voila|vous voila|voila|etre|vais|tout est|ete|es|etes) (?:(?:<ADV>|a ete|ete) )*(?:<PART>)\b",
        r"\b(?:est|sont|figure|se trouve|maintenant|deja|c'est|voila|apparait|apparaitra|va|sera|range|bien) (?:(?:\w|-)+ ){0,2}(?:dans|sur|a) (?:ton|ta|tes|votre|vos|l'|le|la|mon|mes) ?(?:<PLACE>)\b",
        r"\b(?:tu recevras|vous recevrez|tu auras|vous aurez|tu verras|vous verrez|tu vas (?:recevoir|avoir|voir)|vous allez (?:recevoir|avoir|voir)|il y aura) (?:(?:\w|')+ ?){0,4}(?:<THING>)\b",
        r"\b(?:tu seras|vous serez|tu vas etre|vous allez etre) (?:<ADV> )*(?:rappele|prevenu|notifie|averti|alerte)e?s?\b",
        r"\b(?:<THING>) (?:(?:<ADV>|est|sont|a ete|sera|vient d'etre) )*(?:<PART>|prete?s?|actif|active|en place|sonnera|se declenchera|arrivera|t'avertira|va sonner|lance)\b",
        r"\b(?:sonnera|se declenchera|va sonner|t'avertira|te previendra|vous previendra)\b",
        r"\bc'est (?:<ADV> )*(?:fait|note|bon|regle|parti|enregistre|programme|dans la boite|ok|pret|dans l'agenda|reserve|ajoute|sauvegarde|pris en compte|confirme|cale|booke)\b|\btout est (?:<ADV> )*(?:bon|pret|en ordre|ok|regle|fait|en place|note|sous controle)\b",
        r"\b(?:considere|considerez)(?:-le|-la| cela| ca| que)? (?:que )?(?:c'est )?(?:comme )?(?:fait|regle)\b|\bca y est\b|\bc'est comme si c'etait fait\b|\bpris en (?:compte|charge)\b",
        r"\bvoici (?:ton|votre|le) (?:nouveau )?(?:rappel|rendez-vous|confirmation|reservation)\b",
    ),
    promise=(
        r"\b(?:je|nous|on|j') ?(?:(?:<CL>) ?)*(?:<FUT>|rappellerons|ajouterons)\b",
        r"\b(?:je|nous|on|j') ?(?:vais|allons|va|irai|m'apprete a|compte) (?:(?:<CL>|<ADV>|donc) ?)*(?:<INF>|etre)\b",
        r"\b(?:je|j'|nous|on) ?(?:(?:<CL>) ?)*(?:<PRES>)\b(?! (?:que|bien que)\b)(?! pas\b)",
        r"\b(?:je suis|nous sommes) (?:<ADV> )?en train (?:de |d')(?:(?:<CL>) ?)*(?:<INF>)",
        r"\bje m'en (?:charge|occupe|souviendrai|chargerai|occuperai)\b|\bje (?:m'occupe|me charge|m'assure)\b|\bcompte[z]? sur moi\b|\bje (?:ne )?(?:te|vous) laisserai pas oublier\b|\blaisse[z]?[- ](?:moi )?(?:faire|ca)\b|\blaisse[z]?-moi (?:(?:<CL>) ?)*(?:<INF>)",
        r"\bje (?:garde|retiens) (?:ca|cela|bien)\b|\bje n'oublierai pas\b|\bje te tiens au courant\b|\bj'y (?:veille|veillerai|penserai)\b|\bje m'y mets\b",
    ),
    start=(
        r"(?:<ADV> )*(?:<PART>)(?:$|[ .!]*$| (?:pour|dans|a|au|le|la|les|sur|avec|ton|ta|votre|vos|demain|ce|cette|et|de|du|en|par|aujourd'hui|sans|tes)\b)(?!.*\?)",
        r"(?:<OWN> ?|nouveau |nouvelle )?(?:(?:\w|')+ ){0,2}(?:<THING>) (?:<ADV> )*(?:<PART>)\b",
        r"(?:<OWN> ?|nouveau |nouvelle )?(?:rappel|tache|evenement|rendez-vous|rdv|alarme|note|reservation)(?: (?:pour|a|le|demain) .+)?$",
        r"(?:c'est fait|c'est note|c'est bon|ca y est|c'est regle|bien note|bien recu|note|noté|fait|tout est pret|a vos ordres|c'est parti)\b[ .!]*(?:$|,)",
    ),
    fillers=(
        r"d'accord|parfait|super|tres bien|bien|bien sur|ok(?:ay)?|oui|entendu|compris|genial|excellent|voila|alors|et|donc|bon|bonjour|salut|"
        r"bonne nouvelle|pas de (?:souci|probleme)|aucun probleme|ne t'inquiete pas|ne vous inquietez pas|merci|absolument|certainement|ca marche|volontiers|formidable|de plus|aussi|ensuite|mais|car|parce que|comme demande|avec plaisir|impeccable|nickel|top"
    ),
    asked=(
        r".*(?<! ok)(?<!accord)(?<! bien)(?<! hein)(?<! non)(?<! oui)(?<! bon)\s?\?$",
        r"(?:est-ce|veux|voulez|veux-tu|voulez-vous|dois-je|puis-je|peux-tu|aimerais|aimeriez|souhaites|souhaitez|as-tu|avez-vous|que|qu'|quand|ou|quel|quelle|qui|pourquoi|comment|tu veux|vous voulez|tu preferes|as|es|etes)\b",
    ),
    conditional=(
        r"(?:et |mais |ou )?(?:si|s'il|quand|lorsque|une fois|des que|jusqu'|avant|apres|pendant|pour que|afin|bien que|tant que|au cas ou)\b",
        r"(?:tu |vous |on |cela |ca |peut-etre )?(?:peux|pouvez|peut|pourrais|pourriez|pourrait|devrais|devriez|essaie|essayez|beaucoup de)\b",
    ),
    consent=(
        r"\b(?:si|quand|des que) (?:(?:tu|vous|cela|ca|me|te|le|l'|m') ?)*(?:veux|voulez|souhaites|souhaitez|preferes|preferez|dis|dites|confirmes|confirmez|convient|va|plait|donnes|donnez|acceptes|as besoin)\b",
        r"\b(?:veux-tu|voulez-vous|tu veux|vous voulez|souhaites-tu|souhaitez-vous|aimerais-tu|aimeriez-vous|preferes-tu) (?:que |qu')?|\b(?:je peux|je pourrais|puis-je|dois-je|dis-moi|dites-moi)\b",
    ),
    spared=(
        r"\b(?:je|j'|nous|on|rien|il|elle|c'|ce|cela) ?(?:(?:<CL>|n'|ne) ?)*(?:n'|ne |rien )(?:(?:<CL>) ?)*(?:ai|avons|a|est|vais|peux|suis|sera|sais|pouvais|pourrai|<PRES>|<FUT>)? ?(?:pas|rien|encore|jamais|aucun)?(?: encore)? ?(?:ete )?(?:(?:<CL>) ?)*(?:<PART>|<INF>|en train)?\b(?: (?:ni|ou|et) (?:<PART>|<INF>)\b)*",
        r"\b(?:n'est|n'a|ne sont|n'ont|ne sera|n'etait) (?:pas|rien|encore|jamais)(?: encore)? (?:ete )?(?:<PART>)\b|\brien (?:n'a ete|n'est|ne sera) (?:<PART>)\b(?: ni (?:<PART>)\b)?",
        r"\b(?:veux-tu|voulez-vous|tu veux|vous voulez|souhaites-tu|souhaitez-vous|aimerais-tu|aimeriez-vous|preferes-tu|pour|avant|afin|faut-il|demande-moi|demandez-moi) (?:\w+ )?(?:que |qu')(?:je |j')(?:(?:<CL>) ?)*(?:<PRES>|mette|fasse|inscrive|prenne)\b",
        r"\ben fait\b|\btout a fait\b|\bdu fait\b|\bau fait\b|\b(?:tu es|vous etes|es-tu|etes-vous|etre|sois) prete?s?\b|\bbien fait\b|\bde fait\b|\bfaites? (?:pour|de|par|un|une|le|la)\b|\bpris[e]? de (?:tete|conscience)\b",
        r"\b(?:peut|peuvent|pourrait|doit|devrait) etre (?:<PART>)\b|\bune fois (?:que )?(?:c'est )?(?:<PART>)\b|\best (?:appelee?|faite? (?:de|pour)|place|range) ",
        r"\bquand (?:c'est|tu as|vous avez|tu auras|ce sera|tu es)\b[^,]*|\b(?:dois|puis|peux|pourrais|devrais)-je (?:(?:<CL>) ?)*(?:<INF>)\b|\bje (?:peux|pourrais|pourrai) (?:(?:<CL>) ?)*(?:<INF>)\b",
    ),
)
