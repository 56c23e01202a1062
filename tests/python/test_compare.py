# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changed from one speech to another."""

import lectern
import pytest

OLD = "一、先清淤\n清淤要在6月底前完成。\n二、再衬砌\n石料备足，工匠到齐。\n各位抓紧动手，不能再等。\n谢谢大家！\n"
NEW = "一、先清淤\n清淤要在7月底前完成。\n二、再衬砌\n石料备足，工匠就位。\n三、后绿化\n渠边种柳。\n各位抓紧动手，不能再等。\n谢谢大家！\n"


def test_differences_have_kind_nodes_and_texts():
    old, new = lectern.parse(OLD), lectern.parse(NEW)
    value, reworded, added = old.compare(new)
    assert value.kind is lectern.DifferenceKind.VALUE
    assert (value.old_text, value.new_text) == ("6", "7")
    assert value.value_kind == "date"
    assert value.old_node == old["section[1]/p[1]"]
    assert value.new_node == new["section[1]/p[1]"]
    assert reworded.kind == "reworded" and 0 < reworded.similarity < 1
    (change,) = reworded.changes
    assert NEW.encode()[slice(*change.new_span)].decode() == "就位"
    assert added.old_node is None and added.new_node.kind == "section"
    assert added.old_text == "" and added.new_text == "三、后绿化\n渠边种柳。\n"
    assert "added" in repr(added)


def test_comparison_counts_and_draws():
    comparison = lectern.parse(OLD).compare(lectern.parse(NEW))
    assert len(comparison) == len(list(comparison)) == 3
    assert comparison.count("added") == 1 and comparison.count("moved") == 0
    assert 0 < comparison.similarity < 1
    page = comparison.to_html("旧<稿", "新稿", language="zh")
    assert "旧&lt;稿" in page and "<ins>就位</ins>" in page


def test_same_speeches_have_no_differences():
    speech = lectern.parse(OLD)
    comparison = speech.compare(speech)
    assert not comparison.differences and comparison.similarity == 1
    assert comparison


def test_only_speeches_are_compared():
    with pytest.raises(TypeError):
        lectern.parse(OLD).compare(NEW)
    with pytest.raises(TypeError):
        lectern.Comparison()
    with pytest.raises(TypeError):
        lectern.Difference()
