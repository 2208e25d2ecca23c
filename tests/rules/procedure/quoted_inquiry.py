"""Which words of Articles 1 to 25 of 221号 the findings of the guards quote, article by article.

Behind the words stand the codes that rest on them; ``/`` names the reading a finding rests on too.
"""

RULES_1_TO_25: dict[str, dict[str, str]] = {
    "第一条": {
        "制定本规则": "basis_without_number",
    },
    "第二条": {
        (
            "本规则所称的科研失信行为是指在科学研究及相关活动中发生的违反科学研究行为准则与规范的"
            "行为"
        ): "conduct_missing",
        "本规则所称抄袭剽窃、伪造、篡改、重复发表等行为按照学术出版规范及相关行业标准认定": (
            "standard_missing"
        ),
    },
    "第二条第三项": {
        "买卖、代写、代投论文或项目申报验收材料等": "proxy_of_other_material",
    },
    "第三条": {
        "任何单位和个人不得阻挠、干扰科研失信行为的调查处理": (
            "obstruction_undated obstruction_undescribed"
        ),
    },
    "第五条": {
        "科技部和中国社科院分别负责统筹自然科学和哲学社会科学领域": "domain_unstated",
        "有关科研失信行为引起社会普遍关注或涉及多个部门（单位）的": "joint_inquiry_without_trigger",
        "建立健全重大科研失信事件信息报送机制": "major_incident_unreported",
        "可对本系统发生的科研失信行为独立组织开展调查处理": "departure_unreasoned",
    },
    "第六条": {
        "被调查人是单位主要负责人或法人、非法人组织的，由其上级主管部门负责组织开展调查处理": (
            "respondent_not_competent choice_of_accused choice_not_named"
        ),
        "一般由其被调查时所在单位负责调查处理": "departure_unreasoned",
        (
            "没有所在单位的，由其所在地的科技行政部门或哲学社会科学科研诚信建设责任单位负责组织"
            "开展调查处理"
        ): "departure_unreasoned",
        "所涉单位应积极配合开展调查处理并将调查处理情况及时送被调查人所在单位": (
            "participant_silent"
        ),
        "负责对其他参与调查单位的调查程序、处理尺度等进行审核把关": (
            "procedure_unreviewed scale_unreviewed participant_not_waited_for"
        ),
    },
    "第七条": {
        "由科技计划（专项、基金等）项目管理部门（单位）负责组织调查处理": (
            "project_department_untold"
        ),
        (
            "应按照项目管理部门（单位）的要求，主动开展并积极配合调查，依据职责权限对违规责任人作"
            "出处理"
        ): "participant_silent",
    },
    "第八条": {
        "由科技奖励、科技人才管理部门（单位）负责组织调查": "award_department_untold",
        "科技奖励、科技人才推荐（提名）单位和申报单位应积极配合并主动开展调查处理": (
            "participant_silent"
        ),
    },
    "第九条": {
        "学位论文涉嫌科研失信行为的，由学位授予单位负责调查处理": "choice_not_named",
        "署名单位应积极配合": "participant_silent",
        "做好对本单位作者的调查处理，并及时将调查处理情况书面反馈牵头调查单位": (
            "participant_silent feedback_not_written"
        ),
        "应主动对论文是否违背科研诚信要求开展调查": "journal_did_not_inquire",
        "应及时将相关线索和调查结论、处理决定等书面反馈牵头调查单位、作者所在单位": (
            "journal_feedback_not_written journal_feedback_not_to_lead "
            "journal_feedback_not_to_author_unit"
        ),
    },
    "第十条": {
        "应明确本单位承担调查处理职责的机构": "designated_body_missing",
        "负责登记、受理、调查、处理、复查等工作": (
            "function_register_unassigned function_accept_unassigned "
            "function_investigate_unassigned function_handle_unassigned "
            "function_review_unassigned"
        ),
    },
    "第十一条": {
        "举报科研失信行为可通过下列途径进行": "channel_missing",
    },
    "第十二条": {
        "举报科研失信行为应同时满足下列条件": "conditions_not_met",
    },
    "第十三条": {
        "对具有下列情形之一的举报，不予受理": "forward_despite_ground",
    },
    "第十四条": {
        "不属于本单位职责范围的，可转送相关责任单位或告知举报人向相关责任单位举报": (
            "not_competent forward_instead competent forwarded_nowhere transfer_without_ground "
            "transfer_without_reason"
        ),
        "符合本规则第十二条规定且属于本单位职责范围的，应予以受理": "must_accept",
        "接到举报的单位应在15个工作日内提出是否受理的意见并通知实名举报人": (
            "decided_before_receipt opinion_late notified_before_decision notice_late"
        ),
        "不予受理的应说明情况": "reason_missing",
        "可转送相关责任单位": "transfer_without_recipient",
    },
    "第十五条第一项": {
        "（一）上级机关或有关部门移送的线索；": "origin_missing_transferred",
    },
    "第十五条第二项": {
        (
            "（二）在日常科研管理活动中或科技计划（专项、基金等）项目、科技奖励、科技人才管理等工"
            "作中发现的问题线索；"
        ): "origin_missing_own_work",
    },
    "第十五条第三项": {
        "（三）媒体、期刊或出版单位等披露的线索。": "origin_missing_disclosed",
    },
    "第十六条": {
        "明确调查内容、人员、方式、进度安排、保障措施、工作纪律等": (
            "team_missing plan_content_missing plan_personnel_missing plan_method_missing "
            "plan_schedule_missing plan_safeguards_missing plan_discipline_missing "
            "team_too_small/G16"
        ),
        "经单位相关负责人批准后实施": (
            "approver_not_responsible_leader/C3 approver_investigates/approver_apart "
            "approver_drafted/approver_apart plan_not_approved before_plan "
            "team_change_unapproved team_changed_before_approval"
        ),
    },
    "第十七条": {
        "专家组应不少于5人": "panel_too_small",
        "调查应包括行政调查和学术评议": (
            "administrative_inquiry_missing academic_review_missing "
            "academic_review_missing/academic_review_unneeded"
        ),
    },
    "第十八条": {
        "参与谈话的调查人员不得少于2人": "team_of_one/G16 interviewers_too_few",
        "谈话内容应书面记录": "interview_not_written",
        "谈话内容应书面记录，并经谈话人和谈话对象签字确认": (
            "interviewers_unsigned interviewee_unsigned/refusal_noted"
        ),
        "在履行告知程序后可录音、录像": "recording_untold recording_told_late",
    },
    "第十九条": {
        "调阅相关资料应书面记录，由调查人员和资料、设备管理人签字确认": (
            "loan_not_written loan_unsigned_by_investigator loan_unsigned_by_custodian"
        ),
        "在调查处理完成后退还管理人": "loan_open",
    },
    "第二十条": {
        "调查中应当听取被调查人的陈述和申辩": "respondent_unheard review_without_hearing",
        "严禁以威胁、引诱、欺骗以及其他非法手段收集证据": (
            "collection_unrecorded collected_by_threat collected_by_inducement "
            "collected_by_deception collected_by_other exclusion_unreasoned "
            "excluded_evidence_cited"
        ),
        "调查中应当听取被调查人的陈述和申辩，对有关事实、理由和证据进行核实": (
            "not_heard_in_inquiry/refusal_noted heard_after_report"
        ),
        "对有关事实、理由和证据进行核实": "points_unverified",
        "经举报人同意可组织举报人与被调查人就有关学术问题当面质证": (
            "confrontation_without_consent consent_after_confrontation "
            "confrontation_without_topic confrontation_not_academic"
        ),
        "必要时可开展重复实验或委托第三方机构独立开展测试、评估或评价": (
            "commission_unreasoned commission_without_scope third_party_interested"
        ),
    },
    "第二十一条": {
        "调查人员应立即报告，或按程序移送有关部门处理": (
            "danger_unreported danger_reported_before_seen danger_reported_late/at_once"
        ),
    },
    "第二十二条": {
        (
            "调查中发现第三方中介服务机构涉嫌从事论文及其实验研究数据、科技计划（专项、基金等）项"
            "目申报验收材料等的买卖、代写、代投服务的"
        ): "agency_suspicion_unstated",
        "应及时报请有关主管部门依法依规调查处理": "agency_unreported agency_not_for_the_unit",
    },
    "第二十三条": {
        "关键信息不充分或暂不具备调查条件的": "suspension_without_ground",
        "可经单位相关负责人批准中止调查": "approver_not_responsible_leader/C3 suspension_backdated",
        "调查中发现关键信息不充分或暂不具备调查条件的，可经单位相关负责人批准中止调查": (
            "not_investigating review_not_suspendable/G11"
        ),
        "中止调查的原因消除后，应及时恢复调查": "already_suspended not_suspended cause_not_gone",
        "中止的时间不计入调查时限": "resumed_before_suspension",
        "调查期间被调查人死亡的，终止对其调查": (
            "only_death_ends death_unproven death_after_inquiry/death_after_inquiry"
        ),
    },
    "第二十四条": {
        "线索来源": "report_lead_source_missing",
        "举报内容": "report_reported_content_missing",
        "调查组织": "report_organisation_of_inquiry_missing",
        "调查过程": "report_course_of_inquiry_missing",
        "事实认定及相关当事人确认情况": "report_facts_and_confirmation_missing",
        "调查结论": "report_conclusion_missing",
        "处理意见建议及依据": "report_proposal_and_basis_missing",
        "并附证据材料": "report_without_evidence provenance_missing",
        "调查报告须由全体调查人员签字": (
            "report_unsigned report_without_investigators review_report_unsigned "
            "refusing_member_removed"
        ),
        "需要补充调查的，应根据补充调查情况重新形成调查报告": (
            "no_report_to_supplement supplement_without_reason"
        ),
        "调查结束应形成调查报告": "report_not_formed/G18",
        "一般应在调查报告形成后的15个工作日内": "report_not_filed/G18",
    },
    "第二十五条": {
        "可延长调查期限": "extension_without_length",
        "因特别重大复杂在前款规定期限内仍不能完成调查的，经单位负责人批准后可延长调查期限": (
            "extension_without_ground"
        ),
        "经单位负责人批准后可延长调查期限": "approver_not_head",
        "延长时间一般不超过6个月": "extension_unusual",
        "在前款规定期限内仍不能完成调查的": "approved_after_expiry",
        "科研失信行为的调查处理应自决定受理之日起6个月内完成": (
            "proceeding_open/case_closed_when case_stopped_for_agency decision_held_for_referral"
        ),
    },
}
