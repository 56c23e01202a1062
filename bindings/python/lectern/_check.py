# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checking: rules, findings, and the house profile."""

import enum
import os
import threading
from collections.abc import Sequence

from ._document import Document
from ._edits import Edits
from ._error import raising
from ._native import Gio, Lectern
from ._numbering import Numbering
from ._text import encode, to_cstring
from ._types import to_position, to_span


class Severity(str, enum.Enum):
    """How grave a finding is. In the order of LecternSeverity."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    def __str__(self):
        return self.value

    def __format__(self, format_spec):
        return format(self.value, format_spec)


_SEVERITIES = tuple(Severity)


def _raw_of(value, kind, advice):
    # What lies behind an argument, or a TypeError that says what is wanted.
    if not isinstance(value, kind):
        raise TypeError(
            f"expected a lectern.{kind.__name__}, not {type(value).__name__}: {advice}"
        )
    return value._raw


def _raw_document(document):
    return _raw_of(document, Document, "parse and read make one")


def _severity_number(severity):
    return Lectern.Severity(_SEVERITIES.index(Severity(severity)))


class Profile:
    """How a house wants its speeches, as the text of a key file (`.lectern.ini`) says it."""

    __slots__ = ("_raw",)

    def __init__(self, text="", *, name=None):
        data = encode(text).decode()
        with raising():
            self._raw = Lectern.Profile.new_from_data(
                to_cstring(data), len(data.encode()), to_cstring(name)
            )

    @classmethod
    def _of(cls, raw):
        self = object.__new__(cls)
        self._raw = raw
        return self

    @classmethod
    def read(cls, path):
        """The profile that a file holds."""
        path = os.fspath(path)
        with raising(path):
            return cls._of(
                Lectern.Profile.new_from_file(
                    Gio.File.new_for_path(os.fsdecode(path)), None
                )
            )

    @classmethod
    def find(cls, path):
        """The profile of the speech at `path`: the nearest `.lectern.ini` above it, or None."""
        file = Lectern.Profile.find(Gio.File.new_for_path(os.fsdecode(path)))
        return None if file is None else cls.read(file.get_path())

    @property
    def name(self):
        """The name of its file, or None."""
        return self._raw.get_name()

    @property
    def severities(self):
        """What it says of rules: code to Severity; "*" is every other rule."""
        pairs = ((code, self._raw.get_severity(code)) for code in self._raw.get_codes())
        return {code: _SEVERITIES[severity] for code, (_, severity) in pairs}

    def numbering(self, level):
        """How sections of a level are numbered, or None."""
        return Numbering._wrap(self._raw.get_numbering(level))

    @property
    def numerals(self):
        """How announced numbers are written: "chinese", "arabic", or None."""
        return self._raw.get_numerals()

    @property
    def punctuation(self):
        """How wide punctuation is: "keep", "full" or "half"."""
        return self._raw.get_punctuation().value_nick

    @property
    def rate(self):
        """How many characters are spoken in a minute."""
        return self._raw.get_rate()

    def __repr__(self):
        return f"<lectern.Profile {self.name or ''}>"


class Finding:
    """Something that is wrong, or may be, with a speech.

    A rule of one's own makes them: `Finding(node, message)`, with `span` where not the whole node
    is meant, `edits` where they can be made without a look, `related` spans, and `translations`
    of the message (language to message).
    """

    __slots__ = ("_raw", "_document")

    def __init__(
        self, node, message, *, span=None, edits=None, related=(), translations=None
    ):
        self._document = node.document
        source = self._document._source
        self._raw = Lectern.Finding.new(
            node._raw_node,
            None if span is None else _to_raw_span(source, span),
            to_cstring(message),
        )
        for language, text in (translations or {}).items():
            self._raw.set_message(to_cstring(language), to_cstring(text))
        for other in related:
            self._raw.add_related(_to_raw_span(source, other))
        if edits is not None:
            length = source.get_bytes().get_size()
            if edits.old_length != length:
                raise ValueError(
                    f"edits of a text of {edits.old_length} bytes, not of {length}"
                )
            self._raw.set_edits(edits._raw)

    @classmethod
    def _of(cls, document, raw):
        self = object.__new__(cls)
        self._document = document
        self._raw = raw
        return self

    @property
    def code(self):
        """The code of the rule; None before a report has it."""
        return self._raw.get_code()

    @property
    def severity(self):
        """How grave it is."""
        return _SEVERITIES[self._raw.get_severity()]

    @property
    def clause(self):
        """What the rule rests on: the clause of a standard, "practice" or "heuristic"."""
        return self._raw.get_clause()

    @property
    def message(self):
        """What is wrong, in English."""
        return self.message_in("en")

    def message_in(self, language):
        """What is wrong, in a language (zh-Hans, zh_CN, en)."""
        return self._raw.dup_message(to_cstring(language))

    @property
    def document(self):
        """The speech."""
        return self._document

    @property
    def node(self):
        """The node that it is about."""
        return self._document._wrap(self._raw.get_node())

    @property
    def span(self):
        """The stretch of the text that is wrong, in bytes."""
        return to_span(self._raw.get_span())

    @property
    def span_utf16(self):
        """The same in UTF-16 units, as word processors and JavaScript count."""
        return type(self.span)(*map(self._document.offset_to_utf16, self.span))

    @property
    def position(self):
        """Line and columns of its beginning."""
        return to_position(self._raw.get_position()[0])

    @property
    def end_position(self):
        """Line and columns after its end."""
        return to_position(self._raw.get_position()[1])

    @property
    def line(self):
        """The line of its beginning, from 1."""
        return self.position.line

    @property
    def column(self):
        """The column of its beginning in characters, from 1."""
        return self.position.column

    @property
    def related(self):
        """Other stretches of the text that one has to see to understand it."""
        raw = self._raw
        found = (raw.get_related(n) for n in range(raw.get_n_related()))
        return [to_span(span) for _, span in found]

    @property
    def edits(self):
        """The edits that mend it, or None where only a person can."""
        raw = self._raw.get_edits()
        return None if raw is None else Edits._wrap(raw)

    def to_dict(self, language="en"):
        """The shape of a line of `lectern check --format json`, without the file."""
        start, end, edits = self.position, self.end_position, self.edits
        return {
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "start": start.offset,
            "end": end.offset,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message_in(language),
            "clause": self.clause,
            "edits": [
                {"start": span.start, "end": span.end, "text": text}
                for span, text in edits or ()
            ],
        }

    def __repr__(self):
        return f"<lectern.Finding {self.code} {self.line}:{self.column} {self.message}>"


class Report(Sequence):
    """The findings of a check, in the order of the text."""

    __slots__ = ("_document", "_raw", "_findings")

    def __init__(self, document, raw):
        self._document = document
        self._raw = raw
        self._findings = [Finding._of(document, f) for f in raw.list_findings()]

    @property
    def document(self):
        """What was checked."""
        return self._document

    @property
    def severity(self):
        """How grave the gravest finding is; Severity.OFF where there is none."""
        return _SEVERITIES[self._raw.get_severity()]

    def dropped(self, code=None):
        """How many findings (of a rule) were counted but not kept."""
        return self._raw.get_n_dropped(to_cstring(code))

    def __getitem__(self, index):
        return self._findings[index]

    def __len__(self):
        return len(self._findings)

    def __repr__(self):
        return f"<lectern.Report: {len(self)} findings>"


class Rule:
    """A rule. One's own is a subclass with a code and `check`:

    class NoDraft(lectern.Rule):
        code = "no-draft"
        summary = "the word 草稿 is left"

        def check(self, document):
            for node in document.nodes("title"):
                if "草稿" in node.text:
                    yield lectern.Finding(node, "the title says 草稿")
    """

    code = None
    severity = Severity.WARNING
    clause = Lectern.CLAUSE_HEURISTIC
    fixable = False
    summary = ""
    explanation = ""
    bad_example = ""
    good_example = ""

    def check(self, document):
        """Gives the findings in a document. Several threads may call it at once."""
        raise NotImplementedError

    def __repr__(self):
        return f"<lectern.Rule {self.code}>"


class _BuiltInRule(Rule):
    """What a rule of the library says of itself."""

    def __init__(self, raw, language):
        self.code = raw.get_code()
        self.severity = _SEVERITIES[raw.get_severity()]
        self.clause = raw.get_clause()
        self.fixable = raw.get_fixable()
        self.summary = raw.get_summary(language)
        self.explanation = raw.get_explanation(language)
        self.bad_example = raw.get_bad_example()
        self.good_example = raw.get_good_example()

    def check(self, document):
        checker = Checker(severities={"*": "off", self.code: "note"})
        return iter(checker.check(document))


class _RawRule(Lectern.Rule):
    """The C side of a rule of one's own."""

    __gtype_name__ = "LecternPythonRule"

    def __init__(self, rule):
        super().__init__(
            code=to_cstring(rule.code),
            severity=_severity_number(rule.severity),
            clause=rule.clause,
            fixable=rule.fixable,
            summary=rule.summary,
            explanation=rule.explanation,
            bad_example=rule.bad_example,
            good_example=rule.good_example,
        )
        self.rule = rule
        self.local = threading.local()

    def do_check(self, raw_document, report):
        # C cannot pass an exception on: the checker raises it afterwards.
        try:
            for finding in self.rule.check(Document._of(raw_document)):
                if not isinstance(finding, Finding):
                    raise TypeError(f"expected Finding, not {type(finding).__name__}")
                if finding.document._raw is not raw_document:
                    raise ValueError("a finding in another document")
                if finding.code is not None:
                    raise ValueError("a finding that a report has already")
                report.add(finding._raw)
        except BaseException as error:
            self.local.error = error

    def take_error(self):
        error = getattr(self.local, "error", None)
        self.local.error = None
        return error


