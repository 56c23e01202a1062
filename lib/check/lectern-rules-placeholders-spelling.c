/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-placeholders-private.h"

#include "language/lectern-char-class-private.h"
#include "language/lectern-mask-tables-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* How masks are written: with which character, and alike for what is alike. */

/* The characters that a mask of any length is written with. Those of one family say the same, so
 * that one may take the place of the other. */
static const struct
{
  const char *mark;
  guint family;
} marks[] = {
  { "X", 0 }, { "x", 0 }, { "×", 0 }, { "Ｘ", 0 }, { "ｘ", 0 },
  { "╳", 0 }, { "✕", 0 }, { "✖", 0 }, { "*", 1 },  { "＊", 1 },
};

#define N_MARKS G_N_ELEMENTS (marks)
#define MIXED   N_MARKS       /* more than one of them in one mask */
#define OTHER   (N_MARKS + 1) /* something else: a blank, a prompt */

static guint
mark_at (const char *p, const char *end)
{
  guint i = 0;

  while (i < N_MARKS && _lectern_alternative_at (marks[i].mark, p, end) < 0)
    i++;
  return i < N_MARKS ? i : OTHER;
}

static guint
mark_of (LecternCheck *check, const LecternSlot *slot, guint *length)
{
  const char *p = check->text + slot->span.start, *end = check->text + slot->span.end;
  guint mark = mark_at (p, end);

  *length = 0;
  while (p < end && mark != OTHER)
    {
      guint other = mark_at (p, end);

      if (other == OTHER)
        return OTHER;
      if (other != mark)
        mark = MIXED;
      p = g_utf8_next_char (p);
      (*length)++;
    }
  return mark;
}

const LecternBilingual _lectern_rules_mask_mixed_messages[] = {
  { "the mask “{1}” is written otherwise than most here, “{2}”",
    "占位符“{1}”与文中多数的写法“{2}”不一致" },
  { NULL },
};

static char *
dup_mask (guint mark, guint length)
{
  GString *mask = g_string_new (NULL);

  while (length-- > 0)
    g_string_append (mask, marks[mark].mark);
  return g_string_free (mask, FALSE);
}

/* Where the reader knows what the mask stands for, it knows from the words beside it, and will
 * again. */
static gboolean
may_be_rewritten (const LecternSlot *slot, guint mark, guint best)
{
  return g_strcmp0 (slot->form, LECTERN_FORM_FILL_IN) == 0 && marks[best].family == 0
         && (mark == MIXED || marks[mark].family == 0)
         && lectern_node_get_confidence (slot->node) >= 0.7;
}

