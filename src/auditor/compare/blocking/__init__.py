"""Which claims may meet at all: by what they share, so that nothing is compared all against all."""
