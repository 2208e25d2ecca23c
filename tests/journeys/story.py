"""The published decision MOST-2024-07-a1, retold of a provincial project of invented people."""

from typing import Any

from fixtures.demo.affairs import identity_number
from fixtures.demo.published import records

PUBLISHED: dict[str, Any] = next(r for r in records() if r["id"] == "MOST-2024-07-a1")

RESPONDENT, COMPLAINANT = "郑申", "林举"
ID_NUMBER = identity_number(1)
TITLE = "省重点研发计划申报书抄袭已立项项目"
PROJECT, PROJECT_NUMBER = "海水淡化膜材料关键技术研究", "2025示重0017"
CONTENT = (
    "2025年省重点研发计划申报书在主要指标、研究内容、研究方法、创新点等方面抄袭其他已立项项目。"
)
PLAGIARISM = "（一）抄袭剽窃、侵占他人研究成果或项目申请书"
NOT_FUNDED = "项目未获资助，评审程序已终止。"

PLAN = {
    "调查内容": "核实申报书与已立项项目相同的部分及其来源。",
    "人员": "调查人员2名，评议专家5名。",
    "方式": "调取申报书和已立项项目材料，逐段比对；谈话；专家组评议。",
    "进度安排": "两个月内形成调查报告。",
    "保障措施": "科研诚信办公室提供场地和技术支持。",
    "工作纪律": "不泄露问题线索和调查资料，不与当事人私下接触。",
}
ADMINISTRATIVE = "调取申报书、已立项项目材料和写作底稿，逐段核对来源。"
ACADEMIC = "5名专家一致认为主要指标、研究内容、研究方法和创新点与已立项项目实质相同。"
TALK = "承认写作时照搬已立项项目材料，没有注明来源。"
HEARING = "对事实没有异议，说明项目没有获得资助。"
REPORT = {
    "线索来源": "示例省科学技术厅移送的实名举报。",
    "举报内容": CONTENT,
    "调查组织": "按批准的方案，2名调查人员开展行政调查，5名专家评议。",
    "调查过程": ADMINISTRATIVE,
    "事实认定及相关当事人确认情况": f"{ACADEMIC}{HEARING}",
    "调查结论": "申报书抄袭已立项项目，事实清楚，证据充分。",
    "处理意见建议及依据": "建议依据国科发监〔2022〕221号第二十九条、第三十二条处理。",
}
FACTORS = {
    "第三十条第一项": "申报书主要部分照搬他人已立项项目，偏离公认行为准则的程度严重。",
    "第三十条第二项": "没有销毁、藏匿证据，没有干扰调查。",
    "第三十条第三项": NOT_FUNDED,
    "第三十条第四项": "首次发生。",
    "第三十条第五项": "承认事实，配合调查。",
    "第三十条第六项": "没有其他需要考虑的因素。",
}
STANDARD = "CY/T 174—2019《学术出版规范 期刊学术不端行为界定》"
EVIDENCE = "文本比对报告\n谈话记录\n专家组评议意见"
BASIS = "属于第二条第一项的行为，情节严重，在3至5年之内禁止3年，并公开通报、记入数据库。"
STATEMENT = "对事实没有异议，希望从轻处理。"
POINTS = {"项目没有获得资助，没有造成经费损失": "已在确定期限时考虑，取3至5年的下限。"}
