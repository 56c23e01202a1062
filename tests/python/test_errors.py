# SPDX-License-Identifier: LGPL-2.1-or-later
"""Exceptions: which one, and where."""

import errno
import os
import pickle

import lectern
import pytest
from conftest import XML

HEAD = '<speech xmlns="urn:lectern:speech:1" xml:lang="zh-Hans" xml:space="preserve">'


def test_malformed_xml_says_where():
    with pytest.raises(lectern.XMLError) as caught:
        lectern.from_xml(HEAD + "<p>一\n二</q></speech>")
    error = caught.value
    assert error.line == 2
    assert error.column >= 2
    assert error.code == "xml"
    assert isinstance(error, ValueError)
    assert str(error).endswith(error.reason)


def test_unknown_element_says_where_and_which():
    with pytest.raises(lectern.StructureError, match="chapter") as caught:
        lectern.from_xml(HEAD + "<p>好</p>\n\n<chapter>一</chapter></speech>")
    assert caught.value.line == 3
    assert caught.value.code == "structure"


def test_name_of_the_input_begins_the_message():
    with pytest.raises(lectern.XMLError) as caught:
        lectern.from_xml(HEAD + "<p>", name="a:b.xml")
    assert str(caught.value).startswith("a:b.xml:1:")
    assert caught.value.name == "a:b.xml"
    assert caught.value.line == 1


def test_offset_counts_bytes_of_the_input():
    xml = HEAD + "<p>一\n二<chapter/></p></speech>"
    with pytest.raises(lectern.StructureError) as caught:
        lectern.from_xml(xml)
    error = caught.value
    before = xml.encode()[: error.offset].decode()
    assert error.line == before.count("\n") + 1 == 2
    assert error.column == len(before.rpartition("\n")[2]) + 1


def test_text_in_no_encoding_names_the_offset():
    data = "第一行\n第二行".encode() + b"\xff\xff\xff"
    with pytest.raises(lectern.EncodingError) as caught:
        lectern.parse(data, encoding="UTF-8")
    error = caught.value
    assert error.code == "encoding"
    assert (error.line, error.column) == (2, 4)
    assert error.offset == len(data) - 3


def test_unknown_encoding_is_said():
    with pytest.raises(lectern.EncodingError, match="EBCDIC-XX"):
        lectern.parse(b"abc", encoding="EBCDIC-XX")


def test_limits():
    with pytest.raises(lectern.LimitError):
        lectern.parse("很长的一段话", max_bytes=4)
    deep = HEAD + "<section>" * 400 + "</section>" * 400 + "</speech>"
    with pytest.raises(lectern.LimitError):
        lectern.from_xml(deep)
    with pytest.raises(lectern.LimitError):
        lectern.from_xml(XML, max_depth=2)


@pytest.mark.parametrize("call", [lectern.parse, lectern.from_xml])
def test_lone_surrogate_is_named(call):
    with pytest.raises(lectern.EncodingError, match=r"U\+D83D") as caught:
        call("第一行\n字\ud83d字")
    error = caught.value
    assert (error.line, error.column, error.offset) == (2, 2, 13)


def test_lone_surrogate_in_a_marker_is_refused():
    with pytest.raises(lectern.EncodingError):
        lectern.Numbering("一\udc00")


@pytest.mark.parametrize("value", [None, 3, ["一、"], object()])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(TypeError):
        lectern.parse(value)
    with pytest.raises(TypeError):
        lectern.from_xml(value)


def test_path_and_text_are_not_mixed_up(tmp_path):
    with pytest.raises(TypeError, match="read"):
        lectern.parse(tmp_path)
    with pytest.raises(TypeError, match="encoding"):
        lectern.parse("一", encoding="GB18030")


def test_nul_in_a_name_is_refused():
    with pytest.raises(ValueError, match="null"):
        lectern.parse("一", language="zh\0Hans")
    with pytest.raises(ValueError, match="null"):
        lectern.from_xml(XML)["section[1]\0"]


def test_missing_file(tmp_path):
    path = tmp_path / "没有.txt"
    with pytest.raises(FileNotFoundError) as caught:
        lectern.read(path)
    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == os.fspath(path)


def test_directory_is_no_file(tmp_path):
    with pytest.raises(IsADirectoryError):
        lectern.read(tmp_path)


def test_file_that_cannot_be_written(tmp_path, speech):
    with pytest.raises(OSError):
        speech.save(tmp_path / "no" / "where.xml")


def test_failed_save_leaves_the_old_file(tmp_path, speech):
    path = tmp_path / "a.txt"
    path.write_text("旧稿", encoding="utf-8")
    with pytest.raises(lectern.EncodingError):
        speech.save(path, encoding="ISO-8859-1")
    assert path.read_text(encoding="utf-8") == "旧稿"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_error_in_a_file_names_it(tmp_path):
    path = tmp_path / "坏.xml"
    path.write_text(HEAD + "<p>", encoding="utf-8")
    with pytest.raises(lectern.XMLError) as caught:
        lectern.read(path)
    assert caught.value.name.endswith("坏.xml")
    assert caught.value.line == 1


def test_errors_can_be_pickled():
    with pytest.raises(lectern.Error) as caught:
        lectern.from_xml(HEAD + "<p>")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is type(caught.value)
    assert str(again) == str(caught.value)
    assert vars(again) == vars(caught.value)
