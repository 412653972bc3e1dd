"""Answers, one module per intent; each quote is proven before it leaves."""
