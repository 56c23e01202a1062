/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-outline-private.h"

#include "base/lectern-strings-private.h"
#include "check/lectern-pairs-private.h"
#include "language/lectern-families-private.h"
#include "language/lectern-numerals-private.h"
#include "language/lectern-punctuation-private.h"

#include <string.h>

/* Entries are laid beside the headings and points that stand at the same place: those of the first
 * rank beside the first headings of the body, those below an entry beside what stands below the
 * heading that it was found to be. */

/* Titles at least so alike are one title, whatever their numbers say; below that, the same number
 * in the same form is needed, and some words that both have. */
#define ALIKE          500
#define ALIKE_NUMBERED 100
/* What was moved is known by its words alone. */
#define ALIKE_MOVED 750
/* In comparisons of one character: what a whole speech may cost besides what its length allows. */
#define BUDGET 2000000

static const char masks[] = "X|x|×|*|＊|_|＿|Ｘ|○|某";

static LecternOutlineItem *
get_entry (LecternOutline *o, gint i)
{
  return &g_array_index (o->entries, LecternOutlineItem, i);
}

static LecternOutlineItem *
get_item (LecternOutline *o, gint i)
{
  return &g_array_index (o->items, LecternOutlineItem, i);
}

/* What stands around the numeral: 一、 and 二, are one form; words are known by the first of their
 * list. */
static guint
marker_form (LecternCheck *check, LecternNode *marker)
{
  g_autoptr (GString) form = NULL;
  gboolean numbered = FALSE;
  const char *p, *end, *word;
  LecternSpan span;

  if (marker == NULL)
    return 0;
  form = g_string_new (NULL);
  lectern_node_get_span (marker, &span);
  p = check->text + span.start;
  end = check->text + span.end;
  if ((word = _lectern_word_marker_first (p, end)) != NULL)
    return MAX (1, g_str_hash (word));
  while (p < end)
    {
      LecternNumeralStyle style;
      gint mask = _lectern_alternative_at (masks, p, end);
      guint value;
      gsize n = mask > 0   ? (gsize)mask
                : numbered ? 0
                           : _lectern_numeral_parse (p, (gsize)(end - p), &value, &style);
      gunichar c = g_utf8_get_char (p), half = _lectern_punctuation_get_half (c);

      if (n > 0)
        numbered |= mask <= 0;
      else if (c == 0xff08 || c == 0xff09 || c == '(' || c == ')')
        g_string_append_c (form, c == '(' || c == 0xff08 ? '(' : ')');
      else if (!g_unichar_isspace (c) && !g_unichar_ispunct (half != 0 ? half : c))
        g_string_append_unichar (form, c);
      p = n > 0 ? p + n : g_utf8_next_char (p);
    }
  return MAX (1, _lectern_hash_bytes (form->str, form->len, 1));
}

/* In a table of contents the number of the page stands at the end, after dots or a tab: `……3`. */
static gsize
drop_page_number (LecternCheck *check, gsize start, gsize end)
{
  gsize digits = end, at;
  guint leaders = 0;

  while (digits > start && g_ascii_isdigit (check->text[digits - 1]))
    digits--;
  for (at = digits; digits < end && at > start; leaders++)
    {
      const char *last = g_utf8_prev_char (check->text + at);
      gunichar c = g_utf8_get_char (last);

      if (c != '.' && c != '\t' && c != 0x2026 && c != 0xb7 && c != 0x22ef && c != 0x2025)
        break;
      leaders += c == '\t' || c == 0x2026;
      at = (gsize)(last - check->text);
    }
  return leaders > 1 ? at : end;
}

static gboolean
make_item (LecternCheck *check, LecternOutline *o, LecternNode *node, gint parent,
           LecternOutlineItem *item)
{
  gsize start, end;

  *item = (LecternOutlineItem){ .parent = parent, .match = -1, .first = -1, .next = -1 };
  if (!_lectern_part_read (check, node, &item->part))
    return FALSE;
  _lectern_part_end_words (check, &item->part);
  start = item->part.start;
  end = item->part.end;
  if (lectern_node_get_kind (node) == LECTERN_NODE_ENTRY)
    end = drop_page_number (check, start, end);
  _lectern_check_trim (check, &start, &end);
  item->part.start = start;
  item->part.end = end;
  item->key = _lectern_keys_add (&o->keys, check->text + start, end - start);
  item->number = lectern_node_get_number (node);
  item->form = marker_form (check, item->part.marker);
  return item->key.length > 0;
}

