"""Counters for Prometheus: requests, times, refusals, what is served.

With several server processes the values are kept in files of a shared folder,
which the environment names to the client library; see :mod:`service.server`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final, Self

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from service.settings import METRICS_FOLDER

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
#: Upper bounds of the latency histogram, in seconds.
_BUCKETS: Final = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics of one application.

    Attributes:
        registry: Holds them; an application's own, so that tests can make many.
        requests: Answered requests by route, method and status.
        seconds: Time per request by route.
        refusals: Refused questions by reason.
    """

    registry: CollectorRegistry
    requests: Counter
    seconds: Histogram
    refusals: Counter

    @classmethod
    def create(cls, *, identity: str, acts: int, provisions: int) -> Self:
        """Metrics at zero, with what the index holds."""
        registry = CollectorRegistry()
        info = Gauge(
            "zanger_index_info",
            "The index that is served; always 1.",
            ("identity",),
            registry=registry,
            multiprocess_mode="max",
        )
        info.labels(identity).set(1)
        for name, value in (("acts", acts), ("provisions", provisions)):
            Gauge(
                f"zanger_index_{name}",
                f"Number of {name} in the index.",
                registry=registry,
                multiprocess_mode="max",
            ).set(value)
        return cls(
            registry,
            Counter(
                "zanger_requests",
                "Answered requests.",
                ("route", "method", "status"),
                registry=registry,
            ),
            Histogram(
                "zanger_request_seconds",
                "Time per request.",
                ("route",),
                registry=registry,
                buckets=_BUCKETS,
            ),
            Counter(
                "zanger_refusals",
                "Questions that got no answer.",
                ("reason",),
                registry=registry,
            ),
        )

    def observe(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request; ``route`` is the rule that matched, not the path."""
        self.requests.labels(route, method, str(status)).inc()
        self.seconds.labels(route).observe(seconds)

    def refuse(self, reason: str) -> None:
        """Count a refused question."""
        self.refusals.labels(reason).inc()

    def text(self) -> bytes:
        """All metrics as Prometheus reads them, of all processes."""
        if not os.environ.get(METRICS_FOLDER):
            return generate_latest(self.registry)
        shared = CollectorRegistry()
        MultiProcessCollector(shared)  # type: ignore[no-untyped-call] # theirs
        return generate_latest(shared)
