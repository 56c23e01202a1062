/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* What is announced, what comes of it, and what looks like an announcement and is none. */

typedef struct
{
  const char *text;
  const char *announcements; /* phrase=announced/delivered, and a key word; parted by blanks */
} Row;

/* Below a heading. */
static const Row below_a_heading[] = {
  { "讲三点意见。一是路要修。二是桥要架。三是树要栽。", "三点意见=3/3" },
  { "再强调三点。一要快，二要稳，三要省。", "三点=3/3" },
  { "我着重讲两个问题：一、水从哪里来；二、水往哪里去。", "两个问题=2/2" },
  { "提四点希望。第一，多读书。第二，多下村。第三，多动手。第四，多动脑。", "四点希望=4/4" },
  { "提几点要求，同大家共勉。一是守时。二是守信。", "几点要求=indefinite/2" },
  { "大家交流了三点体会：一是村干部要带头；二是账目要公开；三是会要少开。", "三点体会=3/3" },
  { "会上提出了“三个强化”。一是强化巡堤。二是强化值班。三是强化备料。", "三个强化=3/3 强化" },
  { "主要应做到三个“紧盯”：一要紧盯险段；二要紧盯闸口；三要紧盯物料。", "三个“紧盯”=3/3 紧盯" },
  { "检查重点看以下四个方面内容:一是看账本;二是看现场;三是看人员;四是看制度。",
    "四个方面内容=4/4" },
  { "这样安排基于三个层面的考虑。其一，水位高。其二，人手少。其三，路难走。",
    "三个层面的考虑=3/3" },
  { "今年的春耕有几个特点。首先，开工早。其次，机具多。最后，进度快。", "几个特点=indefinite/3" },
  { "要把握好两个原则：第一，先急后缓。第二，先易后难。", "两个原则=2/2" },
  { "坚决做到“四个决不允许”，即：决不允许迟到，决不允许早退，决不允许脱岗，决不允许饮酒。",
    "四个决不允许=4/4 决不允许" },
  { "必须抓好三件事：\n一是清淤。本周开工。\n二是补堤。下周开工。\n三是备料。随时补齐。",
    "三件事=3/3" },
  { "要处理好三个关系：一是快与好的关系；二是点与面的关系；三是上与下的关系。", "三个关系=3/3" },
  { "这件事要抓住四个环节。一是选址，二是设计，三是招标，四是验收。", "四个环节=4/4" },
  { "办好这件事分三步：第一步，摸底；第二步，公示；第三步，发放。", "三步=3/3" },
  { "眼下有两种办法：一是修旧渠；二是开新渠。", "两种办法=2/2" },
  { "请各村注意以下几点：一是用电安全；二是用火安全；三是行车安全。", "几点=indefinite/3" },
  { "我讲X点意见。一是人要到位。二是钱要到位。", "X点意见=masked/2" },
  { "下面强调XX点要求：一要守纪律；二要讲团结。", "XX点要求=masked/2" },
  { "我再提3点希望：一要扛责任；二要抓协调；三要守规矩。", "3点希望=3/3" },
  { "请从以下3方面入手：一是查病；二是查药；三是查水。", "3方面=3/3" },
  { "下面再讲３点意见：一是查漏；二是补缺；三是收尾。", "３点意见=3/3" },
  { "向村两委提若干建议：一是账目上墙；二是会议缩短。", "若干建议=indefinite/2" },
  { "我提一些想法。一是把会开短。二是把话说实。", "一些想法=indefinite/2" },
  { "强调三点意见，供大家参考。一是早动手。二是早准备。三是早收工。", "三点意见=3/3" },
  { "我讲三点意见，请大家在工作中把握。第一，抓进度。第二，抓质量。第三，抓安全。",
    "三点意见=3/3" },
  { "要守住三条底线：一是不欠薪；二是不占田；三是不毁林。", "三条底线=3/3" },
  { "今年要办好五项工作：一是修路；二是架桥；三是栽树；四是治水；五是建校。", "五项工作=5/5" },
  { "今年要办好五项工作：一是修路；二是架桥；三是栽树；四是治水。", "五项工作=5/4" },
  { "下面讲四点意见。一是早。二是准。三是快。", "四点意见=4/3" },
  { "要牢记“两个务必”，即：务必谦虚谨慎，务必艰苦奋斗。", "两个务必=2/2 务必" },
  { "要落实“两个优先”，即：优先修危桥，优先治病险库。今年全部完工。", "两个优先=2/2 优先" },
  { "各村要做到“三个坚持”“两个确保”，即：坚持巡查，坚持登记，坚持报告；确保有人管，确保管得住。",
    "三个坚持=3/3 坚持 两个确保=2/2 确保" },
  { "工作队要严格执行“三个不准”：不准吃请，不准收礼，不准拖延。", "三个不准=3/3 不准" },
  { "要紧紧围绕“三个聚焦”开展检查，不留死角。\n要聚焦库区。住户多，风险大。\n要聚焦桥梁。年久失修的"
    "要先查。\n要聚焦学校。孩子的事最大。",
    "三个聚焦=3/3 聚焦" },
  { "重点把好三道关：一是材料关；二是工序关；三是验收关。", "三道关=3/3" },
  { "下一步要实施四大工程：一是引水工程；二是蓄水工程；三是节水工程；四是净水工程。",
    "四大工程=4/4" },
  { "归纳起来有三条经验：第一，靠群众；第二，靠制度；第三，靠科技。", "三条经验=3/3" },
  { "这次普查暴露出三个突出问题：一是底数不清；二是责任不明；三是手段不多。", "三个突出问题=3/3" },
  { "我想谈四个问题：第一个问题：钱从哪来。第二个问题：人从哪来。第三个问题：地从哪来。第四个问题："
    "路怎么走。",
    "四个问题=4/4" },
  { "要围绕两个重点发力：一是产业；二是就业。", "两个重点=2/2" },
  { "我有这么三个想法：一是减会；二是减表；三是减证。", "三个想法=3/3" },
  { "具体讲，要实现两个转变：一是由堵到疏；二是由救到防。", "两个转变=2/2" },
  { "防火工作要抓三个字：一是早；二是细；三是严。", "三个字=3/3" },
  { "值班要坚持三项制度：（1）日报制度；（2）交接制度；（3）抽查制度。", "三项制度=3/3" },
  { "检查采取四种方式：①听；②看；③问；④查。", "四种方式=4/4" },
  { "我們要抓好兩件事：一是修渠；二是種樹。", "兩件事=2/2" },
  { "下面講幾點意見。第一，把路修好。第二，把橋架好。", "幾點意見=indefinite/2" },
  { "现在最要紧的是办好两件事。一件一件说。一是渠，二是路。", "两件事=2/2" },
  { "下面，我讲三点意见，\n一要快。\n二要稳。\n三要实。", "三点意见=3/3" },
  { "钱某某、孙某、李某某三位同志在会上发了言。", "钱某某、孙某、李某某三位同志=3/3" },
  { "刚才，XXX、XX、XXX3名同志作了表态。", "XXX、XX、XXX3名同志=3/3" },
  { "会上表彰了赵某、钱某和孙某三位同志。", "赵某、钱某和孙某三位同志=3/3" },
  { "王大年、李小满、张秋生以及陈立冬4名代表作了交流。",
    "王大年、李小满、张秋生以及陈立冬4名代表=4/4" },
  { "周某、吴某5名同志值夜班。", "周某、吴某5名同志=5/2" },
};

