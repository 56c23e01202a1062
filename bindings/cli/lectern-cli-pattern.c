/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-pattern.h"
#include "lectern-cli.h"

#include <string.h>

#define MAX_DIGITS 20

/* The name that stands for the number of the row. */
static const char row_name[] = "n";

typedef struct
{
  char *text; /* as it is, or the name of a value */
  gboolean is_name;
  guint n_digits; /* of the number of the row */
} Piece;

struct _LecternCliPattern
{
  char *folder;
  GArray *pieces;
};

static void
clear_piece (gpointer data)
{
  g_free (((Piece *)data)->text);
}

/* --- reading -------------------------------------------------------------------------------- */

/* The next bracket that is none of two in a row; `*text` is put together of what was before it. */
static const char *
find_bracket (const char *at, GString *text)
{
  for (; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '}')
        {
          if (at[1] != *at)
            return at;
          at++;
        }
      g_string_append_c (text, *at);
    }
  return at;
}

gboolean
lectern_cli_is_pattern (const char *text)
{
  g_autoptr (GString) unused = g_string_new (NULL);

  return *find_bracket (text, unused) != '\0';
}

static void
add_piece (LecternCliPattern *pattern, const char *text, gsize length, gboolean is_name)
{
  Piece piece = { g_strndup (text, length), is_name, 0 };

  g_array_append_val (pattern->pieces, piece);
}

/* `n:4`: the digits are no part of the name. */
static gboolean
read_digits (Piece *piece)
{
  char *colon = strchr (piece->text, ':');
  guint64 n;

  if (colon == NULL || strncmp (piece->text, row_name, (gsize)(colon - piece->text)) != 0)
    return TRUE;
  if (!g_ascii_string_to_unsigned (colon + 1, 10, 1, MAX_DIGITS, &n, NULL))
    {
      lectern_cli_usage (NULL, _ ("“{%s}”: the digits must be 1 to %u"), piece->text, MAX_DIGITS);
      return FALSE;
    }
  *colon = '\0';
  piece->n_digits = (guint)n;
  return TRUE;
}

static gboolean
read_pieces (LecternCliPattern *pattern, const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      g_autoptr (GString) before = g_string_new (NULL);
      const char *open = find_bracket (at, before);
      gsize length;

      add_piece (pattern, before->str, before->len, FALSE);
      if (*open == '\0')
        break;
      length = strcspn (open + 1, "{}");
      if (*open == '}' || open[1 + length] != '}' || length == 0)
        {
          lectern_cli_usage (NULL, _ ("“%s”: a value is written {NAME}, a bracket as two: {{ }}"),
                             text);
          return FALSE;
        }
      add_piece (pattern, open + 1, length, TRUE);
      if (!read_digits (&g_array_index (pattern->pieces, Piece, pattern->pieces->len - 1)))
        return FALSE;
      at = open + length + 2;
    }
  return TRUE;
}

LecternCliPattern *
lectern_cli_pattern_new (const char *text)
{
  g_autoptr (LecternCliPattern) pattern = g_new0 (LecternCliPattern, 1);
  g_autoptr (GString) fixed = g_string_new (NULL);
  const char *open = find_bracket (text, fixed);
  const char *slash = g_strrstr_len (text, open - text, "/");
  g_autofree char *folder = NULL;

  pattern->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (pattern->pieces, clear_piece);
  if (slash != NULL)
    {
      /* The brackets in it are pairs. */
      folder = g_strndup (text, (gsize)(slash - text) + (slash == text));
      g_string_truncate (fixed, 0);
      find_bracket (folder, fixed);
    }
  pattern->folder = g_strdup (slash != NULL ? fixed->str : ".");
  if (!read_pieces (pattern, slash != NULL ? slash + 1 : text))
    return NULL;
  return g_steal_pointer (&pattern);
}

void
lectern_cli_pattern_free (LecternCliPattern *pattern)
{
  g_free (pattern->folder);
  g_array_unref (pattern->pieces);
  g_free (pattern);
}

const char *
lectern_cli_pattern_get_folder (const LecternCliPattern *pattern)
{
  return pattern->folder;
}

