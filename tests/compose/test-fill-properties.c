/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "texts.h"

#include "language/lectern-numerals-private.h"

/* What must hold of filling whatever the text is: tried on the texts of the project, on texts glued
 * of their lines, and on those of the folder that LECTERN_CORPUS names. */

#define N_GLUED 400

typedef struct
{
  LecternDocument *document;
  LecternBindings *bindings;
  LecternTemplate *template;
  GPtrArray *fields;
} Case;

static gboolean
case_init (Case *test, GBytes *text)
{
  g_autoptr (LecternBindings) proposed = NULL;
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GKeyFile) again = g_key_file_new ();
  g_autoptr (GPtrArray) directives = NULL;
  g_autoptr (GError) error = NULL;

  test->document = lectern_document_new_from_bytes (text, NULL, NULL, NULL);
  if (test->document == NULL)
    return FALSE;
  directives = lectern_document_list_nodes (test->document, LECTERN_NODE_DIRECTIVE);
  if (directives->len > 0) /* they make other text than is there */
    {
      g_clear_object (&test->document);
      return FALSE;
    }
  proposed = lectern_bindings_new_proposed (test->document);
  file = lectern_bindings_to_key_file (proposed);
  data = g_key_file_to_data (file, NULL, NULL);
  ck_assert (g_key_file_load_from_data (again, data, (gsize)-1, G_KEY_FILE_NONE, NULL));
  test->bindings = lectern_bindings_new_from_key_file (again, NULL);
  ck_assert_ptr_nonnull (test->bindings);
  test->template = lectern_template_new (test->document, test->bindings, &error);
  if (test->template == NULL) /* a directive within a line */
    {
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE));
      g_clear_object (&test->document);
      g_clear_pointer (&test->bindings, lectern_bindings_unref);
      return FALSE;
    }
  test->fields = lectern_template_list_fields (test->template);
  return TRUE;
}

static void
case_clear (Case *test)
{
  g_clear_object (&test->template);
  g_clear_object (&test->document);
  g_clear_pointer (&test->bindings, lectern_bindings_unref);
  g_clear_pointer (&test->fields, g_ptr_array_unref);
}

static void
for_each (void (*check) (Case *test))
{
  g_autoptr (GPtrArray) texts = list_texts (N_GLUED);

  for (guint i = 0; i < texts->len; i++)
    {
      Case test = { 0 };

      if (case_init (&test, texts->pdata[i]))
        check (&test);
      case_clear (&test);
    }
}

static void
check_same (GBytes *a, GBytes *b)
{
  ck_assert (g_bytes_equal (a, b));
}

/* --- nothing -------------------------------------------------------------------------------- */

static void
check_nothing (Case *test)
{
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (GBytes) before = lectern_document_to_text (test->document);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) fast = NULL;

  for (guint i = 0; i < test->fields->len; i++)
    if (lectern_field_get_default (test->fields->pdata[i]) != NULL)
      return;
  lectern_fill_options_set_keep_slots (options, TRUE);
  filled = lectern_template_fill (test->template, values, options, NULL, NULL, NULL);
  ck_assert_ptr_eq (filled, test->document);
  fast = lectern_template_fill_to_text (test->template, values, NULL, NULL);
  check_same (fast, before);
}

START_TEST (filled_with_nothing_it_is_the_same_bytes) { for_each (check_nothing); }
END_TEST

/* --- bindings ------------------------------------------------------------------------------- */

static void
check_bound (Case *test)
{
  g_autoptr (GPtrArray) slots
      = lectern_document_list_nodes (test->document, LECTERN_NODE_PLACEHOLDER);
  g_autoptr (GPtrArray) lost = lectern_bindings_list_lost (test->bindings, test->document);
  guint n = 0;

  ck_assert_uint_eq (lost->len, 0);
  for (guint i = 0; i < test->fields->len; i++)
    {
      ck_assert (lectern_field_is_bound (test->fields->pdata[i]));
      n += lectern_field_get_n_slots (test->fields->pdata[i]);
    }
  ck_assert_uint_eq (n, slots->len);
}

START_TEST (what_is_proposed_binds_every_mask) { for_each (check_bound); }
END_TEST

/* --- values --------------------------------------------------------------------------------- */

/* A value for each kind. */
static const struct
{
  const char *kind;
  const char *text;
} kinds[] = {
  { LECTERN_PLACEHOLDER_ORDINAL, "3" },         { LECTERN_PLACEHOLDER_COUNT, "12" },
  { LECTERN_PLACEHOLDER_PERCENT, "12.5%" },     { LECTERN_PLACEHOLDER_DATE, "2025-03-12" },
  { LECTERN_PLACEHOLDER_PERSON, "张三" },       { LECTERN_PLACEHOLDER_PLACE, "临河" },
  { LECTERN_PLACEHOLDER_ORGANISATION, "水务" }, { LECTERN_PLACEHOLDER_TITLE, "节水办法" },
  { LECTERN_PLACEHOLDER_TEXT, "水务" },
};

