/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "suite.h"

#include <lectern/lectern.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the tests of operations on the structure share: the speeches here, the golden ones, and the
 * texts (*.txt) of the folder that LECTERN_CORPUS names. An operation may be refused; one that is
 * not must be right. LECTERN_VERBOSE says how many were, and why. */

typedef struct
{
  const char *name;
  guint tried;
  guint done;
} Tally;

static GPtrArray *texts; /* GBytes */
static GPtrArray *names;
static GHashTable *refusals; /* message → count */
static guint n_wrong;

static const char *const speeches[] = {
  "在全县河道治理推进会上的讲话\n（2025年3月12日）\n同志们：\n今天我们召开推进会。下面，我讲三点意"
  "见。"
  "\n一、认清形势，增强信心\n主要看两个“变化”：一是水质变化明显。三个断面达标；二是队伍变化明显。\n"
  "二、狠抓落实，务求实效\n（一）抓好清淤。要在年底前完成。再强调三点。一要快。\n二要实。\n三要细。"
  "\n"
  "（二）抓好管护。巡查要到位。\n三、加强领导，压实责任\n各级要扛起责任。\n谢谢大家！",
  "在供水保障会上的讲话\r\n\r\n同志们：\r\n\r\n　　今天部署供水工作。\r\n\r\n　　一、保水源\r\n\r\n"
  "　　要做到："
  "（1）水库要管好；（2）河道要清好；（3）水井要护好。\r\n\r\n　　二、保管网\r\n\r\n　　首先，老旧"
  "管道要换。\r\n\r\n"
  "　　其次，漏点要补。\r\n\r\n　　再次，压力要稳。\r\n\r\n　　最后，水质要检。\r\n\r\n　　三、保服"
  "务\r\n\r\n"
  "　　热线要通。\r\n\r\n　　同志们，水是命脉。让我们共同努力！\r\n",
};

/* Says what is wrong, and goes on, so that one run shows all. */
static inline void G_GNUC_PRINTF (1, 2) complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (n_wrong++ < 40)
    {
      g_autofree char *line = g_strdup_vprintf (format, arguments);

      printf ("# %s\n", g_strdelimit (line, "\r\n", '|'));
    }
  va_end (arguments);
}

static inline void
add_text (const char *name, char *data, gsize length)
{
  g_ptr_array_add (texts, g_bytes_new_take (data, length));
  g_ptr_array_add (names, g_strdup (name));
}

static inline void
add_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      char *data;
      gsize length;

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        add_folder (inner);
      else if (g_str_has_suffix (name, ".txt") && g_file_get_contents (inner, &data, &length, NULL))
        add_text (name, data, length);
    }
}

/* Counts a try; a refusal must say where and why. */
static inline gboolean
count (Tally *tally, LecternDocument *document, const char *what, GError **error)
{
  gpointer n;

  tally->tried++;
  if (document != NULL)
    {
      tally->done++;
      return TRUE;
    }
  ck_assert (*error != NULL);
  ck_assert_int_eq ((*error)->domain, LECTERN_ERROR);
  ck_assert_msg ((*error)->code == LECTERN_ERROR_EDIT || (*error)->code == LECTERN_ERROR_NUMBERING,
                 "%s", (*error)->message);
  if (g_getenv ("LECTERN_VERBOSE") != NULL)
    {
      const char *message = strstr ((*error)->message, ": ");
      g_autofree char *key
          = g_strconcat (tally->name, (message != NULL ? message : (*error)->message), NULL);

      n = g_hash_table_lookup (refusals, key);
      g_hash_table_insert (refusals, g_steal_pointer (&key),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
    }
  if (g_strcmp0 (g_getenv ("LECTERN_VERBOSE"), "2") == 0)
    printf ("# refused: %s %s: %s\n", tally->name, what, (*error)->message);
  g_clear_error (error);
  return FALSE;
}

static inline GBytes *
get_text (LecternDocument *document)
{
  return lectern_source_get_bytes (lectern_document_get_source (document));
}

/* The first place where two texts differ, for a message. */
static inline char *
dup_difference (GBytes *one, GBytes *other)
{
  gsize a, b, at = 0;
  const char *p = g_bytes_get_data (one, &a), *q = g_bytes_get_data (other, &b);

  while (at < a && at < b && p[at] == q[at])
    at++;
  while (at > 0 && ((guchar)p[at] & 0xc0) == 0x80)
    at--;
  return g_strdup_printf ("at %zu of %zu and %zu: “%.*s” and “%.*s”", at, a, b,
                          (int)MIN (a - at, 90), p + at, (int)MIN (b - at, 90), q + at);
}

/* The edits of the new document are those from the old text to the new one. */
static inline void
check_edits (LecternDocument *before, LecternDocument *after, const char *what)
{
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, before);
  g_autoptr (GBytes) text = lectern_edits_apply (edits, get_text (before), NULL);

  ck_assert (text != NULL);
  if (!g_bytes_equal (text, get_text (after)))
    complain ("%s: edits that give another text", what);
}

