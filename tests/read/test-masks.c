/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-char-class-private.h"
#include "language/lectern-mask-tables-private.h"
#include "read/masks.h"

START_TEST (every_spelling_of_a_mask_is_found)
{
  static const Sample samples[] = {
    { "全镇走访⟦X⟧户、⟦XX⟧人", "count(户) count(人)" },
    { "请⟦ＸＸ⟧同志发言", "person" },
    { "会议由⟦xx⟧局牵头", "organisation" },
    { "自201⟦x⟧年起", "date.year" },
    { "⟦×××⟧同志于⟦××××⟧年⟦××⟧月⟦××⟧日到任", "person date.year date.month date.day" },
    { "⟦╳╳⟧局", "organisation" },
    { "⟦✕✕⟧村", "place" },
    { "罗⟦×x⟧同志", "person" },
    { "请⟦Ｘｘ⟧县长", "person" },
    { "对⟦**⟧县的督导", "place!redaction" },
    { "在⟦＊＊⟧镇召开现场会", "place!redaction" },
    { "我叫⟦____⟧，来自⟦____⟧学校", "person organisation" },
    { "⟦＿＿⟧年⟦＿＿⟧月", "date.year date.month" },
    { "⟦○○⟧县的做法", "place" },
    { "⟦〇〇⟧局的通知", "organisation" },
    { "⟦□□⟧公司的同志", "organisation" },
    { "⟦●●⟧市", "place" },
    { "⟦口口⟧县", "place" },
    { "⟦■■■⟧同志的问题", "person!redaction" },
    { "⟦某某⟧局的经验", "organisation" },
    { "到⟦某⟧县调研", "place" },
    { "李⟦某某⟧说", "person" },
    { "增长⟦XX.XX⟧%，达到⟦X.X⟧万元", "percent count(万元)" },
    { "共有⟦？？⟧个村", "count(个)" },
    { "截止20⟦？？⟧年", "date.year" },
    { "办公地点：⟦TBD⟧", "text" },
    { "⟦TODO⟧：补上数字", "text" },
    { "人选⟦待补充⟧。", "text" },
    { "对⟦X⟧\n个村", "count(个)" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (a_bracket_that_asks_is_one_placeholder)
{
  static const Sample samples[] = {
    { "⟦【待补：今年的数字】⟧", "count" },
    { "⟦【待补：一段故事】⟧", "text" },
    { "⟦[项目名称]⟧已经开工", "text=项目名称" },
    { "⟦［项目名称］⟧已经开工", "text=项目名称" },
    { "各位⟦【单位名称】⟧的同事", "organisation=单位名称" },
    { "（⟦（填写会议日期）⟧）", "date" },
    { "现在由⟦（姓名）⟧同志发言", "person=姓名" },
    { "请⟦〔填写职务〕⟧讲话", "person.post" },
    { "⟦[此处介绍背景，不超过三百字]⟧", "text" },
    { "⟦[问题一]⟧。⟦[问题二]⟧。", "text=问题一 text=问题二" },
    { "⟦【目的一句】⟧", "text" },
    { "Dear ⟦[NAME]⟧,", "person=NAME" },
    { "Welcome to ⟦[Company Name]⟧!", "organisation" },
    { "⟦[insert a story here]⟧", "text" },
    { "完成⟦[数量]⟧个", "count(个)=数量" },
    { "[⟦XX⟧]同志", "person" },
    { "【⟦XX⟧】县", "place" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (declared_fields_tell_name_kind_and_default)
{
  static const Sample samples[] = {
    { "欢迎⟦{{单位}}⟧的同志", "organisation!declared=单位" },
    { "第⟦{{轮次:ordinal}}⟧轮", "ordinal!declared=轮次" },
    { "共⟦{{n:count}}⟧个", "count(个)!declared=n" },
    { "⟦{{ 姓名 }}⟧同志", "person!declared=姓名" },
    { "⟦{{地点:place|市民中心}}⟧", "place!declared=地点|市民中心" },
    { "⟦{{主题|把: 字写好}}⟧", "text!declared=主题|把: 字写好" },
    { "⟦{{备注|}}⟧", "text!declared=备注|" },
    { "⟦{{start_date}}⟧ and ⟦{{region}}⟧", "date!declared=start_date text!declared=region" },
    { "⟦{{月:date}}⟧月", "date.month!declared=月" },
    { "⟦{{甲:颜色}}⟧个", "count(个)!declared=甲" },
    { "⟦${姓名}⟧同志、⟦#{name}⟧", "person!declared=姓名 person!declared=name" },
    { "⟦«Company»⟧", "organisation!declared=Company" },
    { "⟦%日期%⟧召开", "date!declared=日期" },
    { "⟦<姓名>⟧同志", "person!declared=姓名" },
    { "⟦{单位}⟧的⟦{name}⟧", "organisation!declared=单位 person!declared=name" },
    { "out/⟦{n}⟧-⟦{单位}⟧", "count!declared=n organisation!declared=单位" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (redactions_stand_for_words_and_fill_ins_for_facts)
{
  static const Sample samples[] = {
    { "把⟦_⟧思想学深", "text!redaction" },
    { "维护社会⟦_⟧、", "text!redaction" },
    { "为⟦*⟧区添彩", "place!redaction" },
    { "⟦*⟧月⟦*⟧日", "date.month date.day" },
    { "第⟦*⟧批", "ordinal" },
    { "增长⟦*⟧%", "percent" },
    { "⟦____⟧年⟦__⟧月", "date.year date.month" },
    { "签名：⟦______⟧", "person" },
    { "单位： ⟦__⟧ ", "text" },
    { "我宣誓，⟦_____⟧", "text" },
    { "Name: ⟦_____⟧", "text" },
    { "I, ⟦____⟧, do swear", "text" },
    { "⟦██⟧县", "place!redaction" },
    { "⟦XX⟧县", "place" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (a_mask_ends_where_a_written_figure_begins)
{
  static const Sample samples[] = {
    { "⟦XX⟧、⟦XXX⟧、⟦XXXX⟧4名同志谈了体会", "person person person" },
    { "⟦XX⟧、⟦XX⟧2个乡镇", "place place" },
    { "1⟦XX⟧人到场", "count(人)" },
    { "20⟦XX⟧年", "date.year" },
    { "20⟦XX⟧.⟦X⟧.⟦XX⟧印发", "date.year date date" },
    { "（20⟦XX⟧-⟦XX⟧-⟦XX⟧）", "date.year date date" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

static void
check_traps (const char *const *texts, gsize n_texts)
{
  guint failures = 0;

  for (gsize i = 0; i < n_texts; i++)
    {
      Sample sample = { texts[i], "" };

      failures += failures_of (&sample);
    }
  ck_assert_uint_eq (failures, 0);
}

START_TEST (letters_that_name_themselves_are_no_masks)
{
  static const char *const traps[] = { "拍了X光片",
                                       "X射线检查",
                                       "沿X轴移动",
                                       "X波段雷达",
                                       "X染色体异常",
                                       "Y/X染色体",
                                       "XX染色体",
                                       "订了XXL号工作服",
                                       "XX型血清",
                                       "装着XP系统",
                                       "打开report.xlsx",
                                       "取max值",
                                       "exx公司",
                                       "见https://xx.com/x",
                                       "发到xxx@mail.cn",
                                       "看www.xxx.com",
                                       "XXI世纪",
                                       "XX世纪的风云",
                                       "路易XXVI",
                                       "X、Y、Z三个变量",
                                       "X和Y成正比",
                                       "设X=3",
                                       "X+Y",
                                       "买了iPhone X手机",
                                       "Malcolm X spoke",
                                       "Louis XX",
                                       "Generation X",
                                       "X am honoured",
                                       "CX-5轿车",
                                       "x86平台",
                                       "XML文件",
                                       "乘X9路车",
                                       "从A到X",
                                       "X型钢",
                                       "Windows XP",
                                       "x-ray",
                                       "SpaceX公司",
                                       "Xi said" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (crosses_that_multiply_or_mark_are_no_masks)
{
  static const char *const traps[]
      = { "面积5×8米",    "3×3网格",          "2×10⁴个",        "用×号标出", "打×或打√",
          "打√，不打×。", "对的打√，错的画×", "长×宽",          "单价×数量", "甲 × 乙",
          "× 未完成",     "1920×1080像素",    "尺寸为30×20×10", "a×b",       "√×分明" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (stars_of_lists_notes_and_emphasis_are_no_masks)
{
  static const char *const traps[] = { "*注：数据为快报数",
                                       "* 抓好春耕",
                                       "**必须重视**，不能松劲",
                                       "这是*重点*内容",
                                       "**公里**是单位",
                                       "5*8等于40",
                                       "五星级5****",
                                       "来电138****1234",
                                       "传真027-8810****",
                                       "***",
                                       "* * *",
                                       "*说明：见附表",
                                       "***同时强调***一点。",
                                       "胡*~涛",
                                       "a*b",
                                       "\\*区",
                                       "**一、加强学习**",
                                       "他说**很好**的。" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (underlines_of_identifiers_and_rules_are_no_masks)
{
  static const char *const traps[]
      = { "函数__init__里",  "文件file_name.c", "变量a_b",  "邮箱li_ming@mail.cn",
          "____________",    "_重点_ 要记",     "见if_/后", "__提示__ 请看",
          "http://a.cn/b_c", "  ________  " };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (circles_and_boxes_of_figures_and_lists_are_no_masks)
{
  static const char *const traps[]
      = { "二○二四年", "一九九○年", "二〇〇八年", "一九〇〇年", "二〇〇〇年",     "○ 抓学习",
          "● 抓作风",  "（○）",     "□ 是 □ 否",  "□同意",      "●●●○○",          "人口口径",
          "口口声声",  "口口相传",  "NPO法人",    "ＰＫＯ活動", "OO programming", "○",
          "二〇年代",  "三○五医院", "■ 要点" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (some_of_the_language_is_no_mask)
{
  static const char *const traps[]
      = { "某些同志", "某种意义上", "某个时候", "某方面", "某一天", "某位领导",
          "某省份",   "某市场主体", "某区域",   "张某",   "某时" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (brackets_that_ask_nothing_are_no_masks)
{
  static const char *const traps[] = { "见文献[1]",
                                       "注[23]",
                                       "〔2025〕3号",
                                       "【提纲】一、抓学习",
                                       "【打击倒卖活动】",
                                       "【免费下载本文】",
                                       "【编者按】",
                                       "【参考资料】",
                                       "（鼓掌）",
                                       "（略）",
                                       "[掌声]",
                                       "[工期能不能再宽限几天？]",
                                       "[笑声]",
                                       "[注：见附件]",
                                       "（扩大）会议",
                                       "（第二版）",
                                       "（市、区）",
                                       "（人次）",
                                       "《党章》",
                                       "{}",
                                       "f(){return;}",
                                       "<b>粗体</b>",
                                       "<文件>",
                                       "[link](a.html)",
                                       "[链接](a.html)",
                                       "{{#each 甲}}",
                                       "{{/if}}",
                                       "{{< video >}}",
                                       "{{}}",
                                       "{{a",
                                       "50%和60%之间",
                                       "100%完成，80%达标",
                                       "¥{",
                                       "[APPLAUSE]",
                                       "[Laughter]",
                                       "<title>",
                                       "$5",
                                       "#1",
                                       "（一）抓好落实",
                                       "［１］",
                                       "【案例】有一个村",
                                       "（单位：万元）",
                                       "《》" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (words_that_wait_and_ask_are_no_masks)
{
  static const char *const traps[] = { "有待定夺",     "有待补充完善", "期待定期会晤",
                                       "为什么？？",   "真的吗？？",   "……同志们",
                                       "干得好……",     "水平·····",    "怎么办？？年轻人要想",
                                       "待定岗定编后", "对待定论",     "在 20 年 后",
                                       "月 日均",      "今年 月底",    "5 年 来" };

  check_traps (traps, G_N_ELEMENTS (traps));
}
END_TEST

START_TEST (other_languages_have_their_own_masks_and_no_others)
{
  static const Sample samples[] = {
    { "⟦○○⟧県の皆さん", "place" },   { "⟦××⟧市長", "person" },
    { "⟦OOO⟧ 대통령", "text" },      { "⟦○○⟧시 시민 여러분", "text" },
    { "各位⟦○○⟧縣的鄉親", "place" }, { "⟦XX⟧學校", "organisation" },
    { "第⟦X⟧屆", "ordinal" },        { "My name is ⟦_____⟧.", "text" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (the_scanner_stops_where_masks_begin)
{
  for (gunichar c = 1; c < 0x10000; c++)
    /* Wide blanks also part paragraphs; the scanner asks about them by itself. */
    if (_lectern_mask_is_trigger (c) && c != 0x3000 && c != 0xa0)
      ck_assert_msg (_lectern_char_classes[c] & LECTERN_CHAR_MASK, "U+%04X", c);
}
END_TEST

static void
check_groups (const LecternMaskGroup *groups, GHashTable *seen)
{
  for (; groups->words; groups++)
    {
      g_auto (GStrv) words = g_strsplit (groups->words, " ", -1);

      for (guint i = 0; words[i]; i++)
        if (words[i][0])
          {
            char *key = g_strdup_printf ("%u %s", groups->table, words[i]);

            ck_assert_msg (g_hash_table_add (seen, key), "twice: %s", words[i]);
          }
    }
}

START_TEST (no_word_has_two_senses_in_one_table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_groups (_lectern_mask_groups_zh, seen);
  check_groups (_lectern_mask_groups_field, seen);
}
END_TEST

START_TEST (the_longest_word_wins_and_none_reaches_beyond_its_end)
{
  const char *text = "支队伍支";
  const char *end = text + strlen (text);

  ck_assert_str_eq (_lectern_mask_word_after (LECTERN_WORDS_AFTER, text, end)->word, "支队伍");
  ck_assert_str_eq (_lectern_mask_word_after (LECTERN_WORDS_AFTER, text, text + 8)->word, "支队");
  ck_assert_str_eq (_lectern_mask_word_after (LECTERN_WORDS_AFTER, text, text + 3)->word, "支");
  ck_assert_ptr_null (_lectern_mask_word_after (LECTERN_WORDS_AFTER, text, text + 2));
  ck_assert_ptr_null (_lectern_mask_word_after (LECTERN_WORDS_AFTER, text, text));
  text = "有期徒刑";
  ck_assert_str_eq (
      _lectern_mask_word_before (LECTERN_WORDS_BEFORE, text, text + strlen (text))->word,
      "有期徒刑");
  ck_assert_ptr_null (
      _lectern_mask_word_before (LECTERN_WORDS_BEFORE, text + 3, text + strlen (text)));
}
END_TEST

START_TEST (hostile_text_takes_linear_time)
{
  static const char *const bits[] = { "X",  "*", "**区", "_",  "【", "[", "{{", "（",  "X、",
                                      "X.", "○", "某",   "%a", "《", " ", "？", "20X", "X-" };

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    {
      GString *text = g_string_new (NULL);
      GString *found = g_string_new (NULL);
      gint64 begun = g_get_monotonic_time ();
      g_autofree char *marked = NULL;

      while (text->len < 200000)
        g_string_append (text, bits[i]);
      marked = read_masks (text->str, found);
      ck_assert_msg (g_get_monotonic_time () - begun < 5 * G_USEC_PER_SEC, "%s", bits[i]);
      ck_assert_uint_ge (strlen (marked), text->len);
      g_string_free (text, TRUE);
      g_string_free (found, TRUE);
    }
}
END_TEST

RUN_SUITE ("masks", every_spelling_of_a_mask_is_found, a_bracket_that_asks_is_one_placeholder,
           declared_fields_tell_name_kind_and_default,
           redactions_stand_for_words_and_fill_ins_for_facts,
           a_mask_ends_where_a_written_figure_begins, letters_that_name_themselves_are_no_masks,
           crosses_that_multiply_or_mark_are_no_masks,
           stars_of_lists_notes_and_emphasis_are_no_masks,
           underlines_of_identifiers_and_rules_are_no_masks,
           circles_and_boxes_of_figures_and_lists_are_no_masks, some_of_the_language_is_no_mask,
           brackets_that_ask_nothing_are_no_masks, words_that_wait_and_ask_are_no_masks,
           other_languages_have_their_own_masks_and_no_others, the_scanner_stops_where_masks_begin,
           no_word_has_two_senses_in_one_table,
           the_longest_word_wins_and_none_reaches_beyond_its_end, hostile_text_takes_linear_time)
