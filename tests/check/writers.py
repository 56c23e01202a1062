# SPDX-License-Identifier: LGPL-2.1-or-later
"""What writers get wrong: each of WRITERS takes a text and gives faults that could be made in it."""

from __future__ import annotations

import dataclasses
import re
from typing import Callable, Iterator

DIGITS = "零一二三四五六七八九"
Span = tuple[int, int]
WRITERS: list[Callable] = []


@dataclasses.dataclass
class Fault:
    """Changes of a text, and who is to find them."""

    edits: list[tuple[int, int, str]]
    codes: tuple[str, ...] = ()  # one of them is found; none: nothing may be
    places: list[Span] | None = None  # in the text before; None: where it changes
    also: tuple[str, ...] = ()  # what may be found besides, anywhere
    mends: bool = False

    def apply(self, text: str) -> str:
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def after(self, offset: int) -> int:
        return offset + sum(
            len(new) - (end - start) for start, end, new in self.edits if end <= offset
        )

    def before(self, offset: int) -> int:
        for start, end, new in sorted(self.edits):
            if offset <= start:
                break
            offset -= min(len(new), offset - start) - (end - start)
        return offset

    def places_after(self) -> list[Span]:
        if self.places is not None:
            return [(self.after(start), self.after(end)) for start, end in self.places]
        return [
            (self.after(end) - len(new), self.after(end))
            for start, end, new in self.edits
        ]

    def told(self) -> str:
        return ", ".join(
            f"{start}-{end} {new[:24]!r}" for start, end, new in self.edits
        )


# Clauses that are counted by what parts them: what comes between makes them fewer.
PARALLEL = ("announced-count",)


def writer(function: Callable) -> Callable:
    WRITERS.append(function)
    return function


def to_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = {0: "", 1: "十"}.get(tens) if tens < 2 else DIGITS[tens] + "十"
    return ten + (DIGITS[ones] if ones else "")


NUMBERS = {to_chinese(number): number for number in range(1, 100)} | {
    str(number): number for number in range(1, 100)
}
COUNTS = NUMBERS | {"两": 2}
NUMERAL = "([一二三四五六七八九十]{1,3})"
START = r"(?:^|(?<=\n))[ \u3000]*"
INSIDE = f"(?:{START}|(?<=[。；：，;:!！]))"

# What stands around the numeral of a member.
FAMILIES = {
    "heading": (START, "", "、"),
    "subheading": (START, "（", "）"),
    "is": (INSIDE, "", "是"),
    "must": (INSIDE, "", "要"),
    "ordinal": (INSIDE, "第", "，"),
}


@dataclasses.dataclass
class Member:
    number: int
    start: int  # of the marker
    numeral: Span
    body: int  # after the marker
    end: int  # of the member


@dataclasses.dataclass
class Row:
    family: str
    members: list[Member]
    prefix: str
    suffix: str

    def marker(self, number: int) -> str:
        return self.prefix + to_chinese(number) + self.suffix


def line_of(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]


def body_of(text: str) -> int:
    """Where the speech begins: what is wrong in adverts before it is nobody's business."""
    match = SALUTATION.search(text, 0, 400) or TITLE.search(text)
    return match.end() if match is not None else 0


def in_body(pattern: str, text: str) -> Iterator[re.Match]:
    """Matches in the paragraphs of the speech: in lines that end with a stop."""
    for match in re.finditer(pattern, text):
        if match.start() >= body_of(text) and line_of(text, match.start()).rstrip()[
            -1:
        ] in ("。", "！"):
            yield match


def is_even(text: str, members: list[Member]) -> bool:
    """Whether all members begin a line, or all stand in one."""
    lines = {text.count("\n", 0, member.start) for member in members}
    starts = [
        not text[: member.start].rpartition("\n")[2].strip() for member in members
    ]
    return all(starts) or len(lines) == 1


def rows(text: str, *families: str) -> list[Row]:
    """Members whose numbers go on from the first, at least two; the last ends with its line."""
    found = []
    for family in families or FAMILIES:
        before, prefix, suffix = FAMILIES[family]
        members: list[Member] = []
        groups = [members]
        for match in re.finditer(before + prefix + NUMERAL + suffix, text):
            if line_of(text, match.start(1)).startswith("【"):
                continue
            number = NUMBERS.get(match[1])
            start = match.start(1) - len(prefix)
            member = Member(number or 0, start, match.span(1), match.end(), 0)
            if number == 1 or not groups[-1] or number != groups[-1][-1].number + 1:
                groups.append([])
            if number == 1 or groups[-1]:
                groups[-1].append(member)
            elif number == (groups[-2][-1].number + 1 if groups[-2] else 1):
                groups[-1].append(member)
        for members in groups:
            if len(members) < 2 or members[0].number != 1 or not is_even(text, members):
                continue
            for member, after in zip(members, members[1:]):
                member.end = after.start
            last = members[-1]
            line = text.find("\n", last.body)
            last.end = len(text) if line < 0 else line + 1
            found.append(Row(family, members, prefix, suffix))
    return found


