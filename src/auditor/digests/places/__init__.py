"""Among which words a text has a number, a day or a name, and a short one that retells it."""
