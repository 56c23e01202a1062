/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Where series begin and end, how they nest, what they lack, and those without numerals. */

static const TextRow ends[] = {
  ROW ("a heading ends a series of paragraphs",
       "⟦一是|«<p|⟨一是⟩‹备料。›>\n»«<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("a series of paragraphs ends with its last point's paragraph",
       "⟦一是|«<p|⟨一是⟩‹备料。›>\n»«<p|⟨二是⟩‹备车。›>\n»⟧<p|料和车都归老李管。>\n"),
  ROW ("a point owns paragraphs only before a later point",
       "⟦一是|«<p|⟨一是⟩‹备料。›>\n<p|砂石就近取。>\n<p|水泥由县里送。>\n"
       "»«<p|⟨二是⟩‹备车。›>\n»⟧<p|料和车都归老李管。>\n"),
  ROW ("the same under an indent",
       "⟦一是|　　«<p|⟨一是⟩‹备料。›>\n　　<p|砂石就近取。>\n»«　　<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("a series within a paragraph ends with it",
       "<p|要备两样：⟦一是|«⟨一是⟩‹备料；›»«⟨二是⟩‹备车。›车要三辆。»⟧>\n<p|都归老李管。>\n"),
  ROW ("同时 leaves a series",
       "<p|要备两样：⟦一是|«⟨一是⟩‹备料；›»«⟨二是⟩‹备车。›»⟧同时，人也要到齐。>\n"),
  ROW ("以上 leaves a series", "<p|⟦一是|«⟨一是⟩‹备料。›»«⟨二是⟩‹备车。›»⟧以上两样归老李管。>\n"),
  ROW ("总之 leaves a series",
       "<p|⟦第一，|«⟨第一，⟩‹备料。›»«⟨第二，⟩‹备车。›»⟧总之，要早动手。>\n"),
  ROW ("此外 leaves a series", "<p|⟦一要|«⟨一要⟩‹备料。›»«⟨二要⟩‹备车。›»⟧此外，还要防火。>\n"),
  ROW ("希望 leaves a series", "<p|⟦一要|«⟨一要⟩‹备料。›»«⟨二要⟩‹备车。›»⟧希望大家抓紧。>\n"),
  ROW ("同时 before a half-width comma leaves a series",
       "<p|有两件事:⟦一是|«⟨一是⟩‹看渠;›»«⟨二是⟩‹看树。›»⟧同时,也要看人。>\n"),
  ROW ("a stop within a point does not end it",
       "<p|⟦一是|«⟨一是⟩‹备料。›砂石、水泥都要。钢筋少买一点；»«⟨二是⟩‹备车。›»⟧>\n"),
  ROW ("another family at the same place is a series beside it",
       "⟦一是|«<p|⟨一是⟩‹料备好了。›>\n»«<p|⟨二是⟩‹车备好了。›>\n"
       "»⟧⟦一要|«<p|⟨一要⟩‹早动手。›>\n»«<p|⟨二要⟩‹快动手。›>\n»⟧"),
  ROW ("another family begins after unmarked text",
       "⟦一是|«<p|⟨一是⟩‹料备好了。›>\n»«<p|⟨二是⟩‹车备好了。›>\n»⟧<p|下面还有两条。>\n"
       "⟦一要|«<p|⟨一要⟩‹早动手。›>\n»«<p|⟨二要⟩‹快动手。›>\n»⟧"),
  ROW ("the first number again begins a new series",
       "⟦一是|«<p|⟨一是⟩‹备料。›>\n»«<p|⟨二是⟩‹备车。›>\n»⟧⟦一是|«<p|⟨一是⟩‹看天。›>\n"
       "»«<p|⟨二是⟩‹看地。›>\n»⟧"),
  ROW ("the first number again after unmarked text",
       "⟦第一，|«<p|⟨第一，⟩‹备料。›>\n»«<p|⟨第二，⟩‹备车。›>\n»⟧<p|为什么要备？因为：>\n"
       "⟦第一，|«<p|⟨第一，⟩‹天要冷了。›>\n»«<p|⟨第二，⟩‹路要封了。›>\n»⟧"),
  ROW ("the first number again within a paragraph",
       "<p|先说备料，⟦一是|«⟨一是⟩‹砂石；›»«⟨二是⟩‹水泥。›再说备车，»⟧⟦一是|«⟨一是⟩‹卡车；›»"
       "«⟨二是⟩‹拖车。›»⟧>\n"),
};

START_TEST (series_end_where_they_must) { CHECK_SECTIONS (ends); }
END_TEST

