"""Working days as the State Council's notices arrange them, make-up weekends included.

``notices.json`` holds one notice a line: the days of rest it names and the weekends it turns into
working days.  Each day knows the notice that governs it (a notice may move days of the December
before its year; one within the year goes before the year's own) and from when that was known.  A
year without a notice is never Monday to Friday: ``arrangements`` says what notices do, ``bounds``
gives the interval that any such notice could produce.
"""

from rules.calendars.calendar import Calendar, Day, built_in
from rules.calendars.notices import Notice, load_notices

__all__ = ["Calendar", "Day", "Notice", "built_in", "load_notices"]
