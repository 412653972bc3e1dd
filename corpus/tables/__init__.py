"""Tables of action plans, flattened or real, read into measures and indicators."""
