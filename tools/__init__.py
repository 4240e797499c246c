"""What maintainers run: the shipped template's maker, the bench, the handbook's tables."""
