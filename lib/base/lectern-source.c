/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"
#include "base/lectern-error-private.h"
#include "base/lectern-limits-private.h"
#include "base/lectern-utf8-private.h"

#include <string.h>

/**
 * LecternSource:
 *
 * A text, and the way between its places: byte offsets, lines and columns, UTF-16 offsets.
 *
 * The text is UTF-8 and may hold NUL and any other character. Lines end with LF, CRLF or CR and
 * nothing else. What is needed to find places is made when first asked for; a source may be used by
 * several threads at once.
 */

/* How far a search goes on byte by byte: between two bytes that are so far apart the numbers of
 * characters are noted. */
#define STEP 1024

typedef struct
{
  guint32 n;
  guint32 starts[]; /* where each line starts */
} Lines;

/* What stands before the first character that starts at or after byte k × STEP. */
typedef struct
{
  guint32 characters;
  guint32 wide; /* characters that are two units of UTF-16 */
} Count;

struct _LecternSource
{
  gatomicrefcount references;
  GBytes *bytes;
  const char *text;
  gsize length;
  Lines *lines;
  Count *counts;
};

G_DEFINE_BOXED_TYPE (LecternSource, lectern_source, lectern_source_ref, lectern_source_unref)

LecternSource *
_lectern_source_new_checked (GBytes *text)
{
  LecternSource *source = g_new0 (LecternSource, 1);

  g_atomic_ref_count_init (&source->references);
  source->text = g_bytes_get_data (text, &source->length);
  if (source->text != NULL)
    source->bytes = g_bytes_ref (text);
  else
    { /* nobody below has to think of a null pointer, to which C lets nothing be added */
      source->text = "";
      source->bytes = g_bytes_new_static (source->text, 0);
    }
  return source;
}

static void
set_encoding_error (GError **error, GBytes *text, gsize bad_offset)
{
  g_autoptr (GBytes) good = g_bytes_new_from_bytes (text, 0, bad_offset);
  g_autoptr (LecternSource) source = _lectern_source_new_checked (good);
  LecternPosition position;

  lectern_source_get_position (source, bad_offset, &position);
  _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, &position,
                      "the text is not UTF-8 at byte %" G_GSIZE_FORMAT, bad_offset);
}

/**
 * lectern_source_new:
 * @text: a text in UTF-8, without byte order mark
 * @error: return location for an error
 *
 * Makes a source of a text, which is not copied.
 *
 * Fails with `LECTERN_ERROR_ENCODING` where the text is not UTF-8 (the error knows the position)
 * and with `LECTERN_ERROR_LIMIT` where it is longer than 4294967294 bytes.
 *
 * Returns: (transfer full) (nullable): the source
 */
LecternSource *
lectern_source_new (GBytes *text, GError **error)
{
  gsize length;
  gsize bad_offset = 0;
  const char *data;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (text, &length);
  if (length > LECTERN_MAX_TEXT_BYTES)
    {
      _lectern_set_error (error, LECTERN_ERROR_LIMIT, NULL, NULL,
                          "the text is longer than %" G_GSIZE_FORMAT " bytes",
                          LECTERN_MAX_TEXT_BYTES);
      return NULL;
    }
  if (!_lectern_utf8_check (data, length, &bad_offset))
    {
      set_encoding_error (error, text, bad_offset);
      return NULL;
    }
  return _lectern_source_new_checked (text);
}

/**
 * lectern_source_ref:
 * @source: a source
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @source
 */
LecternSource *
lectern_source_ref (LecternSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  g_atomic_ref_count_inc (&source->references);
  return source;
}

/**
 * lectern_source_unref:
 * @source: (transfer full): a source
 *
 * Drops a reference.
 */
void
lectern_source_unref (LecternSource *source)
{
  g_return_if_fail (source != NULL);

  if (!g_atomic_ref_count_dec (&source->references))
    return;
  g_bytes_unref (source->bytes);
  g_free (source->lines);
  g_free (source->counts);
  g_free (source);
}

/**
 * lectern_source_get_bytes:
 * @source: a source
 *
 * Gets the text.
 *
 * Returns: (transfer none): the text
 */
GBytes *
lectern_source_get_bytes (LecternSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->bytes;
}

const char *
_lectern_source_get_text (LecternSource *source, gsize *length)
{
  if (length != NULL)
    *length = source->length;
  return source->text;
}

gboolean
_lectern_source_is_boundary (LecternSource *source, gsize offset)
{
  return offset == source->length
         || (offset < source->length && ((guint8)source->text[offset] & 0xc0) != 0x80);
}