/* Entries with their parents and siblings, by their levels. */
static void
read_entries (LecternCheck *check, LecternOutline *o)
{
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (gint)); /* of each level */

  for (LecternNode *node = lectern_node_get_first_child (o->outline); node != NULL;
       node = lectern_node_get_next (node))
    {
      gint i = (gint)o->entries->len, parent, before = -1;
      guint level = MAX (1, lectern_node_get_level (node));
      LecternOutlineItem item;

      if (lectern_node_get_kind (node) != LECTERN_NODE_ENTRY)
        continue;
      level = MIN (level, last->len + 1);
      parent = level > 1 ? g_array_index (last, gint, level - 2) : -1;
      if (!make_item (check, o, node, parent, &item))
        continue;
      if (last->len >= level)
        before = g_array_index (last, gint, level - 1);
      if (before >= 0)
        get_entry (o, before)->next = i;
      else if (parent >= 0)
        get_entry (o, parent)->first = i;
      g_array_append_val (o->entries, item);
      g_array_set_size (last, level - 1);
      g_array_append_val (last, i);
    }
}

static gboolean
is_item (LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  return kind == LECTERN_NODE_SECTION
         || (kind == LECTERN_NODE_POINT
             && lectern_node_get_property (lectern_node_get_parent (node), LECTERN_PROPERTY_KEY)
                    == NULL);
}

static gboolean
holds_items (LecternNode *node)
{
  switch (lectern_node_get_kind (node))
    {
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
    case LECTERN_NODE_SERIES:
    case LECTERN_NODE_PARAGRAPH:
    case LECTERN_NODE_OPENING:
    case LECTERN_NODE_CLOSING:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The node after this one below `base`, in the order of the text. */
static LecternNode *
next_node (LecternNode *base, LecternNode *node, gboolean descend)
{
  LecternNode *next = descend ? lectern_node_get_first_child (node) : NULL;

  while (next == NULL && node != base)
    {
      next = lectern_node_get_next (node);
      node = lectern_node_get_parent (node);
    }
  return next;
}

/* Headings and points right below `base`; those that are deeper too where they have this form. */
static gboolean
list_items (LecternCheck *check, LecternOutline *o, LecternNode *base, gint parent, guint form,
            gboolean deep)
{
  LecternNode *node = lectern_node_get_first_child (base);
  gboolean found = FALSE;
  LecternSpan outer = { 0, 0 }, span;

  while (node != NULL)
    {
      gboolean descend = holds_items (node), item = is_item (node), inside;
      LecternOutlineItem new;

      lectern_node_get_span (node, &span);
      inside = span.start < outer.end;
      if (item && make_item (check, o, node, parent, &new) && (!inside || new.form == form))
        {
          found |= new.form == form;
          g_array_append_val (o->items, new);
        }
      if (item && !inside)
        outer = span;
      node = next_node (base, node, descend && (deep || !item));
    }
  return found;
}

/* ---- one group of entries beside one group of items ---- */

typedef struct
{
  LecternOutline *o;
  GArray *entries; /* gint */
  gint items;      /* the first one */
  gint n_items;
  gboolean form; /* whether any item has the form of the entries */
} Group;

static gint
entry_number (const Group *g, guint i)
{
  return g_array_index (g->entries, gint, i);
}

/* Where the body has no such form at all, the words must say something too. */
static gboolean
is_same_number (const Group *g, const LecternOutlineItem *entry, const LecternOutlineItem *item,
                guint alike)
{
  return entry->number != 0 && entry->number == item->number
         && (g->form ? entry->form == item->form : alike >= ALIKE / 3);
}

/* How alike they are; what has its like word for word is like nothing else. */
static guint
compare (const Group *g, guint i, gint j)
{
  const LecternOutlineItem *entry = get_entry (g->o, entry_number (g, i));
  const LecternOutlineItem *item = get_item (g->o, g->items + j);

  if ((entry->like || item->like) && !_lectern_keys_equal (&g->o->keys, &entry->key, &item->key))
    return 0;
  return _lectern_keys_compare (&g->o->keys, &entry->key, &item->key);
}

static guint
weigh (const Group *g, guint i, gint j)
{
  const LecternOutlineItem *entry = get_entry (g->o, entry_number (g, i));
  const LecternOutlineItem *item = get_item (g->o, g->items + j);
  guint alike = compare (g, i, j);
  gboolean same = is_same_number (g, entry, item, alike);

  if (alike >= ALIKE)
    return alike + (same ? LECTERN_ALIKE_MAX / 20 : 0);
  return same && alike >= ALIKE_NUMBERED ? alike / 2 : 0;
}

static void
pair (const Group *g, guint i, gint j, gboolean moved)
{
  LecternOutlineItem *entry = get_entry (g->o, entry_number (g, i));

  entry->match = g->items + j;
  entry->moved = moved;
  get_item (g->o, g->items + j)->match = entry_number (g, i);
}

static gboolean
is_free (const Group *g, guint i)
{
  return get_entry (g->o, entry_number (g, i))->match < 0;
}

static gboolean
is_free_item (const Group *g, gint j)
{
  return get_item (g->o, g->items + j)->match < 0;
}

/* Marks what stands on the other side word for word. */
static void
mark_like (const Group *g)
{
  g_autoptr (GHashTable) entries = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) items = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g->entries->len; i++)
    g_hash_table_add (entries, GUINT_TO_POINTER (get_entry (g->o, entry_number (g, i))->key.hash));
  for (gint j = 0; j < g->n_items; j++)
    {
      LecternOutlineItem *item = get_item (g->o, g->items + j);

      g_hash_table_add (items, GUINT_TO_POINTER (item->key.hash));
      item->like = g_hash_table_contains (entries, GUINT_TO_POINTER (item->key.hash));
    }
  for (guint i = 0; i < g->entries->len; i++)
    {
      LecternOutlineItem *entry = get_entry (g->o, entry_number (g, i));

      entry->like = g_hash_table_contains (items, GUINT_TO_POINTER (entry->key.hash));
    }
}

