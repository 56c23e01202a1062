#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""headers.py ROOT BUILD: what users include is strict C99 and C++17 for gcc and clang; each header
stands on its own, and refuses to be included past <lectern/lectern.h>."""
import os
import shlex
import subprocess

import project

COMPILERS = (
    ("gcc", "c99", "c"),
    ("clang", "c99", "c"),
    ("g++", "c++17", "c++"),
    ("clang++", "c++17", "c++"),
)
WARNINGS = ["-Wall", "-Wextra", "-Wshadow", "-pedantic", "-Werror"]
REFUSAL = "Only <lectern/lectern.h> can be included directly."


def glib_flags():
    flags = subprocess.check_output(["pkg-config", "--cflags", "gio-2.0"], text=True)
    return shlex.split(flags.replace("-I", "-isystem "))


def compile_text(compiler, text, flags):
    """(whether it compiled, what the compiler said)."""
    name, standard, language = compiler
    command = [
        name,
        "-std=" + standard,
        "-x",
        language,
        "-fsyntax-only",
        *WARNINGS,
        *flags,
        "-",
    ]
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def problems(root, build):
    flags = [
        "-I" + os.path.join(root, "include"),
        "-I" + os.path.join(build, "include"),
    ]
    flags += glib_flags()
    folder = os.path.join(root, "include", "lectern")
    names = sorted(n.replace(".h.in", ".h") for n in os.listdir(folder) if ".h" in n)
    names.remove("lectern.h")
    # A user's own use of the macros, so that they are compiled too.
    user = (
        "#include <lectern/lectern.h>\n"
        "#if !LECTERN_CHECK_VERSION (1, 0, 0)\n#error too old\n#endif\n"
        "int main (void) { return LECTERN_IS_DOCUMENT (0) ? 1 : 0; }\n"
    )
    for compiler in COMPILERS:
        done, said = compile_text(compiler, user, flags)
        if not done:
            yield "lectern.h, %s -std=%s:\n%s" % (compiler[0], compiler[1], said)
        for name in names:
            include = "#include <lectern/%s>\n" % name
            done, said = compile_text(
                compiler, "#define LECTERN_INSIDE\n" + include, flags
            )
            if not done:
                yield "%s alone, %s -std=%s:\n%s" % (
                    name,
                    compiler[0],
                    compiler[1],
                    said,
                )
    for name in names:
        done, said = compile_text(COMPILERS[0], "#include <lectern/%s>\n" % name, flags)
        if done or REFUSAL not in said:
            yield "%s: can be included directly" % name


if __name__ == "__main__":
    project.main(problems)
