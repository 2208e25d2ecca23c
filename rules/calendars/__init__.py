"""Working days as the State Council's yearly notices arrange them, make-up weekends included.

``notices.json`` holds one notice a line: the days of rest it names and the weekends it turns into
working days.  Each day knows the notice that governs it (a notice may move days of the December
before its year) and from when that was known.  A year without a notice is never Monday to Friday:
``bounds`` gives the interval that any notice could produce.
"""

from rules.calendars.calendar import Calendar, Day, Notice, built_in, load_notices

__all__ = ["Calendar", "Day", "Notice", "built_in", "load_notices"]
