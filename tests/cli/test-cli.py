#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-cli.py LECTERN SOURCE: the command does what its man page says. Prints TAP."""
import os
import re
import signal
import stat
import subprocess
import sys

import harness
from harness import CLI, COMMANDS, LECTERN, contains, equal

TEXT = (
    "在全县秋收工作会上的讲话\n"
    "（2024年9月6日）\n"
    "同志们：\n"
    "今天开会，主要是部署秋收。下面，我讲两点意见。\n"
    "一、看清形势\n"
    "全县已收XX万亩。\n"
    "二、抓紧行动\n"
    "一要抢时间。成熟一块、收割一块。\n"
    "二要保安全。严防机具伤人。\n"
    "谢谢大家！\n"
)
XML = (
    '<speech xmlns="urn:lectern:speech:1" xml:lang="zh-Hans" xml:space="preserve">'
    "<title>在全县秋收工作会上的讲话</title>\n"
    '<section numbering="一、"><heading><marker>三、</marker>看清形势</heading>\n'
    '<p>已收<placeholder kind="count" unit="万亩" form="fill-in">XX</placeholder>万亩，共讲'
    '<announcement count="2" of="r1">两点</announcement>。</p>\n'
    '<series xml:id="r1" numbering="一要"><point><p><marker>一要</marker>'
    "<lead>抢时间。</lead>不等。</p>\n</point>"
    "<point><p><marker>二要</marker><lead>保安全。</lead></p>\n</point></series></section>"
    "</speech>\n"
)
ROWS = (
    "1\t1\ttitle\t-\t-\t在全县秋收工作会上的讲话\n"
    "2\t1\theading\t1\t三、\t看清形势\n"
    "4\t1\tpoint\t一要#1\t一要\t抢时间。\n"
    "5\t1\tpoint\t一要#1\t二要\t保安全。\n"
)
MANUALS = ("lectern.1", "lectern.zh_CN.1")
XML_AS_TEXT = "在全县秋收工作会上的讲话\n三、看清形势\n已收XX万亩，共讲两点。\n" "一要抢时间。不等。\n二要保安全。\n"


def inspect_shows_the_structure(place):
    place.write("a.xml", XML)
    equal(place.text("inspect", "a.xml"), ROWS)


def inspect_shows_placeholders_and_announcements(place):
    place.write("a.xml", XML)
    equal(
        place.text("inspect", "--placeholders", "a.xml"),
        "3\t3\tXX\tcount\t-\tfill-in\n",
    )
    equal(place.text("inspect", "--announcements", "a.xml"), "3\t10\t两点\t2\t2\n")


def inspect_shows_the_tree_as_json(place):
    import json

    place.write("a.xml", XML)
    tree = json.loads(place.text("inspect", "--json", "a.xml"))
    assert isinstance(tree, dict) and tree
    place.write("b.xml", XML)
    for line in place.text("inspect", "--json", "a.xml", "b.xml").splitlines():
        path, _, data = line.partition("\t")
        assert path in ("a.xml", "b.xml")
        equal(json.loads(data), tree)


def inspect_reads_a_text(place):
    place.write("a.txt", TEXT)
    rows = [r.split("\t") for r in place.text("inspect", "a.txt").splitlines()]
    headings = [(r[0], r[3], r[4], r[5]) for r in rows if r[2] == "heading"]
    equal(headings, [("5", "1", "一、", "看清形势"), ("7", "1", "二、", "抓紧行动")])
    points = [(r[0], r[1], r[3], r[4], r[5]) for r in rows if r[2] == "point"]
    equal(
        points,
        [
            ("8", "1", "一要#1", "一要", "抢时间。"),
            ("9", "1", "一要#1", "二要", "保安全。"),
        ],
    )


