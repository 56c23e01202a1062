# SPDX-License-Identifier: LGPL-2.1-or-later
"""Nodes: every property, and how long they live."""

import copy
import gc
import threading
import weakref

import lectern
import pytest
from conftest import DATA, TEXT, XML


def test_spans_are_bytes_of_the_text(speech):
    for node in speech:
        start, end = node.span
        assert DATA[start:end] == bytes(node) == node.text.encode()


def test_positions_are_lines_and_columns(speech):
    for node in speech:
        before = DATA[: node.span.start].decode()
        line_start = before.rfind("\n") + 1
        assert node.position.offset == node.span.start
        assert node.line == before.count("\n") + 1
        assert node.column == len(before) - line_start + 1


def test_astral_characters_count_one_column_and_two_utf16_units():
    xml = XML.replace("今天的会", "𠮷日𠮷时的会")
    speech = lectern.from_xml(xml)
    (announcement,) = speech.announcements
    line = announcement.position
    before = speech.text[: speech.text.index("两点意见")].rpartition("\n")[2]
    assert line.column == announcement.column == len(before) + 1
    assert announcement.column_utf16 == len(before.encode("utf-16-le")) // 2 + 1
    assert announcement.column_utf16 == announcement.column + 2
    utf16 = speech.text.encode("utf-16-le")
    start, end = announcement.span_utf16
    assert utf16[2 * start : 2 * end].decode("utf-16-le") == "两点意见"
    assert speech.utf16_to_offset(start) == announcement.span.start


def test_section(speech):
    section = speech.sections[1]
    assert section.kind == "section"
    assert section.kind is lectern.NodeKind.SECTION
    assert f"{section.kind}" == "section"
    assert (section.level, section.ordinal, section.number, section.index) == (
        1,
        2,
        2,
        2,
    )
    assert (section.marker, section.heading) == ("二、", "抓住重点，补齐短板")
    assert section.lead is None
    assert section.id == "s2"
    assert section.numbering == lectern.Numbering("一、")
    assert section.path == "section[2]"
    assert section.text.startswith("二、抓住重点")
    assert section.confidence == 1.0


def test_point(speech):
    inline, _, block, _ = speech.all_points
    assert (inline.marker, inline.lead, inline.body) == (
        "一是",
        "读者多了。",
        "借阅量连年上升；",
    )
    assert (block.marker, block.lead, block.body) == (
        "一要",
        "人到岗。",
        "轮班表月初公布。",
    )
    assert block.starts_line and not inline.starts_line
    assert block.ends_line
    assert inline.heading is None
    assert [p.ordinal for p in speech.all_points] == [1, 2, 1, 2]


def test_parallel_points_have_no_marker():
    speech = lectern.from_xml(
        '<speech xmlns="urn:lectern:speech:1" xml:lang="zh-Hans" xml:space="preserve">'
        '<p><series key="要守"><point>要守规矩，</point><point>要守时间。</point></series></p>\n'
        "</speech>"
    )
    assert [p.marker for p in speech.all_points] == [None, None]
    assert [p.body for p in speech.all_points] == ["要守规矩，", "要守时间。"]
    assert [p.number for p in speech.all_points] == [0, 0]
    assert speech.series[0].numbering is None


def test_number_is_what_the_marker_says():
    speech = lectern.from_xml(
        '<speech xmlns="urn:lectern:speech:1" xml:lang="zh-Hans" xml:space="preserve">'
        '<series numbering="第一，"><point number="2"><p><marker>第二，</marker>抓整改。</p>\n'
        '</point><point number="3"><p><marker>第三，</marker>抓巩固。</p>\n'
        "</point></series></speech>"
    )
    assert [(p.ordinal, p.number) for p in speech.points] == [(1, 2), (2, 3)]


def test_properties(speech):
    person, count = speech.placeholders
    assert person.properties == {"kind": "person", "form": "redaction"}
    assert count.get("unit") == "家"
    assert person.get("unit") is None
    assert person.get("unit", "个") == "个"
    assert speech.nodes("thanks")[0].properties == {}


def test_neighbours(speech):
    first, second = speech.sections
    assert first.next == second
    assert second.previous == first
    assert first.parent == speech.root
    assert speech.root.parent is None
    assert speech.root.children[0].kind == "title"
    assert first.find("heading").text == "一、看清家底，找准差距"
    assert first.find("thanks") is None
    assert first.children[0] == first.find("heading")


def test_iteration_stays_within_the_node(speech):
    section = speech.sections[1]
    below = list(section)
    assert section not in below
    assert all(section.span.start <= node.span.start for node in below)
    assert all(node.span.end <= section.span.end for node in below)
    assert len(below) == sum(1 for event, _ in section.walk() if event == "enter") - 1


def test_same_node_is_equal_and_hashes_equal(speech):
    again = speech.lookup("section[1]")
    first = speech.sections[0]
    assert first is not again
    assert first == again and hash(first) == hash(again)
    assert first != speech.sections[1]
    assert len({*speech.sections, *speech.sections}) == 2
    assert first != "section"


def test_nodes_of_other_documents_differ(speech):
    other = lectern.from_xml(XML)
    assert speech.sections[0] != other.sections[0]


def test_copies_are_the_node_itself(speech):
    node = speech.sections[0]
    assert copy.copy(node) is node
    assert copy.deepcopy(node) is node


def test_node_keeps_its_document_alive():
    node = lectern.from_xml(XML).sections[1]
    for _ in range(3):
        gc.collect()
        lectern.from_xml(XML)
    assert node.heading == "抓住重点，补齐短板"
    assert node.document.text == TEXT
    assert node.parent.kind == "speech"


def test_document_goes_with_its_last_node():
    speech = lectern.from_xml(XML)
    raw = weakref.ref(speech._raw)
    nodes = list(speech)
    del speech
    gc.collect()
    assert raw() is not None
    del nodes
    gc.collect()
    assert raw() is None


def test_lists_neither_leak_nor_free_twice():
    for _ in range(5):
        speech = lectern.from_xml(XML)
        lists = [speech.nodes(kind) for kind in list(lectern.NodeKind) * 10]
        lists.append(speech.root.children)
        lists.append(speech.announcements[0].targets)
        raw = weakref.ref(speech._raw)
        del speech
        gc.collect()
        assert all(node.document.title for nodes in lists for node in nodes)
        del lists
        gc.collect()
        assert raw() is None


def test_many_threads_read_one_document(speech):
    expected = [
        (n.ordinal, n.index, n.line, n.column_utf16) for n in lectern.from_xml(XML)
    ]
    barrier = threading.Barrier(8)
    seen = []

    def read():
        barrier.wait()
        for _ in range(20):
            seen.append([(n.ordinal, n.index, n.line, n.column_utf16) for n in speech])

    threads = [threading.Thread(target=read, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 160
    assert all(rows == expected for rows in seen)


def test_other_threads_run_during_a_call():
    data = ("<p>" + "把每一件小事都办好。" * 40 + "</p>\n") * 6000
    xml = XML.replace("<thanks>", data + "<thanks>").encode()
    ticks = []
    done = threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(None)
            done.wait(0.0005)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        before = len(ticks)
        speech = lectern.from_xml(xml)
        during = len(ticks) - before
    finally:
        done.set()
        thread.join()
    assert len(speech) > 6000
    assert during > 2


@pytest.mark.parametrize("name", ["kind", "text", "level", "span", "properties"])
def test_nodes_cannot_be_changed(speech, name):
    with pytest.raises(AttributeError):
        setattr(speech.sections[0], name, "x")
