#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-rows.py ROWS SOURCE: tables and JSON become rows of values, and what is wrong is told with
its place. Prints TAP."""
import csv
import io
import json
import random
import resource
import subprocess
import sys
import threading
import time

import harness
from harness import LECTERN, contains, equal

HEAD = "单位,轮次\n"


def rows(here, name, *options, status=0, given=b""):
    """The rows as lists of words, and the lines of what was said."""
    out, said = here.run(name, *options, status=status, given=given)
    lines = out.decode().split("\n")[:-1]
    return [line.split("\t") for line in lines], said.splitlines()


def table(here, content, *options, status=0, name="t.csv"):
    here.write(name, content)
    return rows(here, name, *options, status=status)


# --- tables ----------------------------------------------------------------------------------


def a_table_gives_its_rows(place):
    found, said = table(place, HEAD + "县林业局,3\n县水利局,\n,5\n")
    equal(
        found,
        [
            ["1 2:1", "单位=text:县林业局", "轮次=text:3"],
            ["2 3:1", "单位=text:县水利局"],
            ["3 4:1", "轮次=text:5"],
        ],
    )
    equal(said, [])


def line_ends_of_every_kind_end_a_row(place):
    wanted = [["1 2:1", "a=text:1", "b=text:2"], ["2 3:1", "a=text:3", "b=text:4"]]
    for end in ("\n", "\r\n", "\r"):
        for last in (end, ""):
            equal(table(place, end.join(("a,b", "1,2", "3,4")) + last)[0], wanted)


def quotes_hold_separators_line_ends_and_quotes(place):
    found, _ = table(
        place, 'a,b\n"1,2","say ""yes"""\n"x\r\ny\nz",""\n"","q"\nlast,1\n'
    )
    equal(
        found,
        [
            ["1 2:1", "a=text:1,2", 'b=text:say "yes"'],
            ["2 3:1", "a=text:x\\x0d\\x0ay\\x0az"],
            ["3 6:1", "b=text:q"],
            ["4 7:1", "a=text:last", "b=text:1"],
        ],
    )


def blanks_of_a_cell_stay(place):
    equal(
        table(place, " a , b\n 1 , 2\t\n")[0],
        [["1 2:1", "a=text: 1 ", "b=text: 2\\x09"]],
    )


def empty_lines_and_rows_are_passed_over(place):
    found, said = table(place, "\n\na,b\n\n1,2\n,\n\n3,4\n\n")
    equal([row[0] for row in found], ["1 5:1", "2 8:1"])
    equal(said, [])


def a_separator_is_chosen_or_told_by_the_name(place):
    wanted = [["1 2:1", "a=text:1,5", "b=text:2"]]
    equal(table(place, "a;b\n1,5;2\n", "csv", "-", ";")[0], wanted)
    equal(table(place, "a\tb\n1,5\t2\n", "csv", "-", "\t")[0], wanted)
    equal(table(place, "a\tb\n1,5\t2\n", name="t.tsv")[0], wanted)


def every_encoding_gives_the_same_rows(place):
    text = HEAD + "县林业局𠮷,3\n"
    wanted = [["1 2:1", "单位=text:县林业局𠮷", "轮次=text:3"]]
    for name, data, options, words in (
        ("utf-8", text.encode(), (), 0),
        ("bom", text.encode("utf-8-sig"), (), 0),
        ("guessed", text.encode("gb18030"), (), 1),
        ("told", text.encode("gb18030"), ("csv", "GB18030"), 0),
        ("gb-bom", b"\x84\x31\x95\x33" + text.encode("gb18030"), (), 0),
        ("utf-16", text.encode("utf-16"), (), 0),
        ("utf-16be", b"\xfe\xff" + text.encode("utf-16-be"), (), 0),
        ("utf-32", text.encode("utf-32"), (), 0),
    ):
        found, said = table(place, data, *options)
        equal((name, found), (name, wanted))
        equal((name, len(said)), (name, words))
    contains(
        table(place, text.encode("gb18030"))[1][0], "t.csv: not UTF-8, read as GB18030"
    )


