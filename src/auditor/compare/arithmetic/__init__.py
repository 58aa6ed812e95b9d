"""Figures that are made of others: sums, shares, growths, slips of the pen."""
