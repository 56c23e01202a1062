# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the members of a series, or sections, are numbered."""

from ._error import raising
from ._native import Lectern
from ._text import to_cstring


class Numbering:
    """A counter style with what stands before and after the number, or a list of words.

    `Numbering("一是")` reads the marker of the first member in its default way;
    `Numbering("一个是", "另一个是")` reads the first two; `Numbering("首先~其次")` is the written
    form of that, which `str()` gives. `Numbering.exact` and `Numbering.words` leave nothing to
    interpretation.
    """

    __slots__ = ("_raw",)

    def __init__(self, first, second=None):
        with raising():
            if second is None:
                self._raw = Lectern.Numbering.new_from_string(to_cstring(first))
            else:
                self._raw = Lectern.Numbering.new_from_markers(
                    to_cstring(first), to_cstring(second)
                )

    @classmethod
    def _wrap(cls, raw):
        if raw is None:
            return None
        self = object.__new__(cls)
        self._raw = raw
        return self

    @classmethod
    def standard(cls, first):
        """The numbering of a first marker, with the mark after it that GB/T 15834 wants where none
        is given: "第一" is 第一，, "1" is 1.."""
        with raising():
            return cls._wrap(Lectern.Numbering.new_standard(to_cstring(first)))

    @classmethod
    def exact(cls, style, prefix="", suffix=""):
        """A counter style by its name in CSS, with prefix and suffix."""
        return cls._wrap(
            Lectern.Numbering.new(
                to_cstring(style), to_cstring(prefix), to_cstring(suffix)
            )
        )

    @classmethod
    def words(cls, words, prefix="", suffix=""):
        """One word a member: 首先, 其次, 再次, 最后."""
        words = [to_cstring(word) for word in words]
        return cls._wrap(
            Lectern.Numbering.new_words(words, to_cstring(prefix), to_cstring(suffix))
        )

    @property
    def style(self):
        """The name of the counter style."""
        return self._raw.get_style()

    @property
    def prefix(self):
        """What stands before the number."""
        return self._raw.get_prefix()

    @property
    def suffix(self):
        """What stands after the number."""
        return self._raw.get_suffix()

    @property
    def limit(self):
        """The last ordinal that has a marker."""
        return self._raw.get_limit()

    @property
    def form(self):
        """Counter style and brackets, without the mark after them: what levels are told by."""
        return self._raw.dup_form()

    def marker(self, ordinal):
        """The marker of a position, from 1."""
        with raising():
            return self._raw.dup_marker(ordinal)

    def parse(self, marker):
        """The number that a marker says, or None if it is no marker of this numbering."""
        found, number = self._raw.parse_marker(to_cstring(marker))
        return number if found else None

    def __str__(self):
        return self._raw.to_string()

    def __repr__(self):
        return f"lectern.Numbering({str(self)!r})"

    def __eq__(self, other):
        if not isinstance(other, Numbering):
            return NotImplemented
        return self._raw.equal(other._raw)

    def __hash__(self):
        return self._raw.hash()

    def __reduce__(self):
        return (Numbering, (str(self),))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def to_numbering(numbering):
    """The C numbering of a Numbering or of the text of one."""
    if numbering is None:
        return None
    if not isinstance(numbering, Numbering):
        numbering = Numbering(numbering)
    return numbering._raw
