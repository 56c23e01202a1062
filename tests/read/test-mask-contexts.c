/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/masks.h"

/* What a mask is, from what stands round it: sentences as they stand in work speeches of offices,
 * schools, hospitals, firms, police and villages. */

START_TEST (dates_are_told_with_their_part)
{
  static const Sample samples[] = {
    { "定于⟦X⟧月⟦X⟧日开馆", "date.month date.day" },
    { "自20⟦XX⟧年⟦X⟧月⟦XX⟧日起施行", "date.year date.month date.day" },
    { "回顾201⟦x⟧年的工作", "date.year" },
    { "20⟦**⟧年是关键一年", "date.year" },
    { "⟦××××⟧年⟦××⟧月⟦××⟧日", "date.year date.month date.day" },
    { "截至20⟦××⟧年底", "date.year" },
    { "⟦XXXX⟧年以来，我们修了路", "date.year" },
    { "⟦XX⟧年度考核", "date.year" },
    { "到20⟦XX⟧年，粮食产量", "date.year" },
    { "⟦X⟧月份的例会", "date.month" },
    { "⟦X⟧月底前完成清淤", "date.month" },
    { "从⟦X⟧月至⟦X⟧月开展排查", "date.month date.month" },
    { "⟦X⟧-⟦X⟧月共检查三次", "date.month date.month" },
    { "本月⟦XX⟧日前报送", "date.day" },
    { "⟦X⟧月⟦X⟧号开学", "date.month date.day" },
    { "⟦X⟧月⟦X⟧日至⟦X⟧日休市", "date.month date.day date.day" },
    { "今天上午⟦X⟧点集合", "date.hour" },
    { "当晚⟦XX⟧时⟦XX⟧分接到报警", "date.hour date.minute" },
    { "⟦X⟧季度末召开讲评会", "date.quarter" },
    { "每周⟦X⟧下午是学习时间", "date.weekday" },
    { "上世纪⟦XX⟧年代建厂", "date.year" },
    { "（20⟦XX⟧年⟦X⟧月）", "date.year date.month" },
    { "政发〔20⟦XX⟧〕⟦X⟧号", "date.year ordinal" },
    { "⟦○○⟧年⟦○⟧月⟦○⟧日", "date.year date.month date.day" },
    { "签于⟦____⟧年⟦__⟧月⟦__⟧日", "date.year date.month date.day" },
    { "20⟦  ⟧年⟦  ⟧月⟦  ⟧日", "date.year date.month date.day" },
    { "⟦某⟧年⟦某⟧月⟦某⟧日，一位老人来到窗口", "date.year date.month date.day" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (years_and_days_that_last_are_counts)
{
  static const Sample samples[] = {
    { "连续⟦X⟧年被评为优秀", "count(年)" },  { "从警⟦XX⟧年来，他没有请过一次假", "count(年)" },
    { "建院⟦XX⟧周年", "count(周年)" },       { "历时⟦XX⟧天的抢修", "count(天)" },
    { "用⟦X⟧年时间补齐短板", "count(年)" },  { "近⟦X⟧年的实践证明", "count(年)" },
    { "驻村⟦X⟧年多", "count(年)" },          { "⟦X⟧日内办结", "count(日)" },
    { "培训为期⟦X⟧天", "count(天)" },        { "奋战⟦XXX⟧个日夜", "count(个)" },
    { "每⟦X⟧个月调度一次", "count(个月)" },  { "⟦X⟧小时值守", "count(小时)" },
    { "⟦XX⟧分钟内到达现场", "count(分钟)" }, { "未来⟦X⟧年", "count(年)" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (counts_are_told_with_their_unit)
{
  static const Sample samples[] = {
    { "新建⟦XX⟧个站点", "count(个)" },
    { "组织⟦XXX⟧人（次）参加演练", "count(人（次）)" },
    { "查处案件⟦XX⟧起", "count(起)" },
    { "破获各类案件⟦XXX⟧余起", "count(起)" },
    { "抓获⟦XX⟧名嫌疑人", "count(名)" },
    { "争取资金⟦XX⟧余万元", "count(万元)" },
    { "完成投资⟦XX⟧亿元", "count(亿元)" },
    { "挽回损失⟦XXX⟧万余元", "count(万元)" },
    { "实现营收⟦X.X⟧亿元", "count(亿元)" },
    { "修路⟦XX⟧公里", "count(公里)" },
    { "绿化⟦XXX⟧亩", "count(亩)" },
    { "流转土地⟦XX⟧万亩", "count(万亩)" },
    { "产粮⟦XX⟧万吨", "count(万吨)" },
    { "建筑面积⟦XXXX⟧平方米", "count(平方米)" },
    { "供水⟦XX⟧万立方米", "count(万立方米)" },
    { "服务群众⟦XX⟧万人次", "count(万人次)" },
    { "走访困难家庭⟦XXX⟧户", "count(户)" },
    { "门诊⟦XX⟧万人次、手术⟦XXX⟧台次", "count(万人次) count(台次)" },
    { "床位⟦XXX⟧张", "count(张)" },
    { "开设课程⟦XX⟧门", "count(门)" },
    { "发表论文⟦XX⟧篇", "count(篇)" },
    { "购置校车⟦X⟧辆", "count(辆)" },
    { "在校学生⟦XXXX⟧人，教职工⟦XXX⟧人", "count(人) count(人)" },
    { "召开座谈会⟦XX⟧场次", "count(场次)" },
    { "发放宣传单⟦XXXX⟧份", "count(份)" },
    { "整改隐患⟦XX⟧处", "count(处)" },
    { "制修订制度⟦XX⟧项", "count(项)" },
    { "引进企业⟦XX⟧家", "count(家)" },
    { "提出⟦X⟧条建议", "count(条)" },
    { "讲⟦X⟧点意见", "count(点)" },
    { "⟦XX⟧支队伍参赛", "count(支)" },
    { "抽调⟦XX⟧个职能部门⟦XXX⟧人", "count(个) count(人)" },
    { "约谈⟦XX⟧人，问责⟦X⟧人", "count(人) count(人)" },
    { "完成⟦XX⟧项目标任务", "count(项)" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (counts_take_every_unit)
{
  static const Sample samples[] = {
    { "覆盖⟦XX⟧所学校", "count(所)" },
    { "采购⟦XX⟧部手机", "count(部)" },
    { "送来⟦XX⟧面锦旗", "count(面)" },
    { "降温⟦X⟧摄氏度", "count(摄氏度)" },
    { "发电⟦XX⟧亿千瓦时", "count(亿千瓦时)" },
    { "年处理垃圾⟦XX⟧万吨", "count(万吨)" },
    { "栽树⟦XXXX⟧株", "count(株)" },
    { "养牛⟦XXX⟧头、养羊⟦XXXX⟧只", "count(头) count(只)" },
    { "救出群众⟦XX⟧余人", "count(人)" },
    { "覆盖率提高⟦X⟧倍", "count(倍)" },
    { "⟦XX⟧多个部门参与", "count(个)" },
    { "全市⟦X⟧个县（市、区）", "count(个)" },
    { "现有党员⟦XX⟧名，其中女党员⟦XX⟧名", "count(名) count(名)" },
    { "⟦*⟧个乡镇", "count(个)" },
    { "⟦**⟧名同志受到表彰", "count(名)" },
    { "共⟦__⟧人到会", "count(人)" },
    { "评选标兵⟦X⟧至⟦X⟧名", "count(名) count(名)" },
    { "线路全长⟦XXX⟧km", "count(km)" },
    { "受理信访件⟦XX⟧件次", "count(件次)" },
    { "出动警力⟦XXX⟧人次、警车⟦XX⟧台次", "count(人次) count(台次)" },
    { "开行班列⟦XXX⟧列", "count(列)" },
    { "总装机⟦XX⟧万千瓦", "count(万千瓦)" },
    { "发放贷款⟦XX⟧笔", "count(笔)" },
    { "一共⟦XX⟧个", "count(个)" },
    { "1⟦XX⟧个村", "count(个)" },
    { "户均增收⟦XXXX⟧元", "count(元)" },
    { "接种疫苗⟦XX⟧万剂次", "count(万剂次)" },
    { "约⟦XX⟧", "count" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (shares_are_per_cent)
{
  static const Sample samples[] = {
    { "同比增长⟦XX⟧%", "percent" },    { "升学率达⟦XX.X⟧%", "percent" },
    { "下降⟦X⟧个百分点", "percent" },  { "占百分之⟦XX⟧", "percent" },
    { "满意度⟦XX⟧％以上", "percent" }, { "增长⟦X⟧%至⟦X⟧%", "percent percent" },
    { "破案率上升3.⟦X⟧%", "percent" }, { "达标率⟦**⟧%", "percent" },
    { "负债率为⟦××⟧%", "percent" },    { "比上年提高⟦X⟧‰", "percent" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (numbers_in_a_row_are_ordinals)
{
  static const Sample samples[] = {
    { "第⟦X⟧轮督导", "ordinal" },
    { "第⟦XX⟧次全体会议", "ordinal" },
    { "第⟦x⟧巡察组", "ordinal" },
    { "第⟦X⟧，要抓实培训", "ordinal" },
    { "⟦XX⟧届⟦X⟧中全会", "ordinal ordinal" },
    { "⟦X⟧届县委第⟦X⟧轮巡察", "ordinal ordinal" },
    { "党的⟦XX⟧届⟦X⟧中⟦X⟧会", "ordinal ordinal ordinal" },
    { "学习党的⟦XX⟧大精神", "ordinal" },
    { "“⟦X⟧五”规划", "ordinal" },
    { "⟦XX⟧五时期", "ordinal" },
    { "地铁⟦X⟧号线", "ordinal" },
    { "印发⟦X⟧号文件", "ordinal" },
    { "第⟦X⟧季度", "ordinal" },
    { "第⟦XX⟧个教师节", "ordinal" },
    { "荣立⟦X⟧等功", "ordinal" },
    { "巡察⟦X⟧组", "ordinal" },
    { "⟦X⟧年级学生", "ordinal" },
    { "第⟦*⟧期培训班", "ordinal" },
    { "第⟦__⟧届理事会", "ordinal" },
    { "⟦xx⟧届县委以来", "ordinal" },
    { "《⟦xx⟧届县委巡察规划》", "ordinal" },
    { "启动⟦X⟧级响应", "ordinal" },
    { "第⟦X⟧、第⟦X⟧党支部", "ordinal ordinal" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (people_are_told_by_their_posts_and_deeds)
{
  static const Sample samples[] = {
    { "刚才，⟦XX⟧同志通报了情况", "person" },
    { "⟦X⟧书记作了部署", "person" },
    { "⟦XXX⟧副局长到会指导", "person" },
    { "请⟦XX⟧校长发言", "person" },
    { "⟦XX⟧院长介绍了经验", "person" },
    { "所长⟦XXX⟧带队出警", "person" },
    { "市委⟦xx⟧书记多次批示", "person" },
    { "组长⟦xx⟧同志，", "person" },
    { "刚才，⟦xx⟧宣读了名单", "person" },
    { "⟦XX⟧主持会议", "person" },
    { "⟦XX⟧传达了文件", "person" },
    { "由⟦XXX⟧汇报进展", "person" },
    { "⟦XXX⟧、⟦XXX⟧、⟦XX⟧、⟦XXX⟧4名同志作了交流", "person person person person" },
    { "⟦XX⟧、⟦XX⟧等同志", "person person" },
    { "⟦XX⟧、⟦XXX⟧两位老师", "person person" },
    { "感谢⟦XX⟧老师", "person" },
    { "民警⟦XXX⟧第一时间赶到", "person" },
    { "向⟦XXX⟧烈士致敬", "person" },
    { "⟦*⟧同志传达精神", "person!redaction" },
    { "学习⟦_⟧总书记重要讲话", "person!redaction" },
    { "⟦某某⟧同志", "person" },
    { "刚才，⟦……⟧同志作了说明", "person" },
    { "⟦XXX⟧董事长出席仪式", "person" },
    { "汇报人：⟦XXX⟧", "person" },
    { "⟦XX⟧医生坚守岗位", "person" },
    { "犯罪嫌疑人⟦XXX⟧落网", "person" },
    { "村支部书记⟦XX⟧带头拆围栏", "person" },
    { "⟦XXX⟧教授团队", "person" },
    { "⟦XX⟧部长、⟦XX⟧主任", "person person" },
    { "⟦×××⟧总经理", "person" },
    { "成立以⟦XX⟧为组长的专班", "person" },
    { "⟦XX⟧、⟦XX⟧等⟦X⟧名同志受到表彰", "person person count(名)" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (places_are_told_by_their_rank_and_their_praise)
{
  static const Sample samples[] = {
    { "⟦XX⟧省⟦XX⟧市⟦XX⟧县", "place place place" },
    { "来到⟦XX⟧村", "place" },
    { "⟦XX⟧街道办", "place" },
    { "为⟦*⟧区加快发展", "place!redaction" },
    { "⟦XX⟧镇党委", "place" },
    { "建设清廉⟦XX⟧", "place" },
    { "“平安⟦XX⟧”建设", "place" },
    { "打造幸福⟦XX⟧", "place" },
    { "为⟦XX⟧经济社会高质量发展出力", "place" },
    { "⟦XX⟧人民的期盼", "place" },
    { "⟦XX⟧人大常委会", "organisation" },
    { "⟦XX⟧高速公路", "place" },
    { "⟦XX⟧河治理", "place" },
    { "⟦XX⟧水库除险", "place" },
    { "⟦XX⟧社区党员", "place" },
    { "对⟦*⟧新城产业园管委会", "place!redaction" },
    { "⟦XX⟧开发区", "place" },
    { "中共⟦XX⟧市委", "place" },
    { "位于⟦XX⟧", "place" },
    { "⟦XX⟧、⟦XX⟧、⟦XX⟧三个乡镇", "place place place" },
    { "⟦XX⟧、⟦XX⟧等县区", "place place" },
    { "⟦XX⟧派出所辖区", "place" },
    { "⟦某⟧县⟦某⟧局", "place organisation" },
    { "县⟦__⟧镇", "place!redaction" },
    { "谱写⟦XX⟧新篇章", "place" },
    { "⟦XX⟧林场", "place" },
    { "⟦XX⟧教育局", "place" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (bodies_are_told_by_their_suffix)
{
  static const Sample samples[] = {
    { "⟦XX⟧局党组", "organisation" },
    { "⟦XX⟧公司党委", "organisation" },
    { "⟦XX⟧集团", "organisation" },
    { "⟦XX⟧学校", "organisation" },
    { "⟦XX⟧医院", "organisation" },
    { "⟦XX⟧支队", "organisation" },
    { "⟦XX⟧大队", "organisation" },
    { "区⟦xx⟧党委", "organisation" },
    { "⟦xx⟧纪委", "organisation" },
    { "⟦XX⟧单位", "organisation" },
    { "⟦XX⟧部门", "organisation" },
    { "⟦XX⟧支行", "organisation" },
    { "⟦XX⟧中心", "organisation" },
    { "⟦XX⟧办公室", "organisation" },
    { "⟦XX⟧大学", "organisation" },
    { "⟦XX⟧车间", "organisation" },
    { "⟦XX⟧合作社", "organisation" },
    { "《⟦XX⟧党组议事规则》", "organisation" },
    { "印发《⟦XX⟧防汛工作预案》", "organisation" },
    { "⟦××⟧有限公司", "organisation" },
    { "⟦XX⟧、⟦XX⟧等单位", "organisation organisation" },
    { "对⟦**⟧、⟦**⟧等单位提出批评", "organisation!redaction organisation!redaction" },
    { "⟦XX⟧、⟦XX⟧两家企业", "organisation organisation" },
    { "镇⟦X⟧委", "organisation" },
    { "⟦XX⟧委", "organisation" },
    { "⟦XX⟧银行", "organisation" },
    { "⟦XX⟧科室", "organisation" },
    { "⟦XX⟧幼儿园", "organisation" },
    { "⟦XX⟧协会", "organisation" },
    { "⟦XX⟧部队", "organisation" },
    { "⟦某⟧公司", "organisation" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (titles_stand_in_title_marks)
{
  static const Sample samples[] = {
    { "印发《⟦XX⟧》", "title" },       { "制定《⟦XX⟧办法》", "title" },
    { "《关于⟦XX⟧的通知》", "title" }, { "学习《⟦×××⟧》", "title" },
    { "《⟦　　⟧》", "title" },         { "出台《⟦XX⟧条例》", "title" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

START_TEST (topics_and_the_unknown_are_text)
{
  static const Sample samples[] = {
    { "全市⟦xx⟧系统", "text" },
    { "⟦XX⟧领域", "text" },
    { "⟦XX⟧行业", "text" },
    { "⟦XX⟧工作", "text" },
    { "⟦XX⟧问题", "text" },
    { "⟦XX⟧项目", "text" },
    { "⟦XX⟧精神", "text" },
    { "比如：⟦xx⟧问题，等等", "text" },
    { "“⟦*⟧”的思路", "text!redaction" },
    { "破除⟦_⟧机制障碍", "text!redaction" },
    { "维护⟦_⟧、服务大局", "text!redaction" },
    { "关于⟦XX⟧，我再说一句", "text" },
    { "开展⟦XX⟧活动", "text" },
    { "时间：⟦待定⟧", "text" },
    { "地点⟦待定⟧。", "text" },
    { "联系电话：⟦XXXXXXXX⟧", "text" },
    { "负责⟦xxx⟧的，", "text" },
    { "上半年完成⟦XX⟧，⟦X⟧月底验收", "text date.month" },
    { "县人民⟦__⟧和县委的部署", "text!redaction" },
    { "县委、县⟦__⟧决定", "text!redaction" },
  };

  check_samples (samples, G_N_ELEMENTS (samples));
}
END_TEST

RUN_SUITE ("mask-contexts", dates_are_told_with_their_part, years_and_days_that_last_are_counts,
           counts_are_told_with_their_unit, counts_take_every_unit, shares_are_per_cent,
           numbers_in_a_row_are_ordinals, people_are_told_by_their_posts_and_deeds,
           places_are_told_by_their_rank_and_their_praise, bodies_are_told_by_their_suffix,
           titles_stand_in_title_marks, topics_and_the_unknown_are_text)
