/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-bindings-private.h"

#include <string.h>

typedef struct
{
  LecternBindings *bindings;
  const LecternGaps *gaps;
  LecternResolution *resolution;
  LecternBinding **claims; /* by run, of those that name a place */
  GHashTable *declared;    /* declared name → binding */
  GHashTable *groups;      /* key → binding */
  GHashTable *by_name;     /* name → number of the field + 1 */
  GHashTable *by_key;      /* key of a run that nothing binds → the same */
} Resolver;

void
_lectern_resolution_free (LecternResolution *resolution)
{
  g_ptr_array_unref (resolution->fields);
  g_ptr_array_unref (resolution->lost);
  g_free (resolution->field_of);
  g_free (resolution);
}

static void
index_bindings (Resolver *resolver)
{
  for (guint i = 0; resolver->bindings != NULL && i < resolver->bindings->list->len; i++)
    {
      LecternBinding *binding = resolver->bindings->list->pdata[i];

      for (guint j = 0; j < binding->declared->len; j++)
        g_hash_table_insert (resolver->declared, binding->declared->pdata[j], binding);
      for (guint j = 0; j < binding->groups->len; j++)
        g_hash_table_insert (resolver->groups, binding->groups->pdata[j], binding);
    }
}

/* The places that the bindings name, found again in this text. */
static void
claim_places (Resolver *resolver)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autofree guint *runs = NULL;

  for (guint i = 0; resolver->bindings != NULL && i < resolver->bindings->list->len; i++)
    {
      LecternBinding *binding = resolver->bindings->list->pdata[i];

      for (guint j = 0; j < binding->anchors->len; j++)
        {
          g_ptr_array_add (anchors, binding->anchors->pdata[j]);
          g_ptr_array_add (owners, binding);
        }
    }
  if (anchors->len == 0)
    return;
  runs = g_new (guint, anchors->len);
  _lectern_anchors_find (resolver->gaps, (const LecternAnchor *const *)anchors->pdata, anchors->len,
                         runs);
  for (guint i = 0; i < anchors->len; i++)
    if (runs[i] != G_MAXUINT)
      resolver->claims[runs[i]] = owners->pdata[i];
    else
      g_ptr_array_add (resolver->resolution->lost,
                       g_strdup_printf ("%s: %s", ((LecternBinding *)owners->pdata[i])->name,
                                        ((LecternAnchor *)anchors->pdata[i])->text));
}

static gboolean
fits (const char *wanted, const char *is)
{
  return wanted == NULL || g_strcmp0 (wanted, is) == 0;
}

static LecternBinding *
find_by_kind (const Resolver *resolver, const LecternGap *gap)
{
  const char *kind = gap->kind != NULL ? gap->kind : LECTERN_PLACEHOLDER_TEXT;

  for (guint i = 0; resolver->bindings != NULL && i < resolver->bindings->list->len; i++)
    {
      LecternBinding *binding = resolver->bindings->list->pdata[i];

      if (binding->kind != NULL && strcmp (binding->kind, kind) == 0
          && fits (binding->part, gap->part) && fits (binding->unit, gap->unit))
        return binding;
    }
  return NULL;
}

static LecternBinding *
find_binding (const Resolver *resolver, guint run, const char *key)
{
  const LecternGap *gap = _lectern_gaps_first (resolver->gaps, &resolver->gaps->runs[run]);
  LecternBinding *binding = resolver->claims[run];

  if (binding == NULL && gap->name != NULL)
    return g_hash_table_lookup (resolver->declared, gap->name);
  if (binding == NULL && key != NULL)
    binding = g_hash_table_lookup (resolver->groups, key);
  if (binding == NULL && gap->group == NULL)
    binding = find_by_kind (resolver, gap);
  return binding;
}

/* The field of a name, which is made where it is new. */
static LecternField *
get_field (Resolver *resolver, const char *name, guint *number)
{
  gpointer found = g_hash_table_lookup (resolver->by_name, name);
  LecternBinding *binding;
  LecternField *field;

  if (found != NULL)
    {
      *number = GPOINTER_TO_UINT (found) - 1;
      return resolver->resolution->fields->pdata[*number];
    }
  field = _lectern_field_new (resolver->gaps->document, name);
  binding
      = resolver->bindings != NULL ? g_hash_table_lookup (resolver->bindings->byname, name) : NULL;
  if (binding != NULL)
    {
      field->form = g_strdup (binding->form);
      field->value = g_strdup (binding->value);
    }
  *number = resolver->resolution->fields->len;
  g_ptr_array_add (resolver->resolution->fields, field);
  g_hash_table_insert (resolver->by_name, field->name, GUINT_TO_POINTER (*number + 1));
  return field;
}

