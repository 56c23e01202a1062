# SPDX-License-Identifier: LGPL-2.1-or-later
"""Changes of a speech by its structure."""

import lectern
import pytest

TEXT = """在防汛会上的讲话
同志们：
今天部署防汛。下面，我讲两点意见。
一、早准备
要抓好两件事：一是查河堤；二是备物资。
二、严值守
值守不能断。
隐患要查清。
谢谢大家！
"""


@pytest.fixture(name="meeting")
def fixture_meeting():
    return lectern.parse(TEXT)


def test_a_point_is_put_in(meeting):
    series = meeting.lookup("section[1]/p[1]/series[1]")
    after = meeting.insert("point", "练队伍", last_in=series)
    assert "要抓好三件事：一是查河堤；二是备物资；三是练队伍。" in after.text
    assert after.edits_from(meeting).apply(meeting.text) == after.text
    assert after.remove(after.lookup(series.path + "/point[3]")).text == TEXT


def test_sections_are_moved_copied_and_taken_out(meeting):
    first, second = meeting.sections
    assert meeting.move(second, after=first) is meeting
    moved = meeting.move(first, after=second)
    assert [s.marker + s.heading for s in moved.sections] == ["一、严值守", "二、早准备"]
    assert moved.edits_from(meeting).moves
    assert len(meeting.duplicate(second).sections) == 3
    assert "我讲一点意见" in meeting.remove(second).text


def test_sections_change_their_level(meeting):
    below = meeting.demote(meeting.sections[1])
    (inner,) = below.sections[0].sections
    assert inner.marker == "（一）"
    assert below.promote(inner).text.splitlines()[5] == "二、严值守"


def test_sections_are_merged_and_split(meeting):
    merged = meeting.merge_section(meeting.sections[0])
    (section,) = merged.sections
    place = merged.lookup("section[1]/p[2]")
    assert merged.split_section(place, "严值守").sections[1].marker == "二、"
    assert section.heading == "早准备"


def test_a_series_becomes_paragraphs_and_goes_back(meeting):
    apart = meeting.split_series(meeting.lookup("section[1]/p[1]/series[1]"))
    assert "要抓好两件事：\n一是查河堤；\n二是备物资。\n" in apart.text
    assert apart.join_series(apart.lookup("section[1]/series[1]")).text == TEXT


def test_what_cannot_be_done_says_where(meeting):
    with pytest.raises(lectern.EditError) as caught:
        meeting.promote(meeting.sections[1])
    assert (caught.value.line, caught.value.column) == (6, 1)
    with pytest.raises(TypeError):
        meeting.insert("point", "练队伍")
    with pytest.raises(TypeError):
        meeting.move(
            meeting.sections[0], before=meeting.sections[1], after=meeting.sections[1]
        )
