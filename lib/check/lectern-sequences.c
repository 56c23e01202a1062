/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-sequences-private.h"

#include "language/lectern-char-class-private.h"
#include "language/lectern-families-private.h"
#include "language/lectern-numbering-private.h"
#include "language/lectern-scan-private.h"

#include <string.h>

/* GB/T 15834-2011 B.3.8: 一、 （一） 1. （1） ① or a. */
static const struct
{
  const char *form;
  guint rank;
} ranks[] = {
  { "simp-chinese-informal", 1 },
  { "(simp-chinese-informal)", 2 },
  { "decimal", 3 },
  { "(decimal)", 4 },
  { "circled-decimal", 5 },
  { "lower-alpha", 5 },
};

/* How a marker of a set begins. */
static const struct
{
  const char *begins;
  LecternMarkerSet set;
} sets[] = {
  { "第", LECTERN_SET_NTH },     { "首先", LECTERN_SET_ORDER },   { "其次", LECTERN_SET_ORDER },
  { "再次", LECTERN_SET_ORDER }, { "再其次", LECTERN_SET_ORDER }, { "最后", LECTERN_SET_FINAL },
  { "最後", LECTERN_SET_FINAL }, { "其", LECTERN_SET_OF_THEM },
};

static guint
rank_of (const char *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_str_equal (ranks[i].form, form))
      return ranks[i].rank;
  return 0;
}

static guint
form_of (LecternSequences *s, LecternNode *node)
{
  const char *string = lectern_node_get_property (node, LECTERN_PROPERTY_NUMBERING);
  LecternNumbering *numbering;
  gpointer known;
  char *form;
  guint i;

  if (string == NULL)
    return 0;
  if (g_hash_table_lookup_extended (s->forms_by_numbering, string, NULL, &known))
    return GPOINTER_TO_UINT (known);
  numbering = lectern_node_get_numbering (node);
  form = numbering != NULL ? lectern_numbering_dup_form (numbering) : g_strdup ("");
  for (i = 0; i < s->forms->len && !g_str_equal (s->forms->pdata[i], form); i++)
    ;
  if (i == s->forms->len)
    {
      s->ranks = g_realloc (s->ranks, i + 1);
      s->ranks[i] = rank_of (form);
      g_ptr_array_add (s->forms, form);
    }
  else
    g_free (form);
  g_hash_table_insert (s->forms_by_numbering, (gpointer)string, GUINT_TO_POINTER (i));
  return i;
}

static void
trim (const LecternCheck *check, LecternSpan *span)
{
  guint n;

  while (span->start < span->end
         && (n = _lectern_blank_behind (check->text + span->start, check->text + span->end)) > 0)
    span->end -= n;
}

static void
read_marker (LecternCheck *check, LecternMember *m, LecternNode *marker)
{
  const char *p, *end;
  const LecternWordMarker *word;

  lectern_node_get_span (marker, &m->span);
  trim (check, &m->span);
  p = check->text + m->span.start;
  end = check->text + m->span.end;
  for (guint i = 0; i < G_N_ELEMENTS (sets) && m->set == LECTERN_SET_OTHER; i++)
    if (_lectern_alternative_at (sets[i].begins, p, end) > 0)
      m->set = sets[i].set;
  if (lectern_node_get_first_child (marker) != NULL || m->set == LECTERN_SET_FINAL)
    return; /* 第X，; 最后 */
  m->number = lectern_node_get_number (m->node);
  word = _lectern_word_marker_at (p, end, NULL);
  for (; word != NULL; word = _lectern_word_marker_at (p, end, word))
    if (word->number == 0 || word->id != LECTERN_FAMILY_ORDER)
      m->number = 0; /* 还有一个是; 一方面, which may stand twice */
}

static void
add_member (LecternCheck *check, LecternNode *node, guint form)
{
  LecternSequences *s = check->sequences;
  LecternNode *marker = lectern_node_get_marker (node);
  LecternMember m = { .node = node, .form = form, .sequence = s->sequences->len };

  if (lectern_node_get_kind (node) == LECTERN_NODE_SECTION)
    m.form = form_of (s, node);
  if (marker != NULL)
    read_marker (check, &m, marker);
  g_array_append_val (s->members, m);
}

/* The children of the owner that are of a kind. */
static void
add_sequence (LecternCheck *check, LecternNode *owner, LecternNodeKind kind, guint form)
{
  LecternSequences *s = check->sequences;
  LecternSequence q = { .owner = owner, .holder = -1, .earlier = -1, .later = -1, .before = -1 };
  LecternNode *child = lectern_node_get_first_child (owner);

  q.first = s->members->len;
  q.sections = kind == LECTERN_NODE_SECTION;
  for (; child != NULL; child = lectern_node_get_next (child))
    if (lectern_node_get_kind (child) == kind)
      add_member (check, child, form);
  q.n_members = s->members->len - q.first;
  if (q.n_members > 0)
    g_array_append_val (s->sequences, q);
}