static inline void
check_same (LecternDocument *one, LecternDocument *other, const char *what)
{
  if (!g_bytes_equal (get_text (one), get_text (other)))
    {
      g_autofree char *difference = dup_difference (get_text (one), get_text (other));

      complain ("%s: %s", what, difference);
    }
}

/* Whether two texts are one but for white space. */
static inline gboolean
are_alike (LecternDocument *one, LecternDocument *other)
{
  g_autoptr (GRegex) space = g_regex_new ("[\\s\u3000]+", 0, 0, NULL);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize n, m;
  const char *p = g_bytes_get_data (get_text (one), &n),
             *q = g_bytes_get_data (get_text (other), &m);

  a = g_regex_replace_literal (space, p, (gssize)n, 0, "", 0, NULL);
  b = g_regex_replace_literal (space, q, (gssize)m, 0, "", 0, NULL);
  return g_strcmp0 (a, b) == 0;
}

/* How often the checker finds something wrong with numbers or counts. */
static inline guint
count_faults (LecternDocument *document)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternReport) report = NULL;
  guint n = 0;

  lectern_checker_set_max_findings (checker, 0);
  report = lectern_checker_check (checker, document, NULL, NULL);
  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      const char *code = lectern_finding_get_code (lectern_report_get_finding (report, i));

      n += g_str_has_prefix (code, "announced-count") || g_str_has_prefix (code, "numbering-");
    }
  return n;
}

static inline void
check_faults (LecternDocument *before, LecternDocument *after, const char *what)
{
  guint was = count_faults (before), is = count_faults (after);

  if (is > was)
    {
      g_autofree char *difference = dup_difference (get_text (before), get_text (after));

      complain ("%s: %u faults of numbers were there, %u are now: %s", what, was, is, difference);
    }
}

/* The path of the sibling of its kind that is `by` further on. */
static inline LecternNode *
lookup_sibling (LecternDocument *document, const char *path, int by)
{
  g_autofree char *parent = g_strdup (path);
  g_autofree char *sibling = NULL;
  char *bracket = strrchr (parent, '[');
  int number = atoi (bracket + 1);

  *bracket = '\0';
  sibling = g_strdup_printf ("%s[%d]", parent, number + by);
  return lectern_document_lookup (document, sibling);
}

static inline guint
count_siblings (LecternDocument *document, const char *path)
{
  LecternNode *node = lectern_document_lookup (document, path);
  guint n = 0;

  for (LecternNode *child = lectern_node_get_first_child (lectern_node_get_parent (node));
       child != NULL; child = lectern_node_get_next (child))
    n += lectern_node_get_kind (child) == lectern_node_get_kind (node);
  return n;
}

static Tally backs = { "undo", 0, 0 };
/* XML in which what the identifiers are called makes no difference, and nothing is marked that is
 * of the text alone: leads, the opening, and how a series is numbered whose first members are
 * others now. */
