"""Named steps that mend damaged text; every character stays traceable to its file."""
