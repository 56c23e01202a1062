#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""valid.py LECTERN SOURCE: what is rendered is valid, and says what the text says. Prints TAP.

Takes the golden speeches, and each of them with other line ends, with characters that XML cannot
hold and without its last line end. Neither the library nor its reader looks at the result.
"""
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

LECTERN, SOURCE = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
GOLDEN = SOURCE / "tests" / "golden"
RNG = SOURCE / "lib" / "read" / "lectern-speech-1.rng"
JSON = SOURCE / "doc" / "speech.schema.json"

sys.dont_write_bytecode = True
sys.path.insert(0, str(GOLDEN))
import derive  # noqa: E402

ODD = "\0\x01\x0b\x1f\x7f\ufffe\uffff&<>]]>\"'\u2028"

VARIANTS = {
    "as-it-is": lambda text: text,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "mixed": lambda text: text.replace("\n", "\r\n\r", 3),
    "no-end": lambda text: text.rstrip("\n"),
    "controls": lambda text: ODD.join(re.split("(?<=[。，])", text)) + ODD,
    "empty": lambda text: "",
    "blank": lambda text: " \u3000\n\n\t",
}


def convert(data, suffix, to):
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        return subprocess.run(
            [LECTERN, *to, file.name], capture_output=True, check=True, timeout=60
        ).stdout


def strip(xml):
    """What somebody without a parser would do."""
    text = re.sub('<char code="([0-9a-f]+)"/>', lambda m: "&#x%s;" % m[1], xml.decode())
    # html.unescape() has ideas of its own about controls.
    text = re.sub("<[^>]*>", "", text)
    text = re.sub(
        "&#x?([0-9a-f]+);", lambda m: chr(int(m[1], 16 if "x" in m[0] else 10)), text
    )
    return html.unescape(text).encode()


def without_places(node):
    node = {
        key: value
        for key, value in node.items()
        if key not in ("line", "column", "column_utf16", "confidence")
    }
    if "children" in node:
        node["children"] = [without_places(child) for child in node["children"]]
    return node


def documents():
    for path in sorted(GOLDEN.glob("*.txt")):
        text = path.read_bytes().decode()
        for name, change in VARIANTS.items():
            yield "%s-%s" % (path.stem, name), change(text).encode()


def stripping_the_tags_leaves_the_text(folder):
    for name, text in documents():
        xml = convert(text, ".txt", ["convert", "--from", "text", "--to", "xml"])
        assert strip(xml).rstrip(b"\n") == text.rstrip(b"\n"), name
        assert len(strip(xml)) - len(text) in (0, 1), name
        (folder / (name + ".xml")).write_bytes(xml)


def the_text_comes_back(folder):
    for name, text in documents():
        xml = (folder / (name + ".xml")).read_bytes()
        assert convert(xml, ".xml", ["convert", "--to", "text"]) == text, name


def xml_is_valid(folder):
    files = sorted(map(str, folder.glob("*.xml")))
    assert len(files) >= 48, files
    for command in (["xmllint", "--noout", "--relaxng", str(RNG)], ["jing", str(RNG)]):
        if not shutil.which(command[0]):
            print("# no %s" % command[0])
            continue
        done = subprocess.run(
            [*command, *files], capture_output=True, check=False, timeout=120
        )
        assert done.returncode == 0, (done.stdout + done.stderr).decode()[:2000]


def json_says_the_same(folder):
    """The JSON of the library is that which another reader makes of its XML."""
    for path in sorted(folder.glob("*.xml")):
        data = convert(path.read_bytes(), ".xml", ["inspect", "--json"])
        wanted = derive.read(path)
        assert without_places(json.loads(data)) == without_places(wanted), path.name


def json_is_valid(folder):
    try:
        import jsonschema
    except ImportError:
        print("# no jsonschema")
        return
    schema = json.loads(JSON.read_text(encoding="utf-8"))
    for path in sorted(folder.glob("*.xml")):
        data = convert(path.read_bytes(), ".xml", ["inspect", "--json"])
        jsonschema.validate(json.loads(data), schema)


def golden_trees_come_back(_folder):
    for path in sorted(GOLDEN.glob("*.xml")):
        xml = path.read_bytes()
        again = convert(xml, ".xml", ["convert", "--to", "xml"])
        assert again.rstrip(b"\n") == xml.rstrip(b"\n"), path.name


TESTS = (
    stripping_the_tags_leaves_the_text,
    the_text_comes_back,
    xml_is_valid,
    json_says_the_same,
    json_is_valid,
    golden_trees_come_back,
)


def main():
    failed = 0
    print("1..%d" % len(TESTS))
    with tempfile.TemporaryDirectory() as folder:
        for number, test in enumerate(TESTS, 1):
            try:
                test(pathlib.Path(folder))
                print("ok %d - %s" % (number, test.__name__))
            except (AssertionError, subprocess.SubprocessError, ValueError) as error:
                failed += 1
                print("not ok %d - %s" % (number, test.__name__))
                print("# " + str(error).replace("\n", "\n# ")[:2000])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
