#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""lengths.py ROOT: no source above 700 lines, no function above 60."""
import ast

import project

FILE_LINES = 700
FUNCTION_LINES = 60


def c_functions(lines):
    """(line of the opening brace, lines of the body), by GNU style: both braces in column 0, the
    first after a list of parameters."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{" and number > 1 and lines[number - 2].endswith(")"):
            start = number
        elif line.startswith("}") and start:
            yield start, number - start + 1
            start = None


def python_functions(lines):
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def problems(root):
    for path in project.walk(root):
        if path.endswith((".c", ".h")):
            functions = c_functions
        elif project.is_python(root, path):
            functions = python_functions
        else:
            continue
        lines = project.read(root, path)
        if len(lines) > FILE_LINES:
            yield "%s: %d lines, at most %d" % (path, len(lines), FILE_LINES)
        for start, length in functions(lines):
            if length > FUNCTION_LINES:
                yield "%s:%d: a function of %d lines, at most %d" % (
                    path,
                    start,
                    length,
                    FUNCTION_LINES,
                )


if __name__ == "__main__":
    project.main(problems)
