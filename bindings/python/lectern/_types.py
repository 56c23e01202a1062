# SPDX-License-Identifier: LGPL-2.1-or-later
"""Small values: kinds, spans, positions."""

import enum
from typing import NamedTuple


class NodeKind(str, enum.Enum):
    """What a node is: the name of its element in the XML form. In the order of LecternNodeKind."""

    SPEECH = "speech"
    BOILERPLATE = "boilerplate"
    OUTLINE = "outline"
    ENTRY = "entry"
    TITLE = "title"
    BYLINE = "byline"
    SALUTATION = "salutation"
    THANKS = "thanks"
    OPENING = "opening"
    CLOSING = "closing"
    SECTION = "section"
    HEADING = "heading"
    PARAGRAPH = "p"
    SERIES = "series"
    POINT = "point"
    MARKER = "marker"
    LEAD = "lead"
    PLACEHOLDER = "placeholder"
    ANNOUNCEMENT = "announcement"
    DIRECTIVE = "directive"

    def __str__(self):
        return self.value

    def __format__(self, format_spec):
        return format(self.value, format_spec)


KINDS = tuple(NodeKind)
_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


def kind_number(kind):
    """The LecternNodeKind of a NodeKind or of the name of an element."""
    return _NUMBERS[NodeKind(kind)]


class Span(NamedTuple):
    """A stretch of a text, in bytes of its UTF-8: `bytes(document)[start:end]`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a text.

    `offset` counts bytes from 0; `line` and the columns count from 1, `column` in characters,
    `column_utf16` in UTF-16 units, as word processors and JavaScript count.
    """

    offset: int
    line: int
    column: int
    column_utf16: int


def to_span(span):
    return Span(span.start, span.end)


def to_position(position):
    return Position(
        position.offset, position.line, position.column, position.column_utf16
    )
