/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* A renderer of somebody else, with the public interface only: it writes a word, and then fails. */
struct _Failing
{
  LecternRenderer parent_instance;
};

G_DECLARE_FINAL_TYPE (Failing, failing, TEST, FAILING, LecternRenderer)
G_DEFINE_TYPE (Failing, failing, LECTERN_TYPE_RENDERER)

static gboolean
failing_render (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (stream, "half", 4, NULL, cancellable, error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
failing_class_init (FailingClass *class)
{
  LECTERN_RENDERER_CLASS (class)->render = failing_render;
}

static void
failing_init (Failing *failing)
{
}

typedef struct
{
  char *directory;
  char *path;
  GFile *file;
  LecternDocument *document;
  LecternNode *root;
  LecternRenderer *xml;
  LecternRenderer *failing;
} Fixture;

static void
set_up (Fixture *fixture)
{
  fixture->directory = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "out.xml", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = read_xml (SPEECH ("<p>甲</p>"));
  fixture->root = lectern_document_get_root (fixture->document);
  fixture->xml = LECTERN_RENDERER (lectern_xml_renderer_new ());
  fixture->failing = g_object_new (failing_get_type (), NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
  g_object_unref (fixture->file);
  g_object_unref (fixture->document);
  g_object_unref (fixture->xml);
  g_object_unref (fixture->failing);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  ck_assert (g_file_get_contents (path, &contents, NULL, NULL));
  ck_assert_str_eq (contents, expected);
}

START_TEST (a_file_is_written_and_replaced)
{
  Fixture fixture;

  set_up (&fixture);
  ck_assert (lectern_renderer_render_to_file (fixture.xml, fixture.root, fixture.file, NULL, NULL));
  assert_contents (fixture.path, SPEECH ("<p>甲</p>"));
  ck_assert (g_file_set_contents (fixture.path, "old", -1, NULL));
  ck_assert_int_eq (g_chmod (fixture.path, 0640), 0);
  ck_assert (lectern_renderer_render_to_file (fixture.xml, fixture.root, fixture.file, NULL, NULL));
  assert_contents (fixture.path, SPEECH ("<p>甲</p>"));
  ck_assert_uint_eq (count_files (&fixture), 1);
  tear_down (&fixture);
}
END_TEST

START_TEST (a_file_keeps_its_permissions)
{
  Fixture fixture;
  GStatBuf info;

  set_up (&fixture);
  ck_assert (g_file_set_contents (fixture.path, "old", -1, NULL));
  ck_assert_int_eq (g_chmod (fixture.path, 0640), 0);
  ck_assert (lectern_renderer_render_to_file (fixture.xml, fixture.root, fixture.file, NULL, NULL));
  ck_assert_int_eq (g_stat (fixture.path, &info), 0);
  ck_assert_uint_eq (info.st_mode & 0777, 0640);
  tear_down (&fixture);
}
END_TEST

START_TEST (a_failure_leaves_the_file_as_it_was)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  set_up (&fixture);
  ck_assert (
      !lectern_renderer_render_to_file (fixture.failing, fixture.root, fixture.file, NULL, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE));
  ck_assert_uint_eq (count_files (&fixture), 0);
  ck_assert (g_file_set_contents (fixture.path, "old", -1, NULL));
  ck_assert (
      !lectern_renderer_render_to_file (fixture.failing, fixture.root, fixture.file, NULL, &again));
  assert_contents (fixture.path, "old");
  ck_assert_uint_eq (count_files (&fixture), 1);
  tear_down (&fixture);
}
END_TEST

START_TEST (a_link_stays_a_link)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr (GFile) link = NULL;

  set_up (&fixture);
  path = g_build_filename (fixture.directory, "link.xml", NULL);
  link = g_file_new_for_path (path);
  ck_assert (g_file_make_symbolic_link (link, "out.xml", NULL, NULL));
  ck_assert (lectern_renderer_render_to_file (fixture.xml, fixture.root, link, NULL, NULL));
  ck_assert (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture.path, SPEECH ("<p>甲</p>"));
  tear_down (&fixture);
}
END_TEST

START_TEST (a_device_is_written_to)
{
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture);
  ck_assert_msg (lectern_renderer_render_to_file (fixture.xml, fixture.root, null, NULL, &error),
                 "%s", error != NULL ? error->message : "");
  ck_assert (!g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
  tear_down (&fixture);
}
END_TEST

START_TEST (a_missing_directory_is_an_error)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/lectern/out.xml");
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture);
  ck_assert (!lectern_renderer_render_to_file (fixture.xml, fixture.root, file, NULL, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
  tear_down (&fixture);
}
END_TEST

START_TEST (a_cancelled_call_writes_nothing)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture);
  g_cancellable_cancel (cancellable);
  ck_assert (!lectern_renderer_render_to_file (fixture.xml, fixture.root, fixture.file, cancellable,
                                               &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  ck_assert_uint_eq (count_files (&fixture), 0);
  tear_down (&fixture);
}
END_TEST

/* Bigger than any buffer, so that the stream fails in the middle. */
START_TEST (a_full_stream_is_an_error)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternJsonRenderer) json = lectern_json_renderer_new ();
  g_autoptr (LecternXmlRenderer) renderer = lectern_xml_renderer_new ();
  LecternRenderer *renderers[] = { LECTERN_RENDERER (json), LECTERN_RENDERER (renderer) };
  static char room[100000];

  for (guint i = 0; i < 20000; i++)
    g_string_append (xml, "<p>又一段话。</p>\n");
  g_string_prepend (xml, "<speech xmlns=\"urn:lectern:speech:1\" xml:space=\"preserve\">");
  g_string_append (xml, "</speech>");
  document = read_xml (xml->str);
  for (guint i = 0; i < G_N_ELEMENTS (renderers); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
      g_autoptr (GError) error = NULL;

      ck_assert (!lectern_renderer_render (renderers[i], lectern_document_get_root (document),
                                           stream, NULL, &error));
      ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE));
    }
}
END_TEST

START_TEST (bytes_and_stream_get_the_same)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (LecternDocument) document = random_document (random, 50000);
  g_autoptr (LecternXmlRenderer) renderer = lectern_xml_renderer_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) streamed = NULL;
  g_autoptr (GBytes) bytes = lectern_document_to_xml (document);

  ck_assert (lectern_renderer_render (LECTERN_RENDERER (renderer),
                                      lectern_document_get_root (document), stream, NULL, NULL));
  ck_assert (g_output_stream_close (stream, NULL, NULL));
  streamed = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  ck_assert (g_bytes_equal (streamed, bytes));
}
END_TEST

RUN_SUITE ("renderer", a_file_is_written_and_replaced, a_file_keeps_its_permissions,
           a_failure_leaves_the_file_as_it_was, a_link_stays_a_link, a_device_is_written_to,
           a_missing_directory_is_an_error, a_cancelled_call_writes_nothing,
           a_full_stream_is_an_error, bytes_and_stream_get_the_same)
