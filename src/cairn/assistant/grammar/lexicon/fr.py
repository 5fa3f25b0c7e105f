"""French."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.lexicon import Words

WORDS = Words(
    polite_lead=r"(?:(?:he|hey|bon\ ben|ben|bah|euh|du\ coup|au\ fait|ecoute(?=,)|tiens|une\ chose|salut|coucou|bonjour|bonsoir|ok|bon|alors|ah|et|oups|oh|pf+|ouf|voila|hum|dis(?!-)|cairn|aussi|sans\ faute|s'il\ te\ plait|s'il\ vous\ plait|stp|svp)\b[,\s]*)*(?:(?:est-ce\ que\ (?=tu\ |vous\ ))?(?:peux-tu|pourrais-tu|pourras-tu|tu\ peux|pouvez-vous|pourriez-vous|vous\ pouvez|tu\ pourrais)\ |(?:je\ voudrais|j'aimerais)\ que\ tu\ )?",
    polite_tail=r"[,\s]+(?:s'il\ te\ plait|s'il\ vous\ plait|stp|svp|merci|d'accord|sans\ faute)\s?[.!?]*",
    remind=r"(?:rappelle[sz]?[- ]moi|(?:ne\ )?me\ laisse\ pas\ oublier|fais[- ]moi\ penser(?:\ a(?=\b)|\ aux?)?|me\ faire\ penser(?:\ aux?|\ a)?|me\ rappeler|me\ rappelles|rappeler(?=\ (?:de\b|d'|que\b|qu'|a\b|dans\b|demain\b|ce\b|cet\b|vers\b|pour\b|\w+di\b))|mets(?:-moi)?\ (?:un\ rappel|une\ alarme)|cree\ un\ rappel|(?:un\ )?rappel|alarme|previens-moi|reveille-moi|avertis-moi)(?:\ (?:que|qu'|pour|de|d'(?=\w)|du|au\ sujet\ de|a\ propos\ de))?[:,]?",
    jotted=r"notez?\b",
    note=r"(?:souviens[- ]toi|rappelle[- ]toi|retiens|memorise|je\ veux\ que\ tu\ retiennes|note[zr]?|(?:n')?oublie\ pas|garde\ en\ (?:tete|memoire)|sache)(?:\ (?:bien|ca|cela|pour\ moi))*(?:\ que\b|\ qu'(?=\w)|\ ?:|,)|(?:noter\ que|note|retiens|memorise)(?:\ (?:ca|cela|pour\ moi))*\b",
    idea=r"(?:(?:une\ )?(?:nouvelle\ )?idees?|pensee)\ ?:",
    need=r"(?:je\ dois|(?:il\ )?faudrait\ que\ je\ pense\ a|faudrait(?:\ que\ je)?|pense[zr]?\ a|je\ dois\ penser\ a|(?:(?:n')?oublie\ pas|ne\ pas\ oublier)(?=\ (?:le|la|les|l'|un|une|du|des|mon|ma|mes)\b)|(?:il\ )?faut\ que\ je\ pense\ a|(?:il\ )?faut(?:\ que\ je)?|j'ai\ besoin\ (?:de|d')|je\ devrais|on\ doit|nous\ devons|(?:n')?oubli(?:e|ez|ons)\ pas\ (?:de|d')|ne\ pas\ oublier\ (?:de|d')|il\ faudrait|penser\ a|faut)(?=\ |(?<='))|(?:tache|a\ faire)\ ?[:,-]",
    plan=r"(?:je\ vais|on\ va|nous\ allons|je\ veux|je\ voudrais|j'aimerais)",
    having=r"(?:j'ai|on\ a|nous\ avons|il\ y\ a|planifie)(?:\ (?:un|une|le|la|mon|ma))?",
    onto_list=r"(?:ajouter?|mets|mettre|noter?)\ (?P<what>.+?)\ (?:a|sur|dans)\ (?:ma|la)\ liste(?:\ [\w\s]+)?",
    happens=r"\ (?:est|sont|vient|commence|commencent|a\ lieu|sera|(?P<tells>passe|part|partent|ouvre|ferme|arrive(?:nt)?|atterrit))",
    recall=r"""qu'(?:est-ce\ que\ (?:j'ai(?!\ (?:(?:de\ )?prevu|demain|apres-demain|ce|cet|cette|la\ semaine|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)|j'avais|je\ t'ai|tu\ sais)|ai-je)\b|qu'est-ce\ qu(?:e\ |')(?!(?:je|tu|il|on|c'est)\b)[\w' -]+?\ (?:a|avait|m'a|nous\ a)\ (?:dit|demande|conseille|recommande|promis|apporte)\b|comment\ s'appel(?:le|ait)\ (?!tu|vous)|c'etait\ quoi\ |c'est\ quand\ (?:l'|la\ |le\ |mon\ |ma\ )(?=.)|qui\ (?:m'a|nous\ a|m'avait)\ \w+|c'est\ quoi\ (?:mon|ma|mes|notre|le\ (?:code|numero|nom|mot\ de\ passe))\b|je\ t'ai\ dit\ quoi|est-ce\ que\ je\ t'ai\ (?:deja\ )?(?:dit|parle)|(?:quand|ou|qui|pourquoi|comment|combien)\ (?:est-ce\ que\ )?(?:j'ai|ai-je|j'etais|etait|c'etait|je\ t'ai)\b|que\ (?:t'ai-je|sais-tu|te\ souviens-tu)|ou\ (?:est|sont|se\ trouve|se\ trouvent)\b|(?:quel|quelle)\ (?:est|etait)\ (?:mon|ma|mes|notre|(?:le|la)\ (?:code|numero|nom|mot\ de\ passe|adresse|taille|date|plaque)\b)
        |quand\ est\ (?:mon|ma|le|la|l')|(?:c'est\ )?a\ quelle\ heure\ (?:est|sont|c'est|j'ai|(?:mon|ma|le|la|l'))|(?:tu\ te\ souviens|te\ souviens-tu|tu\ te\ rappelles|te\ rappelles-tu)|rappelle-moi\ (?:ce\ que|quand\ j|ou\ j|ou\ est|qui)|j'(?:ai|avais)\ (?:dit|note)\ quoi|je\ suis\ (?:allergique|intolerante?)\ a\ quoi|cherche\b|est-ce\ que\ j'ai\b|ai-je\b|comment\ s'appelle""",
    recall_about=r"\b(?:sur|a\ propos\ (?:de|du|des)|au\ sujet\ (?:de|du|des)|concernant|du|de|avec)\ (?P<topic>[^?]+)|\b(?:est|sont|etait|mis|laisse|range|gare|quoi)\ (?P<thing>(?:(?:mon|ma|mes|le|la|les|notre|nos)\ |l')[^?]+)",
    question=r"(?:qu'est-ce|est-ce|que|quand|ou|qui|pourquoi|comment|quel|quelle|quels|quelles|combien|peux-tu|dois-je|puis-je)(?=\b.*\?)|c'est\ quoi\b|(?:pourquoi|comment|combien|est-ce\ que|qu'est-ce\ que|quel|quelle)\b",
    statement=r"(?:pas\ de|plus\ de|je|j'|on|nous|il|elle|ils|elles|c'est|c'etait|ce|ca|cela|mon|ma|mes|hier|aujourd'hui)(?=[\s']|\w)",
    finite=r"\b(?:est|sont|etait|etaient|a|ont|avait|suis|sommes|aime|aimes|adore|deteste|veut|habite|travaille|dit|prefere|prend|coute|s'appelle|va|ai|as|fait|mis|vu|mange|achete|perdu|trouve|laisse|gare|paye|pense)\b",
    join=r"\s*,\s*(?:et\s+|puis\s+|ensuite\s+|aussi\s+)?|\s+(?:et\s+puis|et\s+ensuite|et\s+aussi|et|puis)\s+",
    leaving=r"(?:(?:dis[- ]moi\ )?(?:quand|a\ quelle\ heure)\ partir|(?:quand|a\ quelle\ heure)\ (?:est-ce\ que\ )?(?:je\ dois|dois-je|il\ faut\ que\ je|faut-il|on\ doit)\ (?:partir|y\ aller|sortir|parte)(?:\ (?:pour|chez|a|au)\ .+)?|(?:je\ dois|il\ faut)\ partir\ quand|je\ pars\ quand|combien\ de\ temps\ (?:me\ reste-t-il\ )?avant\ de\ partir)\s?\??",
    today=r"(?:c'est\ quoi\ )?(?:le\ |mon\ )?(?:programme|planning|plan)\ (?:d'|du\ |de\ |pour\ )?(?:aujourd'hui|jour|la\ journee)|(?:(?:qu'est-ce\ que\ j'ai|qu'ai-je|montre(?:[- ]moi)?|liste|dis-moi|j'ai\ quoi)\ ?)?(?:\ ?(?:pour|ma|de|la|mon|le|l'|a\ faire))*\ ?(?:aujourd'hui|liste|agenda|journee|taches)\s?\??|(?:c'est\ quoi|comment\ est|a\ quoi\ ressemble)\ ma\ journee\s?\??",
    too_much=r"(?:c'est|tout\ ca\ c'est|ca\ fait)\ (?:(?:beaucoup|vraiment|bien)\ )?trop(?:\ (?:pour\ (?:moi|aujourd'hui|maintenant)|aujourd'hui|la|maintenant))*|(?:(?:il\ )?y\ ?'?a\ )?(?:beaucoup\ )?trop\ de\ (?:choses|trucs)|trop|je\ (?:suis|me\ sens)\ (?:(?:completement|totalement|un\ peu)\ )?(?:deborde|submerge|depasse)e?|(?:je\ n'|j')en\ peux\ plus|je\ n'y\ arrive\ plus",
    smaller=r"""aide-moi\ a\ (?:commencer|demarrer|m'y\ mettre)(?:\ (?:avec\ )?(?P<begun>.+))?|(?:je\ )?(?:n')?arrive\ pas\ a\ (?:commencer|demarrer|m'y\ mettre)|j'arrive\ pas\ a\ (?:commencer|demarrer|m'y\ mettre)|(?:(?:une|encore|toujours|bien|un\ truc|quelque\ chose\ de|un\ peu)\ )?plus\ (?:petite?s?|facile)(?:\ etape)?|(?:fais-le|rends-le|rends-la)\ plus\ (?:petite?|facile)|rends\ (?P<made>.+?)\ plus\ petite?|(?:c'est\ )?trop\ (?:gros|grand|dur)|(?:decoupe|decompose|divise)(?:-l[ea]|\ (?:ca|cela))?(?:\ en\ (?:petites\ )?(?:etapes|parties))?|(?:decoupe|decompose|divise)\ (?P<what>.+?)(?:\ en\ (?:petites\ )?(?:etapes|parties))?|(?:en\ )?(?:plus\ )?petites\ etapes|etape\ par\ etape|pas\ a\ pas|je\ n'arrive\ pas\ a\ (?:commencer|demarrer|m'y\ mettre)|(?:je\ suis\ )?(?:bloquee?|coincee?)""",
    spare=r"(?:(?:je\ n'ai\ qu(?:e|'(?=un))|j'ai(?:\ (?:seulement|juste|environ))?|il\ (?:me\ )?reste|avec)|(?:que|qu'est-ce\ que)\ (?:je\ peux\ faire|faire)\ en|quelque\ chose\ pour)\s?(?P<rest>.+)",
    light=r"(?:(?:j'ai\ |avec\ )?(?:(?:(?:tres\ )?peu|pas|plus)\ d'|zero\ )energie(?:\ (?:aujourd'hui|maintenant))*|(?:donne-moi\ )?quelque\ chose\ de\ (?:facile|simple|leger)|(?:une|un)\ (?:truc\ )?facile)",
    not_that=r"(?:pas\ (?:ca|celle-la|celui-la|celle-ci|celui-ci)|autre\ chose|une?\ autre|passe(?:\ (?:ca|celle-la))?)",
    next=r"(?:(?:le|la)\ suivante?|on\ fait\ quoi(?:\ (?:maintenant|ensuite))?|quoi\ faire(?:\ maintenant)?|ensuite|suivant|suivante|c'est\ quoi\ (?:la\ suite|apres|ensuite)|je\ fais\ quoi(?:\ maintenant)?|(?:et\ )?maintenant|et\ apres|quoi\ maintenant|que\ faire|qu'est-ce\ que\ je\ fais(?:\ maintenant)?|la\ suite|je\ (?:ne\ )?sais\ pas\ (?:par\ ou\ commencer|quoi\ faire)|choisis\ pour\ moi|prochain|prochaine|par\ ou\ (?:je\ )?commence[r]?)\s?\??",
    done=r"(?:c'est\ )?(?:deja\ fait|fait\ deja)|(?:ca\ )?c'est\ (?:bon\ c'est\ )?fait|ca\ y\ est|(?P<named>(?:(?!(?:j'ai|je|pas|rien|qui|que|c'est|presque|ai|il|on|elle|a|tout|comme|ca|bien|mal)\b)[\w'-]+\ ){1,4}?)(?:est\ |sont\ )?(?:faite?s?|terminee?s?|finie?s?)|(?:c'est\ )?(?:fait|fini|termine|bon)(?:(?:\ avec|:)?\ (?P<what>.+))?|je\ l'ai\ (?:fait|fini|termine)|(?:coche|marque)\ (?P<marked>.+?)(?:\ comme\ faite?)?|j'ai\ (?:fini|termine)(?:\ (?P<finished>.+))?",
    later=r"(?:(?:(?:peut-etre|sans\ doute)\ )?plus\ tard|tout\ a\ l'heure|(?:j'ai\ )?pas\ le\ temps(?:\ (?:la|maintenant))*|redemande-moi(?=\ (?:dans|plus|demain|ce))|pas\ tout\ de\ suite|je\ le\ (?:fais|ferai)\ plus\ tard|pas\ maintenant|apres(?!\ demain|-demain|-midi|\ midi|\ (?:les?|la|mon|ma|mes|ce|cet|cette|une?|avoir|\w+(?:er|ir)\ \w+(?:er|ir|re))\b|\ [ld]')|reporte(?:r|-le|-la)?|repousse|rappelle-le-moi(?:\ plus\ tard)?|pas\ encore|decale|dans\ un\ (?:moment|instant)|dans\ pas\ longtemps)(?P<rest>(?:[\s,:]+.+)?)",
    more=r"encore|de\ plus",
    infinitive=r"(?!(?:hier|diner|dejeuner|souper|gouter|fevrier|janvier|papier|cahier|quartier|atelier|hiver|premiere?|derniere?|soir|avoir|plaisir|lettre|livre|autre|septembre|octobre|novembre|decembre|notre|votre|quatre|theatre|centre|metre|pere|mere|frere|chambre|cher|cinquieme|desir|amer|mer|fer)\b)\w{3,}(?:er|ir|re)",
    snooze_default_minutes=10,
    undo=r"(?:annule(?:r|-le|\ (?:ca|cela|ce\ que\ je\ viens\ de\ faire|la\ derniere\ (?:chose|action)))?|defais(?:-le|\ ca)?|laisse\ tomber|oublie\ (?:ca|cela)|reviens\ en\ arriere)",
    help=r"(?:a\ l')?aide(?:[- ]moi)?|\?|(?:que\ (?:peux-tu|sais-tu)\ faire|tu\ (?:sais|peux)\ faire\ quoi)(?:\ \?)?|comment\ ca\ marche(?:\ \?)?|commandes",
    hello=r"(?:salut|bonjour|bonsoir|bonne\ nuit|coucou|(?:je\ suis|me\ voila)\ de\ retour|me\ revoila)",
    thanks=r"merci(?:\ beaucoup|\ bien)?",
    agreed=r"(?:(?:oui[,\ ]+)?(?:c'est\ (?:juste|ca|bien)|exact|exactement|correct)|oui[,\ ]+(?:merci|s'il\ te\ plait)|ok|oui|non|d'accord|bien|parfait|super|entendu)",
    denied=r"(?:non|pas\ du\ tout|faux|pas\ ca|c'est\ (?:faux|pas\ ca)|ce\ n'est\ pas\ (?:ca|juste))(?:[,\s]+(?:non|merci|pardon|desole|pas\ ca|c'est\ (?:faux|pas\ ca)|ce\ n'est\ pas\ (?:ca|juste)))*",
    not_but=r"(?:non\s+)?pas\ (?:le\ )?(?P<old>[^,]+?)(?:,\s*|\s+mais\s+)(?:mais\s+)?(?P<new>[^,]+)|(?P<wrong>[^,]+?)\ non,\s*(?:plutot\ )?(?P<right>[^,]+)",
    then=r"\b(?:puis|ensuite)\b",
    determiners="le la les l un une du des de mon ma mes ton ta tes son sa ses ce cet cette notre nos",
    rather=r"(?:non|plutot|pardon|desole|en\ fait|attends|je\ voulais\ dire|je\ veux\ dire|mets-(?:le|la)(?:\ plutot)?|change(?:-le|-la)?\ pour|(?:deplace|repousse|reporte|decale)-(?:le|la)(?:\ a)?|disons\ plutot|mieux\ vaut|fais-le)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    instead=r"[,\s]+(?:plutot|alors|a\ la\ place|c'est\ (?:bien|mieux)|ca\ va)[.!]*",
    leading=r"(?:oui|ok|peut-etre|vers|disons|euh|pourquoi\ pas|pour|rappelle-le-moi|rappelle-moi)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    at="à",
    verbs="""acheter aider ajouter aller amener annuler appeler apporter apprendre arreter arroser balayer boire changer charger chercher choisir commander
        commencer completer confirmer contacter copier couper cuisiner decider demander deposer descendre dormir ecrire emmener emporter envoyer essayer
        etudier faire feliciter fermer finir garder imprimer installer inviter jeter laver lire livrer manger mesurer mettre monter nettoyer nourrir
        ouvrir organiser parler passer payer planifier plier porter poser prendre preparer prevenir promener ranger rappeler recuperer regarder remercier
        remplir rendre renouveler reparer repasser repondre reserver reviser sortir surveiller telecharger telephoner tenir terminer tondre travailler
        trier trouver utiliser vendre verifier vider visiter voir
        achete aide ajoute va amene annule appelle apporte apprends arrete arrose balaie bois change charge cherche choisis commande commence confirme
        contacte copie coupe cuisine decide demande depose dors ecris emmene envoie essaie etudie fais ferme finis garde imprime installe invite jette
        lave lis livre mange mets monte nettoie nourris ouvre organise parle passe paie paye planifie plie porte pose prends prepare previens promene
        range recupere regarde remercie remplis rends renouvelle repare repasse reponds reserve revise sors telecharge telephone termine tonds travaille
        trie trouve utilise vends verifie vide visite""",
    nounish="cuisine livre bois porte garde change charge coupe copie commande demande lis passe pose vide visite reserve monte range ferme aide mange va",
)
