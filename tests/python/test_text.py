# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reading a speech from its text."""

import pathlib

import lectern
import pytest

GOLDEN = sorted((pathlib.Path(__file__).parent.parent / "golden").glob("*.txt"))

TEXT = """在全市供水保障会上的讲话
（2024年7月1日）
同志们：
今天的会议很重要。下面，我讲两点意见。
一、摸清底数
去年检修了XX处管网。一是老旧管道多。要分批更换；二是备用泵少。
二、压实责任
（一）分片包干。每个片区都要有人管。
（二）限期整改。
谢谢大家！
"""


def test_structure():
    speech = lectern.parse(TEXT)
    assert speech.text == TEXT
    assert speech.title == "在全市供水保障会上的讲话"
    assert speech.date == "2024年7月1日"
    assert speech.salutation == "同志们："
    assert speech.language == "zh-Hans"
    assert [(s.marker, s.heading) for s in speech.sections] == [
        ("一、", "摸清底数"),
        ("二、", "压实责任"),
    ]
    assert [p.lead for p in speech.sections[0].points] == [
        "老旧管道多。",
        "备用泵少。",
    ]
    (mask,) = speech.placeholders
    assert (mask.text, mask.get("kind")) == ("XX", "count")
    assert mask.line == 6
    assert mask.column == 6
    assert speech.nodes("thanks")[0].text == "谢谢大家！"


def test_structure_survives_xml():
    speech = lectern.parse(TEXT)
    assert lectern.from_xml(speech.xml).xml == speech.xml


ODD = {
    "empty": "",
    "nul": "\0",
    "nul in headings": "一、上\0下\n二、左右\0\n",
    "blank": " \u3000\n\r\n\r",
    "controls": "a\0b\ufffe\x0b𠮷",
    "no line end": "没有换行的一句话",
    "markers only": "一是" * 500,
    "every line end": "一\n二\r\n三\r四",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_comes_back(text):
    speech = lectern.parse(text)
    assert speech.text == text
    assert bytes(speech) == text.encode()
    assert lectern.from_xml(speech.xml).text == text
    assert "".join(what for event, what in speech.walk() if event == "text") == text


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_text_too(kind):
    assert lectern.parse(kind(TEXT.encode())).text == TEXT


@pytest.mark.parametrize("encoding", ["GB18030", "UTF-16LE", "UTF-16BE", "Big5"])
def test_bytes_in_an_encoding(encoding):
    text = "一、小品\n"
    data = text.encode(encoding)
    speech = lectern.parse(data, encoding=encoding)
    assert speech.text == text
    assert speech.encode() == data
    assert speech.encoding.lower().replace("-", "") == encoding.lower().replace("-", "")


def test_byte_order_mark_is_kept_aside():
    data = b"\xef\xbb\xbf" + TEXT.encode()
    speech = lectern.parse(data)
    assert speech.bom
    assert speech.text == TEXT
    assert speech.encode() == data


def test_gb18030_is_guessed_with_a_note():
    speech = lectern.parse(TEXT.encode("gb18030"))
    assert speech.text == TEXT
    assert speech.encode() == TEXT.encode("gb18030")
    assert len(speech.notes) == 1


def test_language_can_be_said():
    assert lectern.parse("…", language="ja").language == "ja"
    assert lectern.parse("First, we plan. Second, we act.").language == "en"


def test_positions_with_astral_characters():
    speech = lectern.parse(TEXT.replace("去年检修", "𠮷日𠮷时又𠮷检修"))
    (mask,) = speech.placeholders
    before = speech.text[: speech.text.index("XX")]
    line = before.rpartition("\n")[2]
    assert mask.column == len(line) + 1
    assert mask.column_utf16 == len(line) + 3 + 1
    assert mask.span.start == len(before.encode())


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_files_are_read_byte_for_byte(path):
    speech = lectern.read(path)
    assert bytes(speech) == path.read_bytes()
    assert lectern.read(str(path)) == lectern.read(str(path).encode()) == speech


def test_xml_files_are_told_from_text(tmp_path):
    speech = lectern.parse(TEXT)
    for name in ("a.txt", "a.xml"):
        speech.save(tmp_path / name)
        assert lectern.read(tmp_path / name).xml == speech.xml


def test_text_that_looks_like_xml_stays_text():
    text = '<speech xmlns="urn:lectern:speech:1"/>'
    assert lectern.parse(text).text == text
