/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-announcing-private.h"

LecternAnnouncing _lectern_announcing_en = {
  .language = "en",
  .spaced = TRUE,
  .numbers = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
  .starts.list
  = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|some|Two|Three|"
    "Four|Five|Six|Seven|Eight|Nine|Ten|Several|A few|2|3|4|5|6|7|8|9",
  .indefinite.list = "several|Several|a few|A few",
  .no_number.list
  = "these |These |those |Those |the |The |all |All |both |other |another |last |past |next |"
    "first |twenty-|thirty-|forty-|fifty-|sixty-|seventy-|eighty-|ninety-|hundred and |"
    "hundred |our |their |its |his |her |my |every |about |nearly |over |than |such |least ",
  .said.list
  = "points|remarks|observations|suggestions|proposals|requests|recommendations|questions|"
    "messages|thoughts|comments|announcements|lessons|conclusions|commitments|promises|wishes",
  .nouns.list
  = "courses of action|lines of action|things|reasons|ways|areas|principles|goals|steps|"
    "priorities|issues|challenges|tasks|pillars|objectives|measures|aims|purposes|facts|"
    "conditions|elements|aspects|problems|ideas|rules|dangers|duties|truths|themes|topics|"
    "actions|initiatives|reforms|choices|tests|questions|freedoms|needs|policies|approaches|"
    "propositions|fronts|phases|stages|factors|features|requirements|responsibilities|changes|"
    "decisions|parts|kinds|categories|sets|proposals|qualities|virtues|obstacles",
  .no_nouns.list
  = "years|months|weeks|days|hours|minutes|people|men|women|nations|countries|states|times|"
    "generations|decades|centuries|million|billion|thousand|hundred|percent|per cent|miles|"
    "dollars|children|wars|parties",
  .speaking.list
  = "say|speak|talk|make|made|offer|raise|mention|address|emphasize|emphasise|stress|discuss|"
    "propose|recommend|suggest|announce|present|leave|tell|describe|outline|urge|ask|request|"
    "report",
  .leading.list
  = "there are|There are|there were|is|are|has|have|for|include|involves|in|on|by|do|follow|"
    "pursue|needs|need|must|want|take|took|face|focus|achieve|set|share|see|remember|know|with|"
    "requires|require|demands|be",
  .here.list = "the following|The following|following",
  .namely.list = "namely|that is|they are|They are|these are|These are",
};
