/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-numbering-private.h"

#include "language/lectern-numbering-private.h"
#include "language/lectern-words-private.h"
#include "language/lectern-char-class-private.h"

#include <string.h>

/* Rows of numbers: gaps, duplicates, wrong beginnings, and a first without a second. */

/* Numbers that the speech refers to (如第三部分所述): those may not be given to others. */
static guint64
find_references (LecternCheck *check)
{
  const char *p = check->text, *end = p + check->length;
  guint64 references = 0;

  if (check->sequences->has_references)
    return check->sequences->references;
  while ((p = memchr (p, "第"[0], end - p)) != NULL)
    {
      gsize at = p - check->text, n;
      guint value;

      if (_lectern_alternative_at ("第", p, end) < 0)
        {
          p++;
          continue;
        }
      p += strlen ("第");
      n = _lectern_numeral_parse_full (p, end - p, LECTERN_NUMERAL_FLAG_ORDINAL, &value, NULL);
      if (n == 0
          || _lectern_alternative_at ("部分|部份|大|点|點|个|個|条|條|项|項|方面|章|节|節|款|要|是",
                                      p + n, end)
                 < 0
          || lectern_node_get_kind (lectern_document_lookup_offset (check->document, at))
                 == LECTERN_NODE_MARKER)
        continue;
      references |= (guint64)1 << MIN (value, 63);
    }
  check->sequences->has_references = TRUE;
  return check->sequences->references = references;
}

static GHashTable *
list_announced (LecternCheck *check)
{
  const GPtrArray *announcements = _lectern_check_list (check, LECTERN_NODE_ANNOUNCEMENT);
  GHashTable *announced = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < announcements->len; i++)
    {
      const char *count
          = lectern_node_get_property (announcements->pdata[i], LECTERN_PROPERTY_COUNT);
      g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcements->pdata[i]);
      LecternNode *owner;

      if (targets->len == 0 || count == NULL)
        continue;
      owner = targets->pdata[0];
      if (lectern_node_get_kind (owner) == LECTERN_NODE_SECTION)
        owner = lectern_node_get_parent (owner);
      g_hash_table_insert (announced, owner,
                           GUINT_TO_POINTER ((guint)g_ascii_strtoull (count, NULL, 10)));
    }
  return announced;
}

/* How many members an announcement promises of the sequence; 0 where none says a number. */
static guint
find_announced (LecternCheck *check, const LecternSequence *q)
{
  if (check->sequences->announced == NULL)
    check->sequences->announced = list_announced (check);
  return GPOINTER_TO_UINT (g_hash_table_lookup (check->sequences->announced, q->owner));
}

/* Whether all members behind go on by one. */
static gboolean
goes_on_regularly (const LecternSequences *s, const LecternSequence *q, guint from)
{
  for (guint i = from + 1; i < q->first + q->n_members; i++)
    if (_lectern_member_get (s, i)->number != _lectern_member_get (s, i - 1)->number + 1)
      return FALSE;
  return TRUE;
}

/* Up to which member numbers may be changed without doubt; the member itself less 1 for none. An
 * outline names the numbers as they are, and what is announced may say that a member is lost. */
static gint
last_to_renumber (LecternCheck *check, const LecternRow *r)
{
  const LecternSequences *s = check->sequences;
  const LecternSequence *q = _lectern_sequence_get (s, r->sequence);
  const LecternMember *previous = _lectern_member_get (s, r->previous);
  guint n = q->n_members, announced, last = q->first + q->n_members - 1;

  if (q->sections && _lectern_check_list (check, LECTERN_NODE_OUTLINE)->len > 0)
    return (gint)r->member - 1;
  if (r->decided)
    return (gint)r->member;
  announced = find_announced (check, q);
  if (previous->sequence != r->sequence)
    {
      const LecternSequence *before = _lectern_sequence_get (s, previous->sequence);

      if (before->holder != q->holder)
        return (gint)r->member - 1;
      n += before->n_members;
      announced = MAX (announced, find_announced (check, before));
    }
  if (!goes_on_regularly (s, q, r->member)
      || (announced == 0 ? r->fault != LECTERN_ROW_DUPLICATE : announced != n))
    return (gint)r->member - 1;
  return (gint)last;
}

