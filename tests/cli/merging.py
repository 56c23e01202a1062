# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of mail merge share: a template, a table, and what comes of them."""
import os

TEMPLATE = (
    "在{{单位}}护林工作会上的讲话\n"
    "同志们：\n"
    "今年是{{单位}}第{{轮次:ordinal}}轮巡山，出动{{人数:count}}人，{{日期:date}}开始。\n"
)
HEAD = "单位,轮次,人数,日期\n"
PATTERN = "out/{n}-{单位}.txt"
TABLE = HEAD + "上湾村,3,12,2026-05-01\n下湾村,10,7,2026-05-02\n"


def filled(village, turn, n, day):
    return (
        "在%s护林工作会上的讲话\n"
        "同志们：\n"
        "今年是%s第%s轮巡山，出动%s人，%s开始。\n" % (village, village, turn, n, day)
    )


FIRST = filled("上湾村", "三", "12", "2026年5月1日")
SECOND = filled("下湾村", "十", "7", "2026年5月2日")


def merge(here, *options, rows=TABLE, pattern=PATTERN, status=0, given=b""):
    """What was said, line by line, when a table was merged into the template."""
    here.write("t.txt", TEMPLATE)
    if rows is not None:
        here.write("rows.csv", rows)
    out, said = here.run(
        "fill",
        *("t.txt", "--values", "rows.csv", "--output", pattern),
        *options,
        status=status,
        given=given,
    )
    lines = [line for line in said.splitlines() if "files written:" not in line]
    return lines if "--dry-run" not in options else out.decode().splitlines()


def files(here, folder="out"):
    """Every file below a folder by its name, symbolic links not followed."""
    found = {}
    for parent, _, names in os.walk(here.path / folder):
        for name in names:
            path = os.path.join(parent, name)
            if not os.path.islink(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, here.path / folder)] = file.read()
    return found
