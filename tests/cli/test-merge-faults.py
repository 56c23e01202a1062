#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-merge-faults.py LECTERN SOURCE: whenever a mail merge is killed, and whatever the disk and the
table do, each file is whole or not there, and the run can be resumed. Prints TAP."""
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time

import harness
from harness import LECTERN, contains, equal
from merging import HEAD, TEMPLATE, files, filled, merge


def is_root():
    return os.geteuid() == 0


# --- killed ----------------------------------------------------------------------------------


def start(here, *options):
    return subprocess.Popen(
        [LECTERN, "fill", "t.txt", "--values", "rows.csv", *options],
        cwd=here.path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish(here, *options):
    with start(here, *options) as running:
        said = running.stderr.read().decode()
        running.wait(timeout=60)
    return running.returncode, said


def prepare_many(here, n):
    here.write("t.txt", TEMPLATE)
    rows = ["村%d,%d,%d,2026-05-01" % (i, i % 9 + 1, i) for i in range(1, n + 1)]
    here.write("rows.csv", HEAD + "\n".join(rows) + "\n")
    turns = "一二三四五六七八九"
    return {
        "%d.txt" % i: filled("村%d" % i, turns[i % 9], str(i), "2026年5月1日").encode()
        for i in range(1, n + 1)
    }


def kill_at_random(here, seconds, *options):
    """Whether it was killed before its end."""
    with start(here, *options) as running:
        time.sleep(seconds)
        running.send_signal(signal.SIGKILL)
        running.wait(timeout=60)
    return running.returncode == -signal.SIGKILL


def check_whole(here, wanted, old=None):
    """Every file that has a name is whole, new or, where there were others before, old."""
    for name, content in files(here).items():
        if name.startswith(".lectern-fill-"):
            continue
        assert name in wanted, name
        assert content in (wanted[name], old), (name, content)


def a_run_that_is_killed_leaves_whole_files_and_can_be_resumed(place):
    n = 400
    wanted = prepare_many(place, n)
    output = ("--output", "out/{n}.txt")
    began = time.monotonic()
    equal(finish(place, *output), (0, ""))
    length = time.monotonic() - began
    equal(files(place), wanted)
    random.seed(7)
    kills = interrupted = 0
    while kills < 50:
        clear(place)
        options = ("--jobs", str(kills % 3 + 1), "--resume")
        for _ in range(5):
            done = kill_at_random(
                place, random.uniform(0, length * 0.8), *output, *options
            )
            interrupted += done and 0 < len(files(place)) < n
            check_whole(place, wanted)
            kills += 1
        equal(finish(place, *output, *options)[0], 0)
        equal(files(place), wanted)
    print("# %d of %d kills came in the middle" % (interrupted, kills))


def a_run_that_is_killed_while_it_replaces_leaves_old_or_new_files(place):
    n = 300
    old = b"old\n"
    wanted = prepare_many(place, n)
    output = ("--output", "out/{n}.txt")
    began = time.monotonic()
    finish(place, *output)
    length = time.monotonic() - began
    random.seed(8)
    for _ in range(10):
        for name in wanted:
            place.write("out/" + name, old)
        kill_at_random(place, random.uniform(0, length), *output, "--force")
        check_whole(place, wanted, old)
        equal(len([name for name in files(place) if name[0] != "."]), n)
        equal(finish(place, *output, "--force")[0], 0)
        equal(files(place), wanted)


def clear(here):
    for name in files(here):
        os.unlink(here.path / "out" / name)


def without_proc(here, *options):
    """The same where files without a name cannot get one."""
    mount = 'mount -t tmpfs tmpfs /proc && exec "$@"'
    command = [LECTERN, "fill", "t.txt", "--values", "rows.csv", *options]
    # The loader looks there too, for where the program is.
    library = pathlib.Path(LECTERN).parents[2] / "lib"
    return subprocess.Popen(
        ["unshare", "-m", "sh", "-c", mount, "sh", *command],
        env=dict(os.environ, LD_LIBRARY_PATH=str(library)),
        cwd=here.path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def files_that_need_a_name_before_their_end_are_cleared_away(place):
    wanted = prepare_many(place, 300)
    output = ("--output", "out/{n}.txt", "--resume")
    probe = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/proc"]
    if subprocess.run(probe, capture_output=True, check=False).returncode != 0:
        print("# no file system can be mounted here")
        return
    began = time.monotonic()
    with without_proc(place, *output) as running:
        running.communicate(timeout=60)
    length = time.monotonic() - began
    equal((running.returncode, files(place)), (0, wanted))
    random.seed(9)
    left = 0
    for _ in range(10):
        clear(place)
        with without_proc(place, *output) as running:
            time.sleep(random.uniform(length * 0.3, length))
            running.send_signal(signal.SIGKILL)
        check_whole(place, wanted)
        left += any(name[0] == "." for name in files(place))
        with without_proc(place, *output) as running:
            running.communicate(timeout=60)
        equal((running.returncode, files(place)), (0, wanted))
    print("# %d of 10 killed runs left a file without its name" % left)
    for name in wanted:
        place.write("out/" + name, "old")
    with without_proc(place, *output, "--force") as running:
        running.communicate(timeout=60)
    equal(files(place), wanted)


# --- disks -----------------------------------------------------------------------------------


class Mounted:
    """A small file system, where the test may mount one."""

    def __init__(self, here, options):
        self.path = here.path / "disk"
        self.path.mkdir()
        self.there = is_root() and self.mount("-t", "tmpfs", "-o", options, "tmpfs")

    def mount(self, *args):
        done = subprocess.run(
            ["mount", *args, str(self.path)], capture_output=True, check=False
        )
        return done.returncode == 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.there:
            subprocess.run(["umount", "-l", str(self.path)], check=True)


def a_full_disk_ends_the_run_and_loses_nothing(place):
    n = 300
    wanted = prepare_many(place, n)
    with Mounted(place, "size=400k") as disk:
        if not disk.there:
            print("# no file system can be mounted here")
            return
        os.symlink("disk", place.path / "out")
        output = ("--output", "disk/{n}.txt")
        for jobs in ("1", "4"):
            status, said = finish(place, *output, "--resume", "--jobs", jobs)
            equal(status, 3)
            lines = said.splitlines()
            contains(lines[0], "No space left on device")
            contains(lines[0], "rows.csv:")
            contains(lines[-2], "stopped; --resume goes on")
            equal(len(lines), 3)
            there = files(place, "disk")
            assert 10 < len(there) < n, len(there)
            for name, content in there.items():
                equal(content, wanted[name])
        assert disk.mount("-o", "remount,size=4m")
        status, said = finish(place, *output, "--resume")
        equal(status, 0)
        equal(files(place, "disk"), wanted)


def a_file_that_cannot_grow_ends_the_run(place):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    prepare_many(place, 20)
    environment = dict(os.environ, TMPDIR=str(place.path))
    done = subprocess.run(
        [LECTERN, "fill", "t.txt", "--values", "rows.csv", "--output", "out/{n}.txt"],
        cwd=place.path,
        env=environment,
        capture_output=True,
        preexec_fn=limit,
        check=False,
        timeout=60,
    )
    equal(done.returncode, 3)
    contains(done.stderr.decode(), "File too large")
    equal(files(place), {})


def few_files_that_may_be_open_are_enough(place):
    wanted = prepare_many(place, 2000)
    output = ("--output", "out/{n}.txt", "--jobs", "64")
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (80, 80))
    done = subprocess.run(
        [LECTERN, "fill", "t.txt", "--values", "rows.csv", *output],
        cwd=place.path,
        capture_output=True,
        preexec_fn=limit,
        check=False,
        timeout=60,
    )
    equal((done.returncode, done.stderr), (0, b""))
    equal(files(place), wanted)


def a_folder_that_cannot_be_written_is_told(place):
    with Mounted(place, "ro") as disk:
        if not is_root():
            disk.path.chmod(0o555)
        elif not disk.there:
            print("# no file system can be mounted here")
            return
        for pattern in ("disk/{n}.txt", "disk/new/{n}.txt"):
            said = merge(place, pattern=pattern, status=3)
            assert 1 <= len(said) <= 2, said
            assert "Read-only" in said[0] or "Permission" in said[0], said
    place.write("file", "x")
    said = merge(place, pattern="file/{n}.txt", status=3)
    equal(len(said), 1)
    equal(place.read("file"), b"x")


# --- tables ----------------------------------------------------------------------------------


def ten_million_columns_end_quickly(place):
    many = ",".join(["x"] * 10_000_000)
    began = time.monotonic()
    said = merge(place, rows=many + "\n1\n", status=3)
    equal(len(said), 1)
    contains(said[0], "more than 16384 columns")
    said = merge(place, rows=HEAD + many + "\n上湾村,3,12,2026-05-01\n", status=3)
    equal(len(said), 1)
    contains(said[0], "row 1: 10000000 cells, but the header has 4")
    equal(list(files(place)), ["2-上湾村.txt"])
    assert time.monotonic() - began < 30, time.monotonic() - began


# --- memory ----------------------------------------------------------------------------------


def peak(here, n):
    """The most memory of a run with so many rows, in KiB."""
    rows = "".join("村%d,%d,%d,2026-05-01\n" % (i, i % 9 + 1, i) for i in range(n))
    here.write("rows.csv", HEAD + rows)
    most = 0
    with start(
        here, "--output", "out/{n}-{单位}.txt", "--dry-run", "--jobs=2"
    ) as running:
        # What the kernel says after the end counts the memory of this program too.
        while running.poll() is None:
            with open("/proc/%d/status" % running.pid, encoding="ascii") as status:
                for line in status:
                    if line.startswith("VmHWM"):
                        most = max(most, int(line.split()[1]))
            time.sleep(0.005)
    equal(running.returncode, 0)
    return most


def memory_does_not_grow_with_the_rows(place):
    place.write("t.txt", TEMPLATE)
    few, many = peak(place, 1000), peak(place, 100_000)
    print("# peak memory: %d KiB for 1,000 rows, %d KiB for 100,000" % (few, many))
    assert many - few < 2048, (few, many)


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
