# SPDX-License-Identifier: LGPL-2.1-or-later
"""Documents read from XML: every property."""

import copy
import json
import pathlib
import pickle
import re
import subprocess
import sys

import lectern
import pytest
from conftest import DATA, TEXT, XML

GOLDEN = sorted((pathlib.Path(__file__).parent.parent / "golden").glob("*.xml"))


def test_text_is_the_xml_without_its_tags(speech):
    assert speech.text == str(speech) == TEXT
    assert bytes(speech) == DATA


def test_xml_comes_back(speech):
    assert re.sub("<[^>]*>", "", speech.xml) == TEXT
    assert lectern.from_xml(speech.xml).xml == speech.xml


def test_facts(speech):
    assert speech.title == "在全市图书馆工作会上的讲话"
    assert speech.date == "2024年5月6日"
    assert speech.speaker is None
    assert speech.place is None
    assert speech.language == "zh-Hans"
    assert speech.salutation == "各位馆长："
    assert speech.bom is False
    assert speech.notes == []
    assert speech.outline is None


def test_title_with_nul_is_not_cut():
    xml = XML.replace("图书馆工作会", '图书馆<char code="0"/>工作会')
    speech = lectern.from_xml(xml)
    assert speech.title == "在全市图书馆\ufffd工作会上的讲话"
    assert speech.texts("title") == ["在全市图书馆\0工作会上的讲话"]


def test_notes_tell_what_was_left_out():
    xml = XML.replace("谢谢", '<x:b xmlns:x="urn:other">谢谢</x:b>')
    speech = lectern.from_xml(xml)
    assert speech.text == TEXT
    assert len(speech.notes) == 1 and "<b>" in speech.notes[0]


def test_sections_are_those_of_the_first_level(speech):
    assert [(s.marker, s.heading) for s in speech.sections] == [
        ("一、", "看清家底，找准差距"),
        ("二、", "抓住重点，补齐短板"),
    ]
    assert [s.level for s in speech.all_sections] == [1, 1, 2]


def test_points_are_direct_and_all_points_deep(speech):
    first, second = speech.sections
    assert [p.lead for p in first.points] == ["读者多了。", "书更新了。"]
    assert second.points == []
    assert [p.marker for p in second.all_points] == ["一要", "二要"]
    assert speech.points == []
    assert [p.marker for p in speech.all_points] == ["一是", "二是", "一要", "二要"]
    (inner,) = second.sections
    assert inner.points == second.all_points


def test_points_within_points_are_not_direct():
    xml = (
        '<speech xmlns="urn:lectern:speech:1" xml:lang="zh-Hans" xml:space="preserve">'
        "<series><point><p><marker>一是</marker>先修路："
        "<series><point><marker>一要</marker>快；</point>"
        "<point><marker>二要</marker>好。</point></series></p>\n</point>"
        "<point><p><marker>二是</marker>再修桥。</p>\n</point></series></speech>"
    )
    speech = lectern.from_xml(xml)
    assert [p.marker for p in speech.points] == ["一是", "二是"]
    assert [p.marker for p in speech.points[0].points] == ["一要", "二要"]
    assert len(speech.all_points) == 4


def test_series_placeholders_and_announcements(speech):
    assert [str(s.numbering) for s in speech.series] == ["一是", "一要"]
    assert [p.text for p in speech.placeholders] == ["X", "XX"]
    (announcement,) = speech.announcements
    assert announcement.text == "两点意见"
    assert announcement.targets == speech.sections
    assert (announcement.count, announcement.delivered) == (2, 2)
    assert announcement.keyword is None


