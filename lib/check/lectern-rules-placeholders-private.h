/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

/* The rules of the family `placeholders` that have files of their own. Each has its messages in
 * the order of the enumeration beside it. */

void _lectern_rules_check_mask_mixed (LecternCheck *check);
void _lectern_rules_check_placeholder_spelling (LecternCheck *check);
void _lectern_rules_check_value_form (LecternCheck *check);

extern const LecternBilingual _lectern_rules_mask_mixed_messages[];
extern const LecternBilingual _lectern_rules_placeholder_spelling_messages[];
extern const LecternBilingual _lectern_rules_value_form_messages[];

/* What a placeholder is. The strings are the node's own. */
typedef struct
{
  LecternNode *node;
  LecternSpan span;
  const char *kind;
  const char *part;
  const char *form;
  gboolean filled;
} LecternSlot;

/* All placeholders in the order of the text, read once for all rules. */
const LecternSlot *_lectern_check_get_slots (LecternCheck *check, guint *n_slots);
