"""Which words of 84号 and of the opinions the findings of the guards quote, as of 221号."""

from tests.rules.procedure.quoted_decision import Article

SHANDONG: Article = {
    "第三条": {
        "具体行为清单见附件": "annex_only/C15",
    },
    "第十四条": {
        "由科技主管部门、有关行业主管部门自行开展调查并依法处理": "transfer_without_reason",
        (
            "要求第一责任主体进行整改或根据职权范围由科技主管部门、有关行业主管部门自行开展调查并"
            "依法处理"
        ): "takeover_not_by_department",
    },
    "第二十条": {
        "对要素不齐全的，应当及时告知并要求补正": (
            "record_name_missing/record_elements record_identifier_missing/record_elements "
            "record_unit_missing/record_elements record_conduct_missing/record_elements "
            "record_measures_missing/record_elements "
            "record_decision_number_missing/record_elements "
            "record_deciding_unit_missing/record_elements "
            "record_effective_on_missing/record_elements correction_without_elements "
            "record_term_ends_on_missing/record_elements"
        ),
    },
    "第二十一条": {
        "科研失信行为数据所依据的处理决定被撤销或者宣告无效的": (
            "revocation_without_ground/revocation_grounds "
            "revocation_without_document/revocation_grounds "
            "revocation_without_reason/revocation_grounds nothing_to_revoke revoked_before_issue "
            "removal_without_ground own_correction_unordered/revocation_grounds"
        ),
        "处理决定依规变更的，按原程序重新汇交": "resubmit_instead",
        (
            "由作出处理决定的部门按照程序及时向省科技厅提交相关资料，申请移出国家科研诚信管理信息"
            "系统"
        ): "removal_not_applied_for removal_without_documents removal_not_by_department/C18",
        "处理决定期限届满的，自动移出国家科研诚信管理信息系统": (
            "term_not_over/term_of_13 removal_without_term/term_of_13"
        ),
    },
}

OPINIONS: Article = {
    "（十八）": {
        "及时曝光违背科研诚信要求的典型案例，开展警示教育": "typical_case_published",
    },
    "（十九）": {
        "依法依规及时公布处理结果": "published_before_effect",
    },
}
