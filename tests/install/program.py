#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same as program.c, in Python, with the package as installed."""
import sys

import lectern


def assemble():
    with lectern.Builder("zh-Hans") as b:
        b.title("在全镇修渠动员会上的讲话")
        b.salutation("乡亲们：")
        with b.section("渠为什么要修"):
            with b.series("一是"):
                b.point("渠老了。", "漏水的地方一年比一年多。")
                with b.point():
                    b.placeholder("亩数", "count", "X")
                    b.text("亩田等着水。")
        with b.section("渠怎么修"):
            b.paragraph("先修上游，再修下游。")
        b.thanks("谢谢大家！")
    return b.document


def walk(node, depth=0):
    print("  " * depth + node.kind)
    for child in node.children:
        walk(child, depth + 1)


def main():
    text = assemble().text
    print(text, end="")
    read = lectern.parse(text)
    again = lectern.from_xml(read.xml)
    walk(read.root)
    print("back:", "the same" if again.text == text else "another text")
    print(lectern.__file__, file=sys.stderr)


if __name__ == "__main__":
    main()
