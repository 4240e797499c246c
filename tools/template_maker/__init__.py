"""Makes the shipped Word template from a look; afterwards the county edits it in Word."""
