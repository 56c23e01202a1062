/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Sentences that look like points or headings and are none, wherever they stand. */

static const char *const with_is[] = {
  "统一是前提，分头是办法。",
  "统一是大事，万一是小事，都不能马虎。",
  "三个村的做法统一是先修路。",
  "第一是安全，第二是进度，都要抓紧。",
  "难点之一是缺水，难点之二是缺电。",
  "我们的优势之一是离城近。",
  "唯一是路难走了一些。",
  "说一是一、说二是二，是办事的规矩。",
  "一是一，二是二，账要算清楚。",
  "一是一、二是二，绝不含糊。",
  "到会的代表里，二十是农民，其余是工人。",
  "星期一是植树日，星期二是义诊日。",
  "初一是庙会，十五是集市。",
  "一切是为了群众，一定是依靠群众。",
  "一体是方向，高质量是要求。",
  "一是否定不了的，是大家的干劲。",
  "丁是丁，卯是卯，八是八，九是九。",
  "一不是为名，二不是为利。",
};

static const char *const with_must[] = {
  "一要务就是把粮食收回来。",
  "第一要务是发展，这一条不能动摇。",
  "第一要义是把路修通。",
  "一要素不全，就办不成事。",
  "三要素齐备，这件事就能办。",
  "三要三不要，大家都背得出来。",
  "五要五不要是去年定下的规矩。",
  "十要十不要已经贴到墙上。",
  "二要点没有写清楚，退回去重写。",
  "一要领会精神、二要领会实质的说法太笼统。",
  "万一要下雨，就提前收。",
  "统一要在月底前完成。",
  "村里人七要八要，账就乱了。",
  "主要是人手不够，次要是经费不足。",
  "需要是前提，必要是原则。",
  "各村的要求不一样，要点也不一样。",
  "只要是群众满意，我们就坚持下去。",
  "俗话说“一要勤，二要俭”，这个理没有过时。",
  "老人常讲“一要吃饱，二要穿暖，三要住好”，今天都做到了。",
  "“一要吃饱，二要穿暖，三要住好”，老人常这么讲。",
  "一要求就来的事，不能养成习惯。",
};

static const char *const with_ordinals[] = {
  "第一书记要住到村里去。",
  "第一轮检查发现问题不少，第二轮，同时查账。",
  "第一轮看现场，第二轮看台账，第三轮看整改。",
  "第一批项目开工了，第二批项目也快了。",
  "第一组到东村，第二组到西村，第三组到南村。",
  "县里的第一巡查组、第二巡查组都到了。",
  "第一届运动会办得好，第二届要办得更好。",
  "第一次来是春天，第二次来是秋天。",
  "第一个到的是老陈，第二个到的是小李。",
  "第一个月打基础，第二个月见成效。",
  "第一个五年打基础，第二个五年上台阶。",
  "第一世界、第二世界的提法，年轻人不熟悉。",
  "第一产业稳住了，第二产业上来了，第三产业活起来了。",
  "第一线的同志最辛苦。",
  "第一代人修渠，第二代人护渠，第三代人改渠。",
  "第一季度开局不错，第二季度要接着干。",
  "第一步走稳了，第二步才走得快。",
  "第一位的工作是安全。",
  "第一时间报告，第一时间处置。",
  "第一责任人是村支书。",
  "第一身份是党员，第一职责是服务。",
  "第一仗打得漂亮，第二仗更要打好。",
  "人才是第一资源，创新是第一动力。",
  "第一手材料要自己去跑。",
  "第一名给了水利站，第二名给了农机站。",
  "第一名，水利站；第二名，农机站。",
  "第一天，大家去看了水库；第二天，大家去看了果园。",
  "第一年，种下去；第二年，管起来；第三年，收回来。",
  "第一排坐老师，第二排坐家长。",
  "第一条路走不通，第二条路走得慢。",
  "第一种办法费钱，第二种办法费力。",
  "第一件事办完了再办第二件事。",
  "第二炮台的旧址要保护好。",
  "第三方评估的结果已经出来。",
  "第六十二条第二项说得很明白。",
  "第四章第三节的内容要修改。",
  "第三部分人的意见也要听。",
  "第二节课讲的是防火。",
  "第一、二批物资已经运到。",
  "第一、第二小组合并。",
  "第一、三季度的数字要再核一遍。",
  "成绩排在全县第一，这不容易。",
  "质量第一，安全第一，服务第一。",
  "第一中学和第二中学都来了人。",
  "第1号文件和第2号文件都要学。",
};

