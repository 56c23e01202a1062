/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-comparison-private.h"

#include <string.h>

/* A page for people: both speeches side by side, paragraph by paragraph. It needs nothing but
 * itself, and may be printed. */

static const char style[]
    = ":root{--ink:#1c1f23;--soft:#667080;--line:#e3e6ea;--paper:#fff;--old:#fdecea;--new:#e7f6ec;"
      "--oldink:#a3231b;--newink:#12683a;--value:#fff0c2;--moved:#e9eefc;--movedink:#2b4a9b}"
      "*{box-sizing:border-box}"
      "body{margin:0;background:#f5f6f8;color:var(--ink);font:16px/1.75 'Noto Serif CJK SC',"
      "'Source Han Serif SC','Songti SC',SimSun,serif}"
      "header{max-width:84rem;margin:0 auto;padding:2rem 1.5rem 1rem}"
      "h1{font-size:1.5rem;line-height:1.35;margin:0 0 .75rem}"
      "ul{display:flex;flex-wrap:wrap;gap:.5rem;margin:0;padding:0;list-style:none;"
      "font:14px/1.6 system-ui,'Noto Sans CJK SC',sans-serif}"
      "li{padding:.1rem .7rem;border-radius:1rem;background:#fff;border:1px solid var(--line)}"
      "li b{font-variant-numeric:tabular-nums}"
      "table{width:100%;max-width:84rem;margin:0 auto 3rem;border-collapse:collapse;"
      "table-layout:fixed;background:var(--paper);box-shadow:0 1px 4px rgba(20,30,50,.12)}"
      "th{position:sticky;top:0;background:#2d3642;color:#fff;text-align:left;padding:.6rem 1rem;"
      "font:600 14px/1.4 system-ui,'Noto Sans CJK SC',sans-serif;overflow-wrap:anywhere}"
      "td{vertical-align:top;padding:.35rem 1rem;overflow-wrap:anywhere}"
      "td.n{padding:.35rem .5rem;text-align:right;color:var(--soft);"
      "font:12px/2.3 ui-monospace,monospace;user-select:none}"
      "col.n{width:3.75rem}"
      "tr>td:nth-child(3){border-left:1px solid var(--line)}"
      "tr:target td{outline:2px solid var(--movedink);outline-offset:-2px}"
      ".t{white-space:pre-wrap}.title .t{font-size:1.2em;font-weight:700;text-align:center}"
      ".heading .t{font-weight:700}.point .t{padding-left:2em}"
      ".byline .t,.boilerplate .t{color:var(--soft)}.byline .t{text-align:center}"
      ".removed{background:var(--old)}.added{background:var(--new)}.moved{background:var(--moved)}"
      ".none{background:repeating-linear-gradient(135deg,#fafbfc 0 8px,#f1f3f5 8px 16px)}"
      "del{background:#f8c9c4;color:var(--oldink);text-decoration:line-through}"
      "ins{background:#b9e6c8;color:var(--newink);text-decoration:none;"
      "border-bottom:2px solid var(--newink)}"
      "del.v,ins.v{background:var(--value);color:inherit;font-weight:700;text-decoration:none}"
      "del.v{border-bottom:2px solid var(--oldink)}"
      ".l{display:inline-block;margin-right:.6em;font:12px/1.6 system-ui,'Noto Sans CJK SC',"
      "sans-serif;color:var(--movedink)}.l a{color:inherit}"
      "@media(max-width:48rem){td,th{padding-left:.5rem;padding-right:.5rem}col.n{width:2.25rem}}"
      "@media print{body{background:#fff;font-size:10.5pt;line-height:1.6}"
      "header{padding:0 0 1rem}table{box-shadow:none;margin:0}thead{display:table-header-group}"
      "th{position:static;background:#fff;color:#000;border-bottom:1.5pt solid #000}"
      "tr{break-inside:avoid}td{border-bottom:.4pt solid #ccc}.none{background:#fff}"
      "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
      "@page{size:A4 landscape;margin:14mm}}";

typedef enum
{
  WORD_TITLE,
  WORD_ALIKE,
  WORD_MOVED_TO,
  WORD_MOVED_FROM,
  WORD_LINE,
  WORD_SAME,
  WORD_KINDS
} Word;