static const Row speeches[] = {
  { "同志们：\n今天开个会。下面，我讲三点意见。\n一、看清形势\n水位还在涨。\n二、压实责任\n谁的堤谁"
    "守。\n三、备足物料\n沙袋要够。\n",
    "三点意见=3/3" },
  { "同志们：\n今天开个会。下面，我讲四点意见。\n一、看清形势\n水位还在涨。\n二、压实责任\n谁的堤谁"
    "守。\n三、备足物料\n沙袋要够。\n",
    "四点意见=4/3" },
  { "同志们：\n今天开个会。就防汛工作，我讲几点意见。\n水情大家都知道了。\n一、看清形势\n水位还在涨"
    "。\n二、压实责任\n谁的堤谁守。\n",
    "几点意见=indefinite/2" },
  { "同志们:\n今天开个会,我讲2点意见,"
    "供大家参考。\n一、看清形势\n水位还在涨。\n二、压实责任\n谁的堤谁守。\n",
    "2点意见=2/2" },
  { "同志们：\n刚才，赵县长讲了四点意见，我都赞成。下面，我再强调两点。\n一、看清形势\n水位还在涨。"
    "\n二、压实责任\n谁的堤谁守。\n",
    "两点=2/2" },
  { "同志们：\n下面，我讲两点意见。\n一、抓好重点\n今年要抓好以下三项工作。\n（一）修渠。先修东渠。"
    "\n（二）架桥。再架西桥。\n（三）栽树。最后栽树。\n二、加强领导\n支书要上堤。\n",
    "两点意见=2/2 三项工作=3/3" },
  { "同志们：\n今天讲三点意见。\n第一，把账算清。\n第二，把人配齐。\n第三，把事办好。\n谢谢大家！"
    "\n",
    "三点意见=3/3" },
  { "同志们：今天我讲三点意见。一、看清形势。水位还在涨，不能松。二、压实责任。谁的堤谁守。三、备足"
    "物料。沙袋要够用。谢谢大家！",
    "三点意见=3/3" },
  { "Fellow citizens:\nWe shall follow three great principles.\nFirst, we will keep the "
    "peace.\nSecond, we will keep our word.\nThird, we will keep the books in order.\n",
    "three great principles=3/3" },
  { "Fellow citizens:\nThere are two things that I want to say tonight. First, the river is "
    "rising. Second, the dam will hold.\n",
    "two things=2/2" },
  { "皆さん。\n三つの課題について申し上げます。第一に、道路であります。第二に、水路であります。第三"
    "に、学校であります。\n",
    "三つの課題=3/3" },
  { "국민 여러분,\n세 가지를 말씀드리겠습니다. 첫째, 길을 닦겠습니다. 둘째, 다리를 놓겠습니다. "
    "셋째, 나무를 심겠습니다.\n",
    "세 가지=3/3" },
};

