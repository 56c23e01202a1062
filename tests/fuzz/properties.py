#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""properties.py COMMAND FOLDER…: of every text, and of its variants with other line ends, a byte order
mark, control characters and another encoding, must hold: strip the tags of its XML and the text is
left; convert the XML back and the file's bytes are left. Speaks TAP.

Besides the folders given, LECTERN_CORPUS may name one with real texts (*.txt).
"""
import codecs
import os
import subprocess
import sys
import tempfile
import xml.parsers.expat

NAMESPACE = "urn:lectern:speech:1"


def strip_tags(data):
    """The text of the XML form, by expat: neither the library nor libxml2 has a say here."""
    out = []

    def start(name, attributes):
        if name == NAMESPACE + " char":
            out.append(chr(int(attributes["code"], 16)))

    parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = out.append
    parser.Parse(data, True)
    return "".join(out)


def with_every(text, step, insert):
    """The text with something put in after every so many characters."""
    pieces = [text[i : i + step] for i in range(0, len(text), step)]
    return insert.join(pieces) + insert


def variants(text):
    """name, the text, the bytes of its file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    yield "as it is", text, text.encode()
    for name, end in (("CRLF", "\r\n"), ("CR", "\r")):
        other = lines.replace("\n", end)
        yield name, other, other.encode()
    mixed = "".join(
        line + ("\n", "\r\n", "\r")[i % 3]
        for i, line in enumerate(lines.split("\n")[:-1])
    )
    yield "mixed line ends", mixed, mixed.encode()
    yield "without the last line end", lines.rstrip("\n"), lines.rstrip("\n").encode()
    yield "byte order mark", lines, codecs.BOM_UTF8 + lines.encode()
    for name, insert in (
        ("NUL", "\0"),
        ("controls", "\x01\x0b\x1f\x7f"),
        ("U+FFFE", "\ufffe"),
    ):
        other = with_every(lines, 97, insert)
        yield name, other, other.encode()
    try:
        encoded = lines.encode("gb18030")
    except UnicodeEncodeError:
        return
    # A text that is UTF-8 as well would be taken for that.
    try:
        encoded.decode("utf-8")
    except UnicodeDecodeError:
        yield "GB18030", lines, encoded


def convert(command, source, target, form):
    done = subprocess.run(
        [command, "convert", "--to", form, source, target],
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        return "convert --to %s: %s" % (
            form,
            done.stderr.decode("utf-8", "replace")[:300],
        )
    return None


def problem_of(command, folder, text, data):
    source, middle, target = (
        os.path.join(folder, n) for n in ("in.txt", "out.xml", "out.txt")
    )
    with open(source, "wb") as file:
        file.write(data)
    problem = convert(command, source, middle, "xml") or convert(
        command, middle, target, "text"
    )
    if problem:
        return problem
    with open(middle, "rb") as file:
        if strip_tags(file.read()) != text:
            return "the XML without its tags is another text"
    with open(target, "rb") as file:
        if file.read() != data:
            return "the text that comes back is another"
    return None


def texts(folders):
    for folder in folders:
        for place, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                if name.endswith(".txt"):
                    yield name, text_of(os.path.join(place, name))


def text_of(path):
    with open(path, "rb") as file:
        data = file.read()
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")


def main():
    command, folders = sys.argv[1], sys.argv[2:]
    real = os.environ.get("LECTERN_CORPUS")
    number = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts(folders + ([real] if real else [])):
            for variant, other, data in variants(text):
                problem = problem_of(command, folder, other, data)
                number += 1
                failed += bool(problem)
                print(
                    "%sok %d - %s, %s"
                    % ("not " if problem else "", number, name, variant)
                )
                if problem:
                    print("# " + problem.replace("\n", "\n# "))
    if not real:
        number += 1
        print("ok %d - real texts # SKIP LECTERN_CORPUS names no folder" % number)
    print("1..%d" % number)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