def a_long_table_keeps_its_encoding(place):
    """Pieces of the file end within characters."""
    for encoding in ("utf-8", "gb18030", "utf-16"):
        lines = ["列甲,列乙"] + [
            "%d,县农业农村局“%s”" % (i, "渠𠮷" * (i % 7)) for i in range(60000)
        ]
        found, _ = table(place, "\n".join(lines).encode(encoding))
        equal(len(found), 60000)
        for i in (0, 20011, 59999):
            equal(
                found[i][1:],
                ["列甲=text:%d" % i, "列乙=text:" + lines[i + 1].split(",")[1]],
            )


def kinds_of_columns_are_read(place):
    found, _ = table(
        place,
        "轮次:ordinal,日期 : date,比例:percent,人数:count,备注:text\n3,2026-05-01,12.5%,350,x\n",
    )
    equal([word.split("=")[1].split(":")[0] for word in found[0][1:]].count("text"), 1)
    contains(found[0], "轮次=ordinal:3")
    contains(found[0], "比例=percent:12.5")


def escaped(text):
    return "".join(
        "\\x%02x" % ord(c) if ord(c) < 0x20 or c == "\\" else c for c in text
    )


def tables_that_others_write_are_read_alike(place):
    random.seed(11)
    signs = [
        '"',
        ",",
        ";",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "甲",
        "𠮷",
        "é",
        "a",
        "\\",
        "'",
    ]
    every, some = csv.QUOTE_ALL, csv.QUOTE_MINIMAL
    # Python before 3.13 puts only those line ends into quotes that end its rows.
    for end, quoting in (("\n", every), ("\r", every), ("\r\n", every), ("\r\n", some)):
        lines = [
            ["".join(random.choices(signs, k=random.randrange(6))) for _ in "abc"]
            for _ in range(500)
        ]
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator=end, quoting=quoting)
        writer.writerows([list("abc")] + lines)
        found, said = table(place, out.getvalue())
        wanted = [
            sorted("%s=text:%s" % (n, escaped(v)) for n, v in zip("abc", line) if v)
            for line in lines
            if any(line)
        ]
        equal(values_of(found), wanted)
        equal(said, [])


