"""Changes to new contents of the strategy's files: what no change concerns stays byte for byte."""