def several_files_have_their_path_first(place):
    place.write("a.xml", XML)
    place.write("b 文.xml", XML)
    rows = place.text("inspect", "a.xml", "b 文.xml").splitlines()
    equal(rows, [p + "\t" + r for p in ("a.xml", "b 文.xml") for r in ROWS.splitlines()])
    for command in ("outline", "stats"):
        for line in place.text(command, "a.xml", "b 文.xml").splitlines():
            assert line.startswith(("a.xml\t", "b 文.xml\t")), line


def a_dash_is_the_standard_input(place):
    equal(place.text("inspect", "-", given=XML.encode()), ROWS)
    out, _ = place.run("convert", "-", given=XML.encode())
    equal(out.decode(), XML_AS_TEXT)
    place.run("inspect", "-", "-", status=2)


def a_text_comes_back_byte_for_byte(place):
    cases = {
        "lf": TEXT.encode(),
        "crlf": TEXT.replace("\n", "\r\n").encode(),
        "cr": TEXT.replace("\n", "\r").encode(),
        "mixed": TEXT.replace("\n", "\r\n", 3).encode(),
        "no-final": TEXT.rstrip("\n").encode(),
        "bom": b"\xef\xbb\xbf" + TEXT.encode(),
        "utf-16": TEXT.encode("utf-16"),
        "nul": TEXT.replace("秋", "\0\x0b\ufffe", 1).encode(),
        "blanks": ("\n\n  " + TEXT.replace("\n", " \t\n\u3000\u3000")).encode(),
        "empty": b"",
        "gb18030": TEXT.encode("gb18030"),
    }
    for name, data in cases.items():
        place.write(name + ".txt", data)
        place.run("convert", name + ".txt", name + ".xml")
        place.run("convert", name + ".xml", name + ".back.txt")
        assert place.read(name + ".back.txt") == data, name
        out, _ = place.run("convert", "--to", "text", name + ".txt")
        assert out == data, name


def the_xml_without_tags_is_the_text(place):
    place.write("a.txt", TEXT)
    xml = place.text("convert", "a.txt")
    equal(re.sub(r"<[^>]*>", "", xml.rstrip("\n")).rstrip("\n"), TEXT.rstrip("\n"))


def another_encoding_is_told_and_kept(place):
    place.write("a.txt", TEXT.encode("gb18030"))
    _, said = place.run("inspect", "a.txt")
    contains(said, "a.txt")
    contains(said, "GB18030")
    _, said = place.run("inspect", "--encoding", "GB18030", "a.txt")
    equal(said, "")
    out, _ = place.run("convert", "--to", "text", "--output-encoding", "UTF-8", "a.txt")
    equal(out.decode(), TEXT)
    xml, _ = place.run("convert", "--to", "xml", "a.txt")
    contains(xml.decode("utf-8"), "秋收")
    place.run("inspect", "--encoding", "klingon", "a.txt", status=2)
    place.run("convert", "--output-encoding", "klingon", "a.txt", status=2)


def a_bad_file_is_named_and_the_others_are_done(place):
    place.write("bad.txt", "秋收".encode() + b"\xff\xff")
    place.write("good.xml", XML)
    out, said = place.run("inspect", "bad.txt", "absent.txt", "good.xml", ".", status=3)
    equal(out.decode().splitlines(), ["good.xml\t" + row for row in ROWS.splitlines()])
    contains(said, "lectern: bad.txt:")
    contains(said, "byte 6")
    contains(said, "lectern: absent.txt: ")
    contains(said, "lectern: .: ")
    equal(len(said.splitlines()), 3)


def bad_xml_is_named_with_its_place(place):
    place.write("bad.xml", XML.replace("</lead>", "", 1))
    _, said = place.run("convert", "bad.xml", "out.txt", status=3)
    assert re.search(r"lectern: bad\.xml:\d+:\d+: .*byte \d+", said), said
    assert not (place.path / "out.txt").exists()


