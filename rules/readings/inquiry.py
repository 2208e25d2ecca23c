"""What the texts leave open about the facts of a case and how fast some steps are taken."""

from rules.law import N221, cite
from rules.readings.model import Chooser, Reading, choice

INQUIRY: tuple[Reading, ...] = (
    choice(
        "substantive_contribution",
        Chooser.UNIT,
        "第五十条列举的几种实质学术贡献，有一种就够，还是须同时具备",
        {"any": "有一种即为有实质学术贡献", "all": "须同时具备"},
        "条文以逗号并列，未写或者、并且；存疑时取对被调查人有利的一种",
        cite(N221, 50, item=3),
    ),
    choice(
        "refusal_noted",
        Chooser.UNIT,
        "被调查人拒绝陈述、谈话对象拒绝签字的如何办理",
        {
            "noted": "记明邀请和拒绝的情况后，可以继续办理",
            "proven": "同上，另须有凭据：邀请的送达凭据，或者见证人的签字",
        },
        "第十八条、第二十条未写拒绝的如何办理；因一人拒绝而不能继续，会使调查无法完成。"
        "记明情况、由见证人签字是行政处罚法和民事诉讼法的通例",
        cite(N221, 18, "并经谈话人和谈话对象签字确认"),
        cite(N221, 20, "调查中应当听取被调查人的陈述和申辩"),
    ),
    choice(
        "at_once",
        Chooser.UNIT,
        "“立即”“同时”以几天为目标",
        {"same_day": "当日", "next_day": "次日"},
        "条文没有天数；目标由单位自定，超过只作提示，不是法定期限",
        cite(N221, 21, "调查人员应立即报告"),
        cite(N221, 28, "应同时将处理决定书送牵头调查单位"),
        cite(N221, 38, "调查处理单位应将处理决定书和调查报告同时报送"),
    ),
)