/* The members by the number that their nodes have among those of their kind. */
typedef struct
{
  guint *sections;
  guint *points;
} MemberIndex;

static gint
member_of (const MemberIndex *index, LecternNode *node)
{
  guint *list
      = lectern_node_get_kind (node) == LECTERN_NODE_SECTION ? index->sections : index->points;

  return (gint)list[lectern_node_get_index (node) - 1] - 1;
}

/* Series come in the order of the text, so that what is said of an outer one is known. */
static void
find_holder (LecternCheck *check, const MemberIndex *index, LecternSequence *q)
{
  LecternNode *node = q->sections ? q->owner : lectern_node_get_parent (q->owner);
  LecternNodeKind kind = lectern_node_get_kind (node);

  while (node != check->root && kind != LECTERN_NODE_SECTION && kind != LECTERN_NODE_POINT)
    {
      node = lectern_node_get_parent (node);
      kind = lectern_node_get_kind (node);
    }
  q->section = node;
  if (node == check->root)
    return;
  q->holder = member_of (index, node);
  if (kind == LECTERN_NODE_POINT)
    q->section = _lectern_sequence_get (check->sequences,
                                        _lectern_member_get (check->sequences, q->holder)->sequence)
                     ->section;
}

static void
find_holders (LecternCheck *check)
{
  LecternSequences *s = check->sequences;
  MemberIndex index;

  index.sections = g_new0 (guint, _lectern_check_list (check, LECTERN_NODE_SECTION)->len + 1);
  index.points = g_new0 (guint, _lectern_check_list (check, LECTERN_NODE_POINT)->len + 1);
  for (guint i = 0; i < s->members->len; i++)
    {
      LecternNode *node = _lectern_member_get (s, i)->node;
      guint *list
          = lectern_node_get_kind (node) == LECTERN_NODE_SECTION ? index.sections : index.points;

      list[lectern_node_get_index (node) - 1] = i + 1;
    }
  for (guint i = 0; i < s->sequences->len; i++)
    find_holder (check, &index, &g_array_index (s->sequences, LecternSequence, i));
  g_free (index.sections);
  g_free (index.points);
}

/* What stands before each sequence, in its form and beside it. */
static void
find_earlier (LecternSequences *s)
{
  gint *last = g_new (gint, s->forms->len);
  gint *beside = g_new (gint, s->members->len + 1);
  guint *running = g_new0 (guint, s->forms->len);

  memset (last, -1, s->forms->len * sizeof *last);
  memset (beside, -1, (s->members->len + 1) * sizeof *beside);
  for (guint i = 0; i < s->sequences->len; i++)
    {
      LecternSequence *q = &g_array_index (s->sequences, LecternSequence, i);
      const LecternMember *end = _lectern_member_get (s, q->first + q->n_members - 1);
      guint form = _lectern_member_get (s, q->first)->form;

      q->running = running[form];
      running[end->form] = end->number;
      if (q->sections)
        continue;
      if (last[form] >= 0 && _lectern_sequence_get (s, last[form])->section == q->section)
        {
          q->earlier = last[form];
          g_array_index (s->sequences, LecternSequence, last[form]).later = (gint)i;
        }
      last[form] = (gint)i;
      q->before = beside[q->holder + 1];
      beside[q->holder + 1] = (gint)i;
    }
  g_free (last);
  g_free (beside);
  g_free (running);
}

const LecternSequences *
_lectern_check_sequences (LecternCheck *check)
{
  LecternSequences *s = check->sequences;
  const GPtrArray *nodes;

  if (s != NULL)
    return s;
  s = check->sequences = g_new0 (LecternSequences, 1);
  s->members = g_array_new (FALSE, FALSE, sizeof (LecternMember));
  s->sequences = g_array_new (FALSE, FALSE, sizeof (LecternSequence));
  s->forms = g_ptr_array_new_with_free_func (g_free);
  s->forms_by_numbering = g_hash_table_new (g_str_hash, g_str_equal);
  s->search_left = 4 * check->length + 4096;
  g_ptr_array_add (s->forms, g_strdup (""));
  s->ranks = g_new0 (guint8, 1);
  add_sequence (check, check->root, LECTERN_NODE_SECTION, 0);
  nodes = _lectern_check_list (check, LECTERN_NODE_SECTION);
  for (guint i = 0; i < nodes->len; i++)
    add_sequence (check, nodes->pdata[i], LECTERN_NODE_SECTION, 0);
  nodes = _lectern_check_list (check, LECTERN_NODE_SERIES);
  for (guint i = 0; i < nodes->len; i++)
    add_sequence (check, nodes->pdata[i], LECTERN_NODE_POINT, form_of (s, nodes->pdata[i]));
  find_holders (check);
  find_earlier (s);
  return s;
}