static const char *const with_words[] = {
  "首先有一个认识的问题。",
  "首先感谢大家到会。",
  "首先由老王介绍情况。",
  "首先请大家看一段短片。",
  "最后我就抓落实讲几句话。",
  "最后一公里的路要修通。",
  "最后一个到的是老陈。",
  "最后几天更要咬紧牙关。",
  "再次明确一下纪律。",
  "再次感谢大家的支持。",
  "其次的问题以后再说。",
  "这一方面，各村都有经验。",
  "一方面的工作做好了还不够。",
  "一方面，人手确实不够。",
  "另一方面的情况，下次会上再说。",
  "某一方面做得好，不等于样样都好。",
  "其一生都献给了水利事业。",
  "其他的事会后再说，其中的道理大家都懂。",
  "一来二去，大家就熟了。",
  "一来就问收成，二话不说就下田。",
  "一则新闻引起了大家的注意。",
  "一个是不够的，还要再找几个帮手。",
  "一个是村支书，都认得他。",
  "同时，要注意安全。此外，要注意节约。",
};

static const char *const with_numerals[] = {
  "一、二年级的学生由家长接送。",
  "一、二年级放假，三、四年级上课，五、六年级值日。",
  "二、三产业的比重还要提高。",
  "一、二、三产业要融合起来。",
  "一、三产业比重上升，说明结构在变。",
  "三、四线城市的经验可以借鉴。",
  "一、二把手要带头值班。",
  "七、八月份雨水多，要防汛。",
  "二、三月间种树最合适。",
  "县、市、区都要派人参加。",
  "东、西、南三个片区同时开工。",
  "“五、四”那天开表彰会。",
  "三五天的工夫就能办成，七八个人就够。",
  "十二月的会改到一月开。",
  "一月修渠，二月种树，三月下田。",
  "二〇二四年是丰收年，二〇二五年更要丰收。",
  "一九五八年修的水库还在用。",
  "一百多户搬进了新房。",
  "一点意见也没有，说明大家没有认真看。",
  "三分之一的农户已经签约。",
  "二中、三中的学生都参加了植树。",
  "九届二中、三中、四中全会的文件都收齐了。",
  "四大家的领导都来了，五套班子都表了态。",
  "（人次）这一栏没有填。",
  "（第二版）的稿子请再看一遍。",
  "（县、市、区）三级都要建台账。",
  "（扩大）会议开了两天。",
  "（二〇二四年九月六日县委通过）这个办法继续有效。",
  "（2）班的同学种了三十棵树，（3）班的种了四十棵。",
  "（三）班和（四）班合并上课。",
  "（略）的部分会后再补。",
};

static const char *const with_digits[] = {
  "2.5万亩水田全部插完。",
  "3.15晚会曝光了几家企业。",
  "5.4级的风不算大。",
  "1.5个百分点的差距要追上来。",
  "1.2亿元的资金已经到位，3.4亿元的还在路上。",
  "12.9纪念活动照常举行。",
  "5·8％的增速来之不易。",
  "7.8％的增速来之不易。",
  "3点半开会，不要迟到。",
  "2024年收了一百万斤。",
  "1949年以来，村里修过三次渠。",
  "10月1日放假，10月8日上班。",
  "1、2号楼已经封顶，3、4号楼还在打桩。",
  "4公里的路修了三个月。",
  "90后的年轻人成了主力。",
  "20多户没有签约。",
  "100人报名，80人到场。",
  "8小时之外也要守规矩。",
  "１９８４年的那场水，老人都记得。",
  "①号井和②号井都出了水。",
  "⑴班和⑵班合并了。",
  "1:1的模型已经做好。",
  "5*8的木板不够用了。",
  "3×3的网格已经划好。",
};

static const char *const with_slogans[] = {
  "“四个意识”要树牢，“两个维护”要做到。",
  "“一岗双责”要落到人头上。",
  "“三重一大”事项要集体讨论。",
  "“一把手”要亲自抓，“二把手”要具体抓。",
  "“四风”问题不能反弹。",
  "“八项规定”要常抓不懈。",
  "“六围绕一加强”是今年的口号。",
  "“三个聚焦”要记在心里。",
  "“五个一”的做法值得推广。",
  "“一个中心、四个着力”是总的思路。",
  "六条方针讲了三遍，大家要记牢。",
  "“十个不准”要张贴上墙。",
  "这叫做一心一意、三心二意的区别。",
  "一心一意抓生产，三番五次找市场。",
  "甲、乙双方已经签字。",
  "甲、乙、丙三个队都出了人。",
  "一要，二要，三要，都别忘了。",
  "甲队挖渠，乙队筑坝，丙队运土。",
  "A、B两个方案都可以。",
  "A股和B股的事不归我们管。",
  "I型和II型设备都要检修。",
  "——这是大家的一致看法。",
};

