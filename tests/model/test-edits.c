/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>
#include <string.h>

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static char *
apply (LecternEdits *edits, const char *old)
{
  g_autoptr (GBytes) in = bytes (old);
  g_autoptr (GBytes) out = lectern_edits_apply (edits, in, NULL);
  gsize length;
  const char *data;

  ck_assert_ptr_nonnull (out);
  data = g_bytes_get_data (out, &length);
  ck_assert_uint_eq (length, lectern_edits_get_new_length (edits));
  return g_strndup (data, length);
}

static void
expect_result (LecternEdits *edits, const char *old, const char *new)
{
  g_autofree char *result = apply (edits, old);

  ck_assert_str_eq (result, new);
}

static gboolean
replace (LecternEdits *edits, gsize start, gsize end, const char *text)
{
  return lectern_edits_replace (edits, &(LecternSpan){ start, end }, text, -1, NULL);
}

static gboolean
move (LecternEdits *edits, gsize start, gsize end, gsize to)
{
  return lectern_edits_move (edits, &(LecternSpan){ start, end }, to, NULL);
}

START_TEST (new_edits_change_nothing)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (9);
  LecternSpan span;

  expect_result (edits, "同志们", "同志们");
  ck_assert_uint_eq (lectern_edits_get_old_length (edits), 9);
  ck_assert_uint_eq (lectern_edits_get_n_pieces (edits), 1);
  ck_assert_ptr_null (lectern_edits_get_piece (edits, 0, &span));
  ck_assert_uint_eq (span.end, 9);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 0);
  ck_assert_uint_eq (lectern_edits_get_n_moves (edits), 0);
}
END_TEST

START_TEST (edits_of_nothing_give_nothing)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (0);

  expect_result (edits, "", "");
  ck_assert_uint_eq (lectern_edits_get_n_pieces (edits), 0);
  ck_assert (replace (edits, 0, 0, "讲"));
  expect_result (edits, "", "讲");
}
END_TEST

START_TEST (replacements_come_in_any_order)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (8);
  LecternSpan span;

  ck_assert (replace (edits, 6, 7, "G"));
  ck_assert (replace (edits, 1, 3, ""));
  ck_assert (replace (edits, 5, 5, "-"));
  ck_assert (replace (edits, 5, 5, "+"));
  ck_assert (replace (edits, 8, 8, "!"));
  expect_result (edits, "abcdefgh", "ade-+fGh!");
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 4);
  ck_assert_uint_eq (g_bytes_get_size (lectern_edits_get_replacement (edits, 0, &span)), 0);
  ck_assert_uint_eq (span.start, 1);
  ck_assert_uint_eq (span.end, 3);
  ck_assert_mem_eq (g_bytes_get_data (lectern_edits_get_replacement (edits, 1, &span), NULL), "-+",
                    2);
  ck_assert_uint_eq (span.start, 5);
  ck_assert_uint_eq (span.end, 5);
}
END_TEST

START_TEST (moves_take_their_replacements_along)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (8);
  LecternSpan span;

  ck_assert (move (edits, 1, 4, 6));
  ck_assert (replace (edits, 2, 3, "C"));
  ck_assert (replace (edits, 4, 4, "!"));
  ck_assert (replace (edits, 1, 1, "_"));
  expect_result (edits, "abcdefgh", "a_efbCd!gh");
  ck_assert_uint_eq (lectern_edits_get_n_moves (edits), 2);
  ck_assert_uint_eq (lectern_edits_get_move (edits, 0, &span), 6);
  ck_assert_uint_eq (span.start, 1);
  ck_assert_uint_eq (span.end, 2);
}
END_TEST

START_TEST (what_moves_to_one_place_stands_in_the_order_of_the_calls)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (6);

  ck_assert (move (edits, 4, 5, 0));
  ck_assert (move (edits, 2, 3, 0));
  ck_assert (move (edits, 3, 4, 6));
  ck_assert (move (edits, 0, 1, 6));
  ck_assert (replace (edits, 0, 0, "<"));
  expect_result (edits, "abcdef", "<ecbfda");
}
END_TEST

static void
expect_refused (gboolean done)
{
  ck_assert (!done);
}

