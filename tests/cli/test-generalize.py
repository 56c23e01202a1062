#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-generalize.py LECTERN SOURCE: the commands generalize and skeleton do what their man page says.
Prints TAP."""
import csv
import io
import sys

import harness
from harness import contains, equal

OLD = "在会上的讲话\n同志们：\n这是第三次会议，“要快”。\n一、修路\n路要修好。\n谢谢大家！\n"
NEW = "在会上的讲话\n同志们：\n这是第四次会议，“要稳”。\n一、修路\n路要修好。\n谢谢大家！\n"


def rows_of(place, name):
    table = place.read(name).decode()
    return list(csv.DictReader(io.StringIO(table, newline="")))


def filled(template, row):
    """What the template gives, by plain replacement: all its fields are declared."""
    for name, value in row.items():
        for kind in (
            "ordinal",
            "text",
            "text|",
            "count",
            "person",
            "date",
            "percent",
        ):
            template = template.replace("{{%s:%s}}" % (name, kind), value)
    return template


def template_and_rows_give_the_speeches_back(place):
    old, new = place.write("old.txt", OLD), place.write("new.txt", NEW)
    _, said = place.run("generalize", "-o", "t.txt", "--values", "rows.csv", old, new)
    template = place.read("t.txt").decode()
    contains(template, "这是第{{次序:ordinal}}次会议")
    contains(said, "shared")
    rows = rows_of(place, "rows.csv")
    equal([row["篇次"] for row in rows], ["1", "2"])
    equal([filled(template, row) for row in rows], [OLD, NEW])


def template_goes_to_the_standard_output(place):
    old, new = place.write("old.txt", OLD), place.write("new.txt", NEW)
    text = place.text("generalize", "--values", "rows.csv", old, new)
    contains(text, "{{次序:ordinal}}")
    out = place.text("generalize", "--values", "-", "-o", "t.txt", old, new)
    assert out.startswith("篇次,") and out.count("\r\n") == 3, out


def template_keeps_the_encoding_that_all_have(place):
    old = place.write("old.txt", OLD.encode("gb18030"))
    new = place.write("new.txt", NEW.encode("gb18030"))
    place.run("generalize", "-V", "rows.csv", "-o", "t.txt", old, new)
    contains(place.read("t.txt").decode("gb18030"), "{{次序:ordinal}}")
    mixed = place.write("mixed.txt", NEW)
    _, said = place.run("generalize", "-V", "rows.csv", "-o", "t.txt", old, mixed)
    contains(said, "encodings")
    contains(place.read("t.txt").decode("utf-8"), "{{次序:ordinal}}")


def wrong_command_lines_of_generalize_are_refused(place):
    old, new = place.write("old.txt", OLD), place.write("new.txt", NEW)
    for args in ((old, "-V", "r.csv"), (old, new), ("-V", "-", old, new)):
        equal(place.run("generalize", *args, status=2)[0], b"")
    place.run("generalize", "-V", "r.csv", old, "missing.txt", status=3)
    assert not (place.path / "r.csv").exists()


def skeleton_has_the_outline_given(place):
    place.write("outline.txt", "【提纲】一、修路。二、架桥。\n")
    place.run("skeleton", "-o", "speech.txt", "outline.txt")
    equal(place.text("outline", "speech.txt"), "【提纲】一、修路。二、架桥。\n")
    indented = "一、修路\n  （一）先主路\n  （二）后支路\n二、架桥\n"
    speech = place.text("skeleton", "-", given=indented.encode())
    equal(place.text("outline", "-i", "-", given=speech.encode()), indented)


def skeleton_says_what_it_cannot(place):
    place.write("empty.txt", "")
    out, said = place.run("skeleton", "empty.txt", status=3)
    equal(out, b"")
    contains(said, "no outline")
    place.run("skeleton", "empty.txt", "empty.txt", status=2)


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
