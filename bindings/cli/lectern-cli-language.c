/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <locale.h>
#include <string.h>

static const LecternCliTranslation none[] = { { NULL, NULL } };

/* The languages that the command speaks; the first is the one that it is written in. A locale is
 * known by its text: zh_CN.UTF-8, zh_HK and zh-Hant are Chinese. */
static const struct
{
  const char *tag;
  const LecternCliTranslation *strings;
  const LecternCliTranslation *messages; /* the library's */
  const LecternCliTranslation *foreign;  /* of those below it */
} languages[] = {
  { "en", none, none, none },
  { "zh", lectern_cli_zh_strings, lectern_cli_zh_messages, lectern_cli_zh_foreign },
};

static guint language; /* index of languages */
static GHashTable *strings;

/* --- which language ------------------------------------------------------------------------- */

static gboolean
find_language (const char *locale, gsize length, guint *found)
{
  gsize end = 0;

  while (end < length && g_ascii_isalpha (locale[end]))
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == end
        && g_ascii_strncasecmp (locale, languages[i].tag, end) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_posix (const char *locale)
{
  return strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0
         || g_str_has_prefix (locale, "C.");
}

/* The first of the list that is spoken; GNU's list of languages by preference. */
static gboolean
find_in_list (const char *list, guint *found)
{
  for (; list != NULL && *list != '\0'; list += list[0] == ':')
    {
      gsize length = strcspn (list, ":");

      if (find_language (list, length, found))
        return TRUE;
      list += length;
    }
  return FALSE;
}

/* What the environment asks for, in the order of POSIX: the first variable that says something
 * decides. What locales are installed does not matter. */
static guint
guess_language (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *locale = g_getenv (variables[i]);

      if (locale == NULL || *locale == '\0')
        continue;
      if (!is_posix (locale) && !find_in_list (g_getenv ("LANGUAGE"), &found))
        find_language (locale, strlen (locale), &found);
      break;
    }
  return found;
}

static void
use_language (guint chosen)
{
  const LecternCliTranslation *row = languages[chosen].strings;

  language = chosen;
  g_clear_pointer (&strings, g_hash_table_unref);
  strings = g_hash_table_new (g_str_hash, g_str_equal);
  for (; row->english != NULL; row++)
    g_hash_table_insert (strings, (gpointer)row->english, (gpointer)row->translated);
}

static void
remove_arguments (char **argv, int at, int n)
{
  do
    argv[at] = argv[at + n];
  while (argv[at++] != NULL);
}

gboolean
lectern_cli_start_language (char **argv)
{
  static const char option[] = "--message-language";
  const gsize length = sizeof option - 1;
  guint chosen = 0;

  /* What the libraries say is translated here and not by them, so that it does not matter which
   * locales are installed. */
  setlocale (LC_MESSAGES, "C");
  use_language (guess_language ());
  for (int i = 1; argv[i] != NULL && strcmp (argv[i], "--") != 0;)
    {
      gboolean joined = g_str_has_prefix (argv[i], option) && argv[i][length] == '=';
      const char *value = joined ? argv[i] + length + 1 : argv[i + 1];

      if (!joined && strcmp (argv[i], option) != 0)
        {
          i++;
          continue;
        }
      if (value == NULL)
        lectern_cli_usage (NULL, _ ("Missing argument for %s"), option);
      else if (!find_language (value, strlen (value), &chosen))
        lectern_cli_usage (NULL, _ ("unknown message language “%s”: en or zh"), value);
      else
        {
          use_language (chosen);
          remove_arguments (argv, i, joined ? 1 : 2);
          continue;
        }
      return FALSE;
    }
  return TRUE;
}

const char *
lectern_cli_get_language (void)
{
  return languages[language].tag;
}

/* --- translation ---------------------------------------------------------------------------- */

const char *
lectern_cli_translate (const char *english)
{
  const char *translated = strings != NULL ? g_hash_table_lookup (strings, english) : NULL;

  return translated != NULL ? translated : english;
}

/* The length of the text before the next place of a template. */
static gsize
count_fixed (const char *template)
{
  const char *place = strstr (template, "%s");

  return place != NULL ? (gsize)(place - template) : strlen (template);
}

/* Whether a message was made by this template; `values` gets what stands at its places. */
static gboolean
match_template (const char *template, const char *message, GPtrArray *values)
{
  gsize fixed = count_fixed (template);

  if (strncmp (message, template, fixed) != 0)
    return FALSE;
  message += fixed;
  template += fixed;
  while (*template != '\0')
    {
      g_autofree char *after = NULL;
      const char *end;

      template += strlen ("%s");
      fixed = count_fixed (template);
      after = g_strndup (template, fixed);
      template += fixed;
      /* What follows the last place is the end of the message. */
      end = *template == '\0' ? message + strlen (message) - MIN (fixed, strlen (message))
                              : strstr (message, after);
      if (end == NULL || strncmp (end, after, fixed) != 0)
        return FALSE;
      g_ptr_array_add (values, g_strndup (message, (gsize)(end - message)));
      message = end + fixed;
    }
  return *message == '\0';
}

static char *
fill_template (const char *template, GPtrArray *values)
{
  GString *filled = g_string_new (NULL);

  for (guint i = 0; *template != '\0'; i++)
    {
      gsize fixed = count_fixed (template);

      g_string_append_len (filled, template, (gssize)fixed);
      template += fixed;
      if (*template == '\0')
        break;
      g_string_append (filled, g_ptr_array_index (values, i));
      template += strlen ("%s");
    }
  return g_string_free (filled, FALSE);
}

static char *
find_message (const LecternCliTranslation *row, const char *message)
{
  for (; row->english != NULL; row++)
    {
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

      if (match_template (row->english, message, values))
        return fill_template (row->translated, values);
    }
  return NULL;
}

/* The length of a place in front, `3:14: `. */
static gsize
count_place (const char *message)
{
  gsize place = strspn (message, "0123456789:");

  return place > 0 && message[place - 1] == ':' && message[place] == ' ' ? place + 1 : 0;
}

char *
lectern_cli_translate_message (const char *message)
{
  g_autofree char *translated = NULL;
  gsize place = count_place (message);

  translated = find_message (languages[language].messages, message + place);
  if (translated == NULL)
    translated = find_message (languages[language].foreign, message + place);
  if (translated == NULL)
    return g_strdup (message);
  return g_strdup_printf ("%.*s%s", (int)place, message, translated);
}

char *
lectern_cli_prefix_message (const char *label, const char *message)
{
  gsize place = count_place (message);

  return g_strdup_printf (_ ("%.*s%s: %s"), (int)place, message, label, message + place);
}
