# SPDX-License-Identifier: LGPL-2.1-or-later
"""Readings, and how long a speech takes."""

import lectern
import pytest


@pytest.mark.parametrize(
    "text, said",
    [
        ("2025年", "二〇二五年"),
        ("增长12.5%", "增长百分之十二点五"),
        ("2个", "两个"),
        ("好", "好"),
        ("甲\0乙3人", "甲\0乙三人"),
    ],
)
def test_a_text_is_read_aloud(text, said):
    assert lectern.spoken(text) == said
    assert lectern.spoken(text.encode()) == said


def test_languages_have_their_characters():
    assert lectern.spoken("2萬", language="zh-Hant") == "兩萬"
    assert lectern.spoken("70%", language="en") == "70%"


def test_readings_tell_place_and_kind():
    assert lectern.readings("在2025年增长70%") == [
        (3, 7, "year", "二〇二五"),
        (16, 19, "percent", "百分之七十"),
    ]
    with pytest.raises(UnicodeDecodeError):
        lectern.readings(b"\xff")


def test_readings_of_a_speech_have_its_masks(speech):
    masks = [reading for reading in speech.readings if reading.kind == "mask"]
    assert [reading.text for reading in masks] == ["某", "某某"]
    data = bytes(speech)
    assert [data[r.start : r.end] for r in masks] == [b"X", b"XX"]
    assert speech.sections[1].readings == []


def test_times_begin_with_the_speech(speech):
    times = speech.times(rate=60, paragraph_pause=0, point_pause=0)
    assert [time.node.kind for time in times] == [
        "speech",
        "opening",
        "section",
        "point",
        "point",
        "section",
        "section",
        "point",
        "point",
    ]
    assert [time.depth for time in times] == [0, 1, 1, 2, 2, 1, 2, 3, 3]
    assert times[0].start == 0
    assert all(time.seconds == time.characters for time in times)
    assert times[2].node == speech.sections[0]
    assert times[0] == speech.time(rate=60, paragraph_pause=0, point_pause=0)


def test_a_part_is_timed_alone(speech):
    section = speech.sections[1]
    alone = section.time()
    row = next(time for time in speech.times() if time.node == section)
    assert alone.start == 0 and alone.depth == 0
    assert alone.seconds == pytest.approx(row.seconds)
    assert section.time(rate=100).seconds > alone.seconds


def test_the_title_is_spoken_where_one_wants_it(speech):
    assert speech.time(title=True).characters == speech.time().characters + 13
    assert speech.spoken().startswith("各位馆长：\n")
    assert speech.spoken(title=True).startswith("在全市图书馆工作会上的讲话\n各位馆长：\n")
    assert "某馆长带队走了某某家分馆" in speech.spoken()


@pytest.mark.parametrize(
    "options",
    [{"rate": 0}, {"rate": 10001}, {"paragraph_pause": -1}, {"point_pause": 3601}],
)
def test_impossible_paces_are_refused(speech, options):
    with pytest.raises(ValueError):
        speech.times(**options)
