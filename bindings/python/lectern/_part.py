# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a document and a node have in common: the questions to a stretch of the tree."""

import json

from ._error import raising
from ._native import Lectern
from ._text import from_gbytes
from ._types import KINDS, NodeKind, kind_number


class Part:
    """A stretch of a speech: the whole of it, or what stands under one node."""

    __slots__ = ()

    # Both have: _raw_node (the C node) and _wrap (the Node of a C node of the same document).

    def _wrap_all(self, raws):
        wrap = self._wrap
        return [wrap(raw) for raw in raws]

    def _below(self, kind):
        return self._wrap_all(self._raw_node.list_descendants(kind_number(kind)))

    def nodes(self, kind):
        """All nodes of a kind under this one, in the order of the text."""
        return self._below(kind)

    @property
    def children(self):
        """The nodes right under this one."""
        return self._wrap_all(self._raw_node.list_children())

    @property
    def sections(self):
        """The sections right under this one."""
        return [node for node in self.children if node.kind is NodeKind.SECTION]

    @property
    def all_sections(self):
        """The sections under this one, at any depth."""
        return self._below(NodeKind.SECTION)

    @property
    def series(self):
        """The series of points under this one, at any depth."""
        return self._below(NodeKind.SERIES)

    @property
    def points(self):
        """The points that belong to this one itself, not to a section or a point in it."""
        walker = Lectern.Walker.new(self._raw_node)
        walker.next()
        direct = []
        while event := walker.next():
            if event != Lectern.Event.ENTER:
                continue
            raw = walker.get_node()
            kind = KINDS[raw.get_kind()]
            if kind in (NodeKind.SECTION, NodeKind.POINT):
                walker.skip()
            if kind is NodeKind.POINT:
                direct.append(self._wrap(raw))
        return direct

    @property
    def all_points(self):
        """The points under this one, at any depth."""
        return self._below(NodeKind.POINT)

    @property
    def placeholders(self):
        """The placeholders under this one."""
        return self._below(NodeKind.PLACEHOLDER)

    @property
    def announcements(self):
        """The announcing phrases (三点意见) under this one."""
        return self._below(NodeKind.ANNOUNCEMENT)

    @property
    def characters(self):
        """The number of characters as speech writers count them (字数)."""
        return self._raw_node.count_characters()

    @property
    def paragraphs(self):
        """The number of lines that are not blank."""
        return self._raw_node.count_paragraphs()

    def walk(self):
        """Enters and leaves every node: ("enter", node), ("text", str), ("leave", node)."""
        data = bytes(self.document)
        walker = Lectern.Walker.new(self._raw_node)
        while event := walker.next():
            if event == Lectern.Event.TEXT:
                span = walker.get_span()
                yield "text", data[span.start : span.end].decode()
            else:
                name = "enter" if event == Lectern.Event.ENTER else "leave"
                yield name, self._wrap(walker.get_node())

    def to_dict(self):
        """The tree as plain dicts, lists and texts: the shape of `lectern inspect --json`."""
        return json.loads(self._render("json"))

    def to_json(self, *, indented=False):
        """The tree as JSON."""
        return self._render("json", indented=indented).decode()

    def to_xml(self, *, confidence=False):
        """The XML form; strip the tags and the text is left."""
        return self._render("xml", confidence=confidence).decode()

    def to_outline(self, *, indented=False):
        """The outline (提纲): headings and points, in one line or one a line."""
        return self._render("outline", indented=indented).decode()

    def to_text(
        self,
        *,
        canonical=False,
        punctuation="keep",
        indent=False,
        blank_lines=0,
        columns=0,
    ):
        """The text: as it stands, or laid out anew.

        `canonical` computes the markers again, `punctuation` is "keep", "full" or "half" (width),
        `indent` sets two ideographic spaces before a paragraph, `blank_lines` stand between
        blocks, and lines are broken at `columns` (0: not at all), wide characters counting two.
        """
        return self._render(
            "text",
            canonical=canonical,
            punctuation=getattr(Lectern.Width, punctuation.upper()),
            indent=indent,
            blank_lines=blank_lines,
            columns=columns,
        ).decode()

    def inspect(self, table="structure"):
        """The rows of `lectern inspect`; `table` is structure, placeholders or announcements."""
        renderer = Lectern.TableRenderer.new(getattr(Lectern.Table, table.upper()))
        with raising():
            text = from_gbytes(renderer.render_to_bytes(self._raw_node, None)).decode()
        return [tuple(line.split("\t")) for line in text.splitlines()]

    def _render(self, name, **options):
        renderer = getattr(Lectern, f"{name.capitalize()}Renderer").new()
        for option, value in options.items():
            getattr(renderer, f"set_{option}")(value)
        with raising():
            return from_gbytes(renderer.render_to_bytes(self._raw_node, None))