def formats_follow_from_names(place):
    place.write("a.xml", XML)
    place.run("convert", "a.xml", "a.txt")
    equal(place.read("a.txt").decode(), XML_AS_TEXT)
    place.run("convert", "a.xml", "a.JSON")
    assert place.read("a.JSON").startswith(b"{")
    place.run("convert", "a.xml", "a.doc", status=2)
    assert not (place.path / "a.doc").exists()
    place.run("convert", "--to", "text", "a.xml", "a.doc")
    equal(place.read("a.doc").decode(), XML_AS_TEXT)
    place.write("plain", XML)
    equal(place.text("convert", "--to", "text", "--from", "text", "plain"), XML)
    place.run("convert", "--to", "pdf", "a.xml", status=2)
    place.run("convert", "--from", "pdf", "a.xml", status=2)


def text_options_lay_the_text_out(place):
    place.write("a.xml", XML)
    convert = ("convert", "--to", "text")
    contains(place.text(*convert, "--canonical", "a.xml"), "\n一、看清形势\n")
    contains(place.text(*convert, "--indent", "a.xml"), "\n\u3000\u3000三、看清形势\n")
    contains(place.text(*convert, "--blank-lines", "1", "a.xml"), "看清形势\n\n已收")
    contains(place.text(*convert, "--punctuation", "half", "a.xml"), "万亩,共讲")
    for line in place.text(*convert, "--columns", "10", "a.xml").splitlines():
        assert len(line) <= 6, line
    for bad in (
        ["--columns", "-1"],
        ["--columns", "many"],
        ["--blank-lines", "-1"],
        ["--punctuation", "big"],
    ):
        place.run(*convert, *bad, "a.xml", status=2)


def many_files_are_converted_into_a_folder(place):
    place.write("a.xml", XML)
    place.write("b.speech.txt", TEXT)
    place.write("bad.txt", b"\xff\xff")
    into = ("convert", "--output-dir", "new/out")
    place.run(*into, "a.xml", status=2)
    place.run(*into, "--to", "text", "a.xml", "./a.xml", status=2)
    place.run(*into, "--to", "text", "-", status=2)
    assert not (place.path / "new").exists()
    place.run(*into, "--to", "text", "a.xml", "bad.txt", "b.speech.txt", status=3)
    place.run(*into, "--to", "outline", "a.xml")
    equal(
        sorted(p.name for p in (place.path / "new" / "out").iterdir()),
        ["a.outline.txt", "a.txt", "b.speech.txt"],
    )
    equal(place.read("new/out/a.txt").decode(), XML_AS_TEXT)
    equal(place.read("new/out/b.speech.txt").decode(), TEXT)


def an_option_that_would_do_nothing_is_refused(place):
    place.write("a.xml", XML)
    place.write("a.txt", TEXT)
    for options in (
        ["--canonical", "--to", "xml", "a.xml"],
        ["--columns", "20", "a.txt"],
        ["--indented", "--to", "text", "a.xml"],
        ["--output-encoding", "GB18030", "a.txt", "b.xml"],
    ):
        _, said = place.run("convert", *options, status=2)
        contains(said, "does nothing")
    assert not (place.path / "b.xml").exists()


def an_outline_is_one_line_or_one_entry_a_line(place):
    place.write("a.xml", XML)
    equal(place.text("outline", "a.xml"), "【提纲】三、看清形势。一要抢时间。二要保安全。\n")
    equal(
        place.text("outline", "--indented", "a.xml"),
        "三、看清形势\n  一要抢时间。\n  二要保安全。\n",
    )
    equal(
        place.text("convert", "--to", "outline", "a.xml"),
        place.text("outline", "a.xml"),
    )