class Checker:
    """Rules, and how grave what each of them finds is.

    `profile` is a Profile; `severities` (code to severity, "*" for all) go before it; `rules` are
    rules of one's own, added to those of the library; of one rule a report keeps `max_findings`,
    0 for any number.
    """

    __slots__ = ("_raw", "_own")

    def __init__(self, *, profile=None, severities=None, rules=(), max_findings=100):
        raw_profile = None
        if profile is not None:
            raw_profile = _raw_of(profile, Profile, "Profile.read takes a path")
        self._raw = Lectern.Checker.new()
        self._own = [
            _RawRule(rule() if isinstance(rule, type) else rule) for rule in rules
        ]
        self._raw.set_max_findings(max_findings)
        with raising():
            for rule in self._own:
                self._raw.add_rule(rule)
            self._raw.set_profile(raw_profile)
            # What is said of all goes before what is said of one.
            pairs = sorted((severities or {}).items(), key=lambda pair: pair[0] != "*")
            for code, severity in pairs:
                self._raw.set_severity(to_cstring(code), _severity_number(severity))

    def rules(self, language="en"):
        """All rules, with what they say of themselves in a language (en, zh)."""
        return [
            raw.rule if isinstance(raw, _RawRule) else _BuiltInRule(raw, language)
            for raw in self._raw.list_rules()
        ]

    def severity(self, code):
        """How grave what a rule finds is, all being taken together."""
        return _SEVERITIES[self._raw.get_severity(to_cstring(code))]

    def check(self, document):
        """What is wrong with a speech."""
        with raising():
            raw = self._raw.check(_raw_document(document), None)
        self._raise()
        return Report(document, raw)

    def fix(self, document):
        """The speech with everything mended that can be mended without a look."""
        with raising():
            raw, _ = self._raw.fix(_raw_document(document), None)
        self._raise()
        return document if raw is document._raw else Document._of(raw)

    def _raise(self):
        errors = [error for error in (r.take_error() for r in self._own) if error]
        if errors:
            raise errors[0]


