/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-speech-words-private.h"

/* Found in speeches of state, party and company, 1949 to 2025; both scripts of Chinese. */
static LecternSpeechWords chinese = {
  .language = "zh",
  .address_heads.list = "尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|全体|全體|在座的|远道而来的",
  .address_tails.list
  = "们|們|同志|代表|委员|委員|先生|女士|阁下|閣下|总统|總統|总理|總理|主席|议长|議長|"
    "部长|部長|大使|夫人|殿下|陛下|嘉宾|嘉賓|来宾|來賓|贵宾|貴賓|朋友|同仁|同事|同学|同學|"
    "老师|老師|领导|領導|战友|戰友|乡亲|鄉親|父老|兄弟姐妹|议员|議員|会员|會員|将士|校友|"
    "家长|家長|市民|胞|书记|書記|主任|院长|院長|校长|校長|秘书长|秘書長|工友|职工|員工|员工",
  .title_tails.list
  = "讲话|講話|讲话稿|講話稿|讲稿|講稿|发言|發言|发言稿|發言稿|致辞|致辭|致词|致詞|报告|報告|"
    "演讲|演講|演讲稿|演講稿|演说|演說|贺词|賀詞|贺辞|獻詞|献词|答谢词|欢迎词|欢迎辞|开幕词|"
    "开幕辞|闭幕词|闭幕辞|悼词|祝酒词|祝酒辞|座谈纪要|纪要|谈话|談話|党课|党课稿|述职报告|"
    "主持词|主持稿|汇报|汇报材料|表态发言|寄语|说明|說明",
  .thanks.list = "谢谢|謝謝|感谢大家|感謝大家|感谢各位|多谢",
  .outline_heads.list
  = "【提纲】|【提綱】|【目录】|【目錄】|【大纲】|【纲要】|［提纲］|[提纲]|提纲：|提纲:|提綱：|"
    "讲话提纲：|大纲：",
  .byline_words.list
  = "书记|書記|主任|局长|局長|市长|县长|区长|镇长|乡长|省长|部长|部長|院长|校长|主席|总理|"
    "總理|总裁|董事长|董事長|总经理|处长|科长|所长|组长|委员|同志|教授|发言人|主讲人|讲话人|"
    "作者|演讲人|报告人",
  .boilerplate.list
  = "会员|會員|QQ群|qq群|微信|公众号|公眾號|扫码|掃碼|二维码|订阅|訂閱|点击|點擊|下载|下載|"
    "版权所有|版權所有|转载|轉載|禁止外传|侵权|客服|免责声明|预览结束|未完待续|阅读原文|更多精彩|"
    "仅供学习|仅供参考|网址|網址|http://|https://|www.|责任编辑|責任編輯|本文来源|来源：|來源：|"
    "来源:|出处：|出處：|原标题|原標題|相关阅读|相關新聞|上一篇|下一篇|打印正文|关闭窗口|分享到|"
    "著作权法|著作權法|本作品|公有领域|公有領域|维基文库|Public domain|付费|VIP|开通|文库|"
    "{{<|月費|眾籌",
  .notes.list = "注：|注:|注释|註：|附：|附件|出处|出處|来源|來源|（责任|责任编辑|編輯|编辑：|原载|"
                "原載|摘自|（根据|"
                "(根据|[1]|[2]|[3]|[4]|[5]|[6]|[7]|[8]|[9]|［１］|［２］|［注|〔注",
  .leaving.list
  = "同志们|同志們|这里，|這裡，|总之|總之|以上|此外|同时，|同時，|希望|让我们|讓我們|这些|這些|"
    "这几|这两|这三|这四|这五|另外，|最后，我|下面，|下面我",
  .parallel_openers.list
  = "要|必须|必須|应|應|须|須|决不|決不|绝不|絕不|不得|不能|坚决|堅決|坚持|堅持|希望|请|請|"
    "把|以|从|從|着力|抓|为|為",
};

static LecternSpeechWords english = {
  .language = "en",
  .address_heads.list
  = "Mr. |Mr |Mrs. |Ms. |Madam |Dear |My fellow |my fellow |Fellow |fellow |and fellow |"
    "and my fellow |Ladies and |Honourable |Honorable |Members of |Your |"
    "Excellencies|Distinguished |distinguished |Friends|friends|Senators|Senator |"
    "Colleagues|and gentlemen|Vice President |President |Chief Justice |Chairman |"
    "Speaker |Reverend |reverend |Governor ",
  .address_tails.list
  = "citizens|Citizens|gentlemen|Gentlemen|Americans|countrymen|friends|Friends|Senate|"
    "Commons|Representatives|guests|colleagues|President|Justice|Excellencies|clergy",
  .title_tails.list = "Address|address|Speech|speech|Remarks|remarks|Statement|Lecture",
  .thanks.list = "Thank you|thank you|Thanks",
  .outline_heads.list = "Outline:|OUTLINE:|Contents:",
  .byline_words.list = "President|Minister|Secretary|Chairman|Governor|Senator",
  .boilerplate.list
  = "http://|https://|www.|Subscribe|subscribe|All rights reserved|Copyright|Download|"
    "Public domain|Click here|newsletter",
  .notes.list = "Source:|Note:|Notes:|[1]|[2]|[3]|[4]|[5]|Editor",
};

static LecternSpeechWords japanese = {
  .language = "ja",
  .address_heads.list
  = "皆さん|皆様|みなさん|議員各位|各位|国民の皆様|国民の皆さん|親愛なる|尊敬する",
  .address_tails.list = "皆さん|皆様|みなさん|各位|諸君|閣下|議長",
  .title_tails.list = "演説|挨拶|講演|スピーチ|所信表明|式辞|祝辞",
  .thanks.list = "ありがとうございました|ありがとうございます|御清聴|ご清聴",
  .outline_heads.list = "【目次】|【要旨】",
  .byline_words.list = "内閣総理大臣|大臣|議長|君",
  .boilerplate.list = "http://|https://|www.|著作権|転載|（拍手）",
  .notes.list = "注：|出典|（注",
};

static LecternSpeechWords korean = {
  .language = "ko",
  .address_heads.list
  = "존경하는|존경하고|친애하는|사랑하는|국민 여러분|동포 여러분|내외 귀빈|그리고",
  .address_tails.list = "여러분|귀하|각하|의장님|의원님|총리님|대통령님|귀빈",
  .title_tails.list = "연설|연설문|기념사|축사|담화|담화문|인사말|회견문|말씀|취임사|신년사",
  .thanks.list = "감사합니다|고맙습니다",
  .outline_heads.list = "【목차】|[목차]",
  .byline_words.list = "대통령|국무총리|장관",
  .boilerplate.list = "http://|https://|www.|저작권|무단",
  .notes.list = "출처|주:",
};

static LecternSpeechWords *const languages[] = { &chinese, &english, &japanese, &korean };

static void
prepare (LecternSpeechWords *words)
{
  LecternWords *lists[]
      = { &words->address_heads, &words->address_tails,   &words->title_tails, &words->thanks,
          &words->outline_heads, &words->byline_words,    &words->boilerplate, &words->notes,
          &words->leaving,       &words->parallel_openers };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    _lectern_words_prepare (lists[i]);
}

const LecternSpeechWords *
_lectern_speech_words_lookup (const char *language)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        prepare (languages[i]);
      g_once_init_leave (&ready, 1);
    }
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (language, languages[i]->language, 2) == 0)
      return languages[i];
  return &chinese;
}