/* What comparing each of these entries with each of these items costs. */
static gsize
cost_of (const Group *g, guint i, guint n, gint j, gint m)
{
  gsize entries = 0, items = 0;

  for (guint k = i; k < n; k++)
    entries += 1 + get_entry (g->o, entry_number (g, k))->key.length;
  for (gint k = j; k < m; k++)
    items += 1 + get_item (g->o, g->items + k)->key.length;
  return entries * (gsize)(m - j) + items * (n - i);
}

/* A part of a group that is laid out pair by pair. */
typedef struct
{
  const Group *group;
  guint entry;
  gint item;
} Stretch;

static guint
weigh_in (guint one, guint other, gpointer data)
{
  const Stretch *stretch = data;

  return weigh (stretch->group, stretch->entry + one, stretch->item + (gint)other);
}

/* The heaviest common subsequence. Pairs that rest on their number alone go into `weak`, two
 * numbers each, because a title that was moved comes first. */
static void
align_by_weight (const Group *g, guint i0, guint n, gint j0, gint m, GArray *weak)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LecternPair));
  Stretch stretch = { g, i0, j0 };

  _lectern_pairs_add_heaviest (pairs, n - i0, (guint)(m - j0), weigh_in, &stretch);
  for (guint k = 0; k < pairs->len; k++)
    {
      const LecternPair *found = &g_array_index (pairs, LecternPair, k);
      gint two[] = { (gint)(i0 + found->one), j0 + (gint)found->other };

      if (compare (g, i0 + found->one, two[1]) >= ALIKE)
        pair (g, i0 + found->one, two[1], FALSE);
      else
        g_array_append_vals (weak, two, 2);
    }
}

/* What is left over on both sides and says the same was moved. */
static void
align_moved (const Group *g)
{
  for (guint i = 0; i < g->entries->len; i++)
    {
      guint best = ALIKE_MOVED - 1;
      gint match = -1;

      for (gint j = 0; is_free (g, i) && j < g->n_items; j++)
        if (is_free_item (g, j))
          {
            guint alike = compare (g, i, j);

            if (alike > best)
              best = alike, match = j;
          }
      if (match >= 0)
        pair (g, i, match, TRUE);
    }
}

/* Too many to compare each with each: what has the same words is the same. */
static void
align_by_hash (const Group *g, guint i0, guint n, gint j0, gint m)
{
  g_autoptr (GHashTable) table = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LecternPair));

  for (gint j = m; j-- > j0;)
    g_hash_table_insert (table, GUINT_TO_POINTER (get_item (g->o, g->items + j)->key.hash),
                         GINT_TO_POINTER (j + 1));
  for (guint i = i0; i < n; i++)
    {
      const LecternOutlineItem *entry = get_entry (g->o, entry_number (g, i));
      gpointer hash = GUINT_TO_POINTER (entry->key.hash);
      gint j = GPOINTER_TO_INT (g_hash_table_lookup (table, hash)) - 1;
      LecternPair new = { i, (guint)j, -1, FALSE };

      if (j < 0
          || !_lectern_keys_equal (&g->o->keys, &entry->key, &get_item (g->o, g->items + j)->key))
        continue;
      g_hash_table_remove (table, hash); /* one item, one entry */
      g_array_append_val (pairs, new);
    }
  _lectern_pairs_mark_longest_row (pairs);
  for (guint k = 0; k < pairs->len; k++)
    {
      const LecternPair *found = &g_array_index (pairs, LecternPair, k);

      pair (g, found->one, (gint)found->other, !found->kept);
    }
}

