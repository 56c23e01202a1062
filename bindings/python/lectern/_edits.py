# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changed between two texts."""

from typing import NamedTuple, Union

from ._error import raising
from ._native import Lectern
from ._text import encode, from_gbytes, to_gbytes
from ._types import Span, to_span


class Replacement(NamedTuple):
    """The bytes of `span` in the old text become `text`."""

    span: Span
    text: str


class Move(NamedTuple):
    """The bytes of `span` in the old text go to the byte `to` of the old text."""

    span: Span
    to: int


class Piece(NamedTuple):
    """A stretch of the new text: `span` of the old text, or the text that is new."""

    span: Union[Span, None]
    text: Union[str, None]


class Edits:
    """The way from an old text to a new one. Spans and offsets count bytes of the UTF-8."""

    __slots__ = ("_raw",)

    def __init__(self, old_length):
        self._raw = Lectern.Edits.new(old_length)

    @classmethod
    def _wrap(cls, raw):
        self = object.__new__(cls)
        self._raw = raw
        return self

    @classmethod
    def diff(cls, old_text, new_text):
        """The edits that make one text of another."""
        return cls._wrap(
            Lectern.Edits.new_diff(to_gbytes(old_text), to_gbytes(new_text))
        )

    def replace(self, start, end, text):
        """Puts `text` in the place of the bytes from `start` to `end`."""
        with raising():
            self._raw.replace(_span(start, end), encode(text))

    def move(self, start, end, to):
        """Moves the bytes from `start` to `end` to the byte `to` of the old text."""
        with raising():
            self._raw.move(_span(start, end), to)

    @property
    def old_length(self):
        """The length of the old text in bytes."""
        return self._raw.get_old_length()

    @property
    def new_length(self):
        """The length of the new text in bytes."""
        return self._raw.get_new_length()

    @property
    def pieces(self):
        """The new text from beginning to end, piece by piece."""
        raw = self._raw
        return [_piece(*raw.get_piece(n)) for n in range(raw.get_n_pieces())]

    @property
    def replacements(self):
        """What is replaced, in the order of the old text; none overlaps another."""
        raw = self._raw
        pairs = (raw.get_replacement(n) for n in range(raw.get_n_replacements()))
        return [
            Replacement(to_span(span), from_gbytes(text).decode())
            for text, span in pairs
        ]

    @property
    def moves(self):
        """What stands elsewhere in the new text."""
        raw = self._raw
        pairs = (raw.get_move(n) for n in range(raw.get_n_moves()))
        return [Move(to_span(span), to) for to, span in pairs]

    def map(self, offset):
        """The byte of the new text that a byte of the old one became; None if it is gone."""
        found, new = self._raw.map_offset(offset)
        return new if found else None

    def then(self, later):
        """These edits followed by others."""
        with raising():
            return Edits._wrap(Lectern.Edits.compose(self._raw, later._raw))

    def apply(self, text):
        """The new text: str of a str, bytes of bytes."""
        with raising():
            new = from_gbytes(self._raw.apply(to_gbytes(text)))
        return new.decode() if isinstance(text, str) else new

    def __bool__(self):
        return self._raw.get_n_replacements() > 0

    def __iter__(self):
        return iter(self.replacements)

    def __repr__(self):
        return f"<lectern.Edits: {self._raw.get_n_replacements()} replacements>"


def _span(start, end):
    span = Lectern.Span()
    span.start, span.end = start, end
    return span


def _piece(text, span):
    return (
        Piece(to_span(span), None)
        if text is None
        else Piece(None, from_gbytes(text).decode())
    )
