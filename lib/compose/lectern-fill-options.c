/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-fill-private.h"

#include "base/lectern-enum-private.h"
#include "base/lectern-limits-private.h"

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
 *
 * What a template with directives may come to has limits: `max-nesting` (unless changed 32, how
 * deep repeats and fragments stand in each other), `max-repetitions` (unless changed 10,000, rounds
 * of repeats and fragments all together) and `max-output` (unless changed 64 MiB, the text before
 * values are filled in).
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
  options->limits.max_depth = LECTERN_DEFAULT_MAX_NESTING;
  options->limits.max_repetitions = LECTERN_DEFAULT_MAX_REPETITIONS;
  options->limits.max_bytes = LECTERN_DEFAULT_MAX_OUTPUT;
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

  if (!g_atomic_ref_count_dec (&options->references))
    return;
  g_clear_object (&options->fragments);
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

LecternFillOptions *
_lectern_fill_options_copy (const LecternFillOptions *options)
{
  LecternFillOptions *copy = lectern_fill_options_new ();

  if (options == NULL)
    return copy;
  copy->missing = options->missing;
  copy->keep_slots = options->keep_slots;
  copy->strict = options->strict;
  copy->limits = options->limits;
  copy->outline = options->outline;
  lectern_fill_options_set_fragments (copy, options->fragments);
  return copy;
}

/**
 * lectern_fill_options_set_max_nesting:
 * @options: options
 * @max_nesting: the limit
 *
 * Sets how deep repeats and fragments may stand in each other.
 */
void
lectern_fill_options_set_max_nesting (LecternFillOptions *options, guint max_nesting)
{
  g_return_if_fail (options != NULL);

  options->limits.max_depth = max_nesting;
}

/**
 * lectern_fill_options_get_max_nesting:
 * @options: options
 *
 * Gets how deep repeats and fragments may stand in each other.
 *
 * Returns: the limit
 */
guint
lectern_fill_options_get_max_nesting (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, 0);

  return options->limits.max_depth;
}

/**
 * lectern_fill_options_set_max_repetitions:
 * @options: options
 * @max_repetitions: the limit
 *
 * Sets how many rounds repeats may make, and fragments, all together.
 */
void
lectern_fill_options_set_max_repetitions (LecternFillOptions *options, guint max_repetitions)
{
  g_return_if_fail (options != NULL);

  options->limits.max_repetitions = max_repetitions;
}

/**
 * lectern_fill_options_get_max_repetitions:
 * @options: options
 *
 * Gets how many rounds repeats and fragments may make.
 *
 * Returns: the limit
 */
guint
lectern_fill_options_get_max_repetitions (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, 0);

  return options->limits.max_repetitions;
}

/**
 * lectern_fill_options_set_max_output:
 * @options: options
 * @max_output: the limit, in bytes
 *
 * Sets how long the text may be that a template makes, before values are filled in.
 */
void
lectern_fill_options_set_max_output (LecternFillOptions *options, gsize max_output)
{
  g_return_if_fail (options != NULL);

  options->limits.max_bytes = max_output;
}

/**
 * lectern_fill_options_get_max_output:
 * @options: options
 *
 * Gets how long the text may be that a template makes, in bytes.
 *
 * Returns: the limit
 */
gsize
lectern_fill_options_get_max_output (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, 0);

  return options->limits.max_bytes;
}

/**
 * lectern_fill_options_set_fragments:
 * @options: options
 * @fragments: (nullable): a library, or %NULL for none
 *
 * Sets where the fragments are found that a template includes.
 */
void
lectern_fill_options_set_fragments (LecternFillOptions *options, LecternFragments *fragments)
{
  g_return_if_fail (options != NULL);
  g_return_if_fail (fragments == NULL || LECTERN_IS_FRAGMENTS (fragments));

  g_set_object (&options->fragments, fragments);
}

/**
 * lectern_fill_options_get_fragments:
 * @options: options
 *
 * Gets where the fragments are found that a template includes.
 *
 * Returns: (transfer none) (nullable): the library, or %NULL where there is none
 */
LecternFragments *
lectern_fill_options_get_fragments (LecternFillOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->fragments;
}
