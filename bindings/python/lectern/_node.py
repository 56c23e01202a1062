# SPDX-License-Identifier: LGPL-2.1-or-later
"""A node of a document."""

from ._numbering import Numbering
from ._part import Part
from ._text import to_cstring
from ._time import Spoken
from ._types import KINDS, NodeKind, Span, kind_number, to_position, to_span

_FRAME = (kind_number(NodeKind.HEADING), kind_number(NodeKind.PARAGRAPH))


class Node(Part, Spoken):
    """A part of a speech: a section, a point, a placeholder…

    A node keeps its document alive. Two nodes are equal if they are the same node of the same
    document. Iterating goes through everything under the node, depth first, in the order of the
    text.
    """

    __slots__ = ("_raw_node", "document", "__weakref__")

    def __init__(self):
        raise TypeError("nodes come from a document")

    @classmethod
    def _of(cls, document, raw):
        if raw is None:
            return None
        self = object.__new__(cls)
        self._raw_node = raw
        self.document = document
        return self

    def _wrap(self, raw):
        return Node._of(self.document, raw)

    # What it is

    @property
    def kind(self):
        """The NodeKind, which is also the name of its element: node.kind == "section"."""
        return KINDS[self._raw_node.get_kind()]

    @property
    def level(self):
        """The depth of a section, heading or entry, from 1; 0 for others."""
        return self._raw_node.get_level()

    @property
    def ordinal(self):
        """The position of a section, point or entry in its sequence, from 1; 0 for others."""
        return self._raw_node.get_ordinal()

    @property
    def number(self):
        """What the marker in the text says; 0 where there is none."""
        return self._raw_node.get_number()

    @property
    def index(self):
        """The number of the node among all of its kind, in the order of the text, from 1."""
        return self._raw_node.get_index()

    @property
    def numbering(self):
        """The Numbering of a series or section, or None."""
        return Numbering._wrap(self._raw_node.get_numbering())

    @property
    def confidence(self):
        """How sure the reader is, from 0 to 1."""
        return self._raw_node.get_confidence()

    @property
    def id(self):
        """The xml:id, or None."""
        return self._raw_node.get_id()

    @property
    def properties(self):
        """The attributes of the XML form as a dict."""
        properties = {}
        found, name, value = self._raw_node.get_nth_property(0)
        while found:
            properties[name] = value
            found, name, value = self._raw_node.get_nth_property(len(properties))
        return properties

    def get(self, name, default=None):
        """The value of one property."""
        value = self._raw_node.get_property(to_cstring(name))
        return default if value is None else value

    # What it says

    def __bytes__(self):
        return bytes(self._raw_node.dup_text())

    @property
    def text(self):
        """The text, with that of everything under it."""
        return bytes(self).decode()

    @property
    def marker(self):
        """The marker of a section, heading, entry or point as it stands in the text, or None."""
        marker = self._find(NodeKind.MARKER)
        return None if marker is None else marker.text

    @property
    def lead(self):
        """The title sentence of a point, or None."""
        lead = self._find(NodeKind.LEAD)
        return None if lead is None else lead.text

    @property
    def heading(self):
        """The heading of a section without its marker, or None."""
        heading = self.find(NodeKind.HEADING)
        return None if heading is None else heading.body

    @property
    def body(self):
        """What follows the marker, and the lead of a point or the heading of a section."""
        start = self.span.start
        for kind in (NodeKind.HEADING, NodeKind.LEAD, NodeKind.MARKER):
            before = self._find(kind)
            if before is not None:
                return bytes(self)[before.span.end - start :].decode().strip()
        return self.text.strip()

    def _find(self, kind):
        # A marker or a lead stands first in its node, or in the heading or paragraph that does.
        raw = self._raw_node
        number = kind_number(kind)
        found = raw.find_child(number)
        if found is None:
            first = raw.get_first_child()
            if first is not None and first.get_kind() in _FRAME:
                found = first.find_child(number)
        return self._wrap(found)

    # Where it stands

    @property
    def span(self):
        """The bytes of the document's text that it covers."""
        return to_span(self._raw_node.get_span())

    @property
    def span_utf16(self):
        """The same in UTF-16 units, as word processors and JavaScript count."""
        span = self.span
        return Span(*map(self.document.offset_to_utf16, span))

    @property
    def position(self):
        """Where it begins."""
        return to_position(self._raw_node.get_position())

    @property
    def line(self):
        """The line in which it begins, from 1."""
        return self._raw_node.get_position().line

    @property
    def column(self):
        """The column in which it begins, in characters, from 1."""
        return self._raw_node.get_position().column

    @property
    def column_utf16(self):
        """The column in which it begins, in UTF-16 units, from 1."""
        return self._raw_node.get_position().column_utf16

    @property
    def starts_line(self):
        """Whether nothing but blanks stands before it in its line."""
        return self._raw_node.starts_line()

    @property
    def ends_line(self):
        """Whether nothing but blanks stands after it in its line."""
        return self._raw_node.ends_line()

    @property
    def path(self):
        """The address within the document: section[2]/series[1]/point[3]."""
        return self._raw_node.dup_path()

    # Its neighbours

    @property
    def parent(self):
        """The node that holds it; None for the speech."""
        return self._wrap(self._raw_node.get_parent())

    @property
    def next(self):
        """The next node of the same parent, or None."""
        return self._wrap(self._raw_node.get_next())

    @property
    def previous(self):
        """The previous node of the same parent, or None."""
        return self._wrap(self._raw_node.get_previous())

    def find(self, kind):
        """The first child of a kind, or None."""
        return self._wrap(self._raw_node.find_child(kind_number(kind)))

    @property
    def targets(self):
        """What an announcement announces: sections, or one series."""
        return self._wrap_all(self._raw_node.list_targets())

    @property
    def count(self):
        """What an announcement announces: a number, "indefinite" (几点) or "masked" (X点); None for
        other nodes, and where it is not told."""
        count = self.get("count")
        return int(count) if count is not None and count.isdecimal() else count

    @property
    def keyword(self):
        """The quoted word that the points announced have in common (五个“紧盯”), or None."""
        return self.get("keyword")

    @property
    def delivered(self):
        """How many sections, points or names an announcement is followed by; 0 for other nodes."""
        return self._raw_node.count_delivered()

    def __iter__(self):
        waiting = self._raw_node.list_children()[::-1]
        while waiting:
            raw = waiting.pop()
            yield self._wrap(raw)
            waiting.extend(raw.list_children()[::-1])

    # What Python asks

    def __eq__(self, other):
        if not isinstance(other, Node):
            return NotImplemented
        return self._raw_node.equal(other._raw_node)

    def __hash__(self):
        return self._raw_node.hash()

    def __repr__(self):
        text = " ".join(self.text.split())
        if len(text) > 24:
            text = text[:23] + "…"
        return f"<lectern.Node {self.path or self.kind} {text!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (_lookup, (self.document, self.path))


def _lookup(document, path):
    return document[path]
