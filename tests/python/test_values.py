# SPDX-License-Identifier: LGPL-2.1-or-later
"""Values and how they are written."""

import copy
import datetime
import decimal
import threading

import lectern
import pytest


@pytest.mark.parametrize(
    "thing, kind, text",
    [
        ("水", "text", "水"),
        ("a\0b", "text", "a\0b"),
        (b"\xe6\xb0\xb4", "text", "水"),
        (3, "integer", "3"),
        (True, "integer", "1"),
        (2**70, "decimal", str(2**70)),
        (0.1, "decimal", "0.1"),
        (12.0, "decimal", "12"),
        (1e22, "decimal", "1" + "0" * 22),
        (decimal.Decimal("0.10"), "decimal", "0.10"),
        (datetime.date(2025, 3, 12), "date", "2025年3月12日"),
        (datetime.datetime(2025, 3, 12, 9, 30), "date", "2025年3月12日"),
        (["甲", 2], "list", "甲、2"),
        ((x for x in "甲乙"), "list", "甲、乙"),
        ({"甲": 1}, "record", ""),
    ],
)
def test_values_are_made_of_what_python_has(thing, kind, text):
    value = lectern.Value(thing)
    assert value.type == kind
    assert str(value) == text


@pytest.mark.parametrize("thing", [object(), None, 1j])
def test_of_other_things_no_value_is_made(thing):
    with pytest.raises(TypeError):
        lectern.Value(thing)


@pytest.mark.parametrize("thing", [float("inf"), float("nan"), decimal.Decimal("NaN")])
def test_a_number_is_finite(thing):
    with pytest.raises(lectern.InvalidValueError):
        lectern.Value(thing)


def test_what_python_has_no_type_for_has_a_constructor():
    person = lectern.Value.person("欧阳河", post="县长")
    assert (person.name, person.surname, person.post) == ("欧阳河", "欧阳", "县长")
    assert lectern.Value.percent(12.5).digits == "12.5"
    assert str(lectern.Value.percent(decimal.Decimal("0.5"))) == "0.5%"
    assert lectern.Value.ordinal(3).integer == 3
    assert lectern.Value.date(month=3, day=12).parts == (0, 3, 12)
    assert lectern.Value("水").parts is None
    assert lectern.Value.parse("date", "二〇二五年三月十二日").parts == (2025, 3, 12)
    with pytest.raises(lectern.InvalidValueError):
        lectern.Value.parse("date", "后天")
    with pytest.raises(lectern.InvalidValueError):
        lectern.Value.date(2025, 2, 29)


def test_lists_and_records_give_what_they_hold():
    value = lectern.Value([{"问题": "堤"}, {"问题": "闸"}])
    assert [str(item.record["问题"]) for item in value.items] == ["堤", "闸"]
    assert lectern.Value(3).items == ()
    assert lectern.Value(3).record is None


def test_values_compare_by_what_they_mean():
    assert lectern.Value.percent("12.5") == lectern.Value(0.125)
    assert lectern.Value("12") == lectern.Value(12)
    assert lectern.Value(3) != lectern.Value(4)
    assert lectern.Value(3) != 3
    assert lectern.Value(3).compare(12) == -1
    with pytest.raises(lectern.InvalidValueError):
        lectern.Value(3).compare(datetime.date(2025, 3, 12))
    value = lectern.Value(3)
    assert copy.copy(value) is value and copy.deepcopy(value) is value
    with pytest.raises(TypeError):
        hash(value)


def test_a_value_is_written_as_its_place_wants():
    speech = lectern.parse("刚才，XX书记作了部署。启动第X轮检查，查出X个隐患。\n")
    person, ordinal, count = speech.nodes("placeholder")
    assert lectern.Value.person("张水生").written(person) == "张"
    assert lectern.Value.person("张水生").written(person, "full") == "张水生"
    assert lectern.Value(3).written(ordinal) == "三"
    assert lectern.Value(3).written(count) == "3"
    with pytest.raises(lectern.InvalidValueError, match="第X轮"):
        lectern.Value("春季").written(ordinal)
    with pytest.raises(TypeError):
        lectern.Value(3).written(speech.root)


def test_values_are_looked_up_here_then_by_the_resolver_then_in_the_parent():
    asked = []

    def resolver(name):
        asked.append(name)
        return {"丙": 3}.get(name)

    values = lectern.Values(
        {"甲": 1, "乙": None}, parent={"甲": 9, "乙": 9, "丁": 4}, resolver=resolver
    )
    assert values["甲"].integer == 1
    assert "乙" not in values
    assert values["丙"].integer == 3
    assert values["丁"].integer == 4
    assert values.get("戊") is None and values.get("戊", 5) == 5
    with pytest.raises(KeyError):
        values["戊"]
    assert asked == ["丙", "丁", "戊", "戊", "戊"]
    assert list(values) == ["甲", "丁"]
    assert len(values) == 2
    assert values.parent["甲"].integer == 9
    assert repr(lectern.Values({"甲": 1})) == "lectern.Values({'甲': '1'})"


def test_values_stand_in_a_key_file():
    values = lectern.Values.parse("[values]\n单位=县水利局\n日期:date=2025-03-12\n")
    assert str(values["单位"]) == "县水利局"
    assert values["日期"].parts == (2025, 3, 12)
    with pytest.raises(lectern.InvalidValueError, match="日期:date"):
        lectern.Values.parse("[values]\n日期:date=后天\n")


def test_threads_share_values():
    values = lectern.Values({"甲": 1}, resolver=lambda name: 2)
    found = []

    def ask():
        found.append(sum(values["甲"].integer + values["乙"].integer for _ in range(500)))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1500] * 4
