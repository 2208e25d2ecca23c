"""What happens on an appeal, in the words of its timeline."""

from cases.events import CATALOGUE, Kind, label, record

__all__ = ["label", "record"]

CATALOGUE.update(
    {
        "appeal.lodged": Kind("收到申诉"),
        "appeal.admitted": Kind("决定受理申诉", True),
        "appeal.refused": Kind("决定不予受理申诉", True),
        "appeal.told": Kind("告知申诉人是否受理"),
        "appeal.withdrawn": Kind("申诉人撤回申诉", True),
        "appeal.begun": Kind("另行组织调查组开始复查、复核", True),
        "appeal.answered": Kind("答复申诉理由"),
        "appeal.decided": Kind("出具复查、复核意见书", True),
        "appeal.result_told": Kind("向申诉人反馈结果"),
    }
)
