/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-reading-private.h"

#include "base/lectern-utf8-private.h"
#include "language/lectern-readings-private.h"

#include <string.h>

/**
 * LecternReading:
 *
 * How a stretch of a text is read aloud, where it is read otherwise than it is written: `2025` of
 * `2025年` is 二〇二五, `70%` is 百分之七十, `XX` is 某某. What has no reading is read as it
 * stands.
 *
 * A reading is what `sub` of SSML calls an alias. Only Chinese has tables for figures and signs; in
 * other languages only masks have a reading. A reading never changes.
 */
struct _LecternReading
{
  gatomicrefcount references;
  LecternSpan span;
  const char *kind;
  char *text;
};

G_DEFINE_BOXED_TYPE (LecternReading, lectern_reading, lectern_reading_ref, lectern_reading_unref)

/**
 * LECTERN_READING_DATE:
 *
 * A date in figures: `2025-03-12` is 二〇二五年三月十二日.
 */

/**
 * LECTERN_READING_DIGITS:
 *
 * Digits read one after the other: telephone numbers, codes, `3·15`, versions.
 */

/**
 * LECTERN_READING_FRACTION:
 *
 * `1/3` is 三分之一.
 */

/**
 * LECTERN_READING_MASK:
 *
 * A place left open: 某, 某某, or the name of a field.
 */

/**
 * LECTERN_READING_NUMBER:
 *
 * A number: `1,234` is 一千二百三十四, `2` before what it counts 两.
 */

/**
 * LECTERN_READING_PERCENT:
 *
 * Per cent or per mille: `12.5%` is 百分之十二点五.
 */

/**
 * LECTERN_READING_SILENT:
 *
 * A note that is not read at all: （掌声）. The reading is the empty text.
 */

/**
 * LECTERN_READING_SYMBOL:
 *
 * A sign or a unit: `℃` is 摄氏度, `～` between two figures 至.
 */

/**
 * LECTERN_READING_TIME:
 *
 * A time of day: `15:30` is 十五点三十分.
 */

/**
 * LECTERN_READING_YEAR:
 *
 * A year, digit by digit: `2025` of `2025年` is 二〇二五.
 */

LecternReading *
_lectern_reading_new (const LecternReadingPiece *piece)
{
  LecternReading *reading = g_new (LecternReading, 1);

  g_atomic_ref_count_init (&reading->references);
  reading->span = (LecternSpan){ piece->start, piece->end };
  reading->kind = piece->kind;
  reading->text = g_strndup (piece->reading, piece->length);
  return reading;
}

/**
 * lectern_reading_list:
 * @text: (array length=length) (element-type guint8): a text in UTF-8
 * @length: its length in bytes, or -1 where it ends with NUL
 * @language: (nullable): its language as a BCP 47 tag; `zh-Hans` if it is %NULL
 *
 * Lists how a text is read, in its order. Spans count bytes of @text and do not overlap. Masks are
 * not looked for: [method@Lectern.Node.list_readings] knows those of a document.
 *
 * Takes linear time.
 *
 * Returns: (transfer container) (element-type LecternReading) (nullable): the readings, %NULL where
 *   @text is not UTF-8
 */
GPtrArray *
lectern_reading_list (const char *text, gssize length, const char *language)
{
  GPtrArray *readings;
  LecternReadingPiece piece = { 0 };
  LecternReader reader;
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize)length;
  if (!_lectern_utf8_check (text, size, NULL))
    return NULL;
  readings = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_reading_unref);
  _lectern_reader_init (&reader, text, size, language != NULL ? language : "zh-Hans", NULL, 0);
  while (_lectern_reader_next (&reader, piece.end, size, &piece))
    g_ptr_array_add (readings, _lectern_reading_new (&piece));
  _lectern_reader_clear (&reader);
  return readings;
}

/**
 * lectern_reading_dup_spoken:
 * @text: (array length=length) (element-type guint8): a text in UTF-8
 * @length: its length in bytes, or -1 where it ends with NUL
 * @language: (nullable): its language as a BCP 47 tag; `zh-Hans` if it is %NULL
 *
 * Writes a text as it is read: with the readings of [func@Lectern.Reading.list] in their places.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, %NULL where
 *   @text is not
 */
GBytes *
lectern_reading_dup_spoken (const char *text, gssize length, const char *language)
{
  GString *out;
  LecternReadingPiece piece = { 0 };
  LecternReader reader;
  gsize size, at = 0;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize)length;
  if (!_lectern_utf8_check (text, size, NULL))
    return NULL;
  out = g_string_sized_new (size);
  _lectern_reader_init (&reader, text, size, language != NULL ? language : "zh-Hans", NULL, 0);
  while (_lectern_reader_next (&reader, at, size, &piece))
    {
      g_string_append_len (out, text + at, (gssize)(piece.start - at));
      g_string_append_len (out, piece.reading, (gssize)piece.length);
      at = piece.end;
    }
  g_string_append_len (out, text + at, (gssize)(size - at));
  _lectern_reader_clear (&reader);
  return g_string_free_to_bytes (out);
}

/**
 * lectern_reading_ref:
 * @reading: a reading
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @reading
 */
LecternReading *
lectern_reading_ref (LecternReading *reading)
{
  g_return_val_if_fail (reading != NULL, NULL);

  g_atomic_ref_count_inc (&reading->references);
  return reading;
}

/**
 * lectern_reading_unref:
 * @reading: (transfer full): a reading
 *
 * Drops a reference.
 */
void
lectern_reading_unref (LecternReading *reading)
{
  g_return_if_fail (reading != NULL);

  if (!g_atomic_ref_count_dec (&reading->references))
    return;
  g_free (reading->text);
  g_free (reading);
}

/**
 * lectern_reading_get_kind:
 * @reading: a reading
 *
 * Gets what is read: `LECTERN_READING_YEAR` and its like. More may be added.
 *
 * Returns: (transfer none): the kind
 */
const char *
lectern_reading_get_kind (LecternReading *reading)
{
  g_return_val_if_fail (reading != NULL, NULL);

  return reading->kind;
}

/**
 * lectern_reading_get_text:
 * @reading: a reading
 *
 * Gets what is said.
 *
 * Returns: (transfer none): the text, empty where nothing is said
 */
const char *
lectern_reading_get_text (LecternReading *reading)
{
  g_return_val_if_fail (reading != NULL, NULL);

  return reading->text;
}

/**
 * lectern_reading_get_span:
 * @reading: a reading
 * @span: (out caller-allocates): where to put the span
 *
 * Gets which bytes of the text are read so.
 */
void
lectern_reading_get_span (LecternReading *reading, LecternSpan *span)
{
  g_return_if_fail (reading != NULL);
  g_return_if_fail (span != NULL);

  *span = reading->span;
}
