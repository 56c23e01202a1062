/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* The texts that properties are tried on. RULES and GOLDEN are folders. */

static inline void
add_folder (GPtrArray *texts, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      char *data;
      gsize length;

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        add_folder (texts, inner);
      else if (g_str_has_suffix (name, ".txt") && g_file_get_contents (inner, &data, &length, NULL))
        g_ptr_array_add (texts, g_bytes_new_take (data, length));
    }
}

/* Marks that are wide in UTF-16, or none by themselves, between the lines. */
static inline void
add_glued_texts (GPtrArray *texts, guint n_texts)
{
  static const char *const odd[] = { "𠮷", "👩🏽‍🌾", "é", "\xe2\x80\x8b", "", "\r" };
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      gsize length;
      const char *data = g_bytes_get_data (texts->pdata[i], &length);
      g_auto (GStrv) split = NULL;
      g_autofree char *text = g_strndup (data, MIN (length, 4096));

      split = g_strsplit (text, "\n", -1);
      for (guint j = 0; split[j] != NULL && split[j + 1] != NULL; j++)
        if (g_utf8_validate (split[j], -1, NULL))
          g_ptr_array_add (lines, g_strdup (split[j]));
    }
  for (guint i = 0; i < n_texts; i++)
    {
      GString *text = g_string_new (NULL);
      gint n = g_rand_int_range (random, 1, 12);

      for (gint j = 0; j < n; j++)
        {
          g_string_append (text, lines->pdata[g_rand_int_range (random, 0, (gint32)lines->len)]);
          g_string_append (text, odd[g_rand_int_range (random, 0, G_N_ELEMENTS (odd))]);
          if (g_rand_int_range (random, 0, 6) > 0)
            g_string_append_c (text, '\n');
        }
      g_ptr_array_add (texts, g_string_free_to_bytes (text));
    }
}

/* Those of the project, as many glued of their lines, and those of the folder that LECTERN_CORPUS
 * names. */
static inline GPtrArray *
list_texts (guint n_glued)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  add_folder (texts, RULES);
  add_folder (texts, GOLDEN);
  add_glued_texts (texts, n_glued);
  if (g_getenv ("LECTERN_CORPUS") != NULL)
    add_folder (texts, g_getenv ("LECTERN_CORPUS"));
  return texts;
}