static void
align_group (const Group *g, gsize *budget)
{
  g_autoptr (GArray) weak = g_array_new (FALSE, FALSE, sizeof (gint));
  guint i = 0, n = g->entries->len;
  gint j = 0, m = g->n_items;
  gsize cost;

  /* Mostly they are the same, and nothing else is to be done. */
  for (; i < n && j < m; i++, j++)
    {
      if (!_lectern_keys_equal (&g->o->keys, &get_entry (g->o, entry_number (g, i))->key,
                                &get_item (g->o, g->items + j)->key))
        break;
      pair (g, i, j, FALSE);
    }
  if (i == n)
    return;
  mark_like (g);
  cost = 2 * cost_of (g, i, n, j, m);
  if (cost > *budget)
    {
      align_by_hash (g, i, n, j, m);
      return;
    }
  *budget -= cost;
  align_by_weight (g, i, n, j, m, weak);
  align_moved (g);
  for (guint k = 0; k < weak->len; k += 2)
    if (is_free (g, (guint)g_array_index (weak, gint, k))
        && is_free_item (g, g_array_index (weak, gint, k + 1)))
      pair (g, (guint)g_array_index (weak, gint, k), g_array_index (weak, gint, k + 1), FALSE);
}

/* What the outline should list: headings of a form that it lists at this place, points of a series
 * of which it lists others. */
static void
mark_extra (const Group *g)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g->entries->len; i++)
    {
      LecternOutlineItem *entry = get_entry (g->o, entry_number (g, i));
      LecternOutlineItem *item = entry->match >= 0 ? get_item (g->o, entry->match) : NULL;

      g_hash_table_add (listed, GUINT_TO_POINTER (entry->form));
      if (item == NULL)
        continue;
      g_hash_table_add (listed, GUINT_TO_POINTER (item->form));
      g_hash_table_add (listed, lectern_node_get_parent (item->part.node));
    }
  for (gint j = 0; j < g->n_items; j++)
    {
      LecternOutlineItem *item = get_item (g->o, g->items + j);
      gboolean section = lectern_node_get_kind (item->part.node) == LECTERN_NODE_SECTION;

      item->extra = item->match < 0
                    && g_hash_table_contains (
                        listed, section ? GUINT_TO_POINTER (item->form)
                                        : (gpointer)lectern_node_get_parent (item->part.node));
    }
}

/* The entries that stand below `parent`, which is `base` in the body. */
static void
align_below (LecternCheck *check, LecternOutline *o, gint parent, LecternNode *base, gsize *budget)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint));
  gint first = parent >= 0 ? get_entry (o, parent)->first : 0;
  Group g = { o, entries, (gint)o->items->len, 0, FALSE };
  guint form = get_entry (o, first)->form;

  for (gint i = first; i >= 0; i = get_entry (o, i)->next)
    g_array_append_val (entries, i);
  g.form = list_items (check, o, base, parent, form, FALSE);
  if (!g.form)
    {
      g_array_set_size (o->items, (guint)g.items);
      g.form = list_items (check, o, base, parent, form, TRUE);
    }
  g.n_items = (gint)o->items->len - g.items;
  align_group (&g, budget);
  mark_extra (&g);
}

static LecternNode *
find_outline (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_OUTLINE);

  for (guint i = 0; i < list->len; i++)
    if (lectern_node_find_child (list->pdata[i], LECTERN_NODE_ENTRY) != NULL)
      return list->pdata[i];
  return NULL;
}

LecternOutline *
_lectern_outline_new (LecternCheck *check)
{
  LecternNode *outline = find_outline (check);
  gsize budget = BUDGET + 2 * check->length;
  LecternOutline *o;

  if (outline == NULL
      || (_lectern_check_list (check, LECTERN_NODE_PARAGRAPH)->len == 0
          && _lectern_check_list (check, LECTERN_NODE_SECTION)->len == 0))
    return NULL;
  o = g_new0 (LecternOutline, 1);
  o->outline = outline;
  o->entries = g_array_new (FALSE, FALSE, sizeof (LecternOutlineItem));
  o->items = g_array_new (FALSE, FALSE, sizeof (LecternOutlineItem));
  _lectern_keys_init (&o->keys);
  read_entries (check, o);
  if (o->entries->len > 0)
    align_below (check, o, -1, check->root, &budget);
  /* Each stands after its parent, which is found by then. */
  for (gint i = 0; i < (gint)o->entries->len; i++)
    if (get_entry (o, i)->first >= 0 && get_entry (o, i)->match >= 0)
      align_below (check, o, i, get_item (o, get_entry (o, i)->match)->part.node, &budget);
  return o;
}

void
_lectern_outline_free (LecternOutline *outline)
{
  _lectern_keys_clear (&outline->keys);
  g_array_unref (outline->entries);
  g_array_unref (outline->items);
  g_free (outline);
}
