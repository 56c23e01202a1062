#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-fill.py LECTERN SOURCE: what `lectern fill` and `lectern inspect --groups` do. Prints TAP."""
import os
import sys

import harness
from harness import contains, equal

TEMPLATE = "在XX区治水会上的讲话\n" "同志们：\n" "第X轮治水从X月X日开始，XX区要带头，共有XX个断面。\n"
FIELDS = (
    "区名\tplace\t-\t-\t2\t-\t在XX区治水会上的讲话\n"
    "轮次\tordinal\t-\t-\t1\t-\t第X轮治水从X月X日\n"
    "日期\tdate\t-\t-\t2\t-\t第X轮治水从X月X日开始，XX区要\n"
    "断面数\tcount\t-\t个\t1\t-\tX区要带头，共有XX个断面。\n"
)
SET = ("--set", "区名=东湖", "--set", "轮次=3", "-s", "日期=2025-03-12")
FILLED = TEMPLATE.replace("XX区", "东湖区").replace("第X", "第三").replace("X月X", "3月12")


def fills_by_name(place):
    place.write("a.txt", TEMPLATE)
    equal(place.text("fill", *SET, "a.txt"), FILLED)


def lists_what_is_asked_for(place):
    place.write("a.txt", TEMPLATE)
    equal(place.text("fill", "--list", "a.txt"), FIELDS)
    equal(place.text("inspect", "--placeholders", "--groups", "a.txt"), FIELDS)


def filled_with_nothing_is_the_same_bytes(place):
    for name, content in (
        ("a.txt", TEMPLATE.encode("utf-8")),
        ("b.txt", b"\xef\xbb\xbf" + TEMPLATE.replace("\n", "\r\n").encode("utf-8")),
        ("c.txt", TEMPLATE.encode("gb18030")),
    ):
        place.write(name, content)
        equal(place.run("fill", name)[0], content)


def values_come_from_a_file_and_the_command_line_goes_first(place):
    place.write("a.txt", TEMPLATE)
    place.write("v.ini", "[values]\n区名=西湖\n轮次=3\n日期=2025-03-12\n")
    equal(place.text("fill", "--values", "v.ini", "--set", "区名=东湖", "a.txt"), FILLED)


def a_slip_in_a_name_is_said(place):
    place.write("a.txt", TEMPLATE)
    _, said = place.run("fill", "--set", "轮=3", "a.txt")
    equal(said, "lectern: nothing is called “轮”; did you mean “轮次”?\n")


def what_is_missing_is_an_error_by_option(place):
    place.write("a.txt", TEMPLATE)
    _, said = place.run(
        "fill", "--missing", "error", "-o", "b.txt", "-s", "轮次=3", "a.txt", status=3
    )
    contains(said, "a.txt: 1:2: no value for 区名, 日期, 断面数")
    assert not (place.path / "b.txt").exists()
    text = place.text("fill", "--missing", "blank", *SET, "a.txt")
    equal(text, FILLED.replace("XX个", "个"))


def a_value_of_another_form_is_said(place):
    place.write("a.txt", TEMPLATE)
    out, said = place.run("fill", "--set", "断面数=很多", "a.txt", status=1)
    contains(out.decode("utf-8"), "共有很多个断面")
    contains(said, "a.txt:3:23: ")
    contains(said, "a number is wanted here [value-form]\n")
    place.run("fill", "--strict", "--set", "断面数=很多", "a.txt", status=3)


def bindings_outlive_changes_of_the_text(place):
    place.write("a.txt", TEMPLATE)
    place.run(
        "inspect", "--placeholders", "--groups", "--save-bindings", "b.ini", "a.txt"
    )
    saved = place.read("b.ini").decode("utf-8")
    place.write("b.ini", saved.replace("[field 断面数]", "[field 达标数]"))
    place.write("c.txt", "前言。\n" + TEMPLATE.replace("共有", "总共有"))
    text = place.text("fill", "-b", "b.ini", "--set", "达标数=12", "c.txt")
    contains(text, "总共有12个断面")
    place.write("d.txt", TEMPLATE.replace("XX个断面", "九个断面"))
    _, said = place.run("inspect", "--placeholders", "--groups", "-b", "b.ini", "d.txt")
    contains(said, "d.txt: this place is not found any more: 达标数: ")
    contains(said, "共有⟦XX⟧个断面")


def slots_are_kept_in_xml(place):
    place.write("a.txt", TEMPLATE)
    place.run("fill", "--keep-slots", *SET, "-o", "b.xml", "a.txt")
    contains(place.read("b.xml").decode("utf-8"), 'filled="true" mask="X">三<')
    text = place.text("fill", "--set", "轮次=4", "--to", "text", "b.xml")
    equal(text, FILLED.replace("第三", "第四"))


def the_difference_is_shown_and_nothing_written(place):
    place.write("a.txt", TEMPLATE)
    text = place.text("fill", "--diff", "-s", "轮次=3", "-o", "b.txt", "a.txt")
    contains(text, "-第X轮治水")
    contains(text, "+第三轮治水")
    assert not (place.path / "b.txt").exists()


def a_value_is_never_read_again(place):
    place.write("a.txt", TEMPLATE)
    for value in ("{{轮次}}", "XX", "一、甲\n二、乙", "</p>&amp;", "{{#if 轮次 exists}}"):
        text = place.text("fill", "-s", "区名=" + value, "-s", "轮次=3", "a.txt")
        equal(text, TEMPLATE.replace("XX区", value + "区").replace("第X", "第三"))


def wrong_command_lines_do_nothing(place):
    place.write("a.txt", TEMPLATE)
    for args in (
        ("fill", "--set", "轮次", "a.txt"),
        ("fill", "--set", "=3", "a.txt"),
        ("fill", "--missing", "drop", "a.txt"),
        ("fill", "--to", "docx", "a.txt"),
        ("fill", "--list", "--diff", "a.txt"),
        ("fill", "a.txt", "a.txt"),
        ("inspect", "--groups", "a.txt"),
        ("inspect", "-p", "--bindings", "b.ini", "a.txt"),
        ("inspect", "-p", "-g", "a.txt", "a.txt"),
    ):
        out, _ = place.run(*args, status=2)
        equal(out, b"")
    place.write("b.ini", "[field 甲]\nplace1=没有占位符\n")
    _, said = place.run("fill", "-b", "b.ini", "a.txt", status=3)
    contains(said, "b.ini: [field 甲] place1: no mask between ⟦ and ⟧")
    place.run("fill", "-b", "none.ini", "a.txt", status=3)
    place.run("fill", "-V", "b.ini", "a.txt", status=3)


def a_file_that_cannot_be_written_is_said(place):
    place.write("a.txt", TEMPLATE)
    os.mkdir(place.path / "folder")
    _, said = place.run("fill", "-o", "folder", *SET, "a.txt", status=3)
    contains(said, "folder: ")


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
