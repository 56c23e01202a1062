#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""merge.py LECTERN [ROWS]: how long a mail merge takes, and how much memory.

A template of some 6 KB with 60 places is merged with 1,000 rows and with many (100,000), by one thread
and by as many as there are processors; then that run is resumed, and replaced. What is told last is
what it costs to make as many files of that size with nothing in between, as a measure of the disk.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

KINDS = ("organisation", "ordinal", "count", "date", "percent", "person")
CELLS = ("县林业局%d", "%d", "%d", "2026-05-01", "12.5%%", "李某%d")
N_FIELDS = 60
FILLER = "各村各户要把巡山护林的责任落到人头，谁的山头谁看好，谁的路口谁守住。"


def write_template(path):
    lines = ["在{{字段0}}护林工作会上的讲话\n", "同志们：\n"]
    for i in range(N_FIELDS):
        kind = KINDS[i % len(KINDS)]
        lines.append("%s其中{{字段%d:%s}}要带头。\n" % (FILLER[: 14 + i % 9], i, kind))
    path.write_text("".join(lines), "utf-8")


def write_rows(path, n):
    names = ["字段%d" % i for i in range(N_FIELDS)]
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(names) + "\n")
        for row in range(n):
            cells = (CELLS[i % len(CELLS)] for i in range(N_FIELDS))
            cells = [c % (row % 90 + 1) if "%d" in c else c % () for c in cells]
            file.write(",".join(cells) + "\n")


def run(command):
    """Seconds, and the most memory in KiB."""
    most = 0
    began = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        while running.poll() is None:
            with open("/proc/%d/status" % running.pid, encoding="ascii") as status:
                for line in status:
                    if line.startswith("VmHWM"):
                        most = max(most, int(line.split()[1]))
            time.sleep(0.01)
    assert running.returncode == 0, command
    return time.monotonic() - began, most


def make_files(folder, n, size):
    folder.mkdir()
    content = b"x" * size
    began = time.monotonic()
    for i in range(n):
        with open(folder / str(i), "wb") as file:
            file.write(content)
    return time.monotonic() - began


def main():
    lectern = str(pathlib.Path(sys.argv[1]).resolve())
    many = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    here = pathlib.Path(tempfile.mkdtemp())
    template = here / "t.txt"
    write_template(template)
    print("template: %d bytes, %d places" % (template.stat().st_size, N_FIELDS))
    print("%-28s %9s %9s %12s" % ("", "rows", "rows/s", "memory, KiB"))

    def measure(words, n, folder, *options):
        rows = here / ("%d.csv" % n)
        if not rows.exists():
            write_rows(rows, n)
        output = str(here / folder / "{n}.txt")
        seconds, memory = run(
            [
                lectern,
                "fill",
                str(template),
                "--values",
                str(rows),
                "--output",
                output,
                *options,
            ]
        )
        print("%-28s %9d %9.0f %12d" % (words, n, n / seconds, memory))
        return memory

    jobs = str(os.cpu_count())
    few = measure("few rows", 1000, "few")
    measure("no files, one thread", many, "none", "--dry-run", "--jobs", "1")
    measure("no files, %s threads" % jobs, many, "none", "--dry-run", "--jobs", jobs)
    measure("one thread", many, "one", "--jobs", "1")
    shutil.rmtree(here / "one")
    memory = measure("%s threads" % jobs, many, "all", "--jobs", jobs)
    measure("resumed when all is there", many, "all", "--resume")
    measure("replaced", many, "all", "--force")
    size = next((here / "all").iterdir()).stat().st_size
    shutil.rmtree(here / "all")
    seconds = make_files(here / "bare", many, size)
    print("%-28s %9d %9.0f" % ("files of %d bytes alone" % size, many, many / seconds))
    print("memory from 1,000 to %d rows: %+d KiB" % (many, memory - few))
    shutil.rmtree(here)


if __name__ == "__main__":
    main()