static const char *const words_en[] = {
  [WORD_TITLE] = "Two speeches compared",
  [WORD_ALIKE] = "alike",
  [WORD_MOVED_TO] = "moved to line",
  [WORD_MOVED_FROM] = "moved from line",
  [WORD_LINE] = "line",
  [WORD_SAME] = "the same",
  [WORD_KINDS + LECTERN_DIFFERENCE_ADDED] = "added",
  [WORD_KINDS + LECTERN_DIFFERENCE_REMOVED] = "removed",
  [WORD_KINDS + LECTERN_DIFFERENCE_MOVED] = "moved",
  [WORD_KINDS + LECTERN_DIFFERENCE_REWORDED] = "reworded",
  [WORD_KINDS + LECTERN_DIFFERENCE_VALUE] = "values changed",
  [WORD_KINDS + LECTERN_DIFFERENCE_MARKER] = "renumbered",
  [WORD_KINDS + LECTERN_DIFFERENCE_LAYOUT] = "blanks changed",
};

static const char *const words_zh[] = {
  [WORD_TITLE] = "两稿对照",
  [WORD_ALIKE] = "相同",
  [WORD_MOVED_TO] = "移至第",
  [WORD_MOVED_FROM] = "移自第",
  [WORD_LINE] = "行",
  [WORD_SAME] = "没有差别",
  [WORD_KINDS + LECTERN_DIFFERENCE_ADDED] = "新增",
  [WORD_KINDS + LECTERN_DIFFERENCE_REMOVED] = "删去",
  [WORD_KINDS + LECTERN_DIFFERENCE_MOVED] = "移动",
  [WORD_KINDS + LECTERN_DIFFERENCE_REWORDED] = "改写",
  [WORD_KINDS + LECTERN_DIFFERENCE_VALUE] = "数据变动",
  [WORD_KINDS + LECTERN_DIFFERENCE_MARKER] = "重新编号",
  [WORD_KINDS + LECTERN_DIFFERENCE_LAYOUT] = "空白变动",
};

typedef struct
{
  LecternComparison *comparison;
  const LecternAlignSide *sides[2];
  GString *out;
  const char *const *words;
  gboolean chinese;
  guint8 *away[2]; /* of each item, whether it or what holds it was moved */
} Page;

/* HTML knows no NUL and few other controls, whatever their spelling. */
static void
add_text (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\r':
        if (i + 1 == length || text[i + 1] != '\n')
          g_string_append_c (out, '\n');
        break;
      default:
        if (((guchar)text[i] < 0x20 && text[i] != '\n' && text[i] != '\t') || text[i] == 0x7f)
          g_string_append (out, "\357\277\275");
        else
          g_string_append_c (out, text[i]);
      }
}

static guint
line_of (const LecternAlignSide *side, const LecternAlignItem *leaf)
{
  LecternPosition position;

  lectern_source_get_position (lectern_document_get_source (side->document), leaf->words,
                               &position);
  return position.line;
}

static const char *
class_of (const LecternAlignSide *side, const LecternAlignItem *leaf)
{
  LecternNodeKind parent = leaf->parent > 0 ? _lectern_align_item (side, (guint)leaf->parent)->kind
                                            : LECTERN_NODE_SPEECH;

  if (leaf->kind == LECTERN_NODE_PARAGRAPH && parent == LECTERN_NODE_POINT)
    return "point";
  return lectern_node_kind_get_element ((LecternNodeKind)leaf->kind);
}

/* The text of a leaf, the words that changed marked. */
static void
add_words (Page *page, guint number, const LecternAlignItem *leaf, const GArray *hunks)
{
  const LecternAlignSide *side = page->sides[number];
  const char *tag = number == 0 ? "del" : "ins";
  gsize at = leaf->start;

  while (at < leaf->words
         && (side->text[at] == ' ' || side->text[at] == '\n' || side->text[at] == '\r'
             || side->text[at] == '\t'))
    at++;
  for (guint i = 0; hunks != NULL && i < hunks->len; i++)
    {
      const LecternHunk *hunk = &g_array_index (hunks, LecternHunk, i);
      const LecternSpan *span = number == 0 ? &hunk->old_span : &hunk->new_span;

      add_text (page->out, side->text + at, span->start - at);
      at = span->end;
      if (span->start == span->end)
        continue;
      g_string_append_printf (page->out, hunk->figure ? "<%s class=\"v\">" : "<%s>", tag);
      add_text (page->out, side->text + span->start, span->end - span->start);
      g_string_append_printf (page->out, "</%s>", tag);
    }
  add_text (page->out, side->text + at, leaf->words_end - at);
}