void
_lectern_sequences_free (LecternSequences *s)
{
  g_array_unref (s->members);
  g_array_unref (s->sequences);
  g_ptr_array_unref (s->forms);
  g_hash_table_unref (s->forms_by_numbering);
  g_clear_pointer (&s->rows, g_array_unref);
  g_clear_pointer (&s->announced, g_hash_table_unref);
  g_free (s->ranks);
  g_free (s);
}

char *
_lectern_member_dup_renumbered (LecternCheck *check, const LecternMember *m, guint number)
{
  g_autofree char *marker = g_strndup (check->text + m->span.start, m->span.end - m->span.start);
  g_autoptr (LecternNumbering) numbering = NULL;
  guint was;

  if (m->number == 0 || strlen (marker) != m->span.end - m->span.start)
    return NULL;
  numbering = lectern_numbering_new_from_marker (marker, NULL);
  if (numbering == NULL || number > lectern_numbering_get_limit (numbering)
      || !lectern_numbering_parse_marker (numbering, marker, &was) || was != m->number)
    return NULL;
  return lectern_numbering_dup_marker (numbering, number, NULL);
}

char *
_lectern_member_dup_expected (LecternCheck *check, const LecternMember *m, guint number)
{
  char *marker = _lectern_member_dup_renumbered (check, m, number);

  return marker != NULL ? marker : g_strdup_printf ("%u", number);
}

char *
_lectern_member_quote (LecternCheck *check, const LecternMember *m)
{
  return _lectern_check_quote (check, m->span.start, m->span.end, 12);
}

/* What stands around the numeral of a marker, and in what else the same marker may be written: by
 * what it begins with and, where that is nothing, by what follows its numeral. */
typedef struct
{
  const char *before;
  const char *after;
  const char *as_before; /* alternatives, an empty one last where there may be nothing */
  const char *as_after;
} MarkerShape;

#define MASKS  "X|x|Ｘ|×|*|＊|_|＿|○|某"
#define BLANKS " |　|\n|\r"

static const MarkerShape shapes[] = {
  { "第|首先|其次|再次|첫|둘|셋|넷|First|Second|Third", NULL, "第",
    "、|，|,|：|:|是|要|个|個|条|條|点|點|步|方面|部分|章|节|就|种|种|项|层|类|件|" BLANKS },
  { "其", NULL, "其", "、|，|,|：|:|是|" BLANKS },
  { "（|(|㈠|⑴", NULL, "（|(", "）|)" },
  { NULL, "是", "", "是|个是|個是|要|、|，|" BLANKS },
  { NULL, "要", "", "要|是|、|，|" BLANKS },
  { NULL, NULL, "", "、|，|,|.|．|：|:|是|要|来|则|" BLANKS },
};

static const MarkerShape *
shape_of (const LecternCheck *check, const LecternMember *m)
{
  const char *p = check->text + m->span.start, *end = check->text + m->span.end;
  guint value;
  gsize n = _lectern_numeral_parse_full (p, end - p, LECTERN_NUMERAL_FLAG_ORDINAL, &value, NULL);
  guint i;

  for (i = 0; i + 1 < G_N_ELEMENTS (shapes); i++)
    if (shapes[i].before != NULL ? _lectern_alternative_at (shapes[i].before, p, end) > 0
                                 : _lectern_alternative_at (shapes[i].after, p + n, end) > 0)
      break;
  return &shapes[i];
}

/* The characters of a sentence that may stand before a marker of it. */
#define MAX_BEFORE 4

/* Behind a stop the mark after 第四 may be lost. */
static gboolean
looks_like_marker (const MarkerShape *shape, const char *p, const char *end, guint number,
                   gboolean behind_stop)
{
  static const char *const words[]
      = { "首先|첫째|첫번째|First", "其次|둘째|Second", "再次|셋째|Third" };
  gint lead = *shape->as_before == '\0' ? 0 : _lectern_alternative_at (shape->as_before, p, end);
  const char *after;
  gsize n;
  guint value;

  if (shape == shapes && number <= G_N_ELEMENTS (words)
      && _lectern_alternative_at (words[number - 1], p, end) > 0)
    return TRUE;
  if (lead < 0)
    return FALSE;
  if (_lectern_alternative_at (MASKS, p + lead, end) > 0)
    return lead > 0;
  n = _lectern_numeral_parse_full (p + lead, end - p - lead, LECTERN_NUMERAL_FLAG_ORDINAL, &value,
                                   NULL);
  after = p + lead + n;
  return n > 0 && value == number
         && (after == end || (behind_stop && shape == shapes)
             || _lectern_alternative_at (shape->as_after, after, end) > 0);
}

