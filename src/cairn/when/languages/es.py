from cairn.when.language import Language

LANGUAGE = Language(tag="es", words={}, patterns={})
