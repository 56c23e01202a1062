/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-char-class-private.h"

#define STOP  LECTERN_CHAR_STOP
#define SEMI  LECTERN_CHAR_SEMI
#define COMMA LECTERN_CHAR_COMMA
#define COLON LECTERN_CHAR_COLON
#define OPEN  LECTERN_CHAR_OPEN
#define CLOSE LECTERN_CHAR_CLOSE
#define MARK  LECTERN_CHAR_MARK
#define MASK  LECTERN_CHAR_MASK

/* clang-format off */
const guint8 _lectern_char_classes[0x10000] = {
  ['\n'] = LECTERN_CHAR_LINE_END,
  ['\r'] = LECTERN_CHAR_LINE_END,
  ['!'] = STOP,
  ['#'] = MASK,
  ['$'] = MASK,
  ['%'] = MASK,
  ['('] = OPEN | MARK | MASK,
  [')'] = CLOSE,
  ['*'] = MASK,
  [','] = COMMA,
  ['.'] = LECTERN_CHAR_FULL_STOP,
  ['0' ... '9'] = MARK,
  [':'] = COLON,
  [';'] = SEMI,
  ['<'] = MASK,
  ['?'] = STOP | MASK,
  ['E'] = MARK,
  ['F'] = MARK,
  ['L'] = MARK,
  ['N'] = MARK,
  ['O'] = MARK | MASK,
  ['S'] = MARK,
  ['T'] = MARK | MASK,
  ['X'] = MASK,
  [' '] = MASK,
  ['['] = OPEN | MASK,
  [']'] = CLOSE,
  ['_'] = MASK,
  ['f'] = MARK,
  ['s'] = MARK,
  ['t'] = MARK,
  ['x'] = MASK,
  ['{'] = OPEN | MASK,
  ['}'] = CLOSE,
  [0x00ab] = MASK,                                   /* « */
  [0x00d7] = MASK,                                   /* × */
  [0x2018] = OPEN,  [0x2019] = CLOSE,                /* ‘ ’ */
  [0x201c] = OPEN,  [0x201d] = CLOSE,                /* “ ” */
  [0x2026] = MASK,                                   /* … */
  [0x2160 ... 0x217b] = MARK,                        /* Ⅰ ⅰ */
  [0x2460 ... 0x249b] = MARK,                        /* ① ⑴ ⒈ */
  [0x24b6 ... 0x24e9] = MARK,                        /* Ⓐ */
  [0x2573] = MASK,                                   /* ╳ */
  [0x25a1] = MASK,  [0x25cb] = MASK, [0x25cf] = MASK, /* □ ○ ● */
  [0x2588] = MASK, /* █ */
  [0x25a0] = MASK, /* ■ */
  [0x25b2] = MASK, /* ▲ */
  [0x25b3] = MASK, /* △ */
  [0x25ef] = MASK, /* ◯ */
  [0x2715] = MASK,                                   /* ✕ */
  [0x2716] = MASK, /* ✖ */
  [0x2776 ... 0x2793] = MARK,                        /* ❶ */
  [0x3000] = LECTERN_CHAR_WIDE_BLANK,
  [0x3001] = COMMA,                                  /* 、 */
  [0x3002] = STOP,                                   /* 。 */
  [0x3007] = MASK,                                   /* 〇 */
  [0x3008] = OPEN,  [0x3009] = CLOSE,                /* 〈〉 */
  [0x300a] = OPEN | MASK, [0x300b] = CLOSE,          /* 《》 */
  [0x300c] = OPEN,  [0x300d] = CLOSE,                /* 「」 */
  [0x300e] = OPEN,  [0x300f] = CLOSE,                /* 『』 */
  [0x3010] = OPEN | MASK, [0x3011] = CLOSE,          /* 【】 */
  [0x3014] = OPEN | MASK, [0x3015] = CLOSE,          /* 〔〕 */
  [0x3220 ... 0x3229] = MARK,                        /* ㈠ */
  [0x3251 ... 0x325f] = MARK,                        /* ㉑ */
  [0x3280 ... 0x3289] = MARK,                        /* ㊀ */
  [0x32b1 ... 0x32bf] = MARK,                        /* ㊱ */
  [0x4e00] = MARK,                                   /* 一 */
  [0x4e01] = MARK,                                   /* 丁 */
  [0x4e03] = MARK,                                   /* 七 */
  [0x4e09] = MARK,                                   /* 三 */
  [0x4e19] = MARK,                                   /* 丙 */
  [0x4e59] = MARK,                                   /* 乙 */
  [0x4e5d] = MARK,                                   /* 九 */
  [0x4e8c] = MARK,                                   /* 二 */
  [0x4e94] = MARK,                                   /* 五 */
  [0x4f0d] = MARK,                                   /* 伍 */
  [0x516b] = MARK,                                   /* 八 */
  [0x516d] = MARK,                                   /* 六 */
  [0x5176] = MARK,                                   /* 其 */
  [0x518d] = MARK,                                   /* 再 */
  [0x5341] = MARK,                                   /* 十 */
  [0x53c1 ... 0x53c4] = MARK,                        /* 叁 參 */
  [0x53e3] = MASK,                                   /* 口 */
  [0x53e6] = MARK,                                   /* 另 */
  [0x56db] = MARK,                                   /* 四 */
  [0x58f9] = MARK,                                   /* 壹 */
  [0x5eff] = MARK,                                   /* 廿 */
  [0x5f85] = MASK,                                   /* 待 */
  [0x62fe] = MARK,                                   /* 拾 */
  [0x634c] = MARK,                                   /* 捌 */
  [0x6700] = MARK,                                   /* 最 */
  [0x67d0] = MASK,                                   /* 某 */
  [0x67d2] = MARK,                                   /* 柒 */
  [0x7396] = MARK,                                   /* 玖 */
  [0x7532] = MARK,                                   /* 甲 */
  [0x7b2c] = MARK,                                   /* 第 */
  [0x8086] = MARK,                                   /* 肆 */
  [0x8cb3] = MARK,                                   /* 貳 */
  [0x8d30] = MARK,                                   /* 贰 */
  [0x8fd8] = MARK,                                   /* 还 */
  [0x9084] = MARK,                                   /* 還 */
  [0x9646] = MARK,                                   /* 陆 */
  [0x9678] = MARK,                                   /* 陸 */
  [0x9996] = MARK,                                   /* 首 */
  [0x307e] = MARK,                                   /* ま: まず */
  [0xb2e4] = MARK,                                   /* 다: 다섯째 */
  [0xb137] = MARK,                                   /* 넷: 넷째 */
  [0xb458] = MARK,                                   /* 둘: 둘째 */
  [0xc14b] = MARK,                                   /* 셋: 셋째 */
  [0xc5ec] = MARK,                                   /* 여: 여섯째 */
  [0xc77c] = MARK,                                   /* 일: 일곱째 */
  [0xccab] = MARK,                                   /* 첫: 첫째 */
  [0xff01] = STOP,                                   /* ！ */
  [0xff08] = OPEN | MARK | MASK, [0xff09] = CLOSE,   /* （） */
  [0xff0a] = MASK,                                   /* ＊ */
  [0xff0c] = COMMA,                                  /* ， */
  [0xff0e] = LECTERN_CHAR_FULL_STOP,                 /* ． */
  [0xff10 ... 0xff19] = MARK,                        /* ０ */
  [0xff1a] = COLON,                                  /* ： */
  [0xff1b] = SEMI,                                   /* ； */
  [0xff1f] = STOP | MASK,                            /* ？ */
  [0xff2f] = MASK, /* Ｏ */
  [0xff38] = MASK,                                   /* Ｘ */
  [0xff3b] = OPEN | MASK, [0xff3d] = CLOSE,          /* ［］ */
  [0xff3f] = MASK,                                   /* ＿ */
  [0xff58] = MASK,                                   /* ｘ */
  [0xff5b] = OPEN | MASK, [0xff5d] = CLOSE,          /* ｛｝ */
  [0xff61] = STOP,                                   /* ｡ */
  [0xff64] = COMMA,                                  /* ､ */
};
/* clang-format on */
