/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <gio/gio.h>
#include <lectern/lectern-types.h>

G_BEGIN_DECLS

typedef struct _LecternComparison LecternComparison;
typedef struct _LecternDifference LecternDifference;

#define LECTERN_TYPE_COMPARISON      (lectern_comparison_get_type ())
#define LECTERN_TYPE_DIFFERENCE      (lectern_difference_get_type ())
#define LECTERN_TYPE_DIFFERENCE_KIND (lectern_difference_kind_get_type ())

typedef enum
{
  LECTERN_DIFFERENCE_ADDED,
  LECTERN_DIFFERENCE_REMOVED,
  LECTERN_DIFFERENCE_MOVED,
  LECTERN_DIFFERENCE_REWORDED,
  LECTERN_DIFFERENCE_VALUE,
  LECTERN_DIFFERENCE_MARKER,
  LECTERN_DIFFERENCE_LAYOUT
} LecternDifferenceKind;

LECTERN_AVAILABLE_IN_1_0
GType lectern_difference_kind_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
const char *lectern_difference_kind_get_name (LecternDifferenceKind kind);

LECTERN_AVAILABLE_IN_1_0
GType lectern_comparison_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternComparison *lectern_document_compare (LecternDocument *document, LecternDocument *other,
                                             GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternComparison *lectern_comparison_ref (LecternComparison *comparison);
LECTERN_AVAILABLE_IN_1_0
void lectern_comparison_unref (LecternComparison *comparison);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_comparison_get_old (LecternComparison *comparison);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_comparison_get_new (LecternComparison *comparison);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_comparison_list_differences (LecternComparison *comparison);
LECTERN_AVAILABLE_IN_1_0
guint lectern_comparison_count (LecternComparison *comparison, LecternDifferenceKind kind);
LECTERN_AVAILABLE_IN_1_0
double lectern_comparison_get_similarity (LecternComparison *comparison);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_comparison_to_html (LecternComparison *comparison, const char *old_name,
                                    const char *new_name, const char *language);

LECTERN_AVAILABLE_IN_1_0
GType lectern_difference_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternDifference *lectern_difference_ref (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
void lectern_difference_unref (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
LecternDifferenceKind lectern_difference_get_kind (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_difference_get_old_node (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_difference_get_new_node (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
void lectern_difference_get_spans (LecternDifference *difference, LecternSpan *old_span,
                                   LecternSpan *new_span);
LECTERN_AVAILABLE_IN_1_0
double lectern_difference_get_similarity (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_difference_get_value_kind (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
guint lectern_difference_get_n_changes (LecternDifference *difference);
LECTERN_AVAILABLE_IN_1_0
void lectern_difference_get_change (LecternDifference *difference, guint n, LecternSpan *old_span,
                                    LecternSpan *new_span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternComparison, lectern_comparison_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDifference, lectern_difference_unref)

G_END_DECLS