/* Where the other side of what was moved stands. */
static void
add_link (Page *page, guint number, const LecternAlignItem *leaf)
{
  const LecternAlignSide *other = page->sides[1 - number];
  guint line = line_of (other, _lectern_align_item (other, (guint)leaf->match));

  g_string_append_printf (page->out, "<span class=\"l\"><a href=\"#%c%d\">%s %s%u%s</a></span>",
                          number == 0 ? 'b' : 'a', leaf->match, number == 0 ? "↷" : "↶",
                          page->words[number == 0 ? WORD_MOVED_TO : WORD_MOVED_FROM], line,
                          page->chinese ? page->words[WORD_LINE] : "");
}

static void
add_cell (Page *page, guint number, gint32 i, const char *state, const GArray *hunks)
{
  const LecternAlignSide *side = page->sides[number];
  const LecternAlignItem *leaf = i >= 0 ? _lectern_align_item (side, (guint)i) : NULL;

  if (leaf == NULL)
    {
      g_string_append (page->out, "<td class=\"n none\"></td><td class=\"none\"></td>");
      return;
    }
  g_string_append_printf (page->out,
                          "<td class=\"n %s\">%u</td><td class=\"%s %s\"><div class=\"t\">", state,
                          line_of (side, leaf), class_of (side, leaf), state);
  if (leaf->match >= 0 && *state == 'm')
    add_link (page, number, leaf);
  add_words (page, number, leaf, hunks);
  g_string_append (page->out, "</div></td>");
}

static GArray *
find_hunks (Page *page, const LecternAlignItem *old_leaf, const LecternAlignItem *new_leaf)
{
  LecternSpan old_span = { old_leaf->start, old_leaf->words_end };
  LecternSpan new_span = { new_leaf->start, new_leaf->words_end };

  return _lectern_hunks_new (page->sides[0]->text, &old_span, page->sides[1]->text, &new_span);
}

/* One row; -1 where a side has nothing. */
static void
add_row (Page *page, gint32 old_leaf, gint32 new_leaf)
{
  gint32 leaves[] = { old_leaf, new_leaf };
  static const char *const alone[] = { "removed", "added" };

  g_string_append (page->out, "<tr");
  if (old_leaf >= 0 && new_leaf < 0)
    g_string_append_printf (page->out, " id=\"a%d\"", old_leaf);
  if (new_leaf >= 0)
    g_string_append_printf (page->out, " id=\"b%d\"", new_leaf);
  g_string_append_c (page->out, '>');
  for (guint number = 0; number < 2; number++)
    {
      const LecternAlignItem *leaf
          = leaves[number] >= 0 ? _lectern_align_item (page->sides[number], (guint)leaves[number])
                                : NULL;
      g_autoptr (GArray) hunks = NULL;
      const char *state = "same";

      if (leaf != NULL && leaf->match < 0)
        state = alone[number];
      else if (leaf != NULL)
        {
          const LecternAlignItem *match
              = _lectern_align_item (page->sides[1 - number], (guint)leaf->match);

          hunks = number == 0 ? find_hunks (page, leaf, match) : find_hunks (page, match, leaf);
          if (page->away[number][leaves[number]])
            state = "moved";
        }
      add_cell (page, number, leaves[number], state, hunks);
    }
  g_string_append (page->out, "</tr>\n");
}

/* The next leaf from `i` on, or the number of items. */
static guint
find_leaf (const LecternAlignSide *side, guint i)
{
  while (i < side->items->len && !_lectern_align_item (side, i)->leaf)
    i++;
  return i;
}

/* Whether a leaf has no place beside another. */
static gboolean
is_alone (const Page *page, guint number, guint i, guint other)
{
  const LecternAlignItem *leaf = _lectern_align_item (page->sides[number], i);

  return leaf->match < 0 || page->away[number][i] || (guint)leaf->match < other;
}

