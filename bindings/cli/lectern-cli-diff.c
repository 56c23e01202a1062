/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-report.h"

#include <string.h>

#define CONTEXT 3

#define RED     "\033[31m"
#define GREEN   "\033[32m"
#define CYAN    "\033[36m"
#define BOLD    "\033[1m"
#define REVERSE "\033[7m"
#define FORWARD "\033[27m"
#define NORMAL  "\033[0m"

/* A text, and where its lines begin; the last entry is where the text ends. */
typedef struct
{
  const char *data;
  gsize length;
  GArray *starts;  /* of gsize */
  GArray *changed; /* of LecternSpan, in order */
  guint shown;     /* the first of `changed` that was not passed yet */
} Side;

/* Lines that are replaced by others. */
typedef struct
{
  guint old_start, old_end;
  guint new_start, new_end;
} Region;

typedef struct
{
  GString *out;
  Side sides[2];
  gboolean color;
} Diff;

static void
side_init (Side *side, GBytes *bytes)
{
  gsize start = 0;

  side->data = g_bytes_get_data (bytes, &side->length);
  side->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  side->changed = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  side->shown = 0;
  while (start < side->length)
    {
      const char *end = memchr (side->data + start, '\n', side->length - start);

      g_array_append_val (side->starts, start);
      start = end != NULL ? (gsize)(end - side->data) + 1 : side->length;
    }
  g_array_append_val (side->starts, side->length);
}

static void
side_clear (Side *side)
{
  g_array_unref (side->starts);
  g_array_unref (side->changed);
}

static guint
count_lines (const Side *side)
{
  return side->starts->len - 1;
}

static gsize
start_of (const Side *side, guint line)
{
  return g_array_index (side->starts, gsize, line);
}

/* The line in which a place lies; the end of the text lies after the last line if that was ended.
 */
static guint
find_line (const Side *side, gsize offset)
{
  guint low = 0, high = count_lines (side);

  if (offset == side->length && offset > 0 && side->data[offset - 1] != '\n')
    return high - 1;
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (start_of (side, middle) <= offset)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* --- regions -------------------------------------------------------------------------------- */

static gboolean
ends_line (const Side *side, gsize offset)
{
  return offset == 0 || side->data[offset - 1] == '\n';
}

/* The lines that hold a replacement: whole lines on both sides. */
static Region
find_region (const Side *sides, const LecternSpan *old_span, const LecternSpan *new_span)
{
  const Side *before = &sides[0], *after = &sides[1];
  Region region = { find_line (before, old_span->start), find_line (before, old_span->end),
                    find_line (after, new_span->start), find_line (after, new_span->end) };

  if (!ends_line (before, old_span->end) || !ends_line (after, new_span->end))
    {
      region.old_end = MIN (region.old_end + 1, count_lines (before));
      region.new_end = MIN (region.new_end + 1, count_lines (after));
    }
  return region;
}

static GArray *
list_regions (LecternEdits *edits, Side *sides)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (Region));
  guint n = lectern_edits_get_n_replacements (edits);
  gsize grown = 0; /* by how much the new text is ahead, modulo 2⁶⁴ */

  for (guint i = 0; i < n; i++)
    {
      LecternSpan old_span, new_span;
      GBytes *text = lectern_edits_get_replacement (edits, i, &old_span);
      Region region, *last;

      new_span.start = old_span.start + grown;
      new_span.end = new_span.start + g_bytes_get_size (text);
      grown = new_span.end - old_span.end;
      g_array_append_val (sides[0].changed, old_span);
      g_array_append_val (sides[1].changed, new_span);
      region = find_region (sides, &old_span, &new_span);
      last = regions->len > 0 ? &g_array_index (regions, Region, regions->len - 1) : NULL;
      if (last != NULL && (region.old_start < last->old_end || region.new_start < last->new_end))
        {
          last->old_end = MAX (last->old_end, region.old_end);
          last->new_end = MAX (last->new_end, region.new_end);
        }
      else
        g_array_append_val (regions, region);
    }
  return regions;
}

/* --- lines ---------------------------------------------------------------------------------- */

