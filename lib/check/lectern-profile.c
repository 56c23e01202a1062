/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-utf8-private.h"
#include "check/lectern-profile-private.h"

#include <string.h>

/**
 * LecternProfile:
 *
 * How a house wants its speeches: what is checked and how grave that is, the numbering of each
 * level of sections, numerals, punctuation, and how fast its speakers speak. It is written as a key
 * file:
 *
 * ```ini
 * [rules]
 * boilerplate = off
 * announced-count = error
 *
 * [levels]
 * 1 = 一、
 * 2 = （一）
 * 3 = 1.
 *
 * [style]
 * numerals = chinese
 * punctuation = full
 *
 * [speech]
 * rate = 180
 * ```
 *
 * - `[rules]`: codes of rules, each with a severity (`off`, `note`, `warning`, `error`); `*` stands
 *   for all rules that are not named.
 * - `[levels]`: levels of sections from 1, each with the marker of the first section.
 * - `[style]`: `numerals`, in which announced numbers are written, is `chinese` (三点) or `arabic`
 *   (3点); `punctuation` is `full` (`，`) or `half` (`,`). What is left out may be as it is.
 * - `[speech]`: `rate` is the number of characters in a minute, from 1 to 10000.
 *
 * A profile never changes.
 */
struct _LecternProfile
{
  gatomicrefcount references;
  char *name;
  char **codes;
  LecternSeverity *severities; /* of each code */
  LecternPosition *positions;  /* the same */
  GPtrArray *numberings;       /* by level less 1, NULL for levels left open */
  char *numerals;
  LecternWidth punctuation;
  guint rate;
};

/**
 * LECTERN_PROFILE_NAME:
 *
 * The name of the file under which the profile of a house is looked for.
 */

/**
 * LECTERN_DEFAULT_RATE:
 *
 * How many characters are spoken in a minute where no profile says so. Sources give 120 to 300;
 * formal speeches are at about 200.
 */

G_DEFINE_BOXED_TYPE (LecternProfile, lectern_profile, lectern_profile_ref, lectern_profile_unref)

#define MAX_LEVELS 16
#define MAX_RATE   10000

static void
free_numbering (gpointer numbering)
{
  if (numbering != NULL)
    lectern_numbering_unref (numbering);
}

/**
 * lectern_profile_new:
 *
 * Makes a profile that says nothing.
 *
 * Returns: (transfer full): the profile
 */
LecternProfile *
lectern_profile_new (void)
{
  LecternProfile *profile = g_new0 (LecternProfile, 1);

  g_atomic_ref_count_init (&profile->references);
  profile->codes = g_new0 (char *, 1);
  profile->numberings = g_ptr_array_new_with_free_func (free_numbering);
  profile->punctuation = LECTERN_WIDTH_KEEP;
  profile->rate = LECTERN_DEFAULT_RATE;
  return profile;
}

/**
 * lectern_profile_ref:
 * @profile: a profile
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @profile
 */
LecternProfile *
lectern_profile_ref (LecternProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  g_atomic_ref_count_inc (&profile->references);
  return profile;
}

/**
 * lectern_profile_unref:
 * @profile: (transfer full): a profile
 *
 * Drops a reference.
 */
void
lectern_profile_unref (LecternProfile *profile)
{
  g_return_if_fail (profile != NULL);

  if (!g_atomic_ref_count_dec (&profile->references))
    return;
  g_free (profile->name);
  g_strfreev (profile->codes);
  g_free (profile->severities);
  g_free (profile->positions);
  g_ptr_array_unref (profile->numberings);
  g_free (profile->numerals);
  g_free (profile);
}

/* What is being read. */
typedef struct
{
  LecternProfile *profile;
  GKeyFile *file;
  const char *data;
  gsize length;
} Reading;

