"""Which committed events of the cases make, change or end a filing."""

from accounts import outbox
from reporting.services import preparing

outbox.subscribe("reporting.prepare", preparing.HANDLED, preparing.on_decision)