/* Gives the members from this one on the numbers that they should have. */
static void
renumber (LecternCheck *check, const LecternRow *r, LecternFinding *finding)
{
  const LecternSequences *s = check->sequences;
  gint last;
  guint64 references = 0;
  GPtrArray *markers;

  if (finding == NULL || r->previous < 0)
    return;
  last = last_to_renumber (check, r);
  if (last < (gint)r->member)
    return;
  markers = g_ptr_array_new_with_free_func (g_free);
  references = find_references (check);
  for (guint i = r->member; i <= (guint)last; i++)
    {
      const LecternMember *m = _lectern_member_get (s, i);
      guint number = r->expected + i - r->member;
      char *marker = _lectern_member_dup_renumbered (check, m, number);

      if (marker == NULL || (references & (guint64)1 << MIN (m->number, 63))
          || (references & (guint64)1 << MIN (number, 63)))
        {
          g_free (marker);
          g_ptr_array_unref (markers);
          return;
        }
      g_ptr_array_add (markers, marker);
    }
  for (guint i = 0; i < markers->len; i++)
    {
      const LecternMember *m = _lectern_member_get (s, r->member + i);

      _lectern_check_replace (check, finding, m->span.start, m->span.end, markers->pdata[i]);
    }
  g_ptr_array_unref (markers);
}

static LecternFinding *
report_row (LecternCheck *check, const LecternRow *r, guint message, guint first, guint last)
{
  const LecternSequences *s = check->sequences;
  const LecternMember *m = _lectern_member_get (s, r->member);
  const LecternMember *previous = r->previous >= 0 ? _lectern_member_get (s, r->previous) : NULL;
  g_autofree char *quote = _lectern_member_quote (check, m);
  g_autofree char *from = _lectern_member_dup_expected (check, m, first);
  g_autofree char *to = _lectern_member_dup_expected (check, m, last);
  g_autofree char *before = previous != NULL ? _lectern_member_quote (check, previous) : NULL;
  LecternFinding *finding
      = _lectern_check_find (check, message, m->node, &m->span, quote, g_strstrip (from),
                             before != NULL ? before : "", g_strstrip (to), NULL);

  if (finding != NULL && previous != NULL)
    lectern_finding_add_related (finding, &previous->span);
  return finding;
}

void
_lectern_check_numbering_gap (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);
      guint number = _lectern_member_get (check->sequences, r->member)->number;
      LecternFinding *finding;

      if (r->fault == LECTERN_ROW_BACKWARDS)
        report_row (check, r, 3, r->expected, r->expected);
      if (r->fault != LECTERN_ROW_GAP)
        continue;
      finding = report_row (check, r, r->decided ? 2 : number > r->expected + 1, r->expected,
                            number - 1);
      renumber (check, r, finding);
    }
}

void
_lectern_check_numbering_duplicate (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);

      if (r->fault == LECTERN_ROW_DUPLICATE)
        renumber (check, r, report_row (check, r, 0, r->expected, r->expected));
    }
}

void
_lectern_check_numbering_start (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);
      guint number = _lectern_member_get (check->sequences, r->member)->number;

      if (r->fault == LECTERN_ROW_START)
        report_row (check, r, number > 2, 1, number - 1);
    }
}

/* What leads to a new row of numbers: 以下几点, 三项工作. */
static const LecternWords *
get_leading (void)
{
  static LecternWords leading = {
    .list = "以下|下列|如下|下面|几|兩|两|三|四|五|六|讲|講|谈|談|强调|強調|具体|具體|重点|重點|"
            "包括|主要|分别|分別",
  };
  static gsize prepared = 0;

  if (g_once_init_enter (&prepared))
    {
      _lectern_words_prepare (&leading);
      g_once_init_leave (&prepared, 1);
    }
  return &leading;
}

