/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/form.h"

/* Form follows place: dates, persons, names. */

START_TEST (dates_give_their_parts)
{
  static const Filling fillings[] = {
    { "请于X月X日前完成。", "date=2025-03-05", "请于3月5日前完成。" },
    { "请于X月X日前完成。", "text=2025年03月05日", "请于3月5日前完成。" },
    { "请于X月X日前完成。", "text=3月5日", "请于3月5日前完成。" },
    { "定于XXXX年XX月XX日开会。", "date=2025-03-05", "定于2025年3月5日开会。" },
    { "目前已到X月份。", "text=三月", "目前已到3月份。" },
    { "目前已到X月份。", "text=03", "目前已到3月份。" },
    { "定于X月X号开会。", "date=2025-11-30", "定于11月30号开会。" },
    { "星期X上午开会。", "date=2025-03-12", "星期三上午开会。" },
    { "星期X上午开会。", "text=星期天", "星期日上午开会。" },
    { "上午X时X分开会。", "text=9:05", "上午9时5分开会。" },
    { "下午X点开会。", "text=14时", "下午2点开会。" },
    { "会期{{日期}}。", "text=2025-03-05", "会期2025年3月5日。" },
    { "会期{{日期}}。", "text=2025-03-05上午", "会期2025年3月5日上午。" },
    { "会期{{日期}}。", "text=上午9时", "会期上午9时。" },
    { "会期{{日期}}。", "text=2025-03-05T09", NULL },
    { "会期{{日期}}。", "text=2025年12日", NULL },
    { "会期{{日期}}。", "text=后天", NULL },
    { "请于X月X日前完成。", "date=2025年", NULL },
    { "目前已到X月份。", "integer=13", NULL },
    { "目前已到X月份。", "text=春天", NULL },
    { "请于X月X日前完成。", "text=2月30日", NULL },
    { "请于X月X日前完成。", "percent=3%", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (years_go_on_from_the_digits_that_stand)
{
  static const Filling fillings[] = {
    { "20XX年目标已经明确。", "date=2025-03-05", "2025年目标已经明确。" },
    { "20XX年目标已经明确。", "integer=25", "2025年目标已经明确。" },
    { "20XX年目标已经明确。", "integer=5", "2005年目标已经明确。" },
    { "工程201x年开工。", "integer=2018", "工程2018年开工。" },
    { "工程201x年开工。", "integer=2025", NULL },
    { "20XX年目标已经明确。", "integer=1999", NULL },
    { "到XX年底全部通水。", "integer=2025", "到2025年底全部通水。" },
    { "到XX年底全部通水。", "integer=25", NULL },
    { "我县XX年代修的水库。", "integer=1970", "我县70年代修的水库。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (chinese_dates_go_on_in_chinese)
{
  static const Filling fillings[] = {
    { "（二○二X年X月X日）", "date=2025-03-12", "（二○二五年三月十二日）" },
    { "（二〇XX年X月X日）", "date=2030-10-20", "（二〇三〇年十月二十日）" },
    { "（二○XX年X月X日）", "date=2030-10-20", "（二○三○年十月二十日）" },
    { "（XXXX年X月X日）", "date=2025-03-12", "（2025年3月12日）" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (persons_are_named_as_the_post_wants)
{
  static const Filling fillings[] = {
    { "刚才，XX同志通报了情况。", "person=张水生", "刚才，张水生同志通报了情况。" },
    { "刚才，XX同志通报了情况。", "text=张水生同志", "刚才，张水生同志通报了情况。" },
    { "刚才，XX宣读了通知。", "person=张水生", "刚才，张水生宣读了通知。" },
    { "刚才，XX书记作了部署。", "person=张水生", "刚才，张书记作了部署。" },
    { "刚才，XX书记作了部署。", "text=张水生", "刚才，张书记作了部署。" },
    { "刚才，XX书记作了部署。", "text=张书记", "刚才，张书记作了部署。" },
    { "刚才，XX副县长作了部署。", "person=欧阳河（副县长）", "刚才，欧阳副县长作了部署。" },
    { "刚才，XX书记作了部署。", "person=阿依古丽·买买提", "刚才，阿依古丽·买买提书记作了部署。" },
    { "刚才，XX书记作了部署。", "text=县委", "刚才，县委书记作了部署。" },
    { "领导小组由XX为组长。", "person=张水生", "领导小组由张水生为组长。" },
    { "刚才，XX书记作了部署。", "integer=3", NULL },
    { "刚才，XX书记作了部署。", "text=", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (the_names_of_a_list_are_as_many_as_the_text_says)
{
  static const Filling fillings[] = {
    { "XXX、XXX2名同志受到表扬。", "person=张水生、李闸", "张水生、李闸2名同志受到表扬。" },
    { "XXX、XXX2名同志受到表扬。", "text=张水生、李闸", "张水生、李闸2名同志受到表扬。" },
    { "XXX、XX、XXX4名同志受到表扬。", "person=张水生、李闸、王堤、赵渠",
      "张水生、李闸、王堤、赵渠4名同志受到表扬。" },
    { "表扬了XX等4名同志。", "person=张水生、李闸", "表扬了张水生、李闸等4名同志。" },
    { "XXX、XXX2名同志受到表扬。", "person=张水生、李闸、王堤", NULL },
    { "XXX、XXX2名同志受到表扬。", "person=张水生、", NULL },
    { "表扬了XX等2名同志。", "person=张水生、李闸、王堤", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (what_follows_is_not_said_twice)
{
  static const Filling fillings[] = {
    { "对*区的工作很满意。", "text=临河区", "对临河区的工作很满意。" },
    { "对*区的工作很满意。", "text=临河", "对临河区的工作很满意。" },
    { "对*区委办公室、*区人大，要重点看。", "text=临河区",
      "对临河区委办公室、临河区人大，要重点看。" },
    { "沿XX河道巡查。", "text=黄河", "沿黄河河道巡查。" },
    { "XX局要带头。", "text=县水利局", "县水利局要带头。" },
    { "XX系统要带头。", "text=教育系统", "教育系统要带头。" },
    { "修订了《XX办法》。", "text=河道管理办法", "修订了《河道管理办法》。" },
    { "修订了《XX办法》。", "text=《河道管理办法》", "修订了《河道管理办法》。" },
    { "开展“XX”活动。", "text=“清河”", "开展“清河”活动。" },
    { "开展“XX”活动。", "text=清河活动", "开展“清河”活动。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (a_list_of_names_stands_in_one_place)
{
  static const Filling fillings[] = {
    { "到XX镇调研。", "list=青龙、白沙镇、石桥", "到青龙、白沙、石桥镇调研。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (other_languages_write_dates_in_their_way)
{
  static const struct
  {
    const char *language;
    const char *written;
  } cases[] = {
    { "zh-Hans", "2025年3月12日" },
    { "ja", "2025年3月12日" },
    { "ko", "2025년 3월 12일" },
    { "en", "March 12, 2025" },
  };
  g_autoptr (LecternValue) value = lectern_value_new_date (2025, 3, 12, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      LecternPlace place = { .kind = "date", .text = "XX", .length = 2, .span = { 0, 2 } };

      place.language = cases[i].language;
      ck_assert (_lectern_form_append (out, &place, value, NULL));
      ck_assert_str_eq (out->str, cases[i].written);
    }
}
END_TEST

START_TEST (what_cannot_be_written_leaves_nothing)
{
  static const char text[] = "XXX、XXX2名同志";
  LecternPlace place = { .kind = "person", .text = text, .length = sizeof text - 1 };
  g_autoptr (GString) out = g_string_new ("前");
  g_autoptr (LecternValue) one = lectern_value_new_person ("张水生", NULL, NULL);
  g_autoptr (LecternValue) two = lectern_value_new_integer (2);
  g_autoptr (LecternValue) list = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, one);
  g_ptr_array_add (items, two);
  list = lectern_value_new_list (items);
  place.span = (LecternSpan){ 6, 9 };
  ck_assert (!_lectern_form_append (out, &place, list, NULL));
  ck_assert_str_eq (out->str, "前");
}
END_TEST

RUN_SUITE ("form-names", dates_give_their_parts, years_go_on_from_the_digits_that_stand,
           chinese_dates_go_on_in_chinese, persons_are_named_as_the_post_wants,
           the_names_of_a_list_are_as_many_as_the_text_says, what_follows_is_not_said_twice,
           a_list_of_names_stands_in_one_place, other_languages_write_dates_in_their_way,
           what_cannot_be_written_leaves_nothing)
