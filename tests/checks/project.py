# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the checks of this folder share: the files of the project, and how a check reports."""
import os
import sys

LEFT_OUT = (".git", "__pycache__", ".pytest_cache", ".mypy_cache")


def walk(root):
    """Paths of all files of the tree, relative to it, without what was built."""
    for folder, folders, names in os.walk(root):
        top = folder == root
        folders[:] = sorted(
            n for n in folders if n not in LEFT_OUT and not (top and is_built(n))
        )
        for name in sorted(names):
            if name not in LEFT_OUT:
                yield os.path.relpath(os.path.join(folder, name), root)


def is_built(name):
    return name.startswith("build")


def read(root, path):
    """The lines of a text file, or None if it is not text."""
    try:
        with open(os.path.join(root, path), encoding="utf-8", newline="") as file:
            return file.read().splitlines()
    except UnicodeDecodeError:
        return None


def is_script(root, path, interpreter):
    """Whether the file begins with #! and names that interpreter."""
    with open(os.path.join(root, path), "rb") as file:
        first = file.readline()
    return first.startswith(b"#!") and interpreter in first.decode("utf-8", "replace")


def is_python(root, path):
    if path.endswith((".py", ".pyi")):
        return True
    return "." not in os.path.basename(path) and is_script(root, path, "python")


def main(problems):
    """Runs a check over the tree that the first argument names; one problem is one line."""
    found = list(problems(*sys.argv[1:]))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)
