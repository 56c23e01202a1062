/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-speech-words-private.h"

LecternSpeechWords _lectern_speech_words_ko = {
  .language = "ko",
  .address_heads.list
  = "존경하는|존경하고|친애하는|사랑하는|국민 여러분|동포 여러분|내외 귀빈|그리고",
  .address_tails.list = "여러분|귀하|각하|의장님|의원님|총리님|대통령님|귀빈",
  .title_tails.list = "연설|연설문|기념사|축사|담화|담화문|인사말|회견문|말씀|취임사|신년사",
  .thanks.list = "감사합니다|고맙습니다",
  .outline_heads.list = "【목차】|[목차]",
  .byline_words.list = "대통령|국무총리|장관",
  .boilerplate.list = "http://|https://|www.|저작권|무단",
  .notes.list = "출처|주:",
  .notes_inside.list = "『|《|「|출처",
};
