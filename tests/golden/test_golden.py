#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test_golden.py LECTERN DIR: what the command reads from each NAME.txt in DIR is the tree of NAME.xml,
and what it reads from NAME.xml is that too. Prints TAP.

The golden tree is what derive.load() gives, with lines and columns counted here; confidence is not
compared. A node that differs is told by its path, with both sides.
"""

from __future__ import annotations

import bisect
import json
import pathlib
import re
import subprocess
import sys
from typing import Any, Iterator

from derive import Node, load, text


def inspect(lectern: str, path: pathlib.Path) -> Node:
    done = subprocess.run(
        [lectern, "inspect", "--json", path], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def without_confidence(node: Node) -> Node:
    kept = {
        key: value
        for key, value in node.items()
        if key not in ("confidence", "children")
    }
    children = [without_confidence(child) for child in node.get("children", [])]
    return {**kept, "children": children} if children else kept


class Positions:
    """Lines, ended by LF, CRLF or CR, and columns in characters and in UTF-16."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.lines = [0] + [end.end() for end in re.finditer(b"\r\n|\r|\n", data)]

    def add_to(self, node: Node) -> Node:
        """The node and those below it with their positions; text has none."""
        children = [self.add_to(child) for child in node.get("children", [])]
        node = {**node, "children": children} if children else node
        if "kind" not in node:
            return node
        line = bisect.bisect_right(self.lines, node["start"])
        before = self.data[self.lines[line - 1] : node["start"]].decode()
        utf16 = len(before.encode("utf-16-le")) // 2
        return {
            **node,
            "line": line,
            "column": len(before) + 1,
            "column_utf16": utf16 + 1,
        }


def shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:160]


def name_of(node: Node) -> str:
    return node.get("kind", "text")


def differences(found: Node, golden: Node, path: str) -> Iterator[str]:
    """Where the trees part, from the root down; below a row of children that differs nothing more."""
    for key in sorted((found.keys() | golden.keys()) - {"children"}):
        if found.get(key) != golden.get(key):
            yield f"{path} {key}: {shown(found.get(key))}, must be {shown(golden.get(key))}"
    pair = found.get("children", []), golden.get("children", [])
    rows = [[(name_of(one), one["start"], one["end"]) for one in side] for side in pair]
    if rows[0] != rows[1]:
        at = next(
            (i for i, (a, b) in enumerate(zip(*rows)) if a != b), min(map(len, rows))
        )
        sides = [shown(side[at]) if at < len(side) else "nothing" for side in pair]
        yield f"{path} child {at + 1}: {sides[0]}, must be {sides[1]}"
        return
    for at, (one, other) in enumerate(zip(*pair), 1):
        yield from differences(one, other, f"{path}/{name_of(one)}[{at}]")


def main(lectern: str, folder: pathlib.Path) -> int:
    paths = sorted(folder.glob("*.xml"))
    print(f"1..{2 * len(paths)}")
    number = failed = 0
    for path in paths:
        positions = Positions(text(path))
        for source in (path.with_suffix(".txt"), path):
            number += 1
            golden = positions.add_to(without_confidence(load(path)))
            read = without_confidence(inspect(lectern, source))
            found = list(differences(read, golden, ""))
            failed += bool(found)
            print("not ok" if found else "ok", number, f"- {source.name}")
            for line in found:
                print("#", line)
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
