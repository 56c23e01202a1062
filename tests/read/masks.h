/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <stdio.h>
#include <string.h>

#include "read/lectern-masks-private.h"
#include "suite.h"

/* In the samples the masks stand between ⟦ and ⟧, which are taken out before the text is read. What
 * is found is written as "kind.part(unit)!form", the form only where it is not fill-in. */

typedef struct
{
  const char *text;
  const char *found;
} Sample;

static inline gboolean
is_asked (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);

  return _lectern_mask_is_trigger (c)
         && !(g_ascii_isalpha ((char)MIN (c, 127u)) && c < 127 && at > 0
              && g_ascii_isalpha (text[at - 1]));
}

/* The text with the masks marked again, and what each is. */
static inline char *
read_masks (const char *text, GString *found)
{
  GString *marked = g_string_new (NULL);
  gsize end = strlen (text);

  for (gsize at = 0; at < end;)
    {
      gsize next = g_utf8_next_char (text + at) - text;
      LecternMask mask;

      if (is_asked (text, at))
        {
          gsize asked_next = next;

          if (_lectern_mask_match (text, 0, end, at, &mask, &next))
            {
              ck_assert_uint_eq (mask.start, at);
              ck_assert_uint_gt (mask.end, at);
              ck_assert_uint_le (mask.confidence, 100);
              next = mask.end;
              g_string_append_printf (found, "%s%s%s%s", found->len ? " " : "", mask.kind,
                                      mask.part ? "." : "", mask.part ? mask.part : "");
              if (mask.unit)
                g_string_append_printf (found, "(%s)", mask.unit);
              if (strcmp (mask.form, LECTERN_FORM_FILL_IN) != 0)
                g_string_append_printf (found, "!%s", mask.form);
              if (mask.name)
                g_string_append_printf (found, "=%s", mask.name);
              if (mask.default_value)
                g_string_append_printf (found, "|%s", mask.default_value);
              g_string_append_printf (marked, "⟦%.*s⟧", (int)(mask.end - at), text + at);
              at = next;
              continue;
            }
          ck_assert_uint_ge (next, asked_next);
          ck_assert_uint_le (next, end);
        }
      g_string_append_len (marked, text + at, next - at);
      at = next;
    }
  return g_string_free (marked, FALSE);
}

static inline guint
failures_of (const Sample *sample)
{
  g_auto (GStrv) open = g_strsplit (sample->text, "⟦", -1);
  g_autofree char *half = g_strjoinv (NULL, open);
  g_auto (GStrv) close = g_strsplit (half, "⟧", -1);
  g_autofree char *text = g_strjoinv (NULL, close);
  GString *found = g_string_new (NULL);
  g_autofree char *marked = read_masks (text, found);
  g_autofree char *kinds = g_string_free (found, FALSE);

  if (strcmp (marked, sample->text) == 0 && strcmp (kinds, sample->found) == 0)
    return 0;
  fprintf (stderr, "%s (%s)\n  not %s (%s)\n", marked, kinds, sample->text, sample->found);
  return 1;
}

/* All samples are read before the test fails, so that one run shows what a rule has broken. */
static inline void
check_samples (const Sample *samples, gsize n_samples)
{
  guint failures = 0;

  for (gsize i = 0; i < n_samples; i++)
    failures += failures_of (&samples[i]);
  ck_assert_uint_eq (failures, 0);
}
