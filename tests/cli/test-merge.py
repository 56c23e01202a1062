#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-merge.py LECTERN SOURCE: rows become files under names of their own, and nothing else does.
Prints TAP."""
import fcntl
import json
import os
import pty
import re
import stat
import subprocess
import sys
import unicodedata

import harness
from harness import LECTERN, contains, equal
from merging import FIRST, HEAD, PATTERN, SECOND, TABLE, TEMPLATE, files, filled, merge


# --- what comes out --------------------------------------------------------------------------


def each_row_gives_a_file(place):
    equal(merge(place), [])
    equal(
        files(place),
        {"1-上湾村.txt": FIRST.encode(), "2-下湾村.txt": SECOND.encode()},
    )


def rows_of_json_give_the_same(place):
    rows = [
        {"单位": "上湾村", "轮次": 3, "人数": 12, "日期": "2026-05-01"},
        {"单位": "下湾村", "轮次": "10", "人数": "7", "日期": "2026-05-02"},
    ]
    place.write("t.txt", TEMPLATE)
    for name, content in (
        ("a.json", json.dumps(rows)),
        ("b.jsonl", "\n".join(json.dumps(row) for row in rows)),
    ):
        place.write(name, content)
        place.run("fill", "t.txt", "--values", name, "--output", name + ".d/{n}")
        equal(files(place, name + ".d"), {"1": FIRST.encode(), "2": SECOND.encode()})


def every_format_can_be_written(place):
    merge(place, pattern="x/{n}.xml")
    merge(place, pattern="j/{n}.json")
    merge(place, "--to", "outline", pattern="o/{n}")
    place.write("f.txt", FIRST)
    for name, to in (("x/1.xml", "xml"), ("j/1.json", "json"), ("o/1", "outline")):
        wanted, _ = place.run("convert", "--to", to, "f.txt")
        equal(place.read(name), wanted)


def the_encoding_of_the_template_is_kept(place):
    merge(place)
    place.write("t.txt", TEMPLATE.encode("gb18030"))
    args = ("fill", "t.txt", "--encoding", "GB18030", "--values", "rows.csv")
    place.run(*args, "--output", "gb/{n}")
    equal(place.read("gb/1"), FIRST.encode("gb18030"))
    place.write("t.txt", TEMPLATE.encode("utf-8-sig"))
    place.run("fill", "t.txt", "--values", "rows.csv", "--output", "bom/{n}")
    equal(place.read("bom/1"), FIRST.encode("utf-8-sig"))


def the_encoding_of_the_rows_does_not_matter(place):
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        said = merge(place, pattern=encoding + "/{n}", rows=TABLE.encode(encoding))
        equal(len(said), 1 if encoding == "gb18030" else 0)
        equal(place.read(encoding + "/2"), SECOND.encode())
    merge(
        place,
        *("--values-encoding", "GB18030", "--separator", ";"),
        pattern="told/{n}",
        rows=TABLE.replace(",", ";").encode("gb18030"),
    )
    equal(place.read("told/2"), SECOND.encode())


def rows_come_from_the_standard_input(place):
    place.write("t.txt", TEMPLATE)
    args = ("fill", "t.txt", "--values", "-", "--values-format", "csv")
    place.run(*args, "--output", PATTERN, given=TABLE.encode())
    equal(len(files(place)), 2)
    args = ("fill", "-", "--values", "-", "--values-format", "csv")
    _, said = place.run(*args, "--output", PATTERN, status=2)
    contains(said, "only once")


def a_single_row_needs_no_pattern(place):
    place.write("t.txt", TEMPLATE)
    place.write("one.csv", HEAD + "上湾村,3,12,2026-05-01\n")
    place.write("two.csv", TABLE)
    place.write("no.csv", HEAD)
    place.write("bad.csv", HEAD + "上湾村\n")
    equal(place.text("fill", "t.txt", "--values", "one.csv"), FIRST)
    equal(place.text("fill", "t.txt", "--values", "no.csv"), TEMPLATE)
    place.run("fill", "t.txt", "--values", "bad.csv", status=3)
    _, said = place.run("fill", "t.txt", "--values", "two.csv", status=2)
    contains(said, "more than one row")


def what_is_set_goes_before_the_rows(place):
    merge(place, "--set", "人数=99")
    equal(
        files(place)["1-上湾村.txt"].decode(),
        filled("上湾村", "三", "99", "2026年5月1日"),
    )
    merge(place, "--set", "批=七", pattern="{批}/{n}.txt")
    equal(sorted(files(place, "七")), ["1.txt", "2.txt"])


def an_empty_cell_leaves_its_place_open(place):
    rows = HEAD + "上湾村,,12,2026-05-01\n下湾村,10,7,2026-05-02\n"
    merge(place, rows=rows, pattern="k/{n}")
    contains(place.read("k/1").decode(), "第{{轮次:ordinal}}轮")
    merge(place, "--missing", "blank", rows=rows, pattern="b/{n}")
    contains(place.read("b/1").decode(), "第轮")
    said = merge(place, "--missing", "error", rows=rows, pattern="e/{n}", status=3)
    equal(list(files(place, "e")), ["2"])
    equal(said, ["lectern: rows.csv:2:1: row 1: no value for 轮次"])


def names_that_do_not_meet_are_told_once(place):
    rows = TABLE.replace("轮次", "轮此").replace("人数", "note")
    said = merge(place, rows=rows)
    equal(
        said,
        [
            "lectern: nothing is called “轮此”; did you mean “轮次”?",
            "lectern: nothing is called “note”",
            "lectern: rows.csv: no column is called “轮次”",
            "lectern: rows.csv: no column is called “人数”",
        ],
    )
    equal(len(files(place)), 2)
    options = ("--set", "轮次=3", "--set", "人数=2")
    equal(merge(place, *options, rows=rows, pattern="{轮此}{note}"), [])


def kinds_of_the_header_are_used(place):
    merge(place, rows=TABLE.replace("轮次", "轮次:ordinal").replace("日期", "日期:date"))
    equal(files(place)["1-上湾村.txt"].decode(), FIRST)


def nothing_in_a_value_is_read_again(place):
    values = ["{{轮次}}", "{{#if 轮次}}", "XX", "<p>&amp;</p>", "一、", "=1+1", '"', "a,b\nc"]
    rows = HEAD + "".join(
        '"%s",3,12,2026-05-01\n' % value.replace('"', '""') for value in values
    )
    merge(place, rows=rows, pattern="t/{n}.txt")
    merge(place, rows=rows, pattern="x/{n}.xml")
    for n, value in enumerate(values, 1):
        text = filled(value, "三", "12", "2026年5月1日")
        equal(place.read("t/%d.txt" % n).decode(), text)
        equal(place.text("convert", "x/%d.xml" % n), text)


def threads_give_what_one_gives(place):
    rows = HEAD + "".join(
        "村%d,%s,%d,2026-05-01\n" % (i, "x" if i % 7 == 0 else i, i)
        for i in range(1, 300)
    )
    said = {}
    for jobs in ("1", "2", "8"):
        said[jobs] = merge(
            place, "--jobs", jobs, rows=rows, pattern=jobs + "/{n}", status=3
        )
    equal(len(said["1"]), 42)
    equal(said["2"], said["1"])
    equal(said["8"], said["1"])
    equal(files(place, "2"), files(place, "1"))
    equal(files(place, "8"), files(place, "1"))
    equal(len(files(place, "1")), 299 - 42)


def who_looks_on_sees_how_far_it_is(place):
    """The bar comes after a quarter of a second, and goes before anything else is said."""
    place.write("t.txt", TEMPLATE)
    rows = ("村%d,%d,%d,2026-05-01\n" % (i, i % 9 + 1, i) for i in range(80000))
    place.write("rows.csv", HEAD + "".join(rows) + "末村,很多,1,\n")
    main, other = pty.openpty()
    args = ("--values", "rows.csv", "--output", PATTERN, "--dry-run")
    with subprocess.Popen(
        [LECTERN, "fill", "t.txt", *args],
        cwd=place.path,
        env={**os.environ, "TERM": "xterm", "LC_ALL": "C"},
        stdout=subprocess.DEVNULL,
        stderr=other,
    ) as running:
        os.close(other)
        shown = b""
        try:
            while piece := os.read(main, 65536):
                shown += piece
        except OSError:
            pass
        equal(running.wait(timeout=60), 3)
    os.close(main)
    shown = shown.decode()
    shares = [int(n) for n in re.findall(r"\[#*-*\] \d+ \((\d+)%\) out", shown)]
    assert shares and shares == sorted(shares) and shares[-1] <= 100, shown
    assert re.search("\r\x1b\\[Klectern: rows.csv:80002:4: row 80001", shown), shown


# --- names of files --------------------------------------------------------------------------


def names_are_made_of_values_and_numbers(place):
    for pattern, name in (
        ("{n:4}.txt", "0001.txt"),
        ("a/{轮次}{{x}}/{单位}/{n}", "a/3{x}/上湾村/1"),
        ("{{b}}/{n}-{日期}", "{b}/1-2026年5月1日"),
        ("./{单位}.txt", "./上湾村.txt"),
    ):
        names = merge(place, "--dry-run", pattern=pattern)
        equal(os.path.normpath(names[0]), os.path.normpath(name))
        merge(place, pattern=pattern)
        equal(place.read(name).decode(), FIRST)


def a_dry_run_lists_and_writes_nothing(place):
    before = sorted(os.listdir(place.path))
    equal(merge(place, "--dry-run"), ["out/1-上湾村.txt", "out/2-下湾村.txt"])
    equal(sorted(os.listdir(place.path)), sorted(before + ["rows.csv", "t.txt"]))


def patterns_that_are_none_are_refused(place):
    for pattern, words in (
        ("out/{n", "a value is written {NAME}"),
        ("out/{}", "a value is written {NAME}"),
        ("out/{n}}", "a value is written {NAME}"),
        ("out/{n:0}", "the digits must be 1 to 20"),
        ("out/{n:x}", "the digits must be 1 to 20"),
        ("out/{单}", "there is no column “单”; did you mean “单位”?"),
        ("out/{sum}", "there is no column “sum”"),
    ):
        contains(merge(place, pattern=pattern, status=2)[0], words)
    assert not (place.path / "out").exists()


def a_name_that_leads_elsewhere_is_refused(place):
    place.path.joinpath("deep/er").mkdir(parents=True)
    hostile = [
        "../../x",
        "/etc/x",
        "a/b",
        "a\\b",
        "..",
        ".",
        ".hidden",
        "a\nb",
        "a\tb",
        "a\0b",
        "a\x1b[31mb",
        "a\u202eb",
        "a\u200bb",
        "a\u2028b",
        "\ufeffa",
        "长" * 85,
        "",
    ]
    rows = HEAD + "".join('"%s",3,12,2026-05-01\n' % value for value in hostile)
    before = files(place, ".")
    said = merge(
        place,
        rows=rows + "上湾村,3,12,2026-05-01\n",
        pattern="deep/er/{单位}.txt",
        status=3,
    )
    equal(len(said), len(hostile))
    for line, value in zip(said, hostile):
        contains(line, ": row %d" % (hostile.index(value) + 1))
        assert not any(ord(c) < 0x20 for c in line), line
    after = set(files(place, ".")) - set(before)
    equal(after, {"rows.csv", "t.txt", "deep/er/上湾村.txt"})
    equal(len(merge(place, rows=HEAD + ",1,1,\n", pattern="{单位}/x/{n}", status=3)), 1)
    equal(len(merge(place, pattern="{单位}/../{n}", status=3)), 2)
    equal(len(merge(place, pattern="{单位}//{n}", status=3)), 2)


def a_link_is_no_folder_and_no_file(place):
    place.path.joinpath("elsewhere").mkdir()
    place.path.joinpath("out").mkdir()
    os.symlink("../elsewhere", place.path / "out" / "上湾村")
    os.symlink("../elsewhere/new", place.path / "out" / "x")
    said = merge(place, "--force", pattern="out/{单位}/{n}", status=3)
    equal(len(said), 1)
    contains(said[0], "a symbolic link")
    equal(sorted(files(place)), ["下湾村/2"])
    said = merge(place, "--force", pattern="out/{单位}", rows=HEAD + "x,1,1,\n", status=3)
    contains(said[0], "no file")
    equal(files(place, "elsewhere"), {})


def two_rows_with_one_name_are_told(place):
    twin = unicodedata.normalize("NFD", "Café")
    rows = HEAD + "".join(
        name + ",3,12,2026-05-01\n" for name in ("甲", "A厂", "甲", "a厂", "Café", twin)
    )
    said = merge(place, rows=rows, pattern="out/{单位}", status=3)
    equal(sorted(files(place)), ["A厂", "Café", "甲"])
    equal([line.split(": ")[2] for line in said], ["row 3", "row 4", "row 6"])
    contains(said[0], "row 1 calls its file so already")
    contains(said[1], "row 2 calls")
    contains(said[2], "row 5 calls")
    equal(
        len(merge(place, pattern="same/{轮次}", rows=TABLE.replace("10", "3"), status=3)),
        1,
    )


def many_names_are_remembered(place):
    """More than the first table of names holds."""
    n = 9000
    rows = "单位\n" + "".join("村%d\n" % i for i in range(n)) + "村0\n村%d\n" % (n - 1)
    place.write("t.txt", "{{单位}}\n")
    place.write("rows.csv", rows)
    args = ("fill", "t.txt", "--values", "rows.csv", "--output", "out/{单位}")
    out, said = place.run(*args, "--dry-run", status=3)
    equal(len(out.splitlines()), n)
    lines = said.splitlines()
    equal(len(lines), 2)
    contains(lines[0], "row 1 calls its file so already")
    contains(lines[1], "row %d calls its file so already" % n)


# --- files that are there --------------------------------------------------------------------


def nothing_is_overwritten_unasked(place):
    place.path.joinpath("out").mkdir()
    place.write("out/1-上湾村.txt", "mine")
    for options in ((), ("--resume",)):
        said = merge(place, *options, status=3)
        equal(len(said), 1 if options else 1)
        contains(said[0], "row 1: out/1-上湾村.txt: there is a file")
        equal(place.read("out/1-上湾村.txt"), b"mine")
        equal(place.read("out/2-下湾村.txt").decode(), SECOND)
    equal(len(merge(place, status=3)), 2)
    equal(merge(place, "--force"), [])
    equal(place.read("out/1-上湾村.txt").decode(), FIRST)


def force_keeps_permissions(place):
    merge(place)
    place.write("out/1-上湾村.txt", "mine")
    os.chmod(place.path / "out" / "1-上湾村.txt", 0o640)
    merge(place, "--force")
    status = os.stat(place.path / "out" / "1-上湾村.txt")
    equal(stat.S_IMODE(status.st_mode), 0o640)
    equal(place.read("out/1-上湾村.txt").decode(), FIRST)


def files_have_the_permissions_of_the_user(place):
    merge(place)
    umask = os.umask(0)
    os.umask(umask)
    status = os.stat(place.path / "out" / "1-上湾村.txt")
    equal(stat.S_IMODE(status.st_mode), 0o666 & ~umask)


def resume_writes_what_is_missing_or_cut(place):
    merge(place)
    path = place.path / "out" / "1-上湾村.txt"
    untouched = os.stat(place.path / "out" / "2-下湾村.txt")
    for left in (None, b"", FIRST.encode()[:20]):
        path.unlink()
        if left is not None:
            path.write_bytes(left)
        equal(merge(place, "--resume"), [])
        equal(path.read_bytes().decode(), FIRST)
    again = os.stat(place.path / "out" / "2-下湾村.txt")
    equal((again.st_ino, again.st_mtime_ns), (untouched.st_ino, untouched.st_mtime_ns))


def resume_removes_what_a_killed_run_left(place):
    place.path.joinpath("out").mkdir()
    place.write("out/.lectern-fill-4711-0.part", "half")
    place.write("out/.other.part", "not ours")
    merge(place, "--resume")
    equal(sorted(files(place)), [".other.part", "1-上湾村.txt", "2-下湾村.txt"])


def another_run_is_kept_out(place):
    place.path.joinpath("out").mkdir()
    folder = os.open(place.path / "out", os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    contains(merge(place, status=3)[0], "another run is writing into this folder")
    os.close(folder)
    merge(place)


# --- tables ----------------------------------------------------------------------------------


def a_row_that_fails_is_told_and_the_others_are_written(place):
    rows = (
        HEAD
        + "上湾村,3,12,2026-05-01\n"
        + "中湾村,很多,12,2026-05-01\n"
        + "下湾村,10\n"
        + '东"湾村,3,12,\n'
        + "下湾村,10,7,2026-05-02\n"
    )
    said = merge(place, rows=rows, status=3)
    equal(sorted(files(place)), ["1-上湾村.txt", "5-下湾村.txt"])
    contains(said[0], "lectern: rows.csv:3:5: row 2, column “轮次”: “很多” ")
    contains(said[1], "lectern: rows.csv:4:7: row 3: 2 cells, but the header has 4")
    contains(said[2], "lectern: rows.csv:5:2: row 4: a quote in a cell")
    equal(len(said), 3)


def options_that_would_do_nothing_are_refused(place):
    place.write("t.txt", TEMPLATE)
    place.write("one.csv", HEAD + "上湾村,3,12,2026-05-01\n")
    for option in ("--resume", "--force", "--dry-run", "--jobs=2"):
        _, said = place.run("fill", "t.txt", "--values", "one.csv", option, status=2)
        contains(said, option.split("=")[0])
    contains(merge(place, "--jobs", "-1", status=2)[0], "--jobs")
    contains(merge(place, "--diff", status=2)[0], "--diff")
    contains(merge(place, "--separator", "ab", status=2)[0], "“ab”")
    contains(merge(place, "--separator", '"', status=2)[0], "separator")
    contains(merge(place, "--values-format", "xls", status=2)[0], "xls")
    assert not (place.path / "out").exists()


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
