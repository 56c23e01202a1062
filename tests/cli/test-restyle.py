#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-restyle.py LECTERN SOURCE: the commands that number anew, restyle and tidy, and what all
commands that change files have in common. Prints TAP."""
import sys

import harness
from harness import contains, equal

SPEECH = """在护河会上的讲话
同志们：
下面，我讲三点意见。
一、看水
（一）源头。源头清了。
（二）下游。下游也清了。
三、看岸
要做三件事：一是修渠；二是护坡；三是植树。
大家要抓紧办。
"""
RENUMBERED = SPEECH.replace("三点意见", "两点意见").replace("三、看岸", "二、看岸")
RESTYLED = SPEECH.replace("一是", "第一，").replace("二是", "第二，").replace("三是", "第三，")


def numbers_are_those_of_the_positions(place):
    place.write("a.txt", SPEECH)
    equal(place.text("renumber", "a.txt"), RENUMBERED)
    equal(place.read("a.txt").decode(), SPEECH)
    equal(place.text("renumber", "--node", "section[2]", "a.txt"), SPEECH)


def a_series_is_named_by_its_number(place):
    place.write("a.txt", SPEECH)
    contains(place.text("inspect", "a.txt"), "一是#1")
    equal(place.text("restyle", "--series", "1", "第一", "a.txt"), RESTYLED)
    path = "section[2]/p[1]/series[1]"
    equal(place.text("restyle", "--node", path, "第一，", "a.txt"), RESTYLED)
    contains(
        place.run("restyle", "--series", "2", "第一", "a.txt", status=3)[1],
        "a.txt: there is no series 2",
    )
    contains(
        place.run("restyle", "--node", "section[9]", "1.", "a.txt", status=3)[1],
        "there is no node “section[9]”",
    )
    contains(
        place.run("restyle", "--node", "title[1]", "1.", "a.txt", status=3)[1],
        "a.txt:1:1: <title> has no numbers",
    )


def a_level_is_restyled_whole_or_below_a_section(place):
    wanted = SPEECH.replace("（一）", "1.").replace("（二）", "2.")
    place.write("a.txt", SPEECH)
    equal(place.text("restyle", "--level", "2", "1", "a.txt"), wanted)
    one = place.text("restyle", "--level", "2", "--node", "section[1]", "1.", "a.txt")
    equal(one, wanted)
    other = place.text("restyle", "--level", "2", "--node", "section[2]", "1.", "a.txt")
    equal(other, SPEECH)


def what_cannot_be_is_refused_with_its_place(place):
    place.write("a.txt", SPEECH)
    said = place.run("restyle", "--level", "2", "一", "a.txt", status=3)[1]
    contains(said, "a.txt:5:1: with the new marker this <section> would be read as")
    long = "".join("%s是事。\n" % n for n in "一二三四五六七八九")
    place.write("b.txt", "要做几件事。\n" + long)
    said = place.run("restyle", "--series", "1", "首先", "b.txt", status=3)[1]
    contains(said, "b.txt:2:1: from “首先，” to “最后，” are only 4 numbers, and here are 9")


def the_command_line_says_what_to_do(place):
    place.write("a.txt", SPEECH)
    for arguments, wanted in (
        (("restyle", "1."), "restyle takes a numbering and files"),
        (("restyle", "1.", "a.txt"), "say what to restyle"),
        (("restyle", "--series", "1", "无", "a.txt"), "“无” is no marker"),
        (("restyle", "--series", "-1", "1.", "a.txt"), "counted from 1"),
        (("restyle", "--series", "1", "--level", "1", "1.", "a.txt"), "stands alone"),
        (("tidy", "a.txt"), "say what to do"),
        (("tidy", "--width", "wide", "a.txt"), "unknown width “wide”"),
        (("renumber", "a.txt", "a.txt"), "several files need --in-place or --diff"),
        (("renumber", "--in-place", "-"), "cannot be written back"),
        (("renumber", "--in-place", "-o", "b", "a.txt"), "exclude each other"),
        (
            ("renumber", "--diff", "-o", "b", "a.txt", "a.txt"),
            "--output takes one file",
        ),
    ):
        contains(place.run(*arguments, status=2)[1], wanted)
    equal(place.read("a.txt").decode(), SPEECH)


def files_are_written_back_in_place(place):
    names = [place.write("a.txt", SPEECH), place.write("b.txt", RENUMBERED)]
    equal(
        place.run("renumber", "--in-place", *names),
        (b"", "lectern: a.txt: places changed: 2\n"),
    )
    equal(place.read("a.txt").decode(), RENUMBERED)
    equal(place.read("b.txt").decode(), RENUMBERED)


def a_diff_shows_what_changes(place):
    place.write("a.txt", SPEECH)
    shown, said = place.run("renumber", "--diff", "a.txt")
    contains(shown.decode(), "-三、看岸\n+二、看岸\n")
    contains(said, "a.txt: places that change: 2")
    equal(place.read("a.txt").decode(), SPEECH)
    equal(place.run("renumber", "--diff", "--in-place", "a.txt")[0], shown)
    equal(place.read("a.txt").decode(), RENUMBERED)
    equal(place.run("renumber", "--diff", "a.txt"), (b"", ""))


def the_standard_input_goes_to_the_standard_output(place):
    equal(place.run("renumber", "-", given=SPEECH.encode()), (RENUMBERED.encode(), ""))
    place.run("renumber", "-o", "new.txt", "-", given=SPEECH.encode())
    equal(place.read("new.txt").decode(), RENUMBERED)


def encodings_and_xml_stay(place):
    place.write("a.txt", SPEECH.encode("gb18030"))
    place.run("renumber", "--encoding", "GB18030", "--in-place", "a.txt")
    equal(place.read("a.txt").decode("gb18030"), RENUMBERED)
    place.write("b.txt", SPEECH)
    place.run("convert", "b.txt", "b.xml")
    place.run("restyle", "--series", "1", "第一", "--in-place", "b.xml")
    contains(place.read("b.xml").decode(), ' numbering="第一，">')
    place.run("convert", "b.xml", "c.txt")
    equal(place.read("c.txt").decode(), RESTYLED)


def what_copying_did_is_mended(place):
    place.write(
        "a.txt",
        "更多范文请关注公众号\n在信访会上的讲话\n同志们:\n今天的会议，主要是总结前一阶段的工"
        "作，分析当前的形势，安排部署信访工作的任务，动员全\n县干部群众抓紧干起来。要正确处理"
        "改革发展_的关系。请_同志再说一说,10:30开始。\n",
    )
    equal(
        place.run("tidy", "--boilerplate", "a.txt")[0].decode(),
        place.read("a.txt").decode().partition("\n")[2],
    )
    contains(place.text("tidy", "--rejoin", "a.txt"), "动员全县干部群众抓紧干起来。")
    contains(place.text("tidy", "--width", "full", "a.txt"), "同志们：\n")
    contains(place.text("tidy", "--width", "full", "a.txt"), "说一说，10:30开始。")
    text, said = place.run("tidy", "--redactions", "a.txt")
    contains(text.decode(), "改革发展稳定的关系")
    contains(said, "[redaction]\n")
    equal(said.count("\n"), 1)


def half_width_is_made_on_request(place):
    place.write("a.txt", "同志们：\n今天开会，大家（都）来了。\n")
    equal(place.text("tidy", "--width", "half", "a.txt"), "同志们:\n今天开会,大家(都)来了.\n")


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
