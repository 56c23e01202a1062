/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The other ways to fill a template: the same text with the same fields, each spelled {{name}}. */

typedef struct _PeerTemplate PeerTemplate;

/* ctemplate, by C++. */
PeerTemplate *ctemplate_new (const char *text, gsize length);
gpointer ctemplate_dictionary_new (const char *const *names, const char *const *values, guint n);
void ctemplate_dictionary_free (gpointer dictionary);
gsize ctemplate_fill (PeerTemplate *self, gpointer dictionary);

/* Jinja2, compiled, in a Python inside this process; NULL where there is none. */
PeerTemplate *jinja_new (const char *text, gsize length);
gpointer jinja_dictionary_new (const char *const *names, const char *const *values, guint n);
void jinja_dictionary_free (gpointer dictionary);
gsize jinja_fill (PeerTemplate *self, gpointer dictionary);

G_END_DECLS
