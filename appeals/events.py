"""What happens on an appeal, in the words of its timeline."""

from cases.events import CATALOGUE, Kind, label, record

__all__ = ["label", "record"]

CATALOGUE.update(
    {
        "appeal.lodged": Kind("收到申诉"),
        "appeal.admitted": Kind("决定受理申诉", True),
        "appeal.refused": Kind("决定不予受理申诉", True),
        "appeal.admission_ordered": Kind("上级主管部门责令受理申诉", True),
        "appeal.told": Kind("告知申诉人是否受理"),
        "appeal.withdrawn": Kind("申诉人撤回申诉", True),
        "appeal.begun": Kind("另行组织复查、复核力量，开始办理", True),
        "appeal.team_changed": Kind("调整复查、复核人员"),
        "appeal.answered": Kind("答复一条申诉理由"),
        "appeal.decided": Kind("出具复查、复核意见", True),
        "appeal.result_told": Kind("向申诉人反馈结果"),
    }
)
