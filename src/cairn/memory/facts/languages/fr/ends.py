"""French: where values end, and what they may not be."""

# ruff: noqa: E501  # a pattern is read whole

STOPS = r"maintenant|en ce moment|actuellement|ces temps-ci|parce que|car|puisque|depuis|jusqu'?|mais|donc|alors|que|qui|ou|quand|lorsque|pendant|bien que|aussi|pour le moment|pour le instant|deja|encore|aujourd'?hui|hier|demain|si|apres|avant|et (?:je|nous|on|mon|ma|me|elle|il|puis|maintenant|ne|aussi|que)|avec (?:mon|ma|mes|un|une|deux|trois|de les|notre|nos)|je crois|je pense|peut-etre|s'il te plait|s'il te plait|merci|au fait|au moins|a le moins|plus que|beaucoup|enormement|en fait|durant|chaque|tous les|toutes les|est|sont|etait|a temps (?:plein|partiel)|a mi-temps|plutot|sans|il y a"
STOPS_OF = {
    "place": r"pour|et|a|par|comme|avec|seule?|ensemble|dans (?:un|une|mon)|pres|\d+|temporairement|en (?:coloc\w*|couple|famille)|chez",
    "org": r"comme|en tant|pour|a(?= [a-z])|et|avec|\d+|par|dans|en|de (?:infirmi|professeu)[a-z]*|sur",
    "job": r"a(?! domicile)|dans|chez|pour|et|avec|en (?:ehpad|freelance|cdi|cdd|poste)|de mon|de ma|par|\d+|pres|ici",
    "thing": r"a (?:le age de )?\d+|pour|comme|dans (?:mon|ma|le|la)|en (?:ete|hiver|general|automne)|a le (?:printemps|reveil)|avec|surtout|le (?:soir|matin)|par|depuis|de temps en temps|non plus|notamment",
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
}
REFUSED = {
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
}