def test_announcements_of_a_text_are_found():
    speech = lectern.parse(
        "同志们：\n刚才，赵某、钱某、孙某3名同志发了言。下面，我讲几点意见。\n一、修渠\n"
        "要做到两个“到位”：一是人员到位；二是经费到位；三是设备到位。\n二、讲X点\n"
        "再提X点要求：一要快；二要稳。\n"
    )
    assert [
        (a.text, a.count, a.keyword, a.delivered) for a in speech.announcements
    ] == [
        ("赵某、钱某、孙某3名同志", 3, None, 3),
        ("几点意见", "indefinite", None, 2),
        ("两个“到位”", 2, "到位", 3),
        ("X点要求", "masked", None, 2),
    ]
    assert speech.announcements[0].targets == []
    assert speech.announcements[1].targets == speech.sections
    assert speech.root.count is None and speech.root.delivered == 0


def test_nodes_of_a_kind_in_one_call(speech):
    assert [n.text for n in speech.nodes("marker")] == [
        "一、",
        "一是",
        "二是",
        "二、",
        "（一）",
        "一要",
        "二要",
    ]
    assert speech.nodes(lectern.NodeKind.BOILERPLATE) == []


@pytest.mark.parametrize("kind", list(lectern.NodeKind))
def test_texts_of_a_kind_are_those_of_its_nodes(speech, kind):
    assert speech.texts(kind) == [node.text for node in speech.nodes(kind)]


def test_unknown_kind_is_refused(speech):
    with pytest.raises(ValueError, match="chapter"):
        speech.nodes("chapter")


def test_lookup(speech):
    point = speech.lookup("section[2]/section[1]/series[1]/point[2]")
    assert point.marker == "二要"
    assert speech["section[1]"] == speech.sections[0]
    assert speech.lookup("section[9]") is None
    with pytest.raises(KeyError):
        speech["section[9]"]


def test_lookup_by_id_and_offset(speech):
    assert speech.lookup_id("s2") == speech.sections[1]
    assert speech.lookup_id("s9") is None
    offset = DATA.index("读者多了".encode())
    assert speech.lookup_offset(offset).kind == "lead"


def test_to_dict_is_the_json_form(speech):
    tree = speech.to_dict()
    assert tree == json.loads(speech.json) == json.loads(speech.to_json(indented=True))
    assert (tree["kind"], tree["lang"], tree["end"]) == ("speech", "zh-Hans", len(DATA))
    section = next(node for node in tree["children"] if node.get("id") == "s2")
    assert (section["level"], section["ordinal"]) == (1, 2)
    assert json.loads(json.dumps(tree)) == tree


def test_dict_of_a_node_is_that_part_of_the_whole(speech):
    whole = [n for n in speech.to_dict()["children"] if n.get("kind") == "thanks"]
    part = speech.nodes("thanks")[0].to_dict()
    assert part["children"] == whole[0]["children"]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_trees_keep_text_and_structure(path):
    speech = lectern.read(path)
    assert bytes(speech) == path.with_suffix(".txt").read_bytes()
    assert speech.xml == path.read_bytes().decode().removesuffix("\n")
    assert pickle.loads(pickle.dumps(speech)).xml == speech.xml


def test_iteration_is_depth_first_and_complete(speech):
    nodes = list(speech)
    assert len(nodes) == len(speech)
    assert nodes[0] == speech.root
    entered = [node for event, node in speech.walk() if event == "enter"]
    assert nodes == entered
    starts = [node.span.start for node in nodes]
    assert starts == sorted(starts)


def test_walk_gives_the_whole_text(speech):
    events = list(speech.walk())
    assert "".join(what for event, what in events if event == "text") == TEXT
    depth = 0
    for event, _ in events:
        depth += {"enter": 1, "leave": -1, "text": 0}[event]
    assert depth == 0


def test_equality_is_that_of_the_text(speech):
    assert speech == lectern.from_xml(XML)
    assert hash(speech) == hash(lectern.from_xml(XML))
    assert speech != lectern.from_xml(XML.replace("谢谢大家", "谢谢各位"))
    assert speech != TEXT
    assert speech


def test_copies_are_the_document_itself(speech):
    assert copy.copy(speech) is speech
    assert copy.deepcopy([speech])[0] is speech


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_keeps_text_and_structure(speech, protocol):
    again = pickle.loads(pickle.dumps(speech, protocol))
    assert again == speech
    assert again.xml == speech.xml


