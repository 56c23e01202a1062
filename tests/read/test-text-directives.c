/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Directives stand in a text as if they were not there, and each says in its node what it does. */

static const char speech[]
    = "更多讲话稿请加QQ群：12345\n\n　　在全镇秋收工作会上的讲话\n（2024年9月6日）\n同志们：\n"
      "今天开个会，主要是安排秋收的事，把各村的机具、油料、人手都\n早一点定下来。下面，我讲两点意见"
      "。\n"
      "一、早作打算\n\n要做两件事：一是摸底；二是派工。再强调三点。一要快。\n二要净。\n熟一块收一块"
      "。\n三要稳。\n\n"
      "二、抓紧收割\n要聚焦机具，XX台要修好。\n— 3 —\n要聚焦人手，该派的派。\n"
      "同志们，收成就在眼前，大家抓紧干！\n谢谢大家！\n2024年9月6日\n";

static const char *const directives[] = { "{{#if 轮次 exists}}",
                                          "{{/if}}",
                                          "  {{#repeat 问题 in 清单}}\t",
                                          "　　{{> 开场-1}}",
                                          "{{! 一是三点意见。二是XX　　三是20  年 }}",
                                          "{{#field 轮次:ordinal|三}}" };

static char *
dup_xml (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (LecternDocument) document = read_text (bytes);
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) again = lectern_document_new_from_xml (xml, &error);
  g_autoptr (GBytes) back = NULL;

  ck_assert_msg (again != NULL, "%s", error != NULL ? error->message : "");
  back = lectern_document_to_text (again);
  ck_assert_mem_eq (g_bytes_get_data (back, NULL), text, strlen (text));
  ck_assert_uint_eq (g_bytes_get_size (back), strlen (text));
  return g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
}

/* The XML without the lines that are directives. */
static char *
dup_without (const char *xml)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("[ \\t　]*<directive[^>]*>[^<]*</directive>[ \\t]*(&#13;)?\\n", 0, 0, NULL);

  return g_regex_replace_literal (regex, xml, -1, 0, "", 0, NULL);
}

