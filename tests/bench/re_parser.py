# SPDX-License-Identifier: LGPL-2.1-or-later
"""The peer of lectern.parse: a speech read with nothing but Python's re.

What a careful script would do: one pattern for the beginnings of lines, one for what stands inside
them, compiled once, and one pass over the lines with a stack of open nodes. The tree has the same
nodes (title, byline, salutation, opening, sections by level, headings, paragraphs, series and
points in lines of their own and within a line, leads, placeholders, thanks) with spans, but far
fewer rules: no languages, outlines, parallel series, restarts, traps beyond the commonest, kinds
of placeholders or line ends other than LF.
"""

import re

DIGITS = "一二三四五六七八九十百"
HEADINGS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

LINE_START = re.compile(
    rf"""[ \t\u3000]*(?:
      (?P<first>[{DIGITS}]{{1,3}}、)
    | (?P<second>[（(][{DIGITS}]{{1,3}}[）)])
    | (?P<third>\d{{1,2}}[.．](?!\d))
    | (?P<fourth>[（(]\d{{1,2}}[）)])
    | (?P<is>[{DIGITS}]{{1,2}}是(?!一定|一切))
    | (?P<must>[{DIGITS}]{{1,2}}要(?![务义素领点求]))
    | (?P<nth>第[{DIGITS}]{{1,2}}[，,])
    | (?P<words>(?:首先|其次|再次|最后)[，,])
    | (?P<byline>[（(]\d{{4}}年\d{{1,2}}月\d{{1,2}}日[）)][ \t\u3000]*$)
    | (?P<salutation>(?:同志们|各位[^，。：:！]{{1,12}}|尊敬的[^。：:！]{{1,40}})[：:！][ \t\u3000]*$)
    | (?P<thanks>(?:谢谢|我就讲这些)[^，。！]{{0,8}}[。！!]?[ \t\u3000]*$)
    )""",
    re.X,
)
INSIDE = re.compile(
    rf"""(?<=[。！？；：，、”）])(?:
      (?P<is>[{DIGITS}]{{1,2}}是(?!一定|一切))
    | (?P<must>[{DIGITS}]{{1,2}}要(?![务义素领点求]))
    | (?P<nth>第[{DIGITS}]{{1,2}}[，,])
    | (?P<words>(?:首先|其次|再次|最后)[，,])
    )
    | (?P<mask>(?<![A-Za-z0-9])[XxＸ×]{{1,4}}(?![A-Za-z])|[*＊]{{1,6}}|_{{1,8}})""",
    re.X,
)
SENTENCE = re.compile(r"[^。！？；]{1,39}[。！？；][”’]?")
LINES = re.compile(r"[^\n]*\n?")


class Node:
    __slots__ = ("kind", "start", "end", "name", "children")

    def __init__(self, kind, start, end=None, name=None):
        self.kind = kind
        self.start = start
        self.end = end
        self.name = name
        self.children = []


class Parser:
    def __init__(self, text):
        self.text = text
        self.speech = Node("speech", 0, len(text))
        self.open = [(0, self.speech)]  # (level, section)
        self.series = None  # the series in lines of their own
        self.opening = None
        self.seen_title = False

    def add(self, kind, start, end, name=None, parent=None):
        node = Node(kind, start, end, name)
        (parent or self.open[-1][1]).children.append(node)
        return node

    def end_series(self, end):
        if self.series is not None:
            self.series.end = self.series.children[-1].end = end
            self.series = None

    def heading(self, level, match, end):
        start = match.start()
        self.end_series(start)
        while self.open[-1][0] >= level:
            self.open.pop()[1].end = start
        section = self.add("section", start, None, level)
        self.open.append((level, section))
        stop = end
        if level > 1:
            sentence = SENTENCE.match(self.text, match.end(), end)
            stop = sentence.end() if sentence else end
        heading = self.add("heading", start, stop)
        self.add("marker", match.start(match.lastgroup), match.end(), None, heading)
        if stop < end:
            self.paragraph(stop, end, section)

    def point(self, family, match, end):
        start = match.start()
        if self.series is None or self.series.name != family:
            self.end_series(start)
            self.series = self.add("series", start, None, family)
        elif self.series.children:
            self.series.children[-1].end = start
        point = self.add("point", start, None, None, self.series)
        paragraph = self.add("p", start, end, None, point)
        self.member(paragraph, match.start(match.lastgroup), match.end(), end)
        self.inline(match.end(), end, paragraph)

    def member(self, node, start, after, end):
        self.add("marker", start, after, None, node)
        lead = SENTENCE.match(self.text, after, end)
        if lead:
            self.add("lead", after, lead.end(), None, node)

    def paragraph(self, start, end, parent):
        self.inline(start, end, self.add("p", start, end, None, parent))

    def inline(self, start, end, paragraph):
        holder, series = paragraph, None
        for match in INSIDE.finditer(self.text, start, end):
            family = match.lastgroup
            if family == "mask":
                self.add("placeholder", match.start(), match.end(), None, holder)
                continue
            if series is None or series.name != family:
                series = self.add("series", match.start(), end, family, paragraph)
            else:
                holder.end = match.start()
            holder = self.add("point", match.start(), end, None, series)
            self.member(holder, match.start(), match.end(), end)

    def frame(self, kind, start, end):
        self.end_series(start)
        self.add(kind, start, end)

    def body(self, start, end):
        if not self.seen_title and len(self.open) == 1 and end - start < 50:
            self.seen_title = True
            self.add("title", start, end)
            return
        parent = None
        if self.series is not None:
            parent = self.series.children[-1]
        elif len(self.open) == 1:
            if self.opening is None:
                self.opening = self.add("opening", start, end)
            self.opening.end = end
            parent = self.opening
        self.paragraph(start, end, parent)

    def line(self, start, end):
        match = LINE_START.match(self.text, start, end)
        if match is None:
            return self.body(start, end)
        family = match.lastgroup
        if family in HEADINGS:
            return self.heading(HEADINGS[family], match, end)
        if family in ("byline", "salutation", "thanks"):
            return self.frame(family, start, end)
        return self.point(family, match, end)

    def parse(self):
        text = self.text
        for match in LINES.finditer(text):
            start, end = match.span()
            if end > start and text[end - 1] == "\n":
                end -= 1
            if text[start:end].strip():
                self.line(start, end)
        self.end_series(len(text))
        for _, section in self.open:
            section.end = len(text)
        return self.speech


def parse(text):
    """The tree of a speech; spans count characters."""
    return Parser(text).parse()


def count(node):
    """How many nodes of each kind a tree has."""
    counts, waiting = {}, [node]
    while waiting:
        node = waiting.pop()
        counts[node.kind] = counts.get(node.kind, 0) + 1
        waiting.extend(node.children)
    return counts
