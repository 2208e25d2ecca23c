"""The law as data and small functions: frozen facts in, an outcome with cited findings out.

A leaf: it knows no database, no clock and no web framework.  Read ``law`` for the words,
``instruments`` for the numbers, ``readings`` for what the words leave open.
"""