def no_table_breaks_the_reader(place):
    """Whatever stands in a file, rows or words come out."""
    random.seed(12)
    signs = [
        b'"',
        b",",
        b"\n",
        b"\r",
        b"\0",
        b"\xff",
        b"\xe7\x94\xb2",
        b"{",
        b"}",
        b"[",
        b"]",
    ]
    signs += [b":", b"\\", b"u", b"1", b"-", b".", b"a", b"null", b'{"a":', b'"a"']
    for name in ("t.csv", "t.json") * 60:
        place.write(name, b"".join(random.choices(signs, k=random.randrange(60))))
        done = subprocess.run(
            [LECTERN, name],
            cwd=place.path,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode in (0, 3), place.read(name)
        assert done.returncode == 0 or done.stderr, place.read(name)


# --- what is wrong with tables ---------------------------------------------------------------


def a_bad_row_is_told_with_its_place_and_the_others_are_read(place):
    content = HEAD + "甲,1\n" + "乙\n" + "丙,1,2,3\n" + '丁"x,1\n' + '"戊"x,1\n' + "己,2\n"
    found, said = table(place, content, status=3)
    equal([row[0] for row in found], ["1 2:1", "6 7:1"])
    equal(
        said,
        [
            "lectern: t.csv:3:2: row 2: 1 cells, but the header has 2",
            "lectern: t.csv:4:5: row 3: 4 cells, but the header has 2",
            "lectern: t.csv:5:2: row 4: a quote in a cell that does not begin with one; "
            "a quote is written as two in a cell in quotes",
            "lectern: t.csv:6:1: row 5: text after the closing quote",
        ],
    )


def quotes_that_stay_open_are_told_where_they_begin(place):
    found, said = table(place, HEAD + '甲,1\n乙,"2\n丙,3\n', status=3)
    equal([row[0] for row in found], ["1 2:1"])
    equal(
        said, ["lectern: t.csv:3:3: row 2: the quotes that begin here are not closed"]
    )


def a_value_that_is_none_of_its_kind_is_told_with_its_column(place):
    found, said = table(place, "单位,轮次:ordinal\n甲,3\n乙,很多\n丙,4\n", status=3)
    equal([row[0] for row in found], ["1 2:1", "3 4:1"])
    contains(said[0], "lectern: t.csv:3:3: row 2, column “轮次”: ")
    contains(said[0], "很多")


def a_header_that_is_none_is_refused(place):
    for content, words in (
        ("", "t.csv:1:1: no header with names"),
        ("\n\n", "no header with names"),
        ("a,,c\n1,2,3\n", "t.csv:1:3: a column without a name"),
        ("a,b,a\n1,2,3\n", "t.csv:1:5: two columns have the name “a”"),
        ("a,b:ordnal\n", "t.csv:1:3: unknown kind “ordnal”; did you mean “ordinal”?"),
        ("a,b:颜色\n", "t.csv:1:3: unknown kind “颜色”"),
        ("a,:text\n", "t.csv:1:3: a column without a name"),
        ("a\0b,c\n", "t.csv:1:1: a name that holds NUL"),
        ('a,"b\n', "t.csv:1:3: the quotes that begin here are not closed"),
    ):
        found, said = table(place, content, status=3)
        equal(found, [])
        equal(len(said), 1)
        contains(said[0], words)


def bytes_that_are_no_text_end_the_table(place):
    found, said = table(place, (HEAD + "甲甲甲甲,1\n乙,").encode() + b"\xff\n", status=3)
    equal([row[0] for row in found], ["1 2:1"])
    equal(said, ["lectern: t.csv:3:3: row 2: byte 33 is not UTF-8"])
    _, said = table(place, (HEAD + "甲甲甲甲,1\n").encode()[:-4], status=3)
    contains(said[0], "is not UTF-8")
    _, said = table(place, b"\xf4\x90\x80\x80", status=3)
    contains(said[0], "byte 0 is not UTF-8")
    _, said = table(place, b"a,b\n1,2\n", "csv", "klingon", status=3)
    contains(said[0], "unknown encoding “klingon”")


def values_hold_what_they_hold(place):
    """Nothing in a cell means anything: a template, markup, a path, NUL."""
    cells = ["{{单位}}", "<p>&amp;</p>", "../../x", "%s%n", "=1+1", "a\0b", "{{#if x}}"]
    content = "a\n" + "".join(cell + "\n" for cell in cells)
    found, _ = table(place, content)
    equal(
        [row[1] for row in found],
        ["a=text:" + cell.replace("\0", "\\x00") for cell in cells],
    )


def ten_million_columns_end_quickly(place):
    many = b"a" + b",a" * (10 * 1000 * 1000)
    began = time.monotonic()
    _, said = table(place, many + b"\n1\n", status=3)
    equal(len(said), 1)
    contains(said[0], "t.csv:1:32769: more than 16384 columns")
    found, said = table(place, b"a,b\n" + many + b"\n1,2\n", status=3)
    equal([row[0] for row in found], ["2 3:1"])
    equal(said, ["lectern: t.csv:2:5: row 1: 10000001 cells, but the header has 2"])
    assert time.monotonic() - began < 20, time.monotonic() - began


def cells_and_rows_have_limits(place):
    mebi = 1 << 20
    whole = "x" * mebi
    found, said = table(place, "a,b\n%s,1\n%sx,2\n3,4\n" % (whole, whole), status=3)
    equal([row[0] for row in found], ["1 2:1", "3 4:1"])
    equal(said, ["lectern: t.csv:3:1: row 2: a cell of more than 1048576 bytes"])
    names = ",".join("c%d" % i for i in range(20))
    wide = ",".join([whole] * 20)
    found, said = table(place, names + "\n" + wide + "\n", status=3)
    equal(said, ["lectern: t.csv:2:1: row 1: a row of more than 16777216 bytes"])


def memory_does_not_grow_with_the_table(place):
    """What is not closed, or has no end, takes no more memory than a row may."""

    def peak(content):
        place.write("m.csv", content)
        limited = subprocess.run(
            [LECTERN, "m.csv"],
            cwd=place.path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            timeout=100,
            preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_DATA, (60 << 20, 60 << 20)
            ),
        )
        assert limited.returncode in (0, 3), limited.stderr

    peak(b'a,b\n"' + b"x,y\n" * (16 << 20))
    peak(b"a,b\n" + b"1,2\n" * (1 << 20))