static const TextRow nesting[] = {
  ROW ("another family within a point of a line",
       "⟦一是|«<p|⟨一是⟩‹备料。›⟦第一，|«⟨第一，⟩‹砂石。›»«⟨第二，⟩‹水泥。›»⟧>\n"
       "»«<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("another family in the paragraphs of a point",
       "⟦第一，|«<p|⟨第一，⟩‹备料。›>\n⟦一是|«<p|⟨一是⟩‹砂石。›>\n»«<p|⟨二是⟩‹水泥。›>\n"
       "»⟧»«<p|⟨第二，⟩‹备车。›>\n⟦一是|«<p|⟨一是⟩‹卡车。›>\n»«<p|⟨二是⟩‹拖车。›>\n"
       "»⟧»«<p|⟨第三，⟩‹备人。›>\n»⟧"),
  ROW ("another family within a point of a paragraph",
       "<p|⟦一要|«⟨一要⟩‹备料。›⟦一是|«⟨一是⟩‹砂石，›»«⟨二是⟩‹水泥；›»⟧»«⟨二要⟩‹备车。›»⟧>\n"),
  ROW ("clauses that begin alike within a point",
       "⟦一是|«<p|⟨一是⟩‹备料。›⟦坚决不*|«‹坚决不多买，›»«‹坚决不贵买，›»«‹坚决不错买。›»⟧>\n"
       "»«<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("circled points within a numbered one",
       "⟦一是|«<p|⟨一是⟩‹备料。›⟦①|«⟨①⟩‹砂石；›»«⟨②⟩‹水泥。›»⟧>\n»«<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("another family within a lead",
       "<p|⟦一要|«⟨一要⟩‹备料，⟦一是|«⟨一是⟩‹砂石，›»«⟨二是⟩‹水泥；›»⟧›»«⟨二要⟩‹备车。›»⟧>\n"),
  ROW ("a point that opens with a series",
       "<p|⟦第一，|«⟨第一，⟩⟦①|«⟨①⟩‹修渠。›»«⟨②⟩‹护林。›»⟧»«⟨第二，⟩‹别的。›»⟧>\n"),
  ROW ("a point that opens with a series of words",
       "<p|⟦其一，|«⟨其一，⟩⟦一是|«⟨一是⟩‹修渠。›»«⟨二是⟩‹护林。›»⟧»«⟨其二，⟩‹别的。›»⟧>\n"),
  ROW ("同时 does not part a series within a point",
       "<p|⟦第一，|«⟨第一，⟩‹抓水利。›⟦①|«⟨①⟩‹修渠。›同时，»«⟨②⟩‹护林。›»⟧»⟧>\n"),
};

START_TEST (series_nest) { CHECK_SECTIONS (nesting); }
END_TEST

static const TextRow gaps[] = {
  ROW ("the first lost", "⟦第一，|«=2|<p|⟨第二，⟩‹备车。›>\n»«=3|<p|⟨第三，⟩‹备人。›>\n»⟧"),
  ROW ("the first lost within a paragraph",
       "<p|还有几条。⟦第一，|«=2|⟨第二，⟩‹备车。›»«=3|⟨第三，⟩‹备人。›»⟧>\n"),
  ROW ("the second lost",
       "⟦一是|«<p|⟨一是⟩‹备料。›>\n»«=3|<p|⟨三是⟩‹备人。›>\n»«=4|<p|⟨四是⟩‹备粮。›>\n»⟧"),
  ROW ("the second lost within a paragraph",
       "<p|⟦一要|«⟨一要⟩‹备料；›»«=3|⟨三要⟩‹备人；›»«=4|⟨四要⟩‹备粮。›»⟧>\n"),
  ROW ("one alone", "<p|⟦一是|«⟨一是⟩‹备料。›»⟧>\n"),
  ROW ("one alone with two paragraphs of unmarked text after it",
       "<p|⟦一是|«⟨一是⟩‹备料。›»⟧>\n<p|砂石就近取。>\n<p|水泥由县里送。>\n"),
  ROW ("a number twice",
       "⟦一是|«<p|⟨一是⟩‹备料。›>\n»«<p|⟨二是⟩‹备车。›>\n»⟧⟦一是|«=2|<p|⟨二是⟩‹备人。›>\n"
       "»«=3|<p|⟨三是⟩‹备粮。›>\n»⟧"),
  ROW ("one lost in mid-sentence",
       "<p|要做好：⟦一是|«⟨一是⟩‹备料；›»«⟨二是⟩‹备车；›»«=4|⟨四是⟩‹备人。›»⟧>\n"),
  ROW ("the second lost in mid-sentence",
       "<p|要做好：⟦第一，|«⟨第一，⟩‹备料；›»«=3|⟨第三，⟩‹备车；›»«=4|⟨第四，⟩‹备人。›»⟧>\n"),
  ROW ("a number twice in mid-sentence",
       "<p|要做好：⟦一要|«⟨一要⟩‹备料；›»«⟨二要⟩‹备车；›»⟧⟦一要|«=2|⟨二要⟩‹备人。›»⟧>\n"),
  ROW ("another kind of number in mid-sentence",
       "<p|要做好：⟦其一，|«⟨其一，⟩‹备料；›»«⟨其二，⟩‹备车；›⟦第一，|«=3|⟨第三，⟩‹备人。›»"
       "⟧»⟧>\n"),
  ROW ("two that do not go on are none", "<p|要做好，一是备料，三是备车。>\n"),
  ROW ("two of a list between which one is lost",
       "<p|要做好：⟦一是|«⟨一是⟩‹备料；›»«=3|⟨三是⟩‹备车。›»⟧>\n"),
  ROW ("one of three misnumbered",
       "<p|要做好：⟦一是|«⟨一是⟩‹备料；›»«=6|⟨六是⟩‹备车；›»⟧⟦一是|«=3|⟨三是⟩‹备人。›»⟧>\n"),
  ROW ("the number masked", "⟦第一，|«<p|⟨第一，⟩‹备料。›>\n»«<p|⟨第X，⟩‹备车。›>\n»⟧"),
};

