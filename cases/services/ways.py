"""How a refused proposal becomes lawful: the one suggestion beside it, asked of the rules.

Choices come before facts. A choice can be taken over into the proposal; what happened is not chosen
there, so a way that rests on a fact says where that fact is changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from cases.facts import case_context
from cases.models import Finding, Respondent
from cases.services.judging import Proposal, found_in, proposed_facts
from rules.context import Context
from rules.errors import RuleInputError
from rules.explain import ChangeSet, ways_within
from rules.explain.edits import ADD, REMOVE
from rules.outcome import Citation, Outcome
from rules.sanctions import SanctionFacts, check_sanctions

Rule = Callable[[SanctionFacts], Outcome]
SHOWN = 3
REGISTER = 13
NOTHING = ChangeSet(())
CHOICES = ("measures", "severity")
_FOUND = "认定的内容本页不能改：最终认定以前，可退回补充调查后重新认定"
# The facts a person may have to put right, and the page on which that is done.
ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "conduct": _FOUND,
        "factors": _FOUND,
        "lenient": _FOUND,
        "aggravated": _FOUND,
        "powers": "处理权限由系统管理员在单位的页面登记，须有依据",
        "mitigated": "减轻处理在决定生效以后，经被处理人申请，在决定的页面办理",
    }
)


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that make a proposal lawful, with the articles that stand in the way without them.

    ``proposal`` is what it becomes; None where facts change, and ``where`` says on which pages.
    """

    sentence: str
    citations: tuple[Citation, ...]
    proposal: Proposal | None
    where: tuple[str, ...] = ()

    @property
    def applies(self) -> bool:
        """Whether the proposal can be changed so where it stands."""
        return self.proposal is not None


def ways(
    respondent: Respondent, finding: Finding, proposal: Proposal, *, mitigated: bool = False
) -> tuple[Way, ...]:
    """Up to three of the smallest changes that make a proposal lawful.

    Of the choices those that leave out the fewest measures first; facts only where there are fewer
    than three, and one way for each page on which they are changed. No measure is chosen for a
    person but the entry in the register. Empty for what is lawful, for what the rules cannot
    answer, and without any measure.
    """
    if not proposal.measures:
        return ()
    facts = proposed_facts(respondent, finding, proposal, mitigated=mitigated)
    context = case_context(respondent.case)

    def rule(asked: SanctionFacts) -> Outcome:
        return Outcome.of(found_in(check_sanctions(asked, context)))

    try:
        found = [_taken(*one, proposal) for one in _choices(rule, facts, context)]
        if len(found) < SHOWN:
            found += map(_elsewhere, ways_within(rule, facts, context, tuple(ELSEWHERE)))
    except RuleInputError:
        return ()
    offered: dict[object, Way] = {}
    for way in found:
        offered.setdefault(way.where or way.sentence, way)
    return tuple(offered.values())[:SHOWN]


def _choices(
    rule: Rule, facts: SanctionFacts, context: Context
) -> list[tuple[ChangeSet, SanctionFacts]]:
    """Each way to choose otherwise, with the facts after it; those that keep most come first.

    Measures beyond the powers go whatever else is chosen, so that the search begins without them.
    """

    def beyond(asked: SanctionFacts) -> Outcome:
        return Outcome.of(one for one in rule(asked).findings if one.code == "beyond_power")

    gone = next(iter(ways_within(beyond, facts, context, ("measures",))), NOTHING)
    left: SanctionFacts = gone.applied(facts)
    if not left.measures:
        return []
    further = ways_within(rule, left, context, CHOICES)
    if gone.changes and not further and rule(left).allowed:
        further = (NOTHING,)
    found = [
        (ChangeSet((*gone.changes, *one.changes)), one.applied(left))
        for one in further
        if not _picks_a_measure(one)
    ]
    return sorted(found, key=lambda one: _left_out(one[0]))


def _picks_a_measure(one: ChangeSet) -> bool:
    return any(c.edit.op == ADD and c.edit.value.item != REGISTER for c in one.changes)


def _left_out(one: ChangeSet) -> int:
    return sum(change.edit.op == REMOVE for change in one.changes)


def _taken(one: ChangeSet, after: SanctionFacts, proposal: Proposal) -> Way:
    severity = after.severity.value if after.severity else ""
    changed = replace(proposal, severity=severity, measures=after.measures)
    return Way(one.sentence, _cited(one), changed)


def _elsewhere(one: ChangeSet) -> Way:
    pages = (ELSEWHERE[str(change.edit.path[0])] for change in one.changes)
    return Way(one.sentence, _cited(one), None, tuple(dict.fromkeys(pages)))


def _cited(one: ChangeSet) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(c.citation for c in one.changes if c.citation is not None))
