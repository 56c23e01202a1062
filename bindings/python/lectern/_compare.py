# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changed from one speech to another."""

import enum
from typing import NamedTuple

from ._error import raising
from ._native import Lectern
from ._node import Node
from ._text import from_gbytes, to_cstring
from ._types import Span, to_span


class DifferenceKind(str, enum.Enum):
    """What was done to a part of a speech. In the order of LecternDifferenceKind."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    VALUE = "value"
    MARKER = "marker"
    LAYOUT = "layout"

    def __str__(self):
        return self.value

    def __format__(self, format_spec):
        return format(self.value, format_spec)


_KINDS = tuple(DifferenceKind)


class Change(NamedTuple):
    """Words that changed: their spans, in bytes, in the old and in the new text."""

    old_span: Span
    new_span: Span


class Difference:
    """One thing in which two speeches differ."""

    __slots__ = ("_raw", "_old", "_new")

    def __init__(self):
        raise TypeError("differences come from Document.compare")

    @classmethod
    def _of(cls, raw, old, new):
        self = object.__new__(cls)
        self._raw, self._old, self._new = raw, old, new
        return self

    @property
    def kind(self):
        """What was done, a DifferenceKind."""
        return _KINDS[int(self._raw.get_kind())]

    @property
    def old_node(self):
        """What differs in the old speech, or None where something was added."""
        return Node._of(self._old, self._raw.get_old_node())

    @property
    def new_node(self):
        """What differs in the new speech, or None where something was removed."""
        return Node._of(self._new, self._raw.get_new_node())

    @property
    def old_span(self):
        """What differs in the old text, in bytes."""
        return to_span(self._raw.get_spans()[0])

    @property
    def new_span(self):
        """What differs in the new text, in bytes."""
        return to_span(self._raw.get_spans()[1])

    @property
    def old_text(self):
        """The old words."""
        return bytes(self._old)[slice(*self.old_span)].decode()

    @property
    def new_text(self):
        """The new words."""
        return bytes(self._new)[slice(*self.new_span)].decode()

    @property
    def similarity(self):
        """How alike the two sides are, from 0 to 1."""
        return self._raw.get_similarity()

    @property
    def value_kind(self):
        """The kind of the value that changed (date, ordinal, count…), or None."""
        return self._raw.get_value_kind()

    @property
    def changes(self):
        """The words that changed in what was reworded."""
        raw = self._raw
        return [
            Change(*map(to_span, raw.get_change(n))) for n in range(raw.get_n_changes())
        ]

    def __repr__(self):
        node = self.new_node or self.old_node
        return f"<lectern.Difference {self.kind} {node.kind}>"


class Comparison:
    """What changed from one speech to another. Iterating goes through the differences."""

    __slots__ = ("_raw", "old", "new", "differences")

    def __init__(self):
        raise TypeError("comparisons come from Document.compare")

    @classmethod
    def _of(cls, raw, old, new):
        self = object.__new__(cls)
        self._raw, self.old, self.new = raw, old, new
        self.differences = [
            Difference._of(each, old, new) for each in raw.list_differences()
        ]
        return self

    @property
    def similarity(self):
        """How much of the two speeches stayed, from 0 to 1."""
        return self._raw.get_similarity()

    def count(self, kind):
        """The number of differences of a kind."""
        number = _KINDS.index(DifferenceKind(kind))
        return self._raw.count(Lectern.DifferenceKind(number))

    def to_html(self, old_name="", new_name="", *, language="zh"):
        """Both speeches side by side as a page of HTML, what changed marked."""
        page = self._raw.to_html(
            to_cstring(old_name), to_cstring(new_name), to_cstring(language)
        )
        return from_gbytes(page).decode()

    def __iter__(self):
        return iter(self.differences)

    def __len__(self):
        return len(self.differences)

    def __bool__(self):
        return True


class Comparing:
    """What speeches can do beside each other."""

    __slots__ = ()

    def compare(self, new):
        """What changed from this speech to a new one, by their structure."""
        if not isinstance(new, Comparing):
            raise TypeError(
                f"expected a lectern.Document, not {type(new).__name__}: "
                "parse and read make one"
            )
        with raising():
            return Comparison._of(self._raw.compare(new._raw, None), self, new)