def test_pickled_nodes_come_with_their_document(speech):
    node, root = speech.sections[1], speech.root
    again, top = pickle.loads(pickle.dumps((node, root)))
    assert (again.path, again.text) == (node.path, node.text)
    assert again.document is top.document
    assert top == again.document.root


def test_documents_travel_to_another_process(speech):
    code = (
        "import pickle, sys; speech, node = pickle.load(sys.stdin.buffer); "
        "sys.stdout.buffer.write(pickle.dumps((speech.xml, node.lead)))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        input=pickle.dumps((speech, speech.all_points[0])),
        stdout=subprocess.PIPE,
        check=True,
    )
    assert pickle.loads(done.stdout) == (speech.xml, "读者多了。")


def test_characters_and_paragraphs(speech):
    thanks = speech.nodes("thanks")[0]
    assert thanks.characters == 5
    assert thanks.paragraphs == 1
    assert speech.paragraphs == TEXT.count("\n")
    visible = len(re.sub(r"\s", "", TEXT))
    assert thanks.characters < speech.characters <= visible


def test_positions_go_both_ways(speech):
    offset = DATA.index("借阅量".encode())
    line = TEXT[: TEXT.index("借阅量")].count("\n") + 1
    position = speech.position(offset)
    assert (position.offset, position.line) == (offset, line)
    assert speech.offset(position.line, position.column) == offset
    assert speech.n_lines >= TEXT.count("\n")


def test_outline_names_headings_and_points(speech):
    outline = speech.to_outline()
    for part in ("一、看清家底，找准差距", "（一）延长开放时间", "一要人到岗"):
        assert part in outline
    assert len(speech.to_outline(indented=True).splitlines()) > 4


def test_inspect_gives_rows(speech):
    rows = speech.inspect()
    assert rows[0][2] == "title"
    headings = [row for row in rows if row[2] == "heading"]
    assert [row[4] for row in headings] == ["一、", "二、", "（一）"]
    masks = speech.inspect("placeholders")
    assert [row[2] for row in masks] == ["X", "XX"]


def test_text_can_be_laid_out_anew(speech):
    assert speech.to_text() == TEXT
    wide = speech.to_text(canonical=True, indent=True)
    assert "\u3000\u3000" in wide
    assert max(map(len, speech.to_text(canonical=True, columns=20).splitlines())) <= 20
    with pytest.raises(AttributeError):
        speech.to_text(punctuation="round")


def test_save_writes_text_xml_and_json(speech, tmp_path):
    for name, content in (
        ("a.txt", DATA),
        ("a.xml", speech.xml.encode()),
        ("a.json", speech.json.encode()),
    ):
        path = tmp_path / name
        speech.save(path)
        assert path.read_bytes() == content
    speech.save(tmp_path / "b.txt", format="xml")
    assert lectern.read(tmp_path / "b.txt").xml == speech.xml
    speech.save(str(tmp_path / "c.txt"), encoding="GB18030")
    assert (tmp_path / "c.txt").read_bytes().decode("gb18030") == TEXT
    with pytest.raises(ValueError, match="pdf"):
        speech.save(tmp_path / "d", format="pdf")
    with pytest.raises(ValueError, match="UTF-8"):
        speech.save(tmp_path / "d.xml", encoding="GB18030")
    assert not (tmp_path / "d").exists()


def test_encode(speech):
    assert speech.encode() == DATA
    assert speech.encode("GB18030").decode("gb18030") == TEXT
    with pytest.raises(lectern.EncodingError):
        speech.encode("ISO-8859-1")


def test_documents_and_nodes_are_not_made_by_hand():
    with pytest.raises(TypeError, match="parse"):
        lectern.Document()
    with pytest.raises(TypeError, match="document"):
        lectern.Node()


def test_repr_names_the_speech(speech):
    assert "图书馆" in repr(speech)
    assert "section[1]" in repr(speech.sections[0])
