"""Why a rule answers as it does, and what would have to be otherwise for another answer.

Works for every rule that takes frozen facts and answers with findings: the rule is asked again
with the facts changed.  Both take the rule as a function of the facts alone::

    because(lambda facts: check_sanctions(facts, context), facts, context)
    why_not(lambda facts: check_sanctions(facts, context), facts, context, "major")

``because`` gives one explanation for each finding, in order, as JSON::

    {"finding": {...}, "causes": [[{"place": "severity", "value": "minor", "words": "…"}], ...],
     "sentence": "因…，且…或…：第三十二条：…"}

Each member of ``causes`` is a group of facts, one of which is enough to keep the finding standing;
change all facts of any one group and the finding is gone, or a graver one stands in its place.
``why_not`` gives, as JSON::

    {"target": "lawful", "already": false, "complete": true,
     "sets": [{"changes": [{"place": "measures", "op": "set" | "remove" | "add", "from": null,
                            "to": {"item": 13}, "kind": "choice" | "fact", "sentence": "…",
                            "citation": {...} or null}, ...], "sentence": "…"}, ...]}

``sets``: the fewest changes first.  Every set was tried, none has a smaller part that would do.
``ways_within`` looks for such sets among the changes of a few fields, in a fraction of the time.
"""

from rules.explain.because import Explanation, Fact, because
from rules.explain.targets import targets
from rules.explain.why_not import Change, ChangeSet, WhyNot, ways_within, why_not

__all__ = [
    "Change",
    "ChangeSet",
    "Explanation",
    "Fact",
    "WhyNot",
    "because",
    "targets",
    "ways_within",
    "why_not",
]
