"""What is typed in a text against what its blocks print: nothing may be lost on the way."""
