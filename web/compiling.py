"""What is done to a template when it is loaded, so that little is left to do for each request.

Constant texts are translated, constant icons and addresses of files are written out, and values are escaped into plain
strings: the customary way wraps each in an object of its own, only to join them all a moment later.
"""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]  # what `escape` does to a plain string

_PLACE = re.compile(r"%\((\w+)\)s")


class _Folding(NodeTransformer):
    """Replaces calls whose arguments are known by what they return."""

    def __init__(self, translate: Callable[[str], str], known: dict[str, Callable[[str], Any]]) -> None:
        self._translate = translate
        self._known = known

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - jinja2's naming
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return node
        name, given = node.node.name, node.args[0].value
        if name == "_":
            said = self._translate(given)
            return _filled(said, node) if node.kwargs else nodes.Const(said, lineno=node.lineno)
        if name in self._known and not node.kwargs:
            return nodes.Const(self._known[name](given), lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - jinja2's naming
        """A text with places is written piece by piece instead of being joined first."""
        self.generic_visit(node)
        node.nodes = [part for child in node.nodes for part in _pieces(child)]
        return node


def _filled(said: str, call: nodes.Call) -> nodes.Expr:
    """A text with places as the pieces between them and what goes there: nothing is parsed when the page is drawn."""
    values = {given.key: given.value for given in call.kwargs}
    parts: list[nodes.Expr] = []
    for place, piece in enumerate(_PLACE.split(said)):
        if place % 2:
            parts.append(values[piece])
        elif piece:
            parts.append(nodes.Const(piece, lineno=call.lineno))
    return nodes.Concat(parts, lineno=call.lineno)


def _pieces(child: nodes.Expr) -> list[nodes.Expr]:
    return child.nodes if isinstance(child, nodes.Concat) else [child]


def plain(value: Any) -> str:
    """A value as it stands in the page: `markupsafe.escape` without the object around it."""
    kind = type(value)
    if kind is str:
        escaped: str = escape_text(value)
        return escaped
    return str(value) if kind is int else escape(value)


class _Plainly(CodeGenerator):
    """Writes `environment.plain(…)` around each value, where jinja2 writes `escape(…)`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.plain(")


class _Known(Template):
    """What it may import needs no globals but the environment's, so that its module is made once."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()  # with `ctx` all globals are compared at each import


class Compiled(Environment):
    """An environment of one language. `known`: functions of one constant that always answer the same, by name."""

    code_generator_class = _Plainly
    template_class = _Known
    plain = staticmethod(plain)
    translate: Callable[[str], str] = staticmethod(lambda text: text)
    known: dict[str, Callable[[str], Any]] = {}  # noqa: RUF012 - set once, by whoever makes the environment

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        folded: nodes.Template = _Folding(self.translate, self.known).visit(tree)
        return folded


def icon_writer(sheet: str) -> Callable[[str], Markup]:
    """The function that writes the icon of a name; `sheet` is the address of the file with all of them."""

    def icon(name: str) -> Markup:
        drawn = f'<svg class="icon" aria-hidden="true"><use href="{sheet}#{escape(name)}"></use></svg>'
        return Markup(drawn)  # noqa: S704 - our own markup, the name escaped

    return icon