/* Where a key (NULL: the heading of its group) stands, which GKeyFile does not tell. */
static void
find_position (const Reading *reading, const char *group, const char *key,
               LecternPosition *position)
{
  const char *end = reading->data + reading->length;
  gboolean inside = FALSE;

  *position = (LecternPosition){ 0, 1, 1, 1 };
  for (const char *p = reading->data; p < end; position->line++)
    {
      const char *stop = memchr (p, '\n', (gsize)(end - p));
      g_autofree char *line = g_strndup (p, (gsize)((stop != NULL ? stop : end) - p));
      char *equals = strchr (line, '=');

      position->offset = (gsize)(p - reading->data);
      g_strstrip (line);
      if (*line == '[')
        {
          inside = g_str_has_prefix (line + 1, group) && line[1 + strlen (group)] == ']';
          if (inside && key == NULL)
            return;
        }
      else if (inside && key != NULL && equals != NULL)
        {
          *equals = '\0';
          if (g_str_equal (g_strstrip (line), key))
            return;
        }
      p = stop != NULL ? stop + 1 : end;
    }
  *position = (LecternPosition){ 0, 1, 1, 1 };
}

static gboolean
refuse (const Reading *reading, const char *group, const char *key, const char *what,
        const char *value, GError **error)
{
  LecternPosition position;

  find_position (reading, group, key, &position);
  _lectern_set_error (error, LECTERN_ERROR_PROFILE, reading->profile->name, &position,
                      "[%s]%s%s: %s%s%s%s", group, key != NULL ? " " : "", key != NULL ? key : "",
                      what, value != NULL ? ": “" : "", value != NULL ? value : "",
                      value != NULL ? "”" : "");
  return FALSE;
}

static gboolean
read_rule (Reading *reading, const char *key, const char *value, GError **error)
{
  LecternProfile *profile = reading->profile;
  guint n = g_strv_length (profile->codes);

  profile->severities = g_renew (LecternSeverity, profile->severities, n + 1);
  if (!lectern_severity_from_name (value, &profile->severities[n]))
    return refuse (reading, "rules", key, "not off, note, warning or error", value, error);
  profile->positions = g_renew (LecternPosition, profile->positions, n + 1);
  find_position (reading, "rules", key, &profile->positions[n]);
  profile->codes = g_renew (char *, profile->codes, n + 2);
  profile->codes[n] = g_strdup (key);
  profile->codes[n + 1] = NULL;
  return TRUE;
}

static gboolean
read_level (Reading *reading, const char *key, const char *value, GError **error)
{
  LecternProfile *profile = reading->profile;
  LecternNumbering *numbering;
  guint64 level;

  if (!g_ascii_string_to_unsigned (key, 10, 1, MAX_LEVELS, &level, NULL))
    return refuse (reading, "levels", key, "levels are numbers from 1 to 16", NULL, error);
  numbering = lectern_numbering_new_from_string (value, NULL);
  if (numbering == NULL)
    return refuse (reading, "levels", key, "not the marker of a first section", value, error);
  if (profile->numberings->len < level)
    g_ptr_array_set_size (profile->numberings, (gint)level);
  free_numbering (profile->numberings->pdata[level - 1]);
  profile->numberings->pdata[level - 1] = numbering;
  return TRUE;
}

static gboolean
read_style (Reading *reading, const char *key, const char *value, GError **error)
{
  if (g_str_equal (key, "numerals"))
    {
      if (!g_str_equal (value, "chinese") && !g_str_equal (value, "arabic"))
        return refuse (reading, "style", key, "not chinese or arabic", value, error);
      g_free (reading->profile->numerals);
      reading->profile->numerals = g_strdup (value);
      return TRUE;
    }
  if (g_str_equal (key, "punctuation"))
    {
      if (!g_str_equal (value, "full") && !g_str_equal (value, "half"))
        return refuse (reading, "style", key, "not full or half", value, error);
      reading->profile->punctuation
          = g_str_equal (value, "full") ? LECTERN_WIDTH_FULL : LECTERN_WIDTH_HALF;
      return TRUE;
    }
  return refuse (reading, "style", key, "there is no such key", NULL, error);
}

