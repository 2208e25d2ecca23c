"""Decisions beside the unit's own: the managing department's (Art 38), others' results (49)."""

from dataclasses import dataclass

from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.table import blank, raised


@dataclass(frozen=True, slots=True)
class FollowingFacts:
    """The decision of a department that manages a project, award or talent programme (Art 38).

    ``verified``: it rests on misconduct that was found.  ``own_letter``: it made a letter itself.
    """

    verified: bool
    own_letter: bool
    within_remit: bool
    noticed: bool
    remedy_stated: bool
    served_on_person: bool
    served_on_unit: bool


_DEALS = cite(N221, 38, "应依据经查实的科研失信行为，在职责范围内对被处理人作出处理")
_LETTER = cite(N221, 38, "并制作处理决定书，送达被处理人及其所在单位")

NOT_VERIFIED = error(
    "following_unverified",
    "科研失信行为还没有查实，管理部门不能据以处理；请等查实后再办。",
    _DEALS,
)
BEYOND_REMIT = error(
    "following_beyond_remit",
    "处理超出管理部门的职责范围；请只作职责范围内的处理。",
    _DEALS,
)
NO_OWN_LETTER = error(
    "following_without_letter",
    "管理部门没有制作自己的处理决定书，不能以调查单位的决定代替；请另行制作。",
    _LETTER,
)
NOT_NOTICED = error(
    "following_without_notice",
    "管理部门作出处理前没有书面告知被处理人；请告知并听取陈述申辩。",
    cite(N221, 27, "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据"),
)
NO_REMEDY = error(
    "following_without_remedy",
    "管理部门的决定书没有写救济途径和期限；请写明。",
    cite(N221, 28, item=4),
)
PERSON_UNSERVED = error(
    "following_not_served_on_person",
    "管理部门的决定书没有送达被处理人；请送达。",
    _LETTER,
)
UNIT_UNSERVED = error(
    "following_not_served_on_unit",
    "管理部门的决定书没有送达被处理人所在单位；请一并送达。",
    _LETTER,
)


def check_following(facts: FollowingFacts) -> Outcome:
    """Whether the department's decision stands on its own feet (Art 27, 28, 38)."""
    return Outcome.of(
        raised(
            (not facts.verified, NOT_VERIFIED),
            (not facts.within_remit, BEYOND_REMIT),
            (not facts.own_letter, NO_OWN_LETTER),
            (not facts.noticed, NOT_NOTICED),
            (not facts.remedy_stated, NO_REMEDY),
            (not facts.served_on_person, PERSON_UNSERVED),
            (not facts.served_on_unit, UNIT_UNSERVED),
        )
    )


@dataclass(frozen=True, slots=True)
class RecognitionFacts:
    """A decision on facts another body has decided already; ``account``: how that was weighed."""

    decided_elsewhere: bool
    account: str


IGNORED = error(
    "other_decision_ignored",
    "同一事实已由其他单位处理，没有写明如何对待该结果；请写明互认的情况。",
    cite(
        N221,
        49,
        "应加强科研失信行为调查处理的协调配合、结果互认、信息共享和联合惩戒等工作",
    ),
)


def check_recognition(facts: RecognitionFacts) -> Outcome:
    """Whether another body's result on the same facts was taken into account (Art 49)."""
    return Outcome.of(raised((facts.decided_elsewhere and blank(facts.account), IGNORED)))