START_TEST (a_series_that_lacks_points_keeps_their_numbers) { CHECK_SECTIONS (gaps); }
END_TEST

static const TextRow words[] = {
  ROW ("首先 to 最后",
       "<p|⟦首先，|«⟨首先，⟩‹备料。›»«⟨其次，⟩‹备车。›»«⟨再次，⟩‹备人。›»«⟨最后，⟩‹备粮。›»"
       "⟧>\n"),
  ROW ("words without a mark before a modal",
       "<p|⟦首先|«⟨首先⟩‹要备料。›»«⟨其次⟩‹要备车。›»«⟨最后⟩‹要备粮。›»⟧>\n"),
  ROW ("首先 其次 第三 are one series",
       "<p|⟦首先，|«⟨首先，⟩‹备料。›»«⟨其次，⟩‹备车。›»«⟨第三，⟩‹备人。›»⟧>\n"),
  ROW ("the same as paragraphs",
       "⟦首先，|«<p|⟨首先，⟩‹备料。›>\n»«<p|⟨其次，⟩‹备车。›>\n»«<p|⟨第三，⟩‹备人。›>\n»⟧"),
  ROW ("最后 with a wish in a paragraph of its own is no member",
       "<p|⟦首先，|«⟨首先，⟩‹备料。›»«⟨其次，⟩‹备车。›»«⟨再次，⟩‹备人。›»⟧>\n<p|"
       "最后，祝大家一切顺利！>\n"),
  ROW ("首先 within a chain of 第N is an adverb",
       "<p|⟦第一，|«⟨第一，⟩‹备料。›首先要有钱。»«⟨第二，⟩‹备车。›»⟧>\n"),
  ROW ("一个是 repeated", "<p|就差两样，⟦一个是~一个是|«⟨一个是⟩‹料，›»«⟨一个是⟩‹车。›»⟧>\n"),
  ROW ("a modal may be missing",
       "<p|⟦一是|«⟨一是⟩‹要备料；›»«⟨二是⟩‹要备车；›»«⟨三是⟩‹人手自己凑。›»⟧>\n"),
  ROW ("two pairs in one paragraph",
       "<p|⟦一方面，~另一方面，|«⟨一方面，⟩‹修渠；›»«⟨另一方面，⟩‹种树。›这是老办法。»"
       "⟧⟦一方面，~另一方面，|«⟨一方面，⟩‹修路；›»«⟨另一方面，⟩‹架桥。›»⟧>\n"),
};

START_TEST (word_markers_join_in_their_order) { CHECK_SECTIONS (words); }
END_TEST

static const TextRow leads[] = {
  ROW ("of forty characters",
       "⟦一是|«<p|"
       "⟨一是⟩‹砂石水泥钢筋木料铁钉麻绳车辆牛马骡子粮草锅灶帐篷雨衣水壶手电药箱都在月底前备好。"
       "›>\n»«<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("not of more",
       "⟦一是|«<p|"
       "⟨一是⟩砂石水泥钢筋木料铁钉麻绳车辆牛马骡子粮草锅灶帐篷雨衣水壶手电药箱都在这月底前备好。"
       "早备早安。>\n»«<p|⟨二是⟩‹备车。›>\n»⟧"),
  ROW ("to a question mark",
       "⟦一是|«<p|⟨一是⟩‹料备齐了没有？›去看看。>\n»«<p|⟨二是⟩‹车备齐了没有？›>\n»⟧"),
  ROW ("to an exclamation mark", "⟦一要|«<p|⟨一要⟩‹快！›越快越好。>\n»«<p|⟨二要⟩‹准！›>\n»⟧"),
  ROW ("to a semicolon", "⟦一要|«<p|⟨一要⟩‹快；›慢了不行。>\n»«<p|⟨二要⟩‹准；›>\n»⟧"),
  ROW ("with the quotes after the stop",
       "⟦一要|«<p|⟨一要⟩‹记住“早备早安。”›不要忘。>\n»«<p|⟨二要⟩‹准。›>\n»⟧"),
  ROW ("with several stops", "⟦一要|«<p|⟨一要⟩‹快！！›不要等。>\n»«<p|⟨二要⟩‹准。›>\n»⟧"),
  ROW ("without a stop", "⟦一要|«<p|⟨一要⟩‹快›>\n»«<p|⟨二要⟩‹准›>\n»⟧"),
};

