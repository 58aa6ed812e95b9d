"""What whoever writes a rule needs: a first draft, examples that run, pages, and what a rule sees."""