START_TEST (what_overlaps_is_refused)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (20);
  g_autoptr (GError) error = NULL;

  ck_assert (replace (edits, 4, 8, "x"));
  ck_assert (move (edits, 10, 14, 17));
  ck_assert (replace (edits, 19, 19, "i"));
  ck_assert (!lectern_edits_replace (edits, &(LecternSpan){ 7, 9 }, "y", 1, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
  expect_refused (replace (edits, 3, 5, ""));
  expect_refused (replace (edits, 4, 8, ""));
  expect_refused (replace (edits, 0, 20, ""));
  expect_refused (replace (edits, 6, 6, "in"));
  expect_refused (replace (edits, 9, 11, "crosses"));
  expect_refused (replace (edits, 9, 15, "holds"));
  expect_refused (replace (edits, 16, 18, "target"));
  expect_refused (replace (edits, 18, 20, "insertion"));
  expect_refused (move (edits, 7, 9, 0));
  expect_refused (move (edits, 5, 7, 0));
  expect_refused (move (edits, 11, 12, 0));
  expect_refused (move (edits, 16, 18, 0));
  expect_refused (move (edits, 0, 3, 2));
  expect_refused (move (edits, 0, 3, 5));
  expect_refused (move (edits, 0, 3, 12));
  ck_assert (replace (edits, 8, 9, "beside"));
  ck_assert (replace (edits, 4, 4, "before"));
  ck_assert (replace (edits, 11, 13, "inside"));
  ck_assert (replace (edits, 14, 17, ""));
  expect_result (edits, "abcdefghijklmnopqrst", "abcdbeforexbesidejkinsidenrsit");
}
END_TEST

START_TEST (what_is_not_in_the_text_is_refused)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (6);
  g_autoptr (LecternEdits) diff = NULL;
  g_autoptr (GBytes) text = bytes ("讲话");
  g_autoptr (GError) error = NULL;

  expect_refused (replace (edits, 5, 7, ""));
  expect_refused (replace (edits, 3, 2, ""));
  expect_refused (move (edits, 0, 3, 7));
  ck_assert (!lectern_edits_replace (edits, &(LecternSpan){ 0, 0 }, "\xff", 1, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING));
  diff = lectern_edits_new_diff (text, text);
  expect_refused (replace (diff, 0, 0, "x"));
}
END_TEST

