/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <lectern/lectern.h>

#include "base/lectern-error-private.h"
#include "language/lectern-numerals-private.h"
#include "read/lectern-markers-private.h"

#include <string.h>

/* From an outline to a speech that is still to be written: its frame, its headings and points, and
 * a place to write below each. */

typedef struct
{
  char *text; /* in one line, with its marker */
  guint level;
} Entry;

/* What stands around the entries, by the beginning of the language's tag; the last is for all. */
typedef struct
{
  const char *language;
  const char *title;
  const char *salutation;
  const char *open; /* a place to write */
  const char *stop;
  const char *announcing[2]; /* before and after the number */
  gboolean chinese;          /* the number is a Chinese numeral */
  const char *closing[2];    /* around a place to write */
  const char *thanks;
} Frame;

static const Frame frames[] = {
  { "zh-Hant",
    "在【待補】會議上的講話",
    "同志們：",
    "【待補】",
    "。",
    { "下面，我講", "點意見。" },
    TRUE,
    { "同志們，", "！" },
    "謝謝大家！" },
  { "en",
    "Speech on [TBD]",
    "Ladies and gentlemen,",
    "[TBD]",
    ".",
    { "I will make ", " points." },
    FALSE,
    { "Ladies and gentlemen, ", "!" },
    "Thank you!" },
  { "",
    "在【待补】会议上的讲话",
    "同志们：",
    "【待补】",
    "。",
    { "下面，我讲", "点意见。" },
    TRUE,
    { "同志们，", "！" },
    "谢谢大家！" },
};

/* What numbers entries that have no marker, by level; the last one is for all below. */
static const char *const numberings[] = { "一、", "（一）", "1.", "（1）" };

static const Frame *
find_frame (const char *language)
{
  guint i = 0;

  while (*frames[i].language != '\0'
         && (language == NULL || !g_str_has_prefix (language, frames[i].language)))
    i++;
  return &frames[i];
}

/* --- entries -------------------------------------------------------------------------------- */

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->text);
}

static void
add_entry (GArray *entries, const char *text, gsize length, guint level)
{
  Entry entry = { g_strndup (text, length), level };

  for (char *p = entry.text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  g_strstrip (entry.text);
  if (*entry.text != '\0')
    g_array_append_val (entries, entry);
  else
    g_free (entry.text);
}

/* The columns that a line is set in, and where its text begins. */
static guint
count_indent (const char **p, const char *end)
{
  guint columns = 0;

  for (; *p < end; *p = g_utf8_next_char (*p))
    {
      gunichar c = g_utf8_get_char (*p);

      if (c == '\t')
        columns += 4;
      else if (c == 0x3000)
        columns += 2;
      else if (c == ' ')
        columns++;
      else
        break;
    }
  return columns;
}

/* Lines set in by their level, each an entry. */
static void
add_lines (GArray *entries, const char *text, gsize length)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint)); /* of the levels */
  const char *end = text + length, *next;

  for (const char *p = text; p < end; p = next)
    {
      const char *line_end = p + strcspn (p, "\r\n");
      guint column;

      line_end = MIN (line_end, end);
      next = line_end < end ? line_end + 1 : end;
      column = count_indent (&p, line_end);
      if (p == line_end)
        continue;
      while (columns->len > 0 && g_array_index (columns, guint, columns->len - 1) >= column)
        g_array_set_size (columns, columns->len - 1);
      g_array_append_val (columns, column);
      add_entry (entries, p, (gsize)(line_end - p), columns->len);
    }
}

/* What an outline of a document lists. */
static GArray *
list_entries (LecternDocument *document)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  const char *text = g_bytes_get_data (bytes, NULL);
  g_autoptr (GPtrArray) listed = lectern_document_list_nodes (document, LECTERN_NODE_ENTRY);
  g_autoptr (LecternOutlineRenderer) renderer = NULL;
  g_autoptr (GBytes) made = NULL;
  gsize length;

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < listed->len; i++)
    {
      LecternSpan span;

      lectern_node_get_span (listed->pdata[i], &span);
      add_entry (entries, text + span.start, span.end - span.start,
                 lectern_node_get_level (listed->pdata[i]));
    }
  if (entries->len > 0)
    return entries;
  renderer = lectern_outline_renderer_new ();
  lectern_outline_renderer_set_indented (renderer, TRUE);
  made = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer),
                                           lectern_document_get_root (document), NULL, NULL);
  if (made != NULL)
    {
      g_autofree char *lines = NULL;

      text = g_bytes_get_data (made, &length);
      lines = g_strndup (text, length);
      add_lines (entries, lines, strlen (lines));
    }
  return entries;
}

