"""What happens on a filing, in the words of its timeline; each has a chain of its own."""

from cases.events import CATALOGUE, Kind, label, record

__all__ = ["label", "record"]

CATALOGUE.update(
    {
        "submission.prepared": Kind("处理决定生效，须汇交", True, "filing"),
        "submission.package_confirmed": Kind("备齐处理决定书和调查报告"),
        "submission.released": Kind("放行报送", True, "filing"),
        "submission.receipt.superior": Kind("上级主管部门确认收到"),
        "submission.receipt.province": Kind("省科技厅的回执", quiet=True),
        "submission.received": Kind("省科技厅确认收到", False, "filing"),
        "submission.returned": Kind("省科技厅要求补正", True),
        "submission.completed": Kind("补正后收到"),
        "submission.checked": Kind("省科技厅审核，符合要求", True),
        "submission.submitted": Kind("放行汇交国家系统和科技部", True, "filing"),
        "submission.receipt.national_system": Kind("国家系统回执：数据信息已入库"),
        "submission.receipt.most": Kind("科技部回执：收到处理决定书和调查报告"),
        "submission.correction_asked": Kind("国家系统要求补正", True),
        "submission.acknowledged": Kind("汇交完成", True, "filing"),
        "submission.removal_due": Kind("处理决定失去效力，应移出", True),
        "submission.removal_applied": Kind("申请移出"),
        "submission.removal_sent": Kind("放行移出申请"),
        "submission.removed": Kind("已移出", True),
        "submission.expired": Kind("处理期限届满，自动移出", True),
        "submission.lapsed": Kind("处理决定失去效力，不再汇交", True),
        "submission.superseded": Kind("已由变更后的汇交取代", True),
    }
)