MEASURES = "点|个方面|个问题|个原则|个环节|个重点|方面|项|条|件事"
ANNOUNCING = re.compile(
    f"([一二两三四五六七八九十]|[0-9]+)(?:{MEASURES})(意见|要求|希望|建议|看法|体会|工作|任务|内容)?"
    "[^。：；:\n]{0,10}[。：:]"
)


def announcements(text: str) -> Iterator[tuple[Span, int, Row]]:
    """A number with measure word right before a row of as many points, or 讲N点意见 before headings."""
    for match in ANNOUNCING.finditer(text):
        for row in rows(text):
            first = row.members[0].start
            between = text[match.end() : first]
            near = not between.strip() and re.search(
                "[讲谈提抓做把要须]|以下", text[max(0, match.start() - 12) : match.end()]
            )
            if row.family == "heading":
                said = text[max(0, match.start() - 12) : match.start()]
                near = re.search("[讲谈说]", said) is not None and not re.search(
                    f"{START}一、", between
                )
            if (
                near
                and first >= match.end()
                and COUNTS.get(match[1]) == len(row.members)
            ):
                yield match.span(1), len(row.members), row


# --- what is announced ------------------------------------------------------------------------


@writer
def another_number_is_announced(text):
    for span, count, _ in announcements(text):
        for other in (count - 1, count + 1):
            if other > 1:
                numeral = "两" if other == 2 else to_chinese(other)
                yield Fault(
                    [(*span, numeral)],
                    ("announced-count",),
                    mends=text[slice(*span)] in DIGITS,
                )


@writer
def another_number_is_announced_in_digits(text):
    for span, count, _ in announcements(text):
        yield Fault([(*span, str(count + 1))], ("announced-count",))
        yield Fault(
            [(*span, chr(ord("０") + (count + 1) % 10))],
            ("announced-count", "digit-width"),
        )


@writer
def the_right_number_in_digits_is_right(text):
    for span, count, _ in announcements(text):
        yield Fault([(*span, str(count))])


@writer
def an_announced_member_is_lost_at_the_end(text):
    for span, _, row in announcements(text):
        last = row.members[-1]
        if len(row.members) > 2:
            end = last.end - (text[last.start - 1] != "\n")
            yield Fault(
                [(last.start, end, "")],
                ("announced-count",),
                [span],
                also=("outline-missing",),
            )


KEYWORD = re.compile(
    "[一二两三四五六七八九十]个“([^”\n]{2,4})”[^。\n]{0,3}[：:]|“[一二两三四五六七八九十]个([^”\n]{2,4})”[^。\n]{0,4}[：:]"
)


@writer
def a_member_lacks_the_keyword(text):
    for match in KEYWORD.finditer(text):
        word = match[1] or match[2]
        for row in rows(text, "is", "must", "ordinal"):
            if text[match.end() : row.members[0].start].strip() or len(row.members) < 3:
                continue
            for member in row.members:
                at = text.find(word, member.body, member.end)
                if at >= 0 and text.count(word, member.body, member.end) == 1:
                    yield Fault(
                        [(at, at + len(word), "抓好")],
                        ("announced-keyword",),
                        [(member.start, member.end)],
                    )


# --- numbers ----------------------------------------------------------------------------------

BESIDES = ("announced-count", "outline-missing", "outline-extra", "outline-order")


@writer
def a_member_is_lost(text):
    for row in rows(text):
        for member, after in zip(row.members[1:-1], row.members[2:]):
            yield Fault(
                [(member.start, member.end, "")],
                ("numbering-gap",),
                [(after.start, after.body)],
                also=BESIDES,
            )


@writer
def the_first_is_lost(text):
    for row in rows(text):
        if len(row.members) > 2:
            first, second = row.members[:2]
            yield Fault(
                [(first.start, first.end, "")],
                ("numbering-start", "numbering-siblings"),
                [(second.start, second.body)],
                also=BESIDES,
            )


