"""From records to an index on disk: clauses, terms, vectors, and the store."""
