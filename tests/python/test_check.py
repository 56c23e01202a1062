# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checking and mending."""

import lectern
import pytest

TEXT = "在植树动员会上的讲话\n同志们，\n今天的会，是要把树种好。草稿到此。\n"
ALONE = {"*": "off", "salutation-mark": "warning"}
OWN = {"no-draft": "error", "*": "off"}


class NoDraft(lectern.Rule):
    code = "no-draft"
    severity = "error"
    summary = "the word 草稿 is left"
    fixable = True

    def check(self, document):
        text = bytes(document)
        start = text.find("草稿".encode())
        while start >= 0:
            end = start + len("草稿".encode())
            edits = lectern.Edits(len(text))
            edits.replace(start, end, "讲话")
            yield lectern.Finding(
                document.lookup_offset(start),
                "草稿 is left",
                span=(start, end),
                edits=edits,
                related=[(0, 3)],
                translations={"zh": "还有“草稿”字样"},
            )
            start = text.find("草稿".encode(), end)


@pytest.fixture
def speech():
    return lectern.parse(TEXT)


def test_findings_say_where_and_what(speech):
    (finding,) = lectern.check(speech, severities=ALONE)
    assert finding.code == "salutation-mark"
    assert finding.severity is lectern.Severity.WARNING
    assert (finding.line, finding.column) == (2, 1)
    assert finding.end_position.column == 5
    assert TEXT.encode()[slice(*finding.span)].decode() == "同志们，"
    assert finding.span_utf16 == (11, 15)
    assert finding.node.kind is lectern.NodeKind.SALUTATION
    assert finding.document is speech
    assert "同志们，" in finding.message
    assert "冒号" in finding.message_in("zh_CN.UTF-8")
    assert finding.clause == "practice"
    assert finding.related == []


def test_finding_as_a_dict(speech):
    (finding,) = lectern.check(speech, severities=ALONE)
    assert finding.to_dict("zh") == {
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 5,
        "start": 31,
        "end": 43,
        "code": "salutation-mark",
        "severity": "warning",
        "message": finding.message_in("zh"),
        "clause": "practice",
        "edits": [{"start": 40, "end": 43, "text": "："}],
    }


def test_edits_of_a_finding_are_applied(speech):
    (finding,) = lectern.check(speech, severities=ALONE)
    mended = speech.apply(finding.edits)
    assert mended.text == TEXT.replace("同志们，", "同志们：")
    assert list(mended.edits_from(speech)) == list(finding.edits)
    assert not lectern.check(mended, severities=ALONE)


def test_fixing_mends_and_then_changes_nothing(speech):
    mended = lectern.fix(speech, severities=ALONE)
    assert mended.salutation == "同志们："
    assert lectern.fix(mended, severities=ALONE) is mended


def test_a_rule_as_a_subclass(speech):
    report = lectern.check(speech, severities=OWN, rules=[NoDraft])
    (finding,) = report
    assert report.severity is lectern.Severity.ERROR
    assert finding.code == "no-draft"
    assert finding.message == "草稿 is left"
    assert finding.message_in("zh-Hans") == "还有“草稿”字样"
    assert finding.related == [(0, 3)]
    mended = lectern.fix(speech, severities=OWN, rules=[NoDraft()])
    assert mended.text == TEXT.replace("草稿", "讲话")


def test_an_exception_of_a_rule_comes_through(speech):
    class Broken(lectern.Rule):
        code = "broken"

        def check(self, document):
            raise LookupError("no such table")

    checker = lectern.Checker(rules=[Broken])
    for _ in range(2):
        with pytest.raises(LookupError, match="no such table"):
            checker.check(speech)


@pytest.mark.parametrize("span", [(0, 1), (1, 3), (0, 999), (999, 999), (6, 3)])
def test_a_span_that_is_not_of_the_text_is_refused(speech, span):
    with pytest.raises(ValueError):
        lectern.Finding(speech.root, "draft", span=span)
    with pytest.raises(ValueError):
        lectern.Finding(speech.root, "draft", related=[span])


