/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>
#include <lectern/lectern-finding.h>
#include <lectern/lectern-profile.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_REPORT (lectern_report_get_type ())

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternReport, lectern_report, LECTERN, REPORT, GObject)

LECTERN_AVAILABLE_IN_1_0
void lectern_report_add (LecternReport *report, LecternFinding *finding);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_report_get_document (LecternReport *report);
LECTERN_AVAILABLE_IN_1_0
LecternProfile *lectern_report_get_profile (LecternReport *report);
LECTERN_AVAILABLE_IN_1_0
guint lectern_report_get_n_findings (LecternReport *report);
LECTERN_AVAILABLE_IN_1_0
LecternFinding *lectern_report_get_finding (LecternReport *report, guint n);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_report_list_findings (LecternReport *report);
LECTERN_AVAILABLE_IN_1_0
LecternSeverity lectern_report_get_severity (LecternReport *report);
LECTERN_AVAILABLE_IN_1_0
guint lectern_report_get_n_dropped (LecternReport *report, const char *code);

G_END_DECLS
