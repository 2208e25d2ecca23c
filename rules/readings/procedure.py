"""What the texts leave open about the moves of a case and has no number."""

from rules.law import N221, S84, cite
from rules.readings.model import Chooser, Reading, choice, fixed

UNIT, PROVINCE = Chooser.UNIT, Chooser.PROVINCE
_DECIDES = cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")

PROCEDURE: tuple[Reading, ...] = (
    choice(
        "approver_apart",
        UNIT,
        "起草人、调查人员可否批准自己经办的事项",
        {"apart": "不可以，由另一人批准", "with_reason": "可以，须说明理由"},
        "批准是对经办人的监督；条文分列制订与批准，未写可由一人兼任，也未禁止",
        cite(N221, 16, "经单位相关负责人批准后实施"),
    ),
    choice(
        "decision_approver",
        UNIT,
        "处理决定由谁批准",
        {
            "head": "由作出决定单位的负责人批准",
            "responsible_leader": "由作出决定单位的负责人或相关负责人批准",
        },
        "第二十六条只写按程序作出，未写批准人",
        _DECIDES,
    ),
    choice(
        "academic_review_unneeded",
        UNIT,
        "不涉及学术问题时是否仍须学术评议",
        {
            "stated": "可以不评议，调查报告须写明不涉及学术问题",
            "always": "仍须评议，由评议机构确认不涉及学术问题",
        },
        "第十七条规定应包括学术评议，其内容是涉及的学术问题",
        cite(N221, 17, "调查应包括行政调查和学术评议"),
        cite(N221, 17, "对涉及的学术问题进行评议"),
    ),
    fixed(
        "after_determination",
        "最终认定以后可否补充调查",
        {"revoked_first": "不可以直接补充，须先撤销相关结果，重新办理"},
        "第二十四条未写补充调查到何时为止；第二十六条以最终认定为处理的前提，"
        "认定未撤销而重新调查，已作出的处理失去前提，没有第二种合法的做法",
        cite(N221, 24, "需要补充调查的，应根据补充调查情况重新形成调查报告"),
        cite(N221, 26, "被调查人科研失信行为的事实、情节、性质等最终认定后"),
    ),
    choice(
        "death_after_inquiry",
        UNIT,
        "调查结束后被调查人死亡的如何处理",
        {
            "may_end": "可以终止对其的办理，须说明理由",
            "goes_on": "不终止，作出认定后结束，不再给予处理",
        },
        "第二十三条只写调查期间死亡",
        cite(N221, 23, "调查期间被调查人死亡的，终止对其调查"),
    ),
    choice(
        "revocation_grounds",
        PROVINCE,
        "处理决定可因何撤销",
        {
            "three": "复查、复核结果，作出单位自行纠正，或上级主管部门责令",
            "review_or_order": "复查、复核结果，或上级主管部门责令；自行纠正须先报上级",
        },
        "条文提到决定被撤销，未列明由谁、因何撤销",
        cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的"),
    ),
    choice(
        "clearing_scope",
        UNIT,
        "澄清的范围有多大",
        {
            "rumour": "不超过不实反映已经传播的范围，超过的须说明理由",
            "by_consent": "超过已经传播的范围须经本人同意",
        },
        "第三十九条写适当方式，第四十六条要求保护被举报人的合法权益",
        cite(N221, 39, "调查单位应及时以适当方式澄清"),
        cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益"),
    ),
    choice(
        "case_closed_when",
        UNIT,
        "案件何时办结",
        {
            "decisions_effective": (
                "每名被调查人均有结果，且作出的处理决定均已生效；申诉和汇交不影响结案"
            ),
            "appeals_over": "同上，且没有未办结的申诉和汇交",
        },
        "第二十五条规定调查处理的期限，未规定何为办结",
        cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成"),
    ),
    choice(
        "two_persons",
        Chooser.NOBODY,
        "报送、汇交是否须由两人经手",
        {
            "two": "备齐与放行由两个人分别办理",
            "with_reason": "可以由一人办理，须说明理由",
        },
        "条文未规定；汇交后果重，以两人经手防止误报，本系统不提供另一做法的设置",
        cite(N221, 36, "将处理决定书和调查报告报送上级主管部门和所在地省级科技行政部门"),
    ),
    choice(
        "record_elements",
        PROVINCE,
        "汇交的数据信息有哪些要素",
        {
            "letter": "姓名或名称、证件号码、单位、行为、措施、文号、决定单位和生效日期",
            "letter_and_term": "同上，另加期限届满的日期；没有期限的写明无",
        },
        "鲁科字〔2024〕84号第二十条写要素齐全，未列要素；取处理决定书应载明的内容，"
        "并加所在单位、文号、作出单位和生效日期",
        cite(S84, 20, "对要素不齐全的，应当及时告知并要求补正"),
    ),
)
