"""What is asked of a sanction and what is answered."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.outcome import Finding, Outcome


@dataclass(frozen=True, slots=True)
class Respondent:
    """Whom the decision is about; an organisation is neither party member nor public servant."""

    kind: RespondentKind = RespondentKind.PERSON
    party_member: bool = False
    public_servant: bool = False


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """A measure of Article 29 (``item`` 1 to 14) with its term, if it has or states one.

    ``years`` and ``months`` add; ``permanent`` stands alone.
    """

    item: int
    years: int | None = None
    months: int | None = None
    permanent: bool = False


@dataclass(frozen=True, slots=True)
class SanctionFacts:
    """A decision proposed or made: the fields of check-sanctions in the contracts.

    ``conduct`` are items of Article 2, ``factors`` of Article 30; ``powers`` the measures the
    deciding body may impose (None: not asked); ``mitigated``: made under Article 40;
    ``article_31``: an organisation's own conduct under Article 31, ``decided_by_itself`` when the
    organisation, not its superior, decided it.
    """

    on: date
    conduct: tuple[int, ...]
    measures: tuple[MeasureFact, ...]
    respondent: Respondent = Respondent()
    article_31: bool = False
    severity: Severity | None = None
    factors: tuple[int, ...] = ()
    lenient: tuple[Lenient, ...] = ()
    aggravated: tuple[Aggravated, ...] = ()
    mitigated: bool = False
    powers: tuple[int, ...] | None = None
    involves: tuple[Involvement, ...] = ()
    suspected_crime: bool = False
    decided_by_itself: bool = False


class TermRange(NamedTuple):
    """The lawful length of a ban or disqualification in years.

    ``over`` and ``under`` exclude the number, ``from_`` and ``to`` include it (Article 50).
    """

    over: int | None = None
    from_: int | None = None
    to: int | None = None
    under: int | None = None

    def as_json(self) -> dict[str, int | None]:
        """The term object of the contracts."""
        return {"over": self.over, "from": self.from_, "to": self.to, "under": self.under}

    def holds(self, months: int) -> bool:
        """Whether a term of that many months lies in the range."""
        return (
            (self.over is None or months > self.over * 12)
            and (self.from_ is None or months >= self.from_ * 12)
            and (self.to is None or months <= self.to * 12)
            and (self.under is None or months < self.under * 12)
        )


class SanctionOutcome(NamedTuple):
    """What Articles 29 to 35 say of the measures.

    ``consistent`` are the severities under which measures and conduct carry no error, lightest
    first; ``judged`` the one the findings were made under (None for an exemption);
    ``permitted`` and ``term`` what that severity allows.
    """

    lawful: bool
    floor: Severity
    consistent: tuple[Severity, ...]
    required: tuple[int, ...]
    permitted: tuple[int, ...]
    term: TermRange
    follow_up: tuple[str, ...]
    readings: tuple[str, ...]
    findings: tuple[Finding, ...]
    judged: Severity | None

    @property
    def outcome(self) -> Outcome:
        """The same as the common answer of all rules."""
        return Outcome.of(self.findings, self.readings)

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""
        return {
            "lawful": self.lawful,
            "floor": self.floor.value,
            "consistent": [severity.value for severity in self.consistent],
            "required": list(self.required),
            "permitted": list(self.permitted),
            "term": self.term.as_json(),
            "follow_up": list(self.follow_up),
            "readings": list(self.readings),
            "findings": [finding.as_json() for finding in self.findings],
        }
