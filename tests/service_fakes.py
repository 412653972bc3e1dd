"""A small corpus in memory and an engine that answers from it without thinking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from corpus.bodies import Bodies
from corpus.ids import ProvisionId, Source, Span
from corpus.lexicon import Lexicon
from corpus.model import Abbreviation, Act, ActRef, Amendment, Kind, Language, Provision
from corpus.plan_model import Amount, Executor, Indicator, Measure, SubRow
from corpus.trace import ActFile, Excerpt
from indexer.identity import ModelIdentity
from indexer.layout import Counts, FileEntry, Manifest
from indexer.readings import Figure, Reading, ReadWord, read
from indexer.renderings import Rendering
from service.knowledge import Knowledge
from service.model import Answer, Citation, Feature, Hit, NoAnswer, Query, Reply, Value
from service.search_model import Facet, FacetCount, SearchRequest, SearchResult
from service.verify import Verifier

ACTS_FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "acts"
DECREE = "U1300000588"
PLAN = "P1800000124"
ORDER = "V2100024227"


def provision(
    path: str,
    kind: Kind,
    number: str | None = None,
    *,
    text: str = "",
    heading: str | None = None,
    lines: tuple[int, int] = (1, 1),
    language: Language = "ru",
    warnings: tuple[str, ...] = (),
) -> Provision:
    """A provision under the one that its path says."""
    act_id, _, below = path.partition("/")
    parent = below.rpartition("/")[0]
    return Provision(
        id=ProvisionId(path),
        kind=kind,
        number=number,
        heading=heading,
        body=Excerpt(text),
        own=Excerpt(text),
        language=language,
        source=Source(f"{act_id}.txt", *lines),
        parent=ProvisionId(f"{act_id}/{parent}")
        if parent not in {"", "body"}
        else None,
        warnings=warnings,
    )


def _act(act_id: str, **fields: Any) -> Act:
    whole = Source(f"{act_id}.txt", 1, fields.pop("last", 200))
    defaults: dict[str, Any] = {
        "issuer": "Қазақстан Республикасының Үкіметі",
        "language": "kk",
        "status": "in_force",
        "repealed_by": None,
        "registration": None,
        "amended_by": (),
        "abbreviations": (),
        "definitions": (),
        "entry_into_force": None,
        "signatory": None,
        "source": whole,
        "head": whole,
        "status_source": whole,
        "provisions": (),
        "measures": (),
        "indicators": (),
        "references": (),
        "claims": (),
    }
    return Act(id=act_id, **{**defaults, **fields})


def _measure(number: str, title: str, **fields: Any) -> Measure:
    defaults: dict[str, Any] = {
        "number_printed": True,
        "also_numbered": (),
        "section": "Құқық қорғау жүйесін жетілдіру",
        "completion_form": Excerpt("орындалған жұмыстар актісі"),
        "deadline": Excerpt("жыл сайын***"),
        "deadline_years": (2018, 2019),
        "recurrence": "annual",
        "executors": (
            Executor(
                "ІІМ",
                "ІІМ",
                "Қазақстан Республикасының Ішкі істер министрлігі",
                "ministry-of-internal-affairs",
                coordinator=True,
            ),
            Executor("ҰҚК (келісім бойынша)", "ҰҚК", None, None, by_agreement=True),
        ),
        "executors_cell": Excerpt("ІІМ, ҰҚК (келісім бойынша)"),
        "unit": "млн. теңге",
        "amounts": (
            Amount("2018", "7647,2"),
            Amount("2019", "77018,2"),
            Amount("2021", "21985,1", "**"),
            Amount("total", "106650,5"),
        ),
        "amounts_cell": Excerpt("7 647,2"),
        "funding": Excerpt("РБ"),
        "classified": False,
        "sub_rows": (
            SubRow(
                "Ішкі істер министрлігі Ұлттық ұланы",
                (Amount("2018", "2094,5"),),
                None,
                Source(f"{PLAN}.txt", 2662, 2673),
            ),
        ),
        "source": Source(f"{PLAN}.txt", 2631, 2673),
    }
    return Measure(
        id=ProvisionId(f"{PLAN}/annex-2/measure-{number}"),
        act_id=PLAN,
        number=number,
        title=Excerpt(title),
        **{**defaults, **fields},
    )


TITLE_42 = (
    "Экстремизм мен терроризм көріністеріне қарсы іс-қимылды, олардың салдарын барынша "
    "азайту мен жоюды жүзеге асыратын ішкі істер органдарының бөлімшелерін "
    "материалдық-техникалық жарақтандыруды қамтамасыз ету"
)
_EMPTY = Excerpt("")
MEASURES = (
    _measure("42", TITLE_42),
    _measure(
        "43",
        "Құпия",
        classified=True,
        number_printed=False,
        completion_form=_EMPTY,
        deadline=_EMPTY,
        deadline_years=(),
        executors=(),
        executors_cell=_EMPTY,
        amounts=(),
        funding=_EMPTY,
        unit=None,
        sub_rows=(),
        source=Source(f"{PLAN}.txt", 2700, 2703),
    ),
)
INDICATORS = (
    Indicator(
        id=ProvisionId(f"{PLAN}/annex-1/indicator-1"),
        act_id=PLAN,
        number="1",
        level="target",
        section="",
        title=Excerpt("Діни экстремизм идеяларын қабылдамайтын халықтың үлесі"),
        unit="%",
        executors=(),
        values=(Amount("2018", "87,7"), Amount("2019", "88,1")),
        values_cell=_EMPTY,
        source=Source(f"{PLAN}.txt", 90, 92),
    ),
)
ACTS = (
    _act(
        PLAN,
        title="Қазақстан Республикасында діни экстремизм мен терроризмге қарсы "
        "іс-қимыл жөніндегі 2018 – 2022 жылдарға арналған мемлекеттік бағдарламаны "
        "бекіту туралы",
        kind="government resolution",
        number="124",
        date="2018-03-15",
        abbreviations=(
            Abbreviation(
                "ІІМ",
                "Қазақстан Республикасының Ішкі істер министрлігі",
                Source(f"{PLAN}.txt", 3880, 3880),
            ),
        ),
        amended_by=(
            Amendment(
                "925",
                "2019-12-13",
                "ҚР Үкіметі",
                "Бағдарламаның паспортына өзгеріс енгізілді",
                None,
                in_text=True,
                target=None,
                source=Source(f"{PLAN}.txt", 27, 28),
            ),
        ),
    ),
    _act(
        DECREE,
        title="Об утверждении Положения об Антитеррористическом центре "
        "Республики Казахстан",
        kind="presidential decree",
        number="588",
        date="2013-06-24",
        language="ru",
        issuer="Президент Республики Казахстан",
        entry_into_force=ProvisionId(f"{DECREE}/body/point-3"),
        signatory="Президент Республики Казахстан Н. Назарбаев",
        amended_by=(
            Amendment(
                "1258",
                "2026-05-02",
                "Указ Президента РК",
                "Подпункт 6) пункта 3 предусматривается в новой редакции",
                "2026-07-12",
                in_text=False,
                target=ProvisionId(f"{DECREE}/annex-1/chapter-2/point-3/subpoint-6"),
                source=Source(f"{DECREE}.txt", 77, 79),
            ),
        ),
    ),
    _act(
        ORDER,
        title="Қазақстан Республикасының Ұлттық қауіпсіздік стратегиясын әзірлеу "
        "әдістемесін бекіту туралы",
        kind="ministerial order",
        number="82",
        date="2021-09-01",
        status="repealed",
        repealed_by=ActRef("96", "2024-10-24", None),
        registration=ActRef("24227", "2021-09-06", None),
        issuer="Қазақстан Республикасы Ұлттық экономика министрі",
    ),
)
POINT_3 = (
    "В соответствии с основными задачами на Антитеррористический центр возлагаются "
    "следующие функции:"
)
SUBPOINT_6 = (
    "выработка мер по взаимному обмену между государственными органами, входящими в "
    "состав Антитеррористического центра, информацией по вопросам противодействия "
    "экстремизму и терроризму, в том числе с использованием информационной системы "
    '"Антитеррор", в порядке, определяемом совместным нормативным правовым актом;'
)
ANNOUNCED = (
    "Подпункт 6) пункта 3 предусматривается в редакции Указа Президента РК "
    "от 02.05.2026 № 1258 (вводится в действие с 12.07.2026)."
)
PROVISIONS = (
    provision(
        f"{DECREE}/body/point-1",
        "point",
        "1",
        text="Утвердить прилагаемое Положение об Антитеррористическом центре "
        "Республики Казахстан.",
        lines=(15, 15),
    ),
    provision(
        f"{DECREE}/body/point-3",
        "point",
        "3",
        text="Настоящий Указ вводится в действие со дня подписания.",
        lines=(19, 19),
    ),
    provision(
        f"{DECREE}/annex-1",
        "annex",
        "1",
        heading="ПОЛОЖЕНИЕ об Антитеррористическом центре Республики Казахстан",
        lines=(26, 170),
    ),
    provision(
        f"{DECREE}/annex-1/note-1",
        "note",
        "1",
        text="Сноска. Положение – в редакции Указа Президента РК от 28.02.2024 № 491.",
        lines=(35, 35),
    ),
    provision(
        f"{DECREE}/annex-1/chapter-2",
        "chapter",
        "2",
        heading="Основные задачи, функции и полномочия Антитеррористического центра",
        lines=(45, 130),
    ),
    provision(
        f"{DECREE}/annex-1/chapter-2/point-3",
        "point",
        "3",
        text=POINT_3,
        lines=(63, 103),
    ),
    provision(
        f"{DECREE}/annex-1/chapter-2/point-3/subpoint-6",
        "subpoint",
        "6",
        text=SUBPOINT_6,
        lines=(79, 79),
        warnings=(ANNOUNCED,),
    ),
    provision(
        f"{PLAN}/annex-1", "annex", "1", lines=(25, 100), language="kk", heading=None
    ),
    provision(
        f"{PLAN}/annex-1/indicator-1",
        "indicator",
        "1",
        text="Діни экстремизм идеяларын қабылдамайтын халықтың үлесі % 87,7 88,1",
        lines=(90, 92),
        language="kk",
    ),
    provision(
        f"{PLAN}/annex-2",
        "annex",
        "2",
        heading="Бағдарламаны іске асыру жөніндегі іс-шаралар жоспары",
        lines=(1000, 3000),
        language="kk",
    ),
    provision(
        f"{PLAN}/annex-2/measure-42",
        "measure",
        "42",
        text=f"{TITLE_42} орындалған жұмыстар актісі жыл сайын ІІМ",
        lines=(2631, 2673),
        language="kk",
    ),
    provision(
        f"{PLAN}/annex-2/measure-42/row-1",
        "row",
        "1",
        text="Ұлттық ұлан",
        lines=(2662, 2673),
        language="kk",
    ),
    provision(
        f"{PLAN}/annex-2/measure-43",
        "measure",
        "43",
        text="Құпия",
        lines=(2700, 2703),
        language="kk",
    ),
)
MANIFEST = Manifest(
    format=1,
    generation="g000001",
    built="2026-11-21T10:00:00+00:00",
    code="c0de",
    model=ModelIdentity("fake", 8, "0"),
    corpus=(FileEntry(f"{PLAN}.txt", 1, "00"),),
    counts=Counts(3, len(PROVISIONS), len(MEASURES), 1, len(PROVISIONS), 8),
    files=(),
)


@dataclass
class FakeIndex:
    """Records in memory."""

    manifest: Manifest = MANIFEST
    held: tuple[Act, ...] = ACTS
    units: tuple[Provision, ...] = PROVISIONS
    rows: tuple[Measure, ...] = MEASURES
    is_read_ahead: bool = False

    def read_ahead(self) -> None:
        """Nothing is read from files."""
        self.is_read_ahead = True

    def acts(self) -> Sequence[Act]:
        return self.held

    def act(self, act_id: str) -> Act | None:
        return next((act for act in self.held if act.id == act_id), None)

    def provisions(
        self, act_id: str, *, limit: int = -1, offset: int = 0
    ) -> tuple[int, Sequence[Provision]]:
        found = [p for p in self.units if p.act_id == act_id]
        return len(found), found[offset : None if limit < 0 else offset + limit]

    def provision(self, provision_id: str) -> Provision | None:
        return next((p for p in self.units if p.id == provision_id), None)

    def renderings(self, provision_id: str) -> Sequence[Rendering]:
        if provision_id.endswith("measure-42"):
            return (Rendering("en", "title", "Equip the units of the interior bodies"),)
        return ()

    def measure(self, measure_id: str) -> Measure | None:
        return next((m for m in self.rows if m.id == measure_id), None)

    def measures(
        self, *, limit: int = -1, offset: int = 0, **wanted: Any
    ) -> tuple[int, Sequence[Measure]]:
        found = [m for m in self.rows if _passes(m, wanted)]
        return len(found), found[offset : None if limit < 0 else offset + limit]

    def indicators(self, act_id: str | None = None) -> tuple[Indicator, ...]:
        return tuple(i for i in INDICATORS if act_id in {None, i.act_id})

    def source(self, act_id: str) -> ActFile | None:
        path = ACTS_FOLDER / f"{act_id}.txt"
        return ActFile.of(path.name, path.read_text(encoding="utf-8"))

    def body_counts(self) -> Sequence[tuple[str, int]]:
        return (("ministry-of-internal-affairs", 1),)

    def source_lines(self, act_id: str, first: int, last: int) -> Sequence[str]:
        text = (ACTS_FOLDER / f"{act_id}.txt").read_text(encoding="utf-8")
        return text.split("\n")[first - 1 : last]


def _passes(measure: Measure, wanted: dict[str, Any]) -> bool:
    bodies = {e.body_id for e in measure.executors}
    years = measure.deadline_years
    return (
        measure.act_id in (wanted.get("act_ids") or (measure.act_id,))
        and wanted.get("number") in {None, measure.number}
        and wanted.get("body_id") in {None, *bodies}
        and wanted.get("year") in {None, *years}
        and wanted.get("classified") in {None, measure.classified}
    )


def query(text: str, language: Language = "en") -> Query:
    """A question that needs no understanding."""
    return Query(text, language, 1.0, ("responsible",), read_as="who is responsible")


MEASURE_42 = ProvisionId(f"{PLAN}/annex-2/measure-42")
SUBPOINT_ID = ProvisionId(f"{DECREE}/annex-1/chapter-2/point-3/subpoint-6")
HITS = (
    Hit(SUBPOINT_ID, 0.98765, 0.75, (Feature("words", 0.5),), (Span(0, 9),)),
    Hit(MEASURE_42, 0.5, 0.25, (), ()),
)
ANSWER = Answer(
    text="Measure 42 is charged to the Ministry of Internal Affairs (ІІМ, coordinator) "
    "and the National Security Committee (ҰҚК, by agreement).",
    act_id=PLAN,
    intent="responsible",
    values=(
        Value(
            "ІІМ",
            abbreviation="ІІМ",
            name="Қазақстан Республикасының Ішкі істер министрлігі",
            translation="Ministry of Internal Affairs",
            coordinator=True,
        ),
        Value("ҰҚК (келісім бойынша)", abbreviation="ҰҚК", by_agreement=True),
    ),
    citations=(
        Citation(
            MEASURE_42, "ІІМ, ҰҚК (келісім бойынша)", Source(f"{PLAN}.txt", 2631, 2673)
        ),
    ),
    warnings=("The programme's term ended in 2022.",),
)
REFUSAL = NoAnswer("not_in_corpus", "The acts held do not say this.")


class BrokenError(RuntimeError):
    """A defect, for tests of how defects are reported."""


class NoWords:
    """Counts of words, all of them none."""

    def document_frequency(self, field: str, term: str) -> int:
        return 0

    def __len__(self) -> int:
        return 1


@cache
def _bodies() -> Bodies:
    """The real registry, read once."""
    return Bodies.load()


@dataclass
class _Source:
    """What is known of the fake acts beforehand; no word is counted."""

    index: FakeIndex
    words: NoWords = field(default_factory=NoWords)

    def acts(self) -> tuple[Act, ...]:
        return tuple(self.index.acts())

    def act(self, act_id: str) -> Act | None:
        return self.index.act(act_id)

    def provisions(self, act_id: str) -> tuple[int, Sequence[Provision]]:
        return self.index.provisions(act_id)

    def provision(self, provision_id: str) -> Provision | None:
        return self.index.provision(provision_id)

    def children(self, provision_id: str) -> tuple[Provision, ...]:
        return tuple(p for p in self.index.units if p.parent == provision_id)

    def renderings(self, provision_id: str) -> tuple[Rendering, ...]:
        return tuple(self.index.renderings(provision_id))

    def reading(self, text: str, language: Language) -> Reading:
        return read(text, language)

    def words_in(self, text: str, language: Language) -> tuple[ReadWord, ...]:
        return read(text, language).words

    def figures_in(self, text: str, language: Language) -> tuple[Figure, ...]:
        return read(text, language).figures


@dataclass
class FakeEngine:
    """Answers "who …", refuses "why …", breaks on "boom"."""

    index: FakeIndex = field(default_factory=FakeIndex)
    bodies: Bodies = field(default_factory=_bodies)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    searched: list[SearchRequest] = field(default_factory=list)

    def ask(
        self,
        text: str,
        *,
        act_ids: Sequence[str] = (),
        language: Language | None = None,
        limit: int = 20,
        exact: bool = False,
    ) -> Reply:
        options = {"act_ids": tuple(act_ids), "language": language, "limit": limit}
        self.asked.append((text, {**options, "exact": True} if exact else options))
        if "boom" in text:
            raise BrokenError(text)
        refused = "why" in text
        return Reply(
            query=query(text, language or _language(text)),
            intent="responsible",
            answers=() if refused else (ANSWER, replace(ANSWER, act_id=ORDER)),
            refusal=REFUSAL if refused else None,
            related=HITS[:limit],
        )

    def explained(self, text: str, *, act_ids: Sequence[str] = ()) -> tuple[str, ...]:
        return (f"candidates for {text}",)

    @property
    def verifier(self) -> Verifier:
        knowledge = Knowledge.of(_Source(self.index), self.bodies, Lexicon.empty())
        return Verifier(knowledge, self.index)

    def search(self, request: SearchRequest) -> SearchResult:
        self.searched.append(request)
        if "boom" in request.text:
            raise BrokenError(request.text)
        hits = () if "nothing" in request.text else HITS * 8
        return SearchResult(
            query=query(request.text, _language(request.text)),
            total=len(hits),
            total_relation="exact",
            hits=hits[request.offset : request.offset + request.limit],
            facets=(
                Facet("act", (FacetCount(DECREE, 8), FacetCount(PLAN, 8))),
                Facet("kind", (FacetCount("measure", 8), FacetCount("subpoint", 8))),
                Facet("status", (FacetCount("in_force", 16),)),
                Facet("year", (FacetCount("2018", 8),)),
            ),
            degraded=("semantic",) if "degraded" in request.text else (),
            took_ms=1.25,
        )


def _language(text: str) -> Language:
    if "іс" in text:
        return "kk"
    return "ru" if "мер" in text else "en"
