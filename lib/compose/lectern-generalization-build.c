/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* memrchr */
#include "compose/lectern-generalization-private.h"

#include "language/lectern-numerals-private.h"

#include <string.h>

/* From what speeches share to a template: what stands between two runs becomes a field. */

/* What stands between two runs, in each document. */
typedef struct
{
  LecternSpan *spans;
  gboolean lines; /* whole lines in every document, or nothing */
  gboolean empty; /* nothing in some */
  gsize eol;      /* of lines: the bytes of the line end that all have, 0 where they differ */
} Gap;

static void
free_field (gpointer data)
{
  LecternGeneralField *field = data;

  g_free (field->key);
  g_free (field->name);
  g_ptr_array_unref (field->values);
  g_free (field);
}

void
_lectern_general_free (LecternGeneral *general)
{
  g_string_free (general->text, TRUE);
  g_ptr_array_unref (general->fields);
  g_hash_table_unref (general->by_key);
  g_hash_table_unref (general->names);
  g_hash_table_unref (general->counts);
  g_array_unref (general->places);
  g_array_unref (general->shared);
  g_free (general);
}

/* --- fields ---------------------------------------------------------------------------------- */

static GBytes *
slice (const LecternGeneral *general, guint document, const LecternSpan *span)
{
  GBytes *bytes = lectern_source_get_bytes (
      lectern_document_get_source (general->documents->pdata[document]));

  return g_bytes_new_from_bytes (bytes, span->start, span->end - span->start);
}

/* 3, 三, 3.5 */
static gboolean
is_figure (const char *text, gsize length)
{
  guint value;
  gsize at = 0;

  while (at < length && (g_ascii_isdigit (text[at]) || (at > 0 && strchr (".,", text[at]) != NULL)))
    at++;
  return length > 0 && text[0] != '\0'
         && (at == length || _lectern_numeral_parse (text, length, &value, NULL) == length);
}

static gboolean
are_figures (const LecternGeneral *general, const LecternSpan *spans)
{
  for (guint d = 0; d < general->documents->len; d++)
    {
      gsize length;
      const char *text = _lectern_general_text (general, d, &length);

      if (!is_figure (text + spans[d].start, spans[d].end - spans[d].start))
        return FALSE;
    }
  return TRUE;
}

/* Two places are one field where they are called the same and every speech has the same there. */
static char *
make_key (const LecternGeneral *general, const char *name, const LecternSpan *spans)
{
  GString *key = g_string_new (name);

  for (guint d = 0; d < general->documents->len; d++)
    {
      gsize length;
      const char *text = _lectern_general_text (general, d, &length);

      g_string_append_printf (key, "\n%" G_GSIZE_FORMAT ":", spans[d].end - spans[d].start);
      for (gsize i = spans[d].start; i < spans[d].end; i++)
        g_string_append_c (key, text[i] != '\0' ? text[i] : '\1');
    }
  return g_string_free (key, FALSE);
}

static char *
make_unique (LecternGeneral *general, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (general->counts, name));
  char *unique = NULL;

  do
    {
      g_free (unique);
      unique = ++n == 1 ? g_strdup (name) : g_strdup_printf ("%s%u", name, n);
    }
  while (g_hash_table_contains (general->names, unique)
         || g_hash_table_contains (general->style->taken, unique));
  g_hash_table_insert (general->counts, g_strdup (name), GUINT_TO_POINTER (n));
  return unique;
}

