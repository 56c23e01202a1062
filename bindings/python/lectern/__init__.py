# SPDX-License-Identifier: LGPL-2.1-or-later
"""Composing speeches: read one, know its structure, give it back byte for byte.

    import lectern

    speech = lectern.parse(text)
    for section in speech.sections:
        print(section.marker, section.heading, [point.lead for point in section.points])
"""

from ._builder import Block, Builder
from ._check import Checker, Finding, Profile, Report, Rule, Severity, check, fix
from ._compare import Change, Comparison, Difference, DifferenceKind
from ._document import Document, from_xml, parse, read
from ._edits import Edits, Move, Piece, Replacement
from ._error import (
    EditError,
    EncodingError,
    Error,
    InvalidValueError,
    LimitError,
    NumberingError,
    ProfileError,
    RuleError,
    StructureError,
    TemplateError,
    XMLError,
)
from ._fill import Bindings, Field, Missing, Template
from ._generalize import Generalization, generalize
from ._fragments import Fragment, Fragments, Recipe
from ._native import Lectern as _Lectern
from ._node import Node
from ._numbering import Numbering
from ._time import Reading, Time, readings, spoken
from ._types import NodeKind, Position, Span
from ._values import Value, Values, ValueType

XML_NAMESPACE = _Lectern.XML_NAMESPACE

version = (
    _Lectern.get_major_version(),
    _Lectern.get_minor_version(),
    _Lectern.get_micro_version(),
)
__version__ = ".".join(map(str, version))

__all__ = [
    "Bindings",
    "Block",
    "Builder",
    "Change",
    "Checker",
    "Comparison",
    "Difference",
    "DifferenceKind",
    "Document",
    "EditError",
    "Edits",
    "EncodingError",
    "Error",
    "Field",
    "Finding",
    "Generalization",
    "InvalidValueError",
    "Fragment",
    "Fragments",
    "LimitError",
    "Missing",
    "Move",
    "Node",
    "NodeKind",
    "Numbering",
    "NumberingError",
    "Piece",
    "Position",
    "Profile",
    "ProfileError",
    "Reading",
    "Recipe",
    "Replacement",
    "Report",
    "Rule",
    "RuleError",
    "Severity",
    "Span",
    "StructureError",
    "Template",
    "TemplateError",
    "Time",
    "Value",
    "ValueType",
    "Values",
    "XMLError",
    "XML_NAMESPACE",
    "check",
    "fix",
    "from_xml",
    "generalize",
    "parse",
    "read",
    "readings",
    "spoken",
    "version",
]

for _name in __all__:
    if hasattr(globals()[_name], "__module__"):
        globals()[_name].__module__ = __name__
del _name
