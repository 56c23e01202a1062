#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""tree.py ROOT: the top level is what doc/architecture.md says, every source begins with its licence,
and nothing names a folder of somebody's machine."""
import os
import re

import project

TOP = set(
    """.ci .clang-format .editorconfig .gitignore bindings CONTRIBUTING.md COPYING doc include lib
    meson.build meson_options.txt NEWS.md pkgconfig README.md tests""".split()
)
LICENSED = (
    ".c",
    ".h",
    ".h.in",
    ".py",
    ".pyi",
    ".in",
    ".sh",
    ".vala",
    ".rng",
    "meson.build",
)
LICENCE = "SPDX-License-Identifier: LGPL-2.1-or-later"
MACHINE_PATH = re.compile(r"(?<![\w.$}/])/(?:home|root|work|Users)/\w")
# Data, and not sources: speeches, recorded interfaces, what fuzzers found.
DATA = re.compile(r"\.(txt|xml|json|tsv|csv|api|abi)$|/corpus/")


def top_level(root):
    there = {n for n in os.listdir(root) if not project.is_built(n)} - set(
        project.LEFT_OUT
    )
    for name in sorted(there ^ TOP):
        yield "%s: %s" % (
            name,
            "does not belong here" if name in there else "is missing",
        )


def licence(root, path, lines):
    scripted = lines and lines[0].startswith("#!")
    if not path.endswith(LICENSED) and not scripted:
        return
    if lines and not any(LICENCE in line for line in lines[:3]):
        yield "%s:1: does not begin with %s" % (path, LICENCE)


def machine_paths(path, lines):
    for number, line in enumerate(lines, 1):
        if MACHINE_PATH.search(line):
            yield "%s:%d: names a folder of a machine" % (path, number)


def line_ends(path, lines):
    for number, line in enumerate(lines, 1):
        if line != line.rstrip() and not path.endswith(".md"):
            yield "%s:%d: blanks at the end of the line" % (path, number)


def problems(root):
    yield from top_level(root)
    for path in project.walk(root):
        lines = project.read(root, path)
        if lines is None or DATA.search(path):
            continue
        yield from licence(root, path, lines)
        yield from machine_paths(path, lines)
        yield from line_ends(path, lines)


if __name__ == "__main__":
    project.main(problems)
