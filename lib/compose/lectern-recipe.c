/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-condition-private.h"
#include "compose/lectern-fill-private.h"
#include "compose/lectern-flow-private.h"
#include "compose/lectern-fragment-private.h"
#include "compose/lectern-fragments-private.h"

#include "base/lectern-limits-private.h"

#include <string.h>

/**
 * LecternRecipe:
 *
 * What a speech is made of: its title, salutation, opening, sections, closing and thanks, each a
 * text or the names of fragments. It is written as a key file, told in the chapter on fragments,
 * and becomes a template.
 */
struct _LecternRecipe
{
  gatomicrefcount references;
  LecternTemplate *template;
  gboolean outline;
};

G_DEFINE_BOXED_TYPE (LecternRecipe, lectern_recipe, lectern_recipe_ref, lectern_recipe_unref)

#define GROUP      "recipe"
#define MAX_LEVELS 4

typedef struct
{
  GKeyFile *file;
  GString *text;
  guint ordinals[MAX_LEVELS];
  GError **error;
} Cook;

/* The lines before the sections and after them. */
typedef enum
{
  LINE_TEXT,
  LINE_FRAGMENTS
} LineHabit;

static const struct
{
  const char *key;
  LineHabit habit;
  gboolean after; /* the sections */
} lines[] = {
  { "title", LINE_TEXT, FALSE },       { "byline", LINE_TEXT, FALSE },
  { "salutation", LINE_TEXT, FALSE },  { "opening", LINE_FRAGMENTS, FALSE },
  { "closing", LINE_FRAGMENTS, TRUE }, { "thanks", LINE_TEXT, TRUE },
};

static const char *const section_keys[]
    = { "heading", "fragments", "text", "if", "repeat", "level", NULL };

/* What a key says; NULL without an error where it is not there. */
static char *
dup_value (Cook *cook, const char *group, const char *key)
{
  if (!g_key_file_has_key (cook->file, group, key, NULL))
    return NULL;
  return g_key_file_get_string (cook->file, group, key, cook->error);
}

static gboolean
fail (Cook *cook, const char *group, const char *key, const char *why)
{
  g_set_error (cook->error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE, "[%s] %s: %s", group, key, why);
  return FALSE;
}

static gboolean
add_text (Cook *cook, const char *group, const char *key)
{
  g_autofree char *value = dup_value (cook, group, key);

  if (value != NULL)
    g_string_append_printf (cook->text, "%s\n", value);
  return *cook->error == NULL;
}

static gboolean
add_fragments (Cook *cook, const char *group, const char *key)
{
  g_auto (GStrv) names = NULL;

  if (!g_key_file_has_key (cook->file, group, key, NULL))
    return TRUE;
  names = g_key_file_get_string_list (cook->file, group, key, NULL, cook->error);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (strpbrk (name, "{}\n\r") != NULL)
        return fail (cook, group, key, "no name of a fragment");
      if (*name != '\0')
        g_string_append_printf (cook->text, "{{> %s}}\n", name);
    }
  return names != NULL;
}

static gboolean
add_lines (Cook *cook, gboolean after)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].after == after
        && !(lines[i].habit == LINE_TEXT ? add_text (cook, GROUP, lines[i].key)
                                         : add_fragments (cook, GROUP, lines[i].key)))
      return FALSE;
  return TRUE;
}

/* --- sections ------------------------------------------------------------------------------- */

/* 一、 （一） 1. （1）, as GB/T 9704-2012, 7.3.3 has it; numbers are set right when it is made. */
static gboolean
add_heading (Cook *cook, const char *group)
{
  static const char *const firsts[MAX_LEVELS] = { "一、", "（一）", "1.", "（1）" };
  g_autofree char *heading = dup_value (cook, group, "heading");
  g_autoptr (LecternNumbering) numbering = NULL;
  g_autofree char *marker = NULL;
  gint level = 1;

  if (g_key_file_has_key (cook->file, group, "level", NULL))
    level = g_key_file_get_integer (cook->file, group, "level", cook->error);
  if (*cook->error != NULL)
    return FALSE;
  if (level < 1 || level > MAX_LEVELS)
    return fail (cook, group, "level", "1 to 4");
  for (guint i = (guint)level; i < MAX_LEVELS; i++)
    cook->ordinals[i] = 0;
  numbering = lectern_numbering_new_from_string (firsts[level - 1], cook->error);
  if (numbering != NULL)
    marker = lectern_numbering_dup_marker (numbering, ++cook->ordinals[level - 1], cook->error);
  if (marker == NULL)
    return FALSE;
  g_string_append_printf (cook->text, "%s%s\n", marker, heading != NULL ? heading : group);
  return TRUE;
}

