"""Reads sources: files, folders of stories, JSON lines, standard input."""
