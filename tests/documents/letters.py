"""The letters of one case, complete and lawful; a test changes what it is about."""

from datetime import date
from typing import Any

from cases.documents.contexts import Contact
from cases.documents.facts import measure_line, quote
from cases.documents.kinds.acceptance import AcceptanceNotice
from cases.documents.kinds.advance import AdvanceNotice
from cases.documents.kinds.decision import DecisionLetter, Identity, Remedy
from cases.documents.kinds.measures import ConductLine, Weighing
from cases.documents.kinds.refusal import Ground, RefusalNotice
from rules.law import N221, S84, cite

UNIVERSITY = "示例大学"
COMPLAINANT = "周翀"
RESPONDENT = "郑喆玥"
ID_NUMBER = "370102198803072316"

OFFICE = Contact(
    office="示例大学科研诚信办公室",
    person="李老师",
    telephone="0531-80000000",
    address="济南市历下区学府路1号行政楼306室",
)
MATTER = "郑喆玥2025年度省重点研发计划项目申报书抄袭他人已立项项目"
FACTS = (
    "2025年2月，你作为项目负责人申报2025年度省重点研发计划项目“海水淡化膜材料关键技术研究”。"
    "经比对，该申报书的主要指标、研究内容、研究方法、创新点等部分与他人2022年、2023年已立项的"
    "两个项目申报书大面积雷同，雷同文字共1.2万余字，未注明来源。",
    "该项目评审程序已终止，未获资助。你在谈话中承认上述内容系从他人申报书中复制。",
)
EVIDENCE = (
    "2025年度省重点研发计划项目申报书",
    "省科技厅出具的已立项项目申报书及任务书",
    "文字比对报告（2026年4月20日）",
    "对你的谈话笔录（2026年4月27日）",
)


def basis() -> tuple[Any, ...]:
    """What the measures of the case rest on: couplings of Art 29, the tier and the floor."""
    return (
        quote(cite(N221, 32, item=3)),
        quote(cite(N221, 29, "给予前款第五、七、九、十项处理的，应同时给予前款第十三项处理。")),
    )


