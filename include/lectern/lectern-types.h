/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <glib-object.h>
#include <lectern/lectern-version.h>

G_BEGIN_DECLS

/* Forward declarations, the two value types whose layout is frozen, and what several types need. */

typedef struct _LecternSource LecternSource;
typedef struct _LecternNumbering LecternNumbering;
typedef struct _LecternNode LecternNode;
typedef struct _LecternEdits LecternEdits;
typedef struct _LecternFinding LecternFinding;
typedef struct _LecternFragment LecternFragment;
typedef struct _LecternPace LecternPace;
typedef struct _LecternProfile LecternProfile;
typedef struct _LecternReadOptions LecternReadOptions;
typedef struct _LecternReading LecternReading;
typedef struct _LecternRecipe LecternRecipe;
typedef struct _LecternTime LecternTime;
typedef struct _LecternField LecternField;
typedef struct _LecternBindings LecternBindings;
typedef struct _LecternFillOptions LecternFillOptions;
typedef struct _LecternWalker LecternWalker;
typedef struct _LecternValue LecternValue;
typedef struct _LecternValues LecternValues;
typedef struct _LecternSpan LecternSpan;
typedef struct _LecternPosition LecternPosition;

struct _LecternSpan
{
  gsize start;
  gsize end;
};

struct _LecternPosition
{
  gsize offset;
  guint line;
  guint column;
  guint column_utf16;
};

/* Declared here and not in its own header, because nodes name it: C99 has no second typedef. */
#define LECTERN_TYPE_DOCUMENT (lectern_document_get_type ())

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternDocument, lectern_document, LECTERN, DOCUMENT, GObject)

typedef enum
{
  LECTERN_WIDTH_KEEP,
  LECTERN_WIDTH_FULL,
  LECTERN_WIDTH_HALF
} LecternWidth;

#define LECTERN_TYPE_SPAN     (lectern_span_get_type ())
#define LECTERN_TYPE_POSITION (lectern_position_get_type ())
#define LECTERN_TYPE_WIDTH    (lectern_width_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_span_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GType lectern_position_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GType lectern_width_get_type (void) G_GNUC_CONST;

G_END_DECLS
