"""How records are spoken of to one caller: labels, links, names in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from corpus.ids import ProvisionId
from corpus.model import Act, Provision
from corpus.plan_model import Executor
from indexer.layout import Manifest
from service.errors import NoSuchActError, NoSuchProvisionError
from service.labels import (
    act_kind_label,
    act_label,
    document_of,
    kind_label,
    long_date,
    provision_label,
    sentence,
    unit_label,
)
from service.model import Value
from service.phrases import Phrasebook, Phrases, UiLanguage
from service.ports import BodyRegistry, Records


def index_identity(manifest: Manifest) -> str:
    """A short name for the state of an index: code, model, corpus and format."""
    parts = (manifest.format, manifest.code, manifest.model, manifest.corpus)
    return sha256(msgspec.json.encode(parts)).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Voice:
    """Records, and the language in which they are presented to one caller.

    Attributes:
        book: Words in all languages.
        language: Of the caller.
        records: Of the index.
        bodies: The registry of bodies.
    """

    book: Phrasebook
    language: UiLanguage
    records: Records
    bodies: BodyRegistry

    @property
    def words(self) -> Phrases:
        """Words in the caller's language."""
        return self.book[self.language]

    def act(self, act_id: str) -> Act:
        """The head of an act.

        Raises:
            NoSuchActError: It is not held.
        """
        act = self.records.act(act_id)
        if act is None:
            raise NoSuchActError(act_id)
        return act

    def provision(self, provision_id: str) -> Provision:
        """A provision.

        Raises:
            NoSuchProvisionError: It is not held.
        """
        provision = self.records.provision(provision_id)
        if provision is None:
            raise NoSuchProvisionError(provision_id)
        return provision

    def act_label(self, act: Act) -> str:
        """«Указ Президента Республики Казахстан от 24 июня 2013 года № 588»."""
        return act_label(act.kind, act.number, act.date, self.words)

    def act_kind(self, act: Act) -> str:
        """«указ Президента»."""
        return act_kind_label(act.kind, self.words)

    def label(self, provision: ProvisionId) -> str:
        """«подпункт 6) пункта 3 главы 2 Положения»."""
        held = self.records.provision(provision)
        preamble = held is not None and held.kind == "preamble"
        documents = self._documents(provision)
        return provision_label(provision, documents, self.words, preamble=preamble)

    def _documents(self, provision: ProvisionId) -> Mapping[str, str]:
        """What the annex around a provision holds, where its title tells."""
        top = next((step for step in provision.steps if step[0] == "annex"), None)
        act = self.records.act(provision.act_id)
        if top is None or act is None:
            return {}
        annex = "-".join(part for part in top if part)
        held = self.records.provision(f"{provision.act_id}/{annex}")
        spoken: UiLanguage = "ru" if act.language == "ru" else "kk"
        document = document_of((held and held.heading) or "", self.book[spoken])
        return {annex: document} if document else {}

    def kind(self, kind: str) -> str:
        """«пункт»."""
        return kind_label(kind, self.words)

    def unit(self, provision: Provision) -> str:
        """«Глава 2»: a unit by itself, in its own language."""
        spoken: UiLanguage = "ru" if provision.language == "ru" else "kk"
        label = unit_label(provision.kind, provision.number or "", self.book[spoken])
        return sentence(label)

    def date(self, iso: str) -> str:
        """«24 июня 2013 года»."""
        return long_date(iso, self.words)

    def body(self, body_id: str) -> str:
        """A body's name without the country; its id if it is not known."""
        body = self.bodies.get(body_id)
        return body.short(self.language) if body else body_id

    def read_as(self, named: Executor | Value) -> str | None:
        """Why a name as printed was read as another, None if it was not."""
        if not named.read_as:
            return None
        meant = named.abbreviation or named.name or ""
        return self.words("measure.read_as", printed=named.text, meant=meant)

    def measure_problem(self, code: str) -> str:
        """What could not be read with certainty in a row, in a sentence."""
        key = f"measure_problem.{code.replace('-', '_')}"
        return self.words(key if key in self.words else "measure_problem.other")


def reader_url(provision: ProvisionId) -> str:
    """Where a provision is read: leads to its place on a page of its act."""
    return f"/acts/{provision}"


def act_url(act_id: str) -> str:
    """The reader page of an act."""
    return f"/acts/{act_id}"
