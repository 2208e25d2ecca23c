"""Readings of the contracts and the design that have no number: dates, sanctions, appeals."""

from rules.headings import O2018
from rules.law import N221, P130, S84, cite
from rules.readings.model import Chooser, Reading, choice, fixed

UNIT, PROVINCE = Chooser.UNIT, Chooser.PROVINCE
_RANGES = cite(N221, 32, item=4)
_SECOND = cite(N221, 42, "申诉必须明确理由并提供充分证据")

NAMED: tuple[Reading, ...] = (
    choice(
        "civil_code_months",
        UNIT,
        "以月计算的期间何日届满",
        {
            "next_working_day": "届满于最后一月的对应日（没有的为月末日），遇休息日顺延",
            "same_day": "届满于对应日，遇休息日不顺延",
        },
        "依民法典第二百零二条、第二百零三条的通例；不顺延更早届满，单位可以此约束自己",
        cite(N221, 25, "自决定受理之日起6个月内完成"),
    ),
    choice(
        "supervision_days",
        PROVINCE,
        "提前3个工作日如何计算",
        {
            "count_back": "自活动前一日起倒数，第3个工作日为最后一日",
            "clear_days": "与活动之间须有3个完整的工作日，第4个工作日为最后一日",
        },
        "130号第二十五条未规定计算方法；倒数与顺数的方法一致，留足完整的工作日更早",
        cite(P130, 25, "一般应提前3个工作日"),
    ),
    fixed(
        "release_of_221",
        "国科发监〔2022〕221号自何日起施行",
        {"2022-08-25": "自通知落款日期2022年8月25日起"},
        "第五十三条规定自发布之日起实施，文本未载明发布日期，落款日期是文本中唯一的日期",
        cite(N221, 53, "本规则自发布之日起实施"),
    ),
    choice(
        "permanent_ban",
        PROVINCE,
        "可否永久禁止或取消资格",
        {"needs_basis": "可以，属情节特别严重，须另有依据", "refuse": "不可以"},
        "第三十二条第四项只写5年以上，第二十九条写一定期限；《意见》（二十）写直至终身",
        _RANGES,
        cite(O2018, 20, "一定期限直至终身取消"),
    ),
    choice(
        "article_31_tiers",
        PROVINCE,
        "对单位依第三十一条处理时是否适用第三十二条的档次",
        {"advise": "参照，不符的只作提示", "apply": "适用，与自然人相同"},
        "第三十一条援引第二十九条，未援引第三十二条",
        cite(N221, 31, "等本规则第二十九条规定的相应处理"),
    ),
    choice(
        "organisation_measures",
        PROVINCE,
        "不常用于单位的措施可否给予单位",
        {
            "warn": "第一、七、八、十、十一、十二项，提示核对",
            "refuse": "第一、七、八、十、十一、十二项不可以",
        },
        "这些措施针对自然人的资格、学位或谈话，条文未写明不适用于单位",
        cite(N221, 31, "等本规则第二十九条规定的相应处理"),
    ),
    choice(
        "same_fact_twice",
        UNIT,
        "同一事实可否既定档次又作从重情形",
        {"with_reason": "可以，须说明理由", "refuse": "不可以"},
        "第三十条第二、四项与第三十五条第一至三、六项重合，规则未禁止；"
        "不可以时仍应从重，改以其他因素确定情节",
        cite(N221, 30, item=2),
        cite(N221, 35, "应从重处理"),
    ),
    choice(
        "second_appeal_evidence",
        PROVINCE,
        "再次申诉说明了其他理由而证据不足的是否受理",
        {"refuse": "不予受理", "admit": "受理后在复核中审查"},
        "第四十二条要求提供充分证据，而不予受理的情形写仅以不服为由；"
        "没有说明其他理由的，任何解读都不予受理",
        _SECOND,
    ),
    choice(
        "refused_appeal",
        PROVINCE,
        "申诉不予受理后可否向上级主管部门再次申诉",
        {
            "none": "不能依第四十二条申诉，该条以复查结果为前提",
            "to_superior": "可以，由上级主管部门审查不予受理是否正当，须说明理由",
        },
        "不予受理时没有复查结果；上级主管部门依第五条指导和监督，审查不予受理不违反规则",
        cite(N221, 42, "举报人或被处理人对复查结果不服的"),
    ),
    choice(
        "re_review_team",
        PROVINCE,
        "复核人员可否参加过原调查或复查",
        {
            "apart": "不可以，参照复查",
            "apart_from_review": "不得参加过复查；参加过原调查的提示",
        },
        "第四十一条只对复查规定另行组织调查组，第四十二条没有；"
        "复核针对复查结果，由复查人员复核自己的结果不列为选项",
        cite(N221, 41, "另行组织调查组或委托第三方机构"),
        cite(N221, 42, "应组织复核"),
    ),
    choice(
        "second_refusal_explained",
        PROVINCE,
        "第二次申诉不予受理是否应说明情况",
        {"explained": "应当，参照第一次申诉", "advised": "不说明的只作提示"},
        "第四十一条有此规定，第四十二条没有",
        cite(N221, 41, "不予受理的应说明情况"),
    ),
    choice(
        "appeal_against_clearing",
        UNIT,
        "未发现失信行为的结论和免予处理可否申诉",
        {
            "as_decision": "告知后，可以参照处理决定申诉",
            "none": "不可以，没有处理决定；有新的证据、线索可以再次举报",
        },
        "第四十一条写处理决定，举报人对没有处理的结果同样可能不服",
        cite(N221, 41, "举报人或被处理人对处理决定不服的"),
    ),
    choice(
        "anonymous_appeal",
        UNIT,
        "匿名举报人可否申诉",
        {
            "with_proof": "能证明是举报人的可以申诉",
            "named_only": "不可以，只有实名举报人可以申诉；有新的证据、线索可以再次举报",
        },
        "第四十一条写举报人，不分是否具名；第二十八条只规定告知实名举报人，"
        "匿名的没有收到决定书之日可以起算",
        cite(N221, 41, "举报人或被处理人对处理决定不服的"),
        cite(N221, 28, "并告知实名举报人"),
    ),
    fixed(
        "order_19_replaced",
        "2026年3月20日以后可否以科学技术部令第19号为依据",
        {"refuse": "不可以；据报道已被科学技术部令第24号取代"},
        "鲁科字〔2024〕84号第一条、第十七条仍提及该令，新令文本尚未收录；"
        "以可能失效的文件为依据的处理决定会被撤销，不列第二种做法",
        cite(S84, 1, "《科学技术活动违规行为处理暂行规定》（科学技术部令第19号）"),
    ),
)
