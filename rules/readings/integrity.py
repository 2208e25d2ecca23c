"""What the integrity checks leave open (84号 12, 21; the opinions （五）, （十）; the excerpts)."""

from rules.law import EXCHANGE_3, N221, O2018, S84, VOUCHER_154, cite
from rules.readings.model import Chooser, Reading, choice, fixed

UNIT, PROVINCE = Chooser.UNIT, Chooser.PROVINCE
_ZERO = cite(S84, 12, "对存在科研失信并在惩戒期内的采取零容忍政策")
_VETO = cite(O2018, 10, "对严重违背科研诚信要求的责任者，实行“一票否决”")
_EXPIRY = cite(S84, 21, "处理决定期限届满的，自动移出国家科研诚信管理信息系统")
_FIVE_YEARS = cite(EXCHANGE_3, 10, "近五年有严重失信行为记录的单位不在申报范围内")
_ACCOUNTING = cite(VOUCHER_154, 8, "上一会计年度及当年")

INTEGRITY: tuple[Reading, ...] = (
    choice(
        "sanction_period",
        PROVINCE,
        "哪些措施的期限构成惩戒期",
        {
            "any_term": "任何有期限的措施",
            "bans": "第二十九条第五、七、九项（禁止、取消资格）的期限",
        },
        "84号第十二条写惩戒期内，未列措施；第十九条以禁止和取消资格的期限为汇交条件",
        _ZERO,
    ),
    choice(
        "veto_tiers",
        PROVINCE,
        "何为严重违背科研诚信要求",
        {
            "register_or_serious": "记入数据库的，或情节严重、情节特别严重的",
            "register": "记入数据库的",
            "serious": "情节严重或者特别严重的",
        },
        "《意见》（十）未界定严重违背；数据库收严重失信行为，第三十二条以情节严重分档；"
        "情节较轻的处理不引起一票否决，把它列入没有条文依据",
        _VETO,
        cite(N221, 29, item=13),
    ),
    choice(
        "check_without_term",
        PROVINCE,
        "没有期限的处理决定如何影响审核",
        {
            "person": "提示由人判断",
            "standing": "记入数据库且尚未移出的视为有效，审核不通过",
        },
        "条文以期限届满为移出的条件，没有期限的处理何时不再影响审核未写明",
        _EXPIRY,
        _ZERO,
    ),
    choice(
        "look_back_start",
        PROVINCE,
        "近五年自何日起算",
        {
            "anniversary": "自申请之日倒推五年的对应日，对应日计入",
            "day_after": "自申请之日倒推五年的对应日的次日",
            "calendar_years": "自申请之年前第五个公历年度的1月1日",
        },
        "文件节录未写起点；期限以对应日为界是民法典第二百零二条的通例",
        _FIVE_YEARS,
    ),
    choice(
        "record_in_window",
        PROVINCE,
        "近五年有记录，以记录存续还是以记录作出为准",
        {
            "standing": "五年内任何一日仍有记录的",
            "made": "五年内作出记录的",
        },
        "文件节录写有记录，未写作出；移出不删除历史",
        _FIVE_YEARS,
        _EXPIRY,
    ),
    fixed(
        "accounting_year",
        "上一会计年度及当年自何日起算",
        {"calendar": "自申请之年上一年的1月1日"},
        "会计法第十一条规定会计年度自公历1月1日起至12月31日止，没有第二种合法的做法",
        _ACCOUNTING,
    ),
    choice(
        "conduct_in_window",
        PROVINCE,
        "会计年度内的失信行为，以认定还是以行为的日期为准",
        {
            "decided": "处理决定在期间内生效的",
            "committed": "行为发生在期间内的，不知日期的以决定生效日为准",
        },
        "文件节录写行为，未写以何日为准；行为的日期往往要到调查后才知道",
        _ACCOUNTING,
    ),
    fixed(
        "varied_record",
        "变更前的处理决定是否仍影响审核",
        {"replaced": "不影响，以变更后的处理决定为准"},
        "84号第二十一条规定变更的按原程序重新汇交；两个决定并计会处理两次，没有第二种合法的做法",
        cite(S84, 21, "处理决定依规变更的，按原程序重新汇交"),
    ),
    fixed(
        "release_of_opinions",
        "《意见》自何日起适用",
        {"2018-05-31": "自2018年5月31日起，文本只写2018年5月，该月最后一日必在印发之后"},
        "文本没有印发的日期；更早的日期不能确定",
        cite(O2018, 1, "坚持无禁区、全覆盖、零容忍"),
    ),
    fixed(
        "excerpt_in_force",
        "只有节录的文件自何日起适用",
        {"end_of_year": "自文号年份的12月31日起，该日不早于印发；不单独适用"},
        "节录没有印发和施行的日期；更早的日期不能确定，适用前须核对全文",
        _FIVE_YEARS,
        _ACCOUNTING,
    ),
    choice(
        "coverage_cycle",
        UNIT,
        "全覆盖核查的周期自何日起算",
        {
            "from_end": "自上一轮结束之日起",
            "from_start": "自上一轮开始之日起",
        },
        "《意见》（五）只写以3－5年为周期",
        cite(O2018, 5, "核查工作应以3－5年为周期持续开展"),
    ),
)
