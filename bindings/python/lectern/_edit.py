# SPDX-License-Identifier: LGPL-2.1-or-later
"""Changes of a speech by its structure. Each gives the next document."""

from ._error import raising
from ._native import Lectern
from ._text import encode
from ._types import kind_number

_SIDES = {
    "before": Lectern.Side.BEFORE,
    "after": Lectern.Side.AFTER,
    "first_in": Lectern.Side.FIRST_IN,
    "last_in": Lectern.Side.LAST_IN,
}


def _place(places):
    """The side and the node of the one place that was given."""
    given = [(side, node) for side, node in places.items() if node is not None]
    if len(given) != 1:
        raise TypeError("give one of before, after, first_in and last_in")
    side, node = given[0]
    return _SIDES[side], node._raw_node


class Editing:
    """What documents can do: siblings are numbered anew, announcements and marks follow.

    An operation after which the text would be read as something else raises EditError, which knows
    where that is.
    """

    __slots__ = ()

    def insert(
        self, kind, text, *, before=None, after=None, first_in=None, last_in=None
    ):
        """Puts a "section", "point" or "p" in; its marker is supplied."""
        side, node = _place(
            {
                "before": before,
                "after": after,
                "first_in": first_in,
                "last_in": last_in,
            }
        )
        return self._after("insert", kind_number(kind), side, node, encode(text))

    def move(self, node, *, before=None, after=None, first_in=None, last_in=None):
        """Moves a section, point or paragraph within its row or into another one."""
        side, place = _place(
            {
                "before": before,
                "after": after,
                "first_in": first_in,
                "last_in": last_in,
            }
        )
        return self._after("move", node._raw_node, side, place)

    def remove(self, node):
        """Takes a section, point or paragraph out."""
        return self._after("remove", node._raw_node)

    def duplicate(self, node):
        """Puts a copy of a section, point or paragraph behind it."""
        return self._after("duplicate", node._raw_node)

    def promote(self, section):
        """Brings a section one level up."""
        return self._after("promote", section._raw_node)

    def demote(self, section):
        """Brings a section one level down, into the one before it."""
        return self._after("demote", section._raw_node)

    def merge_section(self, section):
        """Makes one section of it and the next one."""
        return self._after("merge_section", section._raw_node)

    def split_section(self, place, heading):
        """Makes two sections of one: the second begins with `place`."""
        return self._after("split_section", place._raw_node, encode(heading))

    def split_series(self, series):
        """Gives each point of a series within a line a paragraph of its own."""
        return self._after("split_series", series._raw_node)

    def join_series(self, series):
        """Puts the paragraphs of a series into one line."""
        return self._after("join_series", series._raw_node)

    def _after(self, operation, *arguments):
        with raising():
            raw = getattr(self._raw, operation)(*arguments, None)
        return self if raw == self._raw else type(self)._of(raw)
