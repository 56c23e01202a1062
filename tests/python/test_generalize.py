# SPDX-License-Identifier: LGPL-2.1-or-later
"""Templates made of several speeches, and skeletons."""

import csv
import io

import lectern
import pytest

OLD = "一、先清淤\n这是第三次会议，“清淤,要快”。\n二、再衬砌\n石料备足。\n谢谢大家！\n"
NEW = '一、先清淤\n这是第四次会议，“清淤,要"稳"”。\n二、再衬砌\n石料备足。\n人手备足。\n谢谢大家！\n'


def test_rows_are_what_the_speeches_have():
    made = lectern.generalize(lectern.parse(OLD), lectern.parse(NEW))
    assert "第{{次序:ordinal}}次会议" in made.template.text
    assert made.kinds["次序"] == "ordinal"
    old, new = made.rows
    assert (old["次序"], new["次序"]) == ("三", "四")
    assert list(old) == list(new) == list(made.kinds)
    assert 0 < made.similarity < 1
    assert "2 speeches" in repr(made)


def test_csv_says_the_same():
    made = lectern.generalize(lectern.parse(OLD), lectern.parse(NEW))
    rows = list(csv.DictReader(io.StringIO(made.csv, newline="")))
    assert [row.pop("篇次") for row in rows] == ["1", "2"]
    assert rows == made.rows


def test_only_speeches_are_generalized():
    with pytest.raises(TypeError):
        lectern.generalize(lectern.parse(OLD), NEW)
    with pytest.raises(ValueError):
        lectern.generalize(lectern.parse(OLD))
    with pytest.raises(TypeError):
        lectern.Generalization()


def test_skeleton_has_the_outline_of_the_speech():
    speech = lectern.parse(OLD)
    skeleton = speech.skeleton()
    assert skeleton.to_outline() == speech.to_outline()
    assert "石料" not in skeleton.text and "【待补】" in skeleton.text
    with pytest.raises(lectern.EditError):
        lectern.parse("").skeleton()
