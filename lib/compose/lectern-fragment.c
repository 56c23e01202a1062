/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-fragment-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-fill-private.h"
#include "language/lectern-words-private.h"
#include "read/lectern-directive-private.h"

#include <string.h>

/**
 * LecternFragment:
 *
 * A part of speeches that is used again: an opening, a closing, a series, a section. It is a
 * template of its own, and says in lines of `{{#meta name value}}` what it is: its `id`, a `title`,
 * the `occasion`, `tags`, and what it `needs` beside the values that its places ask for.
 */
G_DEFINE_BOXED_TYPE (LecternFragment, lectern_fragment, lectern_fragment_ref,
                     lectern_fragment_unref)

/**
 * LECTERN_FACT_ID:
 *
 * The name under which a fragment is included. Without one it is that of its file.
 */

/**
 * LECTERN_FACT_TITLE:
 *
 * What a fragment is, in a few words.
 */

/**
 * LECTERN_FACT_OCCASION:
 *
 * The kind of meeting that a fragment is for.
 */

/**
 * LECTERN_FACT_TAGS:
 *
 * Words under which a fragment is found, parted by commas.
 */

/**
 * LECTERN_FACT_NEEDS:
 *
 * Names of values that a fragment needs and does not ask for itself, parted by commas.
 */

