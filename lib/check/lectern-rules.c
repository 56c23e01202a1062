/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-check-private.h"

/* clang-format off */
/* In the order in which they are listed. */
const LecternRuleInfo *const _lectern_rule_families[] = {
  _lectern_rules_counts,
  _lectern_rules_numbering,
  _lectern_rules_points,
  _lectern_rules_outline,
  _lectern_rules_frame,
  _lectern_rules_placeholders,
  _lectern_rules_punctuation,
  _lectern_rules_numerals,
  NULL,
};
