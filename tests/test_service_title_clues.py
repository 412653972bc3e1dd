"""Laws and codes named by their titles, on acts that the corpus does not ship."""

from dataclasses import replace

import pytest

from corpus.model import Language
from service.act_kinds import kind_of_word, naming_kind
from service.act_titles import acts_by_title
from service.acts_named import acts_named
from service.addresses import addresses_in
from service.engine import Engine
from service.knowledge import ActCard, Knowledge


def _card(engine: Engine, act_id: str, kind: str, title: str, lemmas: str) -> ActCard:
    model = engine.knowledge.acts[0]
    return replace(
        model,
        id=act_id,
        kind=kind,
        title=title,
        lemmas=frozenset(lemmas.split()),
        document=None,
        documents=frozenset(),
        years=None,
    )


@pytest.fixture(scope="module")
def laws(engine: Engine) -> Knowledge:
    """The shipped acts, a law on public service and the Constitution."""
    law = "О государственной службе"
    constitution = "Қазақстан Республикасының Конституциясы"
    return replace(
        engine.knowledge,
        acts=(
            *engine.knowledge.acts,
            _card(engine, "Z1", "law", law, "государственный служба"),
            _card(engine, "K1", "constitution", constitution, "конституция"),
        ),
    )


@pytest.mark.parametrize(
    ("question", "language", "act_id"),
    [
        ("статья 5 закона о государственной службе", "ru", "Z1"),
        ("ст. 12 Конституции", "ru", "K1"),
        ("Конституцияның 36-бабы", "kk", "K1"),
        ("article 12 of the Constitution", "en", "K1"),
    ],
)
def test_named(laws: Knowledge, question: str, language: Language, act_id: str) -> None:
    assert acts_by_title(question, language, laws).act_ids == (act_id,)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("что требует закон", "ru"),
        ("какой закон о государственной службе отменён", "ru"),
        ("конституциялық құрылыс деген не", "kk"),
        ("who keeps public order", "en"),
    ],
)
def test_not_named(laws: Knowledge, question: str, language: Language) -> None:
    assert acts_by_title(question, language, laws).spans == ()


@pytest.mark.parametrize(
    ("word", "behind", "kind"),
    [
        ("order", "on", "order"),
        ("order", "in", None),
        ("order", "", None),
        ("закона", "о", "law"),
        ("законопроекта", "о", None),
        ("конституциялык", "", None),
        ("акт", "о", None),
    ],
)
def test_kinds_that_name(word: str, behind: str, kind: str | None) -> None:
    assert naming_kind(word, behind) == kind


def test_a_bill_is_no_law() -> None:
    assert kind_of_word("законопроект") is None
    assert kind_of_word("закон") == "law"


@pytest.fixture(scope="module")
def library(laws: Knowledge) -> Knowledge:
    """Among many acts of other sorts the plans are few, and their words rare."""
    law = laws.acts[-2]
    more = (replace(law, id=f"Z{n}", lemmas=frozenset()) for n in range(2, 40))
    return replace(laws, acts=(*laws.acts, *more))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("action plan form: what goes into the funding column", "en"),
        ("жылына неше түсіндіру іс-шарасы жоспарланған", "kk"),
        ("план мероприятий", "ru"),
    ],
)
def test_a_plan_of_measures_may_be_any(
    library: Knowledge, question: str, language: Language
) -> None:
    assert acts_by_title(question, language, library).act_ids == ()


@pytest.mark.parametrize(
    ("question", "act_id"),
    [
        ("закон 106", "Z1"),
        ("106-VIII заң", "Z1"),
        ("закон № 106-VІІІ", "Z1"),
        ("закон 107", None),
        ("приказ 106", None),
        ("статья 3 закона 106-VIII", "Z1"),
    ],
)
def test_the_number_of_a_law(
    laws: Knowledge, question: str, act_id: str | None
) -> None:
    *held, law, constitution = laws.acts
    numbered = replace(law, number="106-VIII")
    known = replace(laws, acts=(*held, numbered, constitution))
    taken = addresses_in(question).spans

    found = acts_named(question, "ru", known, taken)

    assert found.act_ids == ((act_id,) if act_id else ())
