# SPDX-License-Identifier: LGPL-2.1-or-later
"""Filling: which mask takes which value, and templates."""

import enum

from ._error import raising
from ._native import GLib, Lectern
from ._node import Node
from ._text import from_gbytes, to_cstring, to_gbytes
from ._values import Value, to_values


class Missing(str, enum.Enum):
    """What becomes of a slot for which there is no value. In the order of LecternMissing."""

    KEEP = "keep"
    ERROR = "error"
    BLANK = "blank"

    def __str__(self):
        return self.value

    def __format__(self, format_spec):
        return format(self.value, format_spec)


_MISSINGS = tuple(Missing)


class Field:
    """A value that a text asks for: its name, and the slots that it fills."""

    __slots__ = ("_raw", "_document")

    def __init__(self):
        raise TypeError("fields come from a Template, a Bindings or a Document")

    @classmethod
    def _of(cls, raw, document):
        self = object.__new__(cls)
        self._raw = raw
        self._document = document
        return self

    @property
    def name(self):
        """The name under which the value is looked for."""
        return self._raw.get_name()

    @property
    def kind(self):
        """What kind of value is wanted: "count", "date", …, or None."""
        return self._raw.get_kind()

    @property
    def part(self):
        """Which part of a date or of a person is wanted, where it is just one; else None."""
        return self._raw.get_part()

    @property
    def unit(self):
        """The unit that stands behind a count, or None."""
        return self._raw.get_unit()

    @property
    def default(self):
        """The text of the value that is taken where none is given, or None."""
        return self._raw.get_default()

    @property
    def group(self):
        """By what its places are taken for one, as Bindings.bind wants it, or None."""
        return self._raw.get_group()

    @property
    def sample(self):
        """The first place with what stands around it, or None."""
        return self._raw.get_sample()

    @property
    def bound(self):
        """Whether the name was given, by bindings or by the text; otherwise it is a proposal."""
        return self._raw.is_bound()

    @property
    def places(self):
        """In how many places the value stands."""
        return self._raw.get_n_places()

    @property
    def slots(self):
        """The placeholders that it fills, as nodes."""
        return [Node._of(self._document, raw) for raw in self._raw.list_slots()]

    def value(self, text):
        """The value that a text (of a cell, of a form) is for this field."""
        return Value._wrap(self._raw.new_value(to_cstring(text)))

    def __repr__(self):
        return f"<lectern.Field {self.name} {self.kind} ×{self._raw.get_n_slots()}>"


class Bindings:
    """Which placeholder of a text is filled by which name.

    `Bindings(text)` reads them as a file has them; `str` of them writes them. Bindings are changed
    only before they are shared between threads.
    """

    __slots__ = ("_raw",)

    def __init__(self, text=None):
        if text is None:
            self._raw = Lectern.Bindings.new()
            return
        file = GLib.KeyFile()
        with raising():
            file.load_from_bytes(to_gbytes(text), GLib.KeyFileFlags.NONE)
            self._raw = Lectern.Bindings.new_from_key_file(file)

    @classmethod
    def propose(cls, document):
        """Names for all masks of a text that have none."""
        self = object.__new__(cls)
        self._raw = Lectern.Bindings.new_proposed(document._raw)
        return self

    def bind(
        self,
        name,
        *,
        slot=None,
        group=None,
        kind=None,
        part=None,
        unit=None,
        declared=None,
    ):
        """Fills with the value of a name: the place of a slot (a node), a group, what the text
        calls `declared`, or all masks of a kind that nothing else binds."""
        name = _to_name(name)
        if (slot, group, kind, declared).count(None) != 3:
            raise TypeError("one of slot, group, kind and declared")
        if kind is None and (part, unit) != (None, None):
            raise TypeError("part and unit go with kind")
        if slot is not None:
            if not isinstance(slot, Node) or slot.kind != "placeholder":
                raise TypeError("expected a lectern.Node that is a placeholder")
            self._raw.bind_slot(name, slot._raw_node)
        elif group is not None:
            self._raw.bind_group(name, to_cstring(group))
        elif declared is not None:
            self._raw.bind_declared(name, to_cstring(declared))
        else:
            self._raw.bind_kind(
                name, to_cstring(kind), to_cstring(part), to_cstring(unit)
            )

    def set_default(self, name, text):
        """What the value of a name is where none is given; None for nothing."""
        self._raw.set_default(_to_name(name), to_cstring(text))

    def set_form(self, name, form):
        """How the values of a name are written, as in `{{name:form}}`; None as the place says."""
        self._raw.set_form(_to_name(name), to_cstring(form))

    def fields(self, document):
        """The values that a text asks for, as a list of Field."""
        return [
            Field._of(raw, document) for raw in self._raw.list_fields(document._raw)
        ]

    def lost(self, document):
        """What is bound and not there any more: name and place."""
        return list(self._raw.list_lost(document._raw))

    def __str__(self):
        return self._raw.to_key_file().to_data()[0]


