"""What a document may rest on (Art 1, 53), and another sector's rule in its place (52)."""

import re
from dataclasses import dataclass

from rules.law import N221, cite
from rules.outcome import Outcome, error, info
from rules.procedure.table import blank, raised

# The year of a number stands in 〔〕 as printed; [], （） and () are typed for it, with blanks.
_NUMBER = r"国科发监\s*[〔\[［（(]\s*{}\s*[〕\]］）)]\s*{}\s*号"
_OWN_NUMBER = re.compile(_NUMBER.format(2022, 221))
_REPEALED = re.compile(
    _NUMBER.format(2019, 323) + r"|科研诚信案件调查处理规则\s*[（(]\s*试行\s*[）)]"
)
_ARTICLE = re.compile(r"第\s*[一二三四五六七八九十百零\d]+\s*条")


@dataclass(frozen=True, slots=True)
class BasisFacts:
    """The basis of a document as written; ``sector_rule``: Art 52 puts another rule in place."""

    text: str
    sector_rule: bool = False


REPEALED = error(
    "basis_repealed",
    "依据中写了已经废止的国科发监〔2019〕323号；请改引现行规则。",
    cite(N221, 53, "《科研诚信案件调查处理规则（试行）》（国科发监〔2019〕323号）同时废止"),
)
NO_NUMBER = error(
    "basis_without_number",
    "依据没有写规则的文号；请写明国科发监〔2022〕221号。",
    cite(N221, 1, "制定本规则"),
)
NO_ARTICLE = error(
    "basis_without_article",
    "依据没有写明条款；请写明第几条。",
    cite(N221, 28, "处理决定和依据", item=3),
)


def check_basis(facts: BasisFacts) -> Outcome:
    """Whether a basis names the Rule by number and article, and nothing repealed (Art 1, 53).

    Whether order 19 may still be named is for ``rules.procedure.approval``.
    """
    text = facts.text
    return Outcome.of(
        raised(
            (bool(_REPEALED.search(text)), REPEALED),
            (not facts.sector_rule and not _OWN_NUMBER.search(text), NO_NUMBER),
            (not _ARTICLE.search(text), NO_ARTICLE),
        )
    )


@dataclass(frozen=True, slots=True)
class SectorRuleFacts:
    """A sector's own rule about to govern a case; ``laxer_points``: where it is below this one.

    ``comparison``: the note of the comparison with this Rule.
    """

    by_department: bool
    comparison: str
    laxer_points: tuple[str, ...] = ()


_SECTOR = cite(
    N221,
    52,
    "相关主管部门已制定本行业、本领域、本系统科研失信行为调查处理规则且处理尺度不低于本规则的，"
    "可按照已有规则开展调查处理",
)

NOT_BY_DEPARTMENT = error(
    "sector_rule_not_by_department",
    "只有相关主管部门制定的规则可以代替本规则；单位的细则只能在本规则之上加严，请按本规则办理。",
    _SECTOR,
)
NOT_COMPARED = error(
    "sector_rule_not_compared",
    "没有写明与本规则比较处理尺度的结果；请比较并写明。",
    _SECTOR,
)
LAXER = error(
    "sector_rule_laxer",
    "行业规则有处理尺度低于本规则之处，不能适用；请按本规则办理。",
    _SECTOR,
)
MAY_USE = info(
    "sector_rule_optional",
    "可以按行业规则办理，也可以按本规则办理，由人选择。",
    _SECTOR,
)


def check_sector_rule(facts: SectorRuleFacts) -> Outcome:
    """Whether a sector's own rule may govern the case (Art 52): never a laxer one."""
    return Outcome.of(
        raised(
            (not facts.by_department, NOT_BY_DEPARTMENT),
            (blank(facts.comparison), NOT_COMPARED),
            (bool(facts.laxer_points), LAXER),
            (True, MAY_USE),
        )
    )
