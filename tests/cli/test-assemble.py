#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-assemble.py LECTERN SOURCE: templates with directives, fragments and recipes. Prints TAP."""
import os
import sys

import harness
from harness import contains, equal

OPENING = "{{#meta title 开场}}\n{{#meta tags 开场, 部署}}\n今天部署{{工作}}。我讲{{count}}点意见。\n"
DUTY = "{{#meta id 责任}}\n一要落实责任。{{单位}}牵头。\n"
RECIPE = """[recipe]
title=在{{会议}}上的讲话
salutation=同志们：
opening=opening
thanks=谢谢大家！

[看清形势]
text=形势不好。

[压实责任]
fragments=责任

[再鼓干劲]
if=轮次 > 1
text=要鼓劲。
"""
SPEECH = """在动员会上的讲话
同志们：
今天部署演练。我讲两点意见。
一、看清形势
形势不好。
二、压实责任
一要落实责任。水利局牵头。
谢谢大家！
"""
SET = ("-s", "会议=动员会", "-s", "工作=演练", "-s", "单位=水利局")


def lay_out(place):
    os.mkdir(place.path / "lib")
    place.write("lib/opening.txt", OPENING)
    place.write("lib/duty.txt", DUTY)
    place.write("a.recipe", RECIPE)


def fragments_are_listed_and_found(place):
    lay_out(place)
    equal(
        place.text("fragments", "lib"),
        "责任\t-\t-\t-\t单位\nopening\t开场\t-\t开场,部署\t工作\n",
    )
    equal(
        place.text("fragments", "--tag", "部署", "lib"),
        "opening\t开场\t-\t开场,部署\t工作\n",
    )
    equal(place.text("fragments", "--needs", "单位", "lib"), "责任\t-\t-\t-\t单位\n")
    equal(place.text("fragments", "--needs", "别的", "lib"), "")


def what_is_no_fragment_is_said_and_the_others_are_listed(place):
    lay_out(place)
    place.write("lib/wrong.txt", "甲。\n{{#if 乙 exists}}\n")
    out, said = place.run("fragments", "lib", status=3)
    contains(out.decode(), "责任\t")
    contains(said, "wrong.txt:2:1: {{/if}} is missing")
    place.run("fragments", "none", status=3)


def a_recipe_becomes_a_speech(place):
    lay_out(place)
    equal(place.text("assemble", "-f", "lib", *SET, "a.recipe"), SPEECH)
    place.write("v.ini", "[values]\n会议=动员会\n工作=演练\n单位=水利局\n")
    place.run("assemble", "-f", "lib", "-V", "v.ini", "-o", "a.txt", "a.recipe")
    equal(place.read("a.txt").decode(), SPEECH)
    contains(
        place.text("assemble", "-f", "lib", *SET, "-s", "轮次=2", "a.recipe"),
        "三、再鼓干劲\n要鼓劲。\n",
    )


def values_are_a_row_of_json_too(place):
    lay_out(place)
    place.write(
        "lib/gaps.txt",
        "{{#meta id 责任二}}\n{{#repeat 镇 in 乡镇}}\n一要看{{镇.名}}。\n{{/repeat}}\n",
    )
    place.write("a.recipe", RECIPE.replace("=责任", "=责任;责任二"))
    place.write(
        "v.json",
        '{"会议": "动员会", "工作": "演练", "单位": "水利局", "乡镇": [{"名": "柳镇"}, {"名": "石镇"}]}',
    )
    equal(
        place.text("assemble", "-f", "lib", "-V", "v.json", "a.recipe"),
        SPEECH.replace("牵头。\n", "牵头。\n二要看柳镇。\n三要看石镇。\n"),
    )


def what_is_open_is_said_with_its_place(place):
    lay_out(place)
    out, said = place.run("assemble", "-f", "lib", *SET[:4], "a.recipe", status=1)
    equal(out.decode(), SPEECH.replace("水利局", "{{单位}}"))
    equal(said, "lectern: -:7:8: open: no value for 单位\n")


def the_outline_and_the_needed_values_are_shown(place):
    lay_out(place)
    equal(
        place.text("assemble", "-f", "lib", *SET, "--outline", "a.recipe"),
        "【提纲】一、看清形势。二、压实责任。\n",
    )
    listed = place.text("assemble", "-f", "lib", "--list", "a.recipe")
    names = [line.split("\t")[0] for line in listed.splitlines()]
    equal(names, ["会议", "轮次", "工作", "单位"])


def hostile_recipes_are_errors(place):
    lay_out(place)
    place.write("lib/loop.txt", "{{> loop}}\n")
    place.write("b.recipe", "[recipe]\nopening=loop\n")
    out, said = place.run("assemble", "-f", "lib", "b.recipe", status=3)
    equal(out, b"")
    contains(said, "the fragment loop includes itself")
    items = "；".join(["甲"] * 2000)
    repeat = "{{#repeat a in 表}}\n"
    place.write("lib/many.txt", repeat * 3 + "{{a}}。\n" + "{{/repeat}}\n" * 3)
    place.write("c.recipe", "[recipe]\nopening=many\n")
    _, said = place.run(
        "assemble", "-f", "lib", "-s", "表=" + items, "c.recipe", status=3
    )
    contains(said, "there are more than 10000 repetitions")
    place.write("d.recipe", "[recipe]\ntitel=甲\n")
    _, said = place.run("assemble", "d.recipe", status=3)
    contains(said, "d.recipe: [recipe] titel: a recipe knows no such key")
    _, said = place.run("assemble", "a.recipe", status=3)
    contains(said, "there is no fragment opening")


def wrong_command_lines_do_nothing(place):
    lay_out(place)
    for args in (
        ("fragments",),
        ("fragments", "lib", "lib"),
        ("assemble",),
        ("assemble", "a.recipe", "a.recipe"),
        ("assemble", "-s", "甲", "a.recipe"),
        ("assemble", "--to", "docx", "a.recipe"),
    ):
        out, _ = place.run(*args, status=2)
        equal(out, b"")


def fill_does_directives_and_includes(place):
    lay_out(place)
    place.write("t.txt", "同志们：\n今天开会。\n{{> 责任}}\n{{#if 轮次 = 2}}\n二要抓好。\n{{/if}}\n")
    equal(
        place.text("fill", "-f", "lib", "-s", "单位=水利局", "-s", "轮次=2", "t.txt"),
        "同志们：\n今天开会。\n一要落实责任。水利局牵头。\n二要抓好。\n",
    )
    _, said = place.run("fill", "-s", "轮次=2", "t.txt", status=3)
    contains(said, "t.txt:3:1: there is no fragment 责任")
    xml = place.run("convert", "--to", "xml", "t.txt")[0]
    place.write("t.xml", xml)
    equal(
        place.text("fill", "-f", "lib", "-s", "单位=水利局", "--to", "text", "t.xml"),
        "同志们：\n今天开会。\n一要落实责任。水利局牵头。\n",
    )


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
