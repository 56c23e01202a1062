/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

/* What values are made of, and how they compare. */

START_TEST (values_are_read_as_their_kind_is_written)
{
  static const struct
  {
    const char *kind;
    const char *text;
    const char *read; /* NULL: refused */
  } cases[] = {
    { NULL, " 水 ", " 水 " },
    { "date", "2025-03-12", "2025年3月12日" },
    { "date", "2025年3月12日", "2025年3月12日" },
    { "date", "二〇二五年三月十二日", "2025年3月12日" },
    { "date", "二○二五年三月十二日", "2025年3月12日" },
    { "date", "3月12日", "3月12日" },
    { "date", "2025-03", "2025年3月" },
    { "date", "2025-02-29", NULL },
    { "date", "2024-02-29", "2024年2月29日" },
    { "date", "后天", NULL },
    { "percent", "12.5%", "12.5%" },
    { "percent", "0.125", "12.5%" },
    { "percent", "0.5%", "0.5%" },
    { "percent", "百分之十二点五", "12.5%" },
    { "percent", "一半", NULL },
    { "ordinal", "3", "3" },
    { "ordinal", "三", "3" },
    { "ordinal", "第三", "3" },
    { "ordinal", "0", NULL },
    { "decimal", "1,234.50", "1234.50" },
    { "decimal", "１２．５", "12.5" },
    { "decimal", "-0.0", "0.0" },
    { "decimal", "1.2.3", NULL },
    { "integer", "十二", "12" },
    { "integer", "12.5", NULL },
    { "list", "甲、乙、丙", "甲、乙、丙" },
    { "list", "甲、乙；丙", "甲、乙、丙" },
    { "person", "张水生（县长）", "张水生" },
    { "person", "张水生（县长", NULL },
    { "colour", "red", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternValue) value
          = lectern_value_new_from_string (cases[i].kind, cases[i].text, &error);
      g_autofree char *read = NULL;

      ck_assert_msg ((value == NULL) == (cases[i].read == NULL), "%s", cases[i].text);
      if (value == NULL)
        {
          ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
          continue;
        }
      read = lectern_value_dup_text (value);
      ck_assert_str_eq (read, cases[i].read);
    }
}
END_TEST

RUN_SUITE ("value", values_are_read_as_their_kind_is_written)
