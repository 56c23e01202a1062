/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-shared-private.h"

/* A field of the template that comes, and what each speech has there. */
typedef struct
{
  char *key; /* what makes two places one field */
  char *name;
  const char *kind;  /* static */
  GPtrArray *values; /* GBytes, of each document */
  gboolean optional; /* it is empty in some */
} LecternGeneralField;

/* Where a field stands in the template. */
typedef struct
{
  LecternSpan span;
  LecternSpan origin; /* in the first document */
  guint field;
  gboolean line; /* it is a whole line */
} LecternGeneralPlace;

/* A stretch of the template that all speeches have. */
typedef struct
{
  gsize start;  /* in the template */
  gsize origin; /* in the first document */
  gsize length;
} LecternGeneralText;

/* How a template is written. */
typedef struct
{
  gboolean conditions; /* what some speeches lack stands between {{#if}} and {{/if}} */
  GHashTable *plain;   /* keys of fields whose kind would write their values otherwise → kind */
  GHashTable *taken;   /* names that mean something else in the template */
} LecternGeneralStyle;

/* The template as it is put together. */
typedef struct
{
  GPtrArray *documents;
  LecternShared *runs;
  const LecternGeneralStyle *style;
  GString *text;
  GPtrArray *fields; /* LecternGeneralField */
  GHashTable *by_key;
  GHashTable *names;  /* name → number of the field + 1 */
  GHashTable *counts; /* name without a number → the number given last */
  GArray *places;     /* LecternGeneralPlace */
  GArray *shared;     /* LecternGeneralText */
} LecternGeneral;

/* The first column of the table: the number of the speech. */
#define LECTERN_GENERAL_ROW "篇次"

/* lectern-generalization-build.c */
LecternGeneral *_lectern_general_new (GPtrArray *documents, LecternShared *runs,
                                      const LecternGeneralStyle *style);
void _lectern_general_free (LecternGeneral *general);
LecternValues *_lectern_general_new_values (const LecternGeneral *general, guint document);

/* lectern-generalization-names.c: what a stretch of a document is called, and its kind. */
char *_lectern_general_dup_name (LecternDocument *document, const LecternSpan *span,
                                 gboolean figure, gboolean line, const char **kind);

/* lectern-generalization-check.c */
typedef enum
{
  LECTERN_GENERAL_GOOD,
  LECTERN_GENERAL_AGAIN, /* with another style, and what was cut out of the runs */
  LECTERN_GENERAL_BAD
} LecternGeneralVerdict;

/* Fills the template with what each speech has, and looks whether the speech comes back. `cut`
 * takes spans of the first document that cannot stand in the template. */
LecternGeneralVerdict _lectern_general_check (const LecternGeneral *general,
                                              LecternGeneralStyle *style, GArray *cut);

static inline const char *
_lectern_general_text (const LecternGeneral *general, guint document, gsize *length)
{
  LecternSource *source = lectern_document_get_source (general->documents->pdata[document]);
  const char *text = g_bytes_get_data (lectern_source_get_bytes (source), length);

  return text != NULL ? text : "";
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternGeneral, _lectern_general_free)
