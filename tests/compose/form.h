/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "suite.h"

#include "compose/lectern-form-private.h"

#include <string.h>

/* Sentences whose masks the reader finds and a value fills. */

typedef struct
{
  const char *text;
  const char *value; /* KIND=VALUE, as lectern_value_new_from_string() reads it */
  const char *filled;
} Filling;

static inline LecternValue *
make_value (const char *string)
{
  const char *sign = strchr (string, '=');
  g_autofree char *kind = g_strndup (string, (gsize)(sign - string));
  g_autoptr (GError) error = NULL;
  LecternValue *value = lectern_value_new_from_string (kind, sign + 1, &error);

  ck_assert_msg (value != NULL, "%s: %s", string, error != NULL ? error->message : "");
  return value;
}

/* All masks of the text filled with one value; NULL with the error of the first that cannot be. */
static inline char *
fill_all (const char *text, LecternValue *value, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (GPtrArray) slots = lectern_document_list_nodes (document, LECTERN_NODE_PLACEHOLDER);
  GString *out = g_string_new (NULL);
  gsize at = 0;

  ck_assert_msg (slots->len > 0, "no mask is seen in %s", text);
  for (guint i = 0; i < slots->len; i++)
    {
      LecternNode *node = g_ptr_array_index (slots, i);
      LecternPlace place;

      _lectern_form_find_place (node, &place);
      place.name = "名";
      g_string_append_len (out, text + at, (gssize)(place.span.start - at));
      if (!_lectern_form_append (out, &place, value, error))
        {
          g_string_free (out, TRUE);
          return NULL;
        }
      at = place.span.end;
    }
  g_string_append (out, text + at);
  return g_string_free (out, FALSE);
}

static inline void
check_fillings (const Filling *fillings, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (LecternValue) value = make_value (fillings[i].value);
      g_autoptr (GError) error = NULL;
      g_autofree char *filled = fill_all (fillings[i].text, value, &error);

      if (fillings[i].filled == NULL)
        {
          ck_assert_msg (filled == NULL, "%s with %s: %s", fillings[i].text, fillings[i].value,
                         filled);
          ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
          continue;
        }
      ck_assert_msg (filled != NULL, "%s with %s: %s", fillings[i].text, fillings[i].value,
                     error != NULL ? error->message : "");
      ck_assert_str_eq (filled, fillings[i].filled);
    }
}
