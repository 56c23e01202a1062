#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""readme.py ROOT BUILD [--write]: the examples of README.md, of its Chinese twin and of chapters run as
they stand and print what stands there, and the twins have the same. With --write what they print is
written there instead. Speaks TAP.

In a console block every line that begins with "$ " is run in the root of the source, and what it
prints must follow. What a block of C or Python prints stands in the output block after it. The text
block is doc/sample.txt, the tree block what a walk over it prints, the xml block its XML.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# A page, and the language in which its reader sees messages.
PAGES = {
    "README.md": "C.UTF-8",
    "doc/README.zh-CN.md": "zh_CN.UTF-8",
    "doc/checking.md": "C.UTF-8",
    "doc/comparing.md": "C.UTF-8",
    "doc/merging.md": "C.UTF-8",
    "doc/editing.md": "C.UTF-8",
    "doc/restyling.md": "C.UTF-8",
    "doc/filling.md": "C.UTF-8",
    "doc/time.md": "C.UTF-8",
    "doc/templates.md": "C.UTF-8",
    "doc/fragments.md": "C.UTF-8",
    "doc/values.md": "C.UTF-8",
}
TWINS = ("README.md", "doc/README.zh-CN.md")
COMMENT = re.compile(r"/\*.*?\*/|(?<!\S)# .*")
SAMPLE = "doc/sample.txt"
TREE = """
import lectern
def show(node, depth):
    short = node.text if len(node.text) < 12 and "\\n" not in node.text else ""
    print(("  " * depth + node.kind + " " + short).rstrip())
    for child in node.children:
        show(child, depth + 1)
with open("%s", encoding="utf-8") as file:
    show(lectern.parse(file.read()).root, 0)
"""


class Example:
    def __init__(self, root, build, folder, page):
        self.root, self.build, self.folder = root, build, folder
        self.environment = dict(os.environ, LANG=PAGES[page], LC_CTYPE="C.UTF-8")
        for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
            self.environment.pop(name, None)
        command = os.path.join(build, "bindings", "cli")
        self.environment["PATH"] = command + os.pathsep + os.environ["PATH"]
        uninstalled = os.path.join(build, "meson-uninstalled")
        self.environment["PKG_CONFIG_PATH"] = uninstalled

    def run(self, command, allowed=(0,)):
        done = subprocess.run(
            command,
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode not in allowed:
            raise RuntimeError("exit status %d: %s" % (done.returncode, done.stdout))
        return done.stdout

    def console(self, text):
        out = ""
        for line in text.splitlines():
            if line.startswith("$ "):
                # That something was found is no failure.
                found = line.startswith(("$ lectern check ", "$ lectern fill "))
                allowed = (0, 1) if found else (0,)
                shell = ["bash", "-o", "pipefail", "-c", self.here(line[2:])]
                out += line + "\n" + self.run(shell, allowed)
        return out

    def here(self, command):
        """In a build folder of another name the command of that folder is meant."""
        if os.path.realpath(self.build) == os.path.realpath(
            os.path.join(self.root, "build")
        ):
            return command
        return command.replace("bindings/cli/run ", "lectern ")

    def text(self, _):
        with open(os.path.join(self.root, SAMPLE), encoding="utf-8") as file:
            return file.read()

    def tree(self, _):
        return self.run([sys.executable, "-c", TREE % SAMPLE])

    def xml(self, _):
        return self.run(["lectern", "convert", "--to", "xml", SAMPLE])

    def python(self, text):
        return self.run([sys.executable, "-c", text])

    def c(self, text):
        out = ""
        source = os.path.join(self.folder, "speech.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        for compiler, language in (("gcc", "c"), ("g++", "c++")):
            program = os.path.join(self.folder, language)
            flags = "$(pkg-config --cflags --libs lectern-1)"
            command = "%s -Wall -Wextra -Werror -x %s %s -x none %s -o %s" % (
                compiler,
                language,
                shlex.quote(source),
                flags,
                shlex.quote(program),
            )
            self.run(["bash", "-c", command])
            printed = self.run([program])
            if out and printed != out:
                raise RuntimeError("as C++ it prints something else: " + printed)
            out = printed
        return out


def examine(example, text):
    """For each fenced block: name, span of what is expected, what is printed (or the exception)."""
    pending = None
    for match in FENCE.finditer(text):
        kind, body = match[1], match[2]
        if kind == "output":
            if pending is None:
                yield kind, match, RuntimeError("nothing before prints this")
            else:
                yield pending[0], match, pending[1]
            pending = None
        elif kind in ("c", "python", "console", "text", "tree", "xml"):
            try:
                printed = getattr(example, kind)(body)
            except RuntimeError as error:
                printed = error
            if isinstance(printed, str) and not printed.endswith("\n"):
                printed += "\n"
            if kind in ("c", "python"):
                pending = (kind, printed)
            else:
                yield kind, match, printed


def try_page(example, page, number, write):
    """Prints a line of TAP for each example; how many there are, and how many fail."""
    path = os.path.join(example.root, page)
    failed = end = 0
    written = ""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    first = number
    for name, match, printed in examine(example, text):
        number += 1
        wrong = isinstance(printed, Exception) or printed != match[2]
        failed += wrong
        line = text.count("\n", 0, match.start()) + 1
        print(
            "%sok %d - %s: %s block of line %d"
            % ("not " if wrong else "", number, page, name, line)
        )
        if wrong:
            print("# it prints:\n# " + str(printed).replace("\n", "\n# "))
        if not isinstance(printed, Exception):
            written += text[end : match.start(2)] + printed
            end = match.end(2)
    if write:
        with open(path, "w", encoding="utf-8") as file:
            file.write(written + text[end:])
    return number - first, failed


def examples_of(root, page):
    """The blocks of a page without comments and messages, which are in its language."""
    blocks = []
    with open(os.path.join(root, page), encoding="utf-8") as file:
        for match in FENCE.finditer(file.read()):
            text = COMMENT.sub("", match[2])
            if match[1] == "console":
                text = re.findall(r"^\$ .*", text, re.M)
            blocks.append((match[1], text))
    return blocks


def main():
    root, build = sys.argv[1], sys.argv[2]
    number = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for page in PAGES:
            example = Example(root, build, folder, page)
            tried, wrong = try_page(example, page, number, "--write" in sys.argv)
            number += tried
            failed += wrong or not tried
    same = len({repr(examples_of(root, page)) for page in TWINS}) == 1
    number += 1
    failed += not same
    print(
        "%sok %d - the twins have the same examples" % ("" if same else "not ", number)
    )
    print("1..%d" % number)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
