/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* What is said of places that were filled in: only XML says that they were. */

typedef struct
{
  const char *body;    /* of a paragraph */
  const char *message; /* NULL: nothing is found */
  const char *mended;  /* the text of the paragraph after mending; NULL: as it was */
} Case;

#define FILLED(attributes, value)                                                                  \
  "<placeholder " attributes " form=\"fill-in\" filled=\"true\" mask=\"X\">" value "</"            \
  "placeholder>"
#define MONTH   "kind=\"date\" part=\"month\""
#define DAY     "kind=\"date\" part=\"day\""
#define YEAR    "kind=\"date\" part=\"year\""
#define PERCENT "kind=\"percent\""
#define COUNT   "kind=\"count\" unit=\"个\""
#define ORDINAL "kind=\"ordinal\""
#define PLACE   "kind=\"place\""

static const Case cases[] = {
  { "到" FILLED (MONTH, "13") "月底", "“13” is no month: 1 to 12 stand here", NULL },
  { "到" FILLED (MONTH, "下") "月底", "“下” is no month: 1 to 12 stand here", NULL },
  { "到" FILLED (MONTH, "12") "月底", NULL, NULL },
  { "到" FILLED (MONTH, "十二") "月底", NULL, NULL },
  { "到" FILLED (MONTH, "3至5") "月底", NULL, NULL },
  { "到" FILLED (MONTH, "03") "月底", "“03” is written “3” here", "到3月底" },
  { "5月" FILLED (DAY, "32") "日", "“32” is no day of a month: 1 to 31 stand here", NULL },
  { "5月" FILLED (DAY, "31") "日", NULL, NULL },
  { "20" FILLED (YEAR, "25") "年以来", NULL, NULL },
  { FILLED (YEAR, "2025") "年以来", NULL, NULL },
  { FILLED (YEAR, "25") "年以来", "“25” is no year: four digits stand here", NULL },
  { FILLED (YEAR, "二〇二五") "年以来", NULL, NULL },
  { "增长" FILLED (PERCENT, "较快") "%", "“较快” is no number, but a percentage is wanted here",
    NULL },
  { "增长" FILLED (PERCENT, "1234") "%", "“1234” per cent is hardly meant here", NULL },
  { "增长" FILLED (PERCENT, "120.5") "%", NULL, NULL },
  { "下降" FILLED (PERCENT, "120") "%", "“120” per cent is hardly meant here", NULL },
  { "下降" FILLED (PERCENT, "12") "%", NULL, NULL },
  { "建成" FILLED (COUNT, "大量") "个泵站", "“大量” is no number, but one is wanted here", NULL },
  { "建成" FILLED (COUNT, "三十多") "个泵站", NULL, NULL },
  { "建成" FILLED (COUNT, "30个") "个泵站", "“30个” ends with “个”, which follows once more",
    "建成30个泵站" },
  { "第" FILLED (ORDINAL, "4") "批巡察", "“4” is written “四” here", "第四批巡察" },
  { "第" FILLED (ORDINAL, "四") "批巡察", NULL, NULL },
  { "地铁" FILLED (ORDINAL, "4") "号线", NULL, NULL },
  { "对" FILLED (PLACE, "临河县") "县的检查", "“临河县” ends with “县”, which follows once more",
    "对临河县的检查" },
  { "对" FILLED (PLACE, "临河县") "县委的检查", NULL, NULL },
  { "对" FILLED (PLACE, "临河") "县的检查", NULL, NULL },
  { "对" FILLED (PLACE, "XX") "县的检查", "“XX” counts as filled in, but is still a mask", NULL },
  { "对" FILLED (PLACE, " ") "县的检查", "nothing has been filled in for “X”", NULL },
  { "对" FILLED (PLACE, "临\n河") "县的检查", "the value “临 河” goes over the end of a line",
    NULL },
  { "对<placeholder kind=\"date\" part=\"month\" form=\"fill-in\">XX</placeholder>月的检查", NULL,
    NULL },
};

static LecternDocument *
read_case (const Case *test)
{
  g_autofree char *xml
      = g_strconcat ("<speech xmlns=\"" LECTERN_XML_NAMESPACE "\" xml:lang=\"zh-Hans\" "
                     "xml:space=\"preserve\"><p>",
                     test->body, "，这是全年的重点工作。</p>\n</speech>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_xml (bytes, &error);

  ck_assert_msg (document != NULL, "%s: %s", xml, error != NULL ? error->message : "");
  return document;
}

static char *
dup_text (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

START_TEST (value_is_judged_by_its_place)
{
  const Case *test = &cases[_i];
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternDocument) document = read_case (test);
  g_autoptr (LecternDocument) mended = NULL;
  g_autoptr (LecternReport) report = NULL;
  g_autofree char *before = dup_text (document);
  g_autofree char *after = NULL;

  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_set_severity (checker, "value-form", LECTERN_SEVERITY_WARNING, NULL));
  report = lectern_checker_check (checker, document, NULL, NULL);
  ck_assert_msg (lectern_report_get_n_findings (report) == (test->message != NULL ? 1 : 0), "%s",
                 test->body);
  if (test->message != NULL)
    {
      g_autofree char *message
          = lectern_finding_dup_message (lectern_report_get_finding (report, 0), "en");

      ck_assert_str_eq (message, test->message);
    }
  mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);
  after = dup_text (mended);
  if (test->mended == NULL)
    ck_assert_str_eq (after, before);
  else
    ck_assert_msg (g_str_has_prefix (after, test->mended), "%s", after);
}
END_TEST

int
main (void)
{
  TCase *tcase = tcase_create ("placeholders");

  tcase_add_loop_test (tcase, value_is_judged_by_its_place, 0, (int)G_N_ELEMENTS (cases));
  return run_tcase ("placeholders", tcase);
}