def acceptance(**changes: Any) -> AcceptanceNotice:
    """The complainant is told the report is taken up."""
    parts: dict[str, Any] = {
        "organisation": UNIVERSITY,
        "addressee": COMPLAINANT,
        "dated": date(2026, 3, 9),
        "contact": OFFICE,
        "received": date(2026, 2, 24),
        "accepted": date(2026, 3, 9),
        "matter": MATTER,
        "case_number": "示大科诚案〔2026〕3号",
        "conditions": (
            quote(cite(N221, 14, "符合本规则第十二条规定且属于本单位职责范围的，应予以受理")),
        ),
        "period": quote(cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成。")),
        "recusal": quote(cite(N221, 45, "被调查人、举报人有权要求其回避。")),
        "secrecy": quote(
            cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息")
        ),
    }
    return AcceptanceNotice(**{**parts, **changes})


def refusal(**changes: Any) -> RefusalNotice:
    """The complainant is told why the report is not taken up."""
    parts: dict[str, Any] = {
        "organisation": UNIVERSITY,
        "addressee": COMPLAINANT,
        "dated": date(2026, 3, 9),
        "contact": OFFICE,
        "received": date(2026, 2, 24),
        "matter": MATTER,
        "grounds": (
            Ground(
                quotation=quote(cite(N221, 13, item=2)),
                found=("举报材料未附证据，也没有说明雷同的段落和来源，经两次联系未获补充。",),
            ),
            Ground(
                quotation=quote(cite(N221, 12, item=3)),
                condition=True,
                found=("举报材料仅称“水平不高”，没有指明违规的事实。",),
            ),
        ),
        "objection": quote(
            cite(N221, 14, "举报人可以对不予受理提出异议并说明理由；异议不成立的，不予受理。")
        ),
    }
    return RefusalNotice(**{**parts, **changes})


def shared() -> dict[str, Any]:
    """Parts the advance notice and the decision letter have in common."""
    return {
        "organisation": UNIVERSITY,
        "addressee": RESPONDENT,
        "contact": OFFICE,
        "case_number": "示大科诚案〔2026〕3号",
        "facts": FACTS,
        "evidence": EVIDENCE,
        "conduct": (ConductLine(quotation=quote(cite(N221, 2, item=1))),),
        "weighing": Weighing(
            severity="情节严重",
            reasons=("抄袭部分构成申报书的核心内容，偏离科技界公认行为准则的程度较大。",),
            factors=(quote(cite(N221, 30, item=1)), quote(cite(N221, 30, item=3))),
        ),
        "measures": measures(),
        "basis": basis(),
    }


def measures() -> tuple[Any, ...]:
    """Three years' ban, public notice, entry in the register."""
    return (
        measure_line(5, years=3, since=date(2026, 7, 1), until=date(2029, 6, 30)),
        measure_line(2, text="在全校范围内公开通报"),
        measure_line(13),
    )


def advance(**changes: Any) -> AdvanceNotice:
    """The respondent is told what is intended and on what it rests."""
    parts: dict[str, Any] = {
        **shared(),
        "dated": date(2026, 6, 1),
        "hearing": quote(
            cite(
                N221,
                27,
                "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据，"
                "并告知其依法享有陈述与申辩的权利。",
            )
        ),
        "waiver": quote(cite(N221, 27, "被调查人逾期没有进行陈述或申辩的，视为放弃权利。")),
        "reply_by": date(2026, 6, 12),
    }
    return AdvanceNotice(**{**parts, **changes})


def decision(**changes: Any) -> DecisionLetter:
    """The decision with the five contents of Art 28."""
    parts: dict[str, Any] = {
        **shared(),
        "dated": date(2026, 7, 1),
        "identity": identity(),
        "procedure": (
            "本单位于2026年2月24日收到举报，3月9日决定受理，依照《科研失信行为调查处理规则》"
            "成立调查组开展行政调查，并组织学术委员会进行学术评议，6月1日形成调查报告。",
        ),
        "facts": tuple(f.replace("你", RESPONDENT) for f in FACTS),
        "evidence": tuple(e.replace("你", RESPONDENT) for e in EVIDENCE),
        "hearing": (
            "本单位于2026年6月2日送达事先告知书（示大科诚告〔2026〕2号）。郑喆玥于6月9日提交书面"
            "申辩，称雷同部分属于通用技术描述。经复核，雷同部分包括研究方案和创新点，申辩理由不成立。",
        ),
        "remedy": remedy(),
        "others": (
            "本处理决定自送达被处理人之日起生效。",
            "郑喆玥正在申报财政性资金支持的科技活动或者被推荐为相关候选人的，终止其资格。",
        ),
        "copies": ("山东省科学技术厅", "示例大学科研处"),
    }
    return DecisionLetter(**{**parts, **changes})


def identity(**changes: Any) -> Identity:
    """Who the decision is about."""
    parts: dict[str, Any] = {
        "kind": "person",
        "name": RESPONDENT,
        "number": ID_NUMBER,
        "unit": "示例大学材料科学与工程学院",
        "position": "副教授",
    }
    return Identity(**{**parts, **changes})


def remedy(**changes: Any) -> Remedy:
    """Appeal to the deciding unit within 15 working days (Art 41; 84号 18)."""
    parts: dict[str, Any] = {
        "body": "示例大学（科研诚信办公室，济南市历下区学府路1号行政楼306室）",
        "period": "收到处理决定书之日起15个工作日内",
        "basis": (
            quote(
                cite(
                    N221,
                    41,
                    "举报人或被处理人对处理决定不服的，可在收到处理决定书之日起15个工作日内，"
                    "按照处理决定书载明的救济途径向作出调查处理决定的单位或部门书面提出申诉，"
                    "写明理由并提供相关证据或线索。",
                )
            ),
            quote(
                cite(
                    S84,
                    18,
                    "举报人或被处理人对处理决定不服的，可在收到处理决定书之日起15个工作日内，"
                    "按照处理决定书载明的救济途径向作出调查处理决定的单位或部门书面提出申诉。",
                )
            ),
        ),
    }
    return Remedy(**{**parts, **changes})