def stats_count_the_speech_its_sections_and_points(place):
    place.write("a.xml", XML)
    rows = [r.split("\t") for r in place.text("stats", "a.xml").splitlines()]
    equal([len(r) for r in rows], [6] * 4)
    equal(
        [(r[0], r[1], r[2], r[5]) for r in rows],
        [
            ("1", "speech", "0", "在全县秋收工作会上的讲话"),
            ("2", "section", "1", "三、看清形势"),
            ("4", "point", "2", "一要抢时间。"),
            ("5", "point", "2", "二要保安全。"),
        ],
    )
    counts = [int(r[3]) for r in rows]
    equal(counts[2:], [9, 6])
    assert counts[0] > counts[1] > counts[2] + counts[3], counts
    equal([int(r[4]) for r in rows[2:]], [1, 1])


def an_output_file_is_written_whole_or_not_at_all(place):
    place.write("a.xml", XML)
    place.write("out.txt", "alt")
    os.chmod(place.path / "out.txt", 0o640)
    os.symlink("out.txt", place.path / "link.txt")
    place.run("convert", "a.xml", "link.txt")
    assert (place.path / "link.txt").is_symlink()
    equal(place.read("out.txt").decode(), XML_AS_TEXT)
    equal(stat.S_IMODE((place.path / "out.txt").stat().st_mode), 0o640)
    place.run("convert", "a.xml", "absent/out.txt", status=3)
    equal(
        sorted(p.name for p in place.path.iterdir()), ["a.xml", "link.txt", "out.txt"]
    )
    (place.path / "folder.txt").mkdir()
    _, said = place.run("convert", "a.xml", "folder.txt", status=3)
    contains(said, "folder.txt")


def a_file_may_be_converted_onto_itself(place):
    place.write("a.txt", TEXT)
    place.run("convert", "--canonical", "a.txt", "a.txt")
    contains(place.read("a.txt").decode(), "一、看清形势\n")


def a_device_is_written_to_as_it_stands(place):
    place.write("a.xml", XML)
    place.run("convert", "--to", "text", "a.xml", "/dev/null")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def a_full_device_is_an_error(place):
    if not os.path.exists("/dev/full"):
        return
    place.write("a.xml", XML)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [LECTERN, "inspect", "a.xml"],
            cwd=place.path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    equal(done.returncode, 3)
    contains(done.stderr.decode("utf-8", "replace"), "standard output")


