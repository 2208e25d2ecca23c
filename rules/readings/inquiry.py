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