static const char *const with_masks[] = {
  "X是变量，Y也是变量。",
  "X、Y、Z三个变量都要记。",
  "X要带头，X是榜样。",
  "XX要带头，XX是榜样。",
  "“一、X”这样的写法不要用。",
  "“X要”和“X是”都没有填。",
  "第X轮检查和第X批项目都已结束。",
  "第XX届全会、X中全会的文件都要学。",
  "X月X日开会，X月X日验收。",
  "（○）处要打勾。",
  "○处要打勾，□处要签字。",
  "*注：以上数字是快报数。",
  "[1]见附表，[2]见附图。",
  "〔2024〕3号文件和〔2024〕4号文件都要学。",
  "5×8的木板锯了三块。",
  "2×10⁴这个数是估的。",
  "XXXX4名同志受到表扬。",
  "5星****的评价不算数。",
  "社章写着“入社自愿。”⑴这一条不变，报上登过“先算账”⑵，另见《章程》⑶的说明。",
  "社章写着“入社自愿”①，报上登过“先算账。”②这一条不变。",
  "社章写着“入社自愿”（1），另见《章程》（2）的说明。",
};

/* Nothing is found in the sentence as a paragraph, after another sentence, and after a clause. */
static void
check_traps (const char *const *traps, gsize n_traps)
{
  static const char *const places[] = { "。\n", "。", "，都知道：", "，" };
  static const LecternNodeKind none[] = { LECTERN_NODE_HEADING, LECTERN_NODE_POINT };
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (gsize i = 0; i < n_traps; i++)
    for (guint k = 0; k < G_N_ELEMENTS (places); k++)
      {
        g_autofree char *text = g_strdup_printf (
            "同志们：\n今天开个会%s%s\n还有几句话放在后面说。\n", places[k], traps[i]);
        g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
        g_autoptr (LecternDocument) document = read_text (bytes);

        for (guint n = 0; n < G_N_ELEMENTS (none); n++)
          {
            g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, none[n]);
            GString *tree = nodes->len > 0 ? tree_of_document (document) : NULL;

            if (tree == NULL)
              continue;
            g_string_append_printf (wrong, "\n%s", tree->str);
            g_string_free (tree, TRUE);
          }
      }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}

#define TRAP_TEST(name, traps)                                                                     \
  START_TEST (name) { check_traps (traps, G_N_ELEMENTS (traps)); }                                 \
  END_TEST

TRAP_TEST (is_alone_makes_no_point, with_is)
TRAP_TEST (must_alone_makes_no_point, with_must)
TRAP_TEST (an_ordinal_of_something_makes_no_point, with_ordinals)
TRAP_TEST (an_adverb_makes_no_point, with_words)
TRAP_TEST (a_list_of_numerals_makes_no_heading, with_numerals)
TRAP_TEST (a_figure_makes_no_heading, with_digits)
TRAP_TEST (a_slogan_makes_no_point, with_slogans)
TRAP_TEST (a_mask_makes_no_point, with_masks)

START_TEST (paragraphs_that_share_one_character_are_no_series)
{
  static const char text[] = "今天开个会。\n水，要省着用。\n水，要净着排。\n私は渠を直した。\n"
                             "私は木を植えた。\n散会。\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LecternDocument) document = read_text (bytes);
  g_autoptr (GPtrArray) series = lectern_document_list_nodes (document, LECTERN_NODE_SERIES);

  ck_assert_uint_eq (series->len, 0);
}
END_TEST

/* Nothing is looked for before the start of the text. */
START_TEST (a_colon_alone_announces_no_paragraphs)
{
  static const char text[] = ":\n必须修渠。\n必须修桥。\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LecternDocument) document = read_text (bytes);
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_ANNOUNCEMENT);

  ck_assert_uint_eq (nodes->len, 0);
}
END_TEST

RUN_SUITE ("traps in text", is_alone_makes_no_point, must_alone_makes_no_point,
           an_ordinal_of_something_makes_no_point, an_adverb_makes_no_point,
           a_list_of_numerals_makes_no_heading, a_figure_makes_no_heading, a_slogan_makes_no_point,
           a_mask_makes_no_point, paragraphs_that_share_one_character_are_no_series,
           a_colon_alone_announces_no_paragraphs)
