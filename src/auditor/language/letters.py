"""The letters of European languages, to stand between the square brackets of a pattern."""

UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in map(chr, range(0xDF, 0x250)) if letter.islower())