static gboolean
add_condition (Cook *cook, const char *group)
{
  g_autofree char *test = dup_value (cook, group, "if");
  g_autoptr (LecternCondition) condition = NULL;
  g_autoptr (GError) why = NULL;
  gsize at;

  if (test == NULL)
    return *cook->error == NULL;
  condition = _lectern_condition_new (test, strlen (test), LECTERN_DEFAULT_MAX_DEPTH, &at, &why);
  if (condition == NULL)
    return fail (cook, group, "if", why->message);
  if (strpbrk (test, "{}\n\r") != NULL)
    return fail (cook, group, "if", "a condition is one line without braces");
  g_string_append_printf (cook->text, "{{#if %s}}\n", test);
  return TRUE;
}

static gboolean
add_repeat (Cook *cook, const char *group)
{
  g_autofree char *repeat = dup_value (cook, group, "repeat");

  if (repeat == NULL)
    return *cook->error == NULL;
  if (strpbrk (repeat, "{}\n\r") != NULL || strstr (repeat, " in ") == NULL)
    return fail (cook, group, "repeat", "is written: item in list");
  g_string_append_printf (cook->text, "{{#repeat %s}}\n", repeat);
  return TRUE;
}

static gboolean
add_section (Cook *cook, const char *group)
{
  if (!add_condition (cook, group) || !add_repeat (cook, group) || !add_heading (cook, group)
      || !add_text (cook, group, "text") || !add_fragments (cook, group, "fragments"))
    return FALSE;
  if (g_key_file_has_key (cook->file, group, "repeat", NULL))
    g_string_append (cook->text, "{{/repeat}}\n");
  if (g_key_file_has_key (cook->file, group, "if", NULL))
    g_string_append (cook->text, "{{/if}}\n");
  return TRUE;
}

/* A key that means nothing is a slip. */
static gboolean
check_keys (Cook *cook, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (cook->file, group, NULL, cook->error);
  gboolean whole = strcmp (group, GROUP) == 0;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      gboolean known
          = whole ? strcmp (keys[i], "outline") == 0 : g_strv_contains (section_keys, keys[i]);

      for (guint k = 0; whole && k < G_N_ELEMENTS (lines); k++)
        known |= strcmp (keys[i], lines[k].key) == 0;
      if (!known)
        return fail (cook, group, keys[i], "a recipe knows no such key");
    }
  return keys != NULL;
}

static gboolean
cook_all (Cook *cook)
{
  g_auto (GStrv) groups = g_key_file_get_groups (cook->file, NULL);

  if (!g_key_file_has_group (cook->file, GROUP))
    return fail (cook, GROUP, "title", "the group is missing");
  if (!check_keys (cook, GROUP) || !add_lines (cook, FALSE))
    return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    if (strcmp (groups[i], GROUP) != 0
        && (!check_keys (cook, groups[i]) || !add_section (cook, groups[i])))
      return FALSE;
  return add_lines (cook, TRUE);
}

/**
 * lectern_recipe_new_from_key_file:
 * @key_file: the recipe
 * @error: return location for an error
 *
 * Reads a recipe. The group `recipe` has the lines before and after the sections; every other group
 * is a section, in the order of the file.
 *
 * Fails with `LECTERN_ERROR_TEMPLATE` where a key means nothing or its value is not what it must
 * be; the message names group and key.
 *
 * Returns: (transfer full): the recipe, or %NULL with @error set
 */