/* `step`: before each so many lines one is put. */
static char *
dup_with_directives (const char *text, guint first, guint step, const char *line_end)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = g_strv_length (lines);

  for (guint i = 0; i < n; i++)
    {
      if (i % step == first % step)
        g_string_append_printf (
            out, "%s%s", directives[(i / step + first) % G_N_ELEMENTS (directives)], line_end);
      if (i + 1 < n)
        g_string_append_printf (out, "%s%s", lines[i], line_end);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_transparent (guint first, guint step, const char *line_end)
{
  g_auto (GStrv) lines = g_strsplit (speech, "\n", -1);
  g_autofree char *plain = g_strjoinv (line_end, lines);
  g_autofree char *with = dup_with_directives (speech, first, step, line_end);
  g_autofree char *expected = dup_xml (plain);
  g_autofree char *xml = dup_xml (with);
  g_autofree char *rest = dup_without (xml);

  ck_assert_str_ne (xml, expected);
  ck_assert_str_eq (rest, expected);
}

START_TEST (what_is_around_directives_reads_as_if_they_were_not_there)
{
  for (guint step = 1; step < 40; step = step * 2 + 1)
    for (guint first = 0; first < MIN (step, 20); first++)
      {
        check_transparent (first, step, "\n");
        check_transparent (first, step, "\r\n");
      }
}

typedef struct
{
  const char *line;
  const char *properties; /* NULL: no directive */
} DirectiveRow;

static const DirectiveRow rows[] = {
  { "{{#if 轮次 exists}}", "do=if;test=轮次 exists;" },
  { "{{#if}}", "do=if;" },
  { "{{#else}}", "do=else;" },
  { "{{#else if 轮次 = 2}}", "do=else;test=轮次 = 2;" },
  { "{{/if}}", "do=end;name=if;" },
  { "{{#repeat 问题 in 问题清单}}", "do=repeat;name=问题;in=问题清单;" },
  { "{{#repeat 问题}}", "do=repeat;name=问题;" },
  { "{{/repeat}}", "do=end;name=repeat;" },
  { "{{> 开场-1}}", "do=include;name=开场-1;" },
  { "{{>开场}}", "do=include;name=开场;" },
  { "{{#field 轮次:ordinal|三}}", "do=field;kind=ordinal;name=轮次;default=三;" },
  { "{{#field 轮次 : ordinal |}}", "do=field;kind=ordinal;name=轮次;default=;" },
  { "{{#field 轮次:weather}}", "do=field;name=轮次;" },
  { "{{#meta tags 防汛, 开场}}", "do=meta;name=tags;value=防汛, 开场;" },
  { "{{! 说明}}", "do=comment;" },
  { "{{#ifx 轮次}}", "" },
  { "{{#}}", "" },
  { "　{{/if}} \t", "do=end;name=if;" },
  { "{{#if 说 = \"好。　　好\"}}", "do=if;test=说 = \"好。　　好\";" },
  { "{{轮次}}", NULL },
  { "{{#if 轮次}", NULL },
  { "{{#if 轮次}}。", NULL },
  { "看{{#if 轮次}}", NULL },
  { "{{#if 轮次}}好{{/if}}", NULL },
  { "{#if 轮次}}", NULL },
  { "{{}}", NULL },
  { "{{#", NULL },
};

static char *
dup_properties (LecternNode *node)
{
  GString *out = g_string_new (NULL);
  const char *name, *value;

  for (guint n = 0; lectern_node_get_nth_property (node, n, &name, &value); n++)
    g_string_append_printf (out, "%s=%s;", name, value);
  return g_string_free (out, FALSE);
}

START_TEST (a_line_that_holds_only_a_directive_is_one)
{
  static const char *const places[][2]
      = { { "", "\n同志们：\n今天开个会。\n" }, { "同志们：\n今天开个会。\n", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows) * 2; i++)
    {
      const DirectiveRow *row = &rows[i / 2];
      g_autofree char *text = g_strconcat (places[i % 2][0], row->line, places[i % 2][1], NULL);
      g_autofree char *xml = dup_xml (text);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (LecternDocument) document = read_text (bytes);
      g_autoptr (GPtrArray) nodes = lectern_node_list_descendants (
          lectern_document_get_root (document), LECTERN_NODE_DIRECTIVE);
      g_autofree char *properties = nodes->len > 0 ? dup_properties (nodes->pdata[0]) : NULL;

      ck_assert_msg (nodes->len == (row->properties != NULL), "%s", row->line);
      ck_assert_msg (g_strcmp0 (properties, row->properties) == 0, "%s: %s", row->line,
                     properties != NULL ? properties : "");
      ck_assert_ptr_nonnull (xml);
    }
}

START_TEST (a_series_goes_on_across_directives_and_holds_those_between_its_points)
{
  static const TextRow trees[] = {
    ROW ("in the series",
         "<p|再强调两点。>\n⟦一要|«<p|⟨一要⟩‹快。›>\n»<do|{{#if 甲 exists}}>\n"
         "<do|{{! "
         "乙}}>\n«<p|⟨二要⟩‹净。›>\n<do|{{/if}}>\n<p|熟一块收一块。>\n»«<p|⟨三要⟩‹稳。›>\n»⟧"),
    ROW ("in a sentence that a line end cuts",
         "<p|各村的机具、油料、人手都要定下来，\n<do|{{#if 甲 exists}}>\n"
         "还要把场地定下来，\n  <do|{{/if}}>\n一样也不能少。>\n"),
    ROW ("beside blank lines", "<p|机具要修好。>\n\n<do|{{#if 甲 exists}}>\n\n<p|油料要买好。>\n"),
  };
  static const TextRow speeches[] = {
    ROW ("nothing else", "<do|{{#if 甲 exists}}>\n<do|{{/if}}>"),
    ROW (
        "between sections",
        "<to|同志们：>\n<open|<p|今天开个会。>\n><do|{{#if 甲 exists}}>\n<s 一、|<h|⟨一、⟩早打算>\n"
        "⟦一要|«<p|⟨一要⟩‹快。›>\n»«<p|⟨二要⟩‹净。›>\n»⟧><do|{{/if}}>\n<s "
        "一、|<h|⟨二、⟩快收割>\n>"),
  };

  CHECK_SECTIONS (trees);
  CHECK_SPEECHES (speeches);
}

START_TEST (an_announcement_is_tied_across_directives)
{
  static const char text[] = "同志们：\n今天开个会。强调三点。\n{{#repeat 甲 in 乙}}\n一要快。\n"
                             "{{/repeat}}\n二要净。\n{{! 丙}}\n三要稳。\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LecternDocument) document = read_text (bytes);
  g_autoptr (GPtrArray) nodes = lectern_node_list_descendants (lectern_document_get_root (document),
                                                               LECTERN_NODE_ANNOUNCEMENT);

  ck_assert_uint_eq (nodes->len, 1);
  ck_assert_uint_eq (lectern_node_count_delivered (nodes->pdata[0]), 3);
}

START_TEST (a_million_directives_are_read_quickly)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternDocument) document = NULL;
  gint64 start;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, i % 2 == 0 ? "{{#if 甲}}\n" : "{{ {{/if }}　　{{#if\n");
  bytes = g_bytes_new (text->str, text->len);
  start = g_get_monotonic_time ();
  document = read_text (bytes);
  ck_assert_int_lt (g_get_monotonic_time () - start, 30 * G_USEC_PER_SEC);
  ck_assert_uint_eq (
      lectern_node_get_kind (lectern_node_get_first_child (lectern_document_get_root (document))),
      LECTERN_NODE_DIRECTIVE);
}

RUN_SUITE ("directives", what_is_around_directives_reads_as_if_they_were_not_there,
           a_line_that_holds_only_a_directive_is_one,
           a_series_goes_on_across_directives_and_holds_those_between_its_points,
           an_announcement_is_tied_across_directives, a_million_directives_are_read_quickly)
