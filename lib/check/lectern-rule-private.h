/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

LecternRule *_lectern_rule_new_from_info (const LecternRuleInfo *info);
