"""English: people and things by their names."""

# ruff: noqa: E501  # a pattern is read whole

ROLES = {
    "partner": "partner|significant other|other half|better half",
    "wife": "wife",
    "husband": "husband|hubby",
    "girlfriend": "girlfriend",
    "boyfriend": "boyfriend",
    "parents": "parents|folks|mum and dad|mom and dad",
    "fiance": "fiance|fiancee",
    "ex": "ex|ex-wife|ex-husband|ex-girlfriend|ex-boyfriend|ex-partner",
    "mother": "mother|mom|mum|mummy|mommy|mam|mama",
    "father": "father|dad|daddy|papa",
    "stepmother": "stepmother|stepmom|stepmum",
    "stepfather": "stepfather|stepdad",
    "sister": "sister|sis|stepsister|half-sister|half sister",
    "brother": "brother|bro|stepbrother|half-brother|half brother",
    "twin": "twin",
    "son": "son|boy|stepson",
    "daughter": "daughter|girl|stepdaughter",
    "child": "kid|child|kids|children|toddler",
    "baby": "baby",
    "grandmother": "grandmother|grandma|granny|nan|nana|gran",
    "grandfather": "grandfather|grandpa|grandad|granddad",
    "aunt": "aunt|auntie",
    "uncle": "uncle",
    "cousin": "cousin",
    "niece": "niece",
    "nephew": "nephew",
    "grandchild": "grandson|granddaughter|grandchild|grandkid",
    "mother-in-law": "mother-in-law|mother in law",
    "father-in-law": "father-in-law|father in law",
    "sister-in-law": "sister-in-law|sister in law",
    "brother-in-law": "brother-in-law|brother in law",
    "friend": "friend|bestie|best friend|mate|buddy|pal|bff",
    "flatmate": "flatmate|roommate|housemate",
    "boss": "boss|manager|supervisor|line manager|team lead|team leader",
    "colleague": "colleague|coworker|co-worker|workmate|business partner|cofounder|co-founder",
    "teacher": "teacher|professor|tutor|piano teacher|guitar teacher|yoga teacher|english teacher|maths teacher",
    "neighbour": "neighbour|neighbor",
    "landlord": "landlord|landlady",
    "therapist": "therapist|psychologist|counsellor|counselor|psychotherapist|shrink",
    "psychiatrist": "psychiatrist",
    "doctor": "doctor|gp|physician|neurologist|cardiologist|family doctor|dermatologist|gynaecologist|gynecologist|paediatrician|pediatrician",
    "dentist": "dentist",
    "coach": "coach|adhd coach|life coach",
    "dog": "dog|puppy|doggo|labrador|poodle|greyhound|golden retriever|beagle|border collie",
    "cat": "cat|kitten|kitty",
    "rabbit": "rabbit|bunny",
    "hamster": "hamster|guinea pig|gerbil",
    "parrot": "parrot|parakeet|budgie",
    "bird": "bird|canary",
    "horse": "horse|pony",
    "turtle": "turtle|tortoise",
    "fish": "fish|goldfish",
    "pet": "pet",
}
ATTRIBUTES = {
    "deadline": "deadline|due date|cutoff|closing date|submission date",
    "password": "password|passcode|passphrase|wifi password|wi-fi password|wifi code",  # nosec B105  # a word people say
    "code": "code|pin|pin code|door code|access code|gate code|alarm code|combination|entry code",
    "phone": "phone number|number|phone|mobile number|cell number|mobile|telephone",
    "address": "address|home address|postal address",
    "email": "email|e-mail|email address|e-mail address",
    "budget": "budget",
    "price": "price|cost|fee",
    "rent": "rent",
    "salary": "salary|wage|income",
    "size": "size",
    "colour": "colour|color",
    "goal": "goal|target|limit|quota",
}
NOBODY = (
    "i we you he she it they me him them us everyone everybody nobody somebody someone anyone people who what which that this there here the a an my our your his her their its "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "today tomorrow yesterday tonight now then and but so or if when where why how yes no ok okay well please thanks hi hello hey not never always just maybe perhaps "
    "all some most many both each every one two nothing something everything anything whoever mum mom dad god life work home school love money coffee music time "
    "life rain weather winter summer spring autumn adhd autism reading writing running sleeping sleep because since after before while until although though in on at by for with from of to as "
    "is are was were am be been being have has had do does did can could will would should may might must called also still really i'm i'll i've don't let's "
    "sometimes usually often only too even like these those apparently actually currently english spanish french portuguese german netflix google whatsapp internet"
)
