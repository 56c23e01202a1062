# SPDX-License-Identifier: LGPL-2.1-or-later
"""Templates made of several speeches."""

from ._document import Document
from ._error import raising
from ._native import Lectern
from ._text import from_gbytes


class Generalization:
    """A template that several speeches have in common, and what each has in its fields."""

    __slots__ = ("_raw", "template")

    def __init__(self):
        raise TypeError("generalize makes one")

    @classmethod
    def _of(cls, raw):
        self = object.__new__(cls)
        self._raw = raw
        self.template = Document._of(raw.get_template())
        return self

    @property
    def kinds(self):
        """The names of the fields, each with its kind, in the order of the template."""
        raw = self._raw
        return {raw.get_name(n): raw.get_kind(n) for n in range(raw.get_n_fields())}

    @property
    def rows(self):
        """For each speech what it has in the fields, by their names; what it lacks is ""."""
        raw = self._raw
        return [
            {
                name: from_gbytes(raw.get_value(row, n)).decode()
                for n, name in enumerate(self.kinds)
            }
            for row in range(raw.get_n_rows())
        ]

    @property
    def csv(self):
        """The rows as CSV; the first column, 篇次, numbers the speeches."""
        return from_gbytes(self._raw.to_csv()).decode()

    @property
    def similarity(self):
        """How much of the speeches is the same in all, from 0 to 1."""
        return self._raw.get_similarity()

    def __repr__(self):
        raw = self._raw
        return f"<lectern.Generalization {raw.get_n_rows()} speeches, {raw.get_n_fields()} fields>"


def generalize(*speeches):
    """Makes a template of two or more speeches.

    What all have stays, what differs becomes a field. Filled with a row the template gives that
    speech back, byte for byte.
    """
    for speech in speeches:
        if not isinstance(speech, Document):
            raise TypeError(
                f"expected a lectern.Document, not {type(speech).__name__}: "
                "parse and read make one"
            )
    if len(speeches) < 2:
        raise ValueError("a template is made of two or more speeches")
    with raising():
        raw = Lectern.Generalization.new([speech._raw for speech in speeches], None)
    return Generalization._of(raw)