/* The number of the field of these values, which is added where it is new. */
static guint
add_field (LecternGeneral *general, const LecternSpan *spans, gboolean line)
{
  g_autofree char *base = NULL, *key = NULL;
  const char *kind = LECTERN_PLACEHOLDER_TEXT;
  gpointer number;
  LecternGeneralField *field;
  guint model = 0;

  while (model + 1 < general->documents->len && spans[model].start == spans[model].end)
    model++;
  base = _lectern_general_dup_name (general->documents->pdata[model], &spans[model],
                                    are_figures (general, spans), line, &kind);
  key = make_key (general, base, spans);
  if (g_hash_table_lookup_extended (general->by_key, key, NULL, &number))
    return GPOINTER_TO_UINT (number);
  field = g_new0 (LecternGeneralField, 1);
  field->name = make_unique (general, base);
  field->kind = kind;
  field->values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  for (guint d = 0; d < general->documents->len; d++)
    {
      g_ptr_array_add (field->values, slice (general, d, &spans[d]));
      field->optional |= spans[d].start == spans[d].end;
    }
  if (field->optional)
    field->kind = LECTERN_PLACEHOLDER_TEXT;
  else if (g_hash_table_contains (general->style->plain, key))
    field->kind = g_hash_table_lookup (general->style->plain, key);
  field->key = g_steal_pointer (&key);
  g_hash_table_insert (general->by_key, field->key, GUINT_TO_POINTER (general->fields->len));
  g_ptr_array_add (general->fields, field);
  g_hash_table_insert (general->names, field->name, GUINT_TO_POINTER (general->fields->len));
  return general->fields->len - 1;
}

/* --- writing --------------------------------------------------------------------------------- */

static const LecternGeneralField *
append_place (LecternGeneral *general, const LecternSpan *spans, gboolean line, gboolean optional)
{
  LecternGeneralPlace place = { .origin = spans[0], .line = line };
  const LecternGeneralField *field;

  place.field = add_field (general, spans, line);
  field = general->fields->pdata[place.field];
  place.span.start = general->text->len;
  g_string_append_printf (general->text, "{{%s:%s%s}}", field->name, field->kind,
                          optional ? "|" : "");
  place.span.end = general->text->len;
  g_array_append_val (general->places, place);
  return field;
}

/* The line end that all these lines have, in bytes; 0 where they differ or one has none. */
static gsize
find_eol (const LecternGeneral *general, const LecternSpan *spans)
{
  gsize eol = 0;

  for (guint d = 0; d < general->documents->len; d++)
    {
      gsize length, mine;
      const char *text = _lectern_general_text (general, d, &length);

      if (spans[d].start == spans[d].end)
        continue;
      if (text[spans[d].end - 1] != '\n')
        return 0;
      mine = spans[d].end - spans[d].start > 1 && text[spans[d].end - 2] == '\r' ? 2 : 1;
      if (eol != 0 && mine != eol)
        return 0;
      eol = mine;
    }
  return eol;
}

static guint
count_lines (const LecternGeneral *general, guint document, const LecternSpan *span)
{
  gsize length;
  const char *text = _lectern_general_text (general, document, &length);
  guint n = 0;

  for (gsize at = span->start; at < span->end; at++)
    n += text[at] == '\n';
  return n;
}

/* Lines that only some speeches have. */
static void
append_condition (LecternGeneral *general, const Gap *gap, const LecternSpan *bare)
{
  const char *eol = gap->eol == 2 ? "\r\n" : "\n";
  guint number = add_field (general, bare, TRUE);
  const LecternGeneralField *field = general->fields->pdata[number];

  g_string_append_printf (general->text, "{{#if %s exists}}%s", field->name, eol);
  append_place (general, bare, TRUE, FALSE);
  g_string_append_printf (general->text, "%s{{/if}}%s", eol, eol);
}

/* Lines that are parted where every speech has as many of them. */
static void
append_lines (LecternGeneral *general, const Gap *gap)
{
  guint n = general->documents->len, n_lines = count_lines (general, 0, &gap->spans[0]);
  g_autofree LecternSpan *bare = g_new (LecternSpan, n);
  gboolean parted = TRUE;

  for (guint d = 1; d < n; d++)
    parted &= count_lines (general, d, &gap->spans[d]) == n_lines;
  memcpy (bare, gap->spans, n * sizeof *bare);
  for (guint line = 0; line < (parted ? n_lines : 1); line++)
    {
      for (guint d = 0; d < n; d++)
        {
          gsize length;
          const char *text = _lectern_general_text (general, d, &length);

          if (line > 0)
            bare[d].start = bare[d].end + gap->eol;
          if (parted)
            bare[d].end
                = (gsize)((const char *)memchr (text + bare[d].start, '\n', length - bare[d].start)
                          - text)
                  + 1;
          else
            bare[d].end = gap->spans[d].end;
          if (bare[d].end > bare[d].start)
            bare[d].end -= gap->eol;
        }
      if (gap->empty)
        append_condition (general, gap, bare);
      else
        {
          append_place (general, bare, TRUE, FALSE);
          g_string_append (general->text, gap->eol == 2 ? "\r\n" : "\n");
        }
    }
}

