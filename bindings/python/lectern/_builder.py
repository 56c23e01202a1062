# SPDX-License-Identifier: LGPL-2.1-or-later
"""Composing a speech."""

from ._document import Document
from ._error import raising
from ._native import Lectern
from ._numbering import to_numbering
from ._text import to_cstring, to_gbytes
from ._types import NodeKind, kind_number


class Block:
    """A node that was begun; `with` ends it. `Builder.link` takes it."""

    __slots__ = ("_builder", "index")

    def __init__(self, builder, index):
        self._builder = builder
        self.index = index

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self._builder.end()


class Builder:
    """Lays out a speech: markers, line ends and addresses are supplied.

    with lectern.Builder("zh-Hans") as b:
        b.title("在全县河道治理推进会上的讲话")
        with b.section("认清形势，增强信心"):
            with b.series("一是"):
                b.point("水质变化明显。", "断面全部达标。")
    speech = b.document

    A method for a kind of block takes its text; without one it begins the block, for `with`.
    Nodes that do not belong where they were put raise StructureError at the end.
    """

    __slots__ = ("_open", "_document")

    def __init__(self, language=None, *, verbatim=False):
        """`verbatim` adds nothing: the caller gives all text, markers and line ends included."""
        layout = Lectern.Layout.VERBATIM if verbatim else Lectern.Layout.CANONICAL
        self._open = Lectern.Builder.new_with_layout(to_cstring(language), layout)
        self._document = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.finish()

    def finish(self):
        """Ends the speech and gives the document; `with` does it."""
        if self._document is None:
            raw, self._open = self._raw, None
            with raising():
                self._document = Document._of(raw.finish())
        return self._document

    @property
    def document(self):
        """The document, once the builder is finished."""
        if self._document is None:
            raise RuntimeError(
                "the builder is not finished: leave its with block, or call finish"
            )
        return self._document

    @property
    def _raw(self):
        if self._open is None:
            raise RuntimeError("the builder is finished")
        return self._open

    # Any node

    def begin(self, kind, **properties):
        """Begins a node of any kind, with its properties; xml_id stands for xml:id."""
        return self._begun(self._raw.begin(kind_number(kind)), properties)

    def end(self):
        """Ends the node begun last."""
        self._raw.end()

    def set_property(self, name, value):
        """Sets a property (an attribute of the XML form) of the node begun last, or removes it."""
        self._raw.set_property(
            to_cstring(name), None if value is None else to_cstring(str(value))
        )

    def set_confidence(self, confidence):
        """Says how sure a reader is of the node begun last, from 0 to 1."""
        self._raw.set_confidence(confidence)

    def link(self, announcement, target):
        """Says what an announcement announces; both as begin gave them."""
        self._raw.link(announcement.index, target.index)

    def text(self, text):
        """Adds text to the node that is open."""
        self._raw.add_bytes(to_gbytes(text))

    def copy(self, node):
        """Copies a node of a document, with everything under it."""
        self._raw.copy_node(node._raw_node)

    def _begun(self, index, properties):
        for name, value in properties.items():
            self.set_property(name.replace("_", ":"), value)
        return Block(self, index)

    def _add(self, kind, text):
        block = self.begin(kind)
        if text is None:
            return block
        with block:
            self.text(text)
        return None

    # The parts of a speech

    def title(self, text=None):
        """Adds the title."""
        return self._add(NodeKind.TITLE, text)

    def byline(self, text=None):
        """Adds a byline: speaker, date, place."""
        return self._add(NodeKind.BYLINE, text)

    def salutation(self, text=None):
        """Adds an address: 同志们："""
        return self._add(NodeKind.SALUTATION, text)

    def heading(self, text=None):
        """Adds the heading of the open section."""
        return self._add(NodeKind.HEADING, text)

    def paragraph(self, text=None):
        """Adds a paragraph."""
        return self._add(NodeKind.PARAGRAPH, text)

    def thanks(self, text=None):
        """Adds the thanks: 谢谢大家！"""
        return self._add(NodeKind.THANKS, text)

    def opening(self):
        """Begins the opening."""
        return self.begin(NodeKind.OPENING)

    def closing(self):
        """Begins the closing."""
        return self.begin(NodeKind.CLOSING)

    def section(self, heading=None, **properties):
        """Begins a section, with its heading."""
        block = self.begin(NodeKind.SECTION, **properties)
        if heading is not None:
            self.heading(heading)
        return block

    def series(self, numbering=None, **properties):
        """Begins a series with a numbering, given as a Numbering or as its first marker."""
        if numbering is None:
            return self.begin(NodeKind.SERIES, **properties)
        return self._begun(self._raw.begin_series(to_numbering(numbering)), properties)

    def point(self, lead=None, body=None):
        """Adds a point to the open series; without lead and body it begins one."""
        block = self.begin(NodeKind.POINT)
        if lead is None and body is None:
            return block
        with block:
            if lead is not None:
                self._add(NodeKind.LEAD, lead)
            if body is not None:
                self.text(body)
        return None

    def placeholder(self, name=None, kind=None, mask=None):
        """Adds a placeholder.

        `kind` is date, ordinal, count, percent, person, organisation, place, title or text. `mask`
        is what stands in its place (XX); without one the name does, as {{name}}.
        """
        self._raw.add_placeholder(to_cstring(name), to_cstring(kind), to_cstring(mask))

    def announcement(self, text=None, **properties):
        """Begins an announcement (三点意见), or adds one with its text."""
        block = self.begin(NodeKind.ANNOUNCEMENT, **properties)
        if text is not None:
            with block:
                self.text(text)
        return block
