/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-align-private.h"

/* How many pairs are weighed besides what the length of the texts allows. */
#define BUDGET 2000000

LecternAlign *
_lectern_align_new (LecternDocument *old, LecternDocument *new, GCancellable *cancellable,
                    GError **error)
{
  LecternDocument *documents[] = { old, new };
  g_autoptr (LecternAlign) align = g_new0 (LecternAlign, 1);

  _lectern_keys_init (&align->keys);
  align->pending = g_array_new (FALSE, FALSE, sizeof (guint32));
  align->weak = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (documents[i]));
      LecternAlignSide *side = &align->sides[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      side->document = g_object_ref (documents[i]);
      side->text = g_bytes_get_data (bytes, &side->length);
      _lectern_align_read (align, i);
      align->budget += side->length / 8;
    }
  align->budget += BUDGET;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  _lectern_align_pair (align, 0, 0, FALSE);
  _lectern_align_moved (align);
  return g_steal_pointer (&align);
}

void
_lectern_align_free (LecternAlign *align)
{
  for (guint i = 0; i < G_N_ELEMENTS (align->sides); i++)
    {
      g_clear_object (&align->sides[i].document);
      g_clear_pointer (&align->sides[i].items, g_array_unref);
    }
  _lectern_keys_clear (&align->keys);
  g_array_unref (align->pending);
  g_array_unref (align->weak);
  g_free (align);
}
