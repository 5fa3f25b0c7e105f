"""Spanish: parts that patterns are put together from."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.medicines import DOSE, MEDICINES

_ILLS = (
    r"tdah?|deficit de atencion|autismo|tea|asperger|dislexia|discalculia|dispraxia|toc|tept|trastorno bipolar|trastorno limite|tlp|tourette"
    r"|(?:depresion|ansiedad|fatiga|insomnio|migranas?)(?: (?:cronic[oa]s?|social|generalizada|severa|mayor))?|dolor cronico|asma|diabetes(?: (?:de )?tipo (?:1|2))?|epilepsia"
    r"|hipotiroidismo|hipertiroidismo|hipertension|tension alta|colon irritable|crohn|celiaquia|endometriosis|sop|artritis|fibromialgia|lupus|esclerosis multiple|acufenos|psoriasis|apnea(?: del sueno)?|narcolepsia|anemia|escoliosis|cancer|covid persistente"
)
_JOBS = r"(?:abogad[oa]|actor|actriz|administrativ[oa]|agricultor[a]?|albanil|analista(?: de \w+)?|arquitect[oa]|artista|asistente(?: social)?|autonom[oa]|auxiliar(?: de \w+)?|barista|bibliotecari[oa]|biolog[oa]|bomber[oa]|cajer[oa]|camarer[oa]|carpinter[oa]|cartero|cientific[oa]|cirujan[oa]|cociner[oa]|comercial|conductor[a]?|conserje|consultor[a]?|contable|contador[a]?|dentista|dependient[ea]|desarrollador[a]?(?: \w+)?|director[a]?(?: de \w+)?|disenador[a]?(?: (?:grafic[oa]|web|industrial|de \w+))?|economista|editor[a]?|educador[a]?(?: social)?|electricista|enfermer[oa]|entrenador[a]?(?: personal)?|escritor[a]?|estudiante|farmaceutic[oa]|fisioterapeuta|fontaner[oa]|fotograf[oa]|funcionari[oa]|gerente|guia|ilustrador[a]?|informatic[oa]|ingenier[oa](?: (?:civil|industrial|de \w+|informatic[oa]))?|investigador[a]?|jardiner[oa]|jefe de \w+|jubilad[oa]|logopeda|maestr[oa]|mecanic[oa]|medic[oa]|militar|music[oa]|notari[oa]|nutricionista|panader[oa]|peluquer[oa]|period?ista|pilot[oa]|pintor[a]?|policia|profesor[a]?(?: de [a-z]+)?|programador[a]?(?: \w+)?|psicolog[oa]|psiquiatra|quimic[oa]|recepcionista|secretari[oa]|soldador[a]?|taxista|tecnic[oa](?: de \w+)?|terapeuta|trabajador[a]? social|traductor[a]?|vendedor[a]?|veterinari[oa])"
_DAYS = r"(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)"
_OFTEN = rf"(?:(?:todos los|todas las|cada) (?:dias?|mananas?|tardes?|noches?|semanas?|mes(?:es)?|fin(?:es)? de semana|{_DAYS}(?:(?:,| y) {_DAYS})*)|los {_DAYS}(?:(?:,| y)(?: los)? {_DAYS})*|(?:una vez|dos veces|tres veces|cuatro veces|cinco veces|\d veces) (?:al|por|a la) (?:dia|semana|mes)|a diario|diariamente|por las (?:mananas|tardes|noches))"
_TIME = r"(?:\d{1,2}(?:[:.h]\d\d)?(?: ?h| horas)?(?: y media| y cuarto| menos cuarto)?(?: ?[ap]\.?m\.?)?(?: de la (?:manana|tarde|noche|madrugada))?|medianoche|mediodia|(?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?: y media| y cuarto| menos cuarto)?(?: de la (?:manana|tarde|noche))?)"
_LANGS = r"(?:ingles|espanol|castellano|frances|portugues|aleman|italiano|neerlandes|polaco|ruso|ucraniano|chino|mandarin|japones|coreano|arabe|hindi|turco|griego|sueco|noruego|danes|finlandes|checo|rumano|hungaro|catalan|euskera|vasco|gallego|hebreo|persa|vietnamita|tailandes|esperanto|irlandes|lengua de signos|quechua|guarani)"
_DREAMS = r"(?:aprender|ser|hacerme|mudarme|correr (?:un|una|el|la)|escribir (?:un|una|mi)|empezar (?:un|una|mi|a correr|terapia)|dejar de (?:fumar|beber)|dejar (?:mi|el) (?:trabajo|tabaco)|perder (?:peso|\d+ kilos)|adelgazar|viajar|visitar|construir|terminar (?:mi|la|el) (?:\w+ )?(?:tesis|carrera|libro|novela|master|doctorado|grado)|estudiar|ahorrar|comprar(?:me)? (?:un|una) (?:casa|piso|coche|bici|barco)|abrir (?:un|una|mi)|cambiar de (?:trabajo|carrera)|ponerme en forma|sacarme el|leer mas|dormir mas|hacer mas ejercicio|adoptar|jubilarme|publicar|grabar|hacer el camino|tener (?:hijos|un hijo|un perro|un gato)|vender mi)"
_MONEY = r"\d[\d.,]* ?(?:euros?|dolares|pesos|€|\$|eur|usd|soles)?"
_ACTS = r"(?:voy|vamos|corro|nado|camino|ando|hago|medito|escribo|entreno|practico|visito|veo|llamo|juego|limpio|riego|cocino|leo|dibujo|pinto|bailo|escalo|ceno|desayuno|como|trabajo desde casa|teletrabajo|doy clases?|tengo (?:terapia|clase|ensayo)|quedo con|salgo a)"

PARTS = {
    "ills": _ILLS,
    "jobs": _JOBS,
    "often": r"(?:(?:todos los|todas las|cada) (?:dias?|mananas?|tardes?|noches?|semanas?|mes(?:es)?|fin(?:es)? de semana|(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)(?:(?:,| y) (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?))*)|los (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)(?:(?:,| y)(?: los)? (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?))*|(?:una vez|dos veces|tres veces|cuatro veces|cinco veces|\d veces) (?:a el|por|a la) (?:dia|semana|mes)|a diario|diariamente|por las (?:mananas|tardes|noches))",
    "time": _TIME,
    "best": r"(?P<part>(?:(?:por|de|en) (?:la|las) (?:mananas?|tardes?|noches?|madrugadas?)|a primera hora(?: de la manana)?|a ultima hora(?: de la tarde)?|a el mediodia|de noche|despues de (?:comer|cenar|desayunar|almorzar)|antes de (?:comer|desayunar|cenar)|tras (?:la comida|comer)))",
    "instruments": r"(?:(?:la|el|a el) )?(?:guitarra|piano|violin|bateria|violonchelo|flauta|bajo|ukelele|saxofon|trompeta|clarinete|arpa|acordeon|futbol|tenis|baloncesto|voleibol|rugby|hockey|golf|badminton|padel|ajedrez|balonmano|squash|ping-pong|beisbol|poker|rol|videojuegos|juegos de mesa)",
    "langs": _LANGS,
    "kept": r"(?:(?:copia de la )?llaves?(?: (?:de repuesto|de casa|del coche|del trastero|de reserva|de la \w+))?|pasaporte|cartera|monedero|gafas(?: de sol)?|cargador(?: de el \w+)?|auriculares|cascos|portatil|tablet|movil|mando|paraguas|documentos?|papeles|certificado|tarjeta(?: \w+)?|contrato|carpeta|facturas?|recibos?|medicacion|medicinas|pastillas|inhalador|botiquin|herramientas|taladro|martillo|escalera|maleta|mochila|bolso|cuaderno|diario|camara|tienda de campana|abrigo|pilas|linterna|tijeras|plancha|aspiradora|dinero|anillo|reloj|disco duro|bici|coche|dni)",
    "keptwhere": r"(?P<where>(?:en|debajo de|bajo|detras de|dentro de|encima de|sobre|al lado de|junto a|entre|cerca de|debajo de el|detras de el|dentro de el|encima de el|al lado de el|junto a el) (?:el|la|los|las|mi|un|una|casa|el|[a-z]+).*)",
    "medicines": MEDICINES,
    "dose": DOSE,
    "dreams": _DREAMS,
    "money": _MONEY,
    "acts": _ACTS,
    "owned": r"coche|carro|bici|bicicleta|moto|furgoneta|patinete|barco|casa|piso|apartamento|movil|iphone|portatil|tablet|camara|guitarra|piano|huerto|kindle",
    "foods": r"carne|pescado|cerdo|lacteos|gluten|huevos|marisco|setas|azucar|ternera|queso|cebolla|tomate|picante|lactosa|trigo|frutos secos|cacahuetes",
    "num": r"(?:dos|tres|cuatro|cinco|seis|\d)",
    "near_role": "mayor|menor|pequeno|pequena|mejor|gran|viejo|vieja|nuevo|nueva|actual",
}
TAKEN = rf"{_OFTEN}|(?:una vez|dos veces|tres veces) a el dia|por la (?:manana|tarde|noche)|antes de dormir|con el (?:desayuno|almuerzo)|a las? {_TIME}"