START_TEST (spans_that_cut_characters_are_refused_when_applied)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (6);
  g_autoptr (GBytes) text = bytes ("讲话");
  g_autoptr (GBytes) longer = bytes ("讲话稿");
  g_autoptr (GError) error = NULL;

  ck_assert (replace (edits, 2, 6, "x"));
  ck_assert_ptr_null (lectern_edits_apply (edits, text, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
  g_clear_error (&error);
  ck_assert_ptr_null (lectern_edits_apply (edits, longer, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
}
END_TEST

START_TEST (offsets_are_mapped_or_known_to_be_gone)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (8);
  static const struct
  {
    gsize old;
    gsize new;
    gboolean there;
  } rows[] = { { 0, 2, TRUE }, { 1, 3, FALSE }, { 2, 3, FALSE }, { 3, 3, TRUE }, { 5, 6, TRUE },
               { 6, 5, TRUE }, { 7, 7, TRUE },  { 8, 8, TRUE },  { 9, 8, FALSE } };

  replace (edits, 0, 0, "<<");
  replace (edits, 1, 3, "");
  move (edits, 6, 7, 5);
  expect_result (edits, "abcdefgh", "<<adegfh");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize new_offset;

      ck_assert_int_eq (lectern_edits_map_offset (edits, rows[i].old, &new_offset), rows[i].there);
      ck_assert_uint_eq (new_offset, rows[i].new);
    }
}
END_TEST

START_TEST (edits_that_do_not_follow_are_not_composed)
{
  g_autoptr (LecternEdits) first = lectern_edits_new (3);
  g_autoptr (LecternEdits) second = lectern_edits_new (3);
  g_autoptr (GError) error = NULL;

  replace (first, 0, 0, "x");
  ck_assert_ptr_null (lectern_edits_compose (first, second, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
}
END_TEST

/* What the documentation says, done slowly. */
typedef struct
{
  LecternSpan span;
  char *text; /* NULL: moved */
  gsize to;
} Op;

static const Op *
find_op (const GArray *ops, gboolean moved, gsize start)
{
  for (guint i = 0; i < ops->len; i++)
    {
      const Op *op = &g_array_index (ops, Op, i);

      if ((op->text == NULL) == moved && op->span.start == start && op->span.end > start)
        return op;
    }
  return NULL;
}

static gboolean
a_move_ends (const GArray *ops, gsize at)
{
  for (guint i = 0; i < ops->len; i++)
    if (g_array_index (ops, Op, i).text == NULL && g_array_index (ops, Op, i).span.end == at)
      return TRUE;
  return FALSE;
}

static void
write_range (GString *out, const char *old, gsize start, gsize end, const GArray *ops,
             gboolean in_move)
{
  for (gsize at = start;;)
    {
      const Op *op;

      if (in_move ? at > start : !a_move_ends (ops, at))
        for (guint i = 0; i < ops->len; i++)
          {
            op = &g_array_index (ops, Op, i);
            if (op->text != NULL && op->span.start == at && op->span.end == at)
              g_string_append (out, op->text);
          }
      for (guint i = 0; i < ops->len && !in_move; i++)
        {
          op = &g_array_index (ops, Op, i);
          if (op->text == NULL && op->to == at)
            write_range (out, old, op->span.start, op->span.end, ops, TRUE);
        }
      if (at == end)
        break;
      if (!in_move && (op = find_op (ops, TRUE, at)) != NULL)
        at = op->span.end;
      else if ((op = find_op (ops, FALSE, at)) != NULL)
        {
          g_string_append (out, op->text);
          at = op->span.end;
        }
      else
        g_string_append_c (out, old[at++]);
    }
}

static LecternEdits *
make_random_edits (GRand *random, const char *old, GArray *ops)
{
  gsize length = strlen (old);
  LecternEdits *edits = lectern_edits_new (length);
  guint n = g_rand_int_range (random, 0, 12);

  for (guint i = 0; i < n; i++)
    {
      Op op = { 0 };

      op.span.start = g_rand_int_range (random, 0, length + 1);
      op.span.end = MIN (length, op.span.start + g_rand_int_range (random, 0, 6));
      if (g_rand_int_range (random, 0, 3) == 0)
        {
          op.to = g_rand_int_range (random, 0, length + 1);
          if (op.span.start < op.span.end && move (edits, op.span.start, op.span.end, op.to))
            g_array_append_val (ops, op);
          continue;
        }
      op.text = g_strndup ("XYZW", g_rand_int_range (random, op.span.start == op.span.end, 4));
      op.text[0] = op.text[0] != '\0' ? (char)('A' + g_rand_int_range (random, 0, 26)) : '\0';
      if (replace (edits, op.span.start, op.span.end, op.text))
        g_array_append_val (ops, op);
      else
        g_free (op.text);
    }
  return edits;
}

static void
free_ops (GArray *ops)
{
  for (guint i = 0; i < ops->len; i++)
    g_free (g_array_index (ops, Op, i).text);
  g_array_unref (ops);
}

static char *
make_random_text (GRand *random)
{
  guint length = g_rand_int_range (random, 0, 30);
  char *text = g_malloc0 (length + 1);

  for (guint i = 0; i < length; i++)
    text[i] = (char)('a' + i % 26);
  return text;
}

START_TEST (random_edits_do_what_is_written)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (51);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *old = make_random_text (random);
      GArray *ops = g_array_new (FALSE, FALSE, sizeof (Op));
      g_autoptr (LecternEdits) edits = make_random_edits (random, old, ops);
      g_autoptr (GString) expected = g_string_new (NULL);

      write_range (expected, old, 0, strlen (old), ops, FALSE);
      expect_result (edits, old, expected->str);
      free_ops (ops);
    }
}
END_TEST

/* Replacements and moves, taken for new edits, do the same again. */
static void
expect_views_say_all (LecternEdits *edits, const char *old)
{
  g_autoptr (LecternEdits) again = lectern_edits_new (strlen (old));
  g_autofree char *new = apply (edits, old);
  gsize last = 0;

  for (guint i = 0; i < lectern_edits_get_n_replacements (edits); i++)
    {
      LecternSpan span;
      GBytes *text = lectern_edits_get_replacement (edits, i, &span);
      gsize length;
      const char *data = g_bytes_get_data (text, &length);

      ck_assert_uint_le (last, span.start);
      last = span.end;
      ck_assert (lectern_edits_replace (again, &span, data, (gssize)length, NULL));
    }
  for (guint i = 0; i < lectern_edits_get_n_moves (edits); i++)
    {
      LecternSpan span;
      gsize to = lectern_edits_get_move (edits, i, &span);

      ck_assert (lectern_edits_move (again, &span, to, NULL));
    }
  expect_result (again, old, new);
}

START_TEST (replacements_and_moves_say_all_that_was_changed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (52);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *old = make_random_text (random);
      GArray *ops = g_array_new (FALSE, FALSE, sizeof (Op));
      g_autoptr (LecternEdits) edits = make_random_edits (random, old, ops);

      expect_views_say_all (edits, old);
      free_ops (ops);
    }
}
END_TEST

START_TEST (composed_edits_do_what_two_do_one_after_the_other)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (53);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *old = make_random_text (random);
      GArray *ops = g_array_new (FALSE, FALSE, sizeof (Op));
      g_autoptr (LecternEdits) first = make_random_edits (random, old, ops);
      g_autofree char *middle = apply (first, old);
      g_autoptr (LecternEdits) second = make_random_edits (random, middle, ops);
      g_autofree char *new = apply (second, middle);
      g_autoptr (LecternEdits) both = lectern_edits_compose (first, second, NULL);

      expect_result (both, old, new);
      expect_views_say_all (both, old);
      free_ops (ops);
    }
}
END_TEST

