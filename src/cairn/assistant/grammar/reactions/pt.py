"""Portuguese."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.reactions import Words

_NO = r"(?:(?:nao|nada disso|olha|espera|eh|desculpa|mas|bom|ah|cairn)[,. ]+)*"

WORDS = Words(
    wrong=rf"{_NO}(?:(?:isso|isto) (?:nao (?:e|era|esta) (?:assim|verdade|certo|correto|bem|isso)|esta (?:errado|mal|incorreto)|e (?:falso|mentira|um erro|um engano))|nao (?:e|era) (?:assim|verdade|isso|certo)|nao esta (?:certo|correto)|esta (?:errado|mal)|(?:e )?(?:falso|mentira|errado)|(?:estas|tu estas) (?:enganad[oa]|errad[oa])|enganaste-te|(?:eu )?(?:nao|nunca) disse isso|(?:esse|essa) nao sou eu|nao sou eu|eu nao|isso nao|tira isso)",
    no=r"(?:nao|nem por isso|nao e bem)",
    over=rf"{_NO}(?:(?:eu )?ja nao(?: (?:\w+ ){{0,3}}(?:la|ai|ali|aqui|isso|essa|esse|ela|ele))?|(?:isso )?ja nao e (?:assim|verdade|o caso)|isso ja nao(?: e (?:assim|verdade))?|isso (?:era|foi) antes|isso mudou|isso acabou|agora nao|ja nao (?:vivo|moro|trabalho|estudo|tomo|faco|estou)(?: (?:la|ai|ali|aqui|isso))?)",
    forget=rf"{_NO}(?:por favor,? |podes )*(?:esquece(?:r)?|apaga(?:r)?|elimina(?:r)?|remove(?:r)?)(?:-o|-a)? ?(?:isso|isto|o que (?:disse|eu disse|te disse)|{{which}})(?:,? por favor| para sempre| de vez)*",
    why=rf"{_NO}(?:porque (?:e que )?(?:achas|pensas|dizes|acreditas)(?: n?isso| isto)?|porque|por que (?:achas|pensas|dizes)(?: isso)?|como (?:e que )?(?:o )?sabes(?: isso| disso)?|de onde (?:tiraste|sabes|veio|vem)(?: isso)?|quem (?:disse|diz|te disse) isso|quando (?:e que )?(?:eu )?disse isso|(?:eu )?disse isso)",
    about_me=r"(?:(?:e|olha|cairn|por favor)[, ]+)*(?:o que (?:e que )?(?:sabes|te lembras|aprendeste|tens) (?:de|sobre|acerca de) mim(?: ate agora)?|quem sou(?: eu)?|o meu perfil|mostra(?:-me)? o meu perfil|o que ha no meu perfil|diz-me o que sabes (?:de|sobre) mim)",
    against=r"nao|isso (?:nao e (?:assim|verdade)|esta (?:errado|mal)|nao esta certo)|nao e (?:assim|verdade|isso)|errado|na verdade|alias|afinal|desculpa|espera|quero dizer|correcao|falso|ja nao",
    no_value=r"(?:muito )?obrigad[oa]|(?:faco )?ideia|sei|faz mal|nada|preciso|(?:esta )?bem|ok|verdade|certo|correto|depois|mais tarde",
    yes=r"(?:sim|ok|claro|faz isso|faz|podes|pode ser|avanca|forca|esta bem|vai)(?:[,. ]+(?:sim|faz isso|por favor|obrigad[oa]|podes|claro))*",
    leave=r"(?:nao|deixa(?: estar)?|nao facas|melhor nao|esquece)(?:[,. ]+(?:nao|obrigad[oa]|deixa(?: estar)?|nao facas))*",
    first=r"(?:o|a)? ?primeir[oa]|1|um|uma",
    second=r"(?:o|a)? ?(?:segund[oa]|ultim[oa]|outr[oa])|2|dois|duas",
    third=r"(?:o|a)? ?terceir[oa]|3|tres",
    every=r"tudo(?: isso)?|tod[oa]s|amb[oa]s|(?:os dois|as duas)",
    both=r"amb[oa]s|(?:os dois|as duas)(?: estao cert[oa]s)?",
    neither=r"nenhum(?:a)?(?: (?:dos dois|das duas|deles|delas))?|nem um(?:a)? nem outr[oa]",
    it_is=r"e|era|sao|em|no|na|a (?:certa|correta) e|o (?:certo|correto) e|chama-se",
    before=r"\b(?:mesmo |logo )?antes (?:de (?:eu |que )?|d(?=[ao]s? ))(?P<event>[^?]+?)\s*\??\s*$",
    happened=r"\b(?:foi|fui|tive|teve|era|estive|fiz|mudei|comecei|acabei|deixei|operaram|\w+(?:aram|eram|iram))\b",
    moved=r"\bmudar(?:-me|-nos)?\b|\bme mudar\b|\bmudei(?:-me)?\b|\bme mudei\b|\bmudanca\b|\bmudarmos\b",
)
