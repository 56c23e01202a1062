#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""test-check.py LECTERN SOURCE: the commands check and rules do what their man page says. Prints TAP."""
import json
import os
import pty
import re
import subprocess
import sys

import harness
from harness import LECTERN, SOURCE, contains, equal, validate

# Alone, so that it does not matter which other rules there are.
ONLY = ("--rule", "*=off", "--rule", "salutation-mark=warning")
WRONG = "在修渠会上的讲话\n各位乡亲，\n渠要修。\n"
RIGHT = WRONG.replace("，\n", "：\n")
LINE = (
    "w.txt:2:1: warning: the salutation “各位乡亲，” should end with ： [salutation-mark]\n"
)
CHINESE = {"LANG": "zh_CN.UTF-8"}


def check(here, *args, status=0, given=b"", variables=None):
    out, said = here.run(
        "check", *ONLY, *args, status=status, given=given, variables=variables
    )
    return out.decode(), said


def on_terminal(here, *args, variables=None, errors=False):
    """What the command prints where somebody looks on."""
    main, other = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "LC_ALL": "C", **(variables or {})}
    with subprocess.Popen(
        [LECTERN, *args],
        cwd=here.path,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=other,
        stderr=other if errors else subprocess.DEVNULL,
    ) as running:
        os.close(other)
        shown = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        running.wait(timeout=60)
    os.close(main)
    return shown.decode().replace("\r\n", "\n")


def rules(place, variables=None):
    out, _ = place.run("rules", "--format", "json", variables=variables)
    return [json.loads(line) for line in out.decode().splitlines()]


# --- text ------------------------------------------------------------------------------------


def a_finding_is_a_line(place):
    place.write("w.txt", WRONG)
    place.write("r.txt", RIGHT)
    equal(check(place, "w.txt", status=1), (LINE, ""))
    equal(check(place, "r.txt"), ("", ""))
    equal(check(place, "r.txt", "w.txt", status=1), (LINE, ""))
    equal(
        check(place, "w.txt", status=1, variables=CHINESE)[0],
        "w.txt:2:1: 警告：称谓“各位乡亲，”后应当用冒号 [salutation-mark]\n",
    )


def severities_are_chosen(place):
    place.write("w.txt", WRONG)
    code = "salutation-mark"
    for options, status, word in (
        (["%s=error" % code], 1, " error: "),
        (["%s=note" % code], 0, " note: "),
        (["%s=off" % code], 0, ""),
        (["*=off", "%s=note" % code], 0, " note: "),
        (["%s=error" % code, "*=off"], 0, ""),
    ):
        args = [part for option in options for part in ("--rule", option)]
        out, _ = check(place, *args, "w.txt", status=status)
        equal(word if word else out, word if word in out else out and "?")


def an_option_in_chinese_is_read_in_any_locale(place):
    place.write("speech.txt", "同志们：\n")
    _, said = place.run(
        "check",
        "--rule=boilerplate=关",
        "speech.txt",
        status=2,
        variables={"LC_ALL": "C"},
    )
    contains(said, "unknown severity “关”: off, note, warning or error")


def a_rule_that_is_none_is_refused_with_the_nearest(place):
    _, said = check(place, "--rule", "salutation-makr=off", "w.txt", status=2)
    contains(said, "did you mean “salutation-mark”?")
    _, said = check(place, "--rule", "xyzzy=off", "w.txt", status=2)
    assert "mean" not in said, said
    _, said = check(place, "--rule", "salutation-mark", "w.txt", status=2)
    contains(said, "CODE=SEVERITY")
    _, said = check(place, "--rule", "salutation-mark=grave", "w.txt", status=2)
    contains(said, "“grave”")
    _, said = place.run("rules", "salutation-mrk", status=2)
    contains(said, "did you mean “salutation-mark”?")


def a_file_that_cannot_be_read_beats_findings(place):
    place.write("w.txt", WRONG)
    place.write("bad.txt", b"\xff\xff\xe4")
    out, said = check(place, "bad.txt", "absent.txt", "w.txt", status=3)
    equal(out, LINE)
    equal(
        [line.split(":")[1].strip() for line in said.splitlines()],
        ["bad.txt", "absent.txt"],
    )


