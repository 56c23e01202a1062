/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-fill-private.h"

#include "base/lectern-enum-private.h"

/**
 * LecternMissing:
 * @LECTERN_MISSING_KEEP: its mask stays, byte for byte
 * @LECTERN_MISSING_ERROR: filling fails
 * @LECTERN_MISSING_BLANK: nothing stands there
 *
 * What becomes of a slot for which there is no value. A default is a value.
 */
static const GEnumValue missings[] = {
  { LECTERN_MISSING_KEEP, "LECTERN_MISSING_KEEP", "keep" },
  { LECTERN_MISSING_ERROR, "LECTERN_MISSING_ERROR", "error" },
  { LECTERN_MISSING_BLANK, "LECTERN_MISSING_BLANK", "blank" },
  { 0, NULL, NULL },
};

_LECTERN_DEFINE_ENUM (LecternMissing, lectern_missing, missings)

/**
 * LecternFillOptions:
 *
 * How a template is filled. Options are changed only before they are shared between threads.
 */
G_DEFINE_BOXED_TYPE (LecternFillOptions, lectern_fill_options, lectern_fill_options_ref,
                     lectern_fill_options_unref)

/**
 * lectern_fill_options_new:
 *
 * Makes the options that hold where none are given: what is missing is kept, what is filled is
 * text, and a value that does not take the form of its place stands there as it is.
 *
 * Returns: (transfer full): the options
 */
LecternFillOptions *
lectern_fill_options_new (void)
{
  LecternFillOptions *options = g_new0 (LecternFillOptions, 1);

  g_atomic_ref_count_init (&options->references);
  return options;
}

/**
 * lectern_fill_options_ref:
 * @options: options
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @options
 */
LecternFillOptions *
lectern_fill_options_ref (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  g_atomic_ref_count_inc (&options->references);
  return options;
}

/**
 * lectern_fill_options_unref:
 * @options: (transfer full): options
 *
 * Drops a reference, and frees the options with the last one.
 */
void
lectern_fill_options_unref (LecternFillOptions *options)
{
  g_return_if_fail (options != NULL);

  if (g_atomic_ref_count_dec (&options->references))
    g_free (options);
}

/**
 * lectern_fill_options_set_missing:
 * @options: options
 * @missing: what to do
 *
 * Sets what becomes of a slot for which there is no value.
 */
void
lectern_fill_options_set_missing (LecternFillOptions *options, LecternMissing missing)
{
  g_return_if_fail (options != NULL);
  g_return_if_fail ((guint)missing <= LECTERN_MISSING_BLANK);

  options->missing = missing;
}

/**
 * lectern_fill_options_get_missing:
 * @options: options
 *
 * Gets what becomes of a slot for which there is no value.
 *
 * Returns: what to do
 */
LecternMissing
lectern_fill_options_get_missing (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, LECTERN_MISSING_KEEP);

  return options->missing;
}

/**
 * lectern_fill_options_set_keep_slots:
 * @options: options
 * @keep_slots: whether they stay
 *
 * Sets whether a placeholder that is filled stays one, with the properties `filled` and `mask`, so
 * that it can be filled again. Only structure holds that, the text does not.
 */
void
lectern_fill_options_set_keep_slots (LecternFillOptions *options, gboolean keep_slots)
{
  g_return_if_fail (options != NULL);

  options->keep_slots = keep_slots;
}

/**
 * lectern_fill_options_get_keep_slots:
 * @options: options
 *
 * Gets whether a placeholder that is filled stays one.
 *
 * Returns: whether they stay
 */
gboolean
lectern_fill_options_get_keep_slots (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, FALSE);

  return options->keep_slots;
}

/**
 * lectern_fill_options_set_strict:
 * @options: options
 * @strict: whether it is an error
 *
 * Sets whether filling fails where a value does not take the form of its place. Otherwise its text
 * stands there as it is, and that is a finding.
 */
void
lectern_fill_options_set_strict (LecternFillOptions *options, gboolean strict)
{
  g_return_if_fail (options != NULL);

  options->strict = strict;
}

/**
 * lectern_fill_options_get_strict:
 * @options: options
 *
 * Gets whether filling fails where a value does not take the form of its place.
 *
 * Returns: whether it is an error
 */
gboolean
lectern_fill_options_get_strict (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, FALSE);

  return options->strict;
}
