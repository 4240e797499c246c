"""A whole strategy to open formats that other programs read; bytes, and what of it they do not hold."""
