# SPDX-License-Identifier: LGPL-2.1-or-later
"""A speech."""

import codecs
import contextlib
import os

from ._compare import Comparing
from ._edit import Editing
from ._edits import Edits
from ._error import Error, raising, translated
from ._fill import Filling
from ._native import Gio, GLib, Lectern
from ._node import Node
from ._part import Part
from ._restyle import Restyling
from ._skeleton import Outlined
from ._text import from_gbytes, to_cstring, to_gbytes
from ._time import Timed
from ._types import NodeKind, kind_number, to_position

_FORMATS = {".json": "json", ".xml": "xml"}


class Document(Part, Timed, Comparing, Outlined, Restyling, Filling, Editing):
    """A speech: its text, and the tree that is a view of it. A document never changes.

    Two documents are equal if their texts are; compare `xml` where the structure counts too.
    Iterating goes through all nodes, depth first, in the order of the text.
    """

    __slots__ = ("_raw", "__weakref__")

    def __init__(self):
        raise TypeError("documents come from parse, read, from_xml or a Builder")

    @classmethod
    def _of(cls, raw):
        self = object.__new__(cls)
        self._raw = raw
        return self

    @property
    def _raw_node(self):
        return self._raw.get_root()

    @property
    def _source(self):
        return self._raw.get_source()

    def _wrap(self, raw):
        return Node._of(self, raw)

    @property
    def document(self):
        """The document itself, as nodes have it."""
        return self

    # The whole

    def __bytes__(self):
        return from_gbytes(self._raw.to_text())

    def __str__(self):
        return self.text

    @property
    def text(self):
        """The text, exactly as it came in."""
        return bytes(self).decode()

    @property
    def xml(self):
        """The XML form; strip the tags and the text is left."""
        return from_gbytes(self._raw.to_xml()).decode()

    @property
    def json(self):
        """The tree as JSON."""
        return from_gbytes(self._raw.to_json()).decode()

    def encode(self, encoding=None):
        """The text as a file: in the encoding that came in, with its BOM, or in another one."""
        with raising():
            data = self._raw.encode(self._raw.to_text(), to_cstring(encoding))
        return from_gbytes(data)

    def save(self, path, *, format=None, encoding=None):
        """Writes a file, whole or not at all.

        `format` is text, xml or json; by default the suffix of the path says it. Text is written
        in the encoding that came in, unless `encoding` names another one.
        """
        path = os.fspath(path)
        suffix = os.path.splitext(os.fsdecode(path))[1].lower()
        format = format or _FORMATS.get(suffix, "text")
        if format == "text":
            data = self.encode(encoding)
        elif format not in _FORMATS.values():
            raise ValueError(f"{format!r} is none of text, xml, json")
        elif encoding is not None:
            raise ValueError(f"{format} is always UTF-8")
        else:
            data = from_gbytes(getattr(self._raw, f"to_{format}")())
        with raising(path):
            Gio.File.new_for_path(os.fsdecode(path)).replace_contents(
                data, None, False, Gio.FileCreateFlags.NONE, None
            )

    # Facts

    @property
    def root(self):
        """The speech node."""
        return self._wrap(self._raw_node)

    @property
    def title(self):
        """The title in one line, or None; NUL comes as U+FFFD."""
        return self._raw.dup_title()

    @property
    def speaker(self):
        """Who speaks, from the byline, or None."""
        return self._raw.dup_speaker()

    @property
    def date(self):
        """When, as the byline says it, or None."""
        return self._raw.dup_date()

    @property
    def place(self):
        """Where, from the byline, or None."""
        return self._raw.dup_place()

    @property
    def salutation(self):
        """The first address (同志们：), or None."""
        return next(iter(self.texts(NodeKind.SALUTATION)), None)

    @property
    def language(self):
        """The language as a BCP 47 tag, or None."""
        return self._raw.get_language()

    @property
    def format(self):
        """Where the structure comes from: "text" it was recognised in, or "xml" that gave it."""
        return self._raw.get_format().value_nick

    @property
    def encoding(self):
        """The encoding of the file that was read."""
        return self._raw.get_encoding()

    @property
    def bom(self):
        """Whether the file that was read began with a byte order mark."""
        return self._raw.get_bom()

    @property
    def notes(self):
        """What the reader has to say to the user."""
        return list(self._raw.get_notes())

    @property
    def outline(self):
        """The outline (提纲) that stands in the text, or None; `to_outline` makes one."""
        return next(iter(self.nodes(NodeKind.OUTLINE)), None)

    # All of a kind at once

    def nodes(self, kind):
        """All nodes of a kind, in the order of the text."""
        return self._wrap_all(self._raw.list_nodes(kind_number(kind)))

    _below = nodes

    def texts(self, kind):
        """The texts of all nodes of a kind, in the order of the text."""
        data, ends = self._raw.dup_texts(kind_number(kind))
        data = from_gbytes(data)
        return [data[a:b].decode() for a, b in zip([0, *ends], ends)]

    def __iter__(self):
        yield self.root
        yield from self.root

    def __len__(self):
        return self._raw.get_n_nodes()

    def __bool__(self):
        return True

    # Addresses

    def lookup(self, path):
        """The node of a path such as section[2]/series[1]/point[3], or None."""
        return self._wrap(self._raw.lookup(to_cstring(path)))

    def __getitem__(self, path):
        node = self.lookup(path)
        if node is None:
            raise KeyError(path)
        return node

    def lookup_id(self, id):
        """The node with an xml:id, or None."""
        return self._wrap(self._raw.lookup_id(to_cstring(id)))

    def lookup_offset(self, offset):
        """The innermost node that holds a byte of the text, or None."""
        return self._wrap(self._raw.lookup_offset(offset))

    def find_counterpart(self, old_node):
        """The node that a node of an older document became, or None."""
        return self._wrap(self._raw.find_counterpart(old_node._raw_node))

    def edits_from(self, old):
        """What an editor that holds the text of `old` has to replace."""
        return Edits._wrap(self._raw.dup_edits(old._raw))

    def apply(self, edits):
        """The speech with these edits of its text made."""
        with raising():
            return Document._of(self._raw.apply_edits(edits._raw, None))

    # Places

    @property
    def n_lines(self):
        """The number of lines, ended by LF, CRLF or CR."""
        return self._source.get_n_lines()

    def position(self, offset):
        """Line and columns of a byte of the text."""
        return to_position(self._source.get_position(offset))

    def offset(self, line, column=1):
        """The byte at a line and a column in characters, both from 1."""
        return self._source.get_offset(line, column)

    def offset_to_utf16(self, offset):
        """The number of UTF-16 units before a byte of the text."""
        return self._source.offset_to_utf16(offset)

    def utf16_to_offset(self, utf16_offset):
        """The byte of the text before which so many UTF-16 units stand."""
        return self._source.utf16_to_offset(utf16_offset)

    # What Python asks

    def __eq__(self, other):
        if not isinstance(other, Document):
            return NotImplemented
        return self._raw is other._raw or bytes(self) == bytes(other)

    def __hash__(self):
        return hash(bytes(self))

    def __repr__(self):
        return f"<lectern.Document {self.title!r}, {len(self)} nodes>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (from_xml, (from_gbytes(self._raw.to_xml()),))


