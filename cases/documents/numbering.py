"""Numbers of letters: 示大科诚决〔2026〕14号, without gaps, each once."""

from django.db.models import F

from accounts.models import Organisation
from cases.models.documents import Counter


def take(organisation: Organisation, series: str, year: int) -> int:
    """The next number of a series in a year, in the caller's transaction.

    The counter's row stays locked until that transaction ends, so numbers are given in turn and a
    rolled-back letter gives its number back.
    """
    counter, _ = Counter.objects.get_or_create(organisation=organisation, series=series, year=year)
    Counter.objects.filter(pk=counter.pk).update(last=F("last") + 1)
    return Counter.objects.get(pk=counter.pk).last


def written(organisation: Organisation, series: str, year: int, sequence: int) -> str:
    """A number as it is printed."""
    return f"{organisation.prefix}{series}〔{year}〕{sequence}号"