LecternRecipe *
lectern_recipe_new_from_key_file (GKeyFile *key_file, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) why = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternDocument) document = NULL;
  LecternTemplate *template = NULL;
  LecternRecipe *recipe;
  Cook cook = { .file = key_file, .text = text, .error = &why };

  g_return_val_if_fail (key_file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (cook_all (&cook))
    {
      bytes = g_bytes_new (text->str, text->len);
      document = lectern_document_new_from_text (bytes, &why);
    }
  if (document != NULL)
    template = _lectern_template_new_part (document, &why);
  if (template == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  recipe = g_new0 (LecternRecipe, 1);
  g_atomic_ref_count_init (&recipe->references);
  recipe->template = template;
  recipe->outline = g_key_file_get_boolean (key_file, GROUP, "outline", NULL);
  return recipe;
}

/**
 * lectern_recipe_ref:
 * @recipe: a recipe
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @recipe
 */
LecternRecipe *
lectern_recipe_ref (LecternRecipe *recipe)
{
  g_return_val_if_fail (recipe != NULL, NULL);

  g_atomic_ref_count_inc (&recipe->references);
  return recipe;
}

/**
 * lectern_recipe_unref:
 * @recipe: (transfer full): a recipe
 *
 * Drops a reference, and frees the recipe with the last one.
 */
void
lectern_recipe_unref (LecternRecipe *recipe)
{
  g_return_if_fail (recipe != NULL);

  if (!g_atomic_ref_count_dec (&recipe->references))
    return;
  g_object_unref (recipe->template);
  g_free (recipe);
}

/**
 * lectern_recipe_get_document:
 * @recipe: a recipe
 *
 * Gets the template that the recipe is: the headings, and a line for each fragment.
 *
 * Returns: (transfer none): the document
 */
LecternDocument *
lectern_recipe_get_document (LecternRecipe *recipe)
{
  g_return_val_if_fail (recipe != NULL, NULL);

  return lectern_template_get_document (recipe->template);
}

/* Fragments that fragments include are looked at too, each once. */
static void
add_fields (LecternTemplate *template, LecternFragments *fragments, GHashTable *seen,
            GPtrArray *waiting, GPtrArray *found)
{
  g_autoptr (GPtrArray) fields = lectern_template_list_fields (template);
  const LecternFlow *flow = template->program->flow;

  for (guint i = 0; i < fields->len; i++)
    if (g_hash_table_add (seen,
                          (gpointer)g_intern_string (lectern_field_get_name (fields->pdata[i]))))
      g_ptr_array_add (found, lectern_field_ref (fields->pdata[i]));
  for (guint i = 0; flow != NULL && i < flow->inclusions->len; i++)
    {
      const char *name = g_array_index (flow->inclusions, LecternInclusion, i).name;
      LecternFragment *fragment
          = fragments != NULL ? _lectern_fragments_peek (fragments, name) : NULL;

      if (fragment != NULL && g_hash_table_add (seen, fragment))
        g_ptr_array_add (waiting, fragment->compiled);
    }
}

/**
 * lectern_recipe_list_fields:
 * @recipe: a recipe
 * @fragments: (nullable): where the fragments are that it names
 *
 * Lists the values that the recipe and its fragments ask for, in their order, each name once.
 *
 * Returns: (transfer container) (element-type LecternField): the fields
 */
GPtrArray *
lectern_recipe_list_fields (LecternRecipe *recipe, LecternFragments *fragments)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  GPtrArray *found;

  g_return_val_if_fail (recipe != NULL, NULL);
  g_return_val_if_fail (fragments == NULL || LECTERN_IS_FRAGMENTS (fragments), NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_field_unref);
  g_ptr_array_add (waiting, recipe->template);
  for (guint i = 0; i < waiting->len; i++)
    add_fields (waiting->pdata[i], fragments, seen, waiting, found);
  return found;
}

/**
 * lectern_recipe_assemble:
 * @recipe: a recipe
 * @fragments: (nullable): where the fragments are that it names; %NULL takes those of @options
 * @values: what to fill in
 * @options: (nullable): how
 * @report: (out) (optional) (nullable) (transfer full): where to put what was found
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Makes the speech: puts the fragments in their places, numbers sections and points, says in
 * announcements how many there are (讲{{count}}点意见 too), and fills in the values. With
 * `outline` in the recipe a line with the headings stands before it.
 *
 * Fails as [method@Lectern.Template.fill] does.
 *
 * Returns: (transfer full): the speech, or %NULL with @error set
 */
LecternDocument *
lectern_recipe_assemble (LecternRecipe *recipe, LecternFragments *fragments, LecternValues *values,
                         LecternFillOptions *options, LecternReport **report,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternFillOptions) own = NULL;

  g_return_val_if_fail (recipe != NULL, NULL);
  g_return_val_if_fail (fragments == NULL || LECTERN_IS_FRAGMENTS (fragments), NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  own = _lectern_fill_options_copy (options);
  if (fragments != NULL)
    lectern_fill_options_set_fragments (own, fragments);
  own->outline = recipe->outline;
  return lectern_template_fill (recipe->template, values, own, report, cancellable, error);
}
