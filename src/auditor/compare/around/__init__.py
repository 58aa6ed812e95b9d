"""What stands around two claims, and whether it is the same told twice."""
