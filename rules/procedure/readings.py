"""Readings of the procedure: what the texts leave open about the moves of a case.

Kept beside the guards that use them; each guard names the reading in its finding.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rules.readings import Chooser, Reading


def _reading(
    name: str, question: str, answer: str, reason: str, chooser: Chooser = Chooser.NOBODY
) -> Reading:
    return Reading(
        name, question, MappingProxyType({"default": answer}), "default", reason, chooser
    )


_ALL = (
    _reading(
        "G3",
        "陈述申辩的期限有多长",
        "由作出决定的单位在告知书中写明日期，须晚于告知书送达之日",
        "第二十七条只写逾期，未规定期限",
        Chooser.UNIT,
    ),
    _reading(
        "G4",
        "被要求回避的人由谁决定、决定前可否继续参加",
        "由调查组以上的负责人决定，决定前暂不参加",
        "第四十五条规定有权要求回避，未规定由谁决定",
        Chooser.UNIT,
    ),
    _reading(
        "G7",
        "送达有哪些方式、以何为证",
        "直接、邮寄、留置、电子、公告五种，送达日期须有凭据",
        "第二十八条只写送达；期限自送达起算，日期不能没有凭据",
        Chooser.UNIT,
    ),
    _reading(
        "G16",
        "调查组至少几人",
        "少于2人时提示：一人不能依第十八条谈话",
        "第十六条、第十七条未规定调查组人数",
    ),
    _reading(
        "G18",
        "调查报告何时形成",
        "最后一名调查人员签字之日",
        "第二十四条规定须由全体调查人员签字，未规定形成之日",
    ),
    _reading(
        "approver_apart",
        "起草人、调查人员可否批准自己经办的事项",
        "不可以，由另一人批准",
        "批准是对经办人的监督；条文分列制订与批准，未写可由一人兼任",
    ),
    _reading(
        "decision_approver",
        "处理决定由谁批准",
        "由作出决定单位的负责人批准",
        "第二十六条只写按程序作出，未写批准人",
        Chooser.UNIT,
    ),
    _reading(
        "academic_review_unneeded",
        "不涉及学术问题时是否仍须学术评议",
        "可以不评议，调查报告须写明不涉及学术问题",
        "第十七条规定应包括学术评议，其内容是涉及的学术问题",
    ),
    _reading(
        "death_after_inquiry",
        "调查结束后被调查人死亡的如何处理",
        "可以终止对其的办理，须说明理由",
        "第二十三条只写调查期间死亡",
    ),
    _reading(
        "order_19_replaced",
        "2026年3月20日以后可否以科学技术部令第19号为依据",
        "不可以；据报道已被科学技术部令第24号取代",
        "鲁科字〔2024〕84号第十七条仍提及该令，新令文本尚未收录",
    ),
    _reading(
        "revocation_grounds",
        "处理决定可因何撤销",
        "复查、复核结果，作出单位自行纠正，或上级主管部门责令",
        "条文提到决定被撤销，未列明由谁、因何撤销",
    ),
    _reading(
        "clearing_scope",
        "澄清的范围有多大",
        "不超过不实反映已经传播的范围，超过的须说明理由",
        "第三十九条写适当方式，第四十六条要求保护被举报人的合法权益",
    ),
    _reading(
        "case_closed_when",
        "案件何时办结",
        "每名被调查人均有结果，且作出的处理决定均已生效；申诉和汇交不影响结案",
        "第二十五条规定调查处理的期限，未规定何为办结",
    ),
    _reading(
        "re_review_team",
        "复核人员可否参加过原调查或复查",
        "不可以，参照复查",
        "第四十一条只对复查规定另行组织调查组",
    ),
    _reading(
        "second_refusal_explained",
        "第二次申诉不予受理是否应说明情况",
        "应当，参照第一次申诉",
        "第四十一条有此规定，第四十二条没有",
    ),
    _reading(
        "appeal_against_clearing",
        "未发现失信行为的结论和免予处理可否申诉",
        "告知实名举报人后，可以参照处理决定申诉",
        "第四十一条写处理决定，举报人对没有处理的结果同样可能不服",
    ),
    _reading(
        "two_persons",
        "报送、汇交是否须由两人经手",
        "备齐与放行由两个人分别办理",
        "条文未规定；汇交后果重，以两人经手防止误报",
    ),
    _reading(
        "record_elements",
        "汇交的数据信息有哪些要素",
        "姓名或名称、证件号码、单位、行为、措施、文号、决定单位和生效日期",
        "鲁科字〔2024〕84号第二十条写要素齐全，未列要素；取处理决定书应载明的内容",
        Chooser.PROVINCE,
    ),
)

PROCEDURE_READINGS: Mapping[str, Reading] = MappingProxyType({one.name: one for one in _ALL})