/* A line that is empty in every speech needs no field, and one that is empty in some would be
 * missing there. */
static gboolean
may_be_lines (const LecternGeneral *general, const Gap *gap)
{
  if (!gap->lines || gap->eol == 0 || (gap->empty && !general->style->conditions))
    return FALSE;
  for (guint d = 0; d < general->documents->len; d++)
    {
      gsize length;
      const char *text = _lectern_general_text (general, d, &length);
      const char *end = text + gap->spans[d].end, *next;

      for (const char *p = text + gap->spans[d].start; p < end; p = next + 1)
        {
          next = memchr (p, '\n', (gsize)(end - p));
          if ((gsize)(next + 1 - p) <= gap->eol
              || (gap->eol == 2) != (next > p && next[-1] == '\r'))
            return FALSE;
        }
    }
  return TRUE;
}

/* What all have. */
static void
append_shared (LecternGeneral *general, gsize origin, gsize length)
{
  gsize all;
  const char *text = _lectern_general_text (general, 0, &all);
  LecternGeneralText shared = { general->text->len, origin, length };

  g_string_append_len (general->text, text + origin, (gssize)length);
  g_array_append_val (general->shared, shared);
}

static gboolean
is_line_start (const char *text, gsize at)
{
  return at == 0 || text[at - 1] == '\n';
}

/* Finds out what a gap of these spans is. FALSE where nothing stands in it. */
static gboolean
measure (const LecternGeneral *general, Gap *gap)
{
  gboolean any = FALSE;

  gap->lines = TRUE;
  gap->empty = FALSE;
  for (guint d = 0; d < general->documents->len; d++)
    {
      gsize length;
      const char *text = _lectern_general_text (general, d, &length);
      const LecternSpan *span = &gap->spans[d];

      any |= span->start < span->end;
      gap->empty |= span->start == span->end;
      gap->lines &= is_line_start (text, span->start) && is_line_start (text, span->end);
    }
  gap->eol = gap->lines ? find_eol (general, gap->spans) : 0;
  return any;
}

static void
append_whole (LecternGeneral *general, Gap *gap)
{
  if (!measure (general, gap))
    return;
  if (may_be_lines (general, gap))
    append_lines (general, gap);
  else
    append_place (general, gap->spans, FALSE, gap->empty);
}

/* The first or last line end in a span, or NULL. */
static const char *
find_line_end (const LecternGeneral *general, guint document, const LecternSpan *span,
               gboolean last)
{
  gsize length;
  const char *text = _lectern_general_text (general, document, &length);

  return last ? memrchr (text + span->start, '\n', span->end - span->start)
              : memchr (text + span->start, '\n', span->end - span->start);
}

/* Where every speech goes to the end of its line first, that is a field of its own, and the line
 * end is what all have. */
static void
append_head (LecternGeneral *general, Gap *gap)
{
  guint n = general->documents->len;
  g_autofree LecternSpan *heads = g_new (LecternSpan, n);
  Gap head = { .spans = heads };
  gsize eol = 0;
  gboolean starts = TRUE;

  for (guint d = 0; d < n; d++)
    {
      gsize length, mine;
      const char *text = _lectern_general_text (general, d, &length);
      const char *end = find_line_end (general, d, &gap->spans[d], FALSE);

      if (end == NULL)
        return;
      starts &= is_line_start (text, gap->spans[d].start);
      mine = end > text + gap->spans[d].start && end[-1] == '\r' ? 2 : 1;
      if (eol != 0 && eol != mine)
        return;
      eol = mine;
      heads[d] = (LecternSpan){ gap->spans[d].start, (gsize)(end + 1 - text) - eol };
    }
  if (starts)
    return;
  append_whole (general, &head);
  append_shared (general, heads[0].end, eol);
  for (guint d = 0; d < n; d++)
    gap->spans[d].start = heads[d].end + eol;
}

