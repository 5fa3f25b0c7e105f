"""Spanish: people and things by their names."""

# ruff: noqa: E501  # a pattern is read whole

ROLES = {
    "partner": "pareja|media naranja|compañera sentimental",
    "wife": "mujer|esposa",
    "husband": "marido|esposo",
    "girlfriend": "novia",
    "boyfriend": "novio",
    "parents": "padres",
    "fiance": "prometido|prometida",
    "ex": "ex|exnovio|exnovia|exmarido|exmujer|expareja",
    "mother": "madre|mama|amatxu",
    "father": "padre|papa",
    "stepmother": "madrastra",
    "stepfather": "padrastro",
    "sister": "hermana|hermanita|hermanastra",
    "brother": "hermano|hermanito|hermanastro",
    "twin": "gemelo|gemela|mellizo|melliza",
    "son": "hijo|hijastro",
    "daughter": "hija|hijastra",
    "child": "hijos|hijas|niños|peques|peque",
    "baby": "bebe",
    "grandmother": "abuela|yaya|abuelita",
    "grandfather": "abuelo|yayo|abuelito",
    "aunt": "tia",
    "uncle": "tio",
    "cousin": "primo|prima",
    "niece": "sobrina",
    "nephew": "sobrino",
    "grandchild": "nieto|nieta",
    "mother-in-law": "suegra",
    "father-in-law": "suegro",
    "sister-in-law": "cuñada",
    "brother-in-law": "cuñado",
    "friend": "amigo|amiga|colega de toda la vida",
    "flatmate": "compañero de piso|compañera de piso|compañero de cuarto",
    "boss": "jefe|jefa|supervisor|supervisora|encargado|encargada",
    "colleague": "compañero|compañera|compañero de trabajo|compañera de trabajo|socio|socia",
    "teacher": "profesor|profesora|profe|profesor de piano|profesora de piano|maestro|maestra|tutor|tutora",
    "neighbour": "vecino|vecina",
    "landlord": "casero|casera",
    "therapist": "terapeuta|psicologo|psicologa",
    "psychiatrist": "psiquiatra",
    "doctor": "medico|medica|doctor|doctora|medico de cabecera|neurologo|neurologa|cardiologo|ginecologa|pediatra|dermatologo|dermatologa",
    "dentist": "dentista",
    "coach": "coach|entrenador|entrenadora",
    "dog": "perro|perra|perrito|perrita|cachorro",
    "cat": "gato|gata|gatito|gatita",
    "rabbit": "conejo|coneja",
    "hamster": "hamster|cobaya",
    "parrot": "loro|periquito",
    "bird": "pajaro|canario",
    "horse": "caballo|yegua",
    "turtle": "tortuga",
    "fish": "pez",
    "pet": "mascota",
}
ATTRIBUTES = {
    "deadline": "fecha limite|plazo|fecha de entrega|entrega|plazo de entrega",
    "password": "contraseña|clave|contraseña de el wifi|clave de el wifi",  # nosec B105  # a word people say
    "code": "codigo|pin|combinacion|codigo de acceso",
    "phone": "telefono|numero de telefono|movil|numero|numero de movil|celular",
    "address": "direccion",
    "email": "correo|email|correo electronico|e-mail",
    "budget": "presupuesto",
    "price": "precio|coste|costo",
    "rent": "alquiler|renta",
    "salary": "sueldo|salario",
    "size": "talla|tamaño",
    "colour": "color",
    "goal": "objetivo|meta|limite",
}
NOBODY = (
    "yo me te se nos os le les tu el ella nosotros ellos ellas usted ustedes todo todos todas nadie alguien quien que cual esto eso este esta ese esa aqui alli la los las lo un una unos unas mi mis "
    "su sus nuestro nuestra lunes martes miércoles jueves viernes sábado sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "hoy mañana ayer ahora entonces y pero o si cuando donde por qué como cómo sí no vale bueno pues gracias hola siempre nunca solo quizá quizás algunos muchos cada uno dos nada algo "
    "mamá papá dios vida trabajo casa escuela amor dinero café música tiempo lluvia verano invierno primavera otoño tdah autismo leer escribir correr dormir porque desde después antes "
    "aunque en a de con para es son era fue soy estoy tengo ser estar haber ha hay también todavía ya a veces inglés español francés google netflix internet dr dra gente mundo"
).replace(" dr dra ", " ")
