/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

LecternReport *_lectern_report_new (LecternDocument *document, LecternProfile *profile,
                                    guint max_findings);
/* From here on findings are those of this rule. */
void _lectern_report_begin_rule (LecternReport *report, LecternRule *rule,
                                 LecternSeverity severity);
/* Whether the rule may add one more; if not, one more is counted as dropped. */
gboolean _lectern_report_take_one (LecternReport *report);
/* Adds without counting. */
void _lectern_report_append (LecternReport *report, LecternFinding *finding);
/* Puts the findings in order, and seals them. */
void _lectern_report_finish (LecternReport *report);
/* What built-in rules share while the document is checked. */
LecternCheck *_lectern_report_get_check (LecternReport *report);
