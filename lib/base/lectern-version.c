/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <lectern/lectern.h>

/**
 * lectern_get_major_version:
 *
 * Gets the major version of the library that runs, which may be newer than that of the headers
 * (`LECTERN_MAJOR_VERSION`).
 *
 * Returns: the major version
 */
guint
lectern_get_major_version (void)
{
  return LECTERN_MAJOR_VERSION;
}

/**
 * lectern_get_minor_version:
 *
 * Gets the minor version of the library that runs.
 *
 * Returns: the minor version
 */
guint
lectern_get_minor_version (void)
{
  return LECTERN_MINOR_VERSION;
}

/**
 * lectern_get_micro_version:
 *
 * Gets the micro version of the library that runs.
 *
 * Returns: the micro version
 */
guint
lectern_get_micro_version (void)
{
  return LECTERN_MICRO_VERSION;
}
