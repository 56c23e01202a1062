/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-version-private.h"
#include "model/lectern-edits-private.h"

struct _LecternVersion
{
  gatomicrefcount references;
  LecternVersion *before;
  LecternEdits *edits; /* from there to here */
};

LecternVersion *
_lectern_version_new (void)
{
  LecternVersion *version = g_new0 (LecternVersion, 1);

  g_atomic_ref_count_init (&version->references);
  return version;
}

LecternVersion *
_lectern_version_new_from (LecternVersion *before, LecternEdits *edits)
{
  LecternVersion *version = _lectern_version_new ();

  version->before = _lectern_version_ref (before);
  version->edits = edits;
  return version;
}

LecternVersion *
_lectern_version_ref (LecternVersion *version)
{
  g_atomic_ref_count_inc (&version->references);
  return version;
}

void
_lectern_version_unref (LecternVersion *version)
{
  /* A loop, as a history may be long. */
  while (version != NULL && g_atomic_ref_count_dec (&version->references))
    {
      LecternVersion *before = version->before;

      if (version->edits != NULL)
        lectern_edits_unref (version->edits);
      g_free (version);
      version = before;
    }
}

LecternEdits *
_lectern_version_dup_edits (LecternVersion *version, LecternVersion *since, gsize old_length)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  LecternEdits *result;

  for (; version != NULL && version != since; version = version->before)
    g_ptr_array_add (steps, version->edits);
  if (version == NULL)
    return NULL;
  if (steps->len == 0)
    {
      result = _lectern_edits_new_frozen (old_length);
      _lectern_edits_add_slice (result, 0, old_length);
      return result;
    }
  result = lectern_edits_ref (g_ptr_array_index (steps, steps->len - 1));
  for (guint i = steps->len - 1; i-- > 0;)
    {
      g_autoptr (LecternEdits) before = result;

      result = lectern_edits_compose (before, g_ptr_array_index (steps, i), NULL);
    }
  return result;
}