/* Adds the words, each once. */
static void
add_words (GPtrArray *words, const char *text)
{
  static const char separators[] = ",|，|、|;|；| |\t|　";
  const char *end = text + strlen (text), *from = text;

  for (const char *p = text; p <= end; p = p < end ? g_utf8_next_char (p) : p + 1)
    {
      gint n = p == end ? 0 : _lectern_alternative_at (separators, p, end);
      g_autofree char *word = NULL;

      if (p < end && n <= 0)
        continue;
      word = g_strndup (from, (gsize)(p - from));
      from = p + n;
      if (*word != '\0' && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
}

static char **
end_words (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (words, FALSE);
}

static char *
dup_piece (LecternPiece piece)
{
  return piece.from != NULL ? g_strndup (piece.from, (gsize)(piece.to - piece.from)) : NULL;
}

/* The text of the directive counts, whatever attributes say. */
static gboolean
read_fact (LecternFragment *fragment, LecternNode *node, const LecternDirective *directive,
           GError **error)
{
  g_autofree char *name = dup_piece (directive->name);
  g_autofree char *value = dup_piece (directive->value);
  gboolean whole = name != NULL && value != NULL;
  LecternPosition position;

  if (whole && !g_hash_table_contains (fragment->facts, name))
    return g_hash_table_insert (fragment->facts, g_steal_pointer (&name), g_steal_pointer (&value));
  lectern_node_get_position (node, &position);
  if (whole)
    _lectern_set_error (error, LECTERN_ERROR_TEMPLATE, NULL, &position, "%s is told twice", name);
  else
    _lectern_set_error (error, LECTERN_ERROR_TEMPLATE, NULL, &position,
                        "a fact is written {{#meta name value}}");
  return FALSE;
}

static gboolean
read_facts (LecternFragment *fragment, LecternDocument *document, GError **error)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_DIRECTIVE);
  const char *text
      = g_bytes_get_data (lectern_source_get_bytes (lectern_document_get_source (document)), NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      LecternDirective directive;
      LecternSpan span;

      lectern_node_get_span (nodes->pdata[i], &span);
      if (_lectern_directive_parse (text + span.start, text + span.end, &directive)
          && directive.id == LECTERN_DIRECTIVE_META
          && !read_fact (fragment, nodes->pdata[i], &directive, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_needs (LecternFragment *fragment)
{
  g_autoptr (GPtrArray) fields = lectern_template_list_fields (fragment->compiled);
  const char *needs = lectern_fragment_get_fact (fragment, LECTERN_FACT_NEEDS);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (names, g_strdup (lectern_field_get_name (fields->pdata[i])));
  if (needs != NULL)
    add_words (names, needs);
  fragment->needs = end_words (names);
}

LecternFragment *
_lectern_fragment_new (LecternDocument *document, const char *id, GError **error)
{
  g_autoptr (LecternFragment) fragment = g_new0 (LecternFragment, 1);
  GPtrArray *tags = g_ptr_array_new ();
  const char *told;

  g_atomic_ref_count_init (&fragment->references);
  fragment->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (read_facts (fragment, document, error))
    fragment->compiled = _lectern_template_new_part (document, error);
  told = lectern_fragment_get_fact (fragment, LECTERN_FACT_TAGS);
  if (told != NULL)
    add_words (tags, told);
  fragment->tags = end_words (tags);
  if (fragment->compiled == NULL)
    return NULL;
  read_needs (fragment);
  told = lectern_fragment_get_fact (fragment, LECTERN_FACT_ID);
  fragment->id = g_strdup (told != NULL ? told : id);
  if (fragment->id != NULL)
    return g_steal_pointer (&fragment);
  g_set_error_literal (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE,
                       "the fragment has no name: {{#meta id name}}");
  return NULL;
}

gboolean
_lectern_fragment_is (LecternFragment *fragment, const char *tag, const char *need)
{
  return (tag == NULL || g_strv_contains ((const char *const *)fragment->tags, tag))
         && (need == NULL || g_strv_contains ((const char *const *)fragment->needs, need));
}

/**
 * lectern_fragment_ref:
 * @fragment: a fragment
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @fragment
 */
LecternFragment *
lectern_fragment_ref (LecternFragment *fragment)
{
  g_return_val_if_fail (fragment != NULL, NULL);

  g_atomic_ref_count_inc (&fragment->references);
  return fragment;
}

/**
 * lectern_fragment_unref:
 * @fragment: (transfer full): a fragment
 *
 * Drops a reference, and frees the fragment with the last one.
 */
void
lectern_fragment_unref (LecternFragment *fragment)
{
  g_return_if_fail (fragment != NULL);

  if (!g_atomic_ref_count_dec (&fragment->references))
    return;
  g_free (fragment->id);
  g_hash_table_unref (fragment->facts);
  g_strfreev (fragment->tags);
  g_strfreev (fragment->needs);
  g_clear_object (&fragment->compiled);
  g_free (fragment);
}

/**
 * lectern_fragment_get_id:
 * @fragment: a fragment
 *
 * Gets the name under which the fragment is included.
 *
 * Returns: (transfer none): the name
 */
const char *
lectern_fragment_get_id (LecternFragment *fragment)
{
  g_return_val_if_fail (fragment != NULL, NULL);

  return fragment->id;
}

/**
 * lectern_fragment_get_fact:
 * @fragment: a fragment
 * @name: such as `LECTERN_FACT_TITLE`
 *
 * Gets what the fragment says of itself.
 *
 * Returns: (transfer none) (nullable): what it says, or %NULL where it does not
 */
const char *
lectern_fragment_get_fact (LecternFragment *fragment, const char *name)
{
  g_return_val_if_fail (fragment != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (fragment->facts, name);
}

/**
 * lectern_fragment_get_tags:
 * @fragment: a fragment
 *
 * Gets the words under which the fragment is found, in their order.
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags
 */
const char *const *
lectern_fragment_get_tags (LecternFragment *fragment)
{
  g_return_val_if_fail (fragment != NULL, NULL);

  return (const char *const *)fragment->tags;
}

/**
 * lectern_fragment_get_needs:
 * @fragment: a fragment
 *
 * Gets the names of the values that the fragment asks for, in their order: those of its places,
 * conditions and lists, and what it says that it `needs`.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 */
const char *const *
lectern_fragment_get_needs (LecternFragment *fragment)
{
  g_return_val_if_fail (fragment != NULL, NULL);

  return (const char *const *)fragment->needs;
}

/**
 * lectern_fragment_get_document:
 * @fragment: a fragment
 *
 * Gets the fragment itself.
 *
 * Returns: (transfer none): the document
 */
LecternDocument *
lectern_fragment_get_document (LecternFragment *fragment)
{
  g_return_val_if_fail (fragment != NULL, NULL);

  return lectern_template_get_document (fragment->compiled);
}