def a_closed_pipe_is_quiet(place):
    place.write("a.xml", XML)
    with subprocess.Popen(
        [LECTERN, "inspect"] + ["a.xml"] * 2000,
        cwd=place.path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        status = running.wait(timeout=60)
    equal(said, b"")
    assert status in (0, -signal.SIGPIPE), status


def every_command_has_help_with_examples(place):
    contains(place.text("--help"), "Commands:")
    equal(place.text("help"), place.text("--help"))
    for command in COMMANDS:
        shown = place.text("help", command)
        contains(shown, "Examples:\n  lectern " + command)
        equal(place.text(command, "--help"), shown)
        contains(place.text("--help"), "  %s " % command)


def the_version_is_printed(place):
    assert re.fullmatch(r"lectern \d+\.\d+\.\d+\n", place.text("--version"))


def wrong_command_lines_end_with_2(place):
    _, said = place.run("convrt", status=2)
    contains(said, "“convert”")
    _, said = place.run("insp", status=2)
    contains(said, "“inspect”")
    _, said = place.run("xyzzy", status=2)
    assert "mean" not in said
    place.run(status=2)
    place.run("--frobnicate", status=2)
    place.run("help", "xyzzy", status=2)
    for command in COMMANDS:
        if command != "rules":
            place.run(command, status=2)
        place.run(command, "--frobnicate", "a.txt", status=2)
    place.run("convert", "a", "b", "c", status=2)
    place.run("inspect", "--json", "--placeholders", "a.txt", status=2)


def a_name_that_begins_with_a_dash_follows_two(place):
    place.write("--help", XML)
    equal(place.text("inspect", "--from", "xml", "--", "--help"), ROWS)


def options_of(place, command):
    return set(
        re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", place.text("help", command), re.M)
    )


def every_option_is_in_the_man_page_and_the_completions(place):
    pages = [(CLI / name).read_text("utf-8").replace("\\-", "-") for name in MANUALS]
    shells = {
        n: (CLI / "completions" / n).read_text("utf-8")
        for n in ("lectern.bash", "_lectern", "lectern.fish")
    }
    for command in COMMANDS:
        options = options_of(place, command)
        assert len(options) >= 3, options
        for option in options | {"--version", "--help"}:
            for man in pages:
                assert re.search(re.escape(option) + r"(?![a-z-])", man), option
            for name, text in shells.items():
                want = "-l " + option[2:] if name.endswith("fish") else option
                found = re.search(re.escape(want) + r"(?![\w-])", text)
                assert found, "%s has no %s" % (name, option)
        for man in pages:
            assert re.search(r"^\.SS %s$" % command, man, re.M), command
        for name, text in shells.items():
            assert re.search(r"\b%s\b" % command, text), (name, command)


def a_shell_completes_rules_and_severities(place):
    script = CLI / "completions" / "lectern.bash"
    for words, wanted in (
        (["ch"], {"check"}),
        (["check", "--rule", "salutation-mar"], {"salutation-mark="}),
        (
            ["check", "--rule", "salutation-mark", "="],
            {"off", "note", "warning", "error"},
        ),
        (["check", "--rule", "salutation-mark", "=", "w"], {"warning"}),
        (["check", "--format", ""], {"text", "json", "sarif"}),
        (["check", "--format", "="], {"text", "json", "sarif"}),
        (["check", "--format", "=", "s"], {"sarif"}),
        (["check", "--rule", "=", "salutation-mar"], {"salutation-mark="}),
        (["check", "--rule", "=", "salutation-mark", "=", "w"], {"warning"}),
        (["rules", "salutation-mar"], {"salutation-mark"}),
        (["rules", "--format", ""], {"text", "json"}),
        (["rules", "--format", "=", "j"], {"json"}),
        (["convert", "--message-language", ""], {"en", "zh"}),
    ):
        done = subprocess.run(
            [
                "bash",
                "-c",
                '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lectern; '
                'printf "%s\\n" "${COMPREPLY[@]}"',
                str(script),
                LECTERN,
                *words,
            ],
            cwd=place.path,
            capture_output=True,
            check=True,
        )
        equal(set(done.stdout.decode().split()), wanted)


def a_shell_completes_names_with_blanks(place):
    place.write("two words.txt", "")
    done = subprocess.run(
        [
            "bash",
            "-c",
            '. "$0"; COMP_WORDS=(lectern check two); COMP_CWORD=2; _lectern; '
            'printf "%s\\n" "${COMPREPLY[@]}"',
            str(CLI / "completions" / "lectern.bash"),
        ],
        cwd=place.path,
        capture_output=True,
        check=True,
    )
    equal(done.stdout.decode(), "two words.txt\n")


def both_manuals_have_the_same_parts(place):
    shape = [
        [line.split()[0] for line in lines if re.match(r"\.(SH|SS|TP)\b", line)]
        for lines in ((CLI / n).read_text("utf-8").splitlines() for n in MANUALS)
    ]
    equal(shape[0], shape[1])


def no_page_names_an_option_that_is_not_there(place):
    known = {"--version", "--help"}.union(*(options_of(place, c) for c in COMMANDS))
    pages = [(CLI / name).read_text("utf-8").replace("\\-", "-") for name in MANUALS]
    bash = (CLI / "completions" / "lectern.bash").read_text("utf-8")
    zsh = (CLI / "completions" / "_lectern").read_text("utf-8")
    fish = (CLI / "completions" / "lectern.fish").read_text("utf-8")
    for text in (*pages, bash, zsh):
        named = set(re.findall(r"(?<![a-z-])--[a-z][a-z-]*", text))
        assert named <= known, named - known
    named = {"--" + n for n in re.findall(r"^complete .* -l ([a-z-]+)", fish, re.M)}
    assert named <= known, named - known


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
