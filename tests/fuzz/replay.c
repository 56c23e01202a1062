/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* In a process of its own, so that a crash is the failure of one file. */
static gboolean
try_file (const char *path)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      char *data = NULL;
      gsize length = 0;

      /* What GLib says of a failed assertion is not for the reader of TAP. */
      dup2 (STDERR_FILENO, STDOUT_FILENO);
      alarm (60);
      if (!g_file_get_contents (path, &data, &length, NULL))
        _exit (2);
      LLVMFuzzerTestOneInput ((const guint8 *)data, length);
      g_free (data);
      exit (0);
    }
  return child > 0 && waitpid (child, &status, 0) == child && WIFEXITED (status)
         && WEXITSTATUS (status) == 0;
}

/* replay FOLDER: what a fuzzer found once must hold for ever, without a fuzzer. */
int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;
  int failed = 0;

  if (folder == NULL)
    return 2;
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  printf ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (argv[1], g_ptr_array_index (names, i), NULL);
      gboolean good;

      fflush (stdout);
      good = try_file (path);
      failed += !good;
      printf ("%sok %u - %s\n", good ? "" : "not ", i + 1, (char *)g_ptr_array_index (names, i));
    }
  return failed != 0;
}
