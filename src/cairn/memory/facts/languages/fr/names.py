"""French: people and things by their names."""

# ruff: noqa: E501  # a pattern is read whole

ROLES = {
    "partner": "partenaire|compagnon|compagne|moitié|conjoint|conjointe",
    "wife": "femme|épouse",
    "husband": "mari|époux",
    "girlfriend": "copine|petite amie|petite copine",
    "boyfriend": "copain|petit ami|petit copain|mec",
    "parents": "parents",
    "fiance": "fiancé|fiancée",
    "ex": "ex|ex-mari|ex-femme|ex-copain|ex-copine",
    "mother": "mère|maman",
    "father": "père|papa",
    "stepmother": "marâtre",
    "stepfather": "parâtre",
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
    "mother-in-law": "belle-mère|belle-maman",
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
}
ATTRIBUTES = {
    "deadline": "date limite|échéance|délai|deadline|date de rendu|rendu",
    "password": "mot de passe|mdp|mot de passe de le wifi|code wifi",  # nosec B105  # a word people say
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
}
NOBODY = (
    "je me te se y en moi toi lui tu il elle nous vous ils elles on tout tous toutes personne quelqu'un qui que quoi ce cela ça ceci cette cet ici là le la les un une des mon ma mes ton ta tes son sa ses notre nos votre leur "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "aujourd'hui demain hier maintenant alors et mais ou si quand où pourquoi comme comment oui non ok bon bien merci bonjour salut toujours jamais seulement peut-être certains beaucoup chaque deux rien quelque chose "
    "maman papa dieu vie travail maison école amour argent café musique temps pluie été hiver printemps automne tdah autisme lire écrire courir dormir depuis après avant "
    "bien dans de à pour est sont était suis ai être avoir aussi encore anglais espagnol français google netflix internet monde gens"
)
