# SPDX-License-Identifier: LGPL-2.1-or-later
"""Values: what is put in the place of placeholders."""

import datetime
import decimal
import enum
import numbers
from collections.abc import Iterable, Mapping

from ._error import raising
from ._native import GLib, Lectern
from ._node import Node
from ._text import encode, from_gbytes, to_cstring, to_gbytes


class ValueType(str, enum.Enum):
    """What a value is. In the order of LecternValueType."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    ORDINAL = "ordinal"
    PERSON = "person"
    LIST = "list"
    RECORD = "record"

    def __str__(self):
        return self.value

    def __format__(self, format_spec):
        return format(self.value, format_spec)


_TYPES = tuple(ValueType)
_INTEGERS = range(GLib.MININT64, GLib.MAXINT64 + 1)


class Value:
    """What is meant by a value; the place says how it is written.

    `Value(thing)` takes what Python has: str, int, float, Decimal, date, a mapping, an iterable.
    A float is taken with the fewest digits that give it again. What Python has no type for has a
    constructor of its own: `Value.percent`, `Value.ordinal`, `Value.person`, and `Value.date` for
    dates with open parts. Values never change and may be shared between threads.
    """

    __slots__ = ("_raw",)

    def __init__(self, thing):
        self._raw = to_value(thing)

    @classmethod
    def _wrap(cls, raw):
        if raw is None:
            return None
        self = object.__new__(cls)
        self._raw = raw
        return self

    @classmethod
    def parse(cls, kind, text):
        """A value as a kind of placeholder, or a type of value, is written: "date", "person", …"""
        with raising():
            return cls._wrap(
                Lectern.Value.new_from_string(to_cstring(kind), to_cstring(text))
            )

    @classmethod
    def percent(cls, number):
        """A number of hundredths: 12.5 is 12.5 %."""
        with raising():
            return cls._wrap(Lectern.Value.new_percent(to_cstring(str(number))))

    @classmethod
    def ordinal(cls, number):
        """A place in an order, from 1."""
        return cls._wrap(Lectern.Value.new_ordinal(number))

    @classmethod
    def date(cls, year=0, month=0, day=0):
        """A date; what is left out is open."""
        with raising():
            return cls._wrap(Lectern.Value.new_date(year, month, day))

    @classmethod
    def person(cls, name, *, surname=None, post=None):
        """A person; the surname is found where the name is a Chinese one."""
        return cls._wrap(
            Lectern.Value.new_person(
                to_cstring(name), to_cstring(surname), to_cstring(post)
            )
        )

    @property
    def type(self):
        """What it is."""
        return _TYPES[int(self._raw.get_value_type())]

    @property
    def integer(self):
        """The number of an integer, an ordinal, or a decimal without a fraction; else None."""
        whole, number = self._raw.get_integer()
        return number if whole else None

    @property
    def digits(self):
        """The digits of a number, of a percentage without its sign; else None."""
        return self._raw.get_digits()

    @property
    def parts(self):
        """Year, month and day of a date, 0 where open; else None."""
        dated, *parts = self._raw.get_date()
        return tuple(parts) if dated else None

    @property
    def name(self):
        """The whole name of a person; else None."""
        return self._raw.get_name()

    @property
    def surname(self):
        """The surname of a person, where it is known; else None."""
        return self._raw.get_surname()

    @property
    def post(self):
        """The post of a person, where it is known; else None."""
        return self._raw.get_post()

    @property
    def items(self):
        """The values of a list; else none."""
        count = self._raw.get_n_items()
        return tuple(Value._wrap(self._raw.get_item(n)) for n in range(count))

    @property
    def record(self):
        """The values of a record; else None."""
        return Values._wrap(self._raw.get_record())

    def written(self, placeholder, form=None):
        """The text that would take the place of a placeholder; `form` as in `{{name:form}}`."""
        if not isinstance(placeholder, Node) or placeholder.kind != "placeholder":
            raise TypeError("expected a lectern.Node that is a placeholder")
        with raising():
            data = self._raw.to_form(placeholder._raw_node, to_cstring(form))
        return from_gbytes(data).decode()

    def compare(self, other):
        """-1, 0 or 1, as it is less than, equal to or greater than another value."""
        with raising():
            return self._raw.compare(to_value(other))[1]

    def __str__(self):
        return from_gbytes(self._raw.to_bytes()).decode()

    def __repr__(self):
        return f"<lectern.Value {self.type} {str(self)!r}>"

    def __eq__(self, other):
        if not isinstance(other, Value):
            return NotImplemented
        return self._raw.equal(other._raw)

    # Equal values of different types have nothing in common that could be hashed.
    __hash__ = None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _from_integer(thing):
    if thing in _INTEGERS:
        return Lectern.Value.new_integer(int(thing))
    return _from_number(thing)


def _from_number(thing):
    with raising():
        return Lectern.Value.new_decimal(str(thing))


def _from_float(thing):
    with raising():
        return Lectern.Value.new_from_variant(GLib.Variant("d", thing))


def _from_date(thing):
    with raising():
        return Lectern.Value.new_date(thing.year, thing.month, thing.day)


# The first that fits.
_MAKERS = (
    (Value, lambda thing: thing._raw),
    ((str, bytes, bytearray, memoryview), lambda thing: _from_text(thing)),
    (numbers.Integral, _from_integer),
    (float, _from_float),
    (decimal.Decimal, _from_number),
    (datetime.date, _from_date),
    (Mapping, lambda thing: Lectern.Value.new_record(Values(thing)._raw)),
    (
        Iterable,
        lambda thing: Lectern.Value.new_list([to_value(item) for item in thing]),
    ),
)


def _from_text(thing):
    return Lectern.Value.new_from_bytes(to_gbytes(encode(thing)))


def to_value(thing):
    """The C value of a Value, or of what Python has."""
    for kind, make in _MAKERS:
        if isinstance(thing, kind):
            return make(thing)
    raise TypeError(f"no value is made of {type(thing).__name__}")


class Values:
    """Values by their names.

    `Values(mapping, parent=…, resolver=…)`: what is not set is asked of the resolver, a callable
    that takes the name and gives a value or None, and then of the parent. None as a value hides
    what the parent has. Setting while another thread looks up is not allowed.
    """

    __slots__ = ("_raw", "_parent", "_resolver")

    def __init__(self, mapping=(), *, parent=None, resolver=None):
        self._parent = None if parent is None else to_values(parent)
        self._raw = Lectern.Values.new(self._parent and self._parent._raw)
        self._resolver = resolver
        if resolver is not None:
            self._raw.set_resolver(_resolving(resolver))
        for name, thing in dict(mapping).items():
            self[name] = thing

    @classmethod
    def _wrap(cls, raw):
        if raw is None:
            return None
        self = object.__new__(cls)
        self._raw = raw
        self._parent = cls._wrap(raw.get_parent())
        self._resolver = None
        return self

    @classmethod
    def parse(cls, text, group="values"):
        """The entries of a group of a key file; `name:kind=…` says the kind."""
        file = GLib.KeyFile()
        with raising():
            file.load_from_bytes(to_gbytes(text), GLib.KeyFileFlags.NONE)
            return cls._wrap(Lectern.Values.new_from_key_file(file, to_cstring(group)))

    @property
    def parent(self):
        """Where what is not found is looked for, or None."""
        return self._parent

    def get(self, name, default=None):
        """The value of a name, or the default."""
        found = Value._wrap(self._raw.lookup(to_cstring(name)))
        return default if found is None else found

    def __getitem__(self, name):
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __setitem__(self, name, thing):
        self._raw.set(to_cstring(name), None if thing is None else to_value(thing))

    def __contains__(self, name):
        return isinstance(name, str) and self.get(name) is not None

    def __iter__(self):
        return iter(self._raw.list_names())

    def __len__(self):
        return len(self._raw.list_names())

    def __repr__(self):
        inside = ", ".join(f"{name!r}: {str(self[name])!r}" for name in self)
        return f"lectern.Values({{{inside}}})"


def _resolving(resolver):
    def resolve(values, name, data=None):
        thing = resolver(name)
        return None if thing is None else to_value(thing)

    return resolve


def to_values(values):
    """The Values of a Values or of a mapping."""
    return values if isinstance(values, Values) else Values(values)
