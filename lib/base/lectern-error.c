/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"

/**
 * LecternError:
 * @LECTERN_ERROR_ENCODING: the bytes are not text in the encoding that was expected, or a text
 *   cannot be written in the encoding that was asked for
 * @LECTERN_ERROR_LIMIT: a limit was exceeded (see [struct@Lectern.ReadOptions])
 * @LECTERN_ERROR_XML: the XML is not well formed, or not of our vocabulary
 * @LECTERN_ERROR_STRUCTURE: nodes were put together in a way that a speech cannot have
 * @LECTERN_ERROR_NUMBERING: a string is no marker or numbering, or the numbering cannot count that
 *   far
 * @LECTERN_ERROR_EDIT: an edit does not fit the text
 * @LECTERN_ERROR_RULE: there is no rule with this code, or there is one already
 * @LECTERN_ERROR_PROFILE: a house profile cannot be read
 * @LECTERN_ERROR_VALUE: a value cannot be read, or cannot take the form that its place wants
 * @LECTERN_ERROR_TEMPLATE: a template, or what fills it, is not as the document says
 *
 * Why a call could not do its work. What is wrong with a speech is no error.
 */

typedef struct
{
  LecternPosition position;
  gboolean has_position;
} LecternErrorPrivate;

static void
lectern_error_private_init (LecternErrorPrivate *priv)
{
  priv->has_position = FALSE;
}

static void
lectern_error_private_copy (const LecternErrorPrivate *from, LecternErrorPrivate *to)
{
  *to = *from;
}

static void
lectern_error_private_clear (LecternErrorPrivate *priv)
{
}

/**
 * lectern_error_quark:
 *
 * Gets the domain of the errors of this library, `LECTERN_ERROR`.
 *
 * Returns: the domain
 */
G_DEFINE_EXTENDED_ERROR (LecternError, lectern_error)

/**
 * lectern_error_get_position:
 * @error: an error in the domain `LECTERN_ERROR`
 * @position: (out caller-allocates): where to put the position
 *
 * Gets the place in the input that the error is about.
 *
 * Returns: whether the error knows a place; if not, @position is all zero
 */
gboolean
lectern_error_get_position (const GError *error, LecternPosition *position)
{
  const LecternErrorPrivate *priv;

  g_return_val_if_fail (error != NULL, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  memset (position, 0, sizeof *position);
  if (error->domain != LECTERN_ERROR)
    return FALSE;
  priv = lectern_error_get_private (error);
  if (priv->has_position)
    *position = priv->position;
  return priv->has_position;
}

static char *
dup_place (const char *name, const LecternPosition *position)
{
  if (position == NULL)
    return name != NULL ? g_strconcat (name, ": ", NULL) : g_strdup ("");
  return g_strdup_printf ("%s%s%u:%u: ", name != NULL ? name : "", name != NULL ? ":" : "",
                          position->line, position->column);
}

void
_lectern_set_error (GError **error, LecternError code, const char *name,
                    const LecternPosition *position, const char *format, ...)
{
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;
  GError *made;
  va_list arguments;

  if (error == NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  place = dup_place (name, position);
  made = g_error_new (LECTERN_ERROR, (int)code, "%s%s", place, message);
  if (position != NULL)
    {
      LecternErrorPrivate *priv = lectern_error_get_private (made);

      priv->position = *position;
      priv->has_position = TRUE;
    }
  g_propagate_error (error, made);
}
