#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-compare.py LECTERN SOURCE: the command compare does what its man page says. Prints TAP."""
import json
import sys

import harness
from harness import SOURCE, contains, equal, validate

OLD = "在修渠会上的讲话\n乡亲们：\n一、先清淤\n清淤要在6月底前完成。\n二、再衬砌\n石料备足，工匠到齐。\n"
NEW = "在修渠会上的讲话\n乡亲们：\n一、先清淤\n清淤要在7月底前完成。\n二、再修闸\n闸门换新，专人看护，夜间值守。\n三、再衬砌\n石料备足，工匠就位。\n"


def written(here):
    return here.write("old.txt", OLD), here.write("new.txt", NEW)


def says_in_lines_of_both_files_what_changed(place):
    told = place.text("compare", *written(place))
    equal(
        told,
        "old.txt → new.txt: 1 added, 1 reworded, 1 value, 1 renumbered; 78% alike\n"
        "     4     4  value      paragraph  清淤要在[-6-]{+7+}月底前完成。 (date)\n"
        "     -     5  added      section    二、再修闸\n"
        "     6     8  reworded   paragraph  石料备足，工匠[-到齐-]{+就位+}。\n",
    )


def speaks_chinese(place):
    out, _ = place.run("compare", *written(place), variables={"LANG": "zh_CN.UTF-8"})
    contains(out.decode(), "新增       部分       二、再修闸")


def tells_of_markers_only_where_asked(place):
    files = written(place)
    marker = "     5     7  renumbered section    [-二、-]{+三、+}再衬砌\n"
    assert marker not in place.text("compare", *files)
    contains(place.text("compare", "--all", *files), marker)


def same_files_are_the_same(place):
    old, _ = written(place)
    equal(place.text("compare", old, old), "old.txt → old.txt: the same\n")


def json_keeps_to_its_schema_and_its_spans_to_the_texts(place):
    data = json.loads(place.text("compare", "--format", "json", *written(place)))
    schema = json.loads((SOURCE / "doc" / "comparison.schema.json").read_text("utf-8"))
    validate(data, schema)
    for difference in data["differences"]:
        for side, text in (("old", OLD), ("new", NEW)):
            part = difference[side]
            data_of = text.encode()[part["start"] : part["end"]]
            equal(data_of.decode(), part["text"])
            before = text.encode()[: part["start"]].decode()
            equal(before.count("\n") + 1, part["line"])


def page_is_whole_and_asks_for_nothing(place):
    page = place.text("compare", "--format", "html", *written(place))
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n")
    contains(page, '<del class="v">6</del>')
    contains(page, "<ins>就位</ins>")
    for part in ("<script", "<link", "src=", "url(", "http"):
        assert part not in page, part


def output_goes_into_a_file(place):
    files = written(place)
    equal(place.text("compare", "--format", "html", "-o", "c.html", *files), "")
    equal(
        place.read("c.html").decode(), place.text("compare", "--format", "html", *files)
    )


def wrong_command_lines_are_refused(place):
    old, new = written(place)
    for args in ((old,), (old, new, old), ("--format", "pdf", old, new), ("-", "-")):
        out, _ = place.run("compare", *args, status=2)
        equal(out, b"")
    _, said = place.run("compare", old, "missing.txt", status=3)
    contains(said, "missing.txt")


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
