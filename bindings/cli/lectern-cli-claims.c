/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* O_TMPFILE */
#include "lectern-cli-claims.h"
#include "lectern-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A hash table in a file that has no name any more, so that nothing is left of it. */

#define FIRST_SLOTS  4096u
#define DIGEST_BYTES 12

/* Of a name only a digest is kept, long enough that two of them are never the same. */
typedef struct
{
  guint32 row; /* 0: the slot is free */
  guint8 digest[DIGEST_BYTES];
} Slot;

#define BLOCK_SLOTS 1024

struct _LecternCliClaims
{
  int fd;
  guint64 n_slots; /* a power of 2 */
  guint64 n_used;
  GChecksum *checksum;
};

static int
open_unnamed (void)
{
  g_autofree char *path = NULL;
  int fd = -1;

#ifdef O_TMPFILE
  fd = open (g_get_tmp_dir (), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
  if (fd >= 0)
    return fd;
  path = g_build_filename (g_get_tmp_dir (), "lectern-XXXXXX", NULL);
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    unlink (path);
  return fd;
}

static int
open_table (guint64 n_slots)
{
  int fd = open_unnamed ();

  if (fd >= 0 && ftruncate (fd, (off_t)(n_slots * sizeof (Slot))) == 0)
    return fd;
  lectern_cli_complain_errno (g_get_tmp_dir ());
  if (fd >= 0)
    close (fd);
  return -1;
}

LecternCliClaims *
lectern_cli_claims_new (void)
{
  int fd = open_table (FIRST_SLOTS);
  LecternCliClaims *claims;

  if (fd < 0)
    return NULL;
  claims = g_new0 (LecternCliClaims, 1);
  claims->fd = fd;
  claims->n_slots = FIRST_SLOTS;
  claims->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return claims;
}

void
lectern_cli_claims_free (LecternCliClaims *claims)
{
  close (claims->fd);
  g_checksum_free (claims->checksum);
  g_free (claims);
}

/* All of it, or nothing that counts. */
static gboolean
transfer (int fd, gboolean is_write, gpointer data, gsize length, guint64 offset)
{
  for (gsize done = 0; done < length;)
    {
      char *at = (char *)data + done;
      off_t from = (off_t)(offset + done);
      ssize_t n
          = is_write ? pwrite (fd, at, length - done, from) : pread (fd, at, length - done, from);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return FALSE;
      done += (gsize)n;
    }
  return TRUE;
}

/* Puts a slot where it belongs, unless its digest is there already; then that is `*slot`. */
static gboolean
put (int fd, guint64 n_slots, Slot *slot)
{
  guint64 at;

  memcpy (&at, slot->digest, sizeof at);
  for (;; at++)
    {
      guint64 offset = (at & (n_slots - 1)) * sizeof (Slot);
      Slot there;

      if (!transfer (fd, FALSE, &there, sizeof there, offset))
        return FALSE;
      if (there.row == 0)
        return transfer (fd, TRUE, slot, sizeof *slot, offset);
      if (memcmp (there.digest, slot->digest, DIGEST_BYTES) == 0)
        {
          *slot = there;
          return TRUE;
        }
    }
}

static gboolean
copy_slots (LecternCliClaims *claims, int fd, guint64 n_slots)
{
  g_autofree Slot *block = g_new (Slot, BLOCK_SLOTS);

  for (guint64 i = 0; i < claims->n_slots; i += BLOCK_SLOTS)
    {
      if (!transfer (claims->fd, FALSE, block, BLOCK_SLOTS * sizeof (Slot), i * sizeof (Slot)))
        return FALSE;
      for (guint j = 0; j < BLOCK_SLOTS; j++)
        if (block[j].row != 0 && !put (fd, n_slots, &block[j]))
          return FALSE;
    }
  return TRUE;
}

static gboolean
grow (LecternCliClaims *claims)
{
  guint64 n_slots = claims->n_slots * 2;
  int fd = open_table (n_slots);

  if (fd < 0)
    return FALSE;
  if (!copy_slots (claims, fd, n_slots))
    {
      lectern_cli_complain_errno (g_get_tmp_dir ());
      close (fd);
      return FALSE;
    }
  close (claims->fd);
  claims->fd = fd;
  claims->n_slots = n_slots;
  return TRUE;
}

static void
digest_name (LecternCliClaims *claims, const char *name, guint8 *digest)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
  guint8 whole[32];
  gsize length = sizeof whole;

  g_checksum_reset (claims->checksum);
  g_checksum_update (claims->checksum, (const guchar *)normal, -1);
  g_checksum_get_digest (claims->checksum, whole, &length);
  memcpy (digest, whole, DIGEST_BYTES);
}

gboolean
lectern_cli_claims_add (LecternCliClaims *claims, const char *name, guint row, guint *holder)
{
  Slot slot = { .row = row };

  if (claims->n_used * 2 >= claims->n_slots && !grow (claims))
    return FALSE;
  digest_name (claims, name, slot.digest);
  if (!put (claims->fd, claims->n_slots, &slot))
    {
      lectern_cli_complain_errno (g_get_tmp_dir ());
      return FALSE;
    }
  claims->n_used += slot.row == row;
  *holder = slot.row;
  return TRUE;
}
