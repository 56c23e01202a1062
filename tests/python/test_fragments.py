# SPDX-License-Identifier: LGPL-2.1-or-later
"""Templates with directives, fragments and recipes."""

import pytest

import lectern

OPENING = "{{#meta title 开场}}\n{{#meta tags 开场, 部署}}\n今天部署{{工作}}。我讲{{count}}点意见。\n"
RECIPE = """[recipe]
title=在{{会议}}上的讲话
salutation=同志们：
opening=开场
thanks=谢谢大家！
[看清形势]
text=形势不好。
[盯住乡镇]
heading=盯住{{镇.名}}
repeat=镇 in 乡镇
text=有{{镇.村数}}个村。
"""
SPEECH = """在动员会上的讲话
同志们：
今天部署演练。我讲三点意见。
一、看清形势
形势不好。
二、盯住柳镇
有3个村。
三、盯住石镇
有12个村。
谢谢大家！
"""
VALUES = {
    "会议": "动员会",
    "工作": "演练",
    "乡镇": [{"名": "柳镇", "村数": 3}, {"名": "石镇", "村数": 12}],
}


@pytest.fixture(name="fragments")
def fixture_fragments():
    fragments = lectern.Fragments()
    fragments.add(lectern.parse(OPENING), "开场")
    fragments.add(lectern.parse("{{#meta id 结尾}}\n把{{工作}}抓好！\n"))
    return fragments


def test_fragments_are_found_by_what_they_say(fragments):
    assert [fragment.id for fragment in fragments] == ["开场", "结尾"]
    assert [fragment.id for fragment in fragments.list(tag="部署")] == ["开场"]
    assert len(fragments.list(needs="工作")) == 2
    opening = fragments["开场"]
    assert (opening.title, opening.occasion) == ("开场", None)
    assert (opening.tags, opening.needs) == (["开场", "部署"], ["工作"])
    assert opening.document.text == OPENING
    assert "别的" not in fragments
    with pytest.raises(KeyError):
        fragments["别的"]


def test_a_folder_is_read_again_where_it_changed(tmp_path):
    (tmp_path / "a.txt").write_text("好。\n", encoding="utf-8")
    fragments = lectern.Fragments(tmp_path)
    assert not fragments.refresh()
    (tmp_path / "b.txt").write_text("{{#if 甲 exists}}\n", encoding="utf-8")
    assert fragments.refresh()
    assert len(fragments) == 1
    assert fragments.problems[0].startswith("b.txt:1:1: ")


def test_a_recipe_becomes_a_speech(fragments):
    recipe = lectern.Recipe(RECIPE)
    assert [field.name for field in recipe.fields(fragments)] == ["会议", "乡镇", "工作"]
    speech = recipe.assemble(VALUES, fragments)
    assert speech.text == SPEECH
    assert [section.ordinal for section in speech.sections] == [1, 2, 3]
    assert speech.placeholders == []


def test_what_is_wrong_is_an_error_with_its_place(fragments):
    with pytest.raises(lectern.TemplateError, match="titel"):
        lectern.Recipe("[recipe]\ntitel=甲\n")
    with pytest.raises(lectern.TemplateError) as caught:
        lectern.parse("甲。\n{{#if 乙 exists}}\n").fill({})
    assert (caught.value.line, caught.value.column) == (2, 1)
    fragments.add(lectern.parse("{{> 圈}}\n"), "圈")
    with pytest.raises(lectern.TemplateError, match="includes itself"):
        fragments.fill(lectern.parse("{{> 圈}}\n"), {})
    with pytest.raises(lectern.LimitError):
        text = "{{#repeat a in 表}}\n" * 3 + "{{a}}\n" + "{{/repeat}}\n" * 3
        lectern.parse(text).fill({"表": ["甲"] * 1000})


def test_directives_are_nodes_and_are_done(fragments):
    template = lectern.parse("{{#if 轮次 > 1}}\n{{> 结尾}}\n{{/if}}\n谢谢！\n")
    directives = template.nodes(lectern.NodeKind.DIRECTIVE)
    assert [node.properties.get("do") for node in directives] == [
        "if",
        "include",
        "end",
    ]
    assert fragments.fill(template, {"轮次": 2, "工作": "事"}).text == "把事抓好！\n谢谢！\n"
    assert fragments.fill(template, {"轮次": 1}).text == "谢谢！\n"
