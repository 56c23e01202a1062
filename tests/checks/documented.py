#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""documented.py GIR: every public function, parameter, result, type and member has its words, and
what is handed over keeps to one rule: get lends, dup and new give, lists give their container."""
import xml.etree.ElementTree as ElementTree

import project

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
FUNCTIONS = tuple(
    CORE + n for n in ("function", "method", "constructor", "virtual-method")
)
TYPES = tuple(
    CORE + n for n in ("class", "record", "enumeration", "bitfield", "callback")
)
# The part of a function's name after which the transfer of a pointer that it returns follows.
TRANSFER = (
    ("_get_", "none"),
    ("_list_", "container"),
    ("_dup_", "full"),
    ("_new", "full"),
)


def has_words(element):
    doc = element.find(CORE + "doc")
    return doc is not None and bool((doc.text or "").strip())


def returns_pointer(result):
    kinds = [result.find(CORE + "type"), result.find(CORE + "array")]
    c_type = next((k.get(C + "type") or "" for k in kinds if k is not None), "")
    return c_type.endswith("*") or c_type == "gpointer"


def problems_of_transfer(name, result):
    if not returns_pointer(result):
        return
    for part, transfer in TRANSFER:
        if part in name:
            if result.get("transfer-ownership") != transfer:
                yield "%s: returns (transfer %s), and not %s" % (
                    name,
                    result.get("transfer-ownership"),
                    transfer,
                )
            return


def problems_of_function(element):
    name = element.get(C + "identifier") or element.get("name")
    if not has_words(element):
        yield "%s: has no description" % name
    for parameter in element.iterfind("%sparameters/%sparameter" % (CORE, CORE)):
        if not has_words(parameter):
            yield "%s: parameter %s has no description" % (name, parameter.get("name"))
    result = element.find(CORE + "return-value")
    kind = result.find(CORE + "type")
    if kind is not None and kind.get("name") == "none":
        return
    if not has_words(result):
        yield "%s: the result has no description" % name
    yield from problems_of_transfer(name, result)


def is_ours(element):
    # The callback of a class structure's member is told of as the virtual method.
    if element.tag == CORE + "callback" and element.get(C + "type") is None:
        return False
    return not element.get(CORE + "disguised") and not (
        element.get("name") or ""
    ).endswith("Class")


def problems(gir):
    for element in ElementTree.parse(gir).iter():
        if element.tag in FUNCTIONS:
            yield from problems_of_function(element)
        elif element.tag in TYPES and is_ours(element):
            if not has_words(element):
                yield "%s: has no description" % (
                    element.get(C + "type") or element.get("name")
                )
        elif element.tag in (CORE + "member", CORE + "constant", CORE + "property"):
            if not has_words(element):
                name = element.get(C + "identifier") or element.get(C + "type")
                yield "%s: has no description" % (name or element.get("name"))


if __name__ == "__main__":
    project.main(problems)
