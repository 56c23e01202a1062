# SPDX-License-Identifier: LGPL-2.1-or-later
"""How a speech is read aloud, and how long that takes."""

from typing import Any, NamedTuple

from ._native import Lectern
from ._text import encode, from_gbytes, to_cstring

_RATE = Lectern.DEFAULT_RATE


class Time(NamedTuple):
    """How long a part of a speech takes.

    `start` and `seconds` are seconds, `characters` are those spoken, `depth` says how many of the
    times before it hold this one.
    """

    node: Any
    depth: int
    start: float
    seconds: float
    characters: int


class Reading(NamedTuple):
    """How a stretch of a text is read: `start` and `end` count bytes of its UTF-8.

    `kind` is year, number, percent, digits, date, time, fraction, symbol, mask or silent; `text` is
    what is said, empty where nothing is.
    """

    start: int
    end: int
    kind: str
    text: str


def _pace(rate, paragraph_pause, point_pause, title):
    pace = Lectern.Pace.new()
    if not 1 <= rate <= Lectern.MAX_RATE:
        raise ValueError(f"rate must be 1 to {Lectern.MAX_RATE}")
    pace.set_rate(rate)
    for name, seconds in (
        ("paragraph_pause", paragraph_pause),
        ("point_pause", point_pause),
    ):
        if seconds is None:
            continue
        if not 0 <= seconds <= Lectern.MAX_PAUSE:
            raise ValueError(f"{name} must be 0 to {Lectern.MAX_PAUSE} seconds")
        getattr(pace, f"set_{name}")(seconds)
    pace.set_title(title)
    return pace


def _to_time(wrap, raw):
    return Time(
        wrap(raw.get_node()),
        raw.get_depth(),
        raw.get_start(),
        raw.get_seconds(),
        raw.get_characters(),
    )


def _to_readings(raws):
    readings = []
    for raw in raws:
        span = raw.get_span()
        readings.append(Reading(span.start, span.end, raw.get_kind(), raw.get_text()))
    return readings


class Spoken:
    """What a document and a node have for speaking them."""

    __slots__ = ()

    def time(self, rate=_RATE, *, paragraph_pause=None, point_pause=None, title=False):
        """How long it takes to speak this part alone, as a Time; it starts at 0.

        `rate` is characters in a minute; the pauses before a paragraph and before a point within a
        line are seconds, by default 1 and 0.5; the title is spoken only if one wants it.
        """
        pace = _pace(rate, paragraph_pause, point_pause, title)
        return _to_time(self._wrap, self._raw_node.dup_time(pace))

    @property
    def readings(self):
        """How figures, signs and masks of this part are read, as a list of Reading."""
        return _to_readings(self._raw_node.list_readings())

    def spoken(self, *, title=False):
        """What is said of this part: its text as it is read, without what is not spoken."""
        pace = _pace(_RATE, None, None, title)
        return from_gbytes(self._raw_node.dup_spoken(pace)).decode()


class Timed(Spoken):
    """What a document has beside that."""

    __slots__ = ()

    def times(self, rate=_RATE, *, paragraph_pause=None, point_pause=None, title=False):
        """When each part begins and how long it takes, as a list of Time.

        The speech comes first, then its opening, sections, points and closing in the order of the
        text.
        """
        pace = _pace(rate, paragraph_pause, point_pause, title)
        wrap = self._wrap
        return [_to_time(wrap, raw) for raw in self._raw.list_times(pace)]


def readings(text, *, language=None):
    """How a text is read where it is read otherwise than written, as a list of Reading.

    `language` is a BCP 47 tag, zh-Hans by default; other languages than Chinese have no readings.
    Masks are known to documents only.
    """
    return _to_readings(Lectern.Reading.list(_utf8(text), to_cstring(language)))


def spoken(text, *, language=None):
    """A text as it is read aloud, with its `readings` in their places."""
    return from_gbytes(
        Lectern.Reading.dup_spoken(_utf8(text), to_cstring(language))
    ).decode()


def _utf8(text):
    data = encode(text)
    data.decode()
    return data
