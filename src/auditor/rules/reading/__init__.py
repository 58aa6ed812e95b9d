"""Rule files: what they may hold, read and verified, as a project has changed them."""
