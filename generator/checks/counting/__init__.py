"""Running text to the counts it claims, and each claim to whether it is true or what excuses it."""
