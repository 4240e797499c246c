"""The records of the model to JSON Schemas: what editors offer and check while somebody types."""