/* The start of the next line at or after `at`, or G_MAXSIZE. */
static gsize
next_line (const char *text, gsize length, gsize at)
{
  for (; at < length; at++)
    if (G_UNLIKELY (text[at] == '\n'))
      return at + 1;
    else if (G_UNLIKELY (text[at] == '\r'))
      return at + 1 < length && text[at + 1] == '\n' ? at + 2 : at + 1;
  return G_MAXSIZE;
}

static Lines *
make_lines (LecternSource *source)
{
  gsize capacity = MAX (16, source->length / 128);
  gsize n = 1;
  gsize at = 0;
  Lines *lines = g_malloc (sizeof (Lines) + capacity * sizeof (guint32));

  lines->starts[0] = 0;
  while ((at = next_line (source->text, source->length, at)) != G_MAXSIZE)
    {
      if (n == capacity)
        {
          capacity *= 2;
          lines = g_realloc (lines, sizeof (Lines) + capacity * sizeof (guint32));
        }
      lines->starts[n++] = (guint32)at;
    }
  lines->n = (guint32)n;
  return g_realloc (lines, sizeof (Lines) + n * sizeof (guint32));
}

static const Lines *
get_lines (LecternSource *source)
{
  Lines *lines = g_atomic_pointer_get (&source->lines);

  if (G_LIKELY (lines != NULL))
    return lines;
  lines = make_lines (source);
  if (!g_atomic_pointer_compare_and_exchange (&source->lines, NULL, lines))
    {
      g_free (lines);
      lines = g_atomic_pointer_get (&source->lines);
    }
  return lines;
}

/* Adds what starts in [start, end) to `count`. Eight bytes at a time: the top bits of the bytes of
 * a word that are no continuation, and of those that are 0xf0 or more. */
static void
count_between (const char *text, gsize start, gsize end, Count *count)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;
  gsize at = start;

  for (; end - at >= sizeof word; at += sizeof word)
    {
      guint64 continuation;
      guint64 wide;

      memcpy (&word, text + at, sizeof word);
      continuation = word >> 7 & ~(word >> 6) & ones;
      wide = word >> 7 & word >> 6 & word >> 5 & word >> 4 & ones;
      count->characters += 8 - (guint32)(continuation * ones >> 56);
      count->wide += (guint32)(wide * ones >> 56);
    }
  for (; at < end; at++)
    {
      count->characters += ((guint8)text[at] & 0xc0) != 0x80;
      count->wide += (guint8)text[at] >= 0xf0;
    }
}

static Count *
make_counts (LecternSource *source)
{
  gsize n = source->length / STEP + 1;
  Count *counts = g_new (Count, n);

  counts[0] = (Count){ 0, 0 };
  for (gsize k = 1; k < n; k++)
    {
      counts[k] = counts[k - 1];
      count_between (source->text, (k - 1) * STEP, k * STEP, &counts[k]);
    }
  return counts;
}

static const Count *
get_counts (LecternSource *source)
{
  Count *counts = g_atomic_pointer_get (&source->counts);

  if (G_LIKELY (counts != NULL))
    return counts;
  counts = make_counts (source);
  if (!g_atomic_pointer_compare_and_exchange (&source->counts, NULL, counts))
    {
      g_free (counts);
      counts = g_atomic_pointer_get (&source->counts);
    }
  return counts;
}

/* What starts before `offset`. */
static Count
count_before (LecternSource *source, gsize offset)
{
  Count count = get_counts (source)[offset / STEP];

  count_between (source->text, offset / STEP * STEP, offset, &count);
  return count;
}

/* What starts in [start, end): near things without the table. */
static Count
count_in (LecternSource *source, gsize start, gsize end)
{
  Count count = { 0, 0 };
  Count before;

  if (end - start <= STEP)
    {
      count_between (source->text, start, end, &count);
      return count;
    }
  before = count_before (source, start);
  count = count_before (source, end);
  return (Count){ count.characters - before.characters, count.wide - before.wide };
}

