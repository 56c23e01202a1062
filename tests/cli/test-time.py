#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-time.py LECTERN SOURCE: the command that tells how long a speech takes."""
import json
import os
import pty
import subprocess
import sys

import harness
from harness import LECTERN, contains, equal

SPEECH = """在修渠会上的讲话
（2025年3月12日）
同志们：
今年要修渠。下面，我讲两点意见。
一、看清难处
难在两处：一是渠长25公里；二是人少。
二、马上动手
三月开工。
谢谢大家！
"""
ONE_A_SECOND = ["--rate", "60", "--paragraph-pause", "0", "--point-pause", "0"]


def rows_of(text):
    return [line.split("\t") for line in text.splitlines()]


def each_part_has_its_start_and_its_time(place):
    place.write("a.txt", SPEECH)
    equal(
        rows_of(place.text("time", *ONE_A_SECOND, "a.txt")),
        [
            ["1", "speech", "0", "0.0", "51.0", "51", "在修渠会上的讲话"],
            ["4", "opening", "1", "3.0", "13.0", "13", "今年要修渠。下面，我讲两点意见。"],
            ["5", "section", "1", "16.0", "22.0", "22", "一、看清难处"],
            ["6", "point", "2", "25.0", "9.0", "9", "一是渠长25公里；"],
            ["6", "point", "2", "34.0", "4.0", "4", "二是人少。"],
            ["7", "section", "1", "38.0", "5.0", "5", "二、马上动手"],
            ["8", "closing", "1", "43.0", "4.0", "4", "三月开工。"],
        ],
    )


def pauses_and_the_title_are_added(place):
    place.write("a.txt", "在会上的讲话\n同志们：\n好。\n")
    for options, seconds in (
        ([], "5.0"),
        (["--paragraph-pause", "2.5"], "6.5"),
        (["--title"], "12.0"),
    ):
        text = place.text("time", "--rate", "60", *options, "a.txt")
        equal(rows_of(text)[0][4], seconds)


def the_rate_of_the_house_is_used(place):
    place.write("a.txt", "同志们：\n" + "好" * 177 + "。\n")
    place.write(".lectern.ini", "[speech]\nrate = 90\n")
    place.write("fast.ini", "[speech]\nrate = 360\n")
    none = ["--paragraph-pause", "0"]
    for options, seconds in (
        ([], "120.0"),
        (["--profile", "fast.ini"], "30.0"),
        (["--rate", "180"], "60.0"),
        (["--rate", "180", "--profile", "fast.ini"], "60.0"),
    ):
        equal(rows_of(place.text("time", *none, *options, "a.txt"))[0][4], seconds)


def a_bad_profile_is_told_and_nothing_is_counted(place):
    place.write("a.txt", SPEECH)
    place.write(".lectern.ini", "[speech]\nrate = quick\n")
    out, said = place.run("time", "a.txt", status=3)
    equal(out, b"")
    contains(said, ".lectern.ini:2:1:")
    place.run("time", "--profile", "none.ini", "a.txt", status=2)


def several_files_have_a_total(place):
    place.write("a.txt", SPEECH)
    place.write("b.txt", "同志们：\n好。\n")
    rows = rows_of(place.text("time", *ONE_A_SECOND, "a.txt", "b.txt"))
    equal({row[0] for row in rows}, {"a.txt", "b.txt", "total"})
    equal(rows[-1], ["total", "0", "total", "0", "0.0", "55.0", "55", "-"])
    equal(len(rows_of(place.text("time", "a.txt"))), 7)
    out, _ = place.run("time", *ONE_A_SECOND, "a.txt", "none.txt", status=3)
    equal(len(rows_of(out.decode())), 7)


def levels_limit_the_rows(place):
    place.write("a.txt", "同志们：\n好。\n一、甲\n（一）丙\n好。\n（二）丁\n一是快；二是稳。\n二、乙\n好。\n")
    for level, kinds in ((1, 2), (2, 4)):
        rows = rows_of(place.text("time", "--level", str(level), "a.txt"))
        equal([row[1] for row in rows].count("section"), kinds)
        assert "point" not in [row[1] for row in rows], rows


def json_has_a_row_a_line(place):
    place.write("a.txt", SPEECH)
    rows = [
        json.loads(line)
        for line in place.text(
            "time", *ONE_A_SECOND, "--format", "json", "a.txt"
        ).splitlines()
    ]
    equal(
        rows[2],
        {
            "file": "a.txt",
            "kind": "section",
            "line": 5,
            "depth": 1,
            "start_ms": 16000,
            "duration_ms": 22000,
            "characters": 22,
            "text": "一、看清难处",
        },
    )


def on_a_terminal_there_are_clocks(place):
    place.write("a.txt", SPEECH)
    main, terminal = pty.openpty()
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    with subprocess.Popen(
        [LECTERN, "time", "--rate", "30", "--paragraph-pause", "600", "a.txt"],
        cwd=place.path,
        env=environment,
        stdout=terminal,
    ) as process:
        os.close(terminal)
        out = b""
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:
                break
            if not piece:
                break
            out += piece
        equal(process.wait(), 0)
    os.close(main)
    lines = out.decode().replace("\r\n", "\n").splitlines()
    equal(lines[0].split(), ["start", "time", "spoken"])
    equal(lines[1].split(), ["0:00", "1:01:43", "51", "在修渠会上的讲话"])
    equal(lines[2].split()[:2], ["10:06", "0:26"])


def bad_numbers_are_refused(place):
    place.write("a.txt", SPEECH)
    for option in (
        ["--rate", "0"],
        ["--rate", "10001"],
        ["--rate", "many"],
        ["--paragraph-pause", "-1"],
        ["--point-pause", "3601"],
        ["--point-pause", "long"],
        ["--level", "0"],
        ["--format", "xml"],
    ):
        out, said = place.run("time", *option, "a.txt", status=2)
        equal(out, b"")
        contains(said, "pause" if "pause" in option[0] else option[0][2:])


def the_decimal_point_does_not_depend_on_the_locale(place):
    place.write("a.txt", SPEECH)
    plain = place.text("time", "a.txt")
    out, _ = place.run("time", "a.txt", variables={"LC_ALL": "de_DE.UTF-8"})
    equal(out.decode(), plain)


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
