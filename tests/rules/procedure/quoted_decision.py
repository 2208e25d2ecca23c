"""Which words of Articles 26 to 53 the findings of the guards quote.

Behind the words stand the codes that rest on them; ``/`` names the reading a finding rests on too.
"""

from collections import defaultdict

Article = dict[str, dict[str, str]]


def pairs(*texts: tuple[str, Article]) -> dict[tuple[str, str, str], set[tuple[str, str | None]]]:
    """By instrument, place and code: the words quoted, and the reading named beside them."""
    found: dict[tuple[str, str, str], set[tuple[str, str | None]]] = defaultdict(set)
    for instrument, places in texts:
        for place, quotes in places.items():
            for words, codes in quotes.items():
                for code in codes.split():
                    name, _, reading = code.partition("/")
                    found[instrument, place, name].add((words, reading or None))
    return found


RULES_26_TO_53: Article = {
    "第二十六条": {
        "被调查人科研失信行为的事实、情节、性质等最终认定后": (
            "already_determined/after_determination facts_missing no_respondent "
            "respondent_undecided finding_missing not_determined"
        ),
        "由具有处理权限的单位按程序对被调查人作出处理决定": (
            "decision_pending approver_not_head/decision_approver "
            "approver_drafted/approver_apart approver_investigates/approver_apart "
            "not_approved/decision_approver issued_before_approval"
        ),
    },
    "第二十七条": {
        "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据": (
            "notice_facts_missing notice_basis_missing notice_unproven/G7 notice_unserved "
            "changed_since_notice not_noticed following_without_notice"
        ),
        "应书面告知被调查人拟作出处理决定的事实、依据": "notice_not_written",
        "告知其依法享有陈述与申辩的权利": "rights_untold",
        "被调查人逾期没有进行陈述或申辩的，视为放弃权利": (
            "reply_date_missing/G3 reply_date_too_early/G3 reply_period_open "
            "reply_period_too_short/G3"
        ),
        "被调查人作出陈述或申辩的，应充分听取其意见": (
            "statement_without_points points_unanswered not_heard"
        ),
    },
    "第二十八条": {
        "作出处理决定的单位负责向被处理人送达书面处理决定书": (
            "service_method_unknown/G7 service_unproven/G7 not_issued served_before_issue "
            "respondent_unserved electronic_without_consent/G7 "
            "public_service_too_early/public_service"
        ),
        "并告知实名举报人": "complainant_unserved",
        "有牵头调查单位的，应同时将处理决定书送牵头调查单位": (
            "lead_unit_unserved lead_unit_served_late/at_once"
        ),
        "对于上级机关和有关部门移送的，应将处理决定书和调查报告报送移送单位": (
            "transferring_body_unserved"
        ),
    },
    "第二十八条第一项": {
        "（一）被处理人的基本情况（包括姓名或名称，身份证件号码或社会信用代码等）；": (
            "letter_name_missing letter_identifier_missing"
        ),
    },
    "第二十八条第二项": {
        "（二）认定的事实及证据；": "letter_facts_missing letter_evidence_missing",
    },
    "第二十八条第三项": {
        "（三）处理决定和依据；": (
            "unreasoned_beyond_power letter_measures_missing letter_basis_missing "
            "order_19_replaced/order_19_replaced"
        ),
        "处理决定和依据": "basis_without_article",
    },
    "第二十八条第四项": {
        "（四）救济途径和期限；": "letter_remedy_missing following_without_remedy",
    },
    "第二十九条": {
        (
            "被处理人是党员或公职人员的，还应根据《中国共产党纪律处分条例》《中华人民共和国公职人"
            "员政务处分法》等规定，由有管辖权的机构给予处理或处分"
        ): "party_member_not_referred public_servant_not_referred",
        "构成犯罪的，依法追究刑事责任": "crime_not_referred",
        "还应根据《中国共产党纪律处分条例》《中华人民共和国公职人员政务处分法》等规定": (
            "referral_instead_of_decision"
        ),
        "由有管辖权的机构依规依纪依法给予处理或处分": "discipline_imposed_here",
        "其他适用组织处理或处分的，由有管辖权的机构依规依纪依法给予处理或处分": (
            "other_discipline_not_referred"
        ),
    },
    "第二十九条第二项": {
        "（二）一定范围内公开通报；": (
            "publication_without_measure public_notice_too_short/G17 public_notice_reversed "
            "public_notice_scope_missing/G17 public_notice_span_missing/G17"
        ),
        "一定范围内公开通报": "publication_too_wide",
    },
    "第三十条": {
        "对科研失信行为情节轻重的判定应考虑以下因素": "severity_missing",
    },
    "第三十条第一项": {
        "（一）行为偏离科技界公认行为准则的程度；": "factor_1_unanswered",
    },
    "第三十条第二项": {
        "（二）是否有造假、欺骗，销毁、藏匿证据，干扰、妨碍调查或打击、报复举报人的行为；": (
            "factor_2_unanswered"
        ),
    },
    "第三十条第三项": {
        "（三）行为造成不良影响的程度；": "factor_3_unanswered",
    },
    "第三十条第四项": {
        "（四）行为是首次发生还是屡次发生；": "factor_4_unanswered",
    },
    "第三十条第五项": {
        "（五）行为人对调查处理的态度；": "factor_5_unanswered",
    },
    "第三十条第六项": {
        "（六）其他需要考虑的因素。": "factor_6_unanswered",
    },
    "第三十一条": {
        (
            "有关机构或单位有组织实施科研失信行为，或在调查处理中推诿、包庇，打击报复举报人、证人"
            "、调查人员的"
        ): "organisation_without_ground",
        "主管部门应依据相关法律法规等规定": "organisation_judges_itself",
        (
            "给予公开通报，暂停拨款或追回结余资金、追回已拨财政资金，禁止一定期限内承担或参与财政"
            "性资金支持的科技活动等本规则第二十九条规定的相应处理"
        ): "organisation_without_measure measure_not_named_for_organisations",
        "撤销该机构或单位因此获得的相关利益、荣誉": "gains_not_revoked",
        "并按照有关规定追究其主要负责人、直接负责人的责任": "persons_in_charge_not_pursued",
    },
    "第三十二条": {
        "存在本规则第二条第一至第五项规定情形之一的，处理不应低于前款第二项规定的尺度": (
            "exemption_reason_missing/G14 exemption_barred/G14"
        ),
    },
    "第三十三条": {
        (
            "正在申报财政性资金支持的科技活动或被推荐为相关候选人、被提名人、被推荐人等的，终止其"
            "申报资格或被提名、被推荐资格"
        ): "pending_not_asked pending_not_ended",
        "给予本规则第三十二条第二、三、四项处理的被处理人": "pending_ended_without_ground",
    },
    "第三十四条": {
        "论文作者在被举报前主动撤稿且未造成较大负面影响的，可从轻或免予处理": (
            "exempt_not_author exempt_not_retracted exempt_retracted_late exempt_not_own_will "
            "exempt_larger_harm exempt_without_report not_retracted retracted_after_report "
            "retracted_by_another retracted_under_pressure retracted_after_harm "
            "retraction_without_report"
        ),
    },
    "第三十四条第三项": {
        "在调查处理前主动纠正错误": "corrected_after_acceptance",
    },
    "第三十四条第四项": {
        "在调查中主动承认错误": "admitted_after_report admitted_before_acceptance",
    },
    "第三十四条第二项": {
        "（二）过错程度较轻且能积极配合调查的；": "minor_fault_and_cooperative_unproven",
    },
    "第三十五条第三项": {
        "（三）打击、报复举报人、证人、调查人员的；": "retaliated_unproven",
    },
    "第三十五条第七项": {
        "（七）证据确凿、事实清楚而拒不承认错误的。": "denied_despite_proof_not_applied",
    },
    "第三十六条": {
        "在决定生效后10个工作日内": (
            "not_served/G2 effect_not_on_service/G2 appeal_period_runs/G2 "
            "appeal_period_uncertain/G2"
        ),
        "在决定生效后": (
            "decision_not_effective/case_closed_when joint_discipline_before_effect "
            "filing_open/case_closed_when"
        ),
        "将处理决定书和调查报告报送上级主管部门和所在地省级科技行政部门": (
            "package_without_letter package_without_report"
        ),
        "处理决定作出单位应在决定生效后10个工作日内": "decision_not_effective",
    },
    "第三十七条": {
        "依法依规对记入科研诚信严重失信行为数据库的相关被处理人实施联合惩戒": (
            "joint_discipline_without_record"
        ),
    },
    "第三十八条": {
        "调查处理单位应将处理决定书和调查报告同时报送": (
            "project_department_unserved award_department_unserved talent_department_unserved "
            "project_department_served_late/at_once award_department_served_late/at_once "
            "talent_department_served_late/at_once"
        ),
        "应依据经查实的科研失信行为，在职责范围内对被处理人作出处理": (
            "following_unverified following_beyond_remit"
        ),
        "并制作处理决定书，送达被处理人及其所在单位": (
            "following_without_letter following_not_served_on_person following_not_served_on_unit"
        ),
    },
    "第三十九条": {
        "对经调查未发现存在科研失信行为的": (
            "cleared_with_conduct clearing_of_found cleared_before_finding"
        ),
        "对经调查未发现存在科研失信行为的，调查单位应及时以适当方式澄清": (
            "no_misconduct_found clearing_due clearing_form_missing "
            "clearing_scope_missing/clearing_scope"
        ),
        "对举报人捏造歪曲事实、诬告陷害他人的": "malice_unproven malice_not_separately_found",
        "举报人所在单位应依据相关规定对举报人严肃处理": "malice_handled_elsewhere",
    },
    "第四十条": {
        "处理决定生效后": "not_effective",
        "可根据被处理人申请对其减轻处理": "mitigation_not_applied_for",
        (
            "通过全国性媒体公开作出严格遵守科研诚信要求、不再实施科研失信行为承诺，或对国家和社会"
            "作出重大贡献的"
        ): "mitigation_without_cause",
        "作出处理决定的单位可根据被处理人申请对其减轻处理": "mitigation_by_other_unit",
        "减轻处理": "mitigation_reason_missing/G13",
    },
    "第四十一条": {
        "可在收到处理决定书之日起15个工作日内": "letter_remedy_days_wrong nothing_received/C1",
        "写明理由并提供相关证据或线索": "must_refuse",
        "决定受理的，另行组织调查组或委托第三方机构": "must_admit",
        "在收到申诉之日起15个工作日内作出是否受理决定": "decided_before_receipt admission_late",
        "不予受理的应说明情况": (
            "refusal_reason_missing refusal_reason_missing/second_refusal_explained"
        ),
        "另行组织调查组或委托第三方机构": "team_shared review_team_missing",
        "举报人或被处理人对处理决定不服的": (
            "not_entitled appeal_open/case_closed_when nothing_to_appeal/appeal_against_clearing "
            "complainant_unnamed/anonymous_appeal appeal_as_repeat"
        ),
        "在收到申诉之日起15个工作日内作出是否受理决定并告知申诉人": (
            "appellant_untold appellant_told_before_decision appellant_told_late"
        ),
        "按照本规则的调查程序开展复查": "review_without_plan review_on_paper_only",
        "并向申诉人反馈复查结果": "review_result_not_sent",
    },
    "第四十二条": {
        (
            "仅以对调查处理结果和复查结果不服为由，不能说明其他理由并提供充分证据，或以同一事实和"
            "理由提出申诉的，不予受理"
        ): "must_refuse",
        "决定受理的，应组织复核": "must_admit",
        "在收到申诉之日起15个工作日内作出是否受理决定": "decided_before_receipt admission_late",
        "应组织复核": "team_shared/re_review_team",
        "举报人或被处理人对复查结果不服的": (
            "first_appeal_refused/refused_appeal first_appeal_undecided"
        ),
        "可向调查处理单位的上级主管部门书面提出申诉": "not_to_superior",
        "向作出该复查结果的国务院部门书面提出申诉": "not_to_same_department",
        "复核结果为最终结果": "result_final",
    },
    "第四十三条": {
        "针对申诉人提出的理由给予明确回复": "opinion_without_reasons reason_unanswered",
        "复查、复核应制作复查、复核意见书": "opinion_without_conclusion",
    },
    "第四十四条": {
        "要签署保密协议": "agreement_missing member_without_agreement recipient_not_bound",
        "委托第三方机构开展调查、测试、评估或评价时，应履行保密程序": (
            "third_party_without_confidentiality material_sent_before_secrecy"
        ),
        "未经允许不得透露或公开调查处理工作情况": "disclosure_not_permitted",
    },
    "第四十五条": {
        "参与科研失信行为调查处理人员应签署回避声明": "statement_missing member_without_statement",
        "利害关系人": "is_party relation_interested party_on_team",
        "被调查人、举报人有权要求其回避": (
            "recusal_undecided/G4 recusal_request_not_entitled recusal_request_unaddressed "
            "recusal_ruled_by_team/G4 acted_before_ruling/G4 ruling_unreasoned/G4 "
            "ruling_untold/G4"
        ),
        "不得参与调查处理工作，应主动申请回避": "recused barred_on_team",
        "被调查人或举报人近亲属": "relation_near_relative",
        "本案证人": "relation_witness",
        "有研究合作或师生关系": "relation_collaborator relation_teacher_student relations_cut_off",
        "其他可能影响公正调查处理情形的": "relation_other",
        (
            "被调查人或举报人近亲属、本案证人、利害关系人、有研究合作或师生关系或其他可能影响公正"
            "调查处理情形的"
        ): "complainants_unasked respondents_unasked",
    },
    "第四十六条": {
        "不得将举报材料转给被举报人或被举报单位等利益相关方": (
            "complaint_to_respondent complaint_to_interested transfer_to_respondent "
            "complaint_enclosed complaint_passed_on"
        ),
        "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息": (
            "complainant_named clearing_too_wide/clearing_scope "
            "confrontation_exposes_complainant anonymous_complainant_traced "
            "decision_to_complainant complainant_exposed "
            "witness_exposed personal_data_published typical_case_identifiable "
            "clearing_without_consent/clearing_scope"
        ),
        "调查处理应保护举报人、被举报人、证人等的合法权益": "complainant_unheard",
        "对于调查处理过程中索贿受贿、违反保密和回避制度、泄露信息的，依法依规严肃处理": (
            "breach_undated breach_undescribed"
        ),
    },
    "第四十七条": {
        "明确单位科研诚信负责人": "integrity_officer_missing",
        "细化受理举报、科研失信行为认定标准、调查处理程序和操作规程等": "setup_rules_missing",
        "内部机构职责分工": "setup_division_missing",
        "保障工作经费": "setup_funds_missing",
        "加强对相关人员的培训指导": "setup_training_missing",
        "发挥聘用合同（劳动合同）、科研诚信承诺书和研究数据管理政策等": "setup_papers_missing",
    },
    "第四十八条": {
        "由主管部门责令其改正": "order_not_by_superior correction_not_ordered",
        "不履行科研失信行为调查处理职责的": "order_without_duty",
        "拒不改正的，对负有责任的领导人员和直接责任人员依法依规追究责任": "correction_not_refused",
    },
    "第四十九条": {
        "应加强科研失信行为调查处理的协调配合、结果互认、信息共享和联合惩戒等工作": (
            "other_decision_ignored"
        ),
    },
    "第五十条第一项": {
        (
            "买卖实验研究数据，是指未真实开展实验研究，通过向第三方中介服务机构或他人付费获取实验"
            "研究数据"
        ): "experiment_was_done data_not_paid_for",
        "委托第三方进行检验、测试、化验获得检验、测试、化验数据": "commissioned_tests_excluded",
        "因不具备条件委托第三方按照委托方提供的实验方案进行实验获得原始实验记录和数据": (
            "commissioned_experiment_excluded"
        ),
        "通过合法渠道获取第三方调查统计数据或相关公共数据库数据": "lawful_source_excluded",
        "不属于买卖实验研究数据": "exclusions_unasked",
    },
    "第五十条第二项": {
        (
            "代投，是指论文提交、评审意见回应等过程不是由论文作者完成而是由第三方中介服务机构或他"
            "人代理"
        ): "submitted_by_author proxy_stage_unlisted",
    },
    "第五十条第三项": {
        (
            "（三）实质学术贡献，是指对研究思路、设计以及分析解释实验研究数据等有重要贡献，起草论"
            "文或在重要的知识性内容上对论文进行关键性修改，对将要发表的版本进行最终定稿等。"
        ): "contributed/substantive_contribution contribution_unasked other_contribution",
    },
    "第五十二条": {
        "科研失信行为被调查人属于军队管理的，由军队按照其有关规定进行调查处理": (
            "transfer_without_reason transfer_without_recipient military"
        ),
        (
            "相关主管部门已制定本行业、本领域、本系统科研失信行为调查处理规则且处理尺度不低于本规"
            "则的，可按照已有规则开展调查处理"
        ): "sector_rule_not_by_department sector_rule_not_compared sector_rule_laxer",
    },
    "第五十三条": {
        "《科研诚信案件调查处理规则（试行）》（国科发监〔2019〕323号）同时废止": "basis_repealed",
    },
}
