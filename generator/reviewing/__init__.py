"""What comes back, step by step: what returned files say, and what of it goes into the strategy."""
