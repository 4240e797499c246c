"""Files to a model: every mistake becomes a finding, nothing is raised for faulty content."""