/* --- writing --------------------------------------------------------------------------------- */

/* Whether the entry opens a point, and where its text begins. */
static gboolean
is_point (const char *text, gsize *marker_end)
{
  LecternMarker marker;
  gsize length = strlen (text);

  *marker_end = 0;
  if (!_lectern_marker_match (text, 0, length, TRUE, &marker))
    return FALSE;
  *marker_end = marker.end;
  return marker.role == LECTERN_ROLE_POINT;
}

static gboolean
ends_with_stop (const char *text)
{
  static const char *const stops[] = { "。", "！", "？", ".", "!", "?", "…" };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (text, stops[i]))
      return TRUE;
  return FALSE;
}

/* Where the text ends without the stop that an outline puts behind every entry. */
static gsize
drop_stop (const char *text, const Frame *frame)
{
  gsize length = strlen (text);

  return g_str_has_suffix (text, frame->stop) ? length - strlen (frame->stop) : length;
}

/* The marker of an entry that has none. */
static void
append_marker (GString *out, GArray *counts, guint level)
{
  guint form = MIN (level, (guint)G_N_ELEMENTS (numberings)) - 1;
  g_autoptr (LecternNumbering) numbering
      = lectern_numbering_new_from_marker (numberings[form], NULL);
  g_autofree char *marker
      = lectern_numbering_dup_marker (numbering, g_array_index (counts, guint, level - 1), NULL);

  g_string_append (out, marker != NULL ? marker : numberings[form]);
}

static void
append_entry (GString *out, const Frame *frame, GArray *entries, guint i, GArray *counts)
{
  const Entry *entry = &g_array_index (entries, Entry, i);
  gboolean parent
      = i + 1 < entries->len && g_array_index (entries, Entry, i + 1).level > entry->level;
  gsize marker_end;
  gboolean point = is_point (entry->text, &marker_end);

  while (counts->len < entry->level)
    g_array_append_val (counts, (guint){ 0 });
  g_array_set_size (counts, entry->level);
  g_array_index (counts, guint, entry->level - 1)++;
  if (marker_end == 0)
    append_marker (out, counts, entry->level);
  if (!point)
    g_string_append_len (out, entry->text, (gssize)drop_stop (entry->text, frame));
  else
    {
      g_string_append (out, entry->text);
      if (!ends_with_stop (entry->text))
        g_string_append (out, frame->stop);
    }
  if (!parent)
    g_string_append_printf (out, "%s%s%s", point ? "" : "\n", frame->open, frame->stop);
  g_string_append_c (out, '\n');
}

/* The number that the opening announces: how many entries of the first rank there are. */
static void
append_opening (GString *out, const Frame *frame, GArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += g_array_index (entries, Entry, i).level == 1;
  g_string_append_printf (out, "%s%s", frame->open, frame->stop);
  if (n > 1)
    {
      g_string_append (out, frame->chinese ? "" : " ");
      g_string_append (out, frame->announcing[0]);
      if (frame->chinese && n == 2)
        g_string_append (out, g_str_has_prefix (frame->language, "zh-Hant") ? "兩" : "两");
      else if (!frame->chinese
               || !_lectern_numeral_append (out, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, n))
        g_string_append_printf (out, "%u", n);
      g_string_append (out, frame->announcing[1]);
    }
  g_string_append_c (out, '\n');
}

