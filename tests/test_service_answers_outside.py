"""Opinions, one's own case and today's news are no matter of acts."""

import pytest

from service.answers.outside import Outside, outside
from service.engine import Engine


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Is the Centre doing a good job?", "opinion"),
        ("правильно ли государство борется с экстремизмом", "opinion"),
        ("бағдарлама жақсы ма", "opinion"),
        ("меня уволили из полиции", "own_case"),
        ("What should I do about my neighbour?", "own_case"),
        ("маған айыппұл салды, қайда барамын", "own_case"),
        ("кто сейчас премьер-министр", "current"),
        ("what happened yesterday", "current"),
        ("Was the programme a success?", "opinion"),
        # what is fair, or a success, may be what an act says
        ("Which body is responsible for fair competition?", None),
        ("How is the success of a tender measured", None),
        ("правильно ли я понимаю, что мера 9 не финансируется", None),
        ("бүгін ауа райы қандай", "current"),
        # "and" in Kazakh, Roman one, accusatives that look like "I do"
        ("діни экстремизм мен терроризмге қарсы шаралар", None),
        ("part I of the plan", None),
        ("қаржыландыру көлемін кім айқындайды", None),
        ("адамын жіберген орган", None),
        ("мнение общественности о законопроектах", None),
        ("кто отвечает за меру 42", None),
    ],
)
def test_what_acts_do_not_give(question: str, kind: Outside | None) -> None:
    assert outside(question) == kind


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("меня уволили из полиции за опоздание, восстановят ли меня", "к юристу"),
        ("Is the Anti-Terrorist Centre doing a good job?", "no opinions"),
        ("кто сейчас премьер-министр Казахстана", "происходит сейчас"),
        ("неке қиюды тіркеу үшін қайда барамын", "заңгерге"),
    ],
)
def test_the_refusal_says_so(engine: Engine, question: str, said: str) -> None:
    refusal = engine.ask(question).refusal

    assert refusal is not None
    assert refusal.code == "not_in_corpus"
    assert said in refusal.text


def test_what_acts_say_of_today_is_answered(engine: Engine) -> None:
    [value, *_] = engine.ask("действует ли сейчас указ 588").answers[0].values

    assert value.status == "in_force"
