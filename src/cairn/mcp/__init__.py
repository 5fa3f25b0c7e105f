"""Other assistants, reaching what a person keeps here by the Model Context Protocol."""
