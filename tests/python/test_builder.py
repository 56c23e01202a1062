# SPDX-License-Identifier: LGPL-2.1-or-later
"""Composing a speech."""

import lectern
import pytest


def compose():
    with lectern.Builder("zh-Hans") as b:
        b.title("在全县河道治理推进会上的讲话")
        b.salutation("同志们：")
        with b.opening():
            b.paragraph("今天的会议只有一个主题：把河管好。")
        with b.section("认清形势，增强信心"):
            with b.series("一是"):
                b.point("水质变化明显。")
                with b.point():
                    with b.paragraph():
                        b.placeholder("断面", "count", "X")
                        b.text("个断面达标。")
        with b.section("狠抓落实，务求实效"):
            with b.section("抓好清淤"):
                b.paragraph("汛期之前完成。")
        b.thanks("谢谢大家！")
    return b.document


def test_composed_speech_has_markers_and_lines():
    text = compose().text
    assert text.startswith("在全县河道治理推进会上的讲话\n同志们：\n")
    assert "\n一、认清形势，增强信心\n一是水质变化明显。\n二是X个断面达标。\n" in text
    assert "\n二、狠抓落实，务求实效\n（一）抓好清淤" in text
    assert text.endswith("\n谢谢大家！\n")


def test_composed_speech_has_structure():
    speech = compose()
    assert speech.title == "在全县河道治理推进会上的讲话"
    assert speech.salutation == "同志们："
    assert [s.heading for s in speech.sections] == [
        "认清形势，增强信心",
        "狠抓落实，务求实效",
    ]
    first, second = speech.sections[0].points
    assert (first.marker, first.lead) == ("一是", "水质变化明显。")
    assert (second.marker, second.lead) == ("二是", None)
    (mask,) = speech.placeholders
    assert (mask.text, mask.get("kind"), mask.get("name")) == ("X", "count", "断面")
    assert [s.level for s in speech.all_sections] == [1, 1, 2]


def test_composed_speech_goes_through_xml():
    speech = compose()
    again = lectern.from_xml(speech.xml)
    assert again.text == speech.text
    assert again.to_dict() == speech.to_dict()


def test_announcement_is_linked_to_its_series():
    with lectern.Builder("zh-Hans") as b:
        with b.paragraph():
            b.text("要抓好")
            announcement = b.announcement("两件事", count="2")
            b.text("：")
            with b.series("一是") as series:
                with b.point():
                    b.text("修堤；")
                with b.point():
                    b.text("植树。")
            b.link(announcement, series)
    speech = b.document
    assert speech.text == "要抓好两件事：一是修堤；二是植树。\n"
    (node,) = speech.announcements
    assert node.targets == speech.series
    assert node.get("count") == "2"
    assert speech.series[0].id == "r1"


def test_section_announced_before_it_is_begun():
    with lectern.Builder("zh-Hans") as b:
        with b.paragraph():
            b.text("讲")
            announcement = b.announcement("一点意见", count="1")
            b.text("。")
        with b.section("抓紧开工") as section:
            b.paragraph("各标段同时进场。")
        b.link(announcement, section)
    assert b.document.announcements[0].targets == b.document.sections


def test_verbatim_builder_adds_nothing():
    with lectern.Builder("zh-Hans", verbatim=True) as b:
        with b.begin("p"):
            b.text("一行字")
        b.text("\r\n")
    assert b.document.text == "一行字\r\n"


def test_properties_and_confidence():
    with lectern.Builder("zh-Hans") as b:
        with b.section("分工", xml_id="who"):
            b.set_confidence(0.5)
            b.paragraph("各司其职。")
    node = b.document.lookup_id("who")
    assert node.properties["xml:id"] == "who"
    assert min(n.confidence for n in b.document) == 0.5


def test_nul_is_kept_in_every_text():
    with lectern.Builder("zh-Hans") as b:
        b.title("防汛\0工作会")
        with b.section("前一半\0后一半"):
            b.paragraph("上\0下")
            with b.series("一要"):
                b.point("快\0些。", "再\0快些。")
        b.thanks("谢谢\0！")
    text = b.document.text
    for part in (
        "防汛\0工作会\n",
        "一、前一半\0后一半\n",
        "上\0下\n",
        "一要快\0些。再\0快些。\n",
        "谢谢\0！\n",
    ):
        assert part in text
    assert b.document.texts("lead") == ["快\0些。"]
    assert "\0" in b.document.to_dict()["children"][0]["children"][0]["text"]
    assert lectern.from_xml(b.document.xml).text == text


def test_lone_surrogate_is_refused():
    with pytest.raises(lectern.EncodingError, match="U\\+DC00"):
        with lectern.Builder("zh-Hans") as b:
            b.title("标\udc00题")


def test_wrong_nesting_is_said_at_the_end():
    with pytest.raises(lectern.StructureError, match="point"):
        with lectern.Builder("zh-Hans") as b:
            with b.begin("point"):
                b.text("一个没有序列的要点")


def test_what_is_left_open_is_said_at_the_end():
    with pytest.raises(lectern.StructureError):
        with lectern.Builder("zh-Hans") as b:
            b.section("没有结束的一节")


def test_finished_builder_takes_no_more():
    with lectern.Builder() as b:
        b.paragraph("一句话。")
    assert b.finish() is b.document
    with pytest.raises(RuntimeError, match="is finished"):
        b.paragraph("再一句。")
    failed = lectern.Builder("zh-Hans")
    failed.begin("point")
    with pytest.raises(lectern.StructureError):
        failed.finish()
    with pytest.raises(RuntimeError, match="is finished"):
        failed.finish()


def test_placeholder_without_mask_is_a_declared_field():
    with lectern.Builder() as b:
        with b.paragraph():
            b.text("欢迎")
            b.placeholder("来宾", "person")
            b.text("。")
    (field,) = b.document.placeholders
    assert (field.text, field.get("form")) == ("{{来宾}}", "declared")


def test_numbering_of_sections_and_numbers_can_be_given():
    with lectern.Builder() as b:
        with b.section("开头", numbering=lectern.Numbering("第一，")):
            pass
        with b.section("结尾", numbering="第一，", number=3):
            pass
    assert [s.marker for s in b.document.sections] == ["第一，", "第三，"]
    assert [s.number for s in b.document.sections] == [1, 3]


def test_exception_in_the_block_comes_through():
    with pytest.raises(ZeroDivisionError):
        with lectern.Builder("zh-Hans") as b:
            with b.section("一节"):
                1 / 0
    with pytest.raises(RuntimeError, match="not finished"):
        b.document


def test_copied_nodes_keep_their_structure():
    speech = compose()
    with lectern.Builder("zh-Hans") as b:
        b.title("摘要")
        b.copy(speech.sections[0])
    copied = b.document
    assert copied.sections[0].text == speech.sections[0].text
    assert [p.lead for p in copied.all_points] == ["水质变化明显。", None]


def test_edits_lead_from_the_old_text_to_the_new_one():
    speech = compose()
    with lectern.Builder("zh-Hans") as b:
        for node in speech.root.children:
            if node.kind != "thanks":
                b.copy(node)
        b.thanks("我就讲到这里，谢谢！")
    edits = b.document.edits_from(speech)
    assert edits.apply(speech.text) == b.document.text
    assert b.document.find_counterpart(speech.sections[1]) == b.document.sections[1]
