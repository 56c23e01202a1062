/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-announcing-private.h"

LecternAnnouncing _lectern_announcing_ko = {
  .language = "ko",
  .spaced = TRUE,
  .numbers = "두|세|네|다섯|여섯|일곱|여덟|아홉|열",
  .verb_last = TRUE,
  .starts.list = "두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|2|3|4|5|6|7|8|9",
  .indefinite.list = "몇",
  .no_number.list = "이 |그 |저 |이러한 |위의 |이상 |제|모든 |다른 |약 |지난 |앞의 ",
  .measures.list = "가지의|가지|개의|개 |대 ",
  .alone.list = "가지",
  .said.list = "제안|당부|부탁|의견|요청|약속|다짐",
  .nouns.list
  = "과제|목표|원칙|분야|방향|문제|이유|사항|방안|점|축|전략|정책|조건|측면|단계|개혁|기조",
  .asides.list = "으로|에서|에게|를|을|가|이|만|로|의|에|는|은|도|와|과",
  .no_nouns.list = "년|월|일|시간|명|나라|국가|차례|달|주|개월|배",
  .speaking.list = "말씀|제안|당부|부탁|강조|제시|약속|설명",
  .leading.list = "다음|아래|크게|특히|위해|위한|저는|우리는|정부는|국정",
  .here.list = "다음|아래",
  .namely.list = "즉|바로",
};
