/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-report.h"

#include <stdio.h>

/* diff OLD NEW: the changes as the command shows them, for test-diff.py. */
int
main (int argc, char **argv)
{
  GBytes *bytes[2] = { NULL, NULL };
  g_autoptr (LecternEdits) edits = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (argv[i + 1]);

      bytes[i] = g_file_load_bytes (file, NULL, NULL, NULL);
      if (bytes[i] == NULL)
        return 2;
    }
  edits = lectern_edits_new_diff (bytes[0], bytes[1]);
  lectern_cli_append_diff (out, "speech.txt", bytes[0], bytes[1], edits, argc > 3);
  fwrite (out->str, 1, out->len, stdout);
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
  return 0;
}
