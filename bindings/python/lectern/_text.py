# SPDX-License-Identifier: LGPL-2.1-or-later
"""Text on its way to and from C. PyGObject cuts a str at NUL, so text travels as GBytes."""

from ._native import GLib, Lectern
from ._error import EncodingError


def encode(text):
    """The UTF-8 of a str; bytes-like objects as they are."""
    if not isinstance(text, str):
        return bytes(memoryview(text))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        before = text[: error.start].encode()
        source = Lectern.Source.new(GLib.Bytes.new(before))
        position = source.get_position(len(before))
        raise EncodingError(
            f"{position.line}:{position.column}: lone surrogate "
            f"U+{ord(text[error.start]):04X} in a text: it cannot be written as UTF-8",
            offset=position.offset,
        ) from error


def to_gbytes(text):
    return GLib.Bytes.new(encode(text))


def from_gbytes(data):
    return data.get_data() or b""


def to_cstring(text):
    """A str that C reads up to NUL (a name, a marker): one with NUL is refused."""
    if text is None:
        return None
    if not isinstance(text, str):
        raise TypeError(f"expected str, not {type(text).__name__}")
    if "\0" in text:
        raise ValueError("embedded null character")
    encode(text)
    return text
