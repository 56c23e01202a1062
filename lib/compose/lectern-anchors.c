/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-anchors-private.h"

#include <string.h>

#define OPEN  "⟦"
#define CLOSE "⟧"

/* Characters on each side of a run, more where fewer are found twice. */
static const guint reaches[] = { 8, 16, 24 };

void
_lectern_anchor_free (LecternAnchor *anchor)
{
  if (anchor == NULL)
    return;
  g_free (anchor->text);
  g_free (anchor);
}

/* --- the view ------------------------------------------------------------------------------- */

/* The text as it was when nothing was filled: a slot that keeps its mask is found by it. */
typedef struct
{
  const LecternGaps *gaps;
  GString *text;
  LecternSpan *spans; /* of the gaps in it */
} View;

static void
view_init (View *view, const LecternGaps *gaps)
{
  gsize done = 0;

  view->gaps = gaps;
  view->text = g_string_sized_new (gaps->length);
  view->spans = g_new (LecternSpan, gaps->n_gaps);
  for (guint i = 0; i < gaps->n_gaps; i++)
    {
      const LecternGap *gap = &gaps->gaps[i];

      g_string_append_len (view->text, gaps->text + done, (gssize)(gap->span.start - done));
      view->spans[i].start = view->text->len;
      if (gap->filled && gap->mask != NULL)
        g_string_append (view->text, gap->mask);
      else
        g_string_append_len (view->text, gaps->text + gap->span.start,
                             (gssize)(gap->span.end - gap->span.start));
      view->spans[i].end = view->text->len;
      done = gap->span.end;
    }
  g_string_append_len (view->text, gaps->text + done, (gssize)(gaps->length - done));
}

static void
view_clear (View *view)
{
  g_string_free (view->text, TRUE);
  g_free (view->spans);
}

/* A context ends with its line, and before what would be taken for a mark of the anchor. */
static gboolean
ends_context (const char *p, const char *end)
{
  return p >= end || *p == '\0' || *p == '\n' || *p == '\r' || strncmp (p, OPEN, strlen (OPEN)) == 0
         || strncmp (p, CLOSE, strlen (CLOSE)) == 0;
}

static const char *
go_back (const char *start, const char *p, const char *end, guint n)
{
  for (; n > 0 && p > start && !ends_context (g_utf8_prev_char (p), end); n--)
    p = g_utf8_prev_char (p);
  return p;
}

static const char *
go_on (const char *p, const char *end, guint n)
{
  for (; n > 0 && !ends_context (p, end); n--)
    p = g_utf8_next_char (p);
  return p;
}

/* --- writing -------------------------------------------------------------------------------- */

static char *
write_anchor (const View *view, const LecternRun *run, guint reach)
{
  const char *text = view->text->str, *end = text + view->text->len;
  const LecternSpan *spans = view->spans + run->first;
  gsize at = (gsize)(go_back (text, text + spans[0].start, end, reach) - text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < run->n_gaps; i++)
    {
      g_string_append_len (out, text + at, (gssize)(spans[i].start - at));
      g_string_append (out, OPEN);
      g_string_append_len (out, text + spans[i].start, (gssize)(spans[i].end - spans[i].start));
      g_string_append (out, CLOSE);
      at = spans[i].end;
    }
  g_string_append_len (out, text + at, go_on (text + at, end, reach) - (text + at));
  return g_string_free (out, FALSE);
}

/* The runs that read the same with so many characters around them. */
static GHashTable *
group_runs (const View *view, guint reach)
{
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < view->gaps->n_runs; i++)
    {
      char *text = write_anchor (view, &view->gaps->runs[i], reach);
      GArray *runs = g_hash_table_lookup (groups, text);

      if (runs == NULL)
        {
          runs = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, text, runs);
        }
      else
        g_free (text);
      g_array_append_val (runs, i);
    }
  return groups;
}

static void
take_unique (GHashTable *groups, LecternAnchor **anchors, gboolean is_last)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const GArray *runs = value;

      for (guint i = 0; i < runs->len && (runs->len == 1 || is_last); i++)
        {
          LecternAnchor *anchor = anchors[g_array_index (runs, guint, i)];

          if (anchor->text != NULL)
            continue;
          anchor->text = g_strdup (key);
          anchor->ordinal = i + 1;
          anchor->n_equal = runs->len;
        }
    }
}

