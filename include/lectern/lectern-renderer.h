/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <gio/gio.h>
#include <lectern/lectern-document.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_RENDERER         (lectern_renderer_get_type ())
#define LECTERN_TYPE_TABLE            (lectern_table_get_type ())
#define LECTERN_TYPE_TEXT_RENDERER    (lectern_text_renderer_get_type ())
#define LECTERN_TYPE_XML_RENDERER     (lectern_xml_renderer_get_type ())
#define LECTERN_TYPE_OUTLINE_RENDERER (lectern_outline_renderer_get_type ())
#define LECTERN_TYPE_JSON_RENDERER    (lectern_json_renderer_get_type ())
#define LECTERN_TYPE_TABLE_RENDERER   (lectern_table_renderer_get_type ())

typedef enum
{
  LECTERN_TABLE_STRUCTURE,
  LECTERN_TABLE_PLACEHOLDERS,
  LECTERN_TABLE_ANNOUNCEMENTS
} LecternTable;

LECTERN_AVAILABLE_IN_1_0
GType lectern_table_get_type (void) G_GNUC_CONST;

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_DERIVABLE_TYPE (LecternRenderer, lectern_renderer, LECTERN, RENDERER, GObject)

struct _LecternRendererClass
{
  GObjectClass parent_class;

  gboolean (*render) (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                      GCancellable *cancellable, GError **error);

  /*< private >*/
  gpointer padding[8];
};

LECTERN_AVAILABLE_IN_1_0
gboolean lectern_renderer_render (LecternRenderer *renderer, LecternNode *node,
                                  GOutputStream *stream, GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_renderer_render_to_bytes (LecternRenderer *renderer, LecternNode *node,
                                          GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_renderer_render_to_file (LecternRenderer *renderer, LecternNode *node, GFile *file,
                                          GCancellable *cancellable, GError **error);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternTextRenderer, lectern_text_renderer, LECTERN, TEXT_RENDERER,
                      LecternRenderer)
LECTERN_AVAILABLE_IN_1_0
LecternTextRenderer *lectern_text_renderer_new (void);
LECTERN_AVAILABLE_IN_1_0
void lectern_text_renderer_set_canonical (LecternTextRenderer *renderer, gboolean canonical);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_text_renderer_get_canonical (LecternTextRenderer *renderer);
LECTERN_AVAILABLE_IN_1_0
void lectern_text_renderer_set_punctuation (LecternTextRenderer *renderer, LecternWidth width);
LECTERN_AVAILABLE_IN_1_0
LecternWidth lectern_text_renderer_get_punctuation (LecternTextRenderer *renderer);
LECTERN_AVAILABLE_IN_1_0
void lectern_text_renderer_set_indent (LecternTextRenderer *renderer, gboolean indent);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_text_renderer_get_indent (LecternTextRenderer *renderer);
LECTERN_AVAILABLE_IN_1_0
void lectern_text_renderer_set_blank_lines (LecternTextRenderer *renderer, guint blank_lines);
LECTERN_AVAILABLE_IN_1_0
guint lectern_text_renderer_get_blank_lines (LecternTextRenderer *renderer);
LECTERN_AVAILABLE_IN_1_0
void lectern_text_renderer_set_columns (LecternTextRenderer *renderer, guint columns);
LECTERN_AVAILABLE_IN_1_0
guint lectern_text_renderer_get_columns (LecternTextRenderer *renderer);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternXmlRenderer, lectern_xml_renderer, LECTERN, XML_RENDERER,
                      LecternRenderer)
LECTERN_AVAILABLE_IN_1_0
LecternXmlRenderer *lectern_xml_renderer_new (void);
LECTERN_AVAILABLE_IN_1_0
void lectern_xml_renderer_set_confidence (LecternXmlRenderer *renderer, gboolean confidence);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_xml_renderer_get_confidence (LecternXmlRenderer *renderer);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternOutlineRenderer, lectern_outline_renderer, LECTERN, OUTLINE_RENDERER,
                      LecternRenderer)
LECTERN_AVAILABLE_IN_1_0
LecternOutlineRenderer *lectern_outline_renderer_new (void);
LECTERN_AVAILABLE_IN_1_0
void lectern_outline_renderer_set_indented (LecternOutlineRenderer *renderer, gboolean indented);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_outline_renderer_get_indented (LecternOutlineRenderer *renderer);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternJsonRenderer, lectern_json_renderer, LECTERN, JSON_RENDERER,
                      LecternRenderer)
LECTERN_AVAILABLE_IN_1_0
LecternJsonRenderer *lectern_json_renderer_new (void);
LECTERN_AVAILABLE_IN_1_0
void lectern_json_renderer_set_indented (LecternJsonRenderer *renderer, gboolean indented);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_json_renderer_get_indented (LecternJsonRenderer *renderer);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternTableRenderer, lectern_table_renderer, LECTERN, TABLE_RENDERER,
                      LecternRenderer)
LECTERN_AVAILABLE_IN_1_0
LecternTableRenderer *lectern_table_renderer_new (LecternTable table);
LECTERN_AVAILABLE_IN_1_0
LecternTable lectern_table_renderer_get_table (LecternTableRenderer *renderer);

G_END_DECLS
