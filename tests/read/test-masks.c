/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/masks.h"

START_TEST (every_spelling_of_a_mask_is_found)
{
  static const Sample samples[] = {
    { "全镇走访⟦X⟧户、⟦XX⟧人", "count(户) count(人)" },
    { "请⟦ＸＸ⟧同志发言", "person" },
    { "会议由⟦xx⟧局牵头", "organisation" },
    { "自201⟦x⟧年起", "date.year" },
    { "⟦×××⟧同志于⟦××××⟧年⟦××⟧月⟦××⟧日到任", "person date.year date.month date.day" },
    { "对⟦**⟧县的督导", "place!redaction" },
    { "在⟦＊＊⟧镇召开现场会", "place!redaction" },
    { "我叫⟦____⟧，来自⟦____⟧学校", "person organisation" },
    { "⟦○○⟧县的做法", "place" },
    { "⟦□□⟧公司的同志", "organisation" },
    { "⟦某某⟧局的经验", "organisation" },
    { "到⟦某⟧县调研", "place" },
    { "⟦【待补：今年的数字】⟧", "text" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

RUN_SUITE ("masks", every_spelling_of_a_mask_is_found)
