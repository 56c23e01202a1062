/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-fragments-private.h"

#include "base/lectern-limits-private.h"
#include "compose/lectern-fragment-private.h"
#include "model/lectern-read-options-private.h"

#include <string.h>

/**
 * LecternFragments:
 *
 * A library of fragments: a folder of texts and XML, or documents that were added. It is indexed
 * once; [method@Lectern.Fragments.refresh] reads again what changed since. A library may be used by
 * any number of threads while none adds to it or refreshes it.
 *
 * A folder has at most 100,000 fragments, at most 32 folders deep. Files whose name ends in `.txt`
 * or `.xml` count; hidden ones and links do not.
 */
struct _LecternFragments
{
  GObject parent_instance;

  GFile *folder; /* NULL: none */
  LecternReadOptions *options;
  GPtrArray *added;    /* Entry */
  GPtrArray *files;    /* Entry, in the order of their paths */
  GHashTable *by_id;   /* Entry, borrowed */
  GPtrArray *problems; /* char * */
};

G_DEFINE_FINAL_TYPE (LecternFragments, lectern_fragments, G_TYPE_OBJECT)

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                            \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC                       \
  "," G_FILE_ATTRIBUTE_UNIX_INODE

/* A file, or a document that was added. */
typedef struct
{
  char *path; /* below the folder; NULL: added */
  guint64 modified;
  goffset size;
  guint64 inode;
  LecternFragment *fragment; /* or what is wrong with it */
  char *problem;
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->path);
  g_clear_pointer (&entry->fragment, lectern_fragment_unref);
  g_free (entry->problem);
  g_free (entry);
}

static void
lectern_fragments_finalize (GObject *object)
{
  LecternFragments *self = LECTERN_FRAGMENTS (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->options, lectern_read_options_unref);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->problems);
  G_OBJECT_CLASS (lectern_fragments_parent_class)->finalize (object);
}

static void
lectern_fragments_class_init (LecternFragmentsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_fragments_finalize;
}

static void
lectern_fragments_init (LecternFragments *self)
{
  self->added = g_ptr_array_new_with_free_func (free_entry);
  self->files = g_ptr_array_new_with_free_func (free_entry);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

/* --- the index ------------------------------------------------------------------------------ */

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Entry *const *)a)->path, (*(const Entry *const *)b)->path);
}

/* Of two with one name the first counts. */
static void
index_entry (LecternFragments *self, Entry *entry)
{
  if (entry->fragment == NULL)
    g_ptr_array_add (self->problems, g_strdup (entry->problem));
  else if (g_hash_table_contains (self->by_id, entry->fragment->id))
    g_ptr_array_add (self->problems, g_strdup_printf ("%s: there is another fragment %s",
                                                      entry->path, entry->fragment->id));
  else
    g_hash_table_insert (self->by_id, entry->fragment->id, entry);
}

static void
make_index (LecternFragments *self)
{
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->problems, 0);
  for (guint i = 0; i < self->added->len; i++)
    index_entry (self, self->added->pdata[i]);
  for (guint i = 0; i < self->files->len; i++)
    index_entry (self, self->files->pdata[i]);
}

static char *
dup_name (const char *path)
{
  return g_strndup (path, (gsize)(strrchr (path, '.') - path));
}

/* Reads the file anew; what is wrong with it is kept too. */
static gboolean
read_entry (LecternFragments *self, Entry *entry, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->folder, entry->path);
  g_autofree char *name = dup_name (entry->path);
  g_autoptr (LecternReadOptions) options = _lectern_read_options_copy (self->options);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) why = NULL;

  lectern_read_options_set_name (options, entry->path);
  document = lectern_document_new_from_file (file, options, cancellable, &why);
  if (document != NULL)
    entry->fragment = _lectern_fragment_new (document, name, &why);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (why != NULL)
    entry->problem = g_str_has_prefix (why->message, entry->path)
                         ? g_strdup (why->message)
                         : g_strdup_printf ("%s: %s", entry->path, why->message);
  return TRUE;
}

/* The entry of a path that is as it was. */
static Entry *
find_unchanged (GHashTable *known, const Entry *now)
{
  Entry *before = g_hash_table_lookup (known, now->path);

  return before != NULL && before->modified == now->modified && before->size == now->size
                 && before->inode == now->inode
             ? before
             : NULL;
}

typedef struct
{
  LecternFragments *self;
  GPtrArray *folders; /* char *: paths that are still to be looked at */
  GPtrArray *files;   /* Entry */
} Search;