def _to_name(name):
    if not name:
        raise ValueError("a name must not be empty")
    return to_cstring(name)


def _to_options(missing, strict, keep_slots):
    options = Lectern.FillOptions.new()
    options.set_missing(Lectern.Missing(_MISSINGS.index(Missing(missing))))
    options.set_strict(strict)
    options.set_keep_slots(keep_slots)
    return options


class Template:
    """A speech with open places, compiled so that it can be filled again and again.

    It never changes, and any number of threads may fill it at once.
    """

    __slots__ = ("_raw", "_document")

    def __init__(self, document, bindings=None):
        if not isinstance(document, Filling):
            raise TypeError(
                f"expected a lectern.Document, not {type(document).__name__}: "
                "parse and read make one"
            )
        if not isinstance(bindings, (Bindings, type(None))):
            raise TypeError(
                f"expected a lectern.Bindings, not {type(bindings).__name__}"
            )
        self._document = document
        with raising():
            self._raw = Lectern.Template.new(
                document._raw, None if bindings is None else bindings._raw
            )

    @property
    def document(self):
        """The speech that was compiled."""
        return self._document

    @property
    def fields(self):
        """The values that it asks for, as a list of Field."""
        return [Field._of(raw, self._document) for raw in self._raw.list_fields()]

    def fill(self, values, *, missing="keep", strict=False, keep_slots=False):
        """The speech with values (a mapping, or Values) in its open places.

        `missing` says what becomes of a place without one: "keep", "error" or "blank". With
        `strict` a value that does not take the form of its place is an error. With `keep_slots`
        what is filled can be filled again.
        """
        return self.fill_and_report(
            values, missing=missing, strict=strict, keep_slots=keep_slots
        )[0]

    def fill_and_report(
        self, values, *, missing="keep", strict=False, keep_slots=False
    ):
        """The same, and a Report of the values that do not take the form of their places."""
        from ._check import Report

        options = _to_options(missing, strict, keep_slots)
        with raising():
            raw, report = self._raw.fill(to_values(values)._raw, options, None)
        document = self._document
        if raw is not document._raw:
            document = document._of(raw)
        return document, Report(self._document, report)

    def fill_text(self, values, *, missing="keep", strict=False):
        """The text alone, without making a document: for many rows."""
        options = _to_options(missing, strict, False)
        with raising():
            data = self._raw.fill_to_text(to_values(values)._raw, options)
        return from_gbytes(data).decode()


class Filling:
    """What a document with open places can do."""

    __slots__ = ()

    @property
    def fields(self):
        """The values that the text asks for, under the names that it has or that are proposed."""
        return Template(self).fields

    def fill(
        self, values, *, bindings=None, missing="keep", strict=False, keep_slots=False
    ):
        """The speech with values in its open places; see Template.fill."""
        return Template(self, bindings).fill(
            values, missing=missing, strict=strict, keep_slots=keep_slots
        )