static gsize
clamp_offset (LecternSource *source, gsize offset)
{
  if (offset >= source->length)
    return source->length;
  while (((guint8)source->text[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

/* The number of the line (from 0) that holds `offset`. */
static gsize
find_line (const Lines *lines, gsize offset)
{
  gsize low = 0;
  gsize high = lines->n;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (lines->starts[middle] <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Where the text of a line (from 0) ends: before its line end. */
static gsize
line_end (LecternSource *source, const Lines *lines, gsize line)
{
  gsize end = line + 1 < lines->n ? lines->starts[line + 1] : source->length;

  if (line + 1 == lines->n)
    return end;
  end--;
  if (source->text[end] == '\n' && end > lines->starts[line] && source->text[end - 1] == '\r')
    end--;
  return end;
}

/**
 * lectern_source_get_n_lines:
 * @source: a source
 *
 * Counts the lines. There is one more than there are line ends, so the last one is empty where the
 * text ends with a line end.
 *
 * Returns: the number of lines, at least 1
 */
guint
lectern_source_get_n_lines (LecternSource *source)
{
  g_return_val_if_fail (source != NULL, 0);

  return get_lines (source)->n;
}

/**
 * lectern_source_get_line:
 * @source: a source
 * @line: a line from 1
 * @span: (out caller-allocates): where to put the span of the line, in bytes, without its line end
 *
 * Finds a line. Takes constant time.
 *
 * Returns: whether there is such a line
 */
gboolean
lectern_source_get_line (LecternSource *source, guint line, LecternSpan *span)
{
  const Lines *lines;

  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  lines = get_lines (source);
  *span = (LecternSpan){ 0, 0 };
  if (line == 0 || line > lines->n)
    return FALSE;
  span->start = lines->starts[line - 1];
  span->end = line_end (source, lines, line - 1);
  return TRUE;
}

/**
 * lectern_source_get_position:
 * @source: a source
 * @offset: an offset in bytes; beyond the text it is taken for the end, and within a character for
 *   the start of the character
 * @position: (out caller-allocates): where to put the position
 *
 * Finds line and columns of a place. Takes logarithmic time, however long the line is.
 */
void
lectern_source_get_position (LecternSource *source, gsize offset, LecternPosition *position)
{
  const Lines *lines;
  gsize line;
  Count count;

  g_return_if_fail (source != NULL);
  g_return_if_fail (position != NULL);

  offset = clamp_offset (source, offset);
  lines = get_lines (source);
  line = find_line (lines, offset);
  count = count_in (source, lines->starts[line], offset);
  position->offset = offset;
  position->line = (guint)line + 1;
  position->column = count.characters + 1;
  position->column_utf16 = count.characters + count.wide + 1;
}

/* The unit that characters are counted in, as the value of a count. */
static gsize
value_of (const Count *count, gboolean utf16)
{
  return utf16 ? (gsize)count->characters + count->wide : count->characters;
}

/* The offset of the character before which there are `wanted` units; the start of the character
 * that the unit is the second half of. */
static gsize
find_unit (LecternSource *source, gsize wanted, gboolean utf16)
{
  const Count *counts = get_counts (source);
  gsize low = 0;
  gsize high = source->length / STEP + 1;
  gsize at;
  gsize value;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (value_of (&counts[middle], utf16) <= wanted)
        low = middle;
      else
        high = middle;
    }
  value = value_of (&counts[low], utf16);
  for (at = low * STEP; at < source->length; at++)
    {
      guint8 byte = (guint8)source->text[at];

      if ((byte & 0xc0) == 0x80)
        continue;
      value += utf16 && byte >= 0xf0 ? 2 : 1;
      if (value > wanted)
        break;
    }
  return at;
}

/**
 * lectern_source_get_offset:
 * @source: a source
 * @line: a line from 1; beyond the text it is taken for the last
 * @column: a column in characters from 1; beyond the line it is taken for the end of the line
 *
 * Finds the place at a line and column: the reverse of [method@Lectern.Source.get_position].
 *
 * Returns: the offset in bytes
 */
gsize
lectern_source_get_offset (LecternSource *source, guint line, guint column)
{
  const Lines *lines;
  gsize start;
  gsize end;

  g_return_val_if_fail (source != NULL, 0);

  lines = get_lines (source);
  line = CLAMP (line, 1, lines->n);
  column = MAX (column, 1);
  start = lines->starts[line - 1];
  end = line_end (source, lines, line - 1);
  if (column - 1 >= count_in (source, start, end).characters)
    return end;
  return find_unit (source, (gsize)count_before (source, start).characters + column - 1, FALSE);
}

/**
 * lectern_source_offset_to_utf16:
 * @source: a source
 * @offset: an offset in bytes; beyond the text it is taken for the end, and within a character for
 *   the start of the character
 *
 * Converts an offset to UTF-16 code units, as JavaScript, Word, WPS and LibreOffice count.
 *
 * Returns: the number of code units before @offset
 */
gsize
lectern_source_offset_to_utf16 (LecternSource *source, gsize offset)
{
  Count count;

  g_return_val_if_fail (source != NULL, 0);

  count = count_before (source, clamp_offset (source, offset));
  return value_of (&count, TRUE);
}

/**
 * lectern_source_utf16_to_offset:
 * @source: a source
 * @utf16_offset: an offset in UTF-16 code units; beyond the text it is taken for the end, and
 *   between the halves of a surrogate pair for the start of the character
 *
 * Converts an offset from UTF-16 code units.
 *
 * Returns: the offset in bytes
 */
gsize
lectern_source_utf16_to_offset (LecternSource *source, gsize utf16_offset)
{
  g_return_val_if_fail (source != NULL, 0);

  return find_unit (source, utf16_offset, TRUE);
}
