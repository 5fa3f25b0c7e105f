"""Spanish: where values end, and what they may not be."""

# ruff: noqa: E501  # a pattern is read whole

STOPS = r"toda (?:mi|su|la|nuestra) vida|desde siempre|ahora|ahora mismo|actualmente|hoy en dia|porque|ya que|desde|hasta|pero|asi que|que|quien|donde|cuando|mientras|aunque|tambien|de momento|por ahora|ya|otra vez|hoy|ayer|manana|si|despues|antes|y (?:yo|mi|me|ella|luego|ahora|tengo|soy|estoy|trabajo|vivo|no|tambien|mas)|con (?:mi|mis|su|un|una|dos|tres|unos|unas|amigos|gente|nuestra|nuestro)|creo|supongo|quizas?|tal vez|por favor|gracias|por cierto|al menos|mas que|mucho|muchisimo|la verdad|durante|cada|todos los|todas las|es|son|era|fue|esta|como sabes|a tiempo (?:completo|parcial)|en vez|pues|sin"
STOPS_OF = {
    "place": r"para|y|a|por|como|con|sol[oa]|junt[oa]s?|en (?:un|una|el|la|mi)|cerca|\d+|temporalmente|tranquil[oa]|feliz",
    "org": r"como|para|en|y|con|haciendo|de (?:camarer|enfermer|profesor|cociner|dependient|administrativ|program|lunes)[a-z]*|\d+|por",
    "job": r"en|para|con|y|de (?:mi|una|la empresa)|por|a|\d+|cerca|aqui|freelance",
    "thing": r"a (?:los|mis) \d+|para|como|en (?:mi|el|la|los|verano|invierno|general|primavera|otono)|con|cuando|sobre todo|de (?:noche|manana|verdad)|nada|a la hora|por|desde|especialmente",
    "name": r"y|o|para|con|en|de (?!la|los|las)|a|por|como|vive|trabaja|no|pero|si",
    "lang": r"con|en|como|por|para|a|fluid[oa]|bien|bastante|muy|casi|perfectamente|mejor|nativ[oa]",
    "drug": r"para|en|a|con|una|dos|tres|cada|cuando|como|desde|por|\d+|antes|durante|contra|todas|todos|diari[oa]|de \d",
    "activity": r"porque|pero|para que|ya que|con mi|algun dia|este ano|el ano que viene|antes de que|cuando|pronto|otra vez",
    "date": r"y|pero|asi|para|con|o|aunque|igual",
    "where": r"porque|pero|asi que|ya que|por si|hasta|donde|cuando|y (?:yo|ahora|me|la|el)|ahora",
    "part": r"porque|pero|asi que|cuando|y|con|si|o|que|aunque",
    "field": r"en|para|como|ahora|con|por|desde|\d+|cerca|a distancia",
    "amount": r"y|pero|asi|para|ahora|en|desde|porque|de (?:alto|altura)|como|con|que",
    "owner": r"es",
}
REFUSED = {
    "place": r"un|una|mi|tu|su|este|esta|eso|aqui|alli|ahi|cama|paz|miedo|(?:el |la |las )?(?:mundo|momento|pasado|presente|nubes?|luna de|limbo|oscuridad|medio|centro|campo|calle|edad)|constante|pareja|comun|familia|caos|general|silencio|deuda|pena|casa|alquiler|negacion|\d|plena|tension|estres|guerra|las afueras|los",
    "org": r"(?:(?:la|el|le|a|o) )?(?:semana|mes|ano|ultima|ultimo|pasad)\w*|casa|(?:el |la )?(?:sector|area|mundo|campo|ambito|paro|baja)|paro|(?:la |el |lo )?(?:noche|manana|tarde|oficina|ordenador|cama|mio|mismo|cafeteria de abajo|ello|eso|silencio)|mi (?:casa|tesis|libro|proyecto|habitacion|novela|ordenador|tfg|cuarto)|mi mism[oa]|ello|esto|eso|un proyecto|una idea|una tesis|un libro|una novela|un informe|turnos|equipo|grupo|remoto|vano|negro|exceso|pijama|horario|\d|dos|tres|media|algo|un articulo|una presentacion|el (?:informe|proyecto|libro|articulo)|la (?:presentacion|tesis|novela|web)",
    "thing": r"mis?|nuestr[oa]s?|eso|esto|esta|este|ese|esa|aquel|lo|que|como|cuando|tu|tus|su|sus|mi (?:vida|dia|trabajo)|nada|todo|todos|algo|la idea|el plan|el libro|la pelicula|la cancion|la cosa|el sitio|la app|la manera|la forma|la respuesta|el diseno|las respuestas|tener que|estar|ser|si|no|ir a|otro|otra|cada|ell[ao]s?|el hecho|mucho|mas|un monton|bastante|una idea",
    "name": r"no|un|una|el|la|mi|tu|muy|bien|aqui|alli|mejor|peor|siempre|nunca|eso|luego|manana|hoy|ahora|cuando|si|quizas|me|te|le|lo|asi|que|como",
    "job": r"el|la|lo|este|un poco|un desastre|una persona|mi|parte|de|muy|tu",
    "drug": r"\d+|lo|la|eso|esto|el (?:autobus|metro|tren|coche|sol)|notas|un|una|algo|parte|cafe",
    "date": r"no|un|una|mi|muy|pronto|en (?:un|dos|tres|\d)|casi|este|manana|hoy|ayer|importante|cerca|genial|divertido|especial|la (?:semana|proxima)|el (?:proximo|mejor|peor|lunes|martes|miercoles|jueves|viernes|sabado|domingo)",
    "owner": r"esto|eso|lo|aqui|alli|primera?|ultim[oa]|unico|mejor|peor|problema|cosa|dia|idea|que|pregunta|vida|mundo|hoy",
    "qual": r"parte|cosa|persona|momento|frase|es|de|forma|manera|vez",
    "field": r"un|una|mucho|poco|para|por|con|mejor|todo|toda|cada|mi|el|la|los|eso|esto|en|de|desde|que|si|mas|menos|bien|hasta|tarde|demasiado|a|al",
    "amount": r"no|de mas",
    "where": r"en (?:camino|marcha|obras|juego|peligro|silencio|venta|oferta|paro|duda|rebajas|plena|buen|mal|crisis|contacto|huelga|ello|el (?:medio|fondo de|aire|limbo|futuro|pasado)|la (?:luna|mierda|ruina|inopia)|las nubes|las ultimas|ruinas)",
}
