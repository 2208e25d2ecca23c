"""The one table of the project itself."""

from django.db import models


class Heartbeat(models.Model):
    """When a kind of process last worked; a row, so that it is seen from any machine."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()
