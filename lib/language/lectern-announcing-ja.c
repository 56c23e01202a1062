/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-announcing-private.h"

LecternAnnouncing _lectern_announcing_ja = {
  .language = "ja",
  .verb_last = TRUE,
  .starts.list
  = "二|三|四|五|六|七|八|九|十|幾|いくつ|いく|数|2|3|4|5|6|7|8|9|２|３|４|５|６|７|８|９|ふた",
  .indefinite.list = "幾|いくつ|いく|数",
  .no_number.list
  = "第|この|その|あの|これらの|これら|それらの|以上の|以上|上記の|上記|前の|各|毎|残る|残りの|"
    "十|百|千|万|億|前|同|他の|約|.|．|・",
  .measures.list = "つの|つ|点の|点|項目の|項目|か条の|ヶ条|箇条|カ条|か条|本の|本|種類の",
  .alone.list = "点|つ|項目|本",
  .said.list = "意見|お願い|要望|提案|所見|考え|決意|教訓|感想|認識|問題提起|お話|報告",
  .nouns.list
  = "柱|課題|問題|視点|原則|方針|目標|観点|理由|重点|分野|論点|施策|対策|取組|取り組み|挑戦|"
    "要素|側面|方向|段階|条件|措置|点|政策|事項|改革|責任|約束|使命|ポイント|方法",
  .no_nouns.list = "年|月|日|時間|国|県|人|名|世紀|週間|島|都市|隻|回|度",
  .speaking.list = "申し上げ|述べ|話し|お話|提案|お願い|強調|説明|触れ|掲げ",
  .leading.list = "次の|以下の|とりわけ|特に|には|主として|は|を|が|として|主な|私は",
  .here.list = "次の|以下の|つぎの",
  .namely.list = "すなわち|即ち|つまり",
};
