/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "program.h"

int
main (void)
{
  return program_run ();
}
