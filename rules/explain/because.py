"""Which facts and articles forced each finding, found by asking again with the facts otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from rules.context import Context
from rules.explain.choices import changes_of
from rules.explain.edits import ADD, Edit, plain
from rules.explain.gone import Gone, outweighs
from rules.explain.trial import Rule, Trial, common
from rules.explain.words import fact_words, full_place
from rules.outcome import Finding, Level

# A pair of places is tried when no single one settles it; more than two only within one list.
TOGETHER = 2
_ONLY = {Level.INFO: "只作说明", Level.WARNING: "只作提示"}
QUESTIONS = 20_000


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it is: its place, its value (None: nothing there), and both in Chinese.

    ``instead`` is a change of it with which the finding goes, alone or with those of its group;
    ``along`` is what has to change too because the facts could not be so otherwise.
    """

    place: str
    value: Any
    words: str
    instead: Edit
    along: tuple[Edit, ...] = ()

    def as_json(self) -> dict[str, object]:
        """``{"place": "measures.1.years", "value": …, "words": "…"}``."""
        return {"place": self.place, "value": plain(self.value), "words": self.words}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a finding was made.

    ``causes`` are groups of facts: every group has to hold for the finding, and a group holds as
    long as one of its facts does.  Otherwise the finding would not have been made: to be rid of it
    it is enough to change all the facts of one group, and no smaller part of that group.

    ``lowering`` are those of the groups that only make the finding weigh less; without them
    ``graver`` would stand in its place.
    """

    finding: Finding
    causes: tuple[tuple[Fact, ...], ...]
    lowering: tuple[tuple[Fact, ...], ...] = ()
    graver: Finding | None = None

    @property
    def sentence(self) -> str:
        """「因A，且B或C：第三十二条：…」, 「…；D，依第四十条只作提示」."""
        why = _all(group for group in self.causes if group not in self.lowering)
        start = f"因{why}：" if why else "依所列事实："
        place = _place(self._told)
        said = f"{place}：{self.finding.message}" if place else self.finding.message
        return f"{start}{said}" if not self.lowering else f"{start}{self._lowered(said)}"

    @property
    def _told(self) -> Finding:
        """Whose article says the message: of a graver one said again the finding's own does not."""
        graver = self.graver
        if graver is not None and self.finding.message.startswith(graver.message):
            return graver
        return self.finding

    def _lowered(self, said: str) -> str:
        own = _place(self.finding)
        ground = f"依{own}" if own and own != _place(self._told) else ""
        only = f"{ground}{_ONLY[self.finding.level]}"
        return f"{said.removesuffix('。')}；{_all(self.lowering)}，{only}"

    def as_json(self) -> dict[str, object]:
        """``{"finding": …, "causes": [[fact, …], …], "sentence": "…"}``."""
        return {
            "finding": self.finding.as_json(),
            "causes": [[fact.as_json() for fact in group] for group in self.causes],
            "sentence": self.sentence,
        }


def _all(groups: Iterable[tuple[Fact, ...]]) -> str:
    return "，且".join(_either(group) for group in groups)


def _place(finding: Finding) -> str:
    return "" if finding.citation is None else full_place(finding.citation)


def _either(group: tuple[Fact, ...]) -> str:
    words = "或".join(fact.words for fact in group)
    return f"（{words}）" if len(group) > 1 else words


def because(rule: Rule, facts: Any, context: Context) -> tuple[Explanation, ...]:
    """For each finding of ``rule(facts)`` the facts that forced it, in the order of the findings.

    ``rule`` takes the facts alone and answers with an outcome.  About facts with very long lists
    less is asked, so that some causes may be missing.  Raises what the rule raises.
    """
    trial = Trial(rule, facts)
    answer = rule(facts)
    before = tuple(common(answer).findings)
    edits = changes_of(rule, facts, context, answer)
    gone = Gone(trial, before)
    # Single changes come first, with a go of their own: without them nothing is explained.
    single = [(finding, [one for one in edits if gone(finding, one)]) for finding in before]
    trial.renew()
    return tuple(_explained(finding, found, edits, gone, trial) for finding, found in single)