def test_edits_of_another_text_are_refused(speech):
    with pytest.raises(ValueError, match="9 bytes"):
        lectern.Finding(speech.root, "draft", edits=lectern.Edits(9))


def test_what_is_no_new_finding_of_the_document_is_refused(speech):
    old = lectern.check(speech, severities=ALONE)[0]
    foreign = lectern.Finding(lectern.parse("草稿").root, "draft")
    for wrong, error in ((old, ValueError), (foreign, ValueError), ("x", TypeError)):

        class Wrong(lectern.Rule):
            code = "wrong"

            def check(self, document):
                yield wrong

        with pytest.raises(error):
            lectern.check(speech, rules=[Wrong])


def test_a_report_is_a_sequence_with_a_limit():
    speech = lectern.parse("草稿" * 5)
    checker = lectern.Checker(severities=OWN, rules=[NoDraft], max_findings=2)
    report = checker.check(speech)
    assert len(report) == 2
    assert report[-1] in report
    assert [f.span.start for f in report[:2]] == [0, 6]
    assert report.dropped() == report.dropped("no-draft") == 3
    assert checker.fix(speech).text == "讲话" * 5


def test_severities_of_profile_and_caller(speech, tmp_path):
    path = tmp_path / ".lectern.ini"
    path.write_text("[rules]\n* = off\nsalutation-mark = error\n[speech]\nrate = 150\n")
    profile = lectern.Profile.find(tmp_path / "2025" / "speech.txt")
    assert profile.severities == {"*": "off", "salutation-mark": "error"}
    assert profile.rate == 150
    assert profile.name == str(path)
    (finding,) = lectern.check(speech, profile=profile)
    assert finding.severity is lectern.Severity.ERROR
    assert not lectern.check(speech, profile=profile, severities={"*": "off"})


def test_profile_says_numbering_and_style():
    profile = lectern.Profile(
        "[levels]\n2=（一）\n[style]\nnumerals=chinese\npunctuation=full\n"
    )
    assert str(profile.numbering(2)) == "（一）"
    assert profile.numbering(1) is None
    assert (profile.numerals, profile.punctuation) == ("chinese", "full")


def test_what_cannot_be_is_refused(speech):
    with pytest.raises(lectern.ProfileError) as caught:
        lectern.Profile("[rules]\nredaction = loud\n", name="house.ini")
    assert (caught.value.name, caught.value.line) == ("house.ini", 2)
    with pytest.raises(lectern.ProfileError):
        lectern.check(speech, profile=lectern.Profile("[rules]\nnothing=off\n"))
    with pytest.raises(lectern.RuleError):
        lectern.check(speech, severities={"nothing": "off"})
    with pytest.raises(lectern.RuleError):
        lectern.Checker(rules=[NoDraft, NoDraft])
    with pytest.raises(ValueError):
        lectern.check(speech, severities={"*": "loud"})
    with pytest.raises(FileNotFoundError):
        lectern.Profile.read("/nowhere/house.ini")


def test_rules_tell_of_themselves():
    rules = {rule.code: rule for rule in lectern.Checker(rules=[NoDraft]).rules("zh")}
    assert isinstance(rules["no-draft"], NoDraft)
    rule = rules["salutation-mark"]
    assert "称谓" in rule.summary and "称谓" in rule.explanation
    assert rule.fixable
    assert [f.code for f in rule.check(lectern.parse(rule.bad_example))] == [rule.code]
    assert not list(rule.check(lectern.parse(rule.good_example)))


def test_what_is_no_speech_and_no_profile_is_said(speech):
    with pytest.raises(TypeError, match="lectern.Document, not str: parse"):
        lectern.check(TEXT)
    with pytest.raises(TypeError, match="lectern.Document, not NoneType"):
        lectern.fix(None)
    with pytest.raises(TypeError, match="lectern.Profile, not str: Profile.read"):
        lectern.check(speech, profile="house.ini")
