/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-language.h"

#include <stdlib.h>
#include <string.h>

#define PAGE_COLUMNS 80

static guint
count_columns_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
lectern_cli_count_columns (const char *text)
{
  guint columns = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    columns += count_columns_of (g_utf8_get_char (text));
  return columns;
}

void
lectern_cli_append_padded (GString *row, const char *text, int columns)
{
  guint width = lectern_cli_count_columns (text);
  int gap = abs (columns) > (int)width ? abs (columns) - (int)width : 0;

  g_string_append_printf (row, "%*s", columns < 0 ? gap : 0, "");
  g_string_append (row, text);
  g_string_append_printf (row, "%*s", columns < 0 ? 0 : gap, "");
}

/* Whether a line may end between two characters: at a blank, and beside a wide character unless
 * that would part it from its mark. */
static gboolean
may_break (gunichar before, gunichar after)
{
  static const char closing[] = "，。、；：？！）》」』”’…";
  static const char opening[] = "（《「『“‘";

  if (before == ' ' || after == ' ')
    return TRUE;
  if (!g_unichar_iswide (before) && !g_unichar_iswide (after))
    return FALSE;
  return g_utf8_strchr (closing, -1, after) == NULL && g_utf8_strchr (opening, -1, before) == NULL;
}

void
lectern_cli_append_wrapped (GString *out, const char *text, guint indent)
{
  guint column = indent;

  while (*text != '\0')
    {
      const char *end = text;
      guint width = 0;
      gunichar before;

      /* A piece that stays together. */
      do
        {
          before = g_utf8_get_char (end);
          width += count_columns_of (before);
          end = g_utf8_next_char (end);
        }
      while (*end != '\0' && !may_break (before, g_utf8_get_char (end)));
      if (column + width > PAGE_COLUMNS && column > indent)
        {
          while (out->str[out->len - 1] == ' ')
            g_string_truncate (out, out->len - 1);
          g_string_append_printf (out, "\n%*s", (int)indent, "");
          column = indent;
        }
      if (column > indent || *text != ' ')
        {
          g_string_append_len (out, text, end - text);
          column += width;
        }
      text = end;
    }
}