static guint
count_depth (const char *path)
{
  guint n = *path != '\0';

  for (; *path != '\0'; path++)
    n += *path == G_DIR_SEPARATOR;
  return n;
}

static gboolean
add_file (Search *search, const char *path, GFileInfo *info, GError **error)
{
  Entry *entry;

  if (!g_str_has_suffix (path, ".txt") && !g_str_has_suffix (path, ".xml"))
    return TRUE;
  if (search->files->len >= LECTERN_MAX_FRAGMENTS)
    {
      g_set_error (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT, "there are more than %u fragments",
                   LECTERN_MAX_FRAGMENTS);
      return FALSE;
    }
  entry = g_new0 (Entry, 1);
  entry->path = g_strdup (path);
  entry->size = g_file_info_get_size (info);
  entry->inode = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE);
  entry->modified
      = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC
        + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  g_ptr_array_add (search->files, entry);
  return TRUE;
}

static gboolean
look_into (Search *search, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = *folder == '\0'
                               ? g_object_ref (search->self->folder)
                               : g_file_resolve_relative_path (search->self->folder, folder);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
      file, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);

  while (files != NULL)
    {
      GFileInfo *info;
      g_autofree char *path = NULL;

      if (!g_file_enumerator_iterate (files, &info, NULL, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (g_file_info_get_name (info)[0] == '.')
        continue;
      path = *folder == '\0' ? g_strdup (g_file_info_get_name (info))
                             : g_build_filename (folder, g_file_info_get_name (info), NULL);
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
          && count_depth (path) < LECTERN_MAX_FRAGMENT_FOLDERS)
        g_ptr_array_add (search->folders, g_steal_pointer (&path));
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
               && !add_file (search, path, info, error))
        return FALSE;
    }
  return FALSE;
}

/* What is there now, each file by its path. */
static GPtrArray *
list_files (LecternFragments *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_entry);
  Search search = { self, folders, files };

  g_ptr_array_add (folders, g_strdup (""));
  while (folders->len > 0)
    {
      g_autofree char *folder = g_ptr_array_steal_index (folders, folders->len - 1);

      if (!look_into (&search, folder, cancellable, error))
        return NULL;
    }
  g_ptr_array_sort (files, compare_entries);
  return g_steal_pointer (&files);
}

/* Reads what is not as it was; gives the number, or -1 with an error. */
static gint
read_changed (LecternFragments *self, GPtrArray *files, GHashTable *known,
              GCancellable *cancellable, GError **error)
{
  gint n = 0;

  for (guint i = 0; i < files->len; i++)
    {
      if (find_unchanged (known, files->pdata[i]) != NULL)
        continue;
      if (!read_entry (self, files->pdata[i], cancellable, error))
        return -1;
      n++;
    }
  return n;
}

static void
take_unchanged (GPtrArray *files, GHashTable *known)
{
  for (guint i = 0; i < files->len; i++)
    {
      Entry *entry = files->pdata[i], *before = find_unchanged (known, entry);

      if (before == NULL)
        continue;
      entry->fragment = g_steal_pointer (&before->fragment);
      entry->problem = g_steal_pointer (&before->problem);
    }
}

/**
 * lectern_fragments_refresh:
 * @self: a library
 * @changed: (out) (optional): whether anything is not as it was
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Looks into the folder again: files that are new or other than they were are read, those that are
 * gone are forgotten. Documents that were added stay.
 *
 * Fails with a `GIOError` where the folder cannot be read, and with `LECTERN_ERROR_LIMIT`. A file
 * that cannot be read is a problem and no failure, see [method@Lectern.Fragments.list_problems].
 *
 * Returns: whether it was done; otherwise the library is as it was
 */
gboolean
lectern_fragments_refresh (LecternFragments *self, gboolean *changed, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gint n_changed;

  g_return_val_if_fail (LECTERN_IS_FRAGMENTS (self), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (changed != NULL)
    *changed = FALSE;
  if (self->folder == NULL)
    return TRUE;
  files = list_files (self, cancellable, error);
  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    g_hash_table_insert (known, ((Entry *)self->files->pdata[i])->path, self->files->pdata[i]);
  n_changed = read_changed (self, files, known, cancellable, error);
  if (n_changed < 0)
    return FALSE;
  if (changed != NULL)
    *changed = n_changed > 0 || files->len != self->files->len;
  take_unchanged (files, known);
  g_ptr_array_unref (self->files);
  self->files = g_steal_pointer (&files);
  make_index (self);
  return TRUE;
}

/**
 * lectern_fragments_new:
 *
 * Makes an empty library, for documents that are added.
 *
 * Returns: (transfer full): the library
 */
LecternFragments *
lectern_fragments_new (void)
{
  return g_object_new (LECTERN_TYPE_FRAGMENTS, NULL);
}

/**
 * lectern_fragments_new_for_folder:
 * @folder: a folder
 * @options: (nullable): how its files are to be read
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Indexes a folder and those below it.
 *
 * Fails as [method@Lectern.Fragments.refresh] does.
 *
 * Returns: (transfer full): the library, or %NULL with @error set
 */
LecternFragments *
lectern_fragments_new_for_folder (GFile *folder, LecternReadOptions *options,
                                  GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternFragments) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = lectern_fragments_new ();
  self->folder = g_object_ref (folder);
  self->options = _lectern_read_options_copy (options);
  return lectern_fragments_refresh (self, NULL, cancellable, error) ? g_steal_pointer (&self)
                                                                    : NULL;
}

