#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""summary.py TESTLOG STATUS: ends a test run with one line, "N passed, N failed".

TESTLOG is the testlog.json that meson wrote, STATUS the exit status of meson. The parts of a test
that speaks TAP count one by one. A test that failed otherwise than by a part counts as one failure
more, so that a crash after the last part is not lost.
"""
import json
import re
import sys

PART = re.compile(
    r"^(not )?ok\b[^#\n]*(#\s*(skip|todo)\b)?", re.IGNORECASE | re.MULTILINE
)
PLAN = re.compile(r"^1\.\.\d+", re.MULTILINE)
GOOD = ("OK", "EXPECTEDFAIL")


def count_parts(output):
    """(passed, failed, skipped) of an output in TAP, else None."""
    if not PLAN.search(output):
        return None
    passed = failed = skipped = 0
    for part in PART.finditer(output):
        directive = (part[3] or "").lower()
        if directive == "skip":
            skipped += 1
        elif bool(part[1]) == (directive == "todo"):
            passed += 1
        else:
            failed += 1
    return passed, failed, skipped


def count_test(test):
    result = test["result"]
    if result == "SKIP":
        return 0, 0, 1
    passed, failed, skipped = count_parts(test.get("stdout") or "") or (0, 0, 0)
    if result in GOOD:
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    return passed, failed or 1, skipped


def main():
    path, status = sys.argv[1], int(sys.argv[2])
    try:
        with open(path, encoding="utf-8") as log:
            counts = [count_test(json.loads(line)) for line in log if line.strip()]
    except FileNotFoundError:
        counts = []
    passed, failed, skipped = (
        (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
    )
    line = f"{passed} passed, {failed} failed"
    print(line + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or status or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