static const char *const look_alikes[] = {
  "全县“四个意识”明显增强。一是学习更勤。二是落实更快。三是作风更实。四是纪律更严。",
  "各村围绕“三个聚焦”开展帮扶，办成了一批实事。\n一是修路。村村通了车。\n二是打井。户户吃上水。\n三"
  "是建校。孩子不再跑远路。",
  "坚持四项基本原则不动摇，抓好以下工作。",
  "八项规定执行得好。一是会议少了；二是文件短了。",
  "和平共处五项原则是我们一贯的主张。一是要宣传；二是要坚持。",
  "过去三个月下了两场雨。一是解了旱；二是保了墒。",
  "工期只剩两个月的时间。一是抓进度；二是抓质量；三是抓安全。",
  "今年增长三个百分点。一是工业带动；二是农业托底；三是服务业补充。",
  "全县有四个乡镇受灾。一是抢修道路；二是安置群众。",
  "九轮巡察发现了不少问题。一是账目不清；二是公款私存。",
  "这三点意见大家都同意。一是要快；二是要稳；三是要省。",
  "以上三点，请大家牢记。下面休会。",
  "上述四个方面的工作都有人管。一是有班子；二是有方案。",
  "第三点意见我再说一遍。一是早动手；二是早收工。",
  "讲一点意见。一是要快；二是要稳。",
  "前面讲的那两个问题已经解决。一是水；二是电。",
  "赵某、钱某等3名同志受到表彰。",
  "表彰了赵某、钱某等一批同志，共3名。",
  "三名同志受到表彰。",
  "他们三位同志都来了。",
  "粮、油、肉三个市场都稳住了。",
  "东村、西村、南村三个村通了水。",
  "《党组工作规则》有四个方面的要求，大家自己看。",
  "两个渠口都堵上了。",
  "会议有三项议程，按顺序进行。",
  "学习贯彻三中全会精神。一是要学深；二是要学透；三是要做实。",
  "这几年变化很大。一是路宽了；二是灯亮了。",
  "二十几个项目同时开工。一是水利；二是交通。",
  "三十个项目全部开工。一是水利；二是交通；三是教育。",
  "全年开了五次会。一是定任务；二是查进度。",
  "县里拿出两千万元。一是修路；二是架桥。",
  "“三会一课”要开好。一是时间要保证；二是内容要充实；三是人要到齐；四是记录要全。",
  "“一岗双责”人人有份。一是管业务；二是管队伍。",
  "“三重一大”事项要上会。一是定得准；二是管得住。",
  "“十一五”时期打下了基础。一是路通了；二是水通了。",
  "全年实现四季常青。一是补种；二是养护；三是浇水；四是防火。",
  "三项指标超过了预期，群众满意。",
  "三点半开会。一是点名；二是发言。",
  "下午三点，各组集合。一是清点人数；二是分发物料；三是出发。",
  "两条路线都能走。",
  "他家有三口人。一是老人；二是媳妇；三是孩子。",
  "一个问题没有解决。一是人手少；二是资金缺。",
  "每个村三个网格，都配了人。一是查得勤；二是报得快；三是改得实。",
  "其他两项工作照常进行。一是收税；二是征兵。",
  "另外三个问题会后再说。",
  "这四个假设都成立。一是水够；二是电足；三是人齐；四是路通。",
  "全部五项工作已经收尾。一是总结；二是归档；三是表彰；四是整改；五是验收。",
  "那三件事办得漂亮。一是快；二是好；三是省。",
  "用三年时间改造旧城。一是拆违；二是修管；三是绿化。",
  "三分之二的农户签了约。一是宣传到位；二是政策到位。",
  "这里有四千多人。一是本地的；二是外来的。",
  "十二个县市参加了评比。一是看现场；二是看台账。",
  "两会之后就动工。一是备料；二是招人。",
  "同时发展三次产业。一是稳粮；二是强工；三是兴旅。",
  "贯彻“五大发展理念”。一是要学；二是要用。",
  "发扬“三牛精神”，干好今年的活。一是春种；二是夏管；三是秋收。",
  "党的十九大以来，变化很大。一是路宽了；二是水清了。",
  "六条方针讲了三遍，大家要记牢。",
  "五个手指有长短。一是长的；二是短的。",
  "先后进行了四轮谈判。一是谈价；二是谈量。",
  "三个和尚没水喝。一是不团结；二是没规矩；三是没人管。",
  "八个小时之外也要守规矩。一是不酗酒；二是不赌博。",
};

