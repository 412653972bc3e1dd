"""What API and pages do alike: refuse what cannot be, verify, count refusals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from service.errors import BadParametersError, Fault, Place
from service.inputs_verify import (
    LONGEST_CITATION,
    LONGEST_QUOTE,
    MOST_CLAIMS,
    VerifyBody,
)
from service.model import Reply
from service.ports import Verifier
from service.verify_model import Claim, Verification
from service.voice import Voice

if TYPE_CHECKING:  # see service.server: its library must not be loaded early
    from service.metrics import Metrics


def require_held(
    voice: Voice,
    name: str,
    act_ids: Iterable[str],
    *,
    bodies: Iterable[str] = (),
    place: Place = "query",
) -> None:
    """Refuse filters that nothing can pass, since the record is not there.

    Raises:
        BadParametersError: An act is not held or a body not known.
    """
    faults = [
        Fault(name, "unheld_act", {"value": act_id}, place)
        for act_id in act_ids
        if voice.records.act(act_id) is None
    ]
    faults += [
        Fault("body", "unheld_body", {"value": body_id}, place)
        for body_id in bodies
        if voice.bodies.get(body_id) is None
    ]
    if faults:
        raise BadParametersError(faults)


def verification(verifier: Verifier, asked: VerifyBody) -> Verification:
    """What a body asks to be verified.

    Raises:
        BadParametersError: It gives both a text and items, neither, or an empty item.
    """
    if (asked.text is None) == (not asked.items):
        raise BadParametersError([Fault("text", "either", place="body")])
    if asked.text is not None:
        return verifier.text(asked.text)
    claims = [Claim(item.citation, item.quote) for item in asked.items]
    if not all(claim.citation.strip() or claim.quote.strip() for claim in claims):
        sizes = {"citation": LONGEST_CITATION, "quote": LONGEST_QUOTE}
        values = {"limit": MOST_CLAIMS, **sizes}
        raise BadParametersError([Fault("items", "claims", values, "body")])
    return verifier.claims(claims)


def count_refusal(metrics: Metrics, reply: Reply) -> None:
    """Count a reply if it is a refusal."""
    if reply.refusal:
        metrics.refuse(reply.refusal.code)