gboolean
lectern_cli_pattern_check (const LecternCliPattern *pattern, const char *const *names,
                           LecternValues *values)
{
  for (guint i = 0; names != NULL && i < pattern->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pattern->pieces, Piece, i);
      g_autoptr (LecternValue) value = NULL;
      const char *nearest;

      if (!piece->is_name || strcmp (piece->text, row_name) == 0
          || g_strv_contains (names, piece->text))
        continue;
      value = lectern_values_lookup (values, piece->text);
      if (value != NULL)
        continue;
      nearest = lectern_cli_find_nearest (piece->text, names);
      if (nearest == NULL)
        lectern_cli_usage (NULL, _ ("there is no column “%s”"), piece->text);
      else
        lectern_cli_usage (NULL, _ ("there is no column “%s”; did you mean “%s”?"), piece->text,
                           nearest);
      return FALSE;
    }
  return TRUE;
}

gboolean
lectern_cli_pattern_uses (const LecternCliPattern *pattern, const char *name)
{
  for (guint i = 0; i < pattern->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pattern->pieces, Piece, i);

      if (piece->is_name && strcmp (piece->text, name) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
lectern_cli_pattern_dup_path (const LecternCliPattern *pattern, const char *name)
{
  if (strcmp (pattern->folder, ".") == 0)
    return g_strdup (name);
  return g_build_filename (pattern->folder, name, NULL);
}

/* --- names of files ------------------------------------------------------------------------- */

/* Signs that part names in some system, and those that do not show or turn the line around. */
static gboolean
may_stand_in_name (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return c != '/' && c != '\\';
    }
}

static char *
check_value (const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (may_stand_in_name (c))
        continue;
      if (g_unichar_isprint (c))
        return g_strdup_printf (_ ("“%s” may not stand in the name of a file"),
                                c == '/' ? "/" : "\\");
      return g_strdup_printf (_ ("U+%04X may not stand in the name of a file"), c);
    }
  return NULL;
}

static gboolean
append_value (GString *path, const Piece *piece, guint row, LecternValues *values, char **message)
{
  g_autoptr (LecternValue) value = NULL;
  const char *text;
  gsize length;

  if (strcmp (piece->text, row_name) == 0)
    {
      g_string_append_printf (path, "%0*u", (int)piece->n_digits, row);
      return TRUE;
    }
  value = lectern_values_lookup (values, piece->text);
  if (value == NULL)
    {
      *message = g_strdup (_ ("no value, so the file has no name"));
      return FALSE;
    }
  text = lectern_value_get_text (value, &length);
  *message = check_value (text, length);
  if (*message != NULL)
    return FALSE;
  g_string_append_len (path, text, (gssize)length);
  return TRUE;
}

/* Of the parts between slashes each must be a name: not empty, not hidden, and not too long. */
static char *
check_parts (const char *path)
{
  for (const char *part = path;; part++)
    {
      gsize length = strcspn (part, "/");

      if (length == 0 || *part == '.')
        return g_strdup_printf (_ ("“%s” is no name for a file"), path);
      if (length > LECTERN_CLI_MAX_NAME_BYTES)
        return g_strdup_printf (_ ("a name of %" G_GSIZE_FORMAT " bytes for a file, more than %u"),
                                length, LECTERN_CLI_MAX_NAME_BYTES);
      part += length;
      if (*part == '\0')
        return NULL;
    }
}

char *
lectern_cli_pattern_expand (const LecternCliPattern *pattern, guint row, LecternValues *values,
                            const char **name, char **message)
{
  g_autoptr (GString) path = g_string_new (NULL);

  *name = NULL;
  for (guint i = 0; i < pattern->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pattern->pieces, Piece, i);

      if (!piece->is_name)
        g_string_append (path, piece->text);
      else if (!append_value (path, piece, row, values, message))
        {
          *name = piece->text;
          return NULL;
        }
    }
  *message = check_parts (path->str);
  return *message == NULL ? g_string_free (g_steal_pointer (&path), FALSE) : NULL;
}
