#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""api.py GIR [RECORDED]: the interface that bindings see, a line for each function, type and member.

Without RECORDED it is printed. With it, the two are compared: a change of an annotation breaks
Python while every tool that looks at C sees nothing.
"""
import difflib
import sys
import xml.etree.ElementTree as ElementTree

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"
FUNCTIONS = tuple(
    CORE + n
    for n in ("function", "method", "constructor", "virtual-method", "callback")
)
MEMBERS = tuple(CORE + n for n in ("member", "constant", "field", "property"))
TYPES = tuple(
    CORE + n for n in ("class", "record", "enumeration", "bitfield", "interface")
)
MARKS = (
    "direction",
    "transfer-ownership",
    "nullable",
    "optional",
    "caller-allocates",
    "scope",
)


def type_of(element):
    for name in ("type", "array"):
        kind = element.find(CORE + name)
        if kind is not None:
            inner = type_of(kind)
            marks = [
                "%s=%s" % (m, kind.get(m))
                for m in ("length", "zero-terminated", "fixed-size")
                if kind.get(m) is not None
            ]
            own = kind.get("name") or name
            return (
                own
                + ("<%s>" % inner if inner else "")
                + "".join("/" + m for m in marks)
            )
    return "..." if element.find(CORE + "varargs") is not None else ""


def value(element):
    marks = ["%s=%s" % (m, element.get(m)) for m in MARKS if element.get(m) is not None]
    return " ".join([type_of(element), *marks])


def function_line(owner, element):
    inside = element.find(CORE + "parameters")
    parameters = [] if inside is None else list(inside)
    words = [
        element.tag.replace(CORE, ""),
        owner + element.get("name"),
        element.get(C + "identifier") or "-",
        "(%s)" % ", ".join("%s: %s" % (p.get("name"), value(p)) for p in parameters),
        "-> " + value(element.find(CORE + "return-value")),
    ]
    if element.get("throws"):
        words.append("throws")
    if element.get("version"):
        words.append("since=" + element.get("version"))
    return " ".join(words)


def member_line(owner, element):
    words = [element.tag.replace(CORE, ""), owner + element.get("name")]
    words += [v for v in (element.get("value"), type_of(element)) if v]
    words += [
        m
        for m in ("writable", "readable", "private", "construct-only")
        if element.get(m)
    ]
    return " ".join(words)


def type_line(element):
    words = [element.tag.replace(CORE, ""), element.get("name")]
    words += [m for m in (element.get("parent"), element.get(GLIB + "get-type")) if m]
    words += [m for m in ("disguised", "opaque") if element.get(m)]
    words += ["final"] if element.get("final") else []
    return " ".join(words)


def lines_of(gir):
    lines = []
    for owner in ElementTree.parse(gir).getroot().iter():
        if owner.tag not in TYPES and owner.tag != CORE + "namespace":
            continue
        prefix = ""
        if owner.tag in TYPES:
            lines.append(type_line(owner))
            prefix = owner.get("name") + "."
        for element in owner:
            if element.tag in FUNCTIONS:
                lines.append(function_line(prefix, element))
            elif element.tag in MEMBERS:
                lines.append(member_line(prefix, element))
    return sorted(lines)


def main():
    lines = lines_of(sys.argv[1])
    if len(sys.argv) < 3:
        print("\n".join(lines))
        return 0
    with open(sys.argv[2], encoding="utf-8") as file:
        recorded = file.read().splitlines()
    changes = list(
        difflib.unified_diff(recorded, lines, "recorded", "built", lineterm="", n=0)
    )
    if changes:
        print("\n".join(changes))
        print("If that is meant, tests/abi/update records it; say so in the commit.")
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main())