GPtrArray *
_lectern_anchors_new (const LecternGaps *gaps)
{
  GPtrArray *anchors = g_ptr_array_new_with_free_func ((GDestroyNotify)_lectern_anchor_free);
  View view;

  view_init (&view, gaps);
  for (guint i = 0; i < gaps->n_runs; i++)
    g_ptr_array_add (anchors, g_new0 (LecternAnchor, 1));
  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_autoptr (GHashTable) groups = group_runs (&view, reaches[i]);

      take_unique (groups, (LecternAnchor **)anchors->pdata, i + 1 == G_N_ELEMENTS (reaches));
    }
  view_clear (&view);
  return anchors;
}

/* --- reading -------------------------------------------------------------------------------- */

/* A slot of an anchor, or of the text, with what stands around it. */
typedef struct
{
  const char *start; /* of the context */
  const char *from;  /* of the mask */
  const char *to;
  const char *end; /* of the context */
  guint owner;     /* number of the anchor, or of the run */
} Slot;

gboolean
_lectern_anchor_is_valid (const char *text)
{
  guint n = 0;

  while ((text = strstr (text, OPEN)) != NULL)
    {
      const char *close = strstr (text += strlen (OPEN), CLOSE);
      const char *open = strstr (text, OPEN);

      if (close == NULL || close == text || (open != NULL && open < close))
        return FALSE;
      text = close + strlen (CLOSE);
      n++;
    }
  return n > 0;
}

/* The slots of an anchor, over its text without the brackets, which is returned. */
static char *
read_anchor (const char *text, guint owner, GArray *slots)
{
  GString *plain = g_string_new (NULL);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gsize));
  char *result;
  gsize length;

  while (*text != '\0')
    {
      const char *bracket = edges->len % 2 == 0 ? OPEN : CLOSE;
      const char *next = strstr (text, bracket);
      gsize edge;

      g_string_append_len (plain, text, next != NULL ? next - text : (gssize)strlen (text));
      if (next == NULL)
        break;
      edge = plain->len;
      g_array_append_val (edges, edge);
      text = next + strlen (bracket);
    }
  length = plain->len;
  result = g_string_free (plain, FALSE);
  for (guint i = 0; i + 1 < edges->len; i += 2)
    {
      Slot slot = { result, result + g_array_index (edges, gsize, i),
                    result + g_array_index (edges, gsize, i + 1), result + length, owner };

      g_array_append_val (slots, slot);
    }
  return result;
}

/* --- finding -------------------------------------------------------------------------------- */

typedef struct
{
  const LecternGaps *gaps;
  View view;
  GArray *places;  /* Slot of the text */
  guint *runs;     /* of the anchors */
  gboolean *taken; /* by run */
} Finder;

/* One after the other, from the surest: so many characters before, the mask or not, and after. */
static const struct
{
  guint before;
  gboolean mask;
  guint after;
} passes[] = {
  { 8, TRUE, 8 }, { 8, TRUE, 2 }, { 2, TRUE, 8 }, { 4, FALSE, 4 }, { 4, TRUE, 2 }, { 2, TRUE, 4 },
  { 0, TRUE, 6 }, { 6, TRUE, 0 }, { 1, TRUE, 3 }, { 3, TRUE, 1 },  { 2, TRUE, 2 },
};

#define EDGE '\n' /* the end of a line is a context too */

static char *
make_key (const Slot *slot, guint pass)
{
  const char *start = go_back (slot->start, slot->from, slot->end, passes[pass].before);
  const char *end = go_on (slot->to, slot->end, passes[pass].after);
  GString *key = g_string_new (NULL);

  if (g_utf8_strlen (start, slot->from - start) < (glong)passes[pass].before)
    g_string_append_c (key, EDGE);
  g_string_append_len (key, start, slot->from - start);
  g_string_append_c (key, '\1');
  if (passes[pass].mask)
    g_string_append_len (key, slot->from, slot->to - slot->from);
  g_string_append_c (key, '\1');
  g_string_append_len (key, slot->to, end - slot->to);
  if (g_utf8_strlen (slot->to, end - slot->to) < (glong)passes[pass].after)
    g_string_append_c (key, EDGE);
  return g_string_free (key, FALSE);
}

