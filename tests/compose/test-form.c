/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/form.h"

/* Form follows place: numbers. */

START_TEST (ordinals_are_chinese)
{
  static const Filling fillings[] = {
    { "启动第X轮巡察。", "integer=3", "启动第三轮巡察。" },
    { "启动第X批试点。", "ordinal=第四", "启动第四批试点。" },
    { "启动第X批试点。", "text=第四批", "启动第四批试点。" },
    { "启动第X批试点。", "text=四", "启动第四批试点。" },
    { "启动第X批试点。", "decimal=4.0", "启动第四批试点。" },
    { "区第XX届人民代表大会开幕。", "integer=12", "区第十二届人民代表大会开幕。" },
    { "这是X届市委的任务。", "integer=6", "这是六届市委的任务。" },
    { "抓好第X季度生产。", "integer=3", "抓好第三季度生产。" },
    { "抓好X季度生产。", "date=2025-08", "抓好三季度生产。" },
    { "落实十X五规划。", "integer=14", "落实十四五规划。" },
    { "落实十X五规划。", "integer=4", "落实十四五规划。" },
    { "第X组先行。", "text=A", "第A组先行。" },
    { "启动第X轮巡察。", "text=春季", NULL },
    { "启动第X轮巡察。", "text=第三批", NULL },
    { "启动第X轮巡察。", "decimal=2.5", NULL },
    { "启动第X轮巡察。", "integer=0", NULL },
    { "启动第X轮巡察。", "date=2025-03-12", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (a_session_takes_its_parts_out_of_one_text)
{
  static const Filling fillings[] = {
    { "学习XX届X中X会精神。", "text=十九届六中全会", "学习十九届六中全会精神。" },
    { "学习XX届X中X会精神。", "text=二十届三中全会", "学习二十届三中全会精神。" },
    { "学习XX届X中X会精神。", "text=党代会", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (numbers_of_houses_lines_and_papers_are_arabic)
{
  static const Filling fillings[] = {
    { "在X号楼集合。", "integer=3", "在3号楼集合。" },
    { "启动X级台风预案。", "integer=12", "启动12级台风预案。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (amounts_are_arabic)
{
  static const Filling fillings[] = {
    { "查出XX个隐患。", "integer=12", "查出12个隐患。" },
    { "查出XX个隐患。", "text=12", "查出12个隐患。" },
    { "查出XX个隐患。", "text=012", "查出12个隐患。" },
    { "查出XX个隐患。", "text=十二", "查出12个隐患。" },
    { "查出XX个隐患。", "text=1,200", "查出1200个隐患。" },
    { "查出XX个隐患。", "list=堤、闸、渠", "查出3个隐患。" },
    { "走访XX个村社。", "decimal=0", "走访0个村社。" },
    { "查出XX个隐患。", "text=很久", NULL },
    { "查出XX个隐患。", "percent=12%", NULL },
    { "查出XX个隐患。", "person=张水生", NULL },
    { "查出XX个隐患。", "text=", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (what_is_announced_is_counted_in_chinese)
{
  static const Filling fillings[] = {
    { "下面，我讲X点意见。", "integer=3", "下面，我讲三点意见。" },
    { "下面，我讲X点意见。", "integer=2", "下面，我讲两点意见。" },
    { "下面，我谈X个问题。", "integer=10", "下面，我谈十个问题。" },
    { "大家提出意见XX条。", "integer=3", "大家提出意见3条。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (units_are_kept_once)
{
  static const Filling fillings[] = {
    { "查出XX个隐患。", "text=12个", "查出12个隐患。" },
    { "走访XX个乡镇。", "text=12个乡镇", "走访12个乡镇。" },
    { "查出XX个隐患。", "text=12名", NULL },
    { "投入XX余万元修渠。", "integer=350", "投入350余万元修渠。" },
    { "投入XX余万元修渠。", "text=350万元", "投入350余万元修渠。" },
    { "投入XX余万元修渠。", "text=350余万元", "投入350余万元修渠。" },
    { "投入XX万余元修渠。", "text=350万元", "投入350万余元修渠。" },
    { "投入XX余万元修渠。", "text=3500000元", "投入350余万元修渠。" },
    { "投入XX余万元修渠。", "text=1.2亿元", "投入12000余万元修渠。" },
    { "投入XX余万元修渠。", "text=三百五十万元", "投入350余万元修渠。" },
    { "投入XX亿元修渠。", "text=5000万元", "投入0.5亿元修渠。" },
    { "投入X.X亿元修渠。", "decimal=3.5", "投入3.5亿元修渠。" },
    { "投入XX余万元修渠。", "text=350吨", NULL },
    { "服务XX人。", "text=1.2万", "服务1.2万人。" },
    { "服务XX人。", "text=1.2万人", "服务1.2万人。" },
    { "新修渠道XX千米。", "text=25千米", "新修渠道25千米。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (a_vague_amount_stays_as_it_is_said)
{
  static const Filling fillings[] = {
    { "查出XX个隐患。", "text=近百", "查出近百个隐患。" },
    { "查出XX个隐患。", "text=3至5", "查出3至5个隐患。" },
    { "查出XX个隐患。", "text=七八", "查出七八个隐患。" },
    { "查出XX个隐患。", "text=几十个", "查出几十个隐患。" },
    { "下降XX%。", "text=5至6%", "下降5至6%。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (one_number_may_have_two_masks)
{
  static const Filling fillings[] = {
    { "投资X点X亿元。", "decimal=3.5", "投资三点五亿元。" },
    { "投资X点X亿元。", "decimal=12.05", "投资十二点零五亿元。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (percentages_go_by_their_type)
{
  static const Filling fillings[] = {
    { "同比下降XXXX%。", "decimal=0.125", "同比下降12.5%。" },
    { "同比下降XXXX%。", "decimal=12.5", "同比下降12.5%。" },
    { "同比下降XXXX%。", "decimal=12.50", "同比下降12.50%。" },
    { "同比下降XXXX%。", "integer=1", "同比下降1%。" },
    { "同比下降XXXX%。", "percent=0.5%", "同比下降0.5%。" },
    { "同比下降XXXX%。", "percent=112%", "同比下降112%。" },
    { "同比下降XXXX%。", "text=12.5%", "同比下降12.5%。" },
    { "同比下降XXXX%。", "text=百分之十二点五", "同比下降12.5%。" },
    { "占百分之X。", "decimal=12.5", "占百分之十二点五。" },
    { "占百分之X。", "percent=70", "占百分之七十。" },
    { "提高X个百分点。", "decimal=1.3", "提高1.3个百分点。" },
    { "按X‰计算。", "percent=0.3%", "按3‰计算。" },
    { "超过X成的渠道通水。", "percent=80%", "超过八成的渠道通水。" },
    { "超过X成的渠道通水。", "integer=8", "超过八成的渠道通水。" },
    { "同比下降XXXX%。", "text=很多人", NULL },
    { "同比下降XXXX%。", "date=2025-03-12", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (digits_are_as_wide_as_their_neighbours)
{
  static const Filling fillings[] = {
    { "去年查出１５个，今年查出X个隐患。", "integer=12", "去年查出１５个，今年查出１２个隐患。" },
    { "去年下降１．５％，今年下降X％。", "decimal=2.5", "去年下降１．５％，今年下降２．５％。" },
    { "去年下降15％，今年下降X％。", "integer=20", "去年下降15％，今年下降20％。" },
    { "２０XX年开工。", "integer=2025", "２０２５年开工。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (traditional_characters_have_their_own_numerals)
{
  static const Filling fillings[] = {
    { "縣裏開展第X輪檢查。", "integer=20000", "縣裏開展第二萬輪檢查。" },
    { "下面，我講X點意見，請同志們討論。", "integer=2", "下面，我講兩點意見，請同志們討論。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (a_declared_form_beats_the_place)
{
  static const Filling fillings[] = {
    { "开展{{轮次:chinese}}轮检查。", "integer=3", "开展三轮检查。" },
    { "开展{{数量:chinese}}轮检查。", "integer=2", "开展两轮检查。" },
    { "开展第{{轮次:chinese}}轮检查。", "integer=2", "开展第二轮检查。" },
    { "开展第{{轮次:arabic}}轮检查。", "integer=3", "开展第3轮检查。" },
    { "付款{{金额:capital}}元。", "integer=350", "付款叁佰伍拾元。" },
    { "查出{{隐患:circled-decimal}}个。", "integer=3", "查出③个。" },
    { "会期{{日期:iso}}。", "date=2025年3月5日", "会期2025-03-05。" },
    { "会期{{日期:chinese}}。", "date=2025-03-12", "会期二〇二五年三月十二日。" },
    { "这是{{日期:year}}的事。", "date=2025-03-12", "这是2025的事。" },
    { "由{{姓名:surname}}同志负责。", "person=张水生", "由张同志负责。" },
    { "由{{姓名:post}}负责。", "person=张水生（县长）", "由县长负责。" },
    { "由{{姓名:post}}负责。", "person=张水生", NULL },
    { "由{{姓名:given}}负责。", "person=欧阳河", "由河负责。" },
    { "由{{姓名:全名}}书记负责。", "person=张水生", "由张水生书记负责。" },
    { "查出{{隐患:chinese}}个。", "text=很多", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (a_value_is_text_and_nothing_else)
{
  static const Filling fillings[] = {
    { "围绕XX主题发言。", "text={{轮次}}XX<b>", "围绕{{轮次}}XX<b>主题发言。" },
    { "到XX省考察。", "text=*&\"", "到*&\"省考察。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (a_refusal_names_the_value_and_the_place)
{
  g_autoptr (LecternValue) value = lectern_value_new_text ("很久", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *filled = fill_all ("一年来，共查出XX个隐患，都已整改。", value, &error);

  ck_assert (filled == NULL);
  ck_assert_str_eq (error->message, "名: “很久” does not fit into “年来，共查出XX个隐患，都已整"
                                    "改。”: a number is wanted here");
}
END_TEST

RUN_SUITE ("form", ordinals_are_chinese, a_session_takes_its_parts_out_of_one_text,
           numbers_of_houses_lines_and_papers_are_arabic, amounts_are_arabic,
           what_is_announced_is_counted_in_chinese, units_are_kept_once,
           a_vague_amount_stays_as_it_is_said, one_number_may_have_two_masks,
           percentages_go_by_their_type, digits_are_as_wide_as_their_neighbours,
           traditional_characters_have_their_own_numerals, a_declared_form_beats_the_place,
           a_value_is_text_and_nothing_else, a_refusal_names_the_value_and_the_place)
