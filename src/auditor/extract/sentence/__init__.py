"""Sentences, their clauses, and what they say of the claims in them."""
