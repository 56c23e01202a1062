/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <lectern/lectern.h>

/**
 * LECTERN_MAJOR_VERSION:
 *
 * The major version of the headers.
 */

/**
 * LECTERN_MINOR_VERSION:
 *
 * The minor version of the headers.
 */

/**
 * LECTERN_MICRO_VERSION:
 *
 * The micro version of the headers.
 */

/**
 * LECTERN_VERSION_S:
 *
 * The version of the headers as a string.
 */

/**
 * LECTERN_CHECK_VERSION:
 * @major: a major version
 * @minor: a minor version
 * @micro: a micro version
 *
 * Tells, for the preprocessor too, whether the headers are of this version or a newer one.
 */

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