/**
 * lectern_fragments_add:
 * @self: a library
 * @id: (nullable): its name where it tells none
 * @document: a fragment
 * @error: return location for an error
 *
 * Adds a fragment that is in no folder.
 *
 * Fails with `LECTERN_ERROR_TEMPLATE` where the fragment is no template, has no name, or has that
 * of another one.
 *
 * Returns: whether it was added
 */
gboolean
lectern_fragments_add (LecternFragments *self, const char *id, LecternDocument *document,
                       GError **error)
{
  LecternFragment *fragment;
  Entry *entry;

  g_return_val_if_fail (LECTERN_IS_FRAGMENTS (self), FALSE);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  fragment = _lectern_fragment_new (document, id, error);
  if (fragment == NULL)
    return FALSE;
  if (g_hash_table_contains (self->by_id, fragment->id))
    {
      g_set_error (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE, "there is another fragment %s",
                   fragment->id);
      lectern_fragment_unref (fragment);
      return FALSE;
    }
  entry = g_new0 (Entry, 1);
  entry->fragment = fragment;
  g_ptr_array_add (self->added, entry);
  g_hash_table_insert (self->by_id, fragment->id, entry);
  return TRUE;
}

LecternFragment *
_lectern_fragments_peek (LecternFragments *self, const char *id)
{
  const Entry *entry = g_hash_table_lookup (self->by_id, id);

  return entry != NULL ? entry->fragment : NULL;
}

/**
 * lectern_fragments_lookup:
 * @self: a library
 * @id: the name of a fragment
 *
 * Looks a fragment up.
 *
 * Returns: (transfer full) (nullable): the fragment, or %NULL where there is none
 */
LecternFragment *
lectern_fragments_lookup (LecternFragments *self, const char *id)
{
  LecternFragment *fragment;

  g_return_val_if_fail (LECTERN_IS_FRAGMENTS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  fragment = _lectern_fragments_peek (self, id);
  return fragment != NULL ? lectern_fragment_ref (fragment) : NULL;
}

static void
list_entries (LecternFragments *self, const GPtrArray *entries, const char *tag, const char *need,
              GPtrArray *found)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];

      if (entry->fragment != NULL && g_hash_table_lookup (self->by_id, entry->fragment->id) == entry
          && _lectern_fragment_is (entry->fragment, tag, need))
        g_ptr_array_add (found, lectern_fragment_ref (entry->fragment));
    }
}

/**
 * lectern_fragments_list:
 * @self: a library
 * @tag: (nullable): a tag that they must have
 * @need: (nullable): the name of a value that they must ask for
 *
 * Lists fragments: those that were added, then those of the folder in the order of their paths.
 *
 * Returns: (transfer container) (element-type LecternFragment): the fragments
 */
GPtrArray *
lectern_fragments_list (LecternFragments *self, const char *tag, const char *need)
{
  GPtrArray *found;

  g_return_val_if_fail (LECTERN_IS_FRAGMENTS (self), NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_fragment_unref);
  list_entries (self, self->added, tag, need, found);
  list_entries (self, self->files, tag, need, found);
  return found;
}

/**
 * lectern_fragments_list_problems:
 * @self: a library
 *
 * Lists what is wrong with files of the folder that are therefore no fragments, each in one line
 * that begins with the path of the file.
 *
 * Returns: (transfer container) (element-type utf8): the problems
 */
GPtrArray *
lectern_fragments_list_problems (LecternFragments *self)
{
  GPtrArray *problems;

  g_return_val_if_fail (LECTERN_IS_FRAGMENTS (self), NULL);

  problems = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->problems->len; i++)
    g_ptr_array_add (problems, g_strdup (self->problems->pdata[i]));
  return problems;
}
