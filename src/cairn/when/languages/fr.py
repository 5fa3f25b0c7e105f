from cairn.when.language import Language

LANGUAGE = Language(tag="fr", words={}, patterns={})