static LecternEdits *
diff (const char *old, const char *new)
{
  g_autoptr (GBytes) old_text = bytes (old);
  g_autoptr (GBytes) new_text = bytes (new);
  LecternEdits *edits = lectern_edits_new_diff (old_text, new_text);

  expect_result (edits, old, new);
  return edits;
}

START_TEST (a_difference_is_found_within_its_line)
{
  g_autoptr (LecternEdits) edits
      = diff ("同志们：\n我讲三点意见。\n谢谢！\n", "同志们：\n我讲两点意见。\n谢谢！\n");
  LecternSpan span;
  GBytes *text = lectern_edits_get_replacement (edits, 0, &span);

  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 1);
  ck_assert_mem_eq (g_bytes_get_data (text, NULL), "两", 3);
  ck_assert_uint_eq (g_bytes_get_size (text), 3);
  ck_assert_uint_eq (span.start, 19);
  ck_assert_uint_eq (span.end, 22);
}
END_TEST

START_TEST (a_difference_lies_between_characters)
{
  /* 讲 and 许 share their first byte, 讲 and 钲 their last. */
  g_autoptr (LecternEdits) one = diff ("讲", "许");
  g_autoptr (LecternEdits) two = diff ("讲", "钲");
  LecternSpan span;

  ck_assert_uint_eq (g_bytes_get_size (lectern_edits_get_replacement (one, 0, &span)), 3);
  ck_assert_uint_eq (span.end, 3);
  ck_assert_uint_eq (g_bytes_get_size (lectern_edits_get_replacement (two, 0, &span)), 3);
}
END_TEST

START_TEST (random_differences_lead_from_one_text_to_the_other)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (54);

  for (guint i = 0; i < 5000; i++)
    {
      static const char *const pieces[] = { "讲", "a", "\n", "许", "\r\n" };
      g_autoptr (GString) old = g_string_new (NULL);
      g_autoptr (GString) new = g_string_new (NULL);
      g_autoptr (LecternEdits) edits = NULL;

      for (int n = g_rand_int_range (random, 0, 60); n > 0; n--)
        g_string_append (old, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      for (int n = g_rand_int_range (random, 0, 60); n > 0; n--)
        g_string_append (new, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      edits = diff (old->str, new->str);
      expect_views_say_all (edits, old->str);
    }
}
END_TEST

/* Nothing in common, and everything in another order: the worst there is. */
START_TEST (a_difference_of_megabytes_takes_no_quadratic_time)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) two = g_string_new (NULL);
  g_autoptr (LecternEdits) edits = NULL;
  g_autoptr (LecternEdits) line = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_printf (one, "第%u行\n", i);
      g_string_append_printf (two, "第%u行\n", i * 7919 % 100003);
    }
  edits = diff (one->str, two->str);
  for (char *at = one->str; *at != '\0'; at++)
    *at = *at == '\n' ? ' ' : *at;
  for (char *at = two->str; *at != '\0'; at++)
    *at = *at == '\n' ? ' ' : *at;
  line = diff (one->str, two->str);
  ck_assert_int_lt (g_get_monotonic_time () - start, 20 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (many_edits_are_put_together_in_any_order)
{
  const gsize n = 100000;
  g_autoptr (LecternEdits) edits = lectern_edits_new (2 * n);
  gsize new_offset;

  for (gsize i = n; i-- > 0;)
    ck_assert (replace (edits, 2 * i, 2 * i + 1, "xyz"));
  ck_assert_uint_eq (lectern_edits_get_new_length (edits), 4 * n);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), n);
  ck_assert (lectern_edits_map_offset (edits, 2 * n - 1, &new_offset));
  ck_assert_uint_eq (new_offset, 4 * n - 1);
}
END_TEST

RUN_SUITE ("edits", new_edits_change_nothing, edits_of_nothing_give_nothing,
           replacements_come_in_any_order, moves_take_their_replacements_along,
           what_moves_to_one_place_stands_in_the_order_of_the_calls, what_overlaps_is_refused,
           what_is_not_in_the_text_is_refused, spans_that_cut_characters_are_refused_when_applied,
           offsets_are_mapped_or_known_to_be_gone, edits_that_do_not_follow_are_not_composed,
           random_edits_do_what_is_written, replacements_and_moves_say_all_that_was_changed,
           composed_edits_do_what_two_do_one_after_the_other, a_difference_is_found_within_its_line,
           a_difference_lies_between_characters, random_differences_lead_from_one_text_to_the_other,
           a_difference_of_megabytes_takes_no_quadratic_time,
           many_edits_are_put_together_in_any_order)