/* A 二是 of a list is no 二、 that a heading has lost, nor what stands beside others in its own row
 * the lost first of this one. */
static gboolean
may_stand_for (LecternCheck *check, const LecternMember *like, gsize at)
{
  LecternNode *node = lectern_document_lookup_offset (check->document, at);

  if (lectern_node_get_kind (node) != LECTERN_NODE_MARKER)
    return TRUE;
  node = lectern_node_get_parent (node);
  if (lectern_node_get_kind (like->node) == LECTERN_NODE_SECTION)
    return lectern_node_get_kind (node) == LECTERN_NODE_HEADING;
  if (lectern_node_get_kind (node) == LECTERN_NODE_PARAGRAPH)
    node = lectern_node_get_parent (node);
  return lectern_node_get_kind (node) != LECTERN_NODE_POINT || _lectern_check_next (node) == NULL
         || lectern_node_get_parent (node) == lectern_node_get_parent (like->node);
}

gboolean
_lectern_check_has_marker_between (LecternCheck *check, const LecternMember *like, gsize from,
                                   gsize to, guint number)
{
  LecternSequences *s = check->sequences;
  const MarkerShape *shape = shape_of (check, like);
  const char *p = check->text + from, *end = check->text + to;
  gboolean boundary = TRUE, behind_stop = FALSE;
  guint chars = 0; /* since the sentence began: 我认为第一是… */

  if (from >= to)
    return FALSE;
  if (to - from > s->search_left)
    return TRUE;
  s->search_left -= to - from;
  while (p < end)
    {
      guint size;
      gunichar c = _lectern_peek (p, end, &size);

      if ((boundary || (chars <= MAX_BEFORE && shape == shapes))
          && looks_like_marker (shape, p, end, number, behind_stop)
          && may_stand_for (check, like, (gsize)(p - check->text)))
        return TRUE;
      boundary = !g_unichar_isalnum (c);
      behind_stop = c == 0x3002 || c == 0xff1b; /* 。； */
      chars = behind_stop || c == '\n' ? 0 : chars + 1;
      p += MAX (size, 1);
    }
  return FALSE;
}

/* What is counted or named by an ordinal and makes no member of a row: 第二批, 第二炮兵. */
#define COUNTED                                                                                                                  \
  "批|次|轮|届|期|组|个|条|点|步|章|节|款|项|类|种|层|名|位|代|版|卷|集|篇|部|阶|季|产|世|巡|年|" \
  "天|日|月|周|号|中|小|大|站|回|场|人|方|根|线|家|支|套|份|把|本|件|遍|炮|医|师|军|是|要|、|，"

gboolean
_lectern_check_find_bare_ordinal (LecternCheck *check, gsize from, gsize to, guint number,
                                  LecternSpan *bare)
{
  LecternSequences *s = check->sequences;
  const char *text = check->text, *p = text + from, *end = text + to;
  gboolean boundary = from == 0 || text[from - 1] == '\n';

  if (from >= to || to - from > s->search_left)
    return FALSE;
  s->search_left -= to - from;
  while (p < end)
    {
      gint n = boundary ? _lectern_alternative_at ("第", p, end) : -1;
      guint size, value;
      gsize digits;

      if (n > 0
          && (digits = _lectern_numeral_parse_full (p + n, end - p - n,
                                                    LECTERN_NUMERAL_FLAG_ORDINAL, &value, NULL))
                 > 0
          && value == number && _lectern_alternative_at (COUNTED, p + n + digits, end) < 0
          && g_unichar_get_script (_lectern_peek (p + n + digits, end, &size))
                 == G_UNICODE_SCRIPT_HAN)
        {
          *bare = (LecternSpan){ p - text, p - text + n + digits };
          return TRUE;
        }
      if ((size = _lectern_blank_at (p, end)) == 0)
        {
          boundary = *p == '\n' || _lectern_alternative_at ("。|！|？|；", p, end) > 0;
          _lectern_peek (p, end, &size);
        }
      p += MAX (size, 1);
    }
  return FALSE;
}
