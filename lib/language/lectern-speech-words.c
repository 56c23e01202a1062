/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-speech-words-private.h"

static LecternSpeechWords *const languages[] = {
  &_lectern_speech_words_zh,
  &_lectern_speech_words_en,
  &_lectern_speech_words_ja,
  &_lectern_speech_words_ko,
};

static void
prepare (LecternSpeechWords *words)
{
  LecternWords *lists[] = {
    &words->address_heads, &words->address_honours, &words->address_tails, &words->no_address,
    &words->greetings,     &words->title_tails,     &words->thanks,        &words->outline_heads,
    &words->byline_words,  &words->byline_labels,   &words->bodies,        &words->boilerplate,
    &words->adverts,       &words->notes,           &words->notes_inside,  &words->appendices,
    &words->licences,      &words->template_words,  &words->leaving,       &words->parallel_openers,
    &words->cuts,          &words->wishes,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    _lectern_words_prepare (lists[i]);
}

const LecternSpeechWords *
_lectern_speech_words_lookup (const char *language)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        prepare (languages[i]);
      g_once_init_leave (&ready, 1);
    }
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (language, languages[i]->language, 2) == 0)
      return languages[i];
  return &_lectern_speech_words_zh;
}
