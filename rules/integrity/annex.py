"""The annex of 84号 as a code set of its own: whose list an item stands in, never an Art 2 code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rules.codes import ANNEX_84
from rules.instruments import Parameter, Provisions, national
from rules.law import N221, S84, cite, cite_annex
from rules.outcome import Citation, Finding, Outcome, error, info
from rules.procedure.table import known, raised
from rules.sanctions.findings import span

# The five groups of Article 2 with the lists of the annex that are theirs: the fifth has two.
GROUPS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "research_unit": (1,),
        "researcher": (2,),
        "review_expert": (3,),
        "service_agency": (4,),
        "managing_agency": (5, 6),
    }
)
DEFINITIONS: Mapping[str, Citation] = MappingProxyType(
    {
        "research_unit": cite(
            S84, 2, "具体开展科学技术活动的高等学校、科研机构、医疗卫生机构、企业、社会组织等单位"
        ),
        "researcher": cite(S84, 2, "直接从事科学技术活动以及提供管理、服务的人员"),
        "review_expert": cite(S84, 2, "为科学技术活动提供咨询、评审、评估、评价等意见的专业人员"),
        "service_agency": cite(
            S84, 2, "第三方科学技术服务机构及其工作人员，即为科学技术活动提供审计"
        ),
        "managing_agency": cite(
            S84, 2, "受科技主管部门委托开展相关科学技术活动管理工作的机构及其工作人员"
        ),
    }
)
# The nearest items of Article 2, for a person to look at; an item not named has none but the last.
_NEAREST: Mapping[tuple[int, int], tuple[int, ...]] = MappingProxyType(
    {
        (2, 1): (4,),
        (2, 2): (4,),
        (2, 3): (1,),
        (2, 4): (2,),
        (2, 5): (3,),
        (2, 6): (6, 7),
        (2, 8): (4,),
        (2, 17): (5,),
        (4, 2): (2, 3),
    }
)
OTHER_CONDUCT = 8
_SCOPE = cite(S84, 2, "在参与本省组织的科学技术活动全流程过程中")
_LIST = cite(S84, 3, "具体行为清单见附件")


def hints(group: int, item: int) -> tuple[Citation, ...]:
    """The items of Article 2 a person may compare an item of the annex with: hints, no answer.

    Raises UnknownCode for an item the annex does not have.
    """
    known("84号附件", [(group, item)], ANNEX_84, "annex")
    nearest = _NEAREST.get((group, item), (OTHER_CONDUCT,))
    return tuple(cite(N221, 2, item=number) for number in nearest)


@dataclass(frozen=True, slots=True)
class AnnexFacts:
    """A respondent's groups, the items of the annex alleged, the items of Article 2 found.

    ``by_province``: the activity was organised by the province; ``floor``: the floor of Article 32
    is held against the respondent.
    """

    groups: frozenset[str]
    items: tuple[tuple[int, int], ...]
    by_province: bool = True
    article_2: frozenset[int] = frozenset()
    floor: bool = False


OUTSIDE = error(
    "not_organised_by_province",
    "不是本省组织的科学技术活动，84号不适用；请只依221号办理。",
    _SCOPE,
)
NO_GROUP = error("subject_group_missing", "没有写明责任主体的类别；请选择，可以多选。", _SCOPE)
NOT_TRANSLATED = info(
    "not_translated",
    "附件的项目不当然属于221号第二条；与哪一项相近只供参考，由人认定。",
    _LIST,
    "C15",
)


@cache
def floor_from_annex(floor: Parameter) -> Finding:
    """The floor held against somebody of whom no conduct that has one was found."""
    items = span(tuple(sorted(floor.value)))
    message = f"附件所列的行为没有认定为第二条{items}，不适用最低尺度；请先由人认定。"
    return error("floor_without_article_2", message, floor.citation, "C15")


def check_annex(facts: AnnexFacts, law: Provisions | None = None) -> Outcome:
    """Whether items of the annex may be held against somebody (84号 2, 3).

    ``law``: the provisions the case is governed by, 221号 alone by default.  Raises UnknownCode
    for a group or item that does not exist.
    """
    floor = (law or national())["floor.conduct"]
    known("责任主体", sorted(facts.groups), GROUPS, "groups")
    known("84号附件", facts.items, ANNEX_84, "items")
    known("第二条", sorted(facts.article_2), range(1, 9), "article_2")
    own = {number for group in facts.groups for number in GROUPS[group]}
    floored = facts.floor and facts.article_2.isdisjoint(floor.value)
    return Outcome.of(
        (
            *raised((not facts.by_province, OUTSIDE), (not facts.groups, NO_GROUP)),
            *(_not_own(item) for item in facts.items if facts.groups and item[0] not in own),
            *raised((floored, floor_from_annex(floor)), (bool(facts.items), NOT_TRANSLATED)),
        )
    )


def _not_own(item: tuple[int, int]) -> Finding:
    citation = cite_annex(*item)
    message = f"{citation.place}不是这类责任主体的清单；请改选其清单中的项目，或补充类别。"
    return error("item_of_other_list", message, citation, "C16")
