# SPDX-License-Identifier: LGPL-2.1-or-later
"""Speeches to be written, from outlines."""

from ._error import raising
from ._native import Lectern


class Outlined:
    """What becomes of the outline of a speech."""

    __slots__ = ()

    def skeleton(self):
        """A speech to be written, with the outline that this is, or that this speech has."""
        with raising():
            return self._of(Lectern.Document.new_skeleton(self._raw))