static char *
list_announcements (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (LecternDocument) document = read_text (bytes);
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_ANNOUNCEMENT);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      LecternNode *node = nodes->pdata[i];
      const char *keyword = lectern_node_get_property (node, LECTERN_PROPERTY_KEYWORD);
      gsize length;
      g_autofree char *phrase = (char *)lectern_node_dup_text (node, &length);

      g_string_append_printf (list, "%s%s=%s/%u", i > 0 ? " " : "", phrase,
                              lectern_node_get_property (node, LECTERN_PROPERTY_COUNT),
                              lectern_node_count_delivered (node));
      if (keyword != NULL)
        g_string_append_printf (list, " %s", keyword);
    }
  return g_string_free (list, FALSE);
}

static void
check_announcements (const char *before, const Row *rows, gsize n_rows, const char *after)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strconcat (before, rows[i].text, after, NULL);
      g_autofree char *found = list_announcements (text);

      if (g_strcmp0 (found, rows[i].announcements) != 0)
        g_string_append_printf (wrong, "\n%s\n  found:   %s\n  must be: %s", rows[i].text, found,
                                rows[i].announcements);
    }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}

#define BEFORE "同志们：\n今天开个会。\n一、入冬前的事\n"
#define AFTER  "\n二、开春后的事\n地要翻一遍。\n"

START_TEST (announcements_are_tied_to_the_list_that_follows)
{
  check_announcements (BEFORE, below_a_heading, G_N_ELEMENTS (below_a_heading), AFTER);
}
END_TEST

START_TEST (half_width_marks_make_no_difference)
{
  static const char *const pairs[][2] = { { "，", "," }, { "：", ":" }, { "；", ";" } };
  Row rows[G_N_ELEMENTS (below_a_heading)];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (below_a_heading[i].text);

      for (gsize k = 0; k < G_N_ELEMENTS (pairs); k++)
        g_string_replace (text, pairs[k][0], pairs[k][1], 0);
      rows[i] = (Row){ g_strdup (text->str), below_a_heading[i].announcements };
      g_ptr_array_add (texts, (gpointer)rows[i].text);
    }
  check_announcements (BEFORE, rows, G_N_ELEMENTS (rows), AFTER);
}
END_TEST

START_TEST (announcements_of_a_whole_speech_are_found)
{
  check_announcements ("", speeches, G_N_ELEMENTS (speeches), "");
}
END_TEST

START_TEST (what_counts_something_else_announces_nothing)
{
  Row rows[G_N_ELEMENTS (look_alikes)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (Row){ look_alikes[i], "" };
  check_announcements (BEFORE, rows, G_N_ELEMENTS (rows), AFTER);
}
END_TEST

RUN_SUITE ("text-announcements", announcements_are_tied_to_the_list_that_follows,
           half_width_marks_make_no_difference, announcements_of_a_whole_speech_are_found,
           what_counts_something_else_announces_nothing)
