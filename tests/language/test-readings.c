/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-numerals-private.h"
#include "language/lectern-readings-private.h"
#include "suite.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *spoken;
} Pair;

static char *
dup_spoken (const char *text, const char *language)
{
  g_autoptr (GBytes) bytes = lectern_reading_dup_spoken (text, -1, language);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What has been read aloud is read as it stands. */
static void
check_pairs (const Pair *pairs, const char *language)
{
  for (; pairs->text != NULL; pairs++)
    {
      g_autofree char *spoken = dup_spoken (pairs->text, language);
      g_autofree char *again = dup_spoken (spoken, language);

      ck_assert_msg (strcmp (spoken, pairs->spoken) == 0, "%s: %s, not %s", pairs->text, spoken,
                     pairs->spoken);
      ck_assert_str_eq (again, spoken);
    }
}

START_TEST (years_are_read_digit_by_digit)
{
  static const Pair pairs[] = {
    { "2025年我们种树", "二〇二五年我们种树" },
    { "２０２５年", "二〇二五年" },
    { "1978—2025年", "一九七八至二〇二五年" },
    { "2021年-2025年", "二〇二一年至二〇二五年" },
    { "2023、2024年", "二〇二三、二〇二四年" },
    { "2030年前建成", "二〇三〇年前建成" },
    { "《造林计划（2021—2025）》", "《造林计划（二〇二一至二〇二五）》" },
    { "镇发〔2025〕3号", "镇发〔二〇二五〕三号" },
    { "“2035”远景", "“二〇三五”远景" },
    { "2024级新生", "二〇二四级新生" },
    { "90年代", "九十年代" },
    { "1990年代", "一九九〇年代" },
    { "08年", "零八年" },
    { "98年7月", "九八年七月" },
    { "距今2000年前的遗址", "距今两千年前的遗址" },
    { "二〇二五年", "二〇二五年" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (spread_digits_are_one_figure)
{
  static const Pair pairs[] = {
    { "1 9 9 7 年", "一九九七 年" },
    { "占8 5 ％以上", "占百分之八十五以上" },
    { "增长1 5 ．3 ％", "增长百分之十五点三" },
    { "8 ．7 平方米", "八点七 平方米" },
    { "４ ９ ２ ５ ０ 万", "四亿九千二百五十万" },
    { "12 3", "十二 三" },
    { "1 23", "一 二十三" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (years_that_count_are_numbers)
{
  static const Pair pairs[] = {
    { "5000年文明", "五千年文明" },
    { "连续3年", "连续三年" },
    { "近2000年历史", "近两千年历史" },
    { "2年来", "两年来" },
    { "第2年", "第二年" },
    { "1200多年", "一千二百多年" },
    { "30年如一日", "三十年如一日" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (per_cent_comes_before_the_number)
{
  static const Pair pairs[] = {
    { "70%", "百分之七十" },
    { "增长70％。", "增长百分之七十。" },
    { "12.5%", "百分之十二点五" },
    { "７０．５％", "百分之七十点五" },
    { "5·8%", "百分之五点八" },
    { "63%～68%", "百分之六十三至百分之六十八" },
    { "10-20%", "百分之十至百分之二十" },
    { "5～10%左右", "百分之五至百分之十左右" },
    { "3‰", "千分之三" },
    { "-5%", "负百分之五" },
    { "同比-2.1%", "同比负百分之二点一" },
    { "2%", "百分之二" },
    { "100%", "百分之一百" },
    { "百分之70", "百分之七十" },
    { "2个百分点", "两个百分点" },
    { "0.05%", "百分之零点零五" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (numbers_are_read_with_their_units)
{
  static const Pair pairs[] = {
    { "0个", "零个" },
    { "10人", "十人" },
    { "15个", "十五个" },
    { "110个", "一百一十个" },
    { "1005户", "一千零五户" },
    { "1,234棵", "一千二百三十四棵" },
    { "1，062万吨", "一千零六十二万吨" },
    { "1234万", "一千二百三十四万" },
    { "12345万", "一亿二千三百四十五万" },
    { "115000元", "十一万五千元" },
    { "1,234,567,890,123", "一万二千三百四十五亿六千七百八十九万零一百二十三" },
    { "3.14", "三点一四" },
    { "1.50亿元", "一点五零亿元" },
    { "第3批", "第三批" },
    { "3号楼", "三号楼" },
    { "30余万元", "三十余万元" },
    { "1000多个", "一千多个" },
    { "2050余人", "两千零五十余人" },
    { "1950人", "一千九百五十人" },
    { "3～5年", "三至五年" },
    { "3月—5月", "三月至五月" },
    { "9月10日-15日", "九月十日至十五日" },
    { "1/3", "三分之一" },
    { "2／3以上", "三分之二以上" },
    { "1+3+N", "一加三加N" },
    { "5×8", "五乘八" },
    { "①种树②浇水", "一种树二浇水" },
    { "⑴", "一" },
    { "$1.5亿", "一点五亿美元" },
    { "￥200", "二百元" },
    { "≥90分", "大于等于九十分" },
    { "±3", "正负三" },
    { "6.5-7%", "百分之六点五至百分之七" },
    { "3.5万—4万元", "三点五万至四万元" },
    { "100多万", "一百多万" },
    { "1000000多", "一百万多" },
    { "5A级景区", "五A级景区" },
    { "7×24小时", "七乘二十四小时" },
    { "500强", "五百强" },
    { "双11", "双十一" },
    { "“5+2”", "“五加二”" },
    { "1-3月", "一至三月" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (two_is_liang_before_what_it_counts)
{
  static const Pair pairs[] = {
    { "2个", "两个" },           { "2名", "两名" },       { "2人", "两人" },
    { "2次", "两次" },           { "2个月", "两个月" },   { "2月", "二月" },
    { "2日", "二日" },           { "2号", "二号" },       { "第2次", "第二次" },
    { "2点意见", "两点意见" },   { "2万", "两万" },       { "2亿元", "两亿元" },
    { "2000人", "两千人" },      { "20000元", "两万元" }, { "200个", "二百个" },
    { "22000个", "两万二千个" }, { "12个", "十二个" },    { "102个", "一百零二个" },
    { "2.5个", "二点五个" },     { "2-3个", "两至三个" }, { "2等奖", "二等奖" },
    { "2年级", "二年级" },       { "2公里", "两公里" },   { "2km", "两公里" },
    { "2小时", "两小时" },       { "2毛钱", "两毛钱" },   { "2次全会", "二次全会" },
    { "2级", "二级" },           { "1-2万", "一至两万" }, { "村民2组", "村民二组" },
    { "2两", "二两" },           { "2倍", "两倍" },       { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (times_and_dates_are_said_in_words)
{
  static const Pair pairs[] = {
    { "3:30开会", "三点三十分开会" },
    { "15:00", "十五点" },
    { "8：05", "八点零五分" },
    { "2:15", "两点十五分" },
    { "9:00-11:30", "九点至十一点三十分" },
    { "20:30:05", "二十点三十分零五秒" },
    { "15时30分", "十五时三十分" },
    { "2025-03-12", "二〇二五年三月十二日" },
    { "2025/3/12", "二〇二五年三月十二日" },
    { "2025.03.02", "二〇二五年三月二日" },
    { "2025-03", "二〇二五年三月" },
    { "3月12日", "三月十二日" },
    { "2025年03月02日09时05分", "二〇二五年三月二日九时零五分" },
    { "“3·15”", "“三一五”" },
    { "“5·12”大地震", "“五一二”大地震" },
    { "比例为1:10", "比例为一比十" },
    { "3∶1", "三比一" },
    { "以3:1获胜", "以三比一获胜" },
    { "1：1.5", "一比一点五" },
    { "0.8∶1", "零点八比一" },
    { "问题1：3月以来", "问题一：三月以来" },
    { "8时30分—11时", "八时三十分至十一时" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (codes_are_read_one_by_one)
{
  static const Pair pairs[] = {
    { "拨打12345热线", "拨打幺二三四五热线" },
    { "电话：0755-8123 4567", "电话：零七五五八幺二三四五六七" },
    { "13812345678", "幺三八幺二三四五六七八" },
    { "110接警", "幺幺零接警" },
    { "110个", "一百一十个" },
    { "新装电话586万户", "新装电话五百八十六万户" },
    { "“3.15”晚会", "“三一五”晚会" },
    { "“2.0”版", "“二点零”版" },
    { "315晚会", "三一五晚会" },
    { "318国道", "三一八国道" },
    { "985高校", "九八五高校" },
    { "C919", "C九一九" },
    { "G20", "G二十" },
    { "5G", "五G" },
    { "PM2.5", "PM二点五" },
    { "GB/T 15834-2011", "GB/T 一五八三四二零一一" },
    { "007", "零零七" },
    { "80后", "八零后" },
    { "00后", "零零后" },
    { "1.2.3", "一点二点三" },
    { "“365”工作法", "“三六五”工作法" },
    { "“100”工程", "“一百”工程" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (units_have_names)
{
  static const Pair pairs[] = {
    { "25℃", "二十五摄氏度" },
    { "-5℃", "零下五摄氏度" },
    { "100㎡", "一百平方米" },
    { "60km/h", "六十公里每小时" },
    { "5 km", "五 公里" },
    { "30元/吨", "三十元每吨" },
    { "35μg", "三十五微克" },
    { "3mg/L", "三毫克每升" },
    { "200kV线路", "二百千伏线路" },
    { "10min", "十分钟" },
    { "2.3万m³/s", "二点三万立方米每秒" },
    { "3m高", "三米高" },
    { "3D打印", "三D打印" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (notes_are_not_said)
{
  static const Pair pairs[] = {
    { "干杯！（掌声）谢谢", "干杯！谢谢" },
    { "好。(长时间热烈鼓掌)", "好。" },
    { "各地（市、区）", "各地（市、区）" },
    { "见附录[12]。", "见附录。" },
    { "见附录〔3〕。", "见附录。" },
    { "镇发〔2025〕", "镇发〔二〇二五〕" },
    { "（一直排到门口的人都在鼓掌", "（一直排到门口的人都在鼓掌" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (what_is_no_figure_stays)
{
  static const Pair pairs[] = {
    { "", "" },
    { "- 甲", "- 甲" },
    { "甲——乙", "甲——乙" },
    { "三大任务——3个", "三大任务——三个" },
    { "A-1", "A-一" },
    { "km", "km" },
    { "%", "%" },
    { "1.甲", "一.甲" },
    { "1、甲", "一、甲" },
    { NULL },
  };

  check_pairs (pairs, "zh-Hans");
}
END_TEST

START_TEST (traditional_chinese_is_read_in_its_characters)
{
  static const Pair pairs[] = {
    { "2025年", "二〇二五年" },    { "2萬人", "兩萬人" },    { "12345萬", "一億二千三百四十五萬" },
    { "12.5%", "百分之十二點五" }, { "2個", "兩個" },        { "25℃", "二十五攝氏度" },
    { "-3%", "負百分之三" },       { "3:30", "三點三十分" }, { NULL },
  };

  check_pairs (pairs, "zh-Hant");
  check_pairs (pairs, "zh-TW");
}
END_TEST

START_TEST (other_languages_have_no_readings)
{
  static const Pair pairs[] = { { "In 2025, 70%", "In 2025, 70%" }, { NULL } };

  check_pairs (pairs, "en");
  check_pairs (pairs, "ja");
  check_pairs (pairs, "tlh");
}
END_TEST

START_TEST (spans_and_kinds_are_told)
{
  static const struct
  {
    const char *text;
    const char *kind;
    gsize start;
    gsize end;
  } rows[] = {
    { "在2025年", LECTERN_READING_YEAR, 3, 7 },    { "到70%", LECTERN_READING_PERCENT, 3, 6 },
    { "３人", LECTERN_READING_NUMBER, 0, 3 },      { "9:30", LECTERN_READING_TIME, 0, 4 },
    { "2025-03-12", LECTERN_READING_DATE, 0, 10 }, { "1/3", LECTERN_READING_FRACTION, 0, 3 },
    { "007", LECTERN_READING_DIGITS, 0, 3 },       { "（掌声）", LECTERN_READING_SILENT, 0, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) readings = lectern_reading_list (rows[i].text, -1, NULL);
      LecternSpan span;

      ck_assert_uint_eq (readings->len, 1);
      ck_assert_str_eq (lectern_reading_get_kind (readings->pdata[0]), rows[i].kind);
      lectern_reading_get_span (readings->pdata[0], &span);
      ck_assert_uint_eq (span.start, rows[i].start);
      ck_assert_uint_eq (span.end, rows[i].end);
    }
  ck_assert_ptr_null (lectern_reading_list ("\xff", 1, NULL));
}
END_TEST

static char *
dup_mask (const char *mask, const char *language)
{
  GString *out = g_string_new (NULL);

  _lectern_reading_append_mask (out, mask, strlen (mask), language);
  return g_string_free (out, FALSE);
}

START_TEST (masks_are_said_as_somebody)
{
  static const Pair pairs[] = {
    { "X", "某" },
    { "XX", "某某" },
    { "XXXX", "某某" },
    { "×", "某" },
    { "____", "某某" },
    { "X.X", "某点某" },
    { "【待补：会议名称】", "会议名称" },
    { "[项目名称]", "项目名称" },
    { NULL },
  };

  for (const Pair *pair = pairs; pair->text != NULL; pair++)
    {
      g_autofree char *said = dup_mask (pair->text, "zh-Hans");

      ck_assert_str_eq (said, pair->spoken);
    }
}
END_TEST

START_TEST (a_mask_is_part_of_its_figure)
{
  static const char text[] = "达到XX%，X—X月，20XX年";
  const LecternReadingMask masks[]
      = { { 6, 8, "某某" }, { 12, 13, "某" }, { 16, 17, "某" }, { 25, 27, "某某" } };
  static const char *const readings[] = { "百分之某某", "某", "至", "某", "二〇", "某某" };
  LecternReadingPiece piece = { 0 };
  LecternReader reader;
  guint n = 0;

  _lectern_reader_init (&reader, text, strlen (text), "zh-Hans", masks, G_N_ELEMENTS (masks));
  for (; _lectern_reader_next (&reader, piece.end, strlen (text), &piece); n++)
    {
      ck_assert_uint_lt (n, G_N_ELEMENTS (readings));
      ck_assert_str_eq (piece.reading, readings[n]);
    }
  ck_assert_uint_eq (n, G_N_ELEMENTS (readings));
  _lectern_reader_clear (&reader);
}
END_TEST

START_TEST (syllables_are_counted)
{
  static const struct
  {
    const char *text;
    gsize n;
  } rows[] = {
    { "", 0 },       { "同志们：", 3 }, { "大家好，\n谢谢！", 5 },
    { "GDP", 3 },    { "make", 1 },     { "people", 2 },
    { "Canada", 3 }, { "the", 1 },      { "café", 2 },
    { "2025", 4 },   { "二〇二五", 4 }, { "さくら", 3 },
    { "안녕", 2 },   { "— … （）", 0 }, { "don't", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (_lectern_reading_count (rows[i].text, strlen (rows[i].text)) == rows[i].n, "%s",
                   rows[i].text);
}
END_TEST

START_TEST (big_numbers_have_their_units)
{
  static const struct
  {
    guint64 value;
    const char *text;
  } rows[] = {
    { G_GUINT64_CONSTANT (1000000000000), "一万亿" },
    { G_GUINT64_CONSTANT (1000000000300), "一万亿零三百" },
    { G_GUINT64_CONSTANT (1234000000000), "一万二千三百四十亿" },
    { G_GUINT64_CONSTANT (9999999999999999),
      "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九" },
    { 100010001, "一亿零一万零一" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      _lectern_numeral_append_chinese (out, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, rows[i].value);
      ck_assert_str_eq (out->str, rows[i].text);
    }
}
END_TEST

/* Any text: spans in order and within it, and in linear time. */
START_TEST (hostile_texts_are_read_to_their_end)
{
  static const char *const pieces[]
      = { "1", "1-", "1.", "1,234", "1/", "1:", "1·", "%", "（", "1+", "-1", "９", "①", "1km/" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) readings = NULL;
      LecternSpan span;
      gsize end = 0;

      while (text->len < 50000)
        g_string_append (text, pieces[i]);
      readings = lectern_reading_list (text->str, (gssize)text->len, "zh-Hans");
      for (guint k = 0; k < readings->len; k++)
        {
          lectern_reading_get_span (readings->pdata[k], &span);
          ck_assert_uint_ge (span.start, end);
          ck_assert_uint_gt (span.end, span.start);
          ck_assert_uint_le (span.end, text->len);
          end = span.end;
        }
    }
}
END_TEST

/* Texts that end in the middle of anything, in memory that ends there too. */
START_TEST (random_texts_are_read_within_their_memory)
{
  static const char *const pieces[]
      = { "1",    "2",    "0",  "12",   "2025", "３", ".",  ",",  "，", "-",  "—",  "～",
          "%",    " %",   "‰",  "·",    ":",    "：", "∶",  "/",  " ",  "年", "月", "日",
          "个",   "第",   "万", "元",   "km",   "m²", "℃",  "+",  "×",  "≥",  "$",  "￥",
          "①",    "（",   "）", "掌声", "[",    "]",  "〔", "〕", "“",  "”",  "X",  "甲",
          "电话", "热线", "\n", "é",    "𠀀",   "約", "多", "°",  "½",  "近", "比" };
  static const char *const languages[] = { "zh-Hans", "zh-Hant", "en" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20251);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) readings = NULL;
      g_autofree char *memory = NULL;
      LecternSpan span;
      gsize end = 0;

      for (gint n = g_rand_int_range (random, 0, 9); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      memory = g_memdup2 (text->len > 0 ? text->str : "x", MAX (text->len, 1));
      readings = lectern_reading_list (memory, (gssize)text->len, languages[round % 3]);
      for (guint i = 0; i < readings->len; i++)
        {
          const char *said = lectern_reading_get_text (readings->pdata[i]);

          lectern_reading_get_span (readings->pdata[i], &span);
          ck_assert_msg (span.start >= end && span.end > span.start && span.end <= text->len, "%s",
                         text->str);
          ck_assert (g_utf8_validate (memory + span.start, (gssize)(span.end - span.start), NULL));
          ck_assert (g_utf8_validate (said, -1, NULL));
          end = span.end;
        }
    }
}
END_TEST

RUN_SUITE ("readings", years_are_read_digit_by_digit, spread_digits_are_one_figure,
           years_that_count_are_numbers, per_cent_comes_before_the_number,
           numbers_are_read_with_their_units, two_is_liang_before_what_it_counts,
           times_and_dates_are_said_in_words, codes_are_read_one_by_one, units_have_names,
           notes_are_not_said, what_is_no_figure_stays,
           traditional_chinese_is_read_in_its_characters, other_languages_have_no_readings,
           spans_and_kinds_are_told, masks_are_said_as_somebody, a_mask_is_part_of_its_figure,
           syllables_are_counted, big_numbers_have_their_units, hostile_texts_are_read_to_their_end,
           random_texts_are_read_within_their_memory)
