/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-bytes-stream-private.h"

#include <lectern/lectern.h>

#define MAX_EXPECTED_BYTES (4 * 1024 * 1024)

/**
 * LecternRenderer:
 *
 * Writes a document, or one node of it with everything below, in some form.
 *
 * A renderer holds options and nothing else: it can be used again and again, and from several
 * threads at once as long as nobody changes its options. A class of one's own implements
 * [vfunc@Lectern.Renderer.render] with the public interface, walking the tree with a
 * [struct@Lectern.Walker]; writing to bytes and to files then comes by itself.
 */

/**
 * LecternRendererClass:
 * @parent_class: the parent class
 * @render: writes @node with everything below it to @stream
 *
 * What a renderer implements.
 */

G_DEFINE_ABSTRACT_TYPE (LecternRenderer, lectern_renderer, G_TYPE_OBJECT)

static void
lectern_renderer_class_init (LecternRendererClass *class)
{
}

static void
lectern_renderer_init (LecternRenderer *renderer)
{
}

/**
 * lectern_renderer_render:
 * @renderer: a renderer
 * @node: what to write; the root for the whole document
 * @stream: where to
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Writes @node with everything below it to @stream, in pieces as they become ready. @stream is
 * neither flushed nor closed.
 *
 * The call takes time in proportion to the size of the text and of the tree.
 *
 * Returns: %FALSE where the stream failed or the call was cancelled; what had been written until
 * then stands
 */
gboolean
lectern_renderer_render (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                         GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (LECTERN_IS_RENDERER (renderer), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (LECTERN_RENDERER_GET_CLASS (renderer)->render != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return LECTERN_RENDERER_GET_CLASS (renderer)->render (renderer, node, stream, cancellable, error);
}

/**
 * lectern_renderer_render_to_bytes:
 * @renderer: a renderer
 * @node: what to write; the root for the whole document
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Renders into memory. The bytes may hold NUL where the form allows it.
 *
 * Returns: (transfer full): what was written, or %NULL with @error set
 */
GBytes *
lectern_renderer_render_to_bytes (LecternRenderer *renderer, LecternNode *node,
                                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  LecternSpan span;

  g_return_val_if_fail (LECTERN_IS_RENDERER (renderer), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  /* Most forms take this much or less; what is not used is given back. Large blocks come faster
   * where they grow, because the allocator learns to keep them. */
  lectern_node_get_span (node, &span);
  stream = _lectern_bytes_stream_new (MIN (2 * (span.end - span.start), MAX_EXPECTED_BYTES));
  if (!lectern_renderer_render (renderer, node, stream, cancellable, error))
    return NULL;
  return _lectern_bytes_stream_steal (stream);
}

/* A new file beside @file, under a name that nothing else has. */
static GFileOutputStream *
create_sibling (GFile *file, GFile **sibling, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) directory = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);

  if (directory == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "Is a directory");
      return NULL;
    }
  for (;;)
    {
      g_autofree char *name = g_strdup_printf (".%.200s.%08x", base, g_random_int ());
      g_autoptr (GFile) candidate = g_file_get_child (directory, name);
      g_autoptr (GError) failure = NULL;
      GFileOutputStream *stream
          = g_file_create (candidate, G_FILE_CREATE_NONE, cancellable, &failure);

      if (stream != NULL)
        {
          *sibling = g_steal_pointer (&candidate);
          return stream;
        }
      if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
}

/* The file itself where @file is a chain of symbolic links: the link shall stay one. */
static GFile *
resolve_links (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *target = NULL;

  for (guint i = 0; path != NULL && i < 40; i++)
    {
      g_autofree char *directory = NULL;
      g_autofree char *next = NULL;

      g_free (target);
      target = g_file_read_link (path, NULL);
      if (target == NULL)
        return g_file_new_for_path (path);
      directory = g_path_get_dirname (path);
      next = g_canonicalize_filename (target, directory);
      g_free (path);
      path = g_steal_pointer (&next);
    }
  return g_object_ref (file);
}

static gboolean
render_and_close (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                  GCancellable *cancellable, GError **error)
{
  if (lectern_renderer_render (renderer, node, stream, cancellable, error))
    return g_output_stream_close (stream, cancellable, error);
  g_output_stream_close (stream, NULL, NULL);
  return FALSE;
}

/* The new file takes the place of @file, with its permissions, in one step. */
static gboolean
replace_file (GFile *new_file, GFile *file, GFileInfo *old, GCancellable *cancellable,
              GError **error)
{
  if (old != NULL && g_file_info_has_attribute (old, G_FILE_ATTRIBUTE_UNIX_MODE))
    g_file_set_attribute_uint32 (new_file, G_FILE_ATTRIBUTE_UNIX_MODE,
                                 g_file_info_get_attribute_uint32 (old, G_FILE_ATTRIBUTE_UNIX_MODE)
                                     & 07777,
                                 G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  return g_file_move (new_file, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                      cancellable, NULL, NULL, error);
}

/**
 * lectern_renderer_render_to_file:
 * @renderer: a renderer
 * @node: what to write; the root for the whole document
 * @file: the file to write
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Writes a file whole or not at all: a new file beside @file takes its place when everything has
 * been written, and keeps its permissions. Where that fails or is cancelled @file is as before.
 *
 * A symbolic link stays one: its target is replaced. What is no regular file (a pipe, a device) is
 * written to as it stands.
 *
 * Returns: %FALSE with @error set where @file was not written
 */
gboolean
lectern_renderer_render_to_file (LecternRenderer *renderer, LecternNode *node, GFile *file,
                                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GFileInfo) old = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) sibling = NULL;

  g_return_val_if_fail (LECTERN_IS_RENDERER (renderer), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  target = resolve_links (file);
  old = g_file_query_info (target, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_UNIX_MODE,
                           G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (old != NULL && g_file_info_get_file_type (old) == G_FILE_TYPE_SPECIAL)
    {
      stream = g_file_append_to (target, G_FILE_CREATE_NONE, cancellable, error);
      return stream != NULL
             && render_and_close (renderer, node, G_OUTPUT_STREAM (stream), cancellable, error);
    }

  stream = create_sibling (target, &sibling, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (render_and_close (renderer, node, G_OUTPUT_STREAM (stream), cancellable, error)
      && replace_file (sibling, target, old, cancellable, error))
    return TRUE;
  g_file_delete (sibling, NULL, NULL);
  return FALSE;
}
