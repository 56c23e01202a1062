/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

/* `arguments` is taken. */
LecternFinding *_lectern_finding_new_from_info (const LecternRuleInfo *info, guint message,
                                                LecternNode *node, const LecternSpan *span,
                                                char **arguments);
/* Makes it a finding of this rule, that nobody changes any more after `seal`. */
void _lectern_finding_set_rule (LecternFinding *finding, LecternRule *rule,
                                LecternSeverity severity, guint sequence);
/* Makes it no graver than this. */
void _lectern_finding_soften (LecternFinding *finding, LecternSeverity severity);
void _lectern_finding_seal (LecternFinding *finding);
/* By place; of those at one place the graver first, then by code, then as they were found. */
int _lectern_finding_compare (LecternFinding *a, LecternFinding *b);
