# SPDX-License-Identifier: LGPL-2.1-or-later
"""Numbers and numberings of a speech, and what copying did to its text."""

from ._error import raising
from ._native import Lectern
from ._numbering import Numbering

_WIDTHS = {
    None: 0,
    "full": Lectern.TidyFlags.FULL_WIDTH,
    "half": Lectern.TidyFlags.HALF_WIDTH,
}


def _raw_numbering(numbering):
    if not isinstance(numbering, Numbering):
        numbering = Numbering.standard(numbering)
    return numbering._raw


def _raw_node(document, node):
    if node is None:
        return None
    if node.document is not document:
        raise ValueError("the node is of another document")
    return node._raw_node


class Restyling:
    """What a document can do with its numbers. Each gives a new document, or this very one where
    there is nothing to do; `new.edits_from(old)` tells what was changed."""

    __slots__ = ()

    def _changed(self, raw):
        return self if raw == self._raw else type(self)._of(raw)

    def renumber(self, below=None):
        """The speech in which every member (below a node) has the number of its position."""
        with raising():
            return self._changed(self._raw.renumber(_raw_node(self, below), None))

    def restyle(self, node, numbering):
        """The speech in which a series, or a section and those beside it, is numbered otherwise.

        The numbering is a Numbering, which is taken as it is, or the first marker ("第一"), to
        which the mark is added that GB/T 15834 wants after it.
        """
        raw = _raw_numbering(numbering)
        with raising():
            return self._changed(self._raw.restyle(_raw_node(self, node), raw, None))

    def restyle_level(self, level, numbering, below=None):
        """The speech in which all sections of a level (below a node) are numbered otherwise."""
        if level < 1:
            raise ValueError("levels are counted from 1")
        raw = _raw_numbering(numbering)
        with raising():
            return self._changed(
                self._raw.restyle_level(_raw_node(self, below), level, raw, None)
            )

    def tidy(self, *, boilerplate=False, lines=False, redactions=False, width=None):
        """The speech without what copying did to it: lines that are no part of it, lines cut in
        mid-sentence, words taken out where only one fits, punctuation of the other width than
        "full" or "half". What is left is found by checking it.
        """
        if width not in _WIDTHS:
            raise ValueError(f"width must be 'full' or 'half', not {width!r}")
        flags = Lectern.TidyFlags(
            (Lectern.TidyFlags.BOILERPLATE if boilerplate else 0)
            | (Lectern.TidyFlags.LINES if lines else 0)
            | (Lectern.TidyFlags.REDACTIONS if redactions else 0)
            | _WIDTHS[width]
        )
        if not flags:
            return self
        with raising():
            return self._changed(self._raw.tidy(flags, None)[0])
