"""The guards of the moves of a case: may this step be taken on these facts, and if not, why.

Each guard takes a frozen record of facts and answers with an ``Outcome``.  All findings are
reported, never only the first; each is one sentence that says what is missing and one that says
what would open the way, with the words it rests on or the name of a reading.  The guards read
no clock: a date they need is among the facts.
"""
