"""Judged questions, metrics, reports and benchmarks over a running service."""
