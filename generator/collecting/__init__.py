"""The sheets of the offices, sent and collected: a strategy to workbooks, what came back to its reports."""