/* Whole lines that end within the gap, and then what begins the line that goes on behind it. */
static void
append_gap (LecternGeneral *general, Gap *gap)
{
  guint n = general->documents->len;
  g_autofree LecternSpan *lines = g_new (LecternSpan, n);
  Gap whole = { .spans = lines };
  gboolean starts = TRUE;

  append_head (general, gap);
  for (guint d = 0; d < n; d++)
    {
      gsize length;
      const char *text = _lectern_general_text (general, d, &length);
      const char *end = find_line_end (general, d, &gap->spans[d], TRUE);

      starts &= is_line_start (text, gap->spans[d].start);
      lines[d].start = lines[d].end = gap->spans[d].start;
      if (end != NULL)
        lines[d].end = (gsize)(end + 1 - text);
    }
  if (starts)
    {
      append_whole (general, &whole);
      for (guint d = 0; d < n; d++)
        gap->spans[d].start = lines[d].end;
    }
  append_whole (general, gap);
}

/* What stands before the run of this number, or after the last one. FALSE where nothing does. */
static gboolean
find_gap (const LecternGeneral *general, guint number, Gap *gap)
{
  guint n = general->documents->len, n_runs = _lectern_shared_count (general->runs);
  const gsize *before = number > 0 ? _lectern_shared_get (general->runs, number - 1) : NULL;
  const gsize *after = number < n_runs ? _lectern_shared_get (general->runs, number) : NULL;

  for (guint d = 0; d < n; d++)
    {
      gsize length;

      _lectern_general_text (general, d, &length);
      gap->spans[d].start = before != NULL ? before[d] + before[n] : 0;
      gap->spans[d].end = after != NULL ? after[d] : length;
    }
  return measure (general, gap);
}

static void
append_run (LecternGeneral *general, guint number)
{
  const gsize *run = _lectern_shared_get (general->runs, number);

  append_shared (general, run[0], run[general->documents->len]);
}

LecternGeneral *
_lectern_general_new (GPtrArray *documents, LecternShared *runs, const LecternGeneralStyle *style)
{
  LecternGeneral *general = g_new0 (LecternGeneral, 1);
  g_autofree LecternSpan *spans = g_new (LecternSpan, documents->len);
  guint n_runs = _lectern_shared_count (runs);
  Gap gap = { .spans = spans };

  general->documents = documents;
  general->runs = runs;
  general->style = style;
  general->text = g_string_new (NULL);
  general->fields = g_ptr_array_new_with_free_func (free_field);
  general->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  general->names = g_hash_table_new (g_str_hash, g_str_equal);
  general->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  general->places = g_array_new (FALSE, FALSE, sizeof (LecternGeneralPlace));
  general->shared = g_array_new (FALSE, FALSE, sizeof (LecternGeneralText));
  for (guint i = 0; i <= n_runs; i++)
    {
      if (find_gap (general, i, &gap))
        append_gap (general, &gap);
      if (i < n_runs)
        append_run (general, i);
    }
  return general;
}

LecternValues *
_lectern_general_new_values (const LecternGeneral *general, guint document)
{
  LecternValues *values = lectern_values_new (NULL);

  for (guint i = 0; i < general->fields->len; i++)
    {
      const LecternGeneralField *field = general->fields->pdata[i];
      gsize length;
      const char *text = g_bytes_get_data (field->values->pdata[document], &length);
      g_autoptr (LecternValue) value = NULL;

      if (length == 0)
        continue;
      value = lectern_value_new_text (text, (gssize)length);
      lectern_values_set (values, field->name, value);
    }
  return values;
}
