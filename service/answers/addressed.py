"""Questions that name a provision by its number: "measure 42", «п. 3 пп. 6»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.ids import ProvisionId, Span
from corpus.letters import fold
from corpus.model import Act, Provision
from corpus.plan_model import Measure
from service.act_kinds import kind_of_word
from service.addresses import addresses_in
from service.answers.amendments import changes_of
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome, refused
from service.answers.fields import field
from service.answers.fit import best_passage
from service.answers.missing import missing
from service.answers.refusal import matter_words
from service.answers.rows import place_of
from service.answers.texts import passage_draft, whole_draft
from service.knowledge import document_of
from service.model import Intent, Step
from service.words_of import Word, words_of

#: What the word behind an address says about where it stands: the act itself, or
#: the document that it approves. Folded beginnings.
_OWNERS: Final = (
    ("body", ("постановлен", "каулы", "resolution", "указ", "жарлы", "decree", "приказ",
              "буйры", "order", "пост")),
    ("measure", ("план", "жоспар", "plan")),
    ("annex", ("положени", "ереже", "statute", "regulation", "методик", "адистеме",
               "method", "программ", "багдарлама", "programme", "program", "правил",
               "кагида", "rules", "приложен", "косымша", "annex")),
)  # fmt: skip
#: Documents that say too little to choose an act by.
_COMMON: Final = frozenset({"plan"})
#: How many words before and behind a number say where it stands.
_NEAR: Final = 3
#: Kinds of steps whose number may also be meant for a row of a plan.
_ROWS: Final = frozenset({"point", "measure", "subpoint"})


def _inside(word: Word, span: Span) -> bool:
    return span.start <= word.start and word.end <= span.end


def _owner(case: Case) -> str | None:
    """Where the numbered unit stands, by the words beside its number.

    «пункт 9 постановления», "point 11 of resolution 292", «бұйрықтың 9-тармағы»; the
    words further away say which act is meant, not where in it.
    """
    spans = addresses_in(case.query.text).spans
    words = [
        word
        for word in words_of(case.query.text)
        if not any(s.start < word.end and word.start < s.end for s in spans)
    ]
    for span in spans:
        before = [w for w in words if w.end <= span.start]
        behind = [w for w in words if w.start >= span.end]
        touching = before[-_NEAR:] + behind[:_NEAR]
        names = [
            s for s in case.query.act_spans if any(_inside(w, s) for w in touching)
        ]
        near = [
            w.folded
            for w in words
            if w in touching or any(_inside(w, s) for s in names)
        ]
        for owner, beginnings in _OWNERS:
            if any(word.startswith(beginnings) for word in near):
                return owner
    return None


def _is_under(provision_id: ProvisionId, path: Sequence[Step]) -> bool:
    """Whether an id ends with the last step and holds the others before it."""
    steps = provision_id.steps
    last = (path[-1].kind, path[-1].number)
    if not steps or steps[-1] != last:
        return False
    rest = iter(steps[:-1])
    return all((step.kind, step.number) in rest for step in path[:-1])


def _measures(case: Case, act: Act, path: Sequence[Step]) -> list[Measure]:
    """Rows of the act's plan that bear the number."""
    if path[-1].kind not in _ROWS or (len(path) > 1 and path[-1].kind != "measure"):
        return []
    return list(case.records.measures(act_ids=(act.id,), number=path[-1].number)[1])


def _provisions(case: Case, act: Act, path: Sequence[Step]) -> list[Provision]:
    ids = [i for i in case.knowledge.ids(act.id) if _is_under(i, path)]
    found = [case.records.provision(i) for i in ids]
    return [p for p in found if p and p.kind != "measure"]


def _preferred(case: Case, found: Sequence[Provision]) -> list[Provision]:
    """One provision of an act: where the words say it stands, else the best hit.

    A number that the act and its annex both have means the annex, unless the
    question speaks of the resolution, order or decree itself; of annexes within
    annexes the outer one, where the question says nothing but the number.
    """
    owner = _owner(case)
    hits = case.hits if matter_words(case) else ()
    ranks = {hit.provision_id: k for k, hit in enumerate(hits)}
    inside = "body" if owner == "body" else "annex"
    return sorted(
        found,
        key=lambda p: (
            not p.id.steps[0][0].startswith(inside) if owner else False,
            ranks.get(p.id, len(ranks)),
            p.id.steps[0][0] == "body",
            sum(kind == "annex" for kind, _ in p.id.steps),
            len(p.id.steps),
            p.id,
        ),
    )[:1]


