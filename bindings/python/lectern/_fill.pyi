# SPDX-License-Identifier: LGPL-2.1-or-later
import enum
from collections.abc import Mapping
from typing import Any, NoReturn

from . import Document, Node, Report, _Text
from ._values import Value, Values

class _Filling:
    @property
    def fields(self) -> list[Field]: ...
    def fill(
        self,
        values: Values | Mapping[str, Any],
        *,
        bindings: Bindings | None = ...,
        missing: Missing | str = ...,
        strict: bool = ...,
        keep_slots: bool = ...,
    ) -> Document: ...

class Missing(str, enum.Enum):
    KEEP = "keep"
    ERROR = "error"
    BLANK = "blank"

class Field:
    def __init__(self) -> NoReturn: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def part(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def default(self) -> str | None: ...
    @property
    def group(self) -> str | None: ...
    @property
    def sample(self) -> str | None: ...
    @property
    def bound(self) -> bool: ...
    @property
    def places(self) -> int: ...
    @property
    def slots(self) -> list[Node]: ...
    def value(self, text: str) -> Value: ...

class Bindings:
    def __init__(self, text: _Text | None = ...) -> None: ...
    @classmethod
    def propose(cls, document: Document) -> Bindings: ...
    def bind(
        self,
        name: str,
        *,
        slot: Node | None = ...,
        group: str | None = ...,
        kind: str | None = ...,
        part: str | None = ...,
        unit: str | None = ...,
        declared: str | None = ...,
    ) -> None: ...
    def set_default(self, name: str, text: str | None) -> None: ...
    def set_form(self, name: str, form: str | None) -> None: ...
    def fields(self, document: Document) -> list[Field]: ...
    def lost(self, document: Document) -> list[str]: ...

class Template:
    def __init__(self, document: Document, bindings: Bindings | None = ...) -> None: ...
    @property
    def document(self) -> Document: ...
    @property
    def fields(self) -> list[Field]: ...
    def fill(
        self,
        values: Values | Mapping[str, Any],
        *,
        missing: Missing | str = ...,
        strict: bool = ...,
        keep_slots: bool = ...,
    ) -> Document: ...
    def fill_and_report(
        self,
        values: Values | Mapping[str, Any],
        *,
        missing: Missing | str = ...,
        strict: bool = ...,
        keep_slots: bool = ...,
    ) -> tuple[Document, Report]: ...
    def fill_text(
        self,
        values: Values | Mapping[str, Any],
        *,
        missing: Missing | str = ...,
        strict: bool = ...,
    ) -> str: ...
