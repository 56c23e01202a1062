# SPDX-License-Identifier: LGPL-2.1-or-later
"""Exceptions, and the way from a GError to them."""

import contextlib
import errno
import os
import re

from ._native import Gio, GLib, Lectern

# "name:line:column: what is wrong"; the name may hold colons. PyGObject copies the domain, the code
# and the message of a GError, but not the position that it carries.
_MESSAGE = re.compile(r"(?:(.*?):)?(\d+):(\d+): (.*)", re.S)
_BYTE = re.compile(r"\bbyte (\d+)", re.I)


class Error(Exception):
    """What the library could not do, and where.

    `line` and `column` count from 1, columns in characters; `offset` counts bytes of the text that
    was read, from 0. Each is None where it is not known. `name` is the name of the input, `reason`
    the message without name and position, `code` the name of the error in LecternError.
    """

    code = "failed"

    def __init__(self, message, *, offset=None):
        super().__init__(message)
        place = _MESSAGE.fullmatch(message)
        name, line, column, self.reason = (
            place.groups() if place else (None,) * 3 + (message,)
        )
        self.name = name
        self.line = line and int(line)
        self.column = column and int(column)
        byte = _BYTE.search(self.reason)
        self.offset = int(byte[1]) if offset is None and byte else offset

    def __reduce__(self):
        return (type(self), self.args, self.__dict__)


class EncodingError(Error, ValueError):
    """The bytes are not in the encoding, or the text cannot be written in it."""

    code = "encoding"


class LimitError(Error):
    """The input is larger or deeper than the limit."""

    code = "limit"


class XMLError(Error, ValueError):
    """The XML is not well-formed."""

    code = "xml"


class StructureError(Error, ValueError):
    """Elements, attributes or builder calls that do not belong where they stand."""

    code = "structure"


class NumberingError(Error, ValueError):
    """A marker that is none, or a number that the numbering does not reach."""

    code = "numbering"


class EditError(Error, ValueError):
    """An edit outside the text, across another one, or within a character."""

    code = "edit"


class RuleError(Error, ValueError):
    """A code that no rule has, or that one has already."""

    code = "rule"


class ProfileError(Error, ValueError):
    """A house profile that cannot be read."""

    code = "profile"


class InvalidValueError(Error, ValueError):
    """A value that is none of its kind, or that cannot be written as its place wants."""

    code = "value"


class TemplateError(Error, ValueError):
    """A template, or what fills it, that is not as the document says."""

    code = "template"


_CLASSES = (
    EncodingError,
    LimitError,
    XMLError,
    StructureError,
    NumberingError,
    EditError,
    RuleError,
    ProfileError,
    InvalidValueError,
    TemplateError,
)
_BY_CODE = {int(getattr(Lectern.Error, cls.code.upper())): cls for cls in _CLASSES}
_ERRNO = {
    int(Gio.io_error_from_errno(number)): number for number in sorted(errno.errorcode)
}


def translated(error, name=None):
    """The exception for a GLib.Error; `name` is the file that was read or written."""
    if error.matches(Lectern.error_quark(), error.code):
        return _BY_CODE.get(error.code, Error)(error.message)
    number = _ERRNO.get(error.code)
    if error.matches(Gio.io_error_quark(), error.code):
        if number is None:
            return OSError(error.message)
        return OSError(number, os.strerror(number), name)
    return Error(error.message)


@contextlib.contextmanager
def raising(name=None):
    try:
        yield
    except GLib.Error as error:
        raise translated(error, name) from error
