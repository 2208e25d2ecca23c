"""Whether a discretion benchmark stays inside the law: Articles 30, 32 and 50."""

from datetime import date

from rules.benchmark import Benchmark, BenchmarkVersion, Weighing
from rules.codes import FACTORS
from rules.context import default_context
from rules.discretion.bands import tier_band
from rules.errors import BenchmarkInvalid
from rules.sanctions.tables import SEVERITIES

GRAVER = SEVERITIES[1:]


def check_benchmark(benchmark: Benchmark) -> Benchmark:
    """The benchmark itself, when every version stays inside the law in force on its first day.

    Raises BenchmarkInvalid, with the place, where a factor of Article 30 is left out or counts
    nothing, thresholds do not rise, a severity cannot be reached, or a cut leaves the range of
    Article 32; InstrumentNotInForce for a version older than the law.
    """
    if not benchmark.versions:
        raise BenchmarkInvalid("至少应有一个版本", "versions")
    before: date | None = None
    for i, version in enumerate(benchmark.versions):
        where = f"versions.{i}"
        if before is not None and version.since <= before:
            raise BenchmarkInvalid("各版本应按施行日期先后排列，日期不得相同", f"{where}.from")
        before = version.since
        _check_factors(version.factors, where)
        _check_thresholds(version, where)
        _check_cuts(version, where)
    return benchmark


def _check_factors(factors: tuple[Weighing, ...], where: str) -> None:
    if [one.item for one in factors] != list(FACTORS):
        message = "第三十条的六项因素应依次写明，每项一次"
        raise BenchmarkInvalid(message, f"{where}.factors")
    for i, one in enumerate(factors):
        if one.weight < 1:
            message = "第三十条要求考虑每一项因素，权重至少为1"
            raise BenchmarkInvalid(message, f"{where}.factors.{i}.weight")
        if len(one.grades) < 2 or len(set(one.grades)) < len(one.grades):
            message = "每项因素至少分两个等级，名称不得相同"
            raise BenchmarkInvalid(message, f"{where}.factors.{i}.grades")


def _check_thresholds(version: BenchmarkVersion, where: str) -> None:
    before = 0
    for severity in GRAVER:
        points = version.thresholds[severity]
        place = f"{where}.thresholds.{severity}"
        if points <= before:
            raise BenchmarkInvalid(f"{severity.label}的分数线应大于{before}分", place)
        if points > version.most:
            message = f"各项因素合计至多{version.most}分，达不到{severity.label}"
            raise BenchmarkInvalid(message, place)
        before = points


def _check_cuts(version: BenchmarkVersion, where: str) -> None:
    context = default_context()
    for severity in GRAVER:
        tier, cuts = tier_band(context, version.since, severity), version.cuts[severity]
        place = f"{where}.bands.{severity}"
        if not tier.from_ < cuts.ordinary < cuts.aggravated or not tier.holds(cuts.aggravated):
            end = "" if tier.to is None else f"，不大于{tier.to}"
            message = f"{severity.label}的分段应大于{tier.from_}个月、前小后大{end}"
            raise BenchmarkInvalid(message, place)
