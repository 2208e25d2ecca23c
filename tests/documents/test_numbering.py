"""Numbers: 示大科诚决〔2026〕14号, in turn, without gaps, each once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from accounts.models import Organisation
from cases.documents import numbering


def test_how_a_number_is_written(university: Organisation) -> None:
    """Prefix of the unit, word of the series, year in hexagonal brackets."""
    assert numbering.written(university, "决", 2026, 14) == "示大科诚决〔2026〕14号"


def test_numbers_follow_each_other_within_series_and_year(university: Organisation) -> None:
    """A new year, and another series, begin again."""
    taken = [numbering.take(university, "决", 2026) for _ in range(3)]
    assert taken == [1, 2, 3]
    assert numbering.take(university, "决", 2027) == 1
    assert numbering.take(university, "告", 2026) == 1


def test_a_letter_that_was_not_sent_gives_its_number_back(university: Organisation) -> None:
    """A gap would have to be explained."""
    with pytest.raises(RuntimeError), transaction.atomic():
        numbering.take(university, "决", 2026)
        raise RuntimeError
    assert numbering.take(university, "决", 2026) == 1


@pytest.mark.django_db(transaction=True)
def test_offices_at_work_together_never_share_a_number(university: Organisation) -> None:
    """Eight people, five letters each: 1 to 40, whoever was first."""

    def write_letters(_: int) -> list[int]:
        try:
            taken = []
            for _ in range(5):
                with transaction.atomic():
                    taken.append(numbering.take(university, "决", 2026))
            return taken
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        taken = [number for numbers in people.map(write_letters, range(8)) for number in numbers]
    assert sorted(taken) == list(range(1, 41))
