#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""chapter.py IN OUT: a chapter as it is read in the repository, made a page of the reference.

The first heading becomes the title that gi-docgen wants, and links to other chapters become links to
their pages. What is a page in the repository only is named without a link.
"""
import re
import sys


def page(text):
    text = re.sub(r"\A<!--.*?-->\n", "", text, flags=re.DOTALL)
    title, _, body = text.lstrip().partition("\n")
    if not title.startswith("# "):
        raise SystemExit("a chapter begins with its title: # …")
    body = re.sub(r"\]\((\w+)\.md(#[^)]*)?\)", r"](\1.html\2)", body)
    body = re.sub(r"\[([^]]+)\]\([\w.-]+/[\w/.-]+\.md\)", r"\1", body)
    return "Title: %s\n\n%s" % (title[2:], body)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = page(file.read())
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
