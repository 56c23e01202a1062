/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "speech.h"

/* A document of the elements that stand inside its speech. */
static inline LecternDocument *
read_body (const char *language, const char *body)
{
  g_autofree char *xml = g_strdup_printf ("<speech xmlns=\"" LECTERN_XML_NAMESPACE
                                          "\" xml:lang=\"%s\" xml:space=\"preserve\">%s</speech>",
                                          language, body);

  return read_xml (xml);
}

static inline char *
render_node (gpointer renderer, LecternNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer), node, NULL, &error);
  gsize length;
  const char *data;

  ck_assert_msg (bytes != NULL, "%s", error != NULL ? error->message : "no error");
  data = g_bytes_get_data (bytes, &length);
  return data != NULL ? g_strndup (data, length) : g_strdup ("");
}

static inline char *
render_body (gpointer renderer, const char *body)
{
  g_autoptr (LecternDocument) document = read_body ("zh-Hans", body);

  return render_node (renderer, lectern_document_get_root (document));
}
