/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"

/* clang-format off */
static const LecternWordList word_lists[] = {
  { (const char *const[]) { "首先", "其次|然后", "再次|再者|再有", "最后", NULL }, TRUE },
  { (const char *const[]) { "一方面", "另一方面", NULL } },
  { (const char *const[]) { "一个是", "另一个是", "还有一个是", NULL } },
  { NULL },
};
/* clang-format on */

/* Frequent simplified characters that the other script does not have: in GB 2312, not in Big5. */
static const char telling[]
    = "们这国来为对会发时说学过进动个开业务经济产领导员办设实现问题应该还从两长间关级组"
      "织总结统续维练纪约红纲绩编细终给继缩缴劳农资贫责贯费质购贵贺赛赞赢趋车转轮软轻较"
      "辅输辖达迁运远违连迟选递邓郑邮释钟钢钱银销锋错镇门闭闯队阳阶际陆陈险随隐难雾静韩"
      "顶项顺须顾预频颜额风飞饭馆马驱骤验鱼鲜鸡黄齐龙东严临举义乐乡书买乱争亚亲亿仅仓仪"
      "众伟传伤伦侧侨债倾储兴养兽冲决况净减凤击创则刚别剂剧劝励势勋匀区医华协单卖卢卫历"
      "压厅厉县参双变叙叶号吗启响团园围图圆场块坚坛坝垄墙声处备够头夹奋奖妇娱孙宝审宪宾"
      "将尔尘层属岁岗岛币师带帮库庆废庙弃张弹强归录当忆态恳恶恼悬惩惯战户扩扫扬抚抢护报"
      "担拥择挥损换掳敌数断无旧显晓暂术杀杂权条杨标树样桥检楼欢欧残毁汇汉汤沟没泪泽浅测"
      "浓涛润涨渐湾湿满滨灭灯灵灾炼烂点热爱爷牵犹独狱猎环电画畅疗监盖盘着矿码础礼祸积称"
      "稳穷窃竞笔签简粮类紧纠纯纵纷纸线罗罚职联聪肃肠胆脉脚脱脑节苏获药营萧虑虽补袭装见"
      "观规觉视览计认讨让训议讯记讲许论访证评识诉词试诗诚话询详语误请诸读课谁调谈谋谐谢";

const LecternLanguage _lectern_language_zh_hans = {
  .tag = "zh-Hans",
  .word_lists = word_lists,
  .telling = telling,
};