static gboolean
is_used (const Resolver *resolver, const char *name)
{
  return g_hash_table_contains (resolver->by_name, name)
         || (resolver->bindings != NULL
             && g_hash_table_contains (resolver->bindings->byname, name));
}

/* 人数, 人数2, 人数3: the number that comes next is kept, so that a thousand of one name are no
 * more work than a thousand others. */
static char *
make_unique (Resolver *resolver, GHashTable *counters, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counters, name));
  char *unique = n == 0 ? g_strdup (name) : g_strdup_printf ("%s%u", name, ++n);

  n = MAX (n, 1);
  while (is_used (resolver, unique))
    {
      g_free (unique);
      unique = g_strdup_printf ("%s%u", name, ++n);
    }
  g_hash_table_insert (counters, g_strdup (name), GUINT_TO_POINTER (n));
  return unique;
}

static void
add_run (Resolver *resolver, LecternField *field, guint number, guint run)
{
  _lectern_field_add_run (field, resolver->gaps, run);
  resolver->resolution->field_of[run] = number;
}

/* What nothing binds goes by its key, and has a name for the time being. */
static void
propose (Resolver *resolver, GHashTable *counters, guint run, char *key)
{
  gpointer found = key != NULL ? g_hash_table_lookup (resolver->by_key, key) : NULL;
  guint number = GPOINTER_TO_UINT (found) - 1;
  LecternField *field;

  if (found != NULL)
    {
      add_run (resolver, resolver->resolution->fields->pdata[number], number, run);
      g_free (key);
      return;
    }
  {
    g_autofree char *name = _lectern_gaps_dup_name (resolver->gaps, &resolver->gaps->runs[run]);
    g_autofree char *unique = make_unique (resolver, counters, name);

    field = get_field (resolver, unique, &number);
  }
  field->group = g_strdup (key);
  add_run (resolver, field, number, run);
  if (key != NULL)
    g_hash_table_insert (resolver->by_key, key, GUINT_TO_POINTER (number + 1));
}

static void
resolve_run (Resolver *resolver, GHashTable *counters, guint run)
{
  const LecternGap *gap = _lectern_gaps_first (resolver->gaps, &resolver->gaps->runs[run]);
  gboolean by_context;
  g_autofree char *key
      = _lectern_gaps_dup_key (resolver->gaps, &resolver->gaps->runs[run], &by_context);
  LecternBinding *binding = find_binding (resolver, run, key);
  const char *name = binding != NULL ? binding->name : gap->name != NULL ? gap->name : gap->group;
  LecternField *field;
  guint number;

  if (name == NULL)
    {
      propose (resolver, counters, run, g_steal_pointer (&key));
      return;
    }
  field = get_field (resolver, name, &number);
  field->bound = TRUE;
  add_run (resolver, field, number, run);
}

/* Names that the text gives are never given to anything else. */
static void
reserve_names (const Resolver *resolver, GHashTable *counters)
{
  for (guint i = 0; i < resolver->gaps->n_gaps; i++)
    {
      const LecternGap *gap = &resolver->gaps->gaps[i];
      const char *name = gap->name != NULL ? gap->name : gap->group;

      if (name != NULL)
        g_hash_table_insert (counters, g_strdup (name), GUINT_TO_POINTER (1));
    }
}

LecternResolution *
_lectern_bindings_resolve (LecternBindings *bindings, const LecternGaps *gaps)
{
  g_autofree LecternBinding **claims = g_new0 (LecternBinding *, gaps->n_runs);
  g_autoptr (GHashTable) declared = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LecternResolution *resolution = g_new0 (LecternResolution, 1);
  Resolver resolver = { bindings, gaps, resolution, claims, declared, groups, by_name, by_key };

  resolution->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_field_unref);
  resolution->lost = g_ptr_array_new_with_free_func (g_free);
  resolution->field_of = g_new0 (guint, gaps->n_runs);
  index_bindings (&resolver);
  claim_places (&resolver);
  reserve_names (&resolver, counters);
  for (guint run = 0; run < gaps->n_runs; run++)
    resolve_run (&resolver, counters, run);
  return resolution;
}
