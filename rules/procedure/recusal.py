"""Recusal: the questions to each participant, a party's request, the ruling on it (Art 45)."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Outcome, error, warning
from rules.procedure.people import RELATIONS
from rules.procedure.table import blank, known, raised

REQUESTERS = ("respondent", "complainant")
RULINGS = ("recused", "stays")


@dataclass(frozen=True, slots=True)
class QuestionnaireFacts:
    """A participant's answers: to each party (a number) the relations of Art 45 answered for.

    ``respondents`` and ``complainants`` are all there are.  ``years``: how far back collaboration
    and teaching were asked about; None: without limit.
    """

    respondents: frozenset[int]
    complainants: frozenset[int]
    answered: Mapping[int, frozenset[str]]
    years: int | None = None


_GROUNDS = cite(
    N221,
    45,
    "被调查人或举报人近亲属、本案证人、利害关系人、有研究合作或师生关系"
    "或其他可能影响公正调查处理情形的",
)

RESPONDENTS_UNASKED = error(
    "respondents_unasked",
    "还没有就每名被调查人逐项回答回避问题；请答完。",
    _GROUNDS,
)
COMPLAINANTS_UNASKED = error(
    "complainants_unasked",
    "还没有就每名举报人逐项回答回避问题；与举报人的关系同样要回避，请答完。",
    _GROUNDS,
)
LOOK_BACK = error(
    "relations_cut_off",
    "研究合作、师生关系没有年限；请不限年份重新回答。",
    cite(N221, 45, "有研究合作或师生关系"),
)


def check_questionnaire(facts: QuestionnaireFacts) -> Outcome:
    """Whether every ground was answered against every party, without a time limit (Art 45).

    Raises UnknownCode for a relation Art 45 does not name.
    """
    for relations in facts.answered.values():
        known("第四十五条", relations, RELATIONS, "answered")
    open_to = {
        party
        for party in facts.respondents | facts.complainants
        if facts.answered.get(party) != frozenset(RELATIONS)
    }
    return Outcome.of(
        raised(
            (bool(facts.respondents & open_to), RESPONDENTS_UNASKED),
            (bool(facts.complainants & open_to), COMPLAINANTS_UNASKED),
            (facts.years is not None, LOOK_BACK),
        )
    )


@dataclass(frozen=True, slots=True)
class RecusalRequestFacts:
    """A request that somebody stand aside; the text asks for no reasons and sets no period."""

    by: str
    against: str


NOT_ENTITLED = error(
    "recusal_request_not_entitled",
    "只有被调查人、举报人可以要求回避；其他人的意见可以作为情况记录。",
    cite(N221, 45, "被调查人、举报人有权要求其回避"),
)
NOBODY_NAMED = error(
    "recusal_request_unaddressed",
    "没有写明要求谁回避；请写明。",
    cite(N221, 45, "被调查人、举报人有权要求其回避"),
)


def check_recusal_request(facts: RecusalRequestFacts) -> Outcome:
    """Whether a request for recusal is to be ruled on: of either party, at any time (Art 45)."""
    return Outcome.of(
        raised((facts.by not in REQUESTERS, NOT_ENTITLED), (blank(facts.against), NOBODY_NAMED))
    )


@dataclass(frozen=True, slots=True)
class RecusalRulingFacts:
    """A ruling on a request; ``ruler_above_team``: neither the person nor another of the team.

    ``acted_meanwhile``: the person went on before the ruling.  ``told``: the party knows it.
    """

    ruling: str
    reason: str
    ruler_above_team: bool
    acted_meanwhile: bool
    told: bool


_MAY_ASK = cite(N221, 45, "被调查人、举报人有权要求其回避")

RULED_BY_TEAM = error(
    "recusal_ruled_by_team",
    "回避不能由本人或调查组的人决定；请送高于调查组的负责人。",
    _MAY_ASK,
    "G4",
)
ACTED_MEANWHILE = error(
    "acted_before_ruling",
    "决定以前，被要求回避的人仍在参加；这段时间的工作请由他人重做。",
    _MAY_ASK,
    "G4",
)
WENT_ON = warning(
    "acted_before_ruling",
    "决定以前，被要求回避的人仍在参加；按所采用的解读可以，请说明理由。",
    _MAY_ASK,
    "G4",
)
RULING_UNREASONED = error(
    "ruling_unreasoned",
    "不回避的决定没有写明理由；请写明并告知要求回避的人。",
    _MAY_ASK,
    "G4",
)
RULING_UNTOLD = error(
    "ruling_untold",
    "还没有把决定告知要求回避的人；请告知。",
    _MAY_ASK,
    "G4",
)


def check_recusal_ruling(facts: RecusalRulingFacts, context: Context | None = None) -> Outcome:
    """Whether a ruling on recusal may stand (Art 45); what holds until then is a reading.

    Raises UnknownCode for a ruling that is none of ``RULINGS``.
    """
    known("回避决定", [facts.ruling], RULINGS, "ruling")
    aside = (context or default_context()).reading("G4") == "stands_aside"
    return Outcome.of(
        raised(
            (not facts.ruler_above_team, RULED_BY_TEAM),
            (facts.acted_meanwhile, ACTED_MEANWHILE if aside else WENT_ON),
            (facts.ruling == "stays" and blank(facts.reason), RULING_UNREASONED),
            (not facts.told, RULING_UNTOLD),
        ),
        ("G4",),
    )