/* The first node of this kind, or what stands for it. */
static void
append_line_of (GString *out, LecternDocument *document, LecternNodeKind kind,
                const char *otherwise)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, kind);
  g_autofree guint8 *text = NULL;
  gsize length = 0;

  if (nodes->len > 0)
    text = lectern_node_dup_text (nodes->pdata[0], &length);
  if (length > 0)
    g_string_append_len (out, (const char *)text, (gssize)length);
  else
    g_string_append (out, otherwise);
  g_string_append_c (out, '\n');
}

static GBytes *
write_skeleton (LecternDocument *outline, GArray *entries)
{
  const Frame *frame = find_frame (lectern_document_get_language (outline));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *out = g_string_new (NULL);

  append_line_of (out, outline, LECTERN_NODE_TITLE, frame->title);
  append_line_of (out, outline, LECTERN_NODE_SALUTATION, frame->salutation);
  append_opening (out, frame, entries);
  for (guint i = 0; i < entries->len; i++)
    append_entry (out, frame, entries, i, counts);
  g_string_append_printf (out, "%s%s%s\n", frame->closing[0], frame->open, frame->closing[1]);
  append_line_of (out, outline, LECTERN_NODE_THANKS, frame->thanks);
  return g_string_free_to_bytes (out);
}

/* --- what was promised ----------------------------------------------------------------------- */

/* Whether two entries say the same, stops and a marker that was supplied left out. */
static gboolean
is_same_entry (const Entry *wanted, const Entry *found, const Frame *frame)
{
  const char *text = found->text;
  gsize marker_end, length;

  is_point (wanted->text, &marker_end);
  if (marker_end == 0 && !is_point (text, &marker_end))
    text += marker_end;
  while (*text == ' ')
    text++;
  length = drop_stop (wanted->text, frame);
  return wanted->level == found->level && length == drop_stop (text, frame)
         && strncmp (wanted->text, text, length) == 0;
}

static gboolean
keeps_outline (LecternDocument *skeleton, GArray *entries, GError **error)
{
  g_autoptr (GArray) found = list_entries (skeleton);
  const Frame *frame = find_frame (lectern_document_get_language (skeleton));

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *wanted = &g_array_index (entries, Entry, i);

      if (i < found->len && is_same_entry (wanted, &g_array_index (found, Entry, i), frame))
        continue;
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                          "The entry “%s” would be read as something else in a speech",
                          wanted->text);
      return FALSE;
    }
  return TRUE;
}

/**
 * lectern_document_new_skeleton:
 * @outline: an outline, in one line (`【提纲】一、…`) or an entry a line, set in by its level; or a
 *   speech whose outline is taken
 * @error: return location for an error
 *
 * Makes a speech that is still to be written: title, salutation, an opening that announces as many
 * points as the outline has entries of the first rank, a heading or point for each entry with a
 * place to write (`【待补】`), closing and thanks. Title, salutation and thanks are those of
 * @outline where it has them. Entries without a marker are numbered 一、 （一） 1. （1） by their
 * level.
 *
 * The outline of the skeleton is the outline that was given.
 *
 * Fails with `LECTERN_ERROR_EDIT` where @outline has no entry, or one that would be read as
 * something else in a speech.
 *
 * Returns: (transfer full): the skeleton, or %NULL with @error set
 */
LecternDocument *
lectern_document_new_skeleton (LecternDocument *outline, GError **error)
{
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (LecternDocument) skeleton = NULL;
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (outline), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  entries = list_entries (outline);
  if (entries->len == 0)
    {
      g_autoptr (GBytes) bytes = lectern_document_to_text (outline);
      g_autofree char *lines = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      add_lines (entries, lines, strlen (lines));
    }
  if (entries->len == 0)
    {
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL, "There is no outline in it");
      return NULL;
    }
  text = write_skeleton (outline, entries);
  lectern_read_options_set_encoding (options, "UTF-8");
  lectern_read_options_set_format (options, LECTERN_FORMAT_TEXT);
  lectern_read_options_set_language (options, lectern_document_get_language (outline));
  skeleton = lectern_document_new_from_bytes (text, options, NULL, error);
  if (skeleton == NULL || !keeps_outline (skeleton, entries, error))
    return NULL;
  return g_steal_pointer (&skeleton);
}
