/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"

/* clang-format off */
static const LecternWordList word_lists[] = {
  { (const char *const[]) { "首先", "其次|然後", "再次|再者|再有", "最後", NULL }, TRUE },
  { (const char *const[]) { "一方面", "另一方面", NULL } },
  { (const char *const[]) { "一個是", "另一個是", "還有一個是", NULL } },
  { NULL },
};
/* clang-format on */

/* Frequent traditional characters that the other script does not have: in Big5, not in GB 2312. */
static const char telling[]
    = "們這國來為對會發時說學過進動個開業務經濟產黨領導員辦設實現問題應該還並從兩麼與長"
      "間關級組織總結統續維練紀約紅綱網績編細終給繼縮繳勞農資貧責貫費質購貴賀賽贊贏趨車"
      "轉輪軟輕較輔輸轄達遷運遠違連遲適選遞鄧鄭郵釋鐘鋼錢銀銷鋒錯鎮門閉闖隊陽階際陸陳險"
      "隨隱難霧靜韓頂項順須顧預頻顏額風飛飯館馬驅驟驗魚鮮雞黃齊龍東嚴豐臨舉義樂鄉書買亂"
      "爭亞親億僅倉儀價眾優偉傳傷倫體側僑債傾儲兒興養獸衝決況淨減幾鳳擊創則剛別劑劇勸勵"
      "勢勳勻區醫華協單賣盧衛歷壓廠廳厲縣參雙變敘葉號嗎聽啟響團園圍圖圓聖場壞塊堅壇壩壟"
      "牆聲處備復夠頭夾奮獎婦娛孫寧寶審憲賓將爾塵層屬歲崗島幣師帶幫庫莊慶廢廟異棄張彈強"
      "歸錄當憶懷態懇惡惱懸驚懲慣願戰戶撲擴掃揚擾撫搶護報擔擁擇掛揮損換據擄敵數鬥斷無舊"
      "顯曉暫術機殺雜權條楊極構標樹樣橋檢樓歡歐殘毀氣匯漢湯溝沒淚澤潔淺測濃濤潤漲漸灣濕"
      "滿濱滅燈靈災煉爛點熱愛爺牽猶獨獄獵環電畫暢療癢監蓋盤礦碼確礎禮禍離種積稱穩窮竊競"
      "筆簽簡糧類緊糾純縱紛紙線羅罰職聯聰肅腸勝膽脈腳脫腦節蘇範獲藥營蕭慮雖補襲裝見觀規"
      "覺視覽觸計認討讓訓議訊記講許論訪證評識訴詞試詩誠話詢詳語誤請諸讀課誰調談謀諧謝";

const LecternLanguage _lectern_language_zh_hant = {
  .tag = "zh-Hant",
  .word_lists = word_lists,
  .telling = telling,
};
