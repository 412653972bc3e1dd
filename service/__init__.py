"""Questions in, cited answers out: understanding, retrieval, answers, HTTP."""
