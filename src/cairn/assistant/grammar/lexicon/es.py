"""Spanish."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.lexicon import Words

WORDS = Words(
    polite_lead=r"(?:(?:oye|a\ ver|mira(?=,)|venga|bueno\ pues|por\ cierto|una\ cosa|hola|buenas|buenos\ dias|vale|ok|bueno|ah|uf+|ay|hey|che|oops|ups|pues|y|eh|por\ favor|cairn|ademas|tambien|sin\ falta)\b[,\s]*)*(?:(?:puedes|podrias|puede|podes|podras|me\ puedes|me\ podrias|me\ podes)\ (?:por\ favor\ )?|¿(?:me\ )?(?:puedes|podrias|puede|podes|podras)\ (?:por\ favor\ )?(?=(?:recordar|avisar|poner|anadir|agregar|apuntar|anotar|meter|despertar|crear)(?:me)?\b)|quiero\ que\ )?",
    polite_tail=r"[,\s]+(?:por\ favor|porfa|gracias|vale|sin\ falta)\s?[.!?]*",
    remind=r"(?:recuerdame(?:lo|la)?|acuerdame|necesito\ que\ me\ recuerdes|recordame|acordame|recordarme|recordar|hazme\ acordar|no\ me\ dejes\ olvidar(?:me)?|no\ dejes\ que\ (?:me\ |se\ me\ )?olvide|que\ no\ se\ me\ olvide|recuerdeme|me\ recuerdes|me\ recuerdas|avisame|avisarme|pon(?:me)?\ (?:un\ |una\ )?(?:recordatorio|alarma)|crea\ un\ recordatorio|recordatorio|alarma|despiertame)(?:\ por\ favor)?(?:\ (?:que\ tengo\ que|de\ que|que|de|para|sobre|lo\ de))?[:,]?",
    jotted=r"apunta|anota|nota",
    note=r"(?:recuerda|recorda|acuerdate|acordate|apunta|anota|nota|ten\ en\ cuenta|no\ (?:te\ )?olvides|guarda|memoriza|graba)(?:\ (?:esto|bien|de))*(?:\ que\b|[:,])|recuerdes(?:\ que\b|[:,])|(?:apunta|anota|memoriza)\b(?!\ \w+(?:ar|er|ir)\b)",
    idea=r"(?:(?:una\ )?(?:nueva\ )?ideas?|ocurrencia|pensamiento)\ ?:",
    need=r"(?:(?:tengo\ que\ )?acordarme\ de|no\ te\ olvides\ de|acuerdate\ de|acordate\ de|tengo\ que|hay\ que|debo|deberia|necesito|tenemos\ que|me\ hace\ falta|no\ olvidar|no\ (?:me\ )?dejes\ olvidar|recuerda|no\ olvides|apuntame|anotame|apunta|anota)(?=\ \w*(?:ar|er|ir)(?:me|lo|la|le|los|las|les|nos|te|se)?\b)|no\ (?:te\ )?olvid(?:ar|es)(?=\ (?:el|la|los|las|mi|mis|un|una)\b)|(?:tarea|pendiente|por\ hacer)\ ?[:,-]",
    plan=r"(?:voy\ a|vamos\ a|quiero|quisiera|me\ gustaria)",
    having=r"(?:tengo|tenemos|hay|agenda(?:me)?|(?:me\ )?apuntas|apuntame|apuntar(?:me)?|anotame)(?:\ (?:un|una|el|la|mi))?",
    onto_list=r"(?:anad(?:e|ir)|agregar?|pon(?:er)?|apuntar?|meter?|anotar?)\ (?P<what>.+?)\ (?:a|en)\ (?:mi|la)\ lista(?:\ de\ [\w\s]+)?",
    happens=r"\ (?:es|son|viene|empieza|empiezan|comienza|sera|(?P<tells>salen?|abren?|cierran?|llegan?|aterriza))",
    recall=r"""que\ (?:(?:me|te|nos)\ )?(?:dijo|conto|recomendo|pidio|queria|trajo|regalo)\b|(?:ya\ )?(?:me\ )?(?:he|hemos)\ \w+(?:ado|ido|cho|sto|to)\b(?=.*\?)|(?:ya\ )?(?:(?:me|lo|la)\ )*(?:pague|tome|hice|llame|compre|envie|mande|di|puse|cerre|apague)\b(?=.*\?)|quien\ (?:me|nos)\ \w+o\b|que\ (?:dije|te\ dije|he\ dicho|conte|te\ conte|apunte|anote|escribi|hice|compre|comi|sabes)\b|(?:cuando|donde|a\ quien|con\ quien|cuanto|cuantas?|cuantos|quien|por\ que|como)\ (?:\w+\ )?(?:fue|era|fui|vi|deje|puse|aparque|guarde|dije|hice|compre|pague|conoci|llame|tome|hable|he|estaba|costo)\b
        |donde\ (?:esta|estan|tengo)|a\ que\ hora\ (?:es|son|era|fue|tengo)\b|cuando\ (?:es|tengo)\ (?:mi|el|la)|cual\ (?:es|era)\ (?:mi|mis|nuestra|nuestro|(?:el|la)\ (?:codigo|contrasena|clave|numero|nombre|direccion|talla|matricula|fecha|hora|sitio)\b)|a\ que\ soy\ (?:alergic|intolerante)\w*|como\ se\ llama|te\ acuerdas|recuerdas|recuerdame\ (?:que|cuando|donde|quien|cual)\ (?:dije|era|fue|es|esta|deje|puse)|(?:te\ )?(?:dije|conte)\ algo|busca\b""",
    recall_about=r"\b(?:sobre|acerca\ del?|respecto\ al?|lo\ del?|del?|con)\ (?P<topic>[^?]+)|\b(?:esta|estan|es|era|deje|puse)\ (?P<thing>(?:mi|mis|el|la|los|las)\ [^?]+)",
    question=r"¿|(?:que|cuando|donde|quien|quienes|por\ que|como|cual|cuales|cuanto|cuanta|cuantos|cuantas|puedo|debo\ yo|es|son|hay)(?=\b.*\?)|(?:por\ que|como|cual)\b",
    statement=r"(?:yo|estoy|estamos|estare|estaremos|soy|me|mi|nos|el|ella|ellos|esto|eso|hoy|ayer|ya|no|se|era|fui|tengo|tuve|hice|vi|compre|deje|puse|aparque|pague|conoci|hable|comi|llame|creo|siento|odio|amo|prefiero)\b",
    finite=r"\b(?:es|son|era|eran|fue|fueron|fui|fuimos|esta|estan|estaba|tiene|tienen|tenia|soy|estoy|tengo|tuve|hice|deje|puse|gusta|gustan|quiere|vive|trabaja|dijo|dice|prefiere|necesita|hay|habia|odia|ama|duele|cuesta|cumple(?!\ del?\b)|nacio|murio|llamo|conoci|vi|compre|comi|pague|aparque|creo|siento|encanta)\b",
    join=r"\s+e\s+(?=h?i)|\s*,\s*(?:[ye]\s+|luego\s+|despues\s+|tambien\s+)?|\s+(?:y\s+luego|y\s+despues|y\s+tambien|y|luego)\s+",
    leaving=r"dime\ (?:cuando|a\ que\ hora)\ (?:salir|irme)|¿?(?:cuando|a\ que\ hora)\ (?:tengo\ que|debo|hay\ que|he\ de|tenemos\ que)\ (?:salir|irme|ir|marcharme)(?:\ (?:para|a|al)\ .+)?\??|¿?tengo\ que\ salir\ ya\??|¿?cuanto\ (?:me\ )?(?:queda|falta)\ para\ (?:salir|irme)\??",
    today=r"¿?que\ (?:me\ (?:queda|falta)|tengo\ pendiente)(?:\ por\ hacer)?(?:\ (?:para\ )?hoy)?\??|¿?(?:que\ (?:me\ )?toca|(?:el\ |mi\ )?(?:plan|programa|lista|agenda)\ (?:de|para))\ hoy\??|¿?(?:(?:que\ (?:tengo|hay|toca)(?:\ para)?|muestrame|ensename|dime|lista(?:r)?)\ ?)?(?:\ ?(?:para|mi|de|la|el))*\ ?(?:hoy|lista|agenda|dia|tareas|pendientes)\??|¿?(?:como|que\ tal)\ (?:es|esta|va|viene|pinta)\ (?:mi|el)\ dia\??",
    too_much=r"(?:(?:son|hay|tengo)\ )?demasiadas\ cosas(?:\ (?:hoy|ahora|a\ la\ vez))*|(?:esto\ )?es\ mucho(?:\ (?:para\ mi|por\ hoy|hoy|ahora))+|(?:esto\ )?(?:es\ )?mucho\ para\ mi|(?:(?:esto|todo)\ )?(?:es\ )?demasiado(?:\ (?:por\ hoy|para\ (?:mi|hoy)|hoy|ahora))*|(?:estoy|me\ siento)\ (?:(?:muy|totalmente)\ )?(?:agobiad[oa]|abrumad[oa]|desbordad[oa]|saturad[oa])|me\ (?:agobia|supera)(?:\ todo)?|(?:hoy\ )?(?:ya\ )?no\ puedo\ (?:mas\ )?con\ (?:todo|tanto|nada)(?:\ esto)?(?:\ hoy)?|(?:hoy\ )?(?:ya\ )?no\ puedo\ mas(?:\ hoy)?|todo\ me\ supera",
    smaller=r"""ayudame\ a\ (?:empezar|comenzar)(?:\ (?:con\ )?(?P<begun>.+))?|(?:(?:un\ paso|aun|todavia|mucho|algo)\ )?mas\ (?:pequen[oa]s?|facil|chic[oa]|chiquit[oa])|(?:hazlo|hazla)\ mas\ (?:pequen[oa]|facil|chic[oa]|chiquit[oa])|haz\ mas\ pequen[oa]\ (?P<made>.+)|(?:es\ )?(?:demasiado|muy)\ grande|(?:dividelo|dividela|desglosalo|partelo|descomponlo)(?:\ en\ (?:pasos|partes|pedazos|trozos)(?:\ (?:mas\ )?(?:pequen|chic|chiquit)[oa]s)?)?|(?:divide|desglosa|parte|descompon)\ (?P<what>.+?)(?:\ en\ (?:pasos|partes)(?:\ (?:mas\ )?pequen[oa]s)?)?|(?:en\ )?pasos\ (?:mas\ )?pequenos|paso\ a\ paso|no\ (?:puedo|consigo)\ (?:empezar|arrancar)|(?:estoy\ )?(?:atascad[oa]|bloquead[oa])""",
    spare=r"(?:(?:solo\ )?(?:tengo|me\ quedan|hay)(?:\ (?:solo|unos|como))*|con|que\ (?:puedo\ hacer|hago)\ (?:en|con)|algo\ para)\ (?P<rest>.+)",
    light=r"(?:(?:tengo\ |con\ )?(?:(?:muy\ )?poca|sin|cero|nada\ de)\ energia(?:\ (?:hoy|ahora))*|(?:dame\ )?algo\ (?:facil|ligero|sencillo)|(?:una|uno)\ facil|sin\ fuerzas)",
    not_that=r"(?:es[ae]\ no|eso\ no|est[ae]\ no|otr[ao](?:\ cosa)?|algo\ distinto|saltal[ao]|salta\ (?:esa|eso|esta))",
    next=r"¿?(?:(?:el|la)\ siguiente|dime\ que\ (?:hago|hacer)(?:\ ahora)?|siguiente|que\ sigue|(?:y\ )?ahora\ que(?:\ (?:hago|toca|sigue))?|que\ (?:me\ )?(?:toca|viene|tengo\ que\ hacer)\ ahora|que\ hago\ primero|que\ hago(?:\ ahora)?|ahora\ que|lo\ siguiente|no\ se\ (?:por\ donde\ empezar|que\ hacer)|no\ me\ decido|elige\ (?:tu|por\ mi)|por\ donde\ empiezo|proxim[oa])\??",
    done=r"hech[oa]\ ya|(?P<named>(?:(?!(?:marca|no|me|se|que|casi|esta|ya|lo|la|he|hay|sin|nada)\b)[\w'-]+\ ){1,4}?)(?:ya\ )?(?:esta\ )?(?:hech|terminad|acabad|list)[oa]s?|(?:eso\ )?ya\ (?:quedo|esta)|(?:ya\ )?(?:esta\ )?(?:hech[oa]|list[oa]|terminad[oa]|acabad[oa])(?:(?:\ con|:)?\ (?P<what>.+))?|ya\ esta|(?:ya\ )?lo\ (?:he\ (?:hecho|terminado|acabado)|hice|termine|acabe)|(?!(?:que|quien|como|cuando|donde|si|todo|nada)\b)(?P<whole>(?:(?!\bno\b).)+?)\ (?:ya\ )?(?:esta|estan)\ (?:hech[oa]s?|list[oa]s?|terminad[oa]s?)|marca\ (?P<marked>.+?)\ como\ hech[oa]|tacha\ (?P<crossed>.+?)|(?:ya\ )?(?:he\ terminado|termine|acabe)(?:\ (?:con|de)?)?\ ?(?P<finished>.*)",
    later=r"(?:(?:(?:mejor|quiza|quizas|tal\ vez|a\ lo\ mejor)\ )?mas\ tarde|(?:ahorita|ahora\ mismo|de\ momento|por\ ahora)\ no|aun\ no|ahora\ no\ puedo|no\ puedo\ ahora|preguntame(?:lo)?(?=\ (?:en|luego|mas|otra|dentro|manana))|recuerdamelo(?=\ (?:en|dentro|manana))|dejalo(?=\ para\ manana)|lo\ hago\ (?:luego|despues|mas\ tarde)|dejalo\ para\ (?:luego|despues|mas\ tarde)|luego|despues(?!\ de)|ahora\ no|pospon(?:er|l[oa])?|aplaza(?:l[oa]|r)?|retrasa(?:l[oa]|r)?|recuerdamelo\ (?:luego|mas\ tarde|otra\ vez)|todavia\ no|(?:dentro\ de|en)\ un\ rato|al\ rato)(?P<rest>(?:[\s,:]+.+)?)",
    more=r"mas|otros|otro",
    infinitive=r"(?!(?:mujer|lugar|ayer|collar|hogar|bar|mar|par|azucar|celular|taller|alquiler|dolar|familiar|escolar)\b)\w{2,}(?:ar|er|ir)(?:me|te|se|lo|la|le|los|las|les|nos)?",
    snooze_default_minutes=10,
    undo=r"(?:deshaz(?:lo|\ (?:eso|lo\ (?:ultimo|anterior)))?|deshacer|olvidalo|da\ marcha\ atras|cancela(?:lo|\ eso)|anula(?:lo|\ eso)|quita\ eso)",
    help=r"ayuda(?:me)?|\?|que\ (?:puedes|podes|sabes)\ hacer|que\ puedo\ decir|como\ funciona(?:\ esto)?|comandos",
    hello=r"(?:hola|buenos\ dias|buenas(?:\ tardes|\ noches)?|(?:ya\ )?(?:volvi|he\ vuelto|estoy\ de\ vuelta|regrese))",
    thanks=r"(?:muchas\ )?gracias",
    agreed=r"(?:(?:si[,\ ]+)?(?:esta\ bien|es\ correcto|correcto|eso\ es|exacto|asi\ es)|si[,\ ]+(?:por\ favor|gracias)|ok|vale|si|no|bien|perfecto|genial|de\ acuerdo|claro)",
    denied=r"(?:no|que\ va|mal|incorrecto|eso\ no|no\ es\ (?:eso|correcto|asi))(?:[,\s]+(?:no|gracias|perdon|eso\ no|no\ es\ (?:eso|correcto|asi)))*",
    not_but=r"no\ (?:es\ )?(?:el\ )?(?P<old>[^,]+?)(?:,\s*|\s+sino\s+)(?:sino\s+)?(?P<new>[^,]+)|(?:el\ )?(?P<wrong>[^,]+?)\ no,\s*(?:mejor\ )?(?P<right>[^,]+)",
    then=r"\b(?:luego|despues)\b",
    determiners="el la los las un una unos unas mi mis tu tus su sus este esta al a",
    rather=r"(?:no+(?:,?\ era)(?=\ (?:el|la|las|a|al|para)\b)|quise\ decir|queria\ decir|no|mejor|perdon|en\ realidad|mas\ bien|espera|perdona|perdone|disculpa|quiero\ decir|queria\ decir|digo|que\ sea|cambialo(?:\ (?:a|para))?|cambiala(?:\ (?:a|para))?|muevelo(?:\ (?:a|al|para))?|ponlo(?:\ para)?|(?:pasalo|posponlo|aplazalo)(?:\ (?:a|al|para|hasta)|(?!\ \d|\ media))|hazlo)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    instead=r"[,\s]+(?:mejor|entonces|en\ su\ lugar|esta\ bien|va\ bien)[.!]*",
    leading=r"(?:si|vale|pues|quiza|quizas|tal\ vez|sobre|hacia|digamos|que\ tal|para|recuerdamelo|recuerdame)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    at="a las",
    verbs="""abrir acabar anadir apuntar arreglar aspirar avisar ayudar bajar barrer beber borrar buscar cambiar cancelar cargar cerrar cocinar coger
        comer completar comprar comprobar confirmar contestar copiar cortar cuidar dar decidir dejar descargar descansar devolver ducharme ducharse
        elegir empezar encargar entregar enviar escribir estudiar felicitar firmar fregar guardar hablar hacer imprimir instalar invitar ir lavar leer
        limpiar llamar llevar llenar mandar medir meter mirar mover ordenar organizar pagar parar pasar pedir planchar planear poner practicar preguntar
        preparar probar quedar quitar recoger regar regalar renovar reparar reservar responder revisar sacar salir secar seguir solicitar subir terminar
        tirar tomar trabajar traer usar vaciar vender ver visitar
        abre acaba anade arregla barre bebe borra busca cambia cancela carga cierra cocina coge come compra comprueba confirma contesta corta da deja
        devuelve ducha elige empieza encarga entrega envia escribe estudia felicita firma friega habla haz imprime invita ve lava lee limpia llama lleva
        llena manda mira mueve ordena organiza paga pasa pide plancha pon practica pregunta prepara prueba quita recoge riega renueva repara reserva
        responde revisa saca sal seca termina tira toma trabaja trae usa vacia vende visita""",
    nounish="compra come cocina plancha toma saca sal seca ve da ducha firma carga entrega pregunta practica ordena reserva prueba trabaja cambia lleva corta cuenta",
)