def _options(format, options):
    raw = Lectern.ReadOptions.new()
    raw.set_format(format)
    for name, value in options.items():
        if value is not None:
            value = to_cstring(value) if isinstance(value, str) else value
            getattr(raw, f"set_{name}")(value)
    return raw


def _parse(text, format, options):
    if isinstance(text, str):
        if options.get("encoding") is not None:
            raise TypeError("a str has no encoding; give bytes")
        options["encoding"] = "UTF-8"
    data = to_gbytes(text)
    try:
        raw = Lectern.Document.new_from_bytes(data, _options(format, options), None)
    except GLib.Error as error:
        raise _located(translated(error), data) from error
    return Document._of(raw)


def _located(error, data):
    """The error, with the offset if it knows line and column only."""
    if isinstance(error, Error) and error.line is not None and error.offset is None:
        mark = 3 if from_gbytes(data).startswith(codecs.BOM_UTF8) else 0
        with contextlib.suppress(GLib.Error):
            source = Lectern.Source.new(GLib.Bytes.new(from_gbytes(data)[mark:]))
            error.offset = mark + source.get_offset(error.line, error.column)
    return error


def parse(text, *, language=None, encoding=None, name=None, max_bytes=None):
    """Reads a speech from its text.

    `text` is a str, or bytes in `encoding`; without that a BOM counts, then UTF-8, then GB18030.
    `language` is a BCP 47 tag (zh-Hans, en…), detected by default. `name` begins the messages of
    errors, `max_bytes` is a limit. Any text gives a document, NUL included: what is not
    recognised stays a plain paragraph.
    """
    if isinstance(text, os.PathLike):
        raise TypeError("parse takes the text itself; read takes a path")
    options = {
        "language": language,
        "encoding": encoding,
        "name": name,
        "max_bytes": max_bytes,
    }
    return _parse(text, Lectern.Format.TEXT, options)


def from_xml(xml, *, language=None, name=None, max_bytes=None, max_depth=None):
    """Reads a speech from its XML form, a str or bytes."""
    if isinstance(xml, os.PathLike):
        raise TypeError("from_xml takes the XML itself; read takes a path")
    options = {
        "language": language,
        "name": name,
        "max_bytes": max_bytes,
        "max_depth": max_depth,
    }
    return _parse(xml, Lectern.Format.XML, options)


def read(path, *, language=None, encoding=None, max_bytes=None, max_depth=None):
    """Reads a speech from a file, text or XML, whichever it holds.

    A path that cannot be read raises OSError.
    """
    path = os.fspath(path)
    options = {
        "language": language,
        "encoding": encoding,
        "max_bytes": max_bytes,
        "max_depth": max_depth,
    }
    file = Gio.File.new_for_path(os.fsdecode(path))
    with raising(path):
        raw = Lectern.Document.new_from_file(
            file, _options(Lectern.Format.AUTO, options), None
        )
    return Document._of(raw)
