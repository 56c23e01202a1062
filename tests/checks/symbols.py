#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""symbols.py ROOT LIBRARY GIR: four views of one list. What the headers declare available since a
version = what the map exports in that version = what the library defines = what the GIR describes."""
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import project

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"
AVAILABLE = re.compile(r"^LECTERN_AVAILABLE_IN_(\d+_\d+)$")
DECLARED = re.compile(r"\b(lectern_\w+) \(")
DECLARED_TYPE = re.compile(r"^G_DECLARE_\w+ \(\s*\w+,\s*(\w+)")
# For C alone: memory of a caller's own frame, which bindings do not have.
NOT_IN_GIR = set()


def from_headers(root):
    """{name: version}; a declaration without LECTERN_AVAILABLE_IN_… has version None."""
    found = {}
    folder = os.path.join(root, "include", "lectern")
    for name in sorted(os.listdir(folder)):
        lines = (
            []
            if name == "meson.build"
            else project.read(root, os.path.join(folder, name))
        )
        since = None
        for line in lines:
            match = DECLARED_TYPE.match(line)
            if match:
                found[match[1] + "_get_type"] = since
            match = not line.startswith((" ", "#", "\t")) and DECLARED.search(line)
            if match and "AUTOPTR" not in line:
                found[match[1]] = since
            match = AVAILABLE.match(line)
            since = match[1] if match else None
    return found


def from_map(root):
    found, version = {}, None
    for line in project.read(root, os.path.join("lib", "lectern.map")):
        match = re.match(r"LECTERN_(\d+_\d+) \{", line)
        version = match[1] if match else version
        match = re.fullmatch(r"\s+([\w*]+);", line)
        if match and match[1] != "*":
            found[match[1]] = version
    return found


def from_library(library):
    command = ["nm", "--dynamic", "--defined-only", library]
    found = {}
    for line in subprocess.check_output(command, text=True).splitlines():
        name, _, version = line.split()[-1].partition("@@")
        if line.split()[-2] != "A":
            found[name] = version.replace("LECTERN_", "")
    return found


def from_gir(gir):
    found = {}
    for element in ElementTree.parse(gir).iter():
        name = element.get(C + "identifier")
        if name and element.tag != CORE + "member" and name.startswith("lectern_"):
            found[name] = element.get("version", "1.0").replace(".", "_")
        if (element.get(GLIB + "get-type") or "").startswith("lectern_"):
            found[element.get(GLIB + "get-type")] = "1_0"
        if element.get(GLIB + "error-domain"):
            found["lectern_error_quark"] = "1_0"
    return found


def difference(name, one, other_name, other):
    for symbol in sorted(set(one) | set(other)):
        if one.get(symbol, "none") != other.get(symbol, "none"):
            yield "%s: %s in %s, %s in %s" % (
                symbol,
                one.get(symbol, "absent"),
                name,
                other.get(symbol, "absent"),
                other_name,
            )


def problems(root, library, gir=None):
    headers = from_headers(root)
    yield from difference("the headers", headers, "lib/lectern.map", from_map(root))
    yield from difference("the headers", headers, "the library", from_library(library))
    if gir:
        described = {n: v for n, v in headers.items() if n not in NOT_IN_GIR}
        yield from difference("the headers", described, "the GIR", from_gir(gir))


if __name__ == "__main__":
    project.main(problems)
