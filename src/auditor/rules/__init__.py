"""Declarative rules, compiled to pandera checks."""
