"""The readings as a table: who chooses, the lawful answers in order, where the question is open."""

from rules.law import EXCHANGE_3, N221, O2018, P130, S84, TOLERANCE_154, VOUCHER_154

SHORT = {
    N221: "",
    S84: "84号",
    P130: "130号",
    O2018: "意见",
    EXCHANGE_3: "3号",
    VOUCHER_154: "154号",
    TOLERANCE_154: "鲁政办154号",
}

# name | who chooses | answers, the default first | articles (221号 where no other is named)
TABLE = """\
G1 | nobody | civil_code | 第十四条
G2 | unit | service appeal_lapsed | 第三十六条
G3 | unit | unit_sets at_least_3_working_days at_least_5_working_days | 第二十七条
G4 | unit | stands_aside goes_on | 第四十五条
G5 | unit | none_enforced target_15_working_days | 第十四条
G6 | nobody | none | 第四十二条
G7 | unit | five_ways electronic_by_consent | 第二十八条
public_service | unit | as_proven after_30_days | 第二十八条
G8 | unit | effect stated | 第三十二条
G9 | province | warn bind | 第三十二条 第二十九条第十项
term_of_13 | province | longest as_stated | 84号第二十一条
term_end | nobody | day_before | 第三十二条
G10 | province | both_shown from_completed | 第三十六条 84号第二十条
G11 | unit | counted not_in_review | 第二十三条 第四十一条
G12 | unit | person aggravation_shown | 第三十四条 第三十五条
G13 | unit | person not_below_floor | 第四十条 第三十二条
G14 | unit | with_reason never | 第三十四条 第三十二条
G15 | province | show_all by_matter by_respondent | 第六条 第九条
G16 | unit | warn_below_2 at_least_2 at_least_3 | 第十六条 第十八条
G17 | unit | stated at_least_5_working_days | 第二十九条第二项
retention | unit | permanent thirty_years | 第四十四条
complainant_access | unit | result_only result_and_reasons | 第二十八条 第四十六条
G18 | unit | last_signature filed | 第二十四条
G19 | nobody | none | 第二十九条第十四项
G20 | nobody | none | 第十五条
C1 | unit | told received | 第二十八条 第四十一条
C2 | nobody | one_limit | 第二十五条 第二十五条
C3 | unit | two_roles head_as_well | 第十六条 第二十五条
C4 | nobody | G14 | 第三十四条
C5 | unit | article_12 ask_first | 第十二条 第十三条
C6 | province | warn refuse | 第二十九条 第三十二条第三项
C7 | nobody | G13 | 第四十条
C8 | province | analogy as_written | 第四十二条
C9 | province | article_36 inform_social_body | 第三十六条 84号第六条
C10 | nobody | union | 第三十六条
C11 | nobody | wider_scope | 第十二条第二项 84号第三条
C12 | province | of_84 of_221 | 第四十三条 84号第十八条
C13 | nobody | orders | 第七条 84号第十四条
C14 | province | social_body technology_department | 84号第十五条 84号第六条
C15 | nobody | two_code_sets | 84号第三条
C16 | nobody | six_lists | 84号第二条
C17 | nobody | one_system | 第三十六条 84号第二十一条
C18 | province | any_deciding_body through_department | 84号第二十一条
C19 | nobody | one_document | 130号第二十七条
C20 | nobody | apart | 130号第三十四条 第三十二条第三项
C21 | nobody | other_basis | 第二十九条第十四项 意见（二十）
C22 | nobody | history_kept | 84号第二十一条
civil_code_months | unit | next_working_day same_day | 第二十五条
supervision_days | province | count_back clear_days | 130号第二十五条
release_of_221 | nobody | 2022-08-25 | 第五十三条
student_employed | province | enrolment both | 第五十条第四项 第五十条第四项
permanent_ban | province | needs_basis refuse | 第三十二条第四项 意见（二十）
article_31_tiers | province | advise apply | 第三十一条
organisation_measures | province | warn refuse | 第三十一条
same_fact_twice | unit | with_reason refuse | 第三十条第二项 第三十五条
second_appeal_evidence | province | refuse admit | 第四十二条
refused_appeal | province | none to_superior | 第四十二条
re_review_team | province | apart apart_from_review | 第四十一条 第四十二条
second_refusal_explained | province | explained advised | 第四十一条
appeal_against_clearing | unit | as_decision none | 第四十一条
anonymous_appeal | unit | with_proof named_only | 第四十一条 第二十八条
order_19_replaced | nobody | refuse | 84号第一条 84号第十七条
approver_apart | unit | apart with_reason | 第十六条
decision_approver | unit | head responsible_leader | 第二十六条
academic_review_unneeded | unit | stated always | 第十七条 第十七条
after_determination | nobody | revoked_first | 第二十四条 第二十六条
death_after_inquiry | unit | may_end goes_on | 第二十三条
revocation_grounds | province | three review_or_order | 84号第二十一条
clearing_scope | unit | rumour by_consent | 第三十九条 第四十六条
case_closed_when | unit | decisions_effective appeals_over | 第二十五条
two_persons | nobody | two with_reason | 第三十六条
record_elements | province | letter letter_and_term | 84号第二十条
substantive_contribution | unit | any all | 第五十条第三项
refusal_noted | unit | noted proven | 第十八条 第二十条
at_once | unit | same_day next_day | 第二十一条 第二十八条 第三十八条
sanction_period | province | any_term bans | 84号第十二条
veto_tiers | province | register_or_serious register serious | 意见（十） 第二十九条第十三项
check_without_term | province | person standing | 84号第二十一条 84号第十二条
look_back_start | province | anniversary day_after calendar_years | 3号第十条
record_in_window | province | standing made | 3号第十条 84号第二十一条
accounting_year | nobody | calendar | 154号第八条
conduct_in_window | province | decided committed | 154号第八条
varied_record | nobody | replaced | 84号第二十一条
release_of_opinions | nobody | 2018-05-31 | 意见（一）
excerpt_in_force | nobody | end_of_year | 3号第十条 154号第八条
coverage_cycle | unit | from_end from_start | 意见（五）
agency_ban_inclusive | nobody | inclusive | 130号第三十四条第三项
agency_ban_end | province | months whole_years | 130号第三十四条第三项
analogy_38 | province | by_choice always | 130号第三十八条
tolerance_experts | nobody | not_fixed | 130号第三十二条
original_records | province | warn required | 130号第三十二条 鲁政办154号四（六）4
tolerance_open_case | nobody | wait | 130号第三十二条
"""
