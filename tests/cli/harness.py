# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the command share: a place to run it in, comparisons, and TAP."""
import os
import pathlib
import subprocess
import sys
import tempfile

# Meson gives the program relative to where it runs the test, and the tests run elsewhere.
LECTERN = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
CLI = SOURCE / "bindings" / "cli"
COMMANDS = (
    "check",
    "rules",
    "inspect",
    "compare",
    "convert",
    "edit",
    "fill",
    "assemble",
    "fragments",
    "generalize",
    "outline",
    "skeleton",
    "renumber",
    "restyle",
    "tidy",
    "stats",
    "time",
)
LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


class Place:
    """A directory of one test, where the command runs."""

    def __init__(self, path):
        self.path = pathlib.Path(path)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.path / name).write_bytes(data)
        return name

    def read(self, name):
        return (self.path / name).read_bytes()

    def run(self, *args, given=b"", status=0, variables=None):
        """Standard output and error; in English unless the variables say otherwise."""
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in LANGUAGE_VARIABLES
        }
        environment.update(variables or {})
        done = subprocess.run(
            [LECTERN, *args],
            cwd=self.path,
            env=environment,
            input=given,
            capture_output=True,
            timeout=60,
            check=False,
        )
        said = done.stderr.decode("utf-8", "replace")
        assert done.returncode == status, (args, done.returncode, said)
        return done.stdout, said

    def text(self, *args, given=b"", status=0):
        return self.run(*args, given=given, status=status)[0].decode("utf-8")


def equal(found, wanted):
    assert found == wanted, "found %r, wanted %r" % (found, wanted)


def contains(text, part):
    assert part in text, "%r is not in %r" % (part, text)


def validate(data, schema):
    """Whether JSON has the shape, where there is somebody to tell."""
    try:
        import jsonschema
    except ImportError:
        print("# no jsonschema")
        return
    jsonschema.validate(data, schema)


def main(names):
    """Runs every function of the module that takes a place."""
    tests = [
        f
        for f in list(names.values())
        if callable(f)
        and getattr(f, "__code__", None) is not None
        and f.__code__.co_varnames[: f.__code__.co_argcount] == ("place",)
    ]
    print("1..%d" % len(tests))
    failed = 0
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Place(folder))
                print("ok %d - %s" % (number, test.__name__))
            except (AssertionError, ValueError, subprocess.TimeoutExpired) as problem:
                failed += 1
                print("not ok %d - %s" % (number, test.__name__))
                print("# " + str(problem).replace("\n", "\n# "))
        sys.stdout.flush()
    return 1 if failed else 0
