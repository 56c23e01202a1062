# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules that a golden tree must keep (doc/kinds.md), said once more and apart from the library."""

from __future__ import annotations

import pathlib
import re
from typing import Iterator

from derive import Node, read, text_of, walk

INLINE = {"placeholder", "announcement", "series", "boilerplate", "directive"}
BODY = {"p", "series", "salutation", "boilerplate", "directive"}
HOLDS: dict[str, set[str]] = {
    "speech": BODY
    | {"title", "byline", "opening", "outline", "section", "closing", "thanks"},
    "boilerplate": set(),
    "outline": {"entry", "directive"},
    "entry": INLINE | {"marker"},
    "title": INLINE,
    "byline": INLINE,
    "salutation": INLINE,
    "thanks": INLINE,
    "opening": BODY,
    "closing": BODY,
    "section": BODY | {"heading", "section"},
    "heading": INLINE | {"marker"},
    "p": INLINE | {"marker", "lead"},
    "series": {"point", "directive"},
    "point": INLINE | {"marker", "lead", "p"},
    "marker": {"placeholder"},
    "lead": INLINE,
    "placeholder": set(),
    "announcement": INLINE,
    "directive": set(),
}
ONE_LINE = {
    "title",
    "byline",
    "salutation",
    "heading",
    "p",
    "thanks",
    "entry",
    "boilerplate",
    "directive",
}
CONTAINERS = {"speech", "outline", "opening", "closing", "section", "series", "point"}
BLANK = " \t\u3000\u00a0"
DIGITS = "一二三四五六七八九"
NUMERAL = re.compile(f"[{DIGITS}十]+|[0-9]+")
WORDS = ["首先", "其次", "再次", "最后"]
SENTENCE = re.compile("[^。！？；]*(?:[。！？；][”’」』）]*)?", re.S)


def children(node: Node, kind: str | None = None) -> list[Node]:
    nodes = [child for child in node.get("children", []) if "kind" in child]
    return [child for child in nodes if kind in (None, child["kind"])]


def numeral(digits: str) -> int:
    if digits.isascii():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    value = DIGITS.index(ones) + 1 if ones else 0
    return value + (10 * (DIGITS.index(tens) + 1 if tens else 1) if ten else 0)


def reading(marker: str, position: int, numbering: str) -> int | None:
    """The number that a marker says, or None if it is none of this numbering."""
    if "~" in numbering:
        pair = numbering.split("~")
        return pair.index(marker) + 1 if marker in pair else None
    for word in WORDS:
        if marker.startswith(word):
            fits = numbering == WORDS[0] + marker[len(word) :]
            return WORDS.index(word) + 1 if fits else None
    found = NUMERAL.search(marker)
    if not found:
        return position if "X" in marker else None
    first = NUMERAL.sub("1" if found[0].isascii() else "一", marker, count=1)
    return numeral(found[0]) if first == numbering else None


def is_inline(series: Node) -> bool:
    return not any(children(point, "p") for point in children(series, "point"))


def tiling(node: Node) -> Iterator[str]:
    """The spans of the children follow each other from the node's start to its end."""
    at = node["start"]
    for child in node.get("children", []):
        if child["start"] != at:
            yield f"a gap or an overlap at byte {at}"
        if (
            "text" in child
            and child["start"] + len(child["text"].encode()) != child["end"]
        ):
            yield f"text of the wrong length at byte {child['start']}"
        at = child["end"]
    if at != node["end"]:
        yield f"ends at byte {node['end']}, its children at {at}"


def content(node: Node) -> Iterator[str]:
    """What each kind holds, and in which order."""
    kinds = [child["kind"] for child in children(node)]
    for kind in kinds:
        if kind not in HOLDS[node["kind"]]:
            yield f"holds {kind}"
    if node["kind"] == "section" and (
        kinds.count("heading") != 1 or kinds[0] != "heading"
    ):
        yield "does not begin with its one heading"
    parts = [child.get("kind", "text") for child in node.get("children", [])]
    for kind, allowed in (("marker", [0]), ("lead", [0, 1])):
        if kind in parts and node["kind"] not in ("lead", "marker"):
            if parts.count(kind) > 1 or parts.index(kind) not in allowed:
                yield f"a {kind} that is not first"
    if node["kind"] == "point" and "p" in kinds:
        if {"marker", "lead", "placeholder", "announcement"} & set(kinds):
            yield "holds paragraphs and inline"
        for later in children(node, "p")[1:]:
            if children(later, "marker") or children(later, "lead"):
                yield "a marker or lead in a later paragraph"


def white_space(node: Node, whole: bytes) -> Iterator[str]:
    """Who holds indents, trailing blanks, line ends and blank lines."""
    kind, inside = node["kind"], text_of(node)
    if kind in ONE_LINE and inside.strip(BLANK + "\r\n") != inside:
        yield "begins or ends with white space"
    block = (kind in CONTAINERS and kind not in ("series", "point", "speech")) or (
        kind == "series"
        and not is_inline(node)
        or kind == "point"
        and bool(children(node, "p"))
    )
    if block:
        if kind != "outline" and any(
            child["text"].strip(BLANK + "\r\n")
            for child in node["children"]
            if "text" in child
        ):
            yield "holds letters of its own"
        if re.search(f"\n[{BLANK}]*\r?\n[{BLANK}]*$", inside):
            yield "ends with a blank line"
        rest = whole[node["end"] :].decode()
        if (
            not inside.endswith("\n")
            and re.match(f"[{BLANK}]*(\r?\n|$)", rest)
            and rest
        ):
            yield "ends before its line end"
        if inside.startswith(("\n", "\r\n")):
            yield "begins with a blank line"