static gboolean
read_speech (Reading *reading, const char *key, const char *value, GError **error)
{
  guint64 rate;

  if (!g_str_equal (key, "rate"))
    return refuse (reading, "speech", key, "there is no such key", NULL, error);
  if (!g_ascii_string_to_unsigned (value, 10, 1, MAX_RATE, &rate, NULL))
    return refuse (reading, "speech", key, "not a number from 1 to 10000", value, error);
  reading->profile->rate = (guint)rate;
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*read) (Reading *reading, const char *key, const char *value, GError **error);
} groups[] = {
  { "rules", read_rule },
  { "levels", read_level },
  { "style", read_style },
  { "speech", read_speech },
};

static gboolean
read_group (Reading *reading, const char *name, GError **error)
{
  g_auto (GStrv) keys = NULL;
  guint group = 0;

  while (group < G_N_ELEMENTS (groups) && !g_str_equal (groups[group].name, name))
    group++;
  if (group == G_N_ELEMENTS (groups))
    return refuse (reading, name, NULL, "there is no such group", NULL, error);
  keys = g_key_file_get_keys (reading->file, name, NULL, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (reading->file, name, keys[i], NULL);

      if (value == NULL)
        return refuse (reading, name, keys[i], "the value cannot be read", NULL, error);
      if (!groups[group].read (reading, keys[i], value, error))
        return FALSE;
    }
  return TRUE;
}

