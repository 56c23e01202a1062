/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-edits.h>
#include <lectern/lectern-node.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_FINDING  (lectern_finding_get_type ())
#define LECTERN_TYPE_SEVERITY (lectern_severity_get_type ())

typedef enum
{
  LECTERN_SEVERITY_OFF,
  LECTERN_SEVERITY_NOTE,
  LECTERN_SEVERITY_WARNING,
  LECTERN_SEVERITY_ERROR
} LecternSeverity;

/* Where a rule comes from, if from no clause of a standard. */
#define LECTERN_CLAUSE_PRACTICE  "practice"
#define LECTERN_CLAUSE_HEURISTIC "heuristic"

LECTERN_AVAILABLE_IN_1_0
GType lectern_severity_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
const char *lectern_severity_get_name (LecternSeverity severity);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_severity_from_name (const char *name, LecternSeverity *severity);

LECTERN_AVAILABLE_IN_1_0
GType lectern_finding_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternFinding *lectern_finding_new (LecternNode *node, const LecternSpan *span,
                                     const char *message);
LECTERN_AVAILABLE_IN_1_0
LecternFinding *lectern_finding_ref (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
void lectern_finding_unref (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
void lectern_finding_set_message (LecternFinding *finding, const char *language,
                                  const char *message);
LECTERN_AVAILABLE_IN_1_0
void lectern_finding_add_related (LecternFinding *finding, const LecternSpan *span);
LECTERN_AVAILABLE_IN_1_0
void lectern_finding_set_edits (LecternFinding *finding, LecternEdits *edits);

LECTERN_AVAILABLE_IN_1_0
const char *lectern_finding_get_code (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
LecternSeverity lectern_finding_get_severity (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_finding_get_clause (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
char *lectern_finding_dup_message (LecternFinding *finding, const char *language);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_finding_get_node (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
void lectern_finding_get_span (LecternFinding *finding, LecternSpan *span);
LECTERN_AVAILABLE_IN_1_0
void lectern_finding_get_position (LecternFinding *finding, LecternPosition *start,
                                   LecternPosition *end);
LECTERN_AVAILABLE_IN_1_0
guint lectern_finding_get_n_related (LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_finding_get_related (LecternFinding *finding, guint n, LecternSpan *span);
LECTERN_AVAILABLE_IN_1_0
LecternEdits *lectern_finding_get_edits (LecternFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternFinding, lectern_finding_unref)

G_END_DECLS