static inline GBytes *
dup_nameless (LecternDocument *document)
{
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autofree char *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_autoptr (GRegex) marks = g_regex_new (" xml:id=\"[^\"]*\"|</?lead>|</?opening>", 0, 0, NULL);
  g_autoptr (GRegex) numbers = g_regex_new ("(?<=<series) numbering=\"[^\"]*\"|"
                                            "(?<=<point ordinal=\"[0-9]\") number=\"[^\"]*\"",
                                            0, 0, NULL);
  g_autoptr (GRegex) ids = g_regex_new ("\\b[rs][0-9]+", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (marks, text, -1, 0, "", 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (numbers, without, -1, 0, "", 0, NULL);
  char *same = g_regex_replace_literal (ids, bare, -1, 0, "s", 0, NULL);

  return g_bytes_new_take (same, strlen (same));
}

static inline guint
count_nodes (LecternDocument *document, LecternNodeKind kind)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, kind);

  return nodes->len;
}

static inline LecternDocument *
read_given (LecternDocument *document)
{
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);

  return lectern_document_new_from_xml (xml, NULL);
}

/* Whether the XML says all: what a series is counted by is read in its text, but not in XML. */
static inline gboolean
is_given_alike (LecternDocument *document, LecternDocument *given)
{
  g_autoptr (GBytes) one = lectern_document_to_xml (document);
  g_autoptr (GBytes) other = lectern_document_to_xml (given);

  return g_bytes_equal (one, other);
}

/* The same operation on the document as XML, whose structure is given, gives the same XML. What was
 * the last paragraph of a section may be read as the closing, and what announces one thing as no
 * announcement; where they are given they stay what they are. */
static inline void
check_given (LecternDocument *before, LecternDocument *before_given, LecternDocument *after,
             LecternDocument *given, GError *error, const char *what)
{
  g_autoptr (GBytes) one = dup_nameless (after);
  g_autoptr (GBytes) other = given != NULL ? dup_nameless (given) : NULL;

  if (!is_given_alike (before, before_given))
    return;
  if (given != NULL
      && (count_nodes (after, LECTERN_NODE_CLOSING) != count_nodes (given, LECTERN_NODE_CLOSING)
          || count_nodes (after, LECTERN_NODE_ANNOUNCEMENT)
                 != count_nodes (given, LECTERN_NODE_ANNOUNCEMENT)))
    return;
  if (given == NULL)
    complain ("%s: refused as XML: %s", what, error->message);
  else if (!g_bytes_equal (one, other))
    {
      g_autofree char *difference = dup_difference (one, other);

      complain ("%s: as XML: %s", what, difference);
    }
}

static inline void
print_tally (const Tally *tally)
{
  if (g_getenv ("LECTERN_VERBOSE") != NULL)
    printf ("# %s: %u tried, %u done, %u refused\n", tally->name, tally->tried, tally->done,
            tally->tried - tally->done);
}

static inline void
print_refusals (void)
{
  GHashTableIter iter;
  gpointer message, n;

  g_hash_table_iter_init (&iter, refusals);
  while (g_hash_table_iter_next (&iter, &message, &n))
    printf ("# %u × %s\n", GPOINTER_TO_UINT (n), (char *)message);
}

/* Most are to be done, and all that are done to be right. */
static inline void
check_tally (const Tally *tally)
{
  print_tally (tally);
  if (backs.tried > 0)
    print_tally (&backs);
  print_refusals ();
  ck_assert_uint_eq (n_wrong, 0);
  ck_assert_uint_gt (tally->done, tally->tried / 2);
}

static inline int
run_structure_suite (const char *name, const TTest *const *tests, gsize n_tests)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  names = g_ptr_array_new_with_free_func (g_free);
  refusals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (speeches); i++)
    add_text ("own", g_strdup (speeches[i]), strlen (speeches[i]));
  add_folder (GOLDEN);
  if (g_getenv ("LECTERN_CORPUS") != NULL)
    add_folder (g_getenv ("LECTERN_CORPUS"));
  return run_suite (name, tests, n_tests);
}