/* A stretch of a line, what was changed in it in reverse. */
static void
append_marked (Diff *diff, Side *side, gsize start, gsize end)
{
  while (start < end)
    {
      LecternSpan *span = side->shown < side->changed->len
                              ? &g_array_index (side->changed, LecternSpan, side->shown)
                              : NULL;
      gsize from = span != NULL ? CLAMP (span->start, start, end) : end;
      gsize to = span != NULL ? CLAMP (span->end, from, end) : end;

      g_string_append_len (diff->out, side->data + start, (gssize)(from - start));
      if (from < to)
        {
          g_string_append (diff->out, REVERSE);
          g_string_append_len (diff->out, side->data + from, (gssize)(to - from));
          g_string_append (diff->out, FORWARD);
        }
      if (span != NULL && span->end <= end)
        side->shown++;
      start = to;
    }
}

static void
append_line (Diff *diff, Side *side, guint line, char sign)
{
  static const char *const colors[] = { ['-'] = RED, ['+'] = GREEN, [' '] = "" };
  gsize start = start_of (side, line), end = start_of (side, line + 1);
  gboolean ended = side->data[end - 1] == '\n';
  gboolean color = diff->color && sign != ' ';

  g_string_append_printf (diff->out, "%s%c", color ? colors[(int)sign] : "", sign);
  if (color)
    append_marked (diff, side, start, end - (ended ? 1 : 0));
  else
    g_string_append_len (diff->out, side->data + start, (gssize)(end - start - (ended ? 1 : 0)));
  g_string_append_printf (diff->out, "%s\n", color ? NORMAL : "");
  if (!ended)
    g_string_append (diff->out, "\\ No newline at end of file\n");
}

static void
append_range (GString *out, char sign, guint start, guint n)
{
  g_string_append_printf (out, " %c%u", sign, n > 0 ? start + 1 : start);
  if (n != 1)
    g_string_append_printf (out, ",%u", n);
}

/* Regions that are so near each other that what stands around them touches. */
static void
append_hunk (Diff *diff, const Region *regions, guint n)
{
  Side *before = &diff->sides[0], *after = &diff->sides[1];
  const Region *last = &regions[n - 1];
  guint context = MIN (regions[0].old_start, CONTEXT);
  guint line = regions[0].old_start - context;
  guint end = MIN (last->old_end + CONTEXT, count_lines (before));

  g_string_append_printf (diff->out, "%s@@", diff->color ? CYAN : "");
  append_range (diff->out, '-', line, end - line);
  append_range (diff->out, '+', regions[0].new_start - context,
                last->new_end - regions[0].new_start + context + end - last->old_end);
  g_string_append_printf (diff->out, " @@%s\n", diff->color ? NORMAL : "");
  for (guint i = 0; i < n; i++)
    {
      for (; line < regions[i].old_start; line++)
        append_line (diff, before, line, ' ');
      for (; line < regions[i].old_end; line++)
        append_line (diff, before, line, '-');
      for (guint j = regions[i].new_start; j < regions[i].new_end; j++)
        append_line (diff, after, j, '+');
    }
  for (; line < end; line++)
    append_line (diff, before, line, ' ');
}

void
lectern_cli_append_diff (GString *out, const char *path, GBytes *before, GBytes *after,
                         LecternEdits *edits, gboolean color)
{
  Diff diff = { .out = out, .color = color };
  g_autoptr (GArray) regions = NULL;
  guint n;

  side_init (&diff.sides[0], before);
  side_init (&diff.sides[1], after);
  regions = list_regions (edits, diff.sides);
  if (regions->len > 0)
    g_string_append_printf (out, "%s--- %s\n+++ %s%s\n", color ? BOLD : "", path, path,
                            color ? NORMAL : "");
  for (guint i = 0; i < regions->len; i += n)
    {
      const Region *first = &g_array_index (regions, Region, i);

      n = 1;
      while (i + n < regions->len && first[n].old_start - first[n - 1].old_end <= 2 * CONTEXT)
        n++;
      append_hunk (&diff, first, n);
    }
  side_clear (&diff.sides[0]);
  side_clear (&diff.sides[1]);
}
