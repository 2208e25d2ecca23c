"""Small wrong versions of the law: what is changed in a Python file of ``rules/``.

The operators are mutmut's; it applies them to undecorated functions alone, while half of the law
stands in tables at the level of a module.  Here they are applied to the whole file, with two more
for tables: an element is left out, a citation is.  Not changed: Chinese prose (the wording of a
message is no rule), the calls of ``cite`` (their words are compared with the text at import),
decorators, annotations, imports and ``__slots__``.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

import libcst as cst
import libcst.matchers as m
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper
from mutmut.mutation import mutators

BODY, MODULE, DATA = "body", "module", "data"
FIRST_CJK = "\u2e80"
UNCHANGED_CALLS = {"len", "isinstance", "cite", "cast", "TypeVar"}
SKIPPED = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.AssignTarget, cst.Assert)
TABLE_DROPS = (cst.Tuple, cst.List, cst.Set, cst.Dict)

# Written here and not taken over: dropping a case of a match, which no file of rules/ has.
OPERATORS = [pair for pair in mutators.mutation_operators if pair[0] is not cst.Match]


@dataclass(frozen=True)
class Mutant:
    """One change: the bytes ``start`` to ``end`` of ``file`` become ``new``.

    ``owner`` is the function that holds it, or the name a statement of the module sets; ``key``
    stays the same while the statement around it does.
    """

    file: str
    kind: str
    owner: str
    line: int
    start: int
    end: int
    old: str
    new: str
    key: str

    def applied(self, source: bytes) -> bytes:
        """The file with the change."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def asdict(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def mutants_of(file: str, source: bytes) -> list[Mutant]:
    """Every change of a file that is still a program."""
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    visitor = _Visitor(file, source)
    wrapper.visit(visitor)
    return [one for one in _unique(visitor.found) if _compiles(one, source)]


def _unique(found: Iterable[Mutant]) -> Iterator[Mutant]:
    seen = set()
    for one in found:
        change = (one.start, one.end, one.new)
        if change not in seen and one.new != one.old:
            seen.add(change)
            yield one


def _compiles(one: Mutant, source: bytes) -> bool:
    try:
        ast.parse(one.applied(source))
    except SyntaxError:
        return False
    return True


class _Visitor(cst.CSTVisitor):
    """Walks a file and keeps, for each node, the statement and the function around it."""

    METADATA_DEPENDENCIES = (ByteSpanPositionProvider,)

    def __init__(self, file: str, source: bytes) -> None:
        self.file, self.source = file, source
        self.found: list[Mutant] = []
        self.path: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if self._skipped(node):
            return False
        self.path.append(node)
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                for changed in self._wanted(node, operator):
                    self._keep(node, changed)
        if isinstance(node, TABLE_DROPS):
            for changed in dropped(node):
                self._keep(node, changed)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if self.path and self.path[-1] is original_node:
            self.path.pop()

    def _skipped(self, node: cst.CSTNode) -> bool:
        if isinstance(node, SKIPPED) or m.matches(node, m.Expr(m.SimpleString())):
            return True
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Name):
            return node.func.value in UNCHANGED_CALLS
        if isinstance(node, cst.Assign) and self._kind() == MODULE and _names_a_type(node):
            return True
        if self.path and isinstance(self.path[-1], cst.For | cst.CompFor):
            return node is self.path[-1].target
        return m.matches(node, m.Assign(targets=[m.AssignTarget(m.Name("__slots__"))]))

    def _wanted(self, node: cst.CSTNode, operator: Any) -> Iterator[cst.CSTNode]:
        if operator is mutators.operator_string:
            # The three spellings mutmut tries fall to the same test; one stands for them.
            if isinstance(node, cst.SimpleString) and max(node.value) < FIRST_CJK:
                yield from list(operator(node))[:1]
        elif operator is mutators.operator_arg_removal and self._kind() == MODULE:
            yield from table_arguments(node)
        elif operator is mutators.operator_assignment and self._in_class_body():
            return
        else:
            yield from operator(node)

    def _keep(self, node: cst.CSTNode, changed: cst.CSTNode) -> None:
        span = self.get_metadata(ByteSpanPositionProvider, node)
        start, end = span.start, span.start + span.length
        new = cst.Module([]).code_for_node(changed)
        statement = self._statement()
        outer = self.get_metadata(ByteSpanPositionProvider, statement)
        around = self.source[outer.start : outer.start + outer.length]
        named = f"{self.file}:{start - outer.start}:{end - outer.start}:{new}:".encode()
        self.found.append(
            Mutant(
                self.file,
                self._kind(),
                self._owner(),
                self.source.count(b"\n", 0, start) + 1,
                start,
                end,
                self.source[start:end].decode(),
                new,
                sha256(named + around).hexdigest()[:16],
            )
        )

    def _function(self) -> int | None:
        """Where in the path the outermost function is, if the node is in its body."""
        for depth, node in enumerate(self.path):
            if isinstance(node, cst.FunctionDef):
                inside = depth + 1 < len(self.path) and self.path[depth + 1] is node.body
                return depth if inside else None
        return None

    def _kind(self) -> str:
        return MODULE if self._function() is None else BODY

    def _in_class_body(self) -> bool:
        holders = [n for n in self.path if isinstance(n, cst.ClassDef | cst.FunctionDef)]
        return bool(holders) and isinstance(holders[-1], cst.ClassDef)

    def _statement(self) -> cst.CSTNode:
        return self.path[1] if len(self.path) > 1 else self.path[0]

    def _owner(self) -> str:
        names = []
        for node in self.path:
            if isinstance(node, cst.ClassDef | cst.FunctionDef):
                names.append(node.name.value)
            if isinstance(node, cst.FunctionDef):
                break
        return ".".join(names) or _target(self._statement())


def _names_a_type(node: cst.Assign) -> bool:
    """Whether it is a name for an annotation: CamelCase, of a subscript, a union or a TypeVar."""
    name = _target(node).lstrip("_")
    union = m.BinaryOperation(operator=m.BitOr())
    value = m.Subscript() | union | m.Call(func=m.Name("TypeVar"))
    return name[:1].isupper() and not name.isupper() and m.matches(node.value, value)


def _target(statement: cst.CSTNode) -> str:
    found = m.findall(statement, m.AssignTarget() | m.AnnAssign())
    target = found[0].target if found else None
    return target.value if isinstance(target, cst.Name) else "module"


def table_arguments(node: cst.Call) -> Iterator[cst.CSTNode]:
    """In a table: a named constant becomes None; the last argument is left out."""
    for at, argument in enumerate(node.args):
        name = argument.value
        if isinstance(name, cst.Name) and name.value.isupper():
            empty = argument.with_changes(value=cst.Name("None"))
            yield node.with_changes(args=[*node.args[:at], empty, *node.args[at + 1 :]])
    if len(node.args) > 1:
        yield node.with_changes(args=node.args[:-1])


def dropped(node: Any) -> Iterator[cst.CSTNode]:
    """A tuple, list, set or dictionary without one of its elements."""
    for at in range(len(node.elements)):
        rest = [*node.elements[:at], *node.elements[at + 1 :]]
        if isinstance(node, cst.Set) and not rest:
            yield cst.Call(cst.Name("set"))
        elif isinstance(node, cst.Tuple) and len(rest) == 1:
            yield node.with_changes(elements=[rest[0].with_changes(comma=cst.Comma())])
        elif not (isinstance(node, cst.Tuple) and not rest and not node.lpar):
            yield node.with_changes(elements=rest)