def what_is_capped_is_told(place):
    code, text = often(place)
    if code is None:
        print("# no rule finds something twice")
        return
    place.write("often.txt", text)
    only = ("check", "--rule", "*=off", "--rule", code + "=note")
    all_of_it = place.text(*only, "--max-findings", "0", "often.txt")
    n = len(all_of_it.splitlines())
    lines = place.text(*only, "--max-findings", "1", "often.txt").splitlines()
    equal(len(lines), 2)
    contains(lines[1], "often.txt: not shown: %u more [%s]" % (n - 1, code))
    last = place.text(
        *only, "--format=json", "--max-findings=1", "often.txt"
    ).splitlines()[-1]
    equal(json.loads(last), {"file": "often.txt", "code": code, "dropped": n - 1})
    run = json.loads(
        place.text(*only, "--format=sarif", "--max-findings=1", "often.txt")
    )
    place.run(*only, "--max-findings=-1", "often.txt", status=2)
    notes = run["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    contains(notes[0]["message"]["text"], "%u more" % (n - 1))


def often(here):
    """A rule that finds its bad example more than once where that stands there often."""
    for rule in rules(here):
        text = "\n".join([rule["bad"]] * 20)
        only = ("check", "--rule", "*=off", "--rule", rule["code"] + "=note")
        if here.run(*only, "-", given=text.encode())[0].count(b"\n") > 2:
            return rule["code"], text
    return None, None


# --- terminals -------------------------------------------------------------------------------


def a_terminal_gets_colours_and_a_summary(place):
    place.write("w.txt", WRONG)
    place.write("r.txt", RIGHT)
    shown = on_terminal(place, "check", *ONLY, "w.txt")
    contains(shown, "\x1b[1;35mwarning: \x1b[0m")
    equal(re.sub("\x1b\\[[\\d;]*m", "", shown).splitlines()[0] + "\n", LINE)
    contains(shown, "errors: 0, warnings: 1, notes: 0\n")
    contains(shown, "“lectern check --fix” mends 1 of them\n")
    equal(on_terminal(place, "check", *ONLY, "r.txt"), "nothing found\n")
    shown = on_terminal(place, "check", *ONLY, "w.txt", variables={"NO_COLOR": "1"})
    assert shown.startswith(LINE), shown
    shown = on_terminal(place, "check", *ONLY, "w.txt", variables={"TERM": "dumb"})
    assert shown.startswith(LINE), shown
    shown = on_terminal(place, "check", "--color=never", *ONLY, "w.txt")
    assert shown.startswith(LINE), shown
    contains(check(place, "--color", "always", "w.txt", status=1)[0], "\x1b[1;35m")
    check(place, "--color", "sometimes", "w.txt", status=2)


def rules_are_aligned_on_a_terminal(place):
    for variables in ({}, {"LC_ALL": "zh_CN"}):
        rows = on_terminal(place, "rules", variables=variables).splitlines()
        starts = {
            re.match(r"[a-z-]+ +(off|note|warning|error) +", r).end()
            for r in rows
            if r[0] != " "
        }
        equal(len(starts), 1)


def nothing_of_a_text_reaches_the_terminal_as_a_control(place):
    place.write("w.txt", WRONG.replace("各位", "各\x1b[31m\x9b位"))
    out, _ = check(place, "w.txt", status=1)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", out), out


# --- JSON and SARIF --------------------------------------------------------------------------


def json_lines_are_valid(place):
    place.write("w.txt", WRONG)
    out, _ = check(place, "--format", "json", "w.txt", status=1)
    equal(
        json.loads(out),
        {
            "file": "w.txt",
            "line": 2,
            "column": 1,
            "end_line": 2,
            "end_column": 6,
            "start": 25,
            "end": 40,
            "code": "salutation-mark",
            "severity": "warning",
            "message": "the salutation “各位乡亲，” should end with ：",
            "clause": "practice",
            "edits": [{"start": 37, "end": 40, "text": "："}],
        },
    )
    schema = json.loads((SOURCE / "doc" / "finding.schema.json").read_text("utf-8"))
    everything = bad_examples(place)
    lines = place.run(
        "check",
        "--format=json",
        "--max-findings=1",
        "--rule=*=warning",
        *everything,
        status=1
    )[0].decode()
    for line in lines.splitlines() + [json.dumps(r) for r in rules(place)]:
        validate(json.loads(line), schema)
    assert len(lines.splitlines()) >= len(everything)


def bad_examples(here):
    names = []
    for rule in rules(here):
        names.append(here.write(rule["code"] + ".txt", rule["bad"]))
    return names


def sarif_is_valid(place):
    place.write("w 1.txt", WRONG)
    place.write("b.txt", RIGHT)
    place.run("convert", "w 1.txt", "w.xml")
    out, _ = check(
        place, "--format=sarif", "w 1.txt", "b.txt", "no", "w.xml", "w 1.txt", status=3
    )
    log = json.loads(out)
    schema = SOURCE / "tests" / "cli" / "sarif.schema.json"
    validate(log, json.loads(schema.read_text("utf-8")))
    run = log["runs"][0]
    equal(run["columnKind"], "unicodeCodePoints")
    equal(
        [r["id"] for r in run["tool"]["driver"]["rules"]],
        [r["code"] for r in rules(place)],
    )
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["text"] and rule["shortDescription"]["text"], rule
    places = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    region = {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6}
    text = {"artifactLocation": {"uri": "w%201.txt"}, "region": region}
    equal(places, [text, {"artifactLocation": {"uri": "w.xml"}}, text])
    equal(
        run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"],
        [
            {
                "deletedRegion": {**region, "startColumn": 5},
                "insertedContent": {"text": "："},
            }
        ],
    )
    assert "fixes" not in run["results"][1]
    invocation = run["invocations"][0]
    equal(invocation["executionSuccessful"], False)
    contains(invocation["toolExecutionNotifications"][0]["message"]["text"], "no: ")
    out, _ = check(place, "--format=sarif", "b.txt", variables=CHINESE)
    run = json.loads(out)["runs"][0]
    equal((run["language"], run["results"]), ("zh", []))
    equal(run["invocations"][0]["executionSuccessful"], True)


def columns_count_characters_and_offsets_bytes(place):
    place.write("w.txt", WRONG.replace("各位", "各𠮷e\u0301位"))
    found = json.loads(check(place, "--format=json", "w.txt", status=1)[0])
    equal((found["column"], found["end_column"]), (1, 9))
    edit = found["edits"][0]
    equal(place.read("w.txt")[edit["start"] : edit["end"]].decode(), "，")


# --- mending ---------------------------------------------------------------------------------


def a_file_is_mended_in_its_encoding(place):
    for name, data in {
        "lf": WRONG.encode(),
        "crlf": WRONG.replace("\n", "\r\n").encode(),
        "cr": WRONG.replace("\n", "\r").encode(),
        "bom": b"\xef\xbb\xbf" + WRONG.encode(),
        "utf-16": WRONG.encode("utf-16"),
        "gb18030": WRONG.encode("gb18030"),
        "no-end": WRONG.rstrip("\n").encode(),
    }.items():
        place.write("w.txt", data)
        os.chmod(place.path / "w.txt", 0o640)
        _, said = check(place, "--fix", "w.txt")
        contains(said, "w.txt: places mended: 1; findings left: 0")
        coding = name if name in ("utf-16", "gb18030") else "utf-8"
        wanted = data.decode(coding).replace("，", "：").encode(coding)
        equal(place.read("w.txt"), wanted)
        equal((place.path / "w.txt").stat().st_mode & 0o777, 0o640)
        said = check(place, "--fix", "w.txt")[1]
        assert "mended" not in said, said
        equal(place.read("w.txt"), wanted)


def xml_stays_xml(place):
    place.write("w.txt", WRONG)
    place.run("convert", "w.txt", "w.xml")
    place.write("w.xml", place.read("w.xml").rstrip(b"\n") + b"\n")
    before = place.read("w.xml").decode()
    after = before.replace("乡亲，", "乡亲：")
    out, _ = check(place, "--fix", "--diff", "w.xml", status=1)
    changed = [line for line in out.splitlines()[3:] if line[0] in "+-"]
    equal(len(changed), 2)
    assert changed[0][1:] in before and changed[1][1:] in after, changed
    check(place, "--fix", "w.xml")
    equal(place.read("w.xml").decode(), after)
    place.run("convert", "w.xml", "back.txt")
    equal(place.read("back.txt").decode(), RIGHT)


def what_is_left_is_told_after_mending(place):
    place.write("w.txt", WRONG)
    out, said = place.run(
        "check", "--fix", "--rule", "*=off", "--rule", "salutation-mark=off", "w.txt"
    )
    equal((out, said, place.read("w.txt")), (b"", "", WRONG.encode()))


def the_standard_input_is_mended_to_the_standard_output(place):
    equal(check(place, "--fix", "-", given=WRONG.encode())[0], RIGHT)
    equal(check(place, "--fix", "-", given=RIGHT.encode())[0], RIGHT)
    place.write("w.txt", WRONG)
    check(place, "--fix", "-", "w.txt", status=2)
    check(place, "--fix", "--format=json", "-", status=2)
    equal(place.read("w.txt"), WRONG.encode())
    equal(
        check(place, "-", given=WRONG.encode(), status=1)[0], LINE.replace("w.txt", "-")
    )


def a_diff_writes_nothing(place):
    place.write("w.txt", WRONG)
    out, said = check(place, "--fix", "--diff", "w.txt", status=1)
    equal(
        out,
        "--- w.txt\n+++ w.txt\n@@ -1,3 +1,3 @@\n 在修渠会上的讲话\n" "-各位乡亲，\n+各位乡亲：\n 渠要修。\n",
    )
    contains(said, "places that can be mended: 1; findings left: 0")
    equal(place.read("w.txt"), WRONG.encode())
    place.write("r.txt", RIGHT)
    equal(check(place, "--fix", "--diff", "r.txt"), ("", ""))
    check(place, "--diff", "w.txt", status=2)
    check(place, "--fix", "--diff", "--format=json", "w.txt", status=2)


def a_file_is_written_whole_or_not_at_all(place):
    (place.path / "shut").mkdir()
    place.write("shut/w.txt", WRONG)
    os.symlink("shut/w.txt", place.path / "link.txt")
    check(place, "--fix", "link.txt")
    assert (place.path / "link.txt").is_symlink()
    equal(place.read("shut/w.txt"), RIGHT.encode())
    equal(sorted(p.name for p in (place.path / "shut").iterdir()), ["w.txt"])


def bytes_that_do_not_come_back_are_not_touched(place):
    # A mark of UTF-8 that stands where a text of GB 18030 begins is read and not written again.
    for data in (
        WRONG.encode("gb18030") + b"\xa6\xd9",
        WRONG.encode("gb18030") + b"\x80",
    ):
        place.write("w.txt", data)
        done = subprocess.run(
            [LECTERN, "check", *ONLY, "--fix", "w.txt"],
            cwd=place.path,
            capture_output=True,
            check=False,
        )
        after = place.read("w.txt")
        if done.returncode == 3:
            equal(after, data)
        else:
            assert after.endswith(data[-2:]), after


def a_full_device_is_an_error(place):
    if not os.path.exists("/dev/full"):
        return
    place.write("w.txt", WRONG)
    for options in ([], ["--fix"], ["--fix", "--diff"], ["--format=sarif"]):
        with open("/dev/full", "wb") as full, open(place.path / "w.txt", "rb") as given:
            done = subprocess.run(
                [LECTERN, "check", *ONLY, *options, "-"],
                stdin=given,
                stdout=full,
                stderr=subprocess.PIPE,
                env={**os.environ, "LC_ALL": "C"},
                check=False,
            )
        equal(done.returncode, 3)
        said = done.stderr.decode().splitlines()
        equal(said[-1], "lectern: standard output: No space left on device")


# --- profiles --------------------------------------------------------------------------------


def the_profile_above_a_file_is_used(place):
    (place.path / "a" / "b").mkdir(parents=True)
    (place.path / "c").mkdir()
    for name in ("a/b/w.txt", "c/w.txt", "w.txt"):
        place.write(name, WRONG)
    place.write("a/.lectern.ini", "[rules]\n*=off\nsalutation-mark=error\n")
    place.write("c/.lectern.ini", "[rules]\n*=off\n")
    out = place.run("check", "a/b/w.txt", "c/w.txt", status=1)[0].decode()
    equal(out, LINE.replace("w.txt", "a/b/w.txt").replace("warning", "error"))
    equal(place.run("check", "--profile", "c/.lectern.ini", "a/b/w.txt")[0], b"")
    out, _ = check(place, "a/b/w.txt", status=1)
    contains(out, "warning")


def a_bad_profile_is_said_once(place):
    place.write("w.txt", WRONG)
    place.write("v.txt", WRONG)
    place.write("p.ini", "[rules]\nsalutation-mark=grave\n")
    out, said = place.run("check", "--profile", "p.ini", "w.txt", status=2)
    equal(out, b"")
    contains(said, "p.ini:2:1: ")
    contains(said, "“grave”")
    said = place.run("check", "--profile=p.ini", "w.txt", status=2, variables=CHINESE)[
        1
    ]
    contains(said, "“grave”不是 off、note、warning 或 error")
    place.run("check", "--profile", "absent.ini", "w.txt", status=2)
    os.rename(place.path / "p.ini", place.path / ".lectern.ini")
    out, said = place.run("check", "w.txt", "v.txt", status=3)
    equal((out, said.count("lectern: ")), (b"", 1))


# --- many files ------------------------------------------------------------------------------


def results_come_in_the_order_of_the_files(place):
    names = []
    for i in range(150):
        text = WRONG + "水要清，田要肥，路要平。\n" * (i * 7919 % 331)
        names.append(place.write("%03d.txt" % i, text if i % 3 else RIGHT))
    names.insert(70, "absent.txt")
    wanted = None
    for jobs in ("1", "2", "7", "0"):
        found = check(place, "--jobs", jobs, *names, status=3)
        wanted = wanted or found
        equal(found, wanted)
    equal(
        [line[:3] for line in wanted[0].splitlines()],
        ["%03d" % i for i in range(150) if i % 3],
    )
    equal(
        check(place, "--format=sarif", "-j7", *names, status=3),
        check(place, "--format=sarif", "-j", "1", *names, status=3),
    )
    check(place, "--jobs=-1", "w.txt", status=2)


def many_files_show_how_far_it_is(place):
    for name in ("a.txt", "b.txt", "c.txt"):
        place.write(name, WRONG)
    # A file that takes its time.
    os.mkfifo(place.path / "slow.txt")
    feed = "sleep 0.6; printf '%s' > slow.txt" % WRONG.replace("\n", "\\n")
    names = ("slow.txt", "a.txt", "b.txt", "c.txt")
    with subprocess.Popen(["sh", "-c", feed], cwd=place.path):
        shown = on_terminal(
            place, "check", "--color=never", *ONLY, "-j", "1", *names, errors=True
        )
    lines = "".join(LINE.replace("w.txt", name) for name in names)
    parts = shown.split("\r\x1b[K")
    contains(parts, "[#####---------------] 1/4 a.txt")
    equal(
        "".join(p for p in parts if not p.startswith("[")),
        lines
        + "errors: 0, warnings: 4, notes: 0\n“lectern check --fix” mends 4 of them\n",
    )


# --- rules -----------------------------------------------------------------------------------


def rules_are_listed_and_explained(place):
    listed = [line.split("\t") for line in place.text("rules").splitlines()]
    known = rules(place)
    equal(listed, [[r["code"], r["severity"], r["summary"]] for r in known])
    shown = place.text("rules", "salutation-mark")
    rule = next(r for r in known if r["code"] == "salutation-mark")
    contains(shown, "salutation-mark: %s\n" % rule["summary"])
    contains(shown, "Severity: warning\nSource: how speeches are written\n")
    contains(shown, "Mended by --fix: where that is safe\n")
    for example in (rule["bad"], rule["good"]):
        contains(shown, "".join("  %s\n" % line for line in example.splitlines()))
    equal(json.loads(place.text("rules", "--format=json", "salutation-mark")), rule)
    place.run("rules", "--format=sarif", status=2)
    shown, _ = place.run("rules", "salutation-mark", variables={"LANG": "zh_CN.UTF-8"})
    contains(shown.decode(), "级别：警告（warning）\n")


def every_rule_is_told_in_both_languages(place):
    chinese = {r["code"]: r for r in rules(place, CHINESE)}
    for rule in rules(place):
        other = chinese[rule["code"]]
        for key in ("summary", "explanation"):
            assert rule[key] and re.search("[\u4e00-\u9fff]", other[key]), rule["code"]
            assert rule[key] != other[key], rule["code"]


def every_rule_finds_its_bad_example_only(place):
    for rule in rules(place):
        only = ("check", "--rule", "*=off", "--rule", rule["code"] + "=warning")
        out = place.run(*only, "-", given=rule["bad"].encode(), status=1)[0].decode()
        contains(out, "[%s]" % rule["code"])
        equal(place.run(*only, "-", given=rule["good"].encode())[0], b"")


if __name__ == "__main__":
    sys.exit(harness.main(globals()))
