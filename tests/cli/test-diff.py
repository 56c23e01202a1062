#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-diff.py DIFF SOURCE: the unified diff that the command shows gives the new text when it is
applied, and shows no more than three lines around what changed. Prints TAP."""
import random
import re
import subprocess
import sys

import harness
from harness import LECTERN, equal

HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
COLOR = re.compile(rb"\x1b\[\d*m")


def diff(here, old, new, *options):
    here.write("old", old)
    here.write("new", new)
    return subprocess.run(
        [LECTERN, "old", "new", *options],
        cwd=here.path,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout


def split(text):
    return re.findall(rb"[^\n]*\n|[^\n]+$", text)


def apply_strictly(patch, old):
    """What a program that trusts nothing makes of it."""
    lines = patch.split(b"\n")
    assert lines.pop() == b"", "no line end at the end"
    equal(lines[:2], [b"--- speech.txt", b"+++ speech.txt"])
    old, new, at, i = split(old), [], 0, 2
    while i < len(lines):
        match = HUNK.fullmatch(lines[i])
        assert match, lines[i]
        n_old, n_new = (int(match[k] or 1) for k in (2, 4))
        start = int(match[1]) - (1 if n_old else 0)
        assert start >= at, "hunks overlap"
        new += old[at:start]
        equal(len(new), int(match[3]) - (1 if n_new else 0))
        at, i, before = start, i + 1, len(new)
        while i < len(lines) and lines[i][:1] in b"+- ":
            sign, line = lines[i][:1], lines[i][1:] + b"\n"
            i += 1
            if i < len(lines) and lines[i].startswith(b"\\"):
                line = line[:-1]
                i += 1
            if sign in b"- ":
                equal(old[at], line)
                at += 1
            if sign in b"+ ":
                new.append(line)
        equal((at - start, len(new) - before), (n_old, n_new))
    return b"".join(new + old[at:])


def random_text(rng):
    n = rng.randrange(30)
    lines = [rng.choice([b"a", "好".encode(), b"", b"ab", b"c\r"]) for _ in range(n)]
    return b"\n".join(lines) + rng.choice([b"", b"\n"])


def change(rng, text):
    for _ in range(rng.randrange(1, 4)):
        lines = text.decode().split("\n")
        i = rng.randrange(len(lines))
        lines[i : i + rng.randrange(3)] = rng.choice(
            [[], ["x"], ["y", "z"], [lines[i] + "好"], [""]]
        )
        text = "\n".join(lines).encode()
    return text


def the_diff_gives_the_new_text(place):
    rng = random.Random(20)
    for _ in range(300):
        old = random_text(rng)
        new = change(rng, old)
        patch = diff(place, old, new)
        if old == new:
            equal(patch, b"")
        else:
            equal(apply_strictly(patch, old), new)
            equal(COLOR.sub(b"", diff(place, old, new, "color")), patch)


def three_lines_stand_around_a_change(place):
    old = b"".join(b"%d\n" % i for i in range(1, 31))
    new = old.replace(b"\n5\n", b"\nfive\n").replace(b"\n20\n", b"\n20\nmore\n")
    equal(
        diff(place, old, new),
        b"--- speech.txt\n+++ speech.txt\n"
        b"@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        b"@@ -18,6 +18,7 @@\n 18\n 19\n 20\n+more\n 21\n 22\n 23\n",
    )


def near_changes_share_a_hunk(place):
    old = b"".join(b"%d\n" % i for i in range(1, 31))
    new = old.replace(b"\n5\n", b"\nfive\n").replace(b"\n12\n", b"\ntwelve\n")
    equal(diff(place, old, new).count(b"@@ -"), 1)
    new = new.replace(b"\ntwelve\n", b"\n12\n").replace(b"\n13\n", b"\nthirteen\n")
    equal(diff(place, old, new).count(b"@@ -"), 2)


def lines_changed_one_after_another_stand_in_pairs(place):
    equal(
        diff(place, b"a,\nb,\n", b"a.\nb.\n"),
        b"--- speech.txt\n+++ speech.txt\n@@ -1,2 +1,2 @@\n-a,\n+a.\n-b,\n+b.\n",
    )


def what_changed_in_a_line_stands_out(place):
    shown = diff(place, "同志们，好\n".encode(), "同志们：好\n".encode(), "color")
    assert "-同志们\x1b[7m，\x1b[27m好\x1b[0m\n".encode() in shown, shown
    assert "+同志们\x1b[7m：\x1b[27m好\x1b[0m\n".encode() in shown, shown


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
