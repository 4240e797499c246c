"""The story of a returned file against what was printed, to what each reviewer did."""
