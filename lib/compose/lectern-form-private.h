/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* Form follows place: what a value looks like where it is put in (GB/T 15835-2011). 第X轮 takes 3
 * and becomes 第三轮, X个 takes 12, X月X日 takes a date. */

/* A mask and what is known of it. Every string but `text` may be NULL. */
typedef struct
{
  const char *kind, *part, *unit; /* of the placeholder */
  const char *form; /* of {{name:form}}; NULL: what the mask itself says, if it does */
  const char *name; /* for messages: the name under which the value was asked for */
  const char *text; /* the whole text of the document, and its bytes */
  gsize length;
  LecternSpan span;     /* the mask in it */
  const char *language; /* BCP 47; NULL: zh-Hans */
} LecternPlace;

/* What is known of a placeholder; the strings are those of its document. */
void _lectern_form_find_place (LecternNode *placeholder, LecternPlace *place);

/* Compiled once per place, so that nothing about the place is looked at again when a row is
 * filled in. It keeps nothing of the place's strings and never changes. */
typedef struct _LecternForm LecternForm;

LecternForm *_lectern_form_compile (const LecternPlace *place);
void _lectern_form_free (LecternForm *form);

/* Appends the value as the place wants it; plain text and integers without any allocation but that
 * of `out`. FALSE with LECTERN_ERROR_VALUE, and nothing appended, where it cannot take the form. */
gboolean _lectern_form_write (const LecternForm *form, GString *out, LecternValue *value,
                              GError **error);

/* Both at once, for a place that is filled in once. */
gboolean _lectern_form_append (GString *out, const LecternPlace *place, LecternValue *value,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternForm, _lectern_form_free)