/* A byte order mark is left out. */
static gboolean
load_file (Reading *reading, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize bad_offset;

  if (reading->length >= 3 && memcmp (reading->data, "\xef\xbb\xbf", 3) == 0)
    {
      reading->data += 3;
      reading->length -= 3;
    }
  if (!_lectern_utf8_check (reading->data, reading->length, &bad_offset))
    {
      _lectern_set_error (error, LECTERN_ERROR_PROFILE, reading->profile->name, NULL,
                          "the text is not UTF-8 at byte %" G_GSIZE_FORMAT, bad_offset);
      return FALSE;
    }
  if (!g_key_file_load_from_data (reading->file, reading->data, reading->length, G_KEY_FILE_NONE,
                                  &local))
    {
      _lectern_set_error (error, LECTERN_ERROR_PROFILE, reading->profile->name, NULL, "%s",
                          local->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * lectern_profile_new_from_data:
 * @data: a key file in UTF-8
 * @length: its length in bytes, or -1 where it ends with NUL
 * @name: (nullable): how errors call it
 * @error: return location for an error
 *
 * Reads a profile. Fails with `LECTERN_ERROR_PROFILE` where it is no key file, and, with a
 * position, where it has a group, key or value that means nothing; whether its rules exist is
 * looked at by [method@Lectern.Checker.set_profile].
 *
 * Returns: (transfer full): the profile, or %NULL with @error set
 */
LecternProfile *
lectern_profile_new_from_data (const char *data, gssize length, const char *name, GError **error)
{
  g_autoptr (LecternProfile) profile = NULL;
  g_autoptr (GKeyFile) file = NULL;
  g_auto (GStrv) names = NULL;
  Reading reading;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  profile = lectern_profile_new ();
  profile->name = g_strdup (name);
  file = g_key_file_new ();
  reading = (Reading){ profile, file, data, length < 0 ? strlen (data) : (gsize)length };
  if (!load_file (&reading, error))
    return NULL;
  names = g_key_file_get_groups (file, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    if (!read_group (&reading, names[i], error))
      return NULL;
  return g_steal_pointer (&profile);
}

/**
 * lectern_profile_new_from_file:
 * @file: a file
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Reads a profile from a file. Fails as [ctor@Lectern.Profile.new_from_data] does, and with the
 * errors of GIO where the file cannot be read.
 *
 * Returns: (transfer full): the profile, or %NULL with @error set
 */
LecternProfile *
lectern_profile_new_from_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_file_load_contents (file, cancellable, &data, &length, NULL, error))
    return NULL;
  name = g_file_get_parse_name (file);
  return lectern_profile_new_from_data (data, (gssize)length, name, error);
}

/**
 * lectern_profile_find:
 * @file: a speech
 *
 * Finds the house profile of a speech: the file %LECTERN_PROFILE_NAME in the folder of @file, or
 * else in the nearest folder above it that has one.
 *
 * Returns: (transfer full) (nullable): the profile's file, or %NULL where there is none
 */
GFile *
lectern_profile_find (GFile *file)
{
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = g_file_get_parent (file);
  while (folder != NULL)
    {
      g_autoptr (GFile) found = g_file_get_child (folder, LECTERN_PROFILE_NAME);
      GFile *above;

      if (g_file_query_file_type (found, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
        return g_steal_pointer (&found);
      above = g_file_get_parent (folder);
      g_object_unref (folder);
      folder = above;
    }
  return NULL;
}

/**
 * lectern_profile_get_name:
 * @profile: a profile
 *
 * Gets how errors call it.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL
 */
const char *
lectern_profile_get_name (LecternProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return profile->name;
}

/**
 * lectern_profile_get_codes:
 * @profile: a profile
 *
 * Gets the codes of the rules that it says something of; %LECTERN_RULES_ALL may be among them.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 */
const char *const *
lectern_profile_get_codes (LecternProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return (const char *const *)profile->codes;
}

void
_lectern_profile_get_position (LecternProfile *profile, guint n, LecternPosition *position)
{
  *position = profile->positions[n];
}

/**
 * lectern_profile_get_severity:
 * @profile: a profile
 * @code: the code of a rule
 * @severity: (out): where to put the severity
 *
 * Gets what it says of a rule.
 *
 * Returns: %FALSE, with @severity unchanged, where it says nothing
 */
gboolean
lectern_profile_get_severity (LecternProfile *profile, const char *code, LecternSeverity *severity)
{
  g_return_val_if_fail (profile != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (severity != NULL, FALSE);

  for (guint i = 0; profile->codes[i] != NULL; i++)
    if (g_str_equal (profile->codes[i], code))
      {
        *severity = profile->severities[i];
        return TRUE;
      }
  return FALSE;
}

/**
 * lectern_profile_get_numbering:
 * @profile: a profile
 * @level: a level of sections, from 1
 *
 * Gets how sections of a level are numbered.
 *
 * Returns: (transfer none) (nullable): the numbering, or %NULL where it says nothing
 */
LecternNumbering *
lectern_profile_get_numbering (LecternProfile *profile, guint level)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return level - 1 < profile->numberings->len ? profile->numberings->pdata[level - 1] : NULL;
}

/**
 * lectern_profile_get_numerals:
 * @profile: a profile
 *
 * Gets in which numerals announced numbers are written.
 *
 * Returns: (transfer none) (nullable): `chinese`, `arabic`, or %NULL where it says nothing
 */
const char *
lectern_profile_get_numerals (LecternProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return profile->numerals;
}

/**
 * lectern_profile_get_punctuation:
 * @profile: a profile
 *
 * Gets how wide punctuation is written.
 *
 * Returns: the width, %LECTERN_WIDTH_KEEP where it says nothing
 */
LecternWidth
lectern_profile_get_punctuation (LecternProfile *profile)
{
  g_return_val_if_fail (profile != NULL, LECTERN_WIDTH_KEEP);

  return profile->punctuation;
}

/**
 * lectern_profile_get_rate:
 * @profile: a profile
 *
 * Gets how many characters (字数) a speaker speaks in a minute.
 *
 * Returns: the number, %LECTERN_DEFAULT_RATE where it says nothing
 */
guint
lectern_profile_get_rate (LecternProfile *profile)
{
  g_return_val_if_fail (profile != NULL, LECTERN_DEFAULT_RATE);

  return profile->rate;
}
