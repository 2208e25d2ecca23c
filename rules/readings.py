"""What the texts leave open, settled by name: the question, the alternatives, the default and why.

A reading is never shown as law.  ``alternatives`` are all answers that were weighed;
``supported`` those the engine can apply, the default among them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rules.errors import UnknownReading


class Chooser(StrEnum):
    """Who may set a reading."""

    NOBODY = "nobody"
    UNIT = "unit"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Reading:
    """One question the text leaves open; all texts are Chinese."""

    name: str
    question: str
    alternatives: Mapping[str, str]
    default: str
    reason: str
    chooser: Chooser

    @property
    def answer(self) -> str:
        """The default in words."""
        return self.alternatives[self.default]


def _reading(
    name: str,
    question: str,
    alternatives: dict[str, str],
    reason: str,
    chooser: Chooser = Chooser.NOBODY,
) -> Reading:
    default = next(iter(alternatives))
    return Reading(name, question, MappingProxyType(alternatives), default, reason, chooser)


_ALL = (
    _reading(
        "G1",
        "期间如何计算：起始日、休息日、调休",
        {
            "civil_code": "起始日不计入，工作日按国务院办公厅放假通知计算（含调休上班日）",
            "calendar_days": "按自然日计算",
        },
        "规则未规定期间的计算方法，依民法典第二百零一条至第二百零三条的通例",
    ),
    _reading(
        "civil_code_months",
        "以月计算的期间何日届满",
        {
            "next_working_day": "届满于最后一月的对应日（没有的为月末日），遇休息日顺延",
            "same_day": "届满于对应日，遇休息日不顺延",
        },
        "依民法典第二百零二条、第二百零三条的通例",
    ),
    _reading(
        "release_of_221",
        "国科发监〔2022〕221号自何日起施行",
        {"2022-08-25": "自通知落款日期2022年8月25日起"},
        "第五十三条规定自发布之日起实施，文本未载明发布日期",
    ),
    _reading(
        "G2",
        "处理决定何时生效",
        {"service": "送达被处理人时生效", "appeal_lapsed": "申诉期限届满时生效"},
        "规则未规定生效时间，申诉也未规定停止执行",
        Chooser.UNIT,
    ),
    _reading(
        "G8",
        "禁止或取消资格的期限自何日起算",
        {"effect": "自处理决定生效之日起", "stated": "自处理决定载明之日起"},
        "规则未规定起算日",
        Chooser.UNIT,
    ),
    _reading(
        "G9",
        "第三十二条的期限幅度是否约束第十项措施",
        {"warn": "超出幅度时提示，由人决定", "bind": "与第五、七、九项相同"},
        "第十项是减招、暂停招收，不是取消或禁止资格",
    ),
    _reading(
        "G12",
        "从轻与从重情形并存时如何处理",
        {"person": "两方面理由均记录，由人决定"},
        "规则未规定相抵的方法",
    ),
    _reading(
        "G13",
        "减轻处理可否低于第三十二条的尺度",
        {"person": "由作出决定的单位决定并说明理由"},
        "第五十条只解释从轻和从重，未解释减轻",
    ),
    _reading(
        "G14",
        "第二条第一至第五项情形可否免予处理",
        {"with_reason": "可以，须说明理由", "never": "不可以"},
        "第三十四条允许免予处理，第三十二条规定不低于第二项的尺度，两者未分先后",
    ),
    _reading(
        "G15",
        "第六条至第九条均可适用时由谁负责",
        {"show_all": "全部列出，由人选择并记录理由"},
        "规则未规定先后；第七、八、九条相对第六条为特别规定",
    ),
    _reading(
        "G19",
        "第二十九条第十四项属于哪一档情节",
        {"none": "不属于任何一档，须另有依据"},
        "第三十二条各项均未列第十四项",
    ),
    _reading(
        "C1",
        "举报人的申诉期限自何日起算",
        {"told": "自被告知之日起，存疑时不以逾期拒绝"},
        "第二十八条对举报人只规定告知，第四十一条的期限自收到处理决定书起算",
    ),
    _reading(
        "C5",
        "只缺第十二条第一项或第三项条件的举报如何处理",
        {"article_12": "不予受理，以第十二条为由"},
        "第十三条未列这两种情形",
    ),
    _reading(
        "C6",
        "情节较重以上可否并用第一、三、十一项措施",
        {"warn": "可以，提示另有依据", "refuse": "不可以"},
        "第二十九条规定可合并使用，第三十二条第二至第四项未列这三项",
    ),
    _reading(
        "C8",
        "国务院部门自行复核时适用哪些期限和不予受理情形",
        {"analogy": "参照上级主管部门的规定"},
        "第四十二条第二款只写上级主管部门",
    ),
    _reading(
        "C10",
        "第三十六条与鲁科字〔2024〕84号第十九条的汇交条件、对象不同时如何处理",
        {"union": "条件取其一即汇交，对象取全部"},
        "两个文件同时适用，取并集两者都不违反",
    ),
    _reading(
        "C11",
        "鲁科字〔2024〕84号第十六条与第十二条的受理条件不同时如何处理",
        {"wider_scope": "按第十二条的四项条件，范围含第二条或附件所列行为"},
        "84号第十七条要求按221号执行，其第三条的范围更宽",
    ),
    _reading(
        "permanent_ban",
        "可否永久禁止或取消资格",
        {"needs_basis": "可以，属情节特别严重，须另有依据"},
        "第三十二条第四项只写5年以上，第二十九条写一定期限",
    ),
    _reading(
        "article_31_tiers",
        "对单位依第三十一条处理时是否适用第三十二条的档次",
        {"advise": "参照，不符的只作提示"},
        "第三十一条援引第二十九条，未援引第三十二条",
    ),
    _reading(
        "organisation_measures",
        "哪些措施不常用于单位",
        {"warn": "第一、七、八、十、十一、十二项，提示核对"},
        "这些措施针对自然人的资格、学位或谈话",
    ),
    _reading(
        "same_fact_twice",
        "同一事实可否既定档次又作从重情形",
        {"with_reason": "可以，须说明理由"},
        "第三十条第二、四项与第三十五条第一至三、六项重合，规则未禁止",
    ),
    _reading(
        "second_appeal_evidence",
        "再次申诉理由或证据不足的是否受理",
        {"refuse": "不予受理", "admit": "受理后在复核中审查"},
        "第四十二条要求明确理由并提供充分证据，不能说明其他理由并提供充分证据的不予受理",
    ),
    _reading(
        "refused_appeal",
        "申诉不予受理后可否再次申诉",
        {"none": "不能依第四十二条申诉，该条以复查结果为前提"},
        "不予受理时没有复查结果",
    ),
    _reading(
        "supervision_days",
        "提前3个工作日如何计算",
        {"count_back": "自活动前一日起倒数，第3个工作日为最后一日"},
        "130号第二十五条未规定计算方法，与顺数的方法一致",
    ),
)

READINGS: Mapping[str, Reading] = MappingProxyType({one.name: one for one in _ALL})

# The readings whose other answer changes what the engine computes; the others are fixed.
SUPPORTED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "civil_code_months": frozenset({"next_working_day", "same_day"}),
        "G14": frozenset({"with_reason", "never"}),
        "G2": frozenset({"service", "appeal_lapsed"}),
        "G8": frozenset({"effect", "stated"}),
    }
)


def check(chosen: Mapping[str, str]) -> Mapping[str, str]:
    """The choice as an unchangeable mapping.

    Raises UnknownReading for a name or a value that cannot be applied.
    """
    for name, value in chosen.items():
        if name not in READINGS:
            raise UnknownReading(name)
        if value not in SUPPORTED.get(name, frozenset({READINGS[name].default})):
            raise UnknownReading(name, value)
    return MappingProxyType(dict(chosen))