static const char *
text_of_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].kind) == 0)
      return kinds[i].text;
  return "水务";
}

/* As many items as the place has slots. */
static LecternValue *
make_list (LecternField *field, const char *text)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);
  guint n = lectern_field_get_n_slots (field) / lectern_field_get_n_places (field);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, lectern_value_new_text (text, -1));
  return lectern_value_new_list (items);
}

static LecternValues *
make_values (Case *test)
{
  LecternValues *values = lectern_values_new (NULL);

  for (guint i = 0; i < test->fields->len; i++)
    {
      LecternField *field = test->fields->pdata[i];
      const char *kind = lectern_field_get_kind (field);
      gboolean in_parts = lectern_field_get_n_slots (field) > lectern_field_get_n_places (field)
                          && g_strcmp0 (kind, LECTERN_PLACEHOLDER_DATE) != 0;
      g_autoptr (LecternValue) value = in_parts
                                           ? make_list (field, text_of_kind (kind))
                                           : lectern_field_new_value (field, text_of_kind (kind));

      lectern_values_set (values, lectern_field_get_name (field), value);
    }
  return values;
}

/* The bytes of a span that are of a mask, from its start on. */
static gsize
count_masked (GPtrArray *slots, const LecternSpan *span)
{
  gsize at = span->start;

  for (guint i = 0; i < slots->len; i++)
    {
      LecternSpan slot;

      lectern_node_get_span (slots->pdata[i], &slot);
      if (slot.start <= at && at < slot.end)
        at = MIN (slot.end, span->end);
    }
  return at - span->start;
}

/* Everything that is replaced is a mask, or the number behind a list of names. */
static void
check_edits (Case *test, LecternDocument *filled)
{
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (filled, test->document);
  g_autoptr (GPtrArray) slots
      = lectern_document_list_nodes (test->document, LECTERN_NODE_PLACEHOLDER);
  g_autoptr (GBytes) before = lectern_document_to_text (test->document);
  g_autoptr (GBytes) after = lectern_document_to_text (filled);
  g_autoptr (GBytes) made = lectern_edits_apply (edits, before, NULL);
  const char *text = g_bytes_get_data (before, NULL);

  check_same (made, after);
  ck_assert_uint_eq (lectern_edits_get_n_moves (edits), 0);
  for (guint i = 0; i < lectern_edits_get_n_replacements (edits); i++)
    {
      LecternSpan span;
      guint number;

      lectern_edits_get_replacement (edits, i, &span);
      span.start += count_masked (slots, &span);
      ck_assert_msg (
          span.start == span.end
              || _lectern_numeral_parse (text + span.start, span.end - span.start, &number, NULL)
                     == span.end - span.start,
          "%.*s", (int)(span.end - span.start), text + span.start);
    }
}

static void
check_structure (Case *test, LecternDocument *filled)
{
  for (LecternNodeKind kind = LECTERN_NODE_SPEECH; kind <= LECTERN_NODE_ANNOUNCEMENT; kind++)
    {
      g_autoptr (GPtrArray) before = lectern_document_list_nodes (test->document, kind);
      g_autoptr (GPtrArray) after = lectern_document_list_nodes (filled, kind);

      ck_assert_uint_eq (after->len, kind == LECTERN_NODE_PLACEHOLDER ? 0 : before->len);
    }
}

static void
check_values (Case *test)
{
  g_autoptr (LecternValues) values = make_values (test);
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) fast = NULL;

  lectern_fill_options_set_missing (options, LECTERN_MISSING_ERROR);
  filled = lectern_template_fill (test->template, values, options, NULL, NULL, &error);
  ck_assert_msg (filled != NULL, "%s", error != NULL ? error->message : "");
  text = lectern_document_to_text (filled);
  fast = lectern_template_fill_to_text (test->template, values, options, NULL);
  check_same (fast, text);
  check_structure (test, filled);
  check_edits (test, filled);
}

START_TEST (filled_with_values_only_the_masks_change) { for_each (check_values); }
END_TEST

/* --- again ---------------------------------------------------------------------------------- */

/* What is kept open is filled again through XML, and comes out the same. */
static void
check_again (Case *test)
{
  g_autoptr (LecternValues) values = make_values (test);
  g_autoptr (LecternValues) blank = lectern_values_new (NULL);
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (LecternDocument) first = NULL;
  g_autoptr (LecternDocument) read = NULL;
  g_autoptr (LecternTemplate) again = NULL;
  g_autoptr (LecternDocument) second = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  lectern_fill_options_set_keep_slots (options, TRUE);
  lectern_fill_options_set_missing (options, LECTERN_MISSING_BLANK);
  first = lectern_template_fill (test->template, blank, options, NULL, NULL, NULL);
  xml = lectern_document_to_xml (first);
  read = lectern_document_new_from_xml (xml, NULL);
  if (read == NULL) /* a mask was all of a block that must not be empty */
    return;
  again = lectern_template_new (read, test->bindings, NULL);
  second = lectern_template_fill (again, values, NULL, NULL, NULL, NULL);
  ck_assert_ptr_nonnull (second);
  one = lectern_template_fill_to_text (test->template, values, NULL, NULL);
  other = lectern_document_to_text (second);
  check_same (one, other);
}