@writer
def all_but_the_first_are_lost(text):
    for row in rows(text, "is", "must", "ordinal"):
        first, last = row.members[0], row.members[-1]
        if text[: first.start].rpartition("\n")[2].strip():
            continue  # within a sentence one 一是 alone is an idiom as often as a slip
        yield Fault(
            [(first.end, last.end, "")],
            ("point-lonely",),
            [(first.start, first.body)],
            also=BESIDES,
        )


@writer
def a_number_stands_twice(text):
    for row in rows(text):
        for member in row.members[1:] if len(row.members) > 2 else ():
            yield Fault(
                [(*member.numeral, to_chinese(member.number - 1))],
                ("numbering-duplicate",),
                [(member.start, member.body)],
                also=BESIDES,
                mends=True,
            )


@writer
def a_number_is_too_high(text):
    for row in rows(text):
        for member in row.members[1:-1]:
            yield Fault(
                [(*member.numeral, to_chinese(member.number + 4))],
                ("numbering-gap",),
                [(member.start, member.body)],
                also=BESIDES,
                mends=True,
            )


@writer
def numbers_begin_again(text):
    for row in rows(text):
        if len(row.members) > 3:
            half = len(row.members) // 2
            yield Fault(
                [
                    (*member.numeral, to_chinese(n))
                    for n, member in enumerate(row.members[half:], 1)
                ],
                ("numbering-restart",),
                [(row.members[half].start, row.members[half].body)],
                also=BESIDES,
            )


@writer
def two_numbers_change_places(text):
    for row in rows(text):
        for one, other in zip(row.members[1:], row.members[2:]):
            yield Fault(
                [
                    (*one.numeral, to_chinese(other.number)),
                    (*other.numeral, to_chinese(one.number)),
                ],
                ("numbering-gap",),
                [(one.start, other.body)],
                also=BESIDES,
            )


@writer
def a_member_stands_twice(text):
    for row in rows(text):
        for member in row.members[:-1]:
            yield Fault(
                [(member.end, member.end, text[member.start : member.end])],
                ("numbering-duplicate", "duplicate-paragraph", "lead-repeated"),
                also=BESIDES + ("duplicate-paragraph", "lead-repeated", "point-lonely"),
            )


@writer
def words_of_two_kinds_are_mixed(text):
    words = {2: "其次，", 3: "再次，"}
    for row in rows(text, "ordinal"):
        for member in row.members[1:3]:
            yield Fault(
                [(member.start, member.body, words[member.number])],
                ("numbering-mixed",),
                also=("numbering-gap",),
            )
        first = row.members[0]
        yield Fault(
            [(first.start, first.body, "首先，")],
            ("numbering-mixed",),
            [(row.members[1].start, row.members[1].body)],
        )
    for match in re.finditer("(?<=。)其次，|(?<=\n)其次，", text):
        if "首先，" in text[max(0, match.start() - 300) : match.start()]:
            yield Fault([(*match.span(), "第二，")], ("numbering-mixed",))


# --- members beside each other ----------------------------------------------------------------


@writer
def a_member_lacks_the_modal(text):
    for row in rows(text, "is"):
        if len(row.members) > 2 and all(
            text[member.body] == "要" for member in row.members
        ):
            for member in row.members:
                yield Fault(
                    [(member.body, member.body + 1, "")],
                    ("point-parallel",),
                    [(member.start, member.end)],
                )


# --- the outline ------------------------------------------------------------------------------


def entries(text: str) -> list[Span]:
    """What an outline of one line lists at its highest level."""
    match = re.match("【提纲】.*", text)
    if match is None:
        return []
    starts = [
        found.start() for found in re.finditer("(?<=[】。；])" + NUMERAL + "、", match[0])
    ]
    return list(zip(starts, starts[1:] + [match.end()]))


def heading_of(text: str, entry: Span) -> Span | None:
    """The heading in the body that an entry lists."""
    said = re.match("[^。]*", text[entry[0] : entry[1]])
    at = text.find("\n" + said[0] + "\n", entry[1])
    return None if at < 0 else (at + 1, at + 1 + len(said[0]))


@writer
def an_entry_is_lost(text):
    for entry in entries(text):
        heading = heading_of(text, entry)
        if heading is not None:
            yield Fault(
                [(*entry, "")],
                ("outline-extra",),
                [heading],
                also=("numbering-gap", "numbering-start", "outline-extra"),
            )


@writer
def an_entry_says_something_else(text):
    for entry in entries(text):
        comma = re.search("[，,]", text[entry[0] : entry[1]])
        if heading_of(text, entry) is not None and comma is not None:
            at = entry[0] + comma.end()
            yield Fault(
                [(at, at, "进一")],
                ("outline-text",),
                [entry, heading_of(text, entry)],
            )


