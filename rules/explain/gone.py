"""Which findings go with facts changed, told once for all of them."""

from rules.explain.edits import Edit
from rules.explain.trial import Trial
from rules.outcome import Finding, Level

_WEIGHT = {Level.INFO: 0, Level.WARNING: 1, Level.ERROR: 2}
_HEAVIEST = 3


def outweighs(one: Finding, other: Finding) -> bool:
    """Whether it is the same thing said with more weight."""
    return one.code == other.code and _WEIGHT[one.level] > _WEIGHT[other.level]


class Gone:
    """Which findings go, or are made graver, with edits made: not only said in other words."""

    def __init__(self, trial: Trial, before: tuple[Finding, ...]) -> None:
        self._trial, self._before = trial, before
        self._known: dict[tuple[int, ...], frozenset[Finding]] = {}

    def __call__(self, finding: Finding, *changed: Edit) -> bool:
        """Whether the finding goes with these; False where nothing may be asked any more."""
        self._trial.looked += 1
        # By identity: the edits are the same few objects all along.
        key = tuple(map(id, changed))
        if key not in self._known:
            if self._trial.spent:
                return False
            self._known[key] = self._with(changed)
        return finding in self._known[key]

    def _with(self, changed: tuple[Edit, ...]) -> frozenset[Finding]:
        after = self._trial.findings(changed)
        if after is None:
            return frozenset()
        stays, before = frozenset(after), frozenset(self._before)
        lightest: dict[str, int] = {}
        for one in after:
            if one not in before:
                weight = _WEIGHT[one.level]
                lightest[one.code] = min(weight, lightest.get(one.code, weight))
        return frozenset(
            one for one in before - stays if lightest.get(one.code, _HEAVIEST) > _WEIGHT[one.level]
        )
