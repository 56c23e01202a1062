/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>
#include <lectern/lectern-numbering.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_BUILDER (lectern_builder_get_type ())
#define LECTERN_TYPE_LAYOUT  (lectern_layout_get_type ())

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternBuilder, lectern_builder, LECTERN, BUILDER, GObject)

typedef enum
{
  LECTERN_LAYOUT_CANONICAL,
  LECTERN_LAYOUT_VERBATIM
} LecternLayout;

LECTERN_AVAILABLE_IN_1_0
GType lectern_layout_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternBuilder *lectern_builder_new (const char *language);
LECTERN_AVAILABLE_IN_1_0
LecternBuilder *lectern_builder_new_with_layout (const char *language, LecternLayout layout);

LECTERN_AVAILABLE_IN_1_0
guint lectern_builder_begin (LecternBuilder *builder, LecternNodeKind kind);
LECTERN_AVAILABLE_IN_1_0
guint lectern_builder_begin_series (LecternBuilder *builder, LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_end (LecternBuilder *builder);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_set_property (LecternBuilder *builder, const char *name, const char *value);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_set_confidence (LecternBuilder *builder, double confidence);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_link (LecternBuilder *builder, guint announcement, guint target);

LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_text (LecternBuilder *builder, const char *text, gssize length);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_bytes (LecternBuilder *builder, GBytes *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_placeholder (LecternBuilder *builder, const char *name, const char *kind,
                                      const char *mask);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_title (LecternBuilder *builder, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_byline (LecternBuilder *builder, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_salutation (LecternBuilder *builder, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_heading (LecternBuilder *builder, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_paragraph (LecternBuilder *builder, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_point (LecternBuilder *builder, const char *lead, const char *body);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_add_thanks (LecternBuilder *builder, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_builder_copy_node (LecternBuilder *builder, LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_builder_finish (LecternBuilder *builder, GError **error);

G_END_DECLS