def _explained(
    finding: Finding, single: list[Edit], edits: tuple[Edit, ...], all_gone: Gone, trial: Trial
) -> Explanation:
    def gone(*changed: Edit) -> bool:
        return all_gone(finding, *changed)

    places = {one.place for one in single}
    rest = [one for one in edits if one.place not in places]
    groups: list[tuple[Fact, ...]] = [(fact,) for fact in _specific(single)]
    lists = [_alone(changed) for changed in _lists(rest, gone, trial)]
    pairs = [_pair(changed, trial) for changed in _pairs(rest, gone, trial)]
    for group in (*pairs, *lists):
        if not any(
            {fact.place for fact in less} <= {fact.place for fact in group} for less in groups
        ):
            groups.append(group)
    return _weighed(finding, tuple(groups), trial)


def _alone(changed: tuple[Edit, ...]) -> tuple[Fact, ...]:
    return tuple(Fact(one.place, one.was, fact_words(one), one) for one in changed)


def _pair(changed: tuple[Edit, ...], trial: Trial) -> tuple[Fact, ...]:
    """The facts of two changes, without one that only makes the other possible."""
    along = tuple(one for one in changed if trial.findings((one,)) is not None)
    named = tuple(one for one in changed if one not in along)
    if not named:
        return _alone(changed)
    return tuple(Fact(one.place, one.was, fact_words(one), one, along) for one in named)


def _weighed(finding: Finding, groups: tuple[tuple[Fact, ...], ...], trial: Trial) -> Explanation:
    """The explanation, with the groups that only make the finding weigh less told apart."""
    instead = [(group, _graver(finding, group, trial)) for group in groups]
    lowering = tuple(group for group, graver in instead if graver is not None)
    first = next((graver for _, graver in instead if graver is not None), None)
    return Explanation(finding, groups, lowering, first)


def _graver(finding: Finding, group: tuple[Fact, ...], trial: Trial) -> Finding | None:
    """What is said instead, and weighs more, with the facts of a group otherwise."""
    after = trial.findings((*(fact.instead for fact in group), *group[0].along)) or ()
    return next((one for one in after if outweighs(one, finding)), None)


def _specific(single: list[Edit]) -> list[Fact]:
    """One fact for each place, and none for a member when a field of it says more."""
    by_place: dict[str, list[Edit]] = {}
    for one in single:
        by_place.setdefault(one.place, []).append(one)
    return [
        Fact(place, edits[0].was, fact_words(*edits), edits[0])
        for place, edits in by_place.items()
        if edits[0].op == ADD or not any(other.startswith(f"{place}.") for other in by_place)
    ]


def _pairs(rest: list[Edit], gone: Any, trial: Trial) -> list[tuple[Edit, ...]]:
    found: dict[frozenset[str], tuple[Edit, ...]] = {}
    for pair in combinations(rest, TOGETHER):
        places = frozenset(one.place for one in pair)
        trial.looked += 1
        if trial.asked >= QUESTIONS or trial.spent:
            break
        if len(places) == TOGETHER and places not in found and gone(*pair):
            found[places] = pair
    return list(found.values())


def _lists(rest: list[Edit], gone: Any, trial: Trial) -> list[tuple[Edit, ...]]:
    """Members of one list or set that only together make the finding go, as far as may be asked."""
    found: list[tuple[Edit, ...]] = []
    for alike in _alike(rest):
        needed = alike if gone(*alike) else ()
        for one in needed:
            if trial.spent:
                return found
            fewer = tuple(other for other in needed if other is not one)
            if gone(*fewer):
                needed = fewer
        if needed:
            found.append(needed)
    return found


def _alike(rest: list[Edit]) -> list[tuple[Edit, ...]]:
    """The members of each list changed in the same way: all left out, or all made the same."""
    groups: dict[tuple[Any, ...], list[Edit]] = {}
    for one in rest:
        if one.op != ADD and len(one.path) > 1:
            key = (one.path[:-1], one.value)
            groups.setdefault(key, []).append(one)
    return [tuple(group) for group in groups.values()]