def sequence(members: list[Node], numberings: list[str | None]) -> Iterator[str]:
    """Ordinals count from 1; numbers stand where the marker says another one."""
    for position, (member, numbering) in enumerate(zip(members, numberings), 1):
        if member.get("ordinal") != position:
            yield f"ordinal {member.get('ordinal')} at position {position}"
        holder = next(
            (one for one in children(member) if one["kind"] in ("heading", "p")), member
        )
        marker = next((text_of(one) for one in children(holder, "marker")), None)
        if marker is None or numbering is None:
            continue
        says = reading(marker, position, numbering)
        if says is None:
            yield f"marker {marker} in numbering {numbering}"
        elif says != member.get("number", position) or member.get("number") == position:
            yield f"marker {marker} at position {position}, number {member.get('number')}"


def numbers(node: Node, depth: int) -> Iterator[str]:
    if node["kind"] == "section" and node.get("level") != depth:
        yield f"level {node.get('level')} at depth {depth}"
    sections = children(node, "section")
    yield from sequence(sections, [section.get("numbering") for section in sections])
    if node["kind"] == "series":
        points = children(node, "point")
        yield from sequence(points, [node.get("numbering")] * len(points))
        if ("numbering" in node) == ("key" in node):
            yield "needs either a numbering or a key"
        for point in points:
            if "key" in node and not text_of(point).strip(BLANK).startswith(
                node["key"]
            ):
                yield f"a point that does not begin with {node['key']}"
    if node["kind"] == "outline":
        counts: list[int] = []
        for entry in children(node, "entry"):
            counts = (counts + [0])[: entry["level"]]
            counts[-1] += 1
            if len(counts) != entry["level"] or counts[-1] != entry["ordinal"]:
                yield f"entry {text_of(entry)[:10]}: level {entry['level']}, ordinal {entry['ordinal']}"


def leads(node: Node) -> Iterator[str]:
    """The lead is the first sentence of at most 40 characters; a run-in heading is one sentence."""
    if node["kind"] == "point":
        holder = (children(node, "p") or [node])[0]
        marker = "".join(text_of(one) for one in children(holder, "marker"))
        first = SENTENCE.findall(text_of(holder)[len(marker) :])[0]
        lead = "".join(text_of(one) for one in children(holder, "lead"))
        if lead != (first if len(first) <= 40 else ""):
            yield f"lead {lead or 'none'}, first sentence {first}"
    if node["kind"] == "section":
        heading, after = node["children"][0], node["children"][1:2]
        if after and after[0].get("kind") == "p" and text_of(heading)[-1] not in "。！？":
            yield "a run-in heading without a stop"


def announcements(root: Node) -> Iterator[str]:
    """Announcements count what they point to; ids stand on their targets only, in order."""
    nodes = walk(root)
    targets = {node["id"]: node for node in nodes if "id" in node}
    wanted = [name for node in nodes for name in node.get("of", [])]
    for kind, letter in (("section", "s"), ("series", "r")):
        ids = [node["id"] for node in nodes if node["kind"] == kind and "id" in node]
        if ids != [f"{letter}{n}" for n in range(1, len(ids) + 1)]:
            yield f"ids of {kind}: {' '.join(ids)}"
    if set(wanted) != set(targets):
        yield f"ids {sorted(targets)}, announced {sorted(set(wanted))}"
        return
    for node in nodes:
        if node["kind"] != "announcement":
            continue
        if "of" not in node:
            names = re.findall("“.*?”", text_of(node)) or re.split(
                "、以及|、和|、|和|及", text_of(node)
            )
            if node["count"] != len(names):
                yield f"announced {node['count']}, {len(names)} names"
            continue
        members = [targets[name] for name in node["of"]]
        if members[0]["kind"] == "series":
            members = children(members[0], "point")
        if node["count"] not in ("indefinite", "masked", len(members)):
            yield f"announced {node['count']}, {len(members)} follow"
        for member in members:
            if node.get("keyword", "") not in text_of(member):
                yield f"keyword {node['keyword']} missing in {text_of(member)[:10]}"


def problems(path: pathlib.Path) -> Iterator[str]:
    root = read(path)
    whole = text_of(root).encode()
    if whole != path.with_suffix(".txt").read_bytes():
        yield "the stripped text is not the text"
    if (root["start"], root["end"]) != (0, len(whole)):
        yield "the root does not span the text"

    def below(node: Node, depth: int) -> Iterator[str]:
        inner = depth + (node["kind"] == "section")
        for rule in (
            tiling(node),
            content(node),
            white_space(node, whole),
            leads(node),
        ):
            yield from (
                f"{node['kind']} at byte {node['start']}: {one}" for one in rule
            )
        yield from (
            f"{node['kind']} at byte {node['start']}: {one}"
            for one in numbers(node, inner)
        )
        for child in children(node):
            yield from below(child, inner)

    yield from below(root, 0)
    yield from announcements(root)


def check(folder: pathlib.Path) -> int:
    paths = sorted(folder.glob("*.xml"))
    found = [f"{path.name}: {one}" for path in paths for one in problems(path)]
    print("\n".join(found) if found else f"{len(paths)} golden trees keep the rules")
    return 1 if found or not paths else 0
