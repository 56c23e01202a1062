#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a golden tree says, without the library and without a tree of libxml2.

derive.py FILE.xml      prints the speech as JSON (the shape of doc/speech.schema.json)
derive.py --check DIR   checks each NAME.xml in DIR against NAME.txt and against the rules

For tests: text(path) is the text as bytes, load(path) the tree.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
import xml.parsers.expat
from typing import Any

Node = dict[str, Any]
Path = str | pathlib.Path

SPEECH = "urn:lectern:speech:1"
XML = "http://www.w3.org/XML/1998/namespace"
INTEGERS = {"level", "ordinal", "number"}
BOOLEANS = {"bom", "filled"}
# Attributes whose name is another one in JSON, where "kind" is the kind of the node.
RENAMED = {"kind": "placeholder_kind", f"{XML} id": "id", f"{XML} lang": "lang"}


def json_value(name: str, value: str) -> Any:
    if name in INTEGERS or (name == "count" and value.isdigit()):
        return int(value)
    if name in BOOLEANS:
        return value in ("true", "1")
    if name == "confidence":
        return float(value)
    return value.split() if name == "of" else value


class Reader:
    """Expat's events, turned into nested nodes with spans in bytes of the text."""

    def __init__(self) -> None:
        self.root: Node = {}
        self.open: list[Node | None] = []  # None: an element that is no node
        self.pending = ""
        self.offset = 0

    def here(self) -> Node:
        return next(node for node in reversed(self.open) if node is not None)

    def add(self, child: Node) -> None:
        self.here().setdefault("children", []).append(child)

    def flush(self) -> None:
        if self.pending:
            end = self.offset + len(self.pending.encode())
            self.add({"text": self.pending, "start": self.offset, "end": end})
            self.offset, self.pending = end, ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, kind = name.rpartition(" ")
        if namespace != SPEECH or kind == "char":
            if kind == "char":
                self.pending += chr(int(attributes["code"], 16))
            self.open.append(None)
            return
        self.flush()
        node: Node = {"kind": kind, "start": self.offset, "end": self.offset}
        for key, value in attributes.items():
            if key != f"{XML} space":
                node[RENAMED.get(key, key)] = json_value(key, value)
        if self.open:
            self.add(node)
        else:
            self.root = {"lectern": 1, **node}
            node = self.root
        self.open.append(node)

    def end(self, _name: str) -> None:
        node = self.open[-1]
        if node is not None:
            self.flush()
            node["end"] = self.offset
            if "children" in node:
                node["children"] = node.pop("children")  # last, to be read easily
        self.open.pop()

    def data(self, data: str) -> None:
        self.pending += data


def read(path: Path) -> Node:
    reader = Reader()
    parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.Parse(pathlib.Path(path).read_bytes(), True)
    return reader.root


def text_of(node: Node) -> str:
    if "text" in node:
        return node["text"]
    return "".join(text_of(child) for child in node.get("children", []))


def walk(node: Node) -> list[Node]:
    nodes = [node]
    for child in node.get("children", []):
        if "kind" in child:
            nodes += walk(child)
    return nodes


def load(path: Path) -> Node:
    """The tree of a golden XML file."""
    return read(path)


def text(path: Path) -> bytes:
    """The text of a golden XML file: what is left when the tags are stripped."""
    return text_of(read(path)).encode()


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--check", metavar="DIR", type=pathlib.Path)
    arguments.add_argument("file", metavar="FILE.xml", nargs="?", type=pathlib.Path)
    given = arguments.parse_args()
    if given.check:
        import rules

        return rules.check(given.check)
    if not given.file:
        arguments.error("a FILE.xml or --check DIR is needed")
    json.dump(load(given.file), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
