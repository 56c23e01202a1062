# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the package and the typelib offer, and what they must not."""

import ast
import inspect
import pathlib
import shutil
import subprocess
import types

import lectern
import pytest
from gi.repository import GObject, Lectern

STUB = pathlib.Path(lectern.__file__).with_suffix(".pyi")


def members(body):
    names = set()
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets)
        elif isinstance(node, ast.ImportFrom) and node.level:
            names.update(alias.asname for alias in node.names if alias.asname)
    return names


def stub_body(path=STUB):
    """What a stub holds, with what it takes from the stubs beside it."""
    body = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module:
            taken = {alias.name for alias in node.names}
            inner = stub_body(path.with_name(node.module + ".pyi"))
            body += [thing for thing in inner if getattr(thing, "name", None) in taken]
        else:
            body.append(node)
    return body


def stubs():
    return {
        node.name: node
        for stub in STUB.parent.glob("*.pyi")
        for node in ast.parse(stub.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    return {node.name: node for node in stub_body() if isinstance(node, ast.ClassDef)}


def test_all_names_are_there_and_documented():
    for name in lectern.__all__:
        thing = getattr(lectern, name)
        if isinstance(thing, (type, types.FunctionType)):
            assert thing.__doc__, name
            assert thing.__module__ == "lectern", name


def test_nothing_public_is_left_out_of_all():
    public = {name for name in vars(lectern) if not name.startswith("_")}
    assert public == set(lectern.__all__)


def test_every_method_is_documented():
    for name in lectern.__all__:
        thing = getattr(lectern, name)
        if not isinstance(thing, type):
            continue
        for key, value in vars(thing).items():
            if isinstance(value, (property, types.FunctionType, classmethod)):
                assert key.startswith("_") or inspect.getdoc(value), f"{name}.{key}"


def test_stubs_name_what_the_package_has():
    module = members(stub_body())
    assert {name for name in module if not name.startswith("_")} == set(lectern.__all__)


@pytest.mark.parametrize(
    "name",
    [
        "Document",
        "Node",
        "Builder",
        "Numbering",
        "Edits",
        "Value",
        "Values",
        "Bindings",
        "Field",
        "Template",
    ],
)
def test_stubs_name_what_a_class_has(name):
    cls = getattr(lectern, name)
    there = {key for key in dir(cls) if not key.startswith("_")}
    classes = stubs()
    stubbed = members(classes[name].body)
    for base in classes[name].bases:
        stubbed |= members(classes[base.id].body)
    assert {key for key in stubbed if not key.startswith("_")} == there


def test_package_is_typed():
    assert STUB.with_name("py.typed").exists()


USE = """
import lectern
speech: lectern.Document = lectern.parse("…")
heads: list[str | None] = [section.heading for section in speech.sections]
with lectern.Builder("zh-Hans") as b:
    with b.section("…"):
        b.point("…", "…")
    reveal_type(b.point())
number: int = speech.sections[0].level
wrong: int = speech.title
"""


def test_stubs_are_strict_and_say_what_is_wrong(tmp_path):
    mypy = shutil.which("mypy")
    if mypy is None:
        pytest.skip("no mypy")
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    shutil.copytree(STUB.parent, tmp_path / "lectern")
    done = subprocess.run(
        [mypy, "--strict", "--no-error-summary", "use.py", "lectern/__init__.pyi"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 2, done.stdout + done.stderr
    assert 'note: Revealed type is "lectern.Block"' in lines[0]
    assert lines[1].startswith("use.py:10: error: Incompatible types")


def test_kinds_are_those_of_the_library():
    numbers = sorted(Lectern.NodeKind.__enum_values__)
    elements = [Lectern.node_kind_get_element(n) for n in numbers]
    assert [kind.value for kind in lectern.NodeKind] == elements


def test_version_is_that_of_the_library():
    assert lectern.version[0] == 1
    assert lectern.__version__ == "%d.%d.%d" % lectern.version
    assert lectern.XML_NAMESPACE == "urn:lectern:speech:1"


@pytest.mark.parametrize("name", ["Document", "Builder"])
def test_typelib_has_objects(name):
    assert issubclass(getattr(Lectern, name), GObject.Object)


@pytest.mark.parametrize(
    "name", ["Node", "Numbering", "Source", "ReadOptions", "Walker"]
)
def test_typelib_has_boxed_types(name):
    cls = getattr(Lectern, name)
    assert cls.__gtype__.is_a(GObject.TYPE_BOXED)


@pytest.mark.parametrize(
    "name", ["xmlNode", "Arena", "Record", "Mask", "Attribute", "StringPool", "Tree"]
)
def test_typelib_hides_the_inside(name):
    assert not hasattr(Lectern, name)


def test_typelib_has_no_private_functions():
    for name in dir(Lectern):
        thing = getattr(Lectern, name)
        assert not name.startswith("_lectern"), name
        if isinstance(thing, type):
            for key in dir(thing):
                assert not key.startswith("_lectern"), f"{name}.{key}"


def test_error_domain_covers_every_code():
    names = {
        "ENCODING": lectern.EncodingError,
        "LIMIT": lectern.LimitError,
        "XML": lectern.XMLError,
        "STRUCTURE": lectern.StructureError,
        "NUMBERING": lectern.NumberingError,
        "EDIT": lectern.EditError,
        "VALUE": lectern.InvalidValueError,
        "TEMPLATE": lectern.TemplateError,
    }
    for name, cls in names.items():
        assert hasattr(Lectern.Error, name)
        assert cls.code == name.lower()
        assert issubclass(cls, lectern.Error)
