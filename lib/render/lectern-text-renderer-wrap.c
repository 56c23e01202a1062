/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-punctuation-private.h"
#include "render/lectern-text-renderer-private.h"

/* JIS X 4051 and GB/T 15834 5.1: what must not begin a line, and what must not end one. */
static const char *const no_start = "，。、；：？！）】》〉」』”’〕］｝…—～·％‰℃°々ー,.;:?!)]}>%";
static const char *const no_end = "（【《〈「『“‘〔［｛([{<＃￥$#";

typedef struct
{
  guint width;
  guint blank : 1;
  guint loose : 1; /* a line may be broken on either side */
  guint no_start : 1;
  guint no_end : 1;
} Character;

static gboolean
contains (const char *set, gunichar c)
{
  for (; *set != '\0'; set = g_utf8_next_char (set))
    if (g_utf8_get_char (set) == c)
      return TRUE;
  return FALSE;
}

static Character
classify (const char *text, gboolean east_asian)
{
  gunichar c = g_utf8_get_char (text);
  Character result = { .width = 2, .loose = TRUE };

  if (c >= 0x4e00 && c <= 0x9fff)
    return result;
  result.width = _lectern_character_columns (c, east_asian);
  result.blank = c == ' ' || c == '\t' || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
  /* Letters of ambiguous width (Greek, Cyrillic) make words, and so do the syllables of Korean. */
  result.loose = result.width == 2 && (_lectern_character_is_wide (c) || !g_unichar_isalpha (c))
                 && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
  if (c < 0x80 && g_ascii_isalnum (c))
    return result;
  result.no_start = result.width == 0 || contains (no_start, c);
  result.no_end = contains (no_end, c);
  return result;
}

static gboolean
may_break (const Character *before, const Character *after)
{
  if (after->blank || after->no_start)
    return FALSE;
  if (before->blank)
    return TRUE;
  return !before->no_end && (before->loose || after->loose);
}

void
_lectern_text_wrap (LecternOutput *output, const char *line, gsize length, guint columns,
                    gboolean east_asian)
{
  Character before = { 0 };
  gsize start = 0;         /* of the line being filled */
  guint64 start_width = 0; /* columns from the beginning of the paragraph */
  gsize chance = 0;        /* where it may be broken; `start` if nowhere */
  guint64 chance_width = 0;
  guint64 width = 0;
  gboolean ink = FALSE; /* the indent is no place to break */

  for (gsize at = 0; at < length;)
    {
      Character character = classify (line + at, east_asian);

      if (ink && may_break (&before, &character))
        {
          chance = at;
          chance_width = width;
        }
      if (!character.blank && width + character.width - start_width > columns && chance > start)
        {
          gsize end = _lectern_text_drop_blanks (line, start, chance);

          _lectern_output_add (output, line + start, end - start);
          _lectern_output_add_literal (output, "\n");
          start = chance;
          start_width = chance_width;
        }
      ink = ink || !character.blank;
      width += character.width;
      before = character;
      at = (gsize)(g_utf8_next_char (line + at) - line);
    }
  _lectern_output_add (output, line + start, length - start);
}
