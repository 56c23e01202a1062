/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-targets.h"

#include <string.h>

static LecternRenderer *
new_text_renderer (void)
{
  return LECTERN_RENDERER (lectern_text_renderer_new ());
}

static LecternRenderer *
new_xml_renderer (void)
{
  return LECTERN_RENDERER (lectern_xml_renderer_new ());
}

static LecternRenderer *
new_outline_renderer (void)
{
  return LECTERN_RENDERER (lectern_outline_renderer_new ());
}

static LecternRenderer *
new_json_renderer (void)
{
  return LECTERN_RENDERER (lectern_json_renderer_new ());
}

static const LecternCliTarget targets[] = {
  { "text", ".txt", TRUE, TRUE, new_text_renderer },
  { "xml", ".xml", TRUE, FALSE, new_xml_renderer },
  { "outline", ".outline.txt", FALSE, TRUE, new_outline_renderer },
  { "json", ".json", TRUE, FALSE, new_json_renderer },
};

const LecternCliTarget *
lectern_cli_find_target (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_ascii_strcasecmp (name, targets[i].name) == 0)
      return &targets[i];
  return NULL;
}

const LecternCliTarget *
lectern_cli_guess_target (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (targets); i++)
    if (targets[i].guessed && g_ascii_strcasecmp (dot, targets[i].ending) == 0)
      return &targets[i];
  return NULL;
}

GBytes *
lectern_cli_render (LecternDocument *document, const LecternCliTarget *target,
                    LecternRenderer *renderer, const char *encoding, GError **error)
{
  g_autoptr (LecternRenderer) own = renderer == NULL ? target->new_renderer () : NULL;
  g_autoptr (GBytes) bytes = lectern_renderer_render_to_bytes (
      renderer != NULL ? renderer : own, lectern_document_get_root (document), NULL, error);

  if (bytes == NULL || !target->is_text)
    return g_steal_pointer (&bytes);
  return lectern_document_encode (document, bytes, encoding, error);
}