static guint
most_frequent (const guint *counts)
{
  guint best = 0;

  for (guint i = 1; i < N_MARKS; i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

void
_lectern_rules_check_mask_mixed (LecternCheck *check)
{
  guint n_slots, counts[OTHER + 1] = { 0 }, best, length;
  const LecternSlot *slots = _lectern_check_get_slots (check, &n_slots);
  g_autofree guint8 *mark_of_slot = g_malloc (n_slots + 1);

  for (guint i = 0; i < n_slots; i++)
    {
      mark_of_slot[i] = (guint8)(slots[i].filled ? OTHER : mark_of (check, &slots[i], &length));
      counts[mark_of_slot[i]]++;
    }
  best = most_frequent (counts);
  for (guint i = 0; i < n_slots && counts[best] > 0; i++)
    {
      const LecternSlot *slot = &slots[i];
      g_autofree char *quote = NULL;
      g_autofree char *mask = NULL;
      LecternFinding *finding;

      if (mark_of_slot[i] == OTHER || mark_of_slot[i] == best)
        continue;
      mark_of (check, slot, &length);
      mask = dup_mask (best, length);
      quote = _lectern_check_quote (check, slot->span.start, slot->span.end, 20);
      finding = _lectern_check_find (check, 0, slot->node, &slot->span, quote, mask, NULL);
      if (may_be_rewritten (slot, mark_of_slot[i], best))
        _lectern_check_replace (check, finding, slot->span.start, slot->span.end, mask);
    }
}

/* What stands for the same: masks of one kind with one word after them. */
typedef struct
{
  char *best; /* the spelling met most */
  guint n_best;
  LecternSpan last;
  gboolean listed; /* different ones stand side by side: XX局、XXX局 are two */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_free (group->best);
  g_free (group);
}

/* Names that are mostly the same throughout a text; persons and numbers are not. */
static const char *const same_kinds[]
    = { LECTERN_PLACEHOLDER_PLACE, LECTERN_PLACEHOLDER_ORGANISATION, NULL };

/* NULL where the slot is not compared. */
static char *
dup_key (LecternCheck *check, const LecternSlot *slot)
{
  const LecternMaskWord *word;

  if (slot->filled || slot->kind == NULL || !g_strv_contains (same_kinds, slot->kind))
    return NULL;
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, check->text + slot->span.end,
                                   check->text + check->length);
  return word == NULL ? NULL : g_strconcat (slot->kind, " ", word->word, NULL);
}

static char *
dup_spelling (LecternCheck *check, const LecternSpan *span)
{
  return g_strndup (check->text + span->start, span->end - span->start);
}

/* Within so many bytes no sentence ends. */
#define SIDE_BY_SIDE 120

static gboolean
stand_side_by_side (LecternCheck *check, const LecternSpan *a, const LecternSpan *b)
{
  const char *p = check->text + a->end, *end = check->text + b->start;
  guint size;

  if (end - p > SIDE_BY_SIDE)
    return FALSE;
  for (; p < end; p += size)
    {
      guint class = _lectern_char_class_at ((const guchar *)p, &size);

      if (class == LECTERN_CHAR_STOP || class == LECTERN_CHAR_LINE_END)
        return FALSE;
    }
  return TRUE;
}

static Group *
count_slot (LecternCheck *check, GHashTable *groups, GHashTable *counts, const LecternSlot *slot)
{
  g_autofree char *key = dup_key (check, slot);
  g_autofree char *spelling = dup_spelling (check, &slot->span);
  Group *group;
  char *both;
  guint n;

  if (key == NULL)
    return NULL;
  both = g_strconcat (key, " ", spelling, NULL);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, both)) + 1;
  g_hash_table_replace (counts, both, GUINT_TO_POINTER (n));
  group = g_hash_table_lookup (groups, key);
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      g_hash_table_insert (groups, g_steal_pointer (&key), group);
    }
  else if (stand_side_by_side (check, &group->last, &slot->span)
           && (group->last.end - group->last.start != strlen (spelling)
               || memcmp (check->text + group->last.start, spelling, strlen (spelling)) != 0))
    group->listed = TRUE;
  group->last = slot->span;
  if (n > group->n_best)
    {
      group->n_best = n;
      g_free (group->best);
      group->best = g_steal_pointer (&spelling);
    }
  return group;
}

const LecternBilingual _lectern_rules_placeholder_spelling_messages[] = {
  { "“{1}” is written “{2}” elsewhere, if it is the same",
    "“{1}”在别处写作“{2}”，若指同一对象应当一致" },
  { NULL },
};

void
_lectern_rules_check_placeholder_spelling (LecternCheck *check)
{
  guint n_slots;
  const LecternSlot *slots = _lectern_check_get_slots (check, &n_slots);
  g_autoptr (GHashTable) groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_group);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Group **group_of = g_new0 (Group *, n_slots + 1);
  LecternSlot slot;

  for (guint i = 0; i < n_slots; i++)
    {
      slot = slots[i];
      group_of[i] = count_slot (check, groups, counts, &slot);
    }
  for (guint i = 0; i < n_slots; i++)
    {
      g_autofree char *spelling = NULL;
      Group *group = group_of[i];

      if (group == NULL || group->listed)
        continue;
      slot = slots[i];
      spelling = dup_spelling (check, &slot.span);
      if (strcmp (spelling, group->best) != 0)
        _lectern_check_find (check, 0, slot.node, &slot.span, spelling, group->best, NULL);
    }
}
