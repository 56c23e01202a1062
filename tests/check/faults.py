#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""faults.py LECTERN TEXT...: what a writer gets wrong is found. Prints TAP.

Faults are put into each text, one at a time (writers.py). The rule that a fault offends must find it where
it is, nothing else that is grave may come up elsewhere, and where the rule mends, the text as it was comes
back.

    faults.py --measure [--misses] LECTERN TEXT...

prints instead how many of the faults are found, for each kind of fault.
"""

from __future__ import annotations

import bisect
import collections
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
from typing import Any, Iterator

import writers
import writers_marks  # its writers add themselves
from writers import Fault

assert writers_marks.writer is writers.writer

GRAVE = ("warning", "error")
Finding = dict[str, Any]


class Checked:
    """A text and what is found in it, by characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self._bytes = [
            0,
            *itertools.accumulate(len(character.encode()) for character in text),
        ]

    def add(self, finding: Finding) -> None:
        for key in ("start", "end"):
            finding[key] = bisect.bisect_left(self._bytes, finding[key])
        self.findings.append(finding)


class Place:
    """Where the texts of a run lie."""

    def __init__(self, lectern: str, folder: str) -> None:
        self.lectern = lectern
        self.folder = pathlib.Path(folder)
        self.count = 0
        self.options = ["--max-findings=0", *self.rules_that_are_off()]

    def rules_that_are_off(self) -> Iterator[str]:
        """Options that switch them on."""
        command = [self.lectern, "rules", "--format=json"]
        rules = subprocess.run(command, capture_output=True, check=True).stdout
        for line in rules.decode().splitlines():
            rule = json.loads(line)
            if rule["severity"] == "off":
                yield f"--rule={rule['code']}=note"

    def write(self, texts: list[str]) -> list[pathlib.Path]:
        paths = []
        for text in texts:
            self.count += 1
            paths.append(self.folder / f"{self.count}.txt")
            paths[-1].write_bytes(text.encode())
        return paths

    def run(self, paths: list[pathlib.Path], *options: str) -> str:
        said = ""
        for start in range(0, len(paths), 500):
            done = subprocess.run(
                [self.lectern, "check", *self.options, *options]
                + [str(path) for path in paths[start : start + 500]],
                capture_output=True,
                check=False,
            )
            assert done.returncode in (0, 1), done.stderr.decode()
            said += done.stdout.decode()
        return said

    def check(self, texts: list[str]) -> list[Checked]:
        paths = self.write(texts)
        checked = {str(path): Checked(text) for path, text in zip(paths, texts)}
        for line in self.run(paths, "--format=json").splitlines():
            finding = json.loads(line)
            checked[finding["file"]].add(finding)
        return list(checked.values())

    def fix(self, texts: list[str], code: str) -> list[str]:
        paths = self.write(texts)
        self.run(paths, "--rule=*=off", f"--rule={code}=warning", "--fix")
        return [path.read_bytes().decode() for path in paths]


def judge(fault: Fault, before: Checked, after: Checked) -> list[str]:
    """What is amiss with what is found."""
    places = fault.places_after()

    def at_place(finding: Finding) -> bool:
        return any(
            finding["start"] <= end and start <= finding["end"] for start, end in places
        )

    wrong = []
    if fault.codes and not any(
        finding["code"] in fault.codes and at_place(finding)
        for finding in after.findings
    ):
        wrong.append("not found")
    known = {(finding["code"], finding["start"]) for finding in before.findings}
    known |= {(finding["code"], finding["end"]) for finding in before.findings}
    for finding in after.findings:
        if finding["severity"] not in GRAVE or finding["code"] in fault.also:
            continue
        if fault.codes and at_place(finding):
            continue
        start, end = fault.before(finding["start"]), fault.before(finding["end"])
        if not {(finding["code"], start), (finding["code"], end)} & known:
            wrong.append(
                "false alarm at {line}:{column}: {message} [{code}]".format(**finding)
            )
    return wrong


def try_faults(place: Place, paths: list[str], most: int) -> Iterator[tuple]:
    """All faults of all texts, each with what is amiss."""
    texts = {}
    for path in paths:
        try:
            texts[path] = pathlib.Path(path).read_bytes().decode()
        except UnicodeDecodeError:
            continue
    before = dict(zip(texts, place.check(list(texts.values()))))
    for writer in writers.WRITERS:
        faults = [
            (path, fault)
            for path, text in texts.items()
            for fault in spread(list(writer(text)), most)
        ]
        if not faults:
            yield writer, None, None, ["no text has a place for it"]
            continue
        mutated = [fault.apply(texts[path]) for path, fault in faults]
        wrongs = [
            judge(fault, before[path], after)
            for (path, fault), after in zip(faults, place.check(mutated))
        ]
        mend(place, texts, faults, mutated, wrongs)
        for (path, fault), wrong in zip(faults, wrongs):
            yield writer, path, fault, wrong


def mend(place, texts, faults, mutated, wrongs) -> None:
    by_code = collections.defaultdict(list)
    for n, (path, fault) in enumerate(faults):
        if fault.mends:
            by_code[fault.codes[0]].append(n)
    for code, numbers in by_code.items():
        fixed = place.fix([mutated[n] for n in numbers], code)
        wanted = place.fix([texts[faults[n][0]] for n in numbers], code)
        for n, got, want in zip(numbers, fixed, wanted):
            if got != want:
                wrongs[n].append("not mended: " + difference(got, want))


def difference(got: str, want: str) -> str:
    at = next(
        (n for n, pair in enumerate(zip(got, want)) if pair[0] != pair[1]),
        min(len(got), len(want)),
    )
    return f"{got[at - 5 : at + 20]!r} for {want[at - 5 : at + 20]!r}"


def spread(faults: list[Fault], most: int) -> list[Fault]:
    """At most so many, from the whole of the text."""
    if len(faults) <= most:
        return faults
    return [faults[n * len(faults) // most] for n in range(most)]


def told(path: str, fault: Fault, wrong: list[str]) -> str:
    return f"{pathlib.Path(path).name}: {fault.told()}: {'; '.join(wrong)}"


def measure(results, misses: bool) -> None:
    counts: dict = collections.defaultdict(lambda: [0, 0, 0, 0])
    for writer, path, fault, wrong in results:
        if fault is None:
            continue
        row = counts[writer]
        row[0] += 1
        row[1] += "not found" not in wrong
        row[2] += any(text.startswith("false") for text in wrong)
        row[3] += any(text.startswith("not mended") for text in wrong)
        if misses and wrong:
            print(f"{writer.__name__}: {told(path, fault, wrong)}")
    print("faults found alarms unmended  kind")
    for writer, row in counts.items():
        print("{:6} {:5} {:6} {:8}  {}".format(*row, writer.__name__))


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    lectern = str(pathlib.Path(arguments[0]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        place = Place(lectern, folder)
        if "--measure" in sys.argv:
            measure(try_faults(place, arguments[1:], 6), "--misses" in sys.argv)
            return 0
        failed = 0
        print(f"1..{len(writers.WRITERS)}")
        groups = itertools.groupby(
            try_faults(place, arguments[1:], 40), lambda result: result[0]
        )
        for number, (writer, results) in enumerate(groups, 1):
            wrong = [result for result in results if result[3]]
            failed += bool(wrong)
            print(f"{'not ok' if wrong else 'ok'} {number} - {writer.__name__}")
            for _, path, fault, said in wrong:
                print("#", told(path, fault, said) if fault else said[0])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
