#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-language.py LECTERN SOURCE: the command speaks English and Chinese. Prints TAP."""
import re
import sys

import harness
from harness import COMMANDS, contains, equal

CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
WIDE = re.compile("[\u4e00-\u9fff]")
# Words that stay as they are in Chinese: names of options, commands, formats, files, variables.
PLAIN = re.compile(
    r"^ {2}lectern .*$|--?[\w-]+|\b[A-Z_]+\b|[\w-]+\.\w+|(?<=“)[^”]*(?=”)", re.M
)


def speaks_chinese(said):
    return bool(WIDE.search(said))


def the_environment_chooses_in_the_order_of_posix(place):
    cases = [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh"}, True),
        ({"LANG": "zh_TW.UTF-8"}, True),
        ({"LANG": "zh_HK"}, True),
        ({"LANG": "zh_CN.GB18030"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "de_DE"}, False),
        ({"LANG": "zhuang"}, False),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN"}, True),
        ({"LANG": "zh_CN", "LC_MESSAGES": "C"}, False),
        ({"LANG": "zh_CN", "LC_MESSAGES": ""}, True),
        ({"LC_MESSAGES": "zh_CN", "LC_ALL": "POSIX"}, False),
        ({"LC_MESSAGES": "en_US", "LC_ALL": "zh_SG"}, True),
        ({"LANGUAGE": "zh:en", "LANG": "en_US"}, True),
        ({"LANGUAGE": "de:zh_CN:en", "LANG": "de_DE"}, True),
        ({"LANGUAGE": "en:zh", "LANG": "zh_CN"}, False),
        ({"LANGUAGE": "fr", "LANG": "zh_CN"}, True),
        ({"LANGUAGE": "zh", "LANG": "C"}, False),
        ({"LANGUAGE": "zh", "LANG": "C.UTF-8"}, False),
        ({"LANGUAGE": "zh"}, False),
    ]
    for variables, chinese in cases:
        _, said = place.run("xyzzy", status=2, variables=variables)
        assert speaks_chinese(said) == chinese, (variables, said)


def an_option_chooses_anywhere(place):
    place.write("a.txt", "好\n")
    for args in (
        ["--message-language", "zh", "inspect", "b.txt"],
        ["--message-language=zh", "inspect", "b.txt"],
        ["inspect", "--message-language", "zh", "b.txt"],
        ["inspect", "b.txt", "--message-language=zh"],
        ["inspect", "b.txt", "--message-language=en", "--message-language=zh-Hans"],
    ):
        _, said = place.run(*args, status=3)
        equal(said, "lectern: b.txt: 没有这个文件或目录\n")
    _, said = place.run(
        "--message-language", "en", "inspect", "b.txt", status=3, variables=CHINESE
    )
    equal(said, "lectern: b.txt: No such file or directory\n")
    _, said = place.run("--message-language=fr", "inspect", "a.txt", status=2)
    contains(said, "“fr”")
    place.run("inspect", "a.txt", "--message-language", status=2)
    _, said = place.run("inspect", "--", "--message-language=zh", status=3)
    assert not speaks_chinese(said), said


# What has no English name: what writers count by, and markers.
NAMES = re.compile("字数|【提纲】一、|一是|一要|第一，|首先，?|（一）")


def help_is_chinese_from_top_to_bottom(place):
    for command in ((), *((c,) for c in COMMANDS)):
        shown = place.run("help", *command, variables=CHINESE)[0].decode()
        for line in PLAIN.sub("", shown).splitlines():
            words = re.findall(r"[a-z]{3,}", line)
            assert WIDE.search(line) or not words, line
        english = place.text("help", *command)
        assert not speaks_chinese(NAMES.sub("", english)), english
        for part in (r"--[a-z-]+", r"^  lectern \w+ .*\.(?:txt|xml)\b.*$"):
            equal(
                sorted(set(re.findall(part, shown, re.M))),
                sorted(set(re.findall(part, english, re.M))),
            )


