/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/form.h"

/* Form follows place. */

START_TEST (ordinals_are_chinese)
{
  static const Filling fillings[] = {
    { "启动第X轮巡察。", "integer=3", "启动第三轮巡察。" },
    { "启动第X批试点。", "ordinal=第四", "启动第四批试点。" },
    { "启动第X批试点。", "text=第四批", "启动第四批试点。" },
    { "区第XX届人民代表大会开幕。", "integer=12", "区第十二届人民代表大会开幕。" },
    { "这是X届市委的任务。", "integer=6", "这是六届市委的任务。" },
    { "启动第X轮巡察。", "text=春季", NULL },
    { "启动第X轮巡察。", "decimal=2.5", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (amounts_are_arabic)
{
  static const Filling fillings[] = {
    { "查出XX个隐患。", "integer=12", "查出12个隐患。" },
    { "查出XX个隐患。", "text=12个", "查出12个隐患。" },
    { "查出XX个隐患。", "text=12名", NULL },
    { "投入XX余万元修渠。", "integer=350", "投入350余万元修渠。" },
    { "投入XX余万元修渠。", "text=350万元", "投入350余万元修渠。" },
    { "投入XX余万元修渠。", "text=3500000元", "投入350余万元修渠。" },
    { "查出XX个隐患。", "text=很久", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (percentages_go_by_their_type)
{
  static const Filling fillings[] = {
    { "同比下降XXXX%。", "decimal=0.125", "同比下降12.5%。" },
    { "同比下降XXXX%。", "decimal=12.5", "同比下降12.5%。" },
    { "同比下降XXXX%。", "percent=0.5%", "同比下降0.5%。" },
    { "同比下降XXXX%。", "text=12.5%", "同比下降12.5%。" },
    { "占百分之X。", "decimal=12.5", "占百分之十二点五。" },
    { "同比下降XXXX%。", "text=很多人", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (dates_give_their_parts)
{
  static const Filling fillings[] = {
    { "请于X月X日前完成。", "date=2025-03-05", "请于3月5日前完成。" },
    { "20XX年目标已经明确。", "date=2025-03-05", "2025年目标已经明确。" },
    { "20XX年目标已经明确。", "integer=25", "2025年目标已经明确。" },
    { "20XX年目标已经明确。", "integer=1999", NULL },
    { "请于X月X日前完成。", "date=2025年", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (persons_are_named_as_the_post_wants)
{
  static const Filling fillings[] = {
    { "刚才，XX同志通报了情况。", "person=张水生", "刚才，张水生同志通报了情况。" },
    { "刚才，XX书记作了部署。", "person=张水生", "刚才，张书记作了部署。" },
    { "刚才，XX书记作了部署。", "person=欧阳河", "刚才，欧阳书记作了部署。" },
    { "XXX、XXX2名同志受到表扬。", "person=张水生、李闸", "张水生、李闸2名同志受到表扬。" },
    { "XXX、XXX2名同志受到表扬。", "person=张水生、李闸、王堤", NULL },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

START_TEST (what_follows_is_not_said_twice)
{
  static const Filling fillings[] = {
    { "对*区的工作很满意。", "text=临河区", "对临河区的工作很满意。" },
    { "对*区的工作很满意。", "text=临河", "对临河区的工作很满意。" },
  };

  check_fillings (fillings, G_N_ELEMENTS (fillings));
}
END_TEST

RUN_SUITE ("form", ordinals_are_chinese, amounts_are_arabic, percentages_go_by_their_type,
           dates_give_their_parts, persons_are_named_as_the_post_wants,
           what_follows_is_not_said_twice)
