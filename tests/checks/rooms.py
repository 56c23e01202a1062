#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""rooms.py ROOT: includes point only up the table of rooms (doc/architecture.md), and every source is
built."""
import os
import re

import project

# A room and those whose private headers it may include, its own apart. Nothing private but the
# tables of a language is for renderers and the rules to come: if they need more, the API has a hole.
KNOWS = {
    "base": (),
    "language": ("base",),
    "model": ("base", "language"),
    "read": ("base", "language", "model"),
    "render": ("language",),
    "check": ("base", "language"),
    "compose": ("base", "language", "model", "read", "check"),
}
# Only this room may know libxml2, whose own ABI broke once.
LIBXML_ROOM = "read"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def problem_in_room(room, quote, name):
    if quote == "<":
        if name.startswith("libxml/") and room != LIBXML_ROOM:
            return "only lib/%s may include libxml2" % LIBXML_ROOM
        if name.startswith("lectern/") and name != "lectern/lectern.h":
            return "the public headers come by <lectern/lectern.h>"
        return None
    other, _, file = name.partition("/")
    if not re.fullmatch(r"lectern-[a-z0-9-]+-private\.h", file):
        return "private headers are written as room/lectern-…-private.h"
    if other != room and other not in KNOWS[room]:
        return "lib/%s may not know lib/%s" % (room, other)
    return None


def problem_outside(quote, name):
    if quote == "<" and name.startswith("lectern/") and name != "lectern/lectern.h":
        return "the public headers come by <lectern/lectern.h>"
    if name.endswith("-private.h") and name.startswith("lectern"):
        return "bindings use the public API only"
    if quote == '"' and name.split("/")[0] in KNOWS:
        return "bindings use the public API only"
    return None


def includes(root, path):
    for number, line in enumerate(project.read(root, path), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1], match[2]


def unlisted(root):
    """Sources that the meson.build of their room forgot, which would be built by nobody."""
    for room in KNOWS:
        build = os.path.join("lib", room, "meson.build")
        if os.path.exists(os.path.join(root, build)):
            listed = "\n".join(project.read(root, build))
            for name in sorted(os.listdir(os.path.join(root, "lib", room))):
                if name.endswith(".c") and "'%s'" % name not in listed:
                    yield "%s: %s is not listed" % (build, name)


def problems(root):
    yield from unlisted(root)
    for path in project.walk(root):
        parts = path.split(os.sep)
        if not path.endswith((".c", ".h")) or parts[0] not in ("lib", "bindings"):
            continue
        if parts[0] == "lib":
            if len(parts) != 3 or parts[1] not in KNOWS:
                yield "%s: not in a room" % path
                continue
            if not parts[2].startswith("lectern-"):
                yield "%s: files are named lectern-…" % path
            if path.endswith(".h") and not path.endswith("-private.h"):
                yield "%s: public headers are in include/lectern" % path
        for number, quote, name in includes(root, path):
            if parts[0] == "lib":
                problem = problem_in_room(parts[1], quote, name)
            else:
                problem = problem_outside(quote, name)
            if problem:
                yield "%s:%d: %s: %s" % (path, number, name, problem)


if __name__ == "__main__":
    project.main(problems)