/* What has one key: anchors and runs that wait for each other. */
typedef struct
{
  GArray *anchors;
  GArray *runs;
} Match;

static void
match_free (gpointer data)
{
  Match *match = data;

  g_array_unref (match->anchors);
  g_array_unref (match->runs);
  g_free (match);
}

static Match *
get_match (GHashTable *matches, char *key)
{
  Match *match = g_hash_table_lookup (matches, key);

  if (match != NULL)
    {
      g_free (key);
      return match;
    }
  match = g_new (Match, 1);
  match->anchors = g_array_new (FALSE, FALSE, sizeof (guint));
  match->runs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (matches, key, match);
  return match;
}

/* As many anchors as runs, in the order of both: each has found its own. */
static void
settle (Finder *finder, GHashTable *matches)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, matches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Match *match = value;

      for (guint i = 0; match->anchors->len == match->runs->len && i < match->runs->len; i++)
        {
          guint anchor = g_array_index (match->anchors, guint, i);
          guint run = g_array_index (match->runs, guint, i);

          if (finder->runs[anchor] != G_MAXUINT || finder->taken[run])
            continue;
          finder->runs[anchor] = run;
          finder->taken[run] = TRUE;
        }
    }
}

static void
run_pass (Finder *finder, const GArray *slots, guint pass)
{
  g_autoptr (GHashTable) matches
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, match_free);

  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);

      if (finder->runs[slot->owner] == G_MAXUINT)
        g_array_append_val (get_match (matches, make_key (slot, pass))->anchors, slot->owner);
    }
  if (g_hash_table_size (matches) == 0)
    return;
  for (guint i = 0; i < finder->places->len; i++)
    {
      const Slot *slot = &g_array_index (finder->places, Slot, i);

      if (!finder->taken[slot->owner])
        g_array_append_val (get_match (matches, make_key (slot, pass))->runs, slot->owner);
    }
  settle (finder, matches);
}

/* What stands in the text just as it was written down. */
static void
find_unchanged (Finder *finder, const LecternAnchor *const *anchors, guint n_anchors)
{
  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_autoptr (GHashTable) groups = group_runs (&finder->view, reaches[i]);

      for (guint j = 0; j < n_anchors; j++)
        {
          const GArray *same = g_hash_table_lookup (groups, anchors[j]->text);
          guint run;

          if (same == NULL || finder->runs[j] != G_MAXUINT || anchors[j]->ordinal < 1
              || anchors[j]->ordinal > same->len)
            continue;
          run = g_array_index (same, guint, anchors[j]->ordinal - 1);
          if (finder->taken[run])
            continue;
          finder->runs[j] = run;
          finder->taken[run] = TRUE;
        }
    }
}

static void
list_places (Finder *finder)
{
  const char *text = finder->view.text->str;

  finder->places = g_array_new (FALSE, FALSE, sizeof (Slot));
  for (guint i = 0; i < finder->gaps->n_gaps; i++)
    {
      const LecternSpan *span = &finder->view.spans[i];
      Slot slot = { text, text + span->start, text + span->end, text + finder->view.text->len,
                    finder->gaps->gaps[i].run };

      g_array_append_val (finder->places, slot);
    }
}

void
_lectern_anchors_find (const LecternGaps *gaps, const LecternAnchor *const *anchors,
                       guint n_anchors, guint *runs)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_autoptr (GPtrArray) plain = g_ptr_array_new_with_free_func (g_free);
  g_autofree gboolean *taken = g_new0 (gboolean, gaps->n_runs);
  Finder finder = { .gaps = gaps, .runs = runs, .taken = taken };

  for (guint i = 0; i < n_anchors; i++)
    {
      runs[i] = G_MAXUINT;
      g_ptr_array_add (plain, read_anchor (anchors[i]->text, i, slots));
    }
  view_init (&finder.view, gaps);
  list_places (&finder);
  find_unchanged (&finder, anchors, n_anchors);
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    run_pass (&finder, slots, pass);
  g_array_unref (finder.places);
  view_clear (&finder.view);
}
