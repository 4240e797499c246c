"""What the commands cost in time and memory, against bare imports and other programs."""
