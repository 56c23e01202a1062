# SPDX-License-Identifier: LGPL-2.1-or-later
"""Edits."""

import lectern
import pytest


def test_edits_replace_and_apply():
    old = "讲三点意见"
    edits = lectern.Edits(len(old.encode()))
    edits.replace(3, 6, "两")
    assert edits.apply(old) == "讲两点意见"
    assert edits.apply(old.encode()) == "讲两点意见".encode()
    assert edits.replacements == [lectern.Replacement(lectern.Span(3, 6), "两")]
    assert list(edits) == edits.replacements
    assert (edits.old_length, edits.new_length) == (15, 15)
    assert edits.map(6) == 6
    assert edits and not lectern.Edits(15)


def test_edits_keep_nul():
    edits = lectern.Edits(2)
    edits.replace(0, 1, "甲\0乙")
    assert edits.apply("ab") == "甲\0乙b"


def test_edits_move():
    edits = lectern.Edits(4)
    edits.move(0, 1, 4)
    assert edits.apply("abcd") == "bcda"
    assert edits.moves == [lectern.Move(lectern.Span(0, 1), 4)]


def test_edits_from_a_difference():
    old, new = "先修路，再架桥。", "先修渠，再架桥，后植树。"
    edits = lectern.Edits.diff(old, new)
    assert edits.apply(old) == new
    pieces = [
        old.encode()[slice(*piece.span)].decode() if piece.text is None else piece.text
        for piece in edits.pieces
    ]
    assert "".join(pieces) == new


def test_edits_compose():
    first = lectern.Edits.diff("甲乙丙", "甲丙")
    second = lectern.Edits.diff("甲丙", "甲丙丁")
    assert first.then(second).apply("甲乙丙") == "甲丙丁"


def test_edits_that_do_not_fit_are_refused():
    edits = lectern.Edits(15)
    edits.replace(3, 6, "两")
    with pytest.raises(lectern.EditError):
        edits.replace(4, 9, "x")
    with pytest.raises(lectern.EditError):
        edits.replace(12, 99, "x")
    with pytest.raises(lectern.EditError):
        edits.apply("太短")


def test_edits_that_were_handed_out_do_not_change():
    edits = lectern.Edits.diff("甲乙", "甲丙")
    with pytest.raises(lectern.EditError):
        edits.replace(0, 3, "丁")
    assert edits.apply("甲乙") == "甲丙"


def test_edits_delete():
    edits = lectern.Edits(6)
    edits.replace(0, 3, "")
    assert edits.apply("甲乙") == "乙"
    assert edits.pieces == [lectern.Piece(lectern.Span(3, 6), None)]


def test_edits_do_not_cut_a_character():
    edits = lectern.Edits(6)
    edits.replace(1, 3, "x")
    with pytest.raises(lectern.EditError):
        edits.apply("甲乙")
