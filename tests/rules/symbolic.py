"""Runs a function of numbers on a symbol: every path it can take, with the condition of each.

A comparison with the symbol asks the solver which way it can go; the function is run again for
every other way.  What it returns on each path is then proved against a formula.
"""

import z3


class Symbol:
    """A number nobody knows; comparisons are decided by the path being explored."""

    def __init__(self, term, path):
        self._term, self._path = term, path

    def __gt__(self, other):
        return self._path.decide(self._term > other)

    def __ge__(self, other):
        return self._path.decide(self._term >= other)

    def __lt__(self, other):
        return self._path.decide(self._term < other)

    def __le__(self, other):
        return self._path.decide(self._term <= other)


class _Path:
    def __init__(self, given, planned):
        self.taken, self.conditions, self.open = [], [given], []
        self._planned = planned

    def decide(self, condition):
        here = len(self.taken)
        if here < len(self._planned):
            way = self._planned[here]
        else:
            way = self._possible(condition)
            if way and self._possible(z3.Not(condition)):
                self.open.append([*self.taken, False])
        self.taken.append(way)
        self.conditions.append(condition if way else z3.Not(condition))
        return way

    def _possible(self, condition):
        solver = z3.Solver()
        solver.add(*self.conditions, condition)
        return solver.check() == z3.sat


def paths(function, term, given):
    """(condition, answer) of every path of ``function`` on ``term`` where ``given`` holds."""
    found, planned = [], [[]]
    while planned:
        path = _Path(given, planned.pop())
        answer = function(Symbol(term, path))
        found.append((z3.And(*path.conditions), answer))
        planned.extend(path.open)
    return found


def proved(claim):
    """Whether the solver finds no case against the claim."""
    solver = z3.Solver()
    solver.add(z3.Not(claim))
    return solver.check() == z3.unsat
