# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is said when something is missing, and where the installed package looks."""

import os
import pathlib
import shutil
import subprocess
import sys

import lectern
import pytest

PACKAGE = pathlib.Path(lectern.__file__).parent
TYPELIB_DIR = pathlib.Path(os.environ["LECTERN_TEST_TYPELIB_DIR"])


def run(code, folder, **variables):
    dropped = ("GI_TYPELIB_PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "LD_PRELOAD")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        env={**kept, "PYTHONPATH": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "lectern")
    return tmp_path


def error_of(done):
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: lectern ")
    return last


def test_missing_typelib_is_said(folder):
    error = error_of(run("import lectern", folder))
    assert "Lectern-1.typelib" in error
    assert "GI_TYPELIB_PATH" in error


def test_missing_library_is_said(folder):
    (folder / "types").mkdir()
    shutil.copy(TYPELIB_DIR / "Lectern-1.typelib", folder / "types")
    done = run("import lectern", folder, GI_TYPELIB_PATH=str(folder / "types"))
    error = error_of(done)
    assert "liblectern-1.so.0" in error
    assert "LD_LIBRARY_PATH" in error


def test_missing_pygobject_is_said(folder):
    (folder / "gi.py").write_text("raise ImportError('no module named gi')\n")
    error = error_of(run("import lectern", folder))
    assert "PyGObject" in error


def test_configured_folders_are_searched(folder):
    lines = (
        f"{name} = {str(TYPELIB_DIR)!r}\n" for name in ("TYPELIB_DIR", "LIBRARY_DIR")
    )
    (folder / "lectern" / "_config.py").write_text("".join(lines))
    done = run("import lectern; print(lectern.__version__)", folder)
    assert done.stderr == ""
    assert done.stdout.strip() == lectern.__version__


def test_import_is_quiet_and_leaves_nothing_behind(folder):
    code = "import lectern, threading; print(threading.active_count())"
    done = run(
        code,
        folder,
        GI_TYPELIB_PATH=str(TYPELIB_DIR),
        LD_LIBRARY_PATH=str(TYPELIB_DIR),
    )
    assert (done.stdout, done.stderr) == ("1\n", "")
