#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""lectern edit: scripts of operations, and where their result goes."""
import re
import sys

import harness
from harness import contains, equal

SPEECH = """在防汛会上的讲话
同志们：
今天部署防汛。下面，我讲三点意见。
一、早准备
要抓好三件事：一是查河堤；二是备物资；三是练队伍。
二、严值守
值守不能断。
三、快处置
（一）发现要快。
（二）报告要快。
谢谢大家！
"""
THIRD = "section[1]/p[1]/series[1]/point[3]"


def paths_are_those_that_inspect_shows(place):
    place.write("a.txt", SPEECH)
    rows = [
        row.split("\t")
        for row in place.text("inspect", "--paths", "a.txt").splitlines()
    ]
    assert ["5", "20", THIRD, "三是练队伍。"] in rows, rows
    equal(len({row[2] for row in rows}), len(rows))


def the_result_goes_to_the_standard_output(place):
    place.write("a.txt", SPEECH)
    found = place.text("edit", "-e", "remove " + THIRD, "a.txt")
    contains(found, "要抓好两件事：一是查河堤；二是备物资。\n")
    equal(place.read("a.txt").decode(), SPEECH)


def a_script_is_done_line_by_line(place):
    place.write("a.txt", SPEECH)
    place.write(
        "s.edit",
        "# the order changes, and with it the paths\n"
        "\n"
        "move section[1] before section[3]   # now the second\r\n"
        '  insert point "通“信息”" last-in section[2]/p[1]/series[1]\n'
        'insert section "抓督导\\n督导要勤。" first-in speech\n',
    )
    place.run("edit", "--script", "s.edit", "--in-place", "a.txt")
    found = place.read("a.txt").decode()
    contains(found, "我讲四点意见。\n一、抓督导\n督导要勤。\n二、严值守\n")
    contains(found, "三、早准备\n要抓好四件事：")
    contains(found, "三是练队伍；四是通“信息”。\n四、快处置\n")


def expressions_come_behind_scripts(place):
    place.write("a.txt", SPEECH)
    place.write("s.edit", "remove section[1]\n")
    found = place.text("edit", "-e", "remove section[1]", "-s", "s.edit", "a.txt")
    contains(found, "一、快处置\n")


def a_diff_shows_and_writes_nothing(place):
    place.write("a.txt", SPEECH)
    found = place.text("edit", "--diff", "-e", "merge section[2]", "a.txt")
    contains(found, "\n-三、快处置\n")
    equal(place.read("a.txt").decode(), SPEECH)


def there_and_back_changes_no_byte(place):
    for there, back in (
        ("split section[1]/p[1]/series[1]", "join section[1]/series[1]"),
        ("duplicate section[2]", "remove section[3]"),
        ("move section[1] after section[2]", "move section[2] before section[1]"),
        ("merge section[1]", 'split section[1]/p[2] "严值守"'),
        ("promote section[3]/section[2]", "demote section[4]"),
    ):
        place.write("a.txt", SPEECH)
        place.run("edit", "-i", "-e", there, "a.txt")
        assert place.read("a.txt").decode() != SPEECH, there
        place.run("edit", "-i", "-e", back, "a.txt")
        equal(place.read("a.txt").decode(), SPEECH)


def a_script_restyles_and_renumbers(place):
    place.write("a.txt", SPEECH.replace("三是练队伍", "四是练队伍"))
    series = "section[1]/p[1]/series[1]"
    found = place.text("edit", "-e", "renumber " + series, "a.txt")
    equal(found, SPEECH)
    place.write(
        "s.edit", 'renumber speech\nrestyle %s "首先"\nremove section[3]\n' % series
    )
    found = place.text("edit", "-s", "s.edit", "a.txt")
    contains(found, "我讲两点意见。")
    contains(found, "要抓好三件事：首先，查河堤；其次，备物资；最后，练队伍。")
    _, said = place.run("edit", "-e", 'restyle section[1] "河"', "a.txt", status=3)
    contains(said, "-e:1: restyle: ")


def an_encoding_stays(place):
    place.write("a.txt", SPEECH.encode("gb18030"))
    place.run("edit", "--in-place", "-e", "remove section[2]", "a.txt")
    contains(place.read("a.txt").decode("gb18030"), "我讲两点意见。")


def xml_stays_xml(place):
    place.write("a.txt", SPEECH)
    place.run("convert", "a.txt", "a.xml")
    place.run("edit", "-e", "remove section[2]", "--output", "b.xml", "a.xml")
    place.run("edit", "-e", "remove section[2]", "--output", "b.txt", "a.txt")
    place.run("convert", "b.txt", "c.xml")
    # Identifiers that were read stay what they are.
    given, recognised = (
        re.sub(rb' xml:id="\w+"| of="[\w ]+"', b"", place.read(name))
        for name in ("b.xml", "c.xml")
    )
    equal(given, recognised)


def what_is_wrong_with_a_script_is_said_with_line_and_column(place):
    place.write("a.txt", SPEECH)
    place.write(
        "s.edit",
        "remov section[1]\n"
        "move section[1] aftr section[2]\n"
        'insert point "x\n'
        "remove\n"
        'merge section[1] "二"\n'
        "insert chapter\n",
    )
    _, said = place.run("edit", "-s", "s.edit", "-i", "a.txt", status=2)
    equal(
        said.splitlines(),
        [
            "lectern: s.edit:1:1: there is no operation “remov”; did you mean “remove”?",
            "lectern: s.edit:2:17: “aftr” is no place: before, after, first-in or last-in",
            "lectern: s.edit:3:14: the quotation mark that ends this text is missing",
            "lectern: s.edit:4:7: a path is missing, as “lectern inspect --paths” shows them",
            "lectern: s.edit:5:18: nothing more was expected: merge PATH",
            "lectern: s.edit:6:8: “chapter” is no kind: section, point or p",
        ],
    )
    equal(place.read("a.txt").decode(), SPEECH)


def all_is_done_or_nothing(place):
    place.write("a.txt", SPEECH)
    place.write("s.edit", "remove section[1]\nremove section[9]\n")
    _, said = place.run("edit", "-s", "s.edit", "-i", "a.txt", status=3)
    equal(
        said,
        "lectern: s.edit:2:8: there is no “section[9]” in the speech as it is at this line\n",
    )
    equal(place.read("a.txt").decode(), SPEECH)


def a_refusal_says_why_and_where(place):
    place.write("a.txt", SPEECH)
    _, said = place.run("edit", "-e", "remove thanks[1]", "a.txt", status=3)
    contains(said, "-e:1: remove: 11:1: only a section, point or p")
    _, said = place.run("edit", "-e", "promote section[1]", "a.txt", status=3)
    contains(said, "-e:1: promote: 4:1: the section stands in no other one")


def options_that_contradict_each_other_are_refused(place):
    place.write("a.txt", SPEECH)
    place.run("edit", "a.txt", status=2)
    place.run("edit", "-e", "remove section[1]", "-o", "b", "-i", "a.txt", status=2)
    place.run("edit", "-e", "remove section[1]", "a.txt", "a.txt", status=2)
    place.run("edit", "-e", "remove section[1]", "-i", "-", status=2)
    place.run("edit", "-s", "none.edit", "a.txt", status=3)


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
