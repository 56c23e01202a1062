/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-speech-words-private.h"

LecternSpeechWords _lectern_speech_words_en = {
  .language = "en",
  .address_heads.list
  = "Mr. |Mr |Mrs. |Ms. |Madam |Dear |My fellow |my fellow |Fellow |fellow |and fellow |"
    "and my fellow |Ladies and |Honourable |Honorable |Members of |Your |"
    "Excellencies|Distinguished |distinguished |Friends|friends|Senators|Senator |"
    "Colleagues|and gentlemen|Vice President |President |Chief Justice |Chairman |"
    "Speaker |Reverend |reverend |Governor ",
  .address_honours.list = "Honourable |Honorable |Distinguished |distinguished |Dear ",
  .greetings.list = "good morning|good afternoon|good evening|Good morning|Good afternoon|"
                    "Good evening",
  .address_tails.list
  = "citizens|Citizens|gentlemen|Gentlemen|Americans|countrymen|friends|Friends|Senate|"
    "Commons|Representatives|guests|colleagues|President|Justice|Excellencies|clergy",
  .title_tails.list = "Address|address|Speech|speech|Remarks|remarks|Statement|Lecture",
  .thanks.list = "Thank you|thank you|Thanks",
  .outline_heads.list = "Outline:|OUTLINE:|Contents:",
  .byline_words.list = "President|Minister|Secretary|Chairman|Governor|Senator",
  .boilerplate.list = "http://|https://|www.|All rights reserved|Public domain|Click here",
  .adverts.list = "Subscribe|subscribe|Copyright|Download|newsletter",
  .cuts.list = "to be continued|To be continued|end of preview|End of preview|Read more|read more|"
               "Continue reading",
  .notes.list = "Source:|Note:|Notes:|Editor",
};
