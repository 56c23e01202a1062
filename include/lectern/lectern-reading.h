/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_READING (lectern_reading_get_type ())

/* What is read otherwise than it is written. */
#define LECTERN_READING_DATE     "date"
#define LECTERN_READING_DIGITS   "digits"
#define LECTERN_READING_FRACTION "fraction"
#define LECTERN_READING_MASK     "mask"
#define LECTERN_READING_NUMBER   "number"
#define LECTERN_READING_PERCENT  "percent"
#define LECTERN_READING_SILENT   "silent"
#define LECTERN_READING_SYMBOL   "symbol"
#define LECTERN_READING_TIME     "time"
#define LECTERN_READING_YEAR     "year"

LECTERN_AVAILABLE_IN_1_0
GType lectern_reading_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_reading_list (const char *text, gssize length, const char *language);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_reading_dup_spoken (const char *text, gssize length, const char *language);
LECTERN_AVAILABLE_IN_1_0
LecternReading *lectern_reading_ref (LecternReading *reading);
LECTERN_AVAILABLE_IN_1_0
void lectern_reading_unref (LecternReading *reading);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_reading_get_kind (LecternReading *reading);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_reading_get_text (LecternReading *reading);
LECTERN_AVAILABLE_IN_1_0
void lectern_reading_get_span (LecternReading *reading, LecternSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternReading, lectern_reading_unref)

G_END_DECLS
