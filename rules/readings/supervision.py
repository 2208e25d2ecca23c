"""What 130号 leaves open about supervision, tolerance of failure and its consequences."""

from rules.law import P130, TOLERANCE_154, cite
from rules.readings.model import Chooser, Reading, choice, fixed

UNIT, PROVINCE = Chooser.UNIT, Chooser.PROVINCE
_RANGE = cite(P130, 34, "取消其三至五年承担省科技厅授权的科技服务资格以及项目管理资格", item=3)

SUPERVISION: tuple[Reading, ...] = (
    fixed(
        "agency_ban_inclusive",
        "三至五年是否包括三年和五年",
        {"inclusive": "包括"},
        "130号未解释，依通常含义两端计入；221号第五十条只解释该规则的用语，不作依据",
        _RANGE,
    ),
    choice(
        "agency_ban_end",
        PROVINCE,
        "三至五年可否以月计算",
        {"months": "可以，不少于三年、不超过五年", "whole_years": "不可以，只取三、四、五年"},
        "130号写三至五年，未写以何为单位",
        _RANGE,
    ),
    choice(
        "analogy_38",
        PROVINCE,
        "第三十八条所列的活动是否参照130号",
        {"by_choice": "由省科技厅决定，参照的在方案中写明", "always": "一律参照"},
        "第三十八条写可参照本办法执行",
        cite(P130, 38, "可参照本办法执行"),
    ),
    fixed(
        "tolerance_experts",
        "宽容失败的专家论证需要几人",
        {"not_fixed": "130号没有规定人数，以论证结论为准"},
        "自行规定人数会设定条文没有的条件，没有第二种合法的做法",
        cite(P130, 32, "经专家论证后"),
    ),
    choice(
        "original_records",
        PROVINCE,
        "认定勤勉尽责是否须有原始科研记录",
        {
            "warn": "没有记录的提示补充，其他证明也可以",
            "required": "必须有原始科研记录",
        },
        "130号第三十二条的条件中没有记录，也未写以何证明；要求记录的是鲁政办字〔2024〕154号四（六）4",
        cite(P130, 32, "依法依规、勤勉尽责、未谋取不正当利益"),
        cite(TOLERANCE_154, 6, "原始科研记录证明科研人员已经履行勤勉尽责义务"),
    ),
    fixed(
        "tolerance_open_case",
        "有科研失信案件在办时可否认定宽容失败",
        {"wait": "待案件有结论后认定"},
        "承担人是否依法依规正是案件要查明的事实；先行认定会与案件的结论冲突",
        cite(P130, 32, "依法依规、勤勉尽责、未谋取不正当利益"),
    ),
)