START_TEST (a_lead_is_the_first_short_sentence) { CHECK_SECTIONS (leads); }
END_TEST

static const TextRow parallels[] = {
  ROW ("two paragraphs",
       "⟦要聚焦*|«<p|‹要聚焦春耕，看看水够不够。›不够就修渠。>\n»«<p|‹要聚焦秋收。›>\n»⟧"),
  ROW ("clauses parted by a semicolon",
       "<p|⟦决不允许*|«‹决不允许毁田；›»«‹决不允许砍林；›»«‹决不允许挖路。›»⟧>\n"),
  ROW ("clauses parted by a comma", "<p|⟦带头*|«‹带头种树，›»«‹带头修渠，›»«‹带头护林。›»⟧>\n"),
  ROW ("clauses that are sentences",
       "<p|⟦要加大*|«‹要加大投入。›»«‹要加大宣传。›»«‹要加大检查。›»⟧>\n"),
  ROW ("after 即", "<p|做到“三个不漏”，即：⟦不漏*|«‹不漏户，›»«‹不漏田，›»«‹不漏渠。›»⟧>\n"),
  ROW ("four paragraphs with blank lines between",
       "⟦要加强*|«<p|‹要加强学习。›每周一次。>\n»\n«<p|‹要加强检查。›>\n»\n"
       "«<p|‹要加强宣传。›>\n»\n«<p|‹要加强值班。›>\n»⟧"),
  ROW ("the body goes on after two paragraphs",
       "⟦必须*|«<p|‹必须早动手。›>\n»«<p|‹必须快完工。›>\n»⟧<p|料和车都归老李管。>\n"),
  ROW ("to the last separator before a clause without the key",
       "<p|做到“三个坚持”，即：⟦坚持*|«‹坚持早起，›»«‹坚持苦干，›»«‹坚持节约，›»"
       "⟧慢慢攒下了家底。>\n"),
  ROW ("我们要", "<p|⟦我们要*|«‹我们要修路。›»«‹我们要架桥。›»«‹我们要通水。›»⟧>\n"),
  ROW ("after the first words of a sentence",
       "<p|几年下来，大家体会到，⟦必须*|«‹必须早动手；›»«‹必须多商量；›»«‹必须敢负责。›»"
       "⟧这都是实话。>\n"),
  ROW ("the last point takes its own sentence only",
       "<p|⟦坚持*|«‹坚持早起，›»«‹坚持苦干，›»«‹坚持节约。›»⟧大家都看在眼里。>\n"),
  ROW ("the first point within a clause",
       "<p|老把式个个⟦都有一*|«‹都有一手绝活，›»«‹都有一肚子话，›»«‹都有一双好眼。›»⟧>\n"),
  ROW ("a numeral in the key",
       "<p|⟦五年来*|«‹五年来，渠修通了；›»«‹五年来，树成林了；›»«‹五年来，人变富了。›»⟧>\n"),
};

START_TEST (parallel_openings_make_a_series_without_markers) { CHECK_SECTIONS (parallels); }
END_TEST

static const TextRow no_parallels[] = {
  ROW ("the first clause begins otherwise", "<p|我们决不允许毁田；决不允许毁林；就说这两句。>\n"),
  ROW ("two clauses are too few", "<p|坚持早起，坚持早到，这就是我们的作风。>\n"),
  ROW ("一方面 is a pair", "<p|⟦一方面~另一方面|«⟨一方面⟩‹要修路，›»«⟨另一方面⟩‹要架桥。›»⟧>\n"),
  ROW ("one character is too little", "<p|要修路，要架桥，要通水。>\n"),
  ROW ("paragraphs that begin alike with a name",
       "<p|老李家种了十亩果树。>\n<p|老李家又养了三头牛。>\n"),
};

START_TEST (what_begins_alike_by_chance_is_no_series) { CHECK_SECTIONS (no_parallels); }
END_TEST

RUN_SUITE ("series in text", series_end_where_they_must, series_nest,
           a_series_that_lacks_points_keeps_their_numbers, word_markers_join_in_their_order,
           a_lead_is_the_first_short_sentence, parallel_openings_make_a_series_without_markers,
           what_begins_alike_by_chance_is_no_series)
