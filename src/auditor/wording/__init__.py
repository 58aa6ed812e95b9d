"""How values, counts and foreign text are put into words: what rules, diffs and reports write alike."""
