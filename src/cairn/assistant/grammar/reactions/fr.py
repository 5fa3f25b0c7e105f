"""French."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.reactions import Words

_NO = r"(?:(?:non|mais|attends|euh|pardon|eh|bon|ah|cairn)[,. ]+)*"
_THAT = r"(?:ca|cela|ceci)"

WORDS = Words(
    wrong=rf"{_NO}(?:(?:ce n'est|c'est|c'etait|ce n'etait|n'est) (?:vraiment )?pas (?:ca|vrai|juste|correct|exact|moi|le cas|bon|du tout ca)|c'est (?:faux|inexact|incorrect|une erreur|n'importe quoi|pas ca)|{_THAT} (?:n'est|est) (?:pas (?:vrai|juste|correct|ca|exact)|faux)|faux|pas (?:vrai|juste|correct|moi|exact)|tu te trompes|(?:je n'ai|j'ai) (?:jamais|pas) dit (?:ca|cela)|ce n'etait pas moi|tu as (?:tort|faux)|enleve (?:ca|cela))(?: du tout)?",
    no=r"(?:non|pas vraiment|pas tout a fait)",
    over=rf"{_NO}(?:je n'y \w+ plus|j'y \w+ plus|je (?:ne |n')?(?:\w+ ){{0,2}}plus (?:la|ici|ca|cela|la-bas|la bas)|je ne (?:le|la|les|l') ?\w+ plus|plus maintenant|ce n'est plus (?:vrai|le cas|ca|exact|d'actualite)|c'est plus (?:vrai|le cas|ca|d'actualite)|(?:ca|cela) (?:n'est|est) plus (?:vrai|le cas)|(?:ca|cela) a change|c'est (?:fini|du passe|termine|depasse)|c'etait avant|plus du tout)(?: maintenant| aujourd'hui)?",
    forget=rf"{_NO}(?:s'il te plait,? |peux-tu |tu peux )*(?:oublie(?:r)?|efface(?:r)?|supprime(?:r)?)(?:-le|-la)? ?(?:ca|cela|ceci|le|ce que (?:j'ai|je t'ai) dit|{{which}})?(?:,? s'il te plait| definitivement| pour toujours)*",
    why=rf"{_NO}(?:pourquoi (?:(?:tu|est-ce que tu) (?:penses|crois|dis)|(?:penses|crois|dis)-tu) (?:ca|cela)|pourquoi|comment (?:tu (?:le )?sais|(?:le )?sais-tu|est-ce que tu (?:le )?sais)(?: ca| cela)?|d'ou (?:tu tiens|tiens-tu|tu sors|sors-tu|te vient) (?:ca|cela)|qui (?:(?:te )?l'a dit|a dit ca|dit ca|t'a dit ca)|quand (?:est-ce que )?(?:j'ai|ai-je|je t'ai) dit (?:ca|cela)|(?:est-ce que )?j'ai dit (?:ca|cela))",
    about_me=r"(?:(?:et|dis|alors|cairn|s'il te plait)[, ]+)*(?:(?:que sais-tu|qu'est-ce que tu sais|tu sais quoi|que te rappelles-tu|qu'as-tu retenu|dis-moi ce que tu sais|qu'est-ce que tu as (?:appris|retenu)) (?:sur|de|a propos de) moi|qui suis-je|mon profil|montre(?:-moi)? mon profil|qu'y a-t-il dans mon profil)",
    against=r"non|faux|c'est (?:faux|pas (?:ca|vrai|juste))|ce n'est pas (?:ca|vrai|juste|exact)|pas vrai|en fait|en realite|pardon|attends|plutot|je veux dire|je voulais dire|desolee?|correction|plus maintenant",
    no_value=r"merci|(?:aucune )?idee|(?:c'est )?bon|bien|ok|rien|grave|vrai|juste|faux|d'accord|plus tard|je (?:ne )?sais pas",
    yes=r"(?:oui|ok|d'accord|vas-y|fais-le|bien sur|ouais)(?:[,. ]+(?:oui|vas-y|fais-le|merci|s'il te plait|bien sur))*",
    leave=r"(?:non|laisse(?: tomber)?|ne le fais pas|surtout pas|plutot pas)(?:[,. ]+(?:non|merci|laisse(?: tomber)?|ne le fais pas))*",
    first=r"(?:le|la)? ?premiere?s?|1|un|une",
    second=r"(?:le|la|l')? ?(?:deuxieme|seconde?|derniere?|autre)|2|deux",
    third=r"(?:le|la)? ?troisieme|3|trois",
    every=r"tout(?: (?:ca|cela))?|tous|toutes|les deux",
    both=r"les deux(?: sont (?:vrais|vraies|justes))?|tous les deux|toutes les deux",
    neither=r"aucune?(?: des deux)?|ni l'une? ni l'autre",
    it_is=r"c'est|c'etait|a|la bonne reponse est|elle s'appelle|il s'appelle",
    before=r"\b(?:juste )?avant (?:que |qu'|de |d'|(?=(?:la|le|l'|les|mon|ma|mes|notre) ?))(?P<event>[^?]+?)\s*\??\s*$",
    happened=r"\b(?:etait|etais|ai|a|avait|suis|est) (?:\w+ )?\w+(?:e|i|u|is|it)s?\b|\b(?:etait|avait|j'ai eu|a eu lieu)\b",
    moved=r"\bdemenag|\bemmenag|\bje change de (?:ville|maison|appart)|\bchanger de (?:ville|maison|appart)",
)
