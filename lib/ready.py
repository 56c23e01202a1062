#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints the headers whose GTypes and error domains are all defined in the given sources."""
import re
import sys

split = sys.argv.index("--")
source = "".join(open(name, encoding="utf-8").read() for name in sys.argv[split + 1 :])
defined = set(re.findall(r"\b(lectern_\w+)_get_type \(void\)", source))
defined |= set(re.findall(r"G_DEFINE_\w+ ?\(\s*\w+,\s*(lectern_\w+)", source))
defined |= set(re.findall(r"LECTERN_DEFINE_\w+ ?\(\s*\w+,\s*(lectern_\w+)", source))
defined |= set(re.findall(r"\b(lectern_\w+_quark) \(void\)", source))
defined |= set(re.findall(r"G_DEFINE_QUARK ?\([^,]*,\s*(\w+)", source))
defined |= {name + "_quark" for name in defined}
for name in sys.argv[1:split]:
    header = open(name, encoding="utf-8").read()
    wanted = set(re.findall(r"\b(lectern_\w+)_get_type \(void\)", header))
    wanted |= set(re.findall(r"G_DECLARE_\w+ \(\s*\w+,\s*(lectern_\w+)", header))
    wanted |= set(re.findall(r"\b(lectern_\w+_quark) \(void\)", header))
    if wanted <= defined and name.rsplit("/", 1)[-1] != "lectern.h":
        print(name)

wanted = set(re.findall(r"\b(lectern_\w+) \(", "".join(open(n).read() for n in sys.argv[1:split])))
have = set(re.findall(r"^(lectern_\w+) \(", source, re.MULTILINE))
wanted = {n for n in wanted if not n.endswith(("_get_type", "_quark"))}
if wanted <= have:
    print("complete")
