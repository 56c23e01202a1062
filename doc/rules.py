#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""rules.py [--check] FOLDER: writes a page for each rule, and their list, from what the rules say of
themselves and from FOLDER/measured.tsv; with --check only tells whether they are there and as they
should be. Needs the typelib: meson devenv -C build doc/rules.py doc/rules
"""
import argparse
import pathlib
import sys

import gi

gi.require_version("Lectern", "1")
from gi.repository import Lectern  # noqa: E402

HEAD = "<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->\n"
CLAUSES = {
    Lectern.CLAUSE_PRACTICE: "what speech writers do; no standard says it",
    Lectern.CLAUSE_HEURISTIC: "a conclusion from the rest of the text",
}
LIST = """# The rules

Each rule has a code that never changes its meaning. [Checking](../checking.md) tells how rules are used, switched
and added. This list and the pages are written by `doc/rules.py` from the table of the rules itself.

The last three columns are from a run over some hundred published texts (reports to congresses and of
governments, talks within a company, work speeches with masks, speeches in Traditional Chinese,
English, Japanese and Korean; {characters} characters): how many findings there are in 100,000
characters, how many of them were looked at one by one (30, or all if there were fewer), and how many
of those an editor would mend. Published texts have been read by editors, so most of what a rule is
for was mended before and many rules find nothing. The rules were tried on these texts while they
were written, which flatters them. Over 1.4 million characters of other talks those about rows of
numbers and announced counts were at first right in 36 findings of 57 (since then mended), those
about punctuation and numerals in 142 of 143, and of 16 places said to be left open 4 were: in a
record of what was said, 某部门 and 首席XX官 are meant so. A rule below 0.90 is off unless it is switched on.

| code | severity | mends | finds | in 100,000 | looked at | precision |
|---|---|---|---|---|---|---|
"""
PAGE = """# {code}

{summary}

{summary_zh}

- Severity: {severity}
- Rests on: {clause}
- `--fix` mends it: {fixable}

{explanation}

{explanation_zh}

Found:

```
{bad}
```

Right:

```
{good}
```
"""


def read_measured(folder):
    """Characters looked through, and code → columns."""
    characters, rows = "no", {}
    path = folder / "measured.tsv"
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        if line.startswith("#"):
            continue
        code, *columns = line.split("\t")
        if code == "characters":
            characters = columns[0]
        else:
            rows[code] = columns
    return characters, rows


def severity_of(rule):
    severity = rule.get_severity()
    name = Lectern.severity_get_name(severity)
    return "off unless switched on" if name == "off" else name


def page_of(rule):
    clause = rule.get_clause()
    return HEAD + PAGE.format(
        code=rule.get_code(),
        summary=rule.get_summary("en").capitalize() + ".",
        summary_zh=rule.get_summary("zh") + "。",
        severity=severity_of(rule),
        clause=CLAUSES.get(clause, clause),
        fixable="yes, where it is safe" if rule.get_fixable() else "no",
        explanation=rule.get_explanation("en"),
        explanation_zh=rule.get_explanation("zh"),
        bad=rule.get_bad_example().rstrip("\n"),
        good=rule.get_good_example().rstrip("\n"),
    )


def list_of(rules, folder):
    characters, measured = read_measured(folder)
    out = [HEAD, LIST.format(characters=characters)]
    for rule in rules:
        code = rule.get_code()
        rate, looked_at, right = measured.get(code, ("–", "–", "–"))
        precision = (
            "%.2f" % (int(right) / int(looked_at))
            if looked_at not in ("–", "0")
            else "–"
        )
        out.append(
            f"| [`{code}`]({code}.md) | {severity_of(rule).split()[0]} "
            f"| {'yes' if rule.get_fixable() else ''} | {rule.get_summary('en')} "
            f"| {rate} | {looked_at} | {precision} |\n"
        )
    return "".join(out)


def pages(folder):
    rules = Lectern.Checker.new().list_rules()
    yield "README.md", list_of(rules, folder)
    for rule in rules:
        yield rule.get_code() + ".md", page_of(rule)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("folder", type=pathlib.Path)
    args = parser.parse_args()
    wanted = dict(pages(args.folder))
    stale = {path.name for path in args.folder.glob("*.md")} - set(wanted)
    for name, content in wanted.items():
        path = args.folder / name
        if not path.exists() or path.read_text("utf-8") != content:
            stale.add(name)
            if not args.check:
                path.write_text(content, "utf-8")
    if not args.check:
        for name in stale - set(wanted):
            (args.folder / name).unlink()
        return 0
    for name in sorted(stale):
        print(f"doc/rules/{name} is not what the rules say: run doc/rules.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