static void
add_rows (Page *page)
{
  const LecternAlignSide *old = page->sides[0], *new = page->sides[1];
  guint i = find_leaf (old, 0), j = find_leaf (new, 0);

  while (i < old->items->len || j < new->items->len)
    {
      gboolean old_alone = i < old->items->len && is_alone (page, 0, i, j);
      gboolean new_alone = j < new->items->len &&is_alone (page, 1, j, i);

      if (!old_alone && !new_alone && i < old->items->len
          && j < new->items->len &&_lectern_align_item (old, i)->match != (gint32)j)
        new_alone = TRUE;
      if (!old_alone && !new_alone && (i == old->items->len || j == new->items->len))
        old_alone = new_alone = TRUE;
      add_row (page,
               new_alone && !old_alone ? -1
               : i < old->items->len   ? (gint32)i
                                       : -1,
               old_alone && !new_alone ? -1
               : j < new->items->len   ? (gint32)j
                                       : -1);
      if (!new_alone || old_alone)
        i = find_leaf (old, i + 1);
      if (!old_alone || new_alone)
        j = find_leaf (new, j + 1);
    }
}

static void
add_head (Page *page, const char *const *names)
{
  LecternComparison *comparison = page->comparison;
  gboolean any = FALSE;

  g_string_append_printf (page->out,
                          "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width\"><title>%s</title>"
                          "<style>%s</style></head>\n<body><header><h1>%s</h1><ul>",
                          page->chinese ? "zh-Hans" : "en", page->words[WORD_TITLE], style,
                          page->words[WORD_TITLE]);
  g_string_append_printf (page->out, "<li>%s <b>%.0f%%</b></li>", page->words[WORD_ALIKE],
                          100 * lectern_comparison_get_similarity (comparison));
  for (guint kind = 0; kind < G_N_ELEMENTS (comparison->counts); kind++)
    if (comparison->counts[kind] > 0)
      {
        any = TRUE;
        g_string_append_printf (page->out, "<li>%s <b>%u</b></li>", page->words[WORD_KINDS + kind],
                                comparison->counts[kind]);
      }
  if (!any)
    g_string_append_printf (page->out, "<li>%s</li>", page->words[WORD_SAME]);
  g_string_append (page->out, "</ul></header>\n<table><colgroup><col class=\"n\"><col>"
                              "<col class=\"n\"><col></colgroup><thead><tr>");
  for (guint number = 0; number < 2; number++)
    {
      g_string_append (page->out, "<th colspan=\"2\">");
      add_text (page->out, names[number], strlen (names[number]));
      g_string_append (page->out, "</th>");
    }
  g_string_append (page->out, "</tr></thead><tbody>\n");
}

/**
 * lectern_comparison_to_html:
 * @comparison: a comparison
 * @old_name: what stands above the old speech: the name of its file
 * @new_name: what stands above the new one
 * @language: (nullable): the language of the page, `zh` or `en`; %NULL is English
 *
 * Writes both speeches side by side as a page of HTML, paragraph by paragraph, with what changed
 * marked. The page is UTF-8, needs no other file, runs no script, and may be printed.
 *
 * Returns: (transfer full): the page
 */
GBytes *
lectern_comparison_to_html (LecternComparison *comparison, const char *old_name,
                            const char *new_name, const char *language)
{
  const char *const names[] = { old_name, new_name };
  Page page = { comparison, { NULL, NULL }, NULL, words_en, FALSE, { NULL, NULL } };

  g_return_val_if_fail (comparison != NULL, NULL);
  g_return_val_if_fail (old_name != NULL, NULL);
  g_return_val_if_fail (new_name != NULL, NULL);

  page.chinese = language != NULL && g_str_has_prefix (language, "zh");
  page.words = page.chinese ? words_zh : words_en;
  page.out = g_string_new (NULL);
  for (guint number = 0; number < 2; number++)
    {
      page.sides[number] = &comparison->align->sides[number];
      page.away[number] = _lectern_align_find_away (page.sides[number]);
    }
  add_head (&page, names);
  add_rows (&page);
  g_string_append (page.out, "</tbody></table></body></html>\n");
  g_free (page.away[0]);
  g_free (page.away[1]);
  return g_string_free_to_bytes (page.out);
}
