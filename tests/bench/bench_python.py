#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""bench_python.py [FILE…]: lectern.parse against re_parser, on files or on a speech made up here.

Interleaved rounds in one process, processor time of the thread, medians; then what the binding
adds for reading results. The last column is how many times faster lectern is.
"""

import random
import statistics
import sys
import time

import lectern
import re_parser

ROUNDS = 5
SIZE = 1_000_000  # bytes of the speech made up here
NUMERALS = "一二三四五六七八九"
HEADINGS = ("理顺机制，压实责任", "补齐短板，夯实基础", "盯住细节，提升质量")
SUBHEADINGS = ("巡查要勤。", "台账要清。", "整改要快。")
LEADS = ("底数更清。", "配合更紧。", "口碑更好。")
BODIES = (
    "各值班室把每天的情况按时记下来，交接班的时候当面说清楚，不留一笔糊涂账。",
    "去年秋天走访了XX个小区，收到建议XXX条，大多数已经有了着落。",
    "凡是居民能看见的地方，都要经得起看；凡是居民看不见的地方，更要经得起查。",
    "这件事由X科牵头，X月X日前拿出办法，月底以前见到成效。",
)


def numeral(number):
    tens, ones = divmod(number, 10)
    ten = "" if not tens else ("" if tens == 1 else NUMERALS[tens - 1]) + "十"
    return ten + (NUMERALS[ones - 1] if ones else "")


def section(chance, number):
    yield f"{numeral(number)}、{chance.choice(HEADINGS)}\n"
    yield "".join(chance.choices(BODIES, k=2)) + "\n"
    for sub in range(1, chance.randint(2, 4)):
        yield f"（{numeral(sub)}）{chance.choice(SUBHEADINGS)}{chance.choice(BODIES)}\n"
    if chance.random() < 0.5:
        for n in range(1, chance.randint(3, 5)):
            yield f"{numeral(n)}是{chance.choice(LEADS)}{chance.choice(BODIES)}\n"
    else:
        members = (f"{numeral(n)}要{chance.choice(BODIES)[:-1]}" for n in range(1, 4))
        yield "重点是三件事：" + "；".join(members) + "。\n"


def speech(size):
    """A speech of about so many bytes, the same every time."""
    chance = random.Random(7)
    lines = ["在全区物业管理会上的讲话\n", "（2024年9月3日）\n", "同志们：\n"]
    lines.append("今天的会议开得很及时。下面，我讲几点意见。\n")
    number = length = 0
    while length < size:
        number += 1
        made = list(section(chance, (number - 1) % 99 + 1))
        lines += made
        length += sum(len(line.encode()) for line in made)
    return "".join(lines) + "谢谢大家！\n"


def timed(work):
    start = time.thread_time()
    work()
    return time.thread_time() - start


def compare(name, text):
    """One row: the rates in MB of UTF-8 a second, and how many times faster lectern is."""
    size = len(text.encode())
    repeat = max(1, 200_000 // size)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(timed(lambda: [lectern.parse(text) for _ in range(repeat)]))
        theirs.append(timed(lambda: [re_parser.parse(text) for _ in range(repeat)]))
    ours = size * repeat / 1e6 / statistics.median(ours)
    theirs = size * repeat / 1e6 / statistics.median(theirs)
    print(f"{name:24} {ours:10.0f} {theirs:10.1f} {ours / theirs:9.1f} x")
    return ours / theirs


def results(text):
    """What reading the results costs."""
    document = lectern.parse(text)
    rows = (
        ("text", lambda: document.text),
        ("xml", lambda: document.xml),
        ("to_dict", document.to_dict),
        ("texts of all leads", lambda: document.texts("lead")),
        ("all points", lambda: document.all_points),
        ("every node", lambda: list(document)),
    )
    print(f"\n{'reading results':24} {'ms':>10}   ({len(document)} nodes)")
    for name, work in rows:
        median = statistics.median(timed(work) for _ in range(3))
        print(f"{name:24} {median * 1e3:10.1f}")


def main():
    print(f"{'parse':24} {'lectern':>10} {'re':>10} {'ratio':>11}   (MB/s)")
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            compare(path.rpartition("/")[2], file.read())
    if len(sys.argv) == 1:
        compare("speech, 4 kB", speech(4_000))
        text = speech(SIZE)
        compare(f"speech, {SIZE // 1000} kB", text)
        print(
            "nodes of re_parser:", sum(re_parser.count(re_parser.parse(text)).values())
        )
        results(text)


if __name__ == "__main__":
    main()
