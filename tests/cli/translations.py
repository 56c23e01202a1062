#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""translations.py SOURCE: what the command says is there in every language. Prints a line for each
problem.

A string that a user may read is marked in the sources of bindings/cli, _ ("…") or N_ ("…"), and has a
row in lectern-cli-TAG.c with the same printf directives; no row is there for nothing. A row for a
message of the library is a message of the library, and what reading can fail with has one.
"""
import pathlib
import re
import sys

STRING = r'"(?:[^"\\\n]|\\.)*"'
# Adjacent literals, with the macros that GLib has for directives between them.
LITERAL = re.compile(
    r"%s(?:\s*(?:%s|G_G\w+_FORMAT|LECTERN_[A-Z_]+))*" % (STRING, STRING)
)
MARKED = re.compile(r"\bN?_ ?\(\s*(%s)\s*\)" % LITERAL.pattern)
ROW = re.compile(
    r"\{\s*(%s)\s*,\s*(%s)\s*\}" % (LITERAL.pattern, LITERAL.pattern), re.DOTALL
)
COMMENT = re.compile(r"(%s)|/\*.*?\*/" % STRING, re.DOTALL)
DIRECTIVE = re.compile(
    r"%(?:(\d+)\$)?([-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlz]*[a-zA-Z])"
)
PROSE = re.compile(r"[A-Za-z]{2,}[,:;]? [a-z]{2,}")
# What looks like prose and is none: examples, other programs' words, names of formats in a list.
NO_PROSE = re.compile(r"^\s*lectern |^outline json$|^text outline$|^\\ No newline")
WIDE = "\u4e00-\u9fff"
# The sources whose messages the command can show.
SHOWN = [
    "lib/read",
    "lib/base/lectern-source.c",
    "lib/check/lectern-profile.c",
    "lib/model/lectern-encode.c",
    "lib/compose/lectern-members.c",
    "lib/compose/lectern-promise.c",
    "lib/compose/lectern-restyle.c",
]
CALL = re.compile(
    r"\b(?:_lectern_set_error|_lectern_xml_parser_(?:fail|note)|add_note|refuse)\s*\("
)


def without_comments(path):
    text = path.read_text("utf-8")
    return COMMENT.sub(lambda match: match[1] or " ", text)


def value(literal):
    """What a literal of C says, macros for directives resolved."""
    literal = re.sub(r"G_G(?:SIZE|UINT64)_FORMAT", '"lu"', literal)
    literal = re.sub(r"\bLECTERN_XML_NAMESPACE\b", '"urn:lectern:speech:1"', literal)
    text = "".join(part[1:-1] for part in re.findall(STRING, literal))
    return text.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


def as_template(message):
    return DIRECTIVE.sub("%s", message)


def directives(text):
    """The directives by the argument that they show."""
    found = {}
    for number, match in enumerate(DIRECTIVE.finditer(text.replace("%%", "")), 1):
        found[int(match[1] or number)] = match[2]
    return found


def rows(path, name):
    """The rows of one of the tables of a language, which has two files."""
    text = without_comments(path)
    if "%s[]" % name not in text:
        text = without_comments(path.with_name(path.stem + "-messages.c"))
    start = text.index("%s[]" % name)
    table = text[start : text.index("};", start)]
    return [(value(row[1]), value(row[2])) for row in ROW.finditer(table)]


def arguments(text, start):
    """The text of a call from its opening parenthesis to the closing one."""
    depth = 0
    for match in re.compile(r"%s|[()]" % STRING).finditer(text, start):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0:
            return text[start : match.end()]
    return text[start:]


def marked_strings(folder):
    for path in sorted(folder.glob("*.[ch]")):
        if re.fullmatch(r"lectern-cli-[a-z]{2}(-messages)?\.c", path.name):
            continue
        text = without_comments(path)
        for match in MARKED.finditer(text):
            yield path.name, value(match[1]), True
        for match in LITERAL.finditer(MARKED.sub(" ", text)):
            yield path.name, value(match[0]), False


def library_messages(source):
    for name in SHOWN:
        path = source / name
        for file in sorted(path.glob("*.c")) if path.is_dir() else [path]:
            text = without_comments(file)
            for call in CALL.finditer(text):
                inside = arguments(text, call.end() - 1)
                for literal in LITERAL.findall(inside):
                    message = value(literal)
                    if PROSE.search(as_template(message)):
                        yield file.name, message


def problems_of_strings(folder, path, name):
    table = rows(path, name)
    there = dict(table)
    used = set()
    if len(there) != len(table):
        yield "%s: a string has two rows" % path.name
    for file, text, marked in marked_strings(folder):
        if marked and text not in there:
            yield "%s: no translation in %s: %r" % (file, path.name, text)
        if not marked and PROSE.search(text) and not NO_PROSE.match(text):
            yield "%s: not marked for translation: %r" % (file, text)
        used.add(text)
    for english, translated in table:
        if english not in used:
            yield "%s: nothing says %r" % (path.name, english)
        if directives(english) != directives(translated):
            yield "%s: other directives than in %r" % (path.name, english)


def problems_of_messages(source, path, name):
    table = rows(path, name)
    library = "\n".join(
        as_template(value(literal))
        for file in sorted((source / "lib").rglob("*.c"))
        for literal in LITERAL.findall(without_comments(file))
    )
    patterns = [
        re.compile(".*".join(map(re.escape, english.split("%s"))), re.DOTALL)
        for english, _ in table
    ]
    for english, translated in table:
        if english.count("%s") != translated.count("%s"):
            yield "%s: other places than in %r" % (path.name, english)
        longest = max(english.split("%s"), key=len)
        if longest.strip(" <>[]:“”") not in library:
            yield "%s: the library does not say %r" % (path.name, english)
    for file, message in library_messages(source):
        said = as_template(message)
        if not any(p.fullmatch(said) or re.escape(said) in p.pattern for p in patterns):
            yield "%s: no translation in %s: %r" % (file, path.name, message)


def problems_of_translation(path, english, translated):
    if not re.search("[%s]" % WIDE, translated) and re.search(
        r"[A-Za-z]{2}", english.replace("%s", "")
    ):
        yield "%s: not translated: %r" % (path.name, english)
    if re.search(r"[%s][,;:?!]|[,;:?!][%s]" % (WIDE, WIDE), translated):
        yield "%s: narrow punctuation: %r" % (path.name, translated)
    if english.endswith("\n") != translated.endswith("\n"):
        yield "%s: other line ends than in %r" % (path.name, english)


def main():
    source = pathlib.Path(sys.argv[1])
    folder = source / "bindings" / "cli"
    languages = sorted(folder.glob("lectern-cli-[a-z][a-z].c"))
    found = [] if languages else ["no language but English"]
    for path in languages:
        name = path.stem.replace("-", "_")
        found += problems_of_strings(folder, path, name + "_strings")
        found += problems_of_messages(source, path, name + "_messages")
        for kind in ("_strings", "_messages", "_foreign"):
            for english, translated in rows(path, name + kind):
                found += problems_of_translation(path, english, translated)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
