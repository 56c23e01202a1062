# SPDX-License-Identifier: LGPL-2.1-or-later
"""What writers get wrong in marks, numerals and masks: more of WRITERS."""

from __future__ import annotations

import re

from writers import PARALLEL, Fault, in_body, rows, writer

# --- punctuation ------------------------------------------------------------------------------


@writer
def half_of_a_pair_is_lost(text):
    pairs = {
        "“": "quote-pair",
        "”": "quote-pair",
        "（": "bracket-pair",
        "）": "bracket-pair",
    }
    for match in re.finditer("“[^“”\n]{2,30}”|（[^（）\n]{2,30}）", text):
        for at in (match.start(), match.end() - 1):
            yield Fault(
                [(at, at + 1, "")],
                (pairs[text[at]],),
                [match.span()],
                also=("slogan-numeral",),
            )


@writer
def quotation_marks_stand_inside_themselves(text):
    for match in re.finditer("“([^“”‘’\n]{4,30})”", text):
        at = match.start() + 3
        yield Fault(
            [(at, at, "“"), (match.end() - 1, match.end() - 1, "”")],
            ("quote-nesting",),
            [match.span()],
        )


HALF = {"，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")"}


def is_full_width(text: str) -> bool:
    return text.count("，") > 4 * text.count(",")


@writer
def a_mark_is_half_as_wide(text):
    if not is_full_width(text):
        return
    for match in in_body("(?<=[一-鿿])[，：；？！](?=[一-鿿])", text):
        yield Fault([(*match.span(), HALF[match[0]])], ("width-mixed",), mends=True)


@writer
def a_bracket_is_half_as_wide(text):
    for match in re.finditer("(?<=[一-鿿])（[一-鿿]{2,20}）", text):
        yield Fault(
            [(match.start(), match.start() + 1, "(")],
            ("bracket-pair", "width-mixed"),
            [match.span()],
        )


@writer
def a_marker_takes_another_mark(text):
    for row in rows(text):
        for n, member in enumerate(row.members):
            if row.family in ("is", "must"):
                edit = (member.body, member.body, "，：、"[n % 3])
            elif row.family == "ordinal":
                edit = (member.body - 1, member.body, "、："[n % 2])
            elif row.family == "heading":
                edit = (member.body - 1, member.body, "，.．"[n % 3])
            else:
                edit = (member.body, member.body, "、，."[n % 3])
            yield Fault(
                [edit],
                ("marker-punctuation",),
                [(member.start, member.body + 1)],
                mends=True,
            )


@writer
def an_ordinal_takes_no_mark(text):
    for row in rows(text, "ordinal"):
        if len(row.members) > 2:
            for member in row.members:
                yield Fault(
                    [(member.body - 1, member.body, "")],
                    ("marker-punctuation",),
                    [(member.start, member.body)],
                    mends=True,
                )


@writer
def a_heading_ends_with_a_stop(text):
    for row in rows(text, "heading"):
        for member in row.members:
            line = text.find("\n", member.body)
            if 0 < line - member.body < 30 and "一" <= text[line - 1] <= "鿿":
                yield Fault(
                    [(line, line, "。")],
                    ("heading-stop",),
                    also=("outline-text",),
                    mends=True,
                )


@writer
def stops_are_doubled(text):
    for n, match in enumerate(in_body("(?<=[一-鿿])[。，](?=[一-鿿])", text)):
        if match[0] == "。":
            yield Fault(
                [(*match.span(), ("。。", "。，", "、。")[n % 3])],
                ("stop-doubled",),
                also=PARALLEL,
                mends=n % 3 == 0,
            )
        else:
            yield Fault(
                [(*match.span(), ("，，", "，。", "，、")[n % 3])],
                ("stop-doubled",),
                also=PARALLEL,
                mends=n % 3 == 0,
            )


@writer
def an_ellipsis_is_misspelt(text):
    for n, match in enumerate(in_body("(?<=[一-鿿])。(?=[一-鿿])", text)):
        yield Fault(
            [(*match.span(), ("…", "...", "。。。", "·····")[n % 4])],
            ("ellipsis", "stop-doubled"),
        )


@writer
def et_cetera_stands_twice(text):
    for match in in_body("(?<=[一-鿿])等(?=[情方因环部工])", text):
        yield Fault([(*match.span(), "等……")], ("ellipsis",))


@writer
def a_dash_is_misspelt(text):
    for n, match in enumerate(in_body("(?<=[一-鿿]{2})(?<!第.)，(?=[一-鿿]{2})", text)):
        yield Fault([(*match.span(), ("--", "－－")[n % 2])], ("dash",), also=PARALLEL)


# --- numbers and masks ------------------------------------------------------------------------

NUMERALS = (
    ("全面落实11届全国人大1次会议精神", "11届", "numeral-form"),
    ("认真贯彻党的20大精神", "20大", "numeral-form"),
    ("增强4个意识", "4个意识", "slogan-numeral"),
    ("做到2个维护", "2个维护", "slogan-numeral"),
    ("满意率达到９８％", "９８％", "digit-width"),
    ("参加人数１２３人", "１２３", "digit-width"),
    ("自98年以来", "98年", "year-short"),
    ("覆盖面由去年的63～68%提高", "63～68%", "range-form"),
)


@writer
def a_number_is_misspelt(text):
    for n, match in enumerate(in_body("(?<=[一-鿿]{2})(?<!第.)，(?=[一-鿿]{4})", text)):
        words, wrong, code = NUMERALS[n % len(NUMERALS)]
        yield Fault(
            [(*match.span(), f"，{words}，")],
            (code,),
            also=PARALLEL,
        )


@writer
def a_percent_sign_is_too_wide(text):
    for match in re.finditer("(?<=[0-9])%", text):
        if "％" not in text:
            yield Fault([(*match.span(), "％")], ("digit-width",), mends=True)


@writer
def a_year_is_shortened(text):
    for match in re.finditer(
        "(?<![0-9０-９])(19|20)(?=[0-9]{2}年([0-9]{1,2}月|底|初))", text
    ):
        yield Fault([(*match.span(), "")], ("year-short",))


@writer
def a_mask_is_spelt_otherwise(text):
    masks = list(re.finditer("(?<![A-Za-zX0-9])X{1,4}(?![A-Za-zX0-9])", text))
    if len(masks) > 3 and not re.search("[×x○]", text):
        for match in masks:
            yield Fault([(*match.span(), "×" * len(match[0]))], ("mask-mixed",))


REDACTED = (
    ("认真学习_总书记重要讲话", "_总书记"),
    ("坚决破除_机制弊端", "_机制"),
    ("深入学习贯彻_新时代中国特色社会主义思想", "_新时代"),
    ("切实维护_", "维护_"),
)


@writer
def words_are_taken_out(text):
    for n, match in enumerate(in_body("(?<=[一-鿿]{2})(?<!第.)，(?=[一-鿿]{4})", text)):
        words, _ = REDACTED[n % len(REDACTED)]
        yield Fault([(*match.span(), f"，{words}，")], ("redaction",), also=PARALLEL)
