/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"
#include "model/lectern-dates-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* The text with runs of blanks and line ends as one blank, none at its ends, and NUL as U+FFFD,
 * since the result is a C string. */
static char *
dup_line (const LecternNode *node)
{
  gsize length;
  const char *text = _lectern_source_get_text (_lectern_node_document (node)->source, &length);
  GString *line = g_string_sized_new (node->end - node->start);
  gboolean pending = FALSE;

  for (gsize at = node->start; at < node->end;)
    {
      guint blank
          = text[at] == '\n' || text[at] == '\r' ? 1 : _lectern_blank_after (text, node->end, at);

      if (blank > 0)
        {
          pending = line->len > 0;
          at += blank;
          continue;
        }
      if (pending)
        g_string_append_c (line, ' ');
      pending = FALSE;
      if (text[at] == '\0')
        g_string_append (line, "\xef\xbf\xbd");
      else
        g_string_append_c (line, text[at]);
      at++;
    }
  return g_string_free (line, FALSE);
}

/**
 * lectern_document_dup_title:
 * @document: a document
 *
 * Gets the title, in one line: line breaks and other white space become one blank each.
 *
 * Returns: (transfer full) (nullable): the title, %NULL where there is none
 */
char *
lectern_document_dup_title (LecternDocument *document)
{
  GString *title = NULL;
  LecternNode *node;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  node = lectern_node_find_child (document->tree.nodes, LECTERN_NODE_TITLE);
  for (; node != NULL; node = _lectern_node_next (node))
    if (node->kind == LECTERN_NODE_TITLE)
      {
        g_autofree char *line = dup_line (node);

        if (title == NULL)
          title = g_string_new (NULL);
        g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", line);
      }
  return title != NULL ? g_string_free (title, FALSE) : NULL;
}

/* What bylines say. */
typedef struct
{
  char *speaker;
  char *date;
  char *place;
} Byline;

/* Words before a colon that say what follows it. */
static const struct
{
  const char *label;
  gsize member;
} labels[] = {
  { "演讲人", G_STRUCT_OFFSET (Byline, speaker) },  { "演講人", G_STRUCT_OFFSET (Byline, speaker) },
  { "讲话人", G_STRUCT_OFFSET (Byline, speaker) },  { "講話人", G_STRUCT_OFFSET (Byline, speaker) },
  { "发言人", G_STRUCT_OFFSET (Byline, speaker) },  { "發言人", G_STRUCT_OFFSET (Byline, speaker) },
  { "主讲人", G_STRUCT_OFFSET (Byline, speaker) },  { "作者", G_STRUCT_OFFSET (Byline, speaker) },
  { "Speaker", G_STRUCT_OFFSET (Byline, speaker) }, { "时间", G_STRUCT_OFFSET (Byline, date) },
  { "時間", G_STRUCT_OFFSET (Byline, date) },       { "日期", G_STRUCT_OFFSET (Byline, date) },
  { "Date", G_STRUCT_OFFSET (Byline, date) },       { "地点", G_STRUCT_OFFSET (Byline, place) },
  { "地點", G_STRUCT_OFFSET (Byline, place) },      { "Place", G_STRUCT_OFFSET (Byline, place) },
};

/* What a line may begin and end with without its being part of a fact. */
static const char *const ornaments[]
    = { " ", "　", "—", "―", "－", "-", "，", ",", "、", "；", ";", "：", ":", "·" };

/* Sets a fact that is not known yet to the text without ornaments. */
static void
set_fact (char **fact, const char *text, gsize length)
{
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (ornaments); i++)
        {
          gsize n = strlen (ornaments[i]);

          if (length >= n && memcmp (text, ornaments[i], n) == 0)
            {
              text += n;
              length -= n;
              more = TRUE;
            }
          if (length >= n && memcmp (text + length - n, ornaments[i], n) == 0)
            {
              length -= n;
              more = TRUE;
            }
        }
    }
  if (length > 0 && *fact == NULL)
    *fact = g_strndup (text, length);
}

