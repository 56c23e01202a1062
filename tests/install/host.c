/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * host PLUG-IN: knows nothing of Lectern; loads the plug-in, runs it, unloads it, and once more. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int
main (int argc, char **argv)
{
  int status = 1;

  for (int round = 0; round < 2; round++)
    {
      void *plugin = argc == 2 ? dlopen (argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
      void *symbol = plugin != NULL ? dlsym (plugin, "program_run") : NULL;
      int (*run) (void);

      if (symbol == NULL)
        {
          fprintf (stderr, "%s\n", dlerror ());
          return 1;
        }
      memcpy (&run, &symbol, sizeof run);
      status = run ();
      dlclose (plugin);
    }
  return status;
}
