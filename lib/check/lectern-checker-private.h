/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* As lectern_checker_check(), with another greatest number of findings of a rule. */
LecternReport *_lectern_checker_run (LecternChecker *checker, LecternDocument *document,
                                     guint max_findings, GCancellable *cancellable, GError **error);
