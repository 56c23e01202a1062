/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include <glib/gstdio.h>

/* A stream that gives a byte at a time, fails after `good` bytes, and knows whether it was closed.
 */
typedef struct
{
  GInputStream parent_instance;

  gsize done;
  gsize good;
  gboolean fails;
} Trickle;

typedef GInputStreamClass TrickleClass;

static GType trickle_get_type (void);

G_DEFINE_TYPE (Trickle, trickle, G_TYPE_INPUT_STREAM)

static gssize
trickle_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
              GError **error)
{
  Trickle *trickle = (Trickle *)stream;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (trickle->done == trickle->good && trickle->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "broken");
      return -1;
    }
  if (trickle->done == trickle->good || count == 0)
    return 0;
  trickle->done++;
  *(char *)buffer = 'a';
  return 1;
}

static void
trickle_class_init (TrickleClass *class)
{
  class->read_fn = trickle_read;
}

static void
trickle_init (Trickle *trickle)
{
  trickle->good = 5000;
}

START_TEST (a_stream_is_read_to_its_end_and_left_open)
{
  g_autoptr (GInputStream) stream = g_object_new (trickle_get_type (), NULL);
  g_autoptr (LecternDocument) document
      = lectern_document_new_from_stream (stream, NULL, NULL, NULL);
  g_autoptr (GBytes) text = lectern_document_to_text (document);

  ck_assert_uint_eq (g_bytes_get_size (text), 5000);
  ck_assert (!g_input_stream_is_closed (stream));
}
END_TEST

START_TEST (an_error_of_the_stream_is_passed_on)
{
  g_autoptr (GInputStream) stream = g_object_new (trickle_get_type (), NULL);
  g_autoptr (GError) error = NULL;

  ((Trickle *)stream)->fails = TRUE;
  ck_assert_ptr_null (lectern_document_new_from_stream (stream, NULL, NULL, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE));
}
END_TEST

START_TEST (a_cancelled_stream_is_an_error)
{
  g_autoptr (GInputStream) stream = g_object_new (trickle_get_type (), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (lectern_document_new_from_stream (stream, NULL, cancellable, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

START_TEST (a_file_is_read_and_named_in_errors)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) named_error = NULL;
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (LecternDocument) document = NULL;
  int fd = g_file_open_tmp ("lectern-XXXXXX", &path, NULL);

  ck_assert_int_ge (fd, 0);
  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  ck_assert (g_file_set_contents (path, "同志们：\n", -1, NULL));
  document = lectern_document_new_from_file (file, NULL, NULL, NULL);
  ck_assert_ptr_nonnull (document);

  ck_assert (g_file_set_contents (path, "a\n\xff", -1, NULL));
  ck_assert_ptr_null (lectern_document_new_from_file (file, NULL, NULL, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING));
  ck_assert (g_str_has_prefix (error->message, path));
  ck_assert (g_str_has_prefix (error->message + strlen (path), ":2:1: "));
  lectern_read_options_set_name (options, "speech");
  ck_assert_ptr_null (lectern_document_new_from_file (file, options, NULL, &named_error));
  ck_assert (g_str_has_prefix (named_error->message, "speech:2:1: "));
  g_unlink (path);
}
END_TEST

START_TEST (a_file_that_is_not_there_is_an_error_of_gio)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/speech.txt");
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lectern_document_new_from_file (file, NULL, NULL, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
}
END_TEST

START_TEST (the_options_stay_as_they_were)
{
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("甲", 3);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternDocument) without = NULL;

  lectern_read_options_set_language (options, "zh-Hant");
  document = lectern_document_new_from_bytes (bytes, options, NULL, NULL);
  lectern_read_options_set_language (options, "en");
  ck_assert_str_eq (
      lectern_read_options_get_language (lectern_document_get_read_options (document)), "zh-Hant");
  without = lectern_document_new_from_bytes (bytes, NULL, NULL, NULL);
  ck_assert_ptr_nonnull (lectern_document_get_read_options (without));
}
END_TEST

RUN_SUITE ("files", a_stream_is_read_to_its_end_and_left_open, an_error_of_the_stream_is_passed_on,
           a_cancelled_stream_is_an_error, a_file_is_read_and_named_in_errors,
           a_file_that_is_not_there_is_an_error_of_gio, the_options_stay_as_they_were)
