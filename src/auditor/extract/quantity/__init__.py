"""Numbers with what they count or measure: how they are written, what the words around them say."""
