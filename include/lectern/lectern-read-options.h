/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_READ_OPTIONS (lectern_read_options_get_type ())
#define LECTERN_TYPE_FORMAT       (lectern_format_get_type ())

typedef enum
{
  LECTERN_FORMAT_AUTO,
  LECTERN_FORMAT_TEXT,
  LECTERN_FORMAT_XML
} LecternFormat;

LECTERN_AVAILABLE_IN_1_0
GType lectern_format_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GType lectern_read_options_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternReadOptions *lectern_read_options_new (void);
LECTERN_AVAILABLE_IN_1_0
LecternReadOptions *lectern_read_options_ref (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_unref (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_set_format (LecternReadOptions *options, LecternFormat format);
LECTERN_AVAILABLE_IN_1_0
LecternFormat lectern_read_options_get_format (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_set_language (LecternReadOptions *options, const char *language);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_read_options_get_language (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_set_encoding (LecternReadOptions *options, const char *encoding);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_read_options_get_encoding (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_set_name (LecternReadOptions *options, const char *name);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_read_options_get_name (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_set_max_bytes (LecternReadOptions *options, gsize max_bytes);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_read_options_get_max_bytes (LecternReadOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_read_options_set_max_depth (LecternReadOptions *options, guint max_depth);
LECTERN_AVAILABLE_IN_1_0
guint lectern_read_options_get_max_depth (LecternReadOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternReadOptions, lectern_read_options_unref)

G_END_DECLS
