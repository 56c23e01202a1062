/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <glib/gstdio.h>
#include <string.h>

START_TEST (a_profile_says_what_it_was_given)
{
  g_autoptr (LecternProfile) profile
      = lectern_profile_new_from_data ("[rules]\nboilerplate = off\n*=note\n"
                                       "[levels]\n1 = 一、\n3=1.\n"
                                       "[style]\nnumerals = arabic\npunctuation=half\n"
                                       "[speech]\nrate=180\n",
                                       -1, NULL, NULL);
  g_autofree char *level1 = NULL;
  LecternSeverity severity = LECTERN_SEVERITY_ERROR;

  ck_assert (profile != NULL);
  ck_assert (lectern_profile_get_severity (profile, "boilerplate", &severity));
  ck_assert_int_eq (severity, LECTERN_SEVERITY_OFF);
  ck_assert (!lectern_profile_get_severity (profile, "redaction", &severity));
  ck_assert_str_eq (lectern_profile_get_codes (profile)[1], "*");
  level1 = lectern_numbering_to_string (lectern_profile_get_numbering (profile, 1));
  ck_assert_str_eq (level1, "一、");
  ck_assert (lectern_profile_get_numbering (profile, 2) == NULL);
  ck_assert (lectern_profile_get_numbering (profile, 0) == NULL);
  ck_assert (lectern_profile_get_numbering (profile, 4) == NULL);
  ck_assert_str_eq (lectern_profile_get_numerals (profile), "arabic");
  ck_assert_int_eq (lectern_profile_get_punctuation (profile), LECTERN_WIDTH_HALF);
  ck_assert_uint_eq (lectern_profile_get_rate (profile), 180);
}
END_TEST

START_TEST (an_empty_profile_says_nothing)
{
  g_autoptr (LecternProfile) profile = lectern_profile_new_from_data ("", 0, NULL, NULL);

  ck_assert (profile != NULL);
  ck_assert (lectern_profile_get_codes (profile)[0] == NULL);
  ck_assert (lectern_profile_get_numerals (profile) == NULL);
  ck_assert_int_eq (lectern_profile_get_punctuation (profile), LECTERN_WIDTH_KEEP);
  ck_assert_uint_eq (lectern_profile_get_rate (profile), LECTERN_DEFAULT_RATE);
}
END_TEST

START_TEST (a_byte_order_mark_is_left_out_and_what_is_said_last_holds)
{
  g_autoptr (LecternProfile) profile = lectern_profile_new_from_data (
      "\xef\xbb\xbf[style]\nnumerals = chinese\nnumerals = arabic\n", -1, NULL, NULL);

  ck_assert (profile != NULL);
  ck_assert_str_eq (lectern_profile_get_numerals (profile), "arabic");
}
END_TEST

START_TEST (what_means_nothing_is_refused_with_its_place)
{
  static const struct
  {
    const char *data;
    const char *message;
  } cases[] = {
    { "[rules]\n\nredaction = loud\n", "house.ini:3:1: [rules] redaction: " },
    { "[rules]\na = off\n[levels]\n0 = 一、\n", "house.ini:4:1: [levels] 0: " },
    { "[levels]\n1 = 认清形势\n", "house.ini:2:1: [levels] 1: " },
    { "[style]\nnumerals = roman\n", "house.ini:2:1: [style] numerals: " },
    { "[style]\npunctuation = wide\n", "house.ini:2:1: [style] punctuation: " },
    { "[style]\ncolour = red\n", "house.ini:2:1: [style] colour: " },
    { "[speech]\nrate = 0\n", "house.ini:2:1: [speech] rate: " },
    { "# a remark\n[house]\na = b\n", "house.ini:2:1: [house]: " },
    { "\xef\xbb\xbf# a remark\n[house]\na = b\n", "house.ini:2:1: [house]: " },
    { "rate = 3\n", "house.ini: " },
    { "[\xff]\na = b\n", "house.ini: the text is not UTF-8 at byte 1" },
    { "[rules]\n\xff = off\n", "house.ini: the text is not UTF-8 at byte 8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert (lectern_profile_new_from_data (cases[i].data, -1, "house.ini", &error) == NULL);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_PROFILE));
      ck_assert_msg (g_str_has_prefix (error->message, cases[i].message), "%s", error->message);
    }
}
END_TEST

START_TEST (the_nearest_profile_above_a_speech_is_found)
{
  g_autofree char *root = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (root, "2025", "spring", NULL);
  g_autofree char *profile_path = g_build_filename (root, LECTERN_PROFILE_NAME, NULL);
  g_autofree char *speech_path = g_build_filename (inner, "speech.txt", NULL);
  g_autofree char *parent = g_path_get_dirname (inner);
  g_autoptr (GFile) speech = g_file_new_for_path (speech_path);
  g_autoptr (GFile) found = NULL;
  g_autoptr (LecternProfile) profile = NULL;
  g_autofree char *found_path = NULL;

  ck_assert_int_eq (g_mkdir_with_parents (inner, 0700), 0);
  ck_assert (g_file_set_contents (profile_path, "[speech]\nrate=150\n", -1, NULL));
  found = lectern_profile_find (speech);
  ck_assert (found != NULL);
  found_path = g_file_get_path (found);
  ck_assert_str_eq (found_path, profile_path);
  profile = lectern_profile_new_from_file (found, NULL, NULL);
  ck_assert_uint_eq (lectern_profile_get_rate (profile), 150);
  ck_assert_str_eq (lectern_profile_get_name (profile), profile_path);
  g_remove (profile_path);
  g_rmdir (inner);
  g_rmdir (parent);
  g_rmdir (root);
}
END_TEST

RUN_SUITE ("profile", a_profile_says_what_it_was_given, an_empty_profile_says_nothing,
           a_byte_order_mark_is_left_out_and_what_is_said_last_holds,
           what_means_nothing_is_refused_with_its_place,
           the_nearest_profile_above_a_speech_is_found)