# --- the frame --------------------------------------------------------------------------------

TITLE = re.compile("^在[^\n，。]{4,40}上的讲话\n", re.M)
SALUTATION = re.compile("^(?:各位)?[^\n，。：]{0,6}(?:同志们|代表|朋友们)([：:！])\n", re.M)


@writer
def the_title_is_lost(text):
    match = TITLE.match(text)
    if match is not None and SALUTATION.match(text, match.end()):
        yield Fault([(*match.span(), "")], ("title-missing",))


@writer
def the_title_stands_twice(text):
    match = TITLE.search(text)
    if match is not None:
        yield Fault(
            [(match.end(), match.end(), match[0])],
            ("title-repeated",),
            [(match.start(), match.end())],
            mends=True,
        )


@writer
def the_salutation_lacks_its_colon(text):
    match = SALUTATION.search(text, 0, 400)
    if match is not None:
        for mark in ("", "，", "。", "；"):
            yield Fault(
                [(match.start(1), match.end(1), mark)],
                ("salutation-mark",),
                [match.span()],
                mends=match[1] == "：",
            )


def paragraphs(text: str, least: int) -> list[Span]:
    return [match.span() for match in re.finditer("[^\n]{%d,}" % least, text)]


@writer
def a_paragraph_stands_twice(text):
    for start, end in paragraphs(text, 60):
        if (
            end < len(text)
            and text[end - 1] in "。！？"
            and text[start] != "【"
            and not re.match(f"第?（?{NUMERAL}", text[start:end].strip())
        ):
            yield Fault(
                [(end, end, "\n" + text[start:end])],
                ("duplicate-paragraph",),
                also=(
                    "numbering-duplicate",
                    "numbering-restart",
                    "lead-repeated",
                    "announced-count",
                ),
                mends=True,
            )


ADVERTS = (
    "更多精彩范文请关注公众号",
    "本文由范文网整理发布，仅供学习参考",
    "点击下载Word文档",
    "版权所有，转载请注明出处",
    "扫码加入读者群，获取更多资料",
    "www.example.com",
)


@writer
def an_advert_stands_inside(text):
    ends = [end for start, end in paragraphs(text, 40) if text[end - 1] in "。！？"]
    for n, end in enumerate(ends[:-1]):
        advert = ADVERTS[n % len(ADVERTS)]
        yield Fault([(end, end, "\n" + advert)], ("boilerplate",), mends=False)


PAGES = ("— 3 —", "-3-", "Page 1 of 9", "第3页", "第 3 页 共 9 页", "3/9", "－３－")


@writer
def a_page_number_stands_inside(text):
    ends = [end for start, end in paragraphs(text, 40) if text[end - 1] in "。！？"]
    for n, end in enumerate(ends[:-1]):
        yield Fault(
            [(end, end, "\n" + PAGES[n % len(PAGES)])], ("page-number",), mends=True
        )


@writer
def a_page_number_stands_in_a_sentence(text):
    for n, at in enumerate(middles(text)):
        yield Fault(
            [(at, at, "\n" + PAGES[n % len(PAGES)] + "\n")],
            ("page-number",),
            also=("broken-line",),
        )


@writer
def the_end_is_cut(text):
    if not paragraphs(text, 40):
        return
    start, end = paragraphs(text, 40)[-1]
    at = start + (end - start) // 2
    while at > start and not ("一" <= text[at - 1] <= "鿿"):
        at -= 1
    yield Fault([(at, len(text), "")], ("truncated-end",), also=("announced-count",))
    yield Fault([(at, len(text), "……")], ("truncated-end",), also=("announced-count",))


def middles(text: str) -> Iterator[int]:
    """Places between two Chinese characters within long paragraphs, not in their first sentence."""
    for start, end in paragraphs(text, 60):
        at = start + (end - start) // 2
        while at < end - 12 and not re.match("[一-鿿]{4}", text[at - 2 : at + 2]):
            at += 1
        opened = re.sub("“[^”]*”|《[^》]*》|（[^）]*）", "", text[start:at])
        if (
            at < end - 12
            and text[end - 1] in "。！"
            and "。" in text[start:at]
            and not re.search("[“《（【]", opened)
        ):
            yield at


@writer
def a_line_end_cuts_a_sentence(text):
    for at in middles(text):
        yield Fault([(at, at, "\n")], ("broken-line",), mends=True)