# --- JSON ------------------------------------------------------------------------------------

OBJECTS = [
    {"单位": "县林业局", "轮次": 3},
    {"单位": "县水利局", "问题": ["甲", "乙 {x]"], "人": {"name": '李\\"某'}},
    {"单位": "", "空": None, "列": []},
]
ROWS = [
    ["单位=text:县林业局", "轮次=integer:3"],
    ['人=record:(name=text:李\\x5c"某 )', "单位=text:县水利局", "问题=list:(text:甲 text:乙 {x] )"],
    ["列=list:", "单位=text:"],
]


def values_of(found):
    return [sorted(row[1:]) for row in found]


def json_gives_its_rows_in_every_layout(place):
    lines = "\n".join(json.dumps(o, ensure_ascii=False) for o in OBJECTS)
    for content in (
        json.dumps(OBJECTS),
        json.dumps(OBJECTS, ensure_ascii=False, indent=2),
        lines,
        lines + "\n",
        "\n" + lines.replace("\n", "\r\n\r\n"),
        "".join(json.dumps(o, indent=1) for o in OBJECTS),
    ):
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            found, _ = table(place, content.encode(encoding), name="t.json")
            equal(values_of(found), ROWS)
    equal(table(place, "[]", name="t.json")[0], [])
    equal(table(place, "", name="t.jsonl")[0], [])
    equal(values_of(table(place, json.dumps(OBJECTS[0]), "json")[0]), ROWS[:1])


def strings_that_others_write_are_read_alike(place):
    random.seed(13)
    signs = [
        '"',
        "\\",
        "/",
        "\n",
        "\0",
        "\x1f",
        "\x7f",
        "甲",
        "𠮷",
        "\u2028",
        "u0000",
        "{",
        "]",
    ]
    texts = ["".join(random.choices(signs, k=random.randrange(9))) for _ in range(2000)]
    for ascii_only in (True, False):
        lines = (json.dumps({"a": text}, ensure_ascii=ascii_only) for text in texts)
        found, _ = table(place, "\n".join(lines), name="t.jsonl")
        equal([row[1] for row in found], ["a=text:" + escaped(text) for text in texts])


def numbers_keep_every_digit(place):
    numbers = (
        ("9223372036854775807", "integer:9223372036854775807"),
        ("-5", "integer:-5"),
        ("0.1", "decimal:0.1"),
        ("12.50", "decimal:12.50"),
        ("123456789012345678901234", "decimal:123456789012345678901234"),
    )
    for written, read in numbers:
        found, _ = table(place, '{"a": %s}' % written, name="t.json")
        equal(found[0][1], "a=" + read)


def names_in_json_have_kinds_too(place):
    found, _ = table(place, '{"轮次:ordinal": 3, "次:ordinal": ["1", 2]}', name="t.json")
    equal(values_of(found), [["次=list:(ordinal:1 ordinal:2 )", "轮次=ordinal:3"]])


def strings_are_read_as_json_says(place):
    found, _ = table(
        place, r'{"a": "\u6e20\ud842\udfb7\t\"\\\/\u0000b"}', name="t.json"
    )
    equal(found[0][1], 'a=text:渠𠮷\\x09"\\x5c/\\x00b')


