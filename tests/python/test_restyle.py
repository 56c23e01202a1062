# SPDX-License-Identifier: LGPL-2.1-or-later
"""Numbers and numberings of a speech, and what copying did to its text."""

import lectern
import pytest

TEXT = "下面，我讲三点意见。\n一、看水\n（一）源头。源头清了。\n（二）下游。下游也清了。\n" "三、看岸\n要做两件事：一是修渠；二是护坡。\n"


@pytest.fixture
def speech():
    return lectern.parse(TEXT)


def series_of(speech):
    return speech.nodes("series")[0]


def test_renumbering_gives_the_numbers_of_the_positions(speech):
    new = speech.renumber()
    assert new.text == TEXT.replace("三点", "两点").replace("三、", "二、")
    assert speech.renumber(speech.sections[0]) is speech
    assert new.renumber() is new


def test_a_series_is_restyled_and_comes_back(speech):
    new = speech.restyle(series_of(speech), "第一")
    assert new.text == TEXT.replace("一是", "第一，").replace("二是", "第二，")
    assert str(series_of(new).numbering) == "第一，"
    assert [r.text for r in new.edits_from(speech).replacements] == ["第一，", "第二，"]
    assert new.restyle(series_of(new), lectern.Numbering("一是")).text == TEXT


def test_a_level_is_restyled_whole_or_below_a_node(speech):
    assert "1.源头" in speech.restyle_level(2, "1").text
    assert speech.restyle_level(2, "1", speech.sections[1]) is speech
    with pytest.raises(ValueError):
        speech.restyle_level(0, "1.")


def test_what_cannot_be_raises(speech):
    with pytest.raises(lectern.EditError) as info:
        speech.restyle_level(2, "一、")
    assert info.value.line == 3
    with pytest.raises(lectern.NumberingError):
        speech.restyle(series_of(speech), "没有")
    with pytest.raises(lectern.EditError):
        speech.restyle(speech.nodes("p")[0], "一是")
    with pytest.raises(ValueError):
        speech.restyle(series_of(lectern.parse(TEXT)), "第一")


def test_a_standard_numbering_has_its_mark():
    assert lectern.Numbering.standard("首先").marker(2) == "其次，"
    assert lectern.Numbering.standard("第一、").marker(2) == "第二、"


def test_tidying_does_what_it_is_told():
    speech = lectern.parse("同志们:\n要正确处理改革发展_的关系,不松懈。\n")
    assert speech.tidy() is speech
    assert "改革发展稳定的关系," in speech.tidy(redactions=True).text
    assert speech.tidy(width="full").text.startswith("同志们：\n要正确处理改革发展_的关系，")
    assert speech.tidy(boilerplate=True, lines=True) is speech
    with pytest.raises(ValueError):
        speech.tidy(width="wide")
