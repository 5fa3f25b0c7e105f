"""Words that carry no meaning in a question, in the four languages, without accents.

Left out of the lists, since another of the languages has them as words of meaning: car, son, sea, pour, ton, main,
come, fin, sin, pan, mal, or as the months and names mai, may, mar.
"""

ENGLISH = """
a about above after again all also am an and any are as at be been before being but by can could did do does doing
down each for from had has have having he her hers him his how i if in into is it its just me might more most my no
nor not of off on once only or other our out over own please same she should so some such than that the their them
then there these they this those to too under until up us very was we were what whats when where which while who
whom whose why will with would you your ll re ve don didn doesn isn wasn
last say said says saying tell told tells mention mentioned remember recall know ever
"""
SPANISH = """
a al algo algun alguna ante antes aquel aquella aqui asi aun con contra cual cuales cuando cuanto cuantos como de del
desde donde dos el ella ellas ellos en entre era eran es esa ese eso esta estaba estan estar este esto estos estas
estoy fue fueron ha habia han hasta hay he la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros nuestra
nuestro o os otra otro para pero poco por porque que quien quienes se segun ser si sido sobre su sus tambien te tengo
ti tiene tu tus un una uno unos usted y ya yo dije digo dijo dicho conte recuerdas recuerdo
"""
FRENCH = """
a ai ainsi alors as au aucun aussi autre aux avait avant avec avez avoir avons c ce ceci cela celle celui ces cet
cette chez comme comment d dans de depuis des dont du elle elles en encore entre es est et etait etaient ete etes
etre eu il ils j je jusque l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous on ou par
pas peu plus pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se ses si soit sont suis sur t ta
te tes toi tous tout toute tu un une vos votre vous y dis dit dire disais parle rappelles souviens
"""
PORTUGUESE = """
a ao aos aquela aquele aquilo as ate com como da das de dela dele deles depois do dos e ela elas ele eles em entre
era eram essa esse esta estamos estao estar estava este estes estou eu foi foram ha isso isto ja lhe mais mas me mesmo
meu meus minha minhas muito na nas nem no nos nossa nosso num numa o onde os ou para pela pelas pelo pelos por porque
qual quais quando quanto que quem se sem ser sera seu seus so sobre sou sua suas tambem te tem tenho teu tua um uma
umas uns voce voces disse dizer contei lembras lembra lembro
"""

STOP_WORDS = frozenset(f"{ENGLISH} {SPANISH} {FRENCH} {PORTUGUESE}".split())