def json_that_is_none_is_told_with_its_place(place):
    for content, words in (
        ('{"a": 1}\n{"a": 01}\n', "t.json:2:7: row 2, column “a”: this is no value"),
        (
            '{"a": 1}\n{"a" 1}\n',
            "t.json:2:6: row 2, column “a”: a colon is wanted here",
        ),
        ('{"a": 1}\n{"a": 1,}\n', "t.json:2:9: row 2, column “a”: a name in quotes"),
        ('{"a": 1}\n{a: 1}\n', "t.json:2:2: row 2: a name in quotes is wanted here"),
        (
            "{\"a\": 1}\n{'a': 1}\n",
            "t.json:2:2: row 2: a name in quotes is wanted here",
        ),
        (
            '{"a": 1}\n{"a": [1 2]}\n',
            "t.json:2:10: row 2, column “a”: a comma or the end",
        ),
        ('{"a": 1}\n{"a": [1}]\n', "t.json:2:9: row 2, column “a”: the wrong bracket"),
        (
            '{"a": 1}\n{"a": /**/ 1}\n',
            "t.json:2:7: row 2, column “a”: this is no value",
        ),
        ('{"a": 1}\n{"a": 0x1}\n', "this is no value"),
        ('{"a": 1}\n{"a": tru}\n', "this is no value"),
        ('{"a": 1}\n{"a": .5}\n', "this is no value"),
        ('{"a": 1}\n{"a": "\\q"}\n', "t.json:2:8: row 2, column “a”: no such escape"),
        ('{"a": 1}\n{"a": "\\ud842"}\n', "no such escape in a string"),
        ('{"a": 1}\n{"a": "\t"}\n', "a control character in a string"),
        ('{"a": 1}\n{"a:x": 1}\n', "t.json:2:2: row 2: unknown kind “x”"),
        ('[{"a": 1}, 5]', "t.json:1:12: row 2: a row must be an object"),
        ('[{"a": 1} {"a": 2}]', "t.json:1:11: row 2: a comma or ] is wanted here"),
        ('[{"a": 1}] x', "t.json:1:12: row 2: something after the end of the array"),
        ('[{"a": 1},', "the array is not closed"),
        (
            '[{"a": 1}, {"a": 2',
            "t.json:1:12: row 2: the object that begins here is not closed",
        ),
    ):
        found, said = table(place, content, name="t.json", status=3)
        equal((content, values_of(found)[:1]), (content, [["a=integer:1"]]))
        equal((content, len(said)), (content, 1))
        contains(said[0], words)


def bad_objects_do_not_keep_the_others(place):
    deep = '{"a": ' + "[" * 100 + "]" * 100 + "}"
    large = '{"a": "' + "x" * (17 << 20) + '"}'
    many = '{"a": [' + "1," * 140000 + "1]}"
    found, said = table(
        place,
        "\n".join((deep, '{"a": 1}', large, many, '{"a": 2}')),
        status=3,
        name="t.json",
    )
    equal(values_of(found), [["a=integer:1"], ["a=integer:2"]])
    contains(said[0], "t.json:1:1: row 1: brackets nested too deep")
    contains(said[1], "t.json:3:1: row 3: an object that is too large")
    contains(said[2], "row 4, column “a”: too many values in one row")


def brackets_without_end_are_refused(place):
    for content in (b'{"a":' + b"[" * 30000000, b'{"a":' * 6000000):
        _, said = table(place, content, name="t.json", status=3)
        equal(len(said), 1)
        contains(
            said[0], "t.json:1:1: row 1: the object that begins here is not closed"
        )


# --- files -----------------------------------------------------------------------------------


def rows_come_from_a_pipe_as_they_come(place):
    """The first rows are there before the last are written."""
    seen = threading.Event()

    def feed(pipe):
        pipe.write(b"a\n" + b"1\n" * (1 << 20))
        pipe.flush()
        seen.wait(60)
        pipe.write(b"last\n")
        pipe.close()

    with subprocess.Popen(
        ["stdbuf", "-oL", LECTERN, "-"],
        cwd=place.path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        feeder = threading.Thread(target=feed, args=(running.stdin,))
        feeder.start()
        equal(running.stdout.readline(), b"1 2:1\ta=text:1\n")
        seen.set()
        rest = running.stdout.read()
        feeder.join()
        equal(rest.splitlines()[-1].split(b"\t")[1], b"a=text:last")


def a_file_that_cannot_be_read_is_named(place):
    _, said = rows(place, "absent.csv", status=3)
    equal(said, ["lectern: absent.csv: No such file or directory"])
    _, said = rows(place, ".", status=3)
    contains(said[0], "lectern: .: ")


def an_unknown_format_is_refused(place):
    place.write("t.csv", "a\n1\n")
    _, said = rows(place, "t.csv", "xls", status=2)
    contains(said[0], "“xls”")


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
