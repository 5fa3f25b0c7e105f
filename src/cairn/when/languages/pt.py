from cairn.when.language import Language

LANGUAGE = Language(tag="pt", words={}, patterns={})
