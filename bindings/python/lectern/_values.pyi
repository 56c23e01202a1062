# SPDX-License-Identifier: LGPL-2.1-or-later
import datetime
import decimal
import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, overload

from typing_extensions import Self

from . import Node, _Text

class ValueType(str, enum.Enum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    ORDINAL = "ordinal"
    PERSON = "person"
    LIST = "list"
    RECORD = "record"
from typing import Any, TypeVar, overload


from . import Node

_Text = str | bytes | bytearray | memoryview
_D = TypeVar("_D")

_Thing = (
    Value
    | _Text
    | int
    | float
    | decimal.Decimal
    | datetime.date
    | Mapping[str, Any]
    | Iterable[Any]
)

class ValueType(str, enum.Enum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    ORDINAL = "ordinal"
    PERSON = "person"
    LIST = "list"
    RECORD = "record"

class Value:
    def __init__(self, thing: _Thing) -> None: ...
    @classmethod
    def parse(cls, kind: str | None, text: str) -> Self: ...
    @classmethod
    def percent(cls, number: str | float | decimal.Decimal) -> Self: ...
    @classmethod
    def ordinal(cls, number: int) -> Self: ...
    @classmethod
    def date(cls, year: int = ..., month: int = ..., day: int = ...) -> Self: ...
    @classmethod
    def person(
        cls, name: str, *, surname: str | None = ..., post: str | None = ...
    ) -> Self: ...
    @property
    def type(self) -> ValueType: ...
    @property
    def integer(self) -> int | None: ...
    @property
    def digits(self) -> str | None: ...
    @property
    def parts(self) -> tuple[int, int, int] | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def surname(self) -> str | None: ...
    @property
    def post(self) -> str | None: ...
    @property
    def items(self) -> tuple[Value, ...]: ...
    @property
    def record(self) -> Values | None: ...
    def written(self, placeholder: Node, form: str | None = ...) -> str: ...
    def compare(self, other: _Thing) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...

class Values:
    def __init__(
        self,
        mapping: Mapping[str, _Thing | None]
        | Iterable[tuple[str, _Thing | None]] = ...,
        *,
        parent: Values | Mapping[str, _Thing | None] | None = ...,
        resolver: Callable[[str], _Thing | None] | None = ...,
    ) -> None: ...
    @classmethod
    def parse(cls, text: _Text, group: str = ...) -> Self: ...
    @property
    def parent(self) -> Values | None: ...
    @overload
    def get(self, name: str) -> Value | None: ...
    @overload
    def get(self, name: str, default: _D) -> Value | _D: ...
    def __getitem__(self, name: str) -> Value: ...
    def __setitem__(self, name: str, thing: _Thing | None) -> None: ...
    def __contains__(self, name: object) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