def _to_raw_span(source, span):
    start, end = span
    for offset in (start, end):
        if source.utf16_to_offset(source.offset_to_utf16(offset)) != offset:
            raise ValueError(f"byte {offset} is not between characters of the text")
    if start > end:
        raise ValueError(f"the span {start}–{end} ends before it begins")
    raw = Lectern.Span()
    raw.start, raw.end = start, end
    return raw


def check(document, *, profile=None, severities=None, rules=(), max_findings=100):
    """What is wrong with a speech: a Report, a sequence of findings.

    `profile` is a Profile (`Profile.read(path)`, `Profile.find(path)`); `severities` maps codes
    to off, note, warning or error, "*" being every rule; `rules` are rules of one's own, subclasses
    of Rule, added to those of the library; of one rule at most `max_findings` are kept, 0 being any
    number. To check many speeches, keep a Checker with these arguments; its `rules()` lists all.

        >>> for finding in lectern.check(speech, severities={"boilerplate": "off"}):
        ...     print(finding.line, finding.column, finding.code, finding.message)
    """
    return Checker(
        profile=profile,
        severities=severities,
        rules=rules,
        max_findings=max_findings,
    ).check(document)


def fix(document, *, profile=None, severities=None, rules=()):
    """The speech with everything mended that can be mended without a look: a new Document.

    The arguments are those of `check`. What is left is found by checking the result; the edits
    between the two are `fixed.edits_from(document)`.
    """
    return Checker(profile=profile, severities=severities, rules=rules).fix(document)
