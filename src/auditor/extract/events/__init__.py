"""Which stage a thing or a person has reached."""
