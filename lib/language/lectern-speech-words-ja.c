/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-speech-words-private.h"

LecternSpeechWords _lectern_speech_words_ja = {
  .language = "ja",
  .address_heads.list
  = "皆さん|皆様|みなさん|議員各位|各位|国民の皆様|国民の皆さん|親愛なる|尊敬する",
  .address_tails.list = "皆さん|皆様|みなさん|各位|諸君|閣下|議長",
  .title_tails.list = "演説|挨拶|講演|スピーチ|所信表明|式辞|祝辞",
  .thanks.list = "ありがとうございました|ありがとうございます|御清聴|ご清聴",
  .outline_heads.list = "【目次】|【要旨】",
  .byline_words.list = "内閣総理大臣|大臣|議長|君",
  .boilerplate.list = "http://|https://|www.|著作権|転載",
  .notes.list = "注：|出典|（注",
  .notes_inside.list = "『|出典",
};
