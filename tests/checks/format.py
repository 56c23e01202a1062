#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""format.py ROOT: C is as clang-format writes it, Python as black does, shell scripts pass
shellcheck."""
import subprocess

import project


def run(root, command, files):
    """The first lines of what a tool complains of."""
    if not files:
        return []
    # No input and no configuration from outside the tree.
    done = subprocess.run(
        command + files,
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode == 0:
        return []
    return (done.stderr + done.stdout).splitlines()[:40] or ["%s failed" % command[0]]


def problems(root):
    paths = list(project.walk(root))
    c_files = [p for p in paths if p.endswith((".c", ".h"))]
    yield from run(
        root, ["clang-format", "--dry-run", "-Werror", "--style=file"], c_files
    )
    python = [p for p in paths if project.is_python(root, p)]
    black = ["black", "--quiet", "--diff", "--check"]
    yield from run(root, black, python)
    shell = [
        p for p in paths if project.is_script(root, p, "bash") or p == "tests/setup"
    ]
    yield from run(root, ["shellcheck", "-x"], shell)


if __name__ == "__main__":
    project.main(problems)
