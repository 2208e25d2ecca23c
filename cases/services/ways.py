"""How a refused proposal becomes lawful: the one suggestion beside it, asked of the rules.

Choices come before facts. A choice can be taken over into the proposal; what happened is not chosen
there, so a way that rests on a fact says where that fact is changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from cases.facts import case_context
from cases.models import Finding, Respondent
from cases.services.judging import Proposal, found_in, proposed_facts
from rules.errors import RuleInputError
from rules.explain import ChangeSet, ways_within
from rules.explain.edits import REMOVE
from rules.outcome import Citation, Outcome
from rules.sanctions import SanctionFacts, check_sanctions

SHOWN = 3
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
    than three, and one way for each page on which they are changed. Empty for what is lawful, for
    what the rules cannot answer, and without any measure: nothing is chosen for a person.
    """
    if not proposal.measures:
        return ()
    facts = proposed_facts(respondent, finding, proposal, mitigated=mitigated)
    context = case_context(respondent.case)

    def rule(asked: SanctionFacts) -> Outcome:
        return Outcome.of(found_in(check_sanctions(asked, context)))

    try:
        chosen = sorted(ways_within(rule, facts, context, CHOICES), key=_left_out)
        few = len(chosen) < SHOWN
        others = ways_within(rule, facts, context, tuple(ELSEWHERE)) if few else ()
    except RuleInputError:
        return ()
    offered: dict[object, Way] = {}
    for one in (*chosen, *others):
        way = _way(one, facts, proposal)
        offered.setdefault(way.where or way.sentence, way)
    return tuple(offered.values())[:SHOWN]


def _left_out(one: ChangeSet) -> int:
    return sum(change.edit.op == REMOVE for change in one.changes)


def _way(one: ChangeSet, facts: SanctionFacts, proposal: Proposal) -> Way:
    cited = tuple(dict.fromkeys(c.citation for c in one.changes if c.citation is not None))
    fields = (str(change.edit.path[0]) for change in one.changes)
    where = tuple(dict.fromkeys(ELSEWHERE[name] for name in fields if name in ELSEWHERE))
    return Way(one.sentence, cited, None if where else _after(one, facts, proposal), where)


def _after(one: ChangeSet, facts: SanctionFacts, proposal: Proposal) -> Proposal:
    changed: SanctionFacts = one.applied(facts)
    severity = changed.severity.value if changed.severity else ""
    return replace(proposal, severity=severity, measures=changed.measures)
