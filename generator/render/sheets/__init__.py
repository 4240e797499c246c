"""What is sent to offices to be filled: an edition and its reports to rows, rows to workbooks."""
