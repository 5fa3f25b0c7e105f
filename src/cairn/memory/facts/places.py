"""Cities and countries, in plain letters, where a language says "I work in Madrid" as it says "I work at Google"."""

_NAMES = """
lisboa lisbon lisbonne porto oporto braga coimbra faro aveiro setubal evora funchal portugal|madrid barcelona sevilla
valencia zaragoza malaga bilbao granada murcia alicante cordoba valladolid vigo gijon salamanca santander pamplona
cadiz toledo leon oviedo burgos tarragona girona lugo vitoria espana espanha espagne spain galicia andalucia cataluna
|paris lyon marseille toulouse nice nantes strasbourg montpellier bordeaux lille rennes reims grenoble dijon angers
brest limoges tours metz nancy rouen caen france francia franca bretagne provence|bruxelles bruselas bruxelas brussels
belgique belgica geneve ginebra genebra zurich lausanne suisse suiza suica luxembourg montreal quebec canada|londres
london manchester dublin berlin berlim munich munique hamburg colonia amsterdam roma rome milan milao viena vienne
alemania alemanha allemagne italia italie inglaterra angleterre irlanda irlande holanda europa europe
|nueva york|nova iorque|new york|san francisco|los angeles|boston chicago miami mexico guadalajara monterrey puebla
|buenos aires|cordoba rosario bogota medellin cali lima quito caracas santiago montevideo asuncion|la paz|cuba
|costa rica|panama argentina colombia peru chile uruguay ecuador venezuela bolivia|sao paulo|rio de janeiro|o rio|rio
brasilia salvador fortaleza|belo horizonte|curitiba recife|porto alegre|manaus brasil bresil brazil luanda angola
maputo mocambique|cabo verde|tokyo tokio toquio japon japao pekin china sydney australia
"""
PLACES = frozenset(
    name.strip()
    for group in _NAMES.replace("\n", " ").split("|")
    for name in ([group] if group.strip() in ("nueva york", "nova iorque", "new york", "san francisco", "los angeles",
                 "buenos aires", "la paz", "costa rica", "sao paulo", "rio de janeiro", "o rio", "belo horizonte",
                 "porto alegre", "cabo verde") else group.split())
)  # fmt: skip