/* Of `——李某在干部大会上的讲话` the speaker is what stands before 在. */
static gsize
speaker_length (const char *text)
{
  static const char *const endings[]
      = { "讲话", "講話", "发言", "發言", "致辞", "致辭", "致词", "演讲", "演講", "报告", "報告" };
  const char *at = strstr (text, "在");

  for (gsize i = 0; at != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i]))
      return at - text;
  return strlen (text);
}

static gboolean
read_label (const char *text, Byline *byline)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *after;

      if (!g_str_has_prefix (text, labels[i].label))
        continue;
      after = text + strlen (labels[i].label);
      if (*after != ':' && !g_str_has_prefix (after, "："))
        continue;
      set_fact (G_STRUCT_MEMBER_P (byline, labels[i].member), after, strlen (after));
      return TRUE;
    }
  return FALSE;
}

/* A part of a line that is in brackets, or is not. */
static void
read_part (const char *text, gboolean in_brackets, Byline *byline)
{
  gsize start;
  gsize end;

  while (*text == ' ')
    text++;
  if (read_label (text, byline))
    return;
  if (_lectern_find_date (text, &start, &end))
    {
      set_fact (&byline->date, text + start, end - start);
      set_fact (in_brackets ? &byline->place : &byline->speaker, text, start);
      set_fact (&byline->place, text + end, strlen (text + end));
    }
  else if (in_brackets && byline->date != NULL)
    set_fact (&byline->place, text, strlen (text));
  else
    set_fact (&byline->speaker, text, speaker_length (text));
}

static void
read_line (const char *line, Byline *byline)
{
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean in_brackets = FALSE;

  for (const char *at = line;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0 && g_utf8_strchr ("（）()［］[]", -1, c) == NULL)
        {
          g_string_append_unichar (part, c);
          continue;
        }
      if (part->len > 0)
        read_part (part->str, in_brackets, byline);
      g_string_truncate (part, 0);
      if (c == 0)
        break;
      in_brackets = c == '(' || c == '[' || c == 0xff08 || c == 0xff3b;
    }
}

static void
read_bylines (LecternDocument *document, Byline *byline)
{
  LecternNode *node = lectern_node_find_child (document->tree.nodes, LECTERN_NODE_BYLINE);

  memset (byline, 0, sizeof *byline);
  for (; node != NULL; node = _lectern_node_next (node))
    if (node->kind == LECTERN_NODE_BYLINE)
      {
        g_autofree char *line = dup_line (node);

        read_line (line, byline);
      }
}

/**
 * lectern_document_dup_speaker:
 * @document: a document
 *
 * Gets who speaks, as the bylines say it: the name or post before the date, or on a line of its
 * own.
 *
 * Returns: (transfer full) (nullable): the speaker, %NULL where no byline names one
 */
char *
lectern_document_dup_speaker (LecternDocument *document)
{
  Byline byline;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  read_bylines (document, &byline);
  g_free (byline.date);
  g_free (byline.place);
  return byline.speaker;
}

/**
 * lectern_document_dup_date:
 * @document: a document
 *
 * Gets the date of the speech as the bylines write it, such as `2025年3月12日`,
 * `二○二五年三月十二日`, `2013年12月28日-29日` or `March 12, 2025`.
 *
 * Returns: (transfer full) (nullable): the date, %NULL where no byline has one
 */
char *
lectern_document_dup_date (LecternDocument *document)
{
  Byline byline;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  read_bylines (document, &byline);
  g_free (byline.speaker);
  g_free (byline.place);
  return byline.date;
}

/**
 * lectern_document_dup_place:
 * @document: a document
 *
 * Gets where the speech is given, as the bylines say it: what stands in brackets beside the date,
 * or after it.
 *
 * Returns: (transfer full) (nullable): the place, %NULL where no byline names one
 */
char *
lectern_document_dup_place (LecternDocument *document)
{
  Byline byline;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  read_bylines (document, &byline);
  g_free (byline.speaker);
  g_free (byline.date);
  return byline.place;
}
