/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-report.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_RULE (lectern_rule_get_type ())

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_DERIVABLE_TYPE (LecternRule, lectern_rule, LECTERN, RULE, GObject)

struct _LecternRuleClass
{
  GObjectClass parent_class;

  void (*check) (LecternRule *rule, LecternDocument *document, LecternReport *report);

  /*< private >*/
  gpointer padding[8];
};

LECTERN_AVAILABLE_IN_1_0
const char *lectern_rule_get_code (LecternRule *rule);
LECTERN_AVAILABLE_IN_1_0
LecternSeverity lectern_rule_get_severity (LecternRule *rule);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_rule_get_clause (LecternRule *rule);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_rule_get_fixable (LecternRule *rule);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_rule_get_summary (LecternRule *rule, const char *language);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_rule_get_explanation (LecternRule *rule, const char *language);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_rule_get_bad_example (LecternRule *rule);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_rule_get_good_example (LecternRule *rule);

G_END_DECLS
