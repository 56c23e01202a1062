/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#define LECTERN_INSIDE

#include <lectern/lectern-version.h>
#include <lectern/lectern-types.h>
#include <lectern/lectern-error.h>
#include <lectern/lectern-source.h>
#include <lectern/lectern-numbering.h>
#include <lectern/lectern-node.h>
#include <lectern/lectern-walker.h>
#include <lectern/lectern-read-options.h>
#include <lectern/lectern-reading.h>
#include <lectern/lectern-document.h>
#include <lectern/lectern-builder.h>
#include <lectern/lectern-edits.h>
#include <lectern/lectern-renderer.h>
#include <lectern/lectern-finding.h>
#include <lectern/lectern-profile.h>
#include <lectern/lectern-report.h>
#include <lectern/lectern-rule.h>
#include <lectern/lectern-checker.h>
#include <lectern/lectern-value.h>
#include <lectern/lectern-values.h>
#include <lectern/lectern-compose.h>
#include <lectern/lectern-pace.h>
#include <lectern/lectern-time.h>
#include <lectern/lectern-restyle.h>
#include <lectern/lectern-comparison.h>
#include <lectern/lectern-bindings.h>
#include <lectern/lectern-fragments.h>
#include <lectern/lectern-template.h>
#include <lectern/lectern-recipe.h>
#include <lectern/lectern-generalization.h>
#include <lectern/lectern-skeleton.h>

#undef LECTERN_INSIDE
