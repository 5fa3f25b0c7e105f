"""What other assistants and note-takers kept, and what Cairn itself wrote out, brought in."""