def _changed(case: Case, act: Act, found: Sequence[Provision]) -> list[Provision]:
    """The provision of a number that was or will be changed, if that is asked."""
    if "amendment" not in case.slots("status"):
        return []
    made = (False, True)
    return [p for p in found if any(changes_of(case, act, p.id, made=m) for m in made)][
        :1
    ]


def _text_draft(case: Case, act: Act, provision: Provision, intent: Intent) -> Draft:
    if intent == "status":
        changed = (changes_of(case, act, provision.id, made=m) for m in (False, True))
        if draft := next((one for one in changed if one), None):
            return draft
    if intent in {"provision", "search", "list", "definition", "status"}:
        return whole_draft(case, act, provision, intent)
    passage = best_passage(case, provision, case.slots(intent)).passage
    return passage_draft(case, act, provision, passage.text, intent)


def _drafts(
    case: Case, act: Act, path: Sequence[Step], intent: Intent
) -> Iterator[Draft | None]:
    """What one act says under an address; None where it is silent."""
    measures = _measures(case, act, path)
    provisions = _provisions(case, act, path)
    owner = _owner(case)
    rows_meant = path[-1].kind == "measure" or owner == "measure"
    if measures and (rows_meant or not (provisions or owner == "body")):
        yield from (
            field(case, m, intent) or _amount_meant(case, m, intent) for m in measures
        )
    else:
        changed = _changed(case, act, provisions) if intent == "status" else []
        for provision in changed or _preferred(case, provisions):
            yield _text_draft(case, act, provision, intent)


def _amount_meant(case: Case, measure: Measure, intent: Intent) -> Draft | None:
    """The funding, where "how much" of a measure is asked and of nothing else."""
    money = intent == "fact" and "number" in case.slots(intent)
    return field(case, measure, "funding") if money and not case.query.heads else None


def _acts(case: Case) -> list[Act]:
    """The acts that the question names; failing that, those of the kind it names.

    «Бұйрықтың 9-тармағы» and "point 9 of the methodology" leave one act of several.
    """
    acts = list(case.acts())
    if case.query.act_ids:
        return acts
    words = [fold(w) for w in case.query.text.replace("-", " ").split()]
    kinds = {k for w in words if (k := kind_of_word(w))}
    documents = {d for w in words if (d := document_of(w))} - _COMMON
    cards = {card.id: card for card in case.knowledge.acts}
    of_kind = [a for a in acts if any(k in a.kind for k in kinds)]
    of_document = [a for a in acts if cards[a.id].document in documents]
    return of_document or of_kind or acts


def _with_text(case: Case, acts: Sequence[Act], path: Sequence[Step]) -> list[Act]:
    """The acts that have such a point in their text, if points are meant."""
    if path[-1].kind == "measure" or _owner(case) == "measure":
        return []
    return [act for act in acts if _provisions(case, act, path)]


def _blank(
    case: Case, acts: Sequence[Act], path: Sequence[Step], intent: Intent
) -> Outcome:
    """That the source says nothing in the cell that is asked for."""
    rows = (m for act in acts for m in _measures(case, act, path))
    measure = next(rows, None)
    if measure is None:
        return refused(case, "not_stated")
    place = place_of(case, measure)
    dated = {amount.period for amount in measure.amounts}
    lost = [year for year in case.query.years if str(year) not in dated]
    if intent == "funding" and dated and lost:
        return refused(case, "not_stated", "not_stated_year", place=place, what=lost[0])
    what = case.say(f"understood.{intent}")
    return refused(case, "not_stated", "not_stated_field", place=place, what=what)


def addressed(case: Case, intent: Intent) -> Outcome:
    """Answers for the provisions that the question names, one per act."""
    paths = [p for p in (case.query.address, *case.query.more_addresses) if p]
    if not paths:
        return NOTHING
    acts = _acts(case)
    found = [
        draft
        for path in paths
        for act in _with_text(case, acts, path) or acts
        for draft in _drafts(case, act, path, intent)
    ]
    drafts = [draft for draft in found if draft]
    if not found:
        return missing(case, paths[0])
    if not drafts:
        return _blank(case, acts, paths[0], intent)
    if all(_is_secret(draft) for draft in drafts):
        return _secret(case, drafts[0])
    return outcome(case, drafts)


def _is_secret(draft: Draft) -> bool:
    value = draft.values[0] if draft.values else None
    return value is not None and value.status == "classified"


def _secret(case: Case, draft: Draft) -> Outcome:
    value = draft.values[0]
    measure = case.records.measure(value.provision_id) if value.provision_id else None
    place = place_of(case, measure) if measure else ""
    return refused(case, "classified", place=place, printed=value.text)