def descriptions_are_aligned_where_wide_characters_stand_before_them(place):
    shown = place.run("help", "convert", variables=CHINESE)[0].decode()
    rows = re.findall(r"^( +(?:-\w, )?--[\w-]+(?:=[^ ]+)? +)\S", shown, re.M)
    widths = {len(row) + len(WIDE.findall(row)) for row in rows}
    equal((len(rows) > 10, len(widths)), (True, 1))


def no_line_of_help_is_too_long(place):
    for variables in ({}, CHINESE):
        for command in ((), *((c,) for c in COMMANDS)):
            shown = place.run("help", *command, variables=variables)[0].decode()
            for line in shown.splitlines():
                columns = len(line) + len(re.findall("[\u3000-\uff60]", line))
                assert columns <= 80 or "lectern " in line, line


def usage_errors_are_chinese(place):
    for args, part in (
        ([], "没有指明命令"),
        (["convrt"], "是不是“convert”？"),
        (["--frobnicate"], "没有选项“--frobnicate”"),
        (["inspect"], "没有指明文件"),
        (["inspect", "--frobnicate", "a"], "没有选项 --frobnicate"),
        (["inspect", "--from"], "--from 后面缺少参数"),
        (["inspect", "--from", "pdf", "a"], "“pdf”"),
        (["convert", "--columns", "many", "a"], "“many”不是整数"),
        (["convert", "--columns", "99999999999999", "a"], "超出范围"),
        (["convert", "--output-encoding", "klingon", "a"], "不认识编码“klingon”"),
    ):
        _, said = place.run(*args, status=2, variables=CHINESE)
        contains(said, part)
        contains(said, "用法见“lectern help")
        equal(speaks_chinese(place.run(*args, status=2)[1]), False)


def errors_of_files_keep_their_place_and_detail(place):
    place.write("bad.txt", "秋收".encode() + b"\xff\xff")
    place.write("old.txt", "秋收开始了。\n".encode("gb18030"))
    place.write("tag.xml", '<speech xmlns="urn:lectern:speech:1"><p>好</q></speech>')
    place.write("odd.xml", '<speech xmlns="urn:lectern:speech:1"><poem/></speech>')
    place.write("in.xml", '<speech xmlns="urn:lectern:speech:1"><p><p/></p></speech>')
    _, said = place.run(
        *("inspect", "bad.txt", "old.txt", "tag.xml", "odd.xml", "in.xml", "no", "."),
        status=3,
        variables=CHINESE,
    )
    equal(
        said.splitlines(),
        [
            "lectern: bad.txt:1:3: 第 6 字节不合 UTF-8 编码（字节位置 6）",
            "lectern: old.txt: 文本不是 UTF-8，已按 GB18030 读入",
            "lectern: tag.xml:1:46: 标签不配对：<p>（第 1 行）与 </q>（字节位置 47）",
            "lectern: odd.xml:1:38: 没有元素 <poem>（字节位置 37）",
            "lectern: in.xml:1:41: <p> 不能放在 <p> 里（字节位置 40）",
            "lectern: no: 没有这个文件或目录",
            "lectern: .: 这是目录",
        ],
    )


def what_is_not_known_is_shown_behind_its_kind(place):
    place.write("a.xml", '<?xml version="1.0"?><!DOCTYPE speech [<!ELEMENT>]><speech/>')
    _, said = place.run("inspect", "a.xml", status=3, variables=CHINESE)
    assert re.match(
        r"lectern: a\.xml:\d+:\d+: XML 有误：.*ELEMENT.*（字节位置 \d+）\n$", said
    ), said
    _, said = place.run("inspect", "a.xml", status=3)
    assert re.match(r"lectern: a\.xml:\d+:\d+: .*ELEMENT.* \(byte \d+\)\n$", said), said


def the_standard_output_does_not_depend_on_the_language(place):
    place.write("a.txt", "在会上的讲话\n同志们：\n讲两点意见。\n一、甲事\n办XX件。\n二、乙事\n好。\n")
    for args in (
        ["inspect"],
        ["inspect", "--placeholders"],
        ["inspect", "--announcements"],
        ["inspect", "--json"],
        ["convert", "--to", "xml"],
        ["outline"],
        ["stats"],
        ["time"],
    ):
        equal(
            place.run(*args, "a.txt", variables=CHINESE),
            place.run(*args, "a.txt"),
        )


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
