"""The codes of the law with the words they stand for, for forms, letters and the edge."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rules.law import N221, annex, cite, cite_annex
from rules.outcome import Citation


class Severity(StrEnum):
    """The four degrees of Article 32, lightest first."""

    MINOR = "minor"
    MAJOR = "major"
    SERIOUS = "serious"
    ESPECIALLY_SERIOUS = "especially_serious"

    @property
    def label(self) -> str:
        """情节较轻 and so on."""
        return SEVERITIES[self]


class Lenient(StrEnum):
    """The cases of Article 34 in its order; the last is its last paragraph."""

    NEGLIGENT_WITHOUT_MAJOR_IMPACT = "negligent_without_major_impact"
    MINOR_FAULT_AND_COOPERATIVE = "minor_fault_and_cooperative"
    CORRECTED_BEFOREHAND = "corrected_beforehand"
    ADMITTED_AND_PLEDGED = "admitted_and_pledged"
    RETRACTED_BEFORE_REPORT = "retracted_before_report"


class Aggravated(StrEnum):
    """The cases of Article 35 in its order."""

    TAMPERED_WITH_EVIDENCE = "tampered_with_evidence"
    OBSTRUCTED = "obstructed"
    RETALIATED = "retaliated"
    BENEFIT_TRANSFER = "benefit_transfer"
    ORGANISED = "organised"
    REPEATED_OR_MULTIPLE = "repeated_or_multiple"
    DENIED_DESPITE_PROOF = "denied_despite_proof"


class RespondentKind(StrEnum):
    """Whom the case is about."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Involvement(StrEnum):
    """What else the conduct touches (Article 38): its funders or awarders are told."""

    PROJECT = "project"
    AWARD = "award"
    TALENT = "talent"


@dataclass(frozen=True, slots=True)
class Code:
    """A code, its words without mark and closing stop, and the place they stand."""

    value: str
    label: str
    citation: Citation


def _label(words: str) -> str:
    return words.partition("）")[2].rstrip("；。：")


def _item(value: str, article: int, item: int) -> Code:
    citation = cite(N221, article, item=item)
    return Code(value, _label(citation.text), citation)


def _numbered(article: int, count: int) -> Mapping[int, Code]:
    return MappingProxyType({i: _item(str(i), article, i) for i in range(1, count + 1)})


RETRACTION = cite(N221, 34, "论文作者在被举报前主动撤稿且未造成较大负面影响的，可从轻或免予处理")

CONDUCT: Mapping[int, Code] = _numbered(2, 8)
MEASURES: Mapping[int, Code] = _numbered(29, 14)
FACTORS: Mapping[int, Code] = _numbered(30, 6)
AGGRAVATED: Mapping[Aggravated, Code] = MappingProxyType(
    {kind: _item(kind.value, 35, i) for i, kind in enumerate(Aggravated, 1)}
)
LENIENT: Mapping[Lenient, Code] = MappingProxyType(
    {
        kind: _item(kind.value, 34, i)
        if i < 5
        else Code(kind.value, "论文作者在被举报前主动撤稿且未造成较大负面影响的", RETRACTION)
        for i, kind in enumerate(Lenient, 1)
    }
)
SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.MINOR: "情节较轻",
        Severity.MAJOR: "情节较重",
        Severity.SERIOUS: "情节严重",
        Severity.ESPECIALLY_SERIOUS: "情节特别严重",
    }
)
# The annex of 84号: a second set of codes, never translated into those of Article 2.
ANNEX_84: Mapping[tuple[int, int], Code] = MappingProxyType(
    {
        (group, item): Code(f"{group}.{item}", _label(words), cite_annex(group, item))
        for (group, item), words in annex().items()
    }
)
