#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""pathological.py COMMAND: inputs made to hurt. Each gives a document or an error, in time and without
a crash; and the time grows as the input does. Speaks TAP."""
import os
import resource
import subprocess
import sys
import tempfile

SPEECH = '<speech xmlns="urn:lectern:speech:1" xml:space="preserve">'
# Seconds of processor time that any of these may take; generous, for slow machines and sanitizers.
LIMIT = 30
# Four times the input may take this many times the time (linear would be 4), counted only where it
# can be measured at all.
GROWTH = 8
MEASURABLE = 0.2


def text(string):
    return string.encode("utf-8")


def entity_bomb():
    entities = ['<!ENTITY e0 "水水水水水水水水水水">']
    for i in range(1, 12):
        entities.append('<!ENTITY e%d "%s">' % (i, ("&e%d;" % (i - 1)) * 10))
    return text(
        "<!DOCTYPE speech [%s]>%s<p>&e11;</p></speech>" % ("".join(entities), SPEECH)
    )


def external_entity(secret):
    return text(
        '<!DOCTYPE speech [<!ENTITY x SYSTEM "file://%s">]>%s<p>&x;</p></speech>'
        % (secret, SPEECH)
    )


def nested(n, inside="section"):
    return text(SPEECH + ("<%s>" % inside) * n + ("</%s>" % inside) * n + "</speech>")


def points(n):
    return text("".join("%d. 补一段渠。\n" % i for i in range(1, n + 1)))


# name, suffix, exit statuses that are right, input of a given size (4 is the full size)
GROWING = (
    (
        "one line of ten megabytes",
        ".txt",
        (0,),
        lambda n: text("修渠要一段一段地修，" * 87_000 * n),
    ),
    ("one line without a stop", ".txt", (0,), lambda n: text("渠" * 800_000 * n)),
    ("a million points", ".txt", (0,), lambda n: points(250_000 * n)),
    ("points in one line", ".txt", (0,), lambda n: text("一是查；二是补；" * 50_000 * n)),
    ("points that restart", ".txt", (0,), lambda n: text("一是查。\n二是补。\n" * 25_000 * n)),
    ("all masks", ".txt", (0,), lambda n: text("XX" + "X年X月，**、__（ ）" * 60_000 * n)),
    ("nothing but one mask", ".txt", (0,), lambda n: b"X" * 1_000_000 * n),
    ("fields that open only", ".txt", (0,), lambda n: b"{{" * 500_000 * n),
    ("brackets that open only", ".txt", (0,), lambda n: text("（【《“" * 100_000 * n)),
    (
        "markers and nothing else",
        ".txt",
        (0,),
        lambda n: text("一、（一）1.①一是" * 50_000 * n),
    ),
    ("ever the same opening", ".txt", (0,), lambda n: text("要聚焦渠，" * 60_000 * n)),
    ("blank lines", ".txt", (0,), lambda n: b" \n" * 1_000_000 * n),
    ("blanks in one line", ".txt", (0,), lambda n: text("　" * 500_000 * n)),
    ("carriage returns", ".txt", (0,), lambda n: b"\r" * 1_000_000 * n),
    (
        "headings that sink and rise",
        ".txt",
        (0,),
        lambda n: text("一、\n（一）\n1.\n" * 30_000 * n),
    ),
    ("announcements", ".txt", (0,), lambda n: text("讲三点意见。" * 60_000 * n)),
    ("controls", ".txt", (0,), lambda n: bytes(range(1, 9)) * 60_000 * n),
    ("nested sections", ".xml", (0, 3), lambda n: nested(25_000 * n)),
    ("nested elements of others", ".xml", (0, 3), lambda n: nested(25_000 * n, "o:a")),
    (
        "flat paragraphs",
        ".xml",
        (0,),
        lambda n: text(SPEECH + "<p>渠</p>\n" * 60_000 * n + "</speech>"),
    ),
    (
        "attributes by the thousand",
        ".xml",
        (3,),
        lambda n: text(
            SPEECH
            + "<p "
            + " ".join('a%d=""' % i for i in range(2_000 * n))
            + "/></speech>"
        ),
    ),
    (
        "ids by the thousand",
        ".xml",
        (0, 3),
        lambda n: text(
            SPEECH
            + "".join(
                '<section xml:id="s%d"><heading>渠</heading>\n</section>' % i
                for i in range(10_000 * n)
            )
            + "</speech>"
        ),
    ),
    (
        "characters that XML cannot hold",
        ".xml",
        (0,),
        lambda n: text(
            SPEECH + "<p>" + '<char code="b"/>' * 60_000 * n + "</p></speech>"
        ),
    ),
)

SINGLE = (
    ("an empty file", ".txt", (0,), b""),
    ("only blanks", ".txt", (0,), text(" \t　\n")),
    ("an empty XML file", ".xml", (3,), b""),
    ("no XML", ".xml", (3,), text("渠要修")),
    ("XML cut short", ".xml", (3,), text(SPEECH + "<p>渠")),
    ("XML badly nested", ".xml", (3,), text(SPEECH + "<p>渠</section></speech>")),
    ("an element that nobody knows", ".xml", (3,), text(SPEECH + "<verse/></speech>")),
    ("another namespace", ".xml", (3,), b'<speech xmlns="urn:other"><p>a</p></speech>'),
    ("no namespace", ".xml", (3,), b"<speech><p>a</p></speech>"),
    ("an entity bomb", ".xml", (3,), entity_bomb()),
    ("not UTF-8 and not GB18030", ".txt", (3,), text("渠\n") + b"\x81\x20\xff\xff\n"),
    ("half a character at the end", ".txt", (0, 3), text("渠要修\n")[:-2]),
)


class Report:
    def __init__(self):
        self.number = self.failed = 0

    def part(self, name, problem):
        self.number += 1
        self.failed += bool(problem)
        print("%sok %d - %s" % ("not " if problem else "", self.number, name))
        if problem:
            print("# " + problem.replace("\n", "\n# "))
        sys.stdout.flush()


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command, action, data, suffix, folder):
    """(seconds, exit status, standard output, standard error) of the command on the input."""
    path = os.path.join(folder, "input" + suffix)
    with open(path, "wb") as file:
        file.write(data)
    start = spent()
    try:
        done = subprocess.run(
            [command, *action, path],
            capture_output=True,
            timeout=10 * LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return spent() - start, None, b"", b"did not end"
    return spent() - start, done.returncode, done.stdout, done.stderr


def problem_of(seconds, status, error, good):
    if status not in good:
        said = error.decode("utf-8", "replace")[:500]
        return "exit status %s, expected one of %s: %s" % (status, good, said)
    if seconds > LIMIT:
        return "%.1f seconds, at most %d" % (seconds, LIMIT)
    if status and not error:
        return "an error without a word"
    return None


def check_growing(report, command, folder):
    for action in (["inspect"], ["convert", "--to", "xml"]):
        for name, suffix, good, make in GROWING:
            if action[0] == "convert" and suffix == ".xml":
                continue
            small, status, _, error = run(command, action, make(1), suffix, folder)
            problem = problem_of(small, status, error, good)
            if not problem:
                large, status, _, error = run(command, action, make(4), suffix, folder)
                problem = problem_of(large, status, error, good)
                if not problem and large > MEASURABLE and large > GROWTH * small:
                    problem = "%.2f s, and four times as much takes %.2f s" % (
                        small,
                        large,
                    )
            report.part("%s, %s" % (name, action[0]), problem)


def check_single(report, command, folder):
    for name, suffix, good, data in SINGLE:
        seconds, status, _, error = run(command, ["inspect"], data, suffix, folder)
        report.part(name, problem_of(seconds, status, error, good))


def check_secret(report, command, folder):
    secret = os.path.join(folder, "secret")
    with open(secret, "w", encoding="utf-8") as file:
        file.write("<p>that is nobody's business</p>")
    _, status, output, error = run(
        command, ["convert", "--to", "text"], external_entity(secret), ".xml", folder
    )
    leaked = b"business" in output + error
    report.part("an external entity is not read", "it was read" if leaked else None)
    report.part(
        "an external entity is an error", None if status == 3 else "status %s" % status
    )


def check_offset(report, command, folder):
    data = text("渠要修") + b"\xff" + text("人要齐\n")
    _, status, _, error = run(
        command, ["inspect", "--encoding", "UTF-8"], data, ".txt", folder
    )
    named = status == 3 and b"9" in error and b"input.txt" in error
    said = error.decode("utf-8", "replace")
    report.part(
        "an error names the file and the byte",
        None if named else "%s %s" % (status, said),
    )


def main():
    report = Report()
    command = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        check_single(report, command, folder)
        check_secret(report, command, folder)
        check_offset(report, command, folder)
        check_growing(report, command, folder)
    print("1..%d" % report.number)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
