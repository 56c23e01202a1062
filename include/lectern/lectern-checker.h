/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-rule.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_CHECKER (lectern_checker_get_type ())

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternChecker, lectern_checker, LECTERN, CHECKER, GObject)

/* As a code: every rule. */
#define LECTERN_RULES_ALL "*"

LECTERN_AVAILABLE_IN_1_0
LecternChecker *lectern_checker_new (void);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_checker_add_rule (LecternChecker *checker, LecternRule *rule, GError **error);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_checker_list_rules (LecternChecker *checker);
LECTERN_AVAILABLE_IN_1_0
LecternRule *lectern_checker_find_rule (LecternChecker *checker, const char *code);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_checker_set_severity (LecternChecker *checker, const char *code,
                                       LecternSeverity severity, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternSeverity lectern_checker_get_severity (LecternChecker *checker, const char *code);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_checker_set_profile (LecternChecker *checker, LecternProfile *profile,
                                      GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternProfile *lectern_checker_get_profile (LecternChecker *checker);
LECTERN_AVAILABLE_IN_1_0
void lectern_checker_set_max_findings (LecternChecker *checker, guint max_findings);
LECTERN_AVAILABLE_IN_1_0
guint lectern_checker_get_max_findings (LecternChecker *checker);
LECTERN_AVAILABLE_IN_1_0
LecternReport *lectern_checker_check (LecternChecker *checker, LecternDocument *document,
                                      GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_checker_fix (LecternChecker *checker, LecternDocument *document,
                                      LecternReport **left, GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
