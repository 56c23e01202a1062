/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-places.h"

LecternNode *
lectern_cli_find_node (LecternDocument *document, const char *path, GError **error)
{
  LecternNode *node = lectern_document_lookup (document, path);

  if (node == NULL)
    g_set_error (error, LECTERN_ERROR, LECTERN_ERROR_EDIT, _ ("there is no node “%s”"), path);
  return node;
}

LecternNode *
lectern_cli_find_series (LecternDocument *document, guint number, GError **error)
{
  g_autoptr (GPtrArray) series = lectern_document_list_nodes (document, LECTERN_NODE_SERIES);

  if (number >= 1 && number <= series->len)
    return series->pdata[number - 1];
  g_set_error (error, LECTERN_ERROR, LECTERN_ERROR_EDIT, _ ("there is no series %u"), number);
  return NULL;
}
