/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-private.h"

#include "language/lectern-language-private.h"
#include "model/lectern-document-private.h"
#include "read/lectern-text-announcements-private.h"
#include "read/lectern-text-reader-private.h"

LecternDocument *
_lectern_text_read (LecternSource *source, LecternReadOptions *options, const char *encoding,
                    gboolean bom, GCancellable *cancellable, GError **error)
{
  LecternTextReader r = { 0 };
  g_autoptr (LecternBuilder) builder = NULL;
  const char *language = options != NULL ? lectern_read_options_get_language (options) : NULL;
  LecternDocument *document;
  gsize length;

  r.text = g_bytes_get_data (lectern_source_get_bytes (source), &length);
  r.length = length;
  r.whole = r.text;
  _lectern_reader_cut_directives (&r);
  if (language == NULL)
    language = _lectern_language_detect (r.text, r.length);
  r.words = _lectern_speech_words_lookup (language);
  r.announcing = _lectern_announcing_lookup (language);
  builder = _lectern_builder_new_for_source (source, language);
  _lectern_builder_set_origin (builder, encoding, bom, options);
  _lectern_scan_init (&r.scan, r.text, r.length);
  r.marks = g_array_new (FALSE, FALSE, sizeof (LecternMark));
  r.series = g_array_new (FALSE, FALSE, sizeof (LecternSeriesPlan));
  r.announcements = g_array_new (FALSE, FALSE, sizeof (LecternPhrase));
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      _lectern_reader_make_blocks (&r);
      _lectern_reader_find_frame (&r);
      _lectern_reader_find_marks (&r);
      _lectern_reader_find_headings (&r);
      _lectern_reader_set_segments (&r);
      _lectern_reader_accept_marks (&r);
      _lectern_reader_find_parallels (&r);
      _lectern_reader_find_closing (&r);
      _lectern_reader_join_series (&r);
      _lectern_reader_find_opening (&r);
      _lectern_reader_find_announcements (&r);
      _lectern_reader_emit (&r, builder);
    }
  g_array_unref (r.marks);
  g_array_unref (r.series);
  g_array_unref (r.announcements);
  g_clear_pointer (&r.cuts, g_array_unref);
  g_free (r.rest);
  g_free (r.blocks);
  _lectern_scan_clear (&r.scan);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  document = lectern_builder_finish (builder, error);
  if (document != NULL)
    document->format = LECTERN_FORMAT_TEXT;
  return document;
}
