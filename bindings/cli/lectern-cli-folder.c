/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* O_TMPFILE, syncfs */
#include "lectern-cli-folder.h"
#include "lectern-cli.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* How files are called that are not finished, where the file system cannot have them without a
 * name. Those of a run that was killed are found by it. */
#define TEMPORARY_PREFIX ".lectern-fill-"
#define TEMPORARY_SUFFIX ".part"

struct _LecternCliFolder
{
  int fd;      /* -1: missing */
  int unnamed; /* whether files without a name can be had; atomic */
  int n_named; /* atomic */
};

/* --- opening and closing -------------------------------------------------------------------- */

static void
remove_remains (int fd)
{
  DIR *folder = fdopendir (openat (fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const struct dirent *entry;

  if (folder == NULL)
    return;
  while ((entry = readdir (folder)) != NULL)
    if (g_str_has_prefix (entry->d_name, TEMPORARY_PREFIX)
        && g_str_has_suffix (entry->d_name, TEMPORARY_SUFFIX))
      unlinkat (fd, entry->d_name, 0);
  closedir (folder);
}

static int
open_folder (const char *path)
{
  return open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

LecternCliFolder *
lectern_cli_folder_open (const char *path)
{
  LecternCliFolder *folder;
  int fd = g_mkdir_with_parents (path, 0777) == 0 ? open_folder (path) : -1;

  if (fd < 0)
    {
      lectern_cli_complain_errno (path);
      return NULL;
    }
  /* Some network file systems have no locks. */
  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      lectern_cli_complain (path, _ ("another run is writing into this folder"));
      close (fd);
      return NULL;
    }
  remove_remains (fd);
  folder = g_new0 (LecternCliFolder, 1);
  folder->fd = fd;
  folder->unnamed = access ("/proc/self/fd", X_OK) == 0;
  return folder;
}

LecternCliFolder *
lectern_cli_folder_open_to_look (const char *path)
{
  LecternCliFolder *folder;
  int fd = open_folder (path);

  if (fd < 0 && errno != ENOENT)
    {
      lectern_cli_complain_errno (path);
      return NULL;
    }
  folder = g_new0 (LecternCliFolder, 1);
  folder->fd = fd;
  return folder;
}

gboolean
lectern_cli_folder_close (LecternCliFolder *folder)
{
  gboolean done = folder->fd < 0 || syncfs (folder->fd) == 0;
  int saved = errno;

  if (folder->fd >= 0)
    close (folder->fd);
  g_free (folder);
  errno = saved;
  return done;
}

/* --- names ---------------------------------------------------------------------------------- */

static void
close_parent (const LecternCliFolder *folder, int fd)
{
  if (fd >= 0 && fd != folder->fd)
    close (fd);
}

/* The folder that a name is in, and its last part; made where it is missing and asked for. It is
 * for close_parent(). */
static int
open_parent (const LecternCliFolder *folder, const char *name, gboolean make, const char **last)
{
  int fd = folder->fd;
  const char *slash;

  for (; fd >= 0 && (slash = strchr (name, '/')) != NULL; name = slash + 1)
    {
      g_autofree char *part = g_strndup (name, (gsize)(slash - name));
      int next = -1;
      int saved;

      if (!make || mkdirat (fd, part, 0777) == 0 || errno == EEXIST)
        next = openat (fd, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      saved = errno;
      close_parent (folder, fd);
      errno = saved;
      fd = next;
    }
  *last = name;
  return fd;
}

/* Whether the file holds the bytes, or the first of them, or others. */
static LecternCliPresence
compare (int fd, GBytes *bytes)
{
  char buffer[1 << 14];
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (;;)
    {
      ssize_t n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return LECTERN_CLI_PRESENCE_FAILED;
      if (n == 0)
        return length == 0 ? LECTERN_CLI_PRESENCE_SAME : LECTERN_CLI_PRESENCE_PART;
      if ((gsize)n > length || memcmp (buffer, data, (gsize)n) != 0)
        return LECTERN_CLI_PRESENCE_OTHER;
      data += n;
      length -= (gsize)n;
    }
}

static LecternCliPresence
look_in (int parent, const char *name, GBytes *bytes)
{
  LecternCliPresence presence = LECTERN_CLI_PRESENCE_NO_FILE;
  struct stat status;
  int fd;

  if (fstatat (parent, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT ? LECTERN_CLI_PRESENCE_ABSENT : LECTERN_CLI_PRESENCE_FAILED;
  if (!S_ISREG (status.st_mode))
    return LECTERN_CLI_PRESENCE_NO_FILE;
  if ((guint64)status.st_size > g_bytes_get_size (bytes))
    return LECTERN_CLI_PRESENCE_OTHER;
  fd = openat (parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return LECTERN_CLI_PRESENCE_FAILED;
  presence = compare (fd, bytes);
  close (fd);
  return presence;
}

LecternCliPresence
lectern_cli_folder_look (const LecternCliFolder *folder, const char *name, GBytes *bytes)
{
  LecternCliPresence presence;
  const char *last;
  int parent, saved;

  if (folder->fd < 0)
    return LECTERN_CLI_PRESENCE_ABSENT;
  parent = open_parent (folder, name, FALSE, &last);
  if (parent < 0)
    return errno == ENOENT ? LECTERN_CLI_PRESENCE_ABSENT : LECTERN_CLI_PRESENCE_FAILED;
  presence = look_in (parent, last, bytes);
  saved = errno;
  close_parent (folder, parent);
  errno = saved;
  return presence;
}

/* --- drafts --------------------------------------------------------------------------------- */

static char *
dup_temporary (LecternCliFolder *folder)
{
  return g_strdup_printf (TEMPORARY_PREFIX "%d-%d" TEMPORARY_SUFFIX, (int)getpid (),
                          g_atomic_int_add (&folder->n_named, 1));
}

static int
open_draft (LecternCliFolder *folder, char **temporary)
{
  int fd;

  *temporary = NULL;
#ifdef O_TMPFILE
  if (g_atomic_int_get (&folder->unnamed))
    {
      fd = openat (folder->fd, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
      /* A kernel or a file system that does not know them. */
      if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return fd;
      g_atomic_int_set (&folder->unnamed, FALSE);
    }
#endif
  *temporary = dup_temporary (folder);
  fd = openat (folder->fd, *temporary, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (fd < 0)
    g_clear_pointer (temporary, g_free);
  return fd;
}

void
lectern_cli_folder_drop (LecternCliFolder *folder, LecternCliDraft *draft)
{
  int saved = errno;

  if (draft->temporary != NULL)
    unlinkat (folder->fd, draft->temporary, 0);
  g_clear_pointer (&draft->temporary, g_free);
  close (draft->fd);
  draft->fd = -1;
  errno = saved;
}

gboolean
lectern_cli_folder_write (LecternCliFolder *folder, GBytes *bytes, LecternCliDraft *draft)
{
  draft->fd = open_draft (folder, &draft->temporary);
  if (draft->fd < 0)
    return FALSE;
  if (lectern_cli_write_all (draft->fd, bytes))
    return TRUE;
  lectern_cli_folder_drop (folder, draft);
  return FALSE;
}

static gboolean
link_unnamed (const LecternCliDraft *draft, int parent, const char *name)
{
  char path[64];

  snprintf (path, sizeof path, "/proc/self/fd/%d", draft->fd);
  return linkat (AT_FDCWD, path, parent, name, AT_SYMLINK_FOLLOW) == 0;
}

/* Where the file system cannot link, the name is looked up first: nobody else writes here. */
static gboolean
link_named (LecternCliFolder *folder, const LecternCliDraft *draft, int parent, const char *name)
{
  if (linkat (folder->fd, draft->temporary, parent, name, 0) == 0)
    return unlinkat (folder->fd, draft->temporary, 0) == 0;
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
    return FALSE;
  if (faccessat (parent, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return renameat (folder->fd, draft->temporary, parent, name) == 0;
}

/* The permissions of the file stay. */
static gboolean
replace_file (LecternCliFolder *folder, LecternCliDraft *draft, int parent, const char *name)
{
  struct stat old;

  if (fstatat (parent, name, &old, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (old.st_mode)
      && fchmod (draft->fd, old.st_mode & 07777) != 0)
    return FALSE;
  if (draft->temporary == NULL)
    {
      draft->temporary = dup_temporary (folder);
      if (!link_unnamed (draft, folder->fd, draft->temporary))
        return FALSE;
    }
  return renameat (folder->fd, draft->temporary, parent, name) == 0;
}

gboolean
lectern_cli_folder_publish (LecternCliFolder *folder, LecternCliDraft *draft, const char *name,
                            gboolean replace)
{
  gboolean done = FALSE;
  const char *last;
  int parent = open_parent (folder, name, TRUE, &last);
  int saved;

  if (parent >= 0)
    {
      if (replace)
        done = replace_file (folder, draft, parent, last);
      else if (draft->temporary == NULL)
        done = link_unnamed (draft, parent, last);
      else
        done = link_named (folder, draft, parent, last);
      if (done)
        g_clear_pointer (&draft->temporary, g_free);
    }
  lectern_cli_folder_drop (folder, draft);
  saved = errno;
  close_parent (folder, parent);
  errno = saved;
  return done;
}
