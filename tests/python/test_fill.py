# SPDX-License-Identifier: LGPL-2.1-or-later
"""Filling a speech."""

import datetime

import lectern
import pytest

TEXT = "在XX区治水会上的讲话\n" "同志们：\n" "第X轮治水从X月X日开始，XX区要带头，共有XX个断面。\n"


@pytest.fixture
def template():
    return lectern.parse(TEXT)


def test_values_of_python_take_the_form_of_their_places(template):
    filled = template.fill(
        {
            "区名": "东湖",
            "轮次": 3,
            "日期": datetime.date(2025, 3, 12),
            "断面数": 12,
        }
    )
    assert filled.text == ("在东湖区治水会上的讲话\n" "同志们：\n" "第三轮治水从3月12日开始，东湖区要带头，共有12个断面。\n")
    assert len(filled.edits_from(template).replacements) == 6


def test_fields_tell_what_is_asked_for(template):
    assert [field.name for field in template.fields] == [
        "区名",
        "轮次",
        "日期",
        "断面数",
    ]
    place, _, date, count = template.fields
    assert (place.kind, place.places, place.group) == ("place", 2, "place *区")
    assert [slot.text for slot in place.slots] == ["XX", "XX"]
    assert (date.kind, date.part, date.places, len(date.slots)) == ("date", None, 1, 2)
    assert (count.kind, count.unit, count.default) == ("count", "个", None)
    assert "共有XX个断面" in count.sample
    assert not count.bound
    assert count.value("12").integer == 12


def test_filled_with_nothing_is_the_same(template):
    assert template.fill({}).text == TEXT
    assert lectern.Template(template).fill_text({}) == TEXT


def test_what_is_missing_is_an_error_or_left_out(template):
    with pytest.raises(ValueError, match="no value for 轮次, 日期, 断面数") as caught:
        template.fill({"区名": "东湖"}, missing="error")
    assert (caught.value.line, caught.value.column) == (3, 2)
    assert "共有个断面" in template.fill({}, missing=lectern.Missing.BLANK).text
    with pytest.raises(ValueError):
        template.fill({}, missing="drop")


def test_a_value_of_another_form_is_a_finding(template):
    filled, report = lectern.Template(template).fill_and_report({"断面数": "很多"})
    assert "很多个断面" in filled.text
    assert [(f.code, f.line, f.column) for f in report] == [("value-form", 3, 23)]
    with pytest.raises(ValueError):
        template.fill({"断面数": "很多"}, strict=True)


@pytest.mark.parametrize("value", ["一、甲", "XX", "{{轮次}}", "\n\n", "</p>", "甲\0乙"])
def test_a_value_is_text(template, value):
    filled = template.fill({"区名": value})
    assert filled.text == TEXT.replace("XX区", value + "区")
    assert [n.kind for n in filled if n.kind != "placeholder"] == [
        n.kind for n in template if n.kind != "placeholder"
    ]


def test_slots_are_kept_and_filled_again(template):
    first = template.fill({"轮次": 3}, keep_slots=True)
    again = lectern.from_xml(first.xml).fill({"轮次": 4})
    assert "第四轮" in again.text


def test_bindings_are_written_and_read(template):
    bindings = lectern.Bindings.propose(template)
    again = lectern.Bindings(str(bindings))
    assert str(again.fields(template)) == str(bindings.fields(template))
    changed = lectern.parse("前言。\n" + TEXT.replace("XX个断面", "九个断面"))
    (lost,) = again.lost(changed)
    assert lost.startswith("断面数: ")
    with pytest.raises(ValueError):
        lectern.Bindings("[field 轮次]\nplace1=没有\n")


def test_a_mask_is_bound_by_place_group_or_kind(template):
    bindings = lectern.Bindings()
    first = next(n for n in template if n.kind == "placeholder")
    bindings.bind("会场", slot=first)
    bindings.bind("主办", group="place *区")
    bindings.bind("数", kind="count", unit="个")
    bindings.set_default("数", "7")
    filled = template.fill({"会场": "西湖", "主办": "东湖"}, bindings=bindings)
    assert filled.text.startswith("在西湖区")
    assert "东湖区要带头，共有7个断面" in filled.text
    for wrong in ({}, {"group": "a", "kind": "count"}, {"group": "a", "unit": "个"}):
        with pytest.raises(TypeError):
            bindings.bind("甲", **wrong)


def test_templates_want_documents_and_bindings():
    with pytest.raises(TypeError):
        lectern.Template("text")
    with pytest.raises(TypeError):
        lectern.Template(lectern.parse(TEXT), {})
