# SPDX-License-Identifier: LGPL-2.1-or-later
"""Numberings."""

import copy
import pickle

import lectern
import pytest


@pytest.mark.parametrize(
    "written, markers",
    [
        ("一是", ["一是", "二是", "三是"]),
        ("一、", ["一、", "二、", "三、"]),
        ("（一）", ["（一）", "（二）", "（三）"]),
        ("第一，", ["第一，", "第二，", "第三，"]),
        ("1.", ["1.", "2.", "3."]),
        ("首先，", ["首先，", "其次，", "再次，"]),
    ],
)
def test_numbering_gives_markers(written, markers):
    numbering = lectern.Numbering(written)
    assert [numbering.marker(n) for n in (1, 2, 3)] == markers
    assert [numbering.parse(marker) for marker in markers] == [1, 2, 3]
    assert numbering.parse("末了") is None
    assert lectern.Numbering(str(numbering)) == numbering


def test_numbering_by_its_first_two_markers():
    numbering = lectern.Numbering("一方面", "一方面")
    assert [numbering.marker(n) for n in (1, 2)] == ["一方面", "一方面"]
    assert numbering != lectern.Numbering("一方面")
    assert lectern.Numbering(str(numbering)) == numbering
    assert pickle.loads(pickle.dumps(numbering)) == numbering


def test_exact_numbering():
    numbering = lectern.Numbering.exact("decimal", "（", "）")
    assert numbering.marker(12) == "（12）"
    assert (numbering.style, numbering.prefix, numbering.suffix) == (
        "decimal",
        "（",
        "）",
    )
    assert numbering.limit > 1000
    assert numbering.form == lectern.Numbering.exact("decimal", "（", "）").form
    assert hash(numbering) == hash(lectern.Numbering.exact("decimal", "（", "）"))
    assert copy.deepcopy(numbering) is numbering


def test_numbering_of_words():
    numbering = lectern.Numbering.words(["起初", "接着", "最终"], suffix="，")
    assert [numbering.marker(n) for n in (1, 3)] == ["起初，", "最终，"]
    assert numbering.limit == 3


def test_numbering_does_not_go_beyond_its_limit():
    with pytest.raises(lectern.NumberingError):
        lectern.Numbering.words(["甲", "乙"]).marker(3)


def test_what_is_no_marker_is_refused():
    with pytest.raises(lectern.NumberingError):
        lectern.Numbering("没有数字")
    with pytest.raises(ValueError, match="null"):
        lectern.Numbering("一\0是")
