/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-limits-private.h"
#include "model/lectern-read-options-private.h"

/**
 * LecternReadOptions:
 *
 * How a document is to be read. A reader takes a copy, so that options may be changed and used
 * again afterwards, but not by two threads at once.
 *
 * The limits are `max-bytes` (unless changed 4294967294, the longest text that a document can have)
 * and `max-depth` (unless changed 256, how deep elements of XML may be nested).
 */
struct _LecternReadOptions
{
  gatomicrefcount references;
  LecternFormat format;
  char *language;
  char *encoding;
  char *name;
  gsize max_bytes;
  guint max_depth;
};

G_DEFINE_BOXED_TYPE (LecternReadOptions, lectern_read_options, lectern_read_options_ref,
                     lectern_read_options_unref)

/**
 * lectern_read_options_new:
 *
 * Makes options that leave everything to the reader.
 *
 * Returns: (transfer full): the options
 */
LecternReadOptions *
lectern_read_options_new (void)
{
  LecternReadOptions *options = g_new0 (LecternReadOptions, 1);

  g_atomic_ref_count_init (&options->references);
  options->format = LECTERN_FORMAT_AUTO;
  options->max_bytes = LECTERN_MAX_TEXT_BYTES;
  options->max_depth = LECTERN_DEFAULT_MAX_DEPTH;
  return options;
}

LecternReadOptions *
_lectern_read_options_copy (LecternReadOptions *options)
{
  LecternReadOptions *copy = lectern_read_options_new ();

  if (options == NULL)
    return copy;
  copy->format = options->format;
  copy->language = g_strdup (options->language);
  copy->encoding = g_strdup (options->encoding);
  copy->name = g_strdup (options->name);
  copy->max_bytes = options->max_bytes;
  copy->max_depth = options->max_depth;
  return copy;
}

/**
 * lectern_read_options_ref:
 * @options: options
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @options
 */
LecternReadOptions *
lectern_read_options_ref (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  g_atomic_ref_count_inc (&options->references);
  return options;
}

/**
 * lectern_read_options_unref:
 * @options: (transfer full): options
 *
 * Drops a reference.
 */
void
lectern_read_options_unref (LecternReadOptions *options)
{
  g_return_if_fail (options != NULL);

  if (!g_atomic_ref_count_dec (&options->references))
    return;
  g_free (options->language);
  g_free (options->encoding);
  g_free (options->name);
  g_free (options);
}

/**
 * lectern_read_options_set_format:
 * @options: options
 * @format: what the input is
 *
 * Says what the input is; unless it is said, the input is XML if it begins like XML.
 */
void
lectern_read_options_set_format (LecternReadOptions *options, LecternFormat format)
{
  g_return_if_fail (options != NULL);

  options->format = format;
}

/**
 * lectern_read_options_get_format:
 * @options: options
 *
 * Gets what the input is said to be.
 *
 * Returns: the format
 */
LecternFormat
lectern_read_options_get_format (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, LECTERN_FORMAT_AUTO);

  return options->format;
}

/**
 * lectern_read_options_set_language:
 * @options: options
 * @language: (nullable): a language tag (BCP 47), such as `zh-Hans`, or %NULL to find it out
 *
 * Says what language the speech is in.
 */
void
lectern_read_options_set_language (LecternReadOptions *options, const char *language)
{
  g_return_if_fail (options != NULL);

  g_free (options->language);
  options->language = g_strdup (language);
}

/**
 * lectern_read_options_get_language:
 * @options: options
 *
 * Gets the language that the speech is said to be in.
 *
 * Returns: (nullable): a language tag, or %NULL if it is to be found out
 */
const char *
lectern_read_options_get_language (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->language;
}

/**
 * lectern_read_options_set_encoding:
 * @options: options
 * @encoding: (nullable): the name of an encoding, such as `GB18030`, or %NULL to find it out
 *
 * Says what encoding a text is in. A byte order mark in the text goes before this.
 */
void
lectern_read_options_set_encoding (LecternReadOptions *options, const char *encoding)
{
  g_return_if_fail (options != NULL);

  g_free (options->encoding);
  options->encoding = g_strdup (encoding);
}

/**
 * lectern_read_options_get_encoding:
 * @options: options
 *
 * Gets the encoding that the text is said to be in.
 *
 * Returns: (nullable): an encoding, or %NULL if it is to be found out
 */
const char *
lectern_read_options_get_encoding (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->encoding;
}

/**
 * lectern_read_options_set_name:
 * @options: options
 * @name: (nullable): a name for the input, such as a file name
 *
 * Says how error messages are to call the input.
 */
void
lectern_read_options_set_name (LecternReadOptions *options, const char *name)
{
  g_return_if_fail (options != NULL);

  g_free (options->name);
  options->name = g_strdup (name);
}

/**
 * lectern_read_options_get_name:
 * @options: options
 *
 * Gets the name by which error messages call the input.
 *
 * Returns: (nullable): the name
 */
const char *
lectern_read_options_get_name (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->name;
}

/**
 * lectern_read_options_set_max_bytes:
 * @options: options
 * @max_bytes: the longest input that is read, in bytes; more than 4294967294 counts as that
 *
 * Limits the length of the input. What is longer is refused with `LECTERN_ERROR_LIMIT`.
 */
void
lectern_read_options_set_max_bytes (LecternReadOptions *options, gsize max_bytes)
{
  g_return_if_fail (options != NULL);

  options->max_bytes = MIN (max_bytes, LECTERN_MAX_TEXT_BYTES);
}

/**
 * lectern_read_options_get_max_bytes:
 * @options: options
 *
 * Gets the limit on the length of the input.
 *
 * Returns: the limit in bytes
 */
gsize
lectern_read_options_get_max_bytes (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, 0);

  return options->max_bytes;
}

/**
 * lectern_read_options_set_max_depth:
 * @options: options
 * @max_depth: how deep elements of XML may be nested
 *
 * Limits the depth of XML. What is deeper is refused with `LECTERN_ERROR_LIMIT`.
 */
void
lectern_read_options_set_max_depth (LecternReadOptions *options, guint max_depth)
{
  g_return_if_fail (options != NULL);

  options->max_depth = max_depth;
}

/**
 * lectern_read_options_get_max_depth:
 * @options: options
 *
 * Gets the limit on the depth of XML.
 *
 * Returns: the limit
 */
guint
lectern_read_options_get_max_depth (LecternReadOptions *options)
{
  g_return_val_if_fail (options != NULL, 0);

  return options->max_depth;
}