/* 第二条（制度）: what is numbered itself begins a row of its own below. */
static gboolean
begins_with_ordinal (const char *p, const char *end)
{
  gint n = _lectern_alternative_at ("第", p, end);
  guint value;
  gsize numeral;

  if (n <= 0)
    return FALSE;
  numeral = _lectern_numeral_parse_full (p + n, end - p - n, LECTERN_NUMERAL_FLAG_ORDINAL, &value,
                                         NULL);
  return numeral > 0
         && _lectern_alternative_at ("条|條|章|节|節|部分|部份|编|編", p + n + numeral, end) > 0;
}

/* The last sentence of a line. */
static gboolean
leads (const char *p, const char *end)
{
  const char *sentence;

  if (begins_with_ordinal (p, end))
    return TRUE;

  if (_lectern_alternative_at ("：", end - strlen ("："), end) > 0 || end[-1] == ':')
    return TRUE;
  for (sentence = g_utf8_prev_char (end); sentence > p; sentence = g_utf8_prev_char (sentence))
    if (_lectern_alternative_before ("。|！|？|；", p, sentence) > 0)
      /* Otherwise the whole line is the member itself. */
      return _lectern_words_within (get_leading (), sentence, end);
  return FALSE;
}

static gboolean
ends_in_stop (const char *p, const char *end)
{
  static const char *const stops[] = { "。", "！", "？", "；", "”", "）", "…" };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if ((gsize)(end - p) >= strlen (stops[i])
        && memcmp (end - strlen (stops[i]), stops[i], strlen (stops[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_marker (LecternCheck *check, const char *p)
{
  LecternNode *node = lectern_document_lookup_offset (check->document, p - check->text);

  return lectern_node_get_kind (node) == LECTERN_NODE_MARKER;
}

/* 一是…；一是…: what ends in the middle of a list leads to nothing new. */
static gboolean
is_led_to_within (const char *p, const char *end)
{
  guint n;

  while ((n = _lectern_blank_behind (p, end)) > 0)
    end -= n;
  if (_lectern_alternative_before ("；|;", p, end) > 0)
    return FALSE;
  return _lectern_alternative_before ("。", p, end) < 0 || leads (p, end)
         || _lectern_words_within (get_leading (), p, end);
}

/* Whether what stands between the two leads to something: a sentence before, a line that may be a
 * heading. In a row of points a paragraph of its own is enough. */
gboolean
_lectern_check_is_led_to (LecternCheck *check, guint member, guint before)
{
  const LecternMember *m = _lectern_member_get (check->sequences, member);
  const LecternMember *previous = _lectern_member_get (check->sequences, before);
  gboolean sections = _lectern_sequence_get (check->sequences, m->sequence)->sections;
  const char *p = check->text + previous->span.end, *end = check->text + m->span.start;
  guint lines = 0;
  gboolean led = FALSE;

  if (!lectern_node_starts_line (m->node))
    return p >= end || memchr (p, '\n', end - p) != NULL || is_led_to_within (p, end);
  while (p < end)
    {
      const char *line_end = memchr (p, '\n', end - p), *stop;
      guint n;

      line_end = line_end != NULL ? line_end : end;
      for (stop = line_end;
           stop > p && ((n = _lectern_blank_behind (p, stop)) > 0 || (n = stop[-1] == '\r') > 0);)
        stop -= n;
      while (p < stop && (n = _lectern_blank_at (p, stop)) > 0)
        p += n;
      if (p < stop && !begins_with_marker (check, p))
        {
          led = leads (p, stop) || (lines > 0 && (!sections || !ends_in_stop (p, stop)));
          if (lines > 0 && led)
            return TRUE;
          lines++;
        }
      p = line_end + 1;
    }
  return led;
}

void
_lectern_check_numbering_restart (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);

      if (r->fault == LECTERN_ROW_RESTART
          && !_lectern_check_is_led_to (check, r->member, r->previous))
        report_row (check, r, 0, r->expected, r->expected);
    }
}

void
_lectern_check_point_lonely (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);

      if (r->fault == LECTERN_ROW_LONELY)
        report_row (check, r, 0, 2, 2);
    }
}