START_TEST (left_blank_and_kept_open_it_is_filled_the_same) { for_each (check_again); }
END_TEST

/* --- forms ---------------------------------------------------------------------------------- */

/* What the value of a kind becomes where this stands behind the mask. NULL stands for any. */
static const struct
{
  const char *kind;
  const char *part;
  const char *behind;
  const char *written;
} forms[] = {
  { LECTERN_PLACEHOLDER_ORDINAL, NULL, "届", "三" },
  { LECTERN_PLACEHOLDER_ORDINAL, NULL, "轮", "三" },
  { LECTERN_PLACEHOLDER_ORDINAL, NULL, "批", "三" },
  { LECTERN_PLACEHOLDER_COUNT, NULL, "个县", "12" },
  { LECTERN_PLACEHOLDER_COUNT, NULL, "个单位", "12" },
  { LECTERN_PLACEHOLDER_COUNT, NULL, "余万元", "12" },
  { LECTERN_PLACEHOLDER_PERCENT, NULL, "%", "12.5" },
  { LECTERN_PLACEHOLDER_DATE, "month", "月", "3" },
  { LECTERN_PLACEHOLDER_DATE, "day", "日", "12" },
};

static guint
check_form (LecternNode *slot)
{
  GBytes *bytes
      = lectern_source_get_bytes (lectern_document_get_source (lectern_node_get_document (slot)));
  const char *text = g_bytes_get_data (bytes, NULL);
  LecternSpan span;
  guint n = 0;

  lectern_node_get_span (slot, &span);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (lectern_node_get_property (slot, LECTERN_PROPERTY_KIND), forms[i].kind) == 0
        && g_strcmp0 (lectern_node_get_property (slot, LECTERN_PROPERTY_PART), forms[i].part) == 0
        && g_bytes_get_size (bytes) - span.end > strlen (forms[i].behind)
        && g_str_has_prefix (text + span.end, forms[i].behind))
      {
        g_autofree char *written = g_strndup (text + span.start, span.end - span.start);

        ck_assert_str_eq (written, forms[i].written);
        n++;
      }
  return n;
}

/* All that is checked at a text whose masks are filled. */
static guint
check_all_forms (Case *test)
{
  g_autoptr (LecternValues) values = make_values (test);
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (LecternDocument) read = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GBytes) text = NULL;
  guint n = 0;

  lectern_fill_options_set_keep_slots (options, TRUE);
  filled = lectern_template_fill (test->template, values, options, NULL, NULL, NULL);
  slots = lectern_document_list_nodes (filled, LECTERN_NODE_PLACEHOLDER);
  for (guint i = 0; i < slots->len; i++)
    n += check_form (slots->pdata[i]);
  text = lectern_document_to_text (filled);
  read = lectern_document_new_from_text (text, NULL);
  left = lectern_document_list_nodes (read, LECTERN_NODE_PLACEHOLDER);
  for (guint i = 0; i < left->len; i++)
    {
      g_autoptr (GBytes) mask = lectern_node_dup_bytes (left->pdata[i]);

      ck_abort_msg ("%.*s is left", (int)g_bytes_get_size (mask),
                    (const char *)g_bytes_get_data (mask, NULL));
    }
  return n;
}

START_TEST (no_mask_is_left_and_numerals_have_their_form)
{
  static const char text[]
      = "第X届第X轮第X批治水从X月X日开始，XX个单位投入XX余万元，XX个县完成XX%。\n";
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  guint n = 0;

  g_ptr_array_add (texts, g_bytes_new_static (text, strlen (text)));
  if (g_getenv ("LECTERN_CORPUS") != NULL)
    add_folder (texts, g_getenv ("LECTERN_CORPUS"));
  for (guint i = 0; i < texts->len; i++)
    {
      Case test = { 0 };

      if (case_init (&test, texts->pdata[i]))
        n += check_all_forms (&test);
      case_clear (&test);
    }
  ck_assert_uint_ge (n, G_N_ELEMENTS (forms));
}
END_TEST

RUN_SUITE ("fill-properties", filled_with_nothing_it_is_the_same_bytes,
           what_is_proposed_binds_every_mask, filled_with_values_only_the_masks_change,
           left_blank_and_kept_open_it_is_filled_the_same,
           no_mask_is_left_and_numerals_have_their_form)
