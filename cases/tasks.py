"""What the scheduler runs for cases: dates that come about by themselves."""

from celery import shared_task

from cases.services.effect import effects_due, expiries_due


@shared_task(name="cases.tasks.effects_due", ignore_result=True)
def let_effects_come() -> int:
    """Decisions whose period for appeal has run, where the unit reads effect so."""
    return effects_due()


@shared_task(name="cases.tasks.expiries_due", ignore_result=True)
def let_terms_end() -> int:
    """Decisions whose longest term has run."""
    return expiries_due()
