"""Faults put into the program on purpose, to see which of them the tests notice."""
