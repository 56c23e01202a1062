/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-surnames-private.h"

#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#define MAX_CHARACTERS 4

/* Surnames of two characters that are borne today, in both scripts where they differ. */
static LecternWords compound = {
  .list
  = "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|夏侯|南宫|南宮|"
    "轩辕|軒轅|端木|百里|呼延|长孙|長孫|宇文|澹台|澹臺|闻人|聞人|淳于|单于|單于|太史|申屠|公羊|"
    "赫连|赫連|钟离|鍾離|闾丘|閭丘|仲孙|仲孫|濮阳|濮陽|公冶|太叔|独孤|獨孤|万俟|萬俟|乐正|樂正|"
    "漆雕|第五|西门|西門|东方|東方|东郭|東郭|南门|南門|羊舌|微生|梁丘|左丘|拓跋|司空|司寇|亓官|"
    "巫马|巫馬|公西|颛孙|顓孫|纳兰|納蘭|完颜|完顏|鲜于|鮮于|叶赫|葉赫"
};

static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x20000 && c <= 0x3ffff);
}

static void
need_words (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      _lectern_words_prepare (&compound);
      g_once_init_leave (&ready, 1);
    }
}

gsize
_lectern_surname_length (const char *name, gsize length)
{
  const char *end = name + length;
  guint n = 0, size;
  gsize two;

  for (const char *p = name; p < end; p += size)
    if (!is_han (_lectern_peek (p, end, &size)) || ++n > MAX_CHARACTERS)
      return 0;
  need_words ();
  if ((two = _lectern_words_begin (&compound, name, end)) > 0)
    return two;
  _lectern_peek (name, end, &size);
  return size;
}
