/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-diff-private.h"

/* E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in its linear space form. */

#define LIMIT 256

/* The state of a search: the furthest places on each diagonal, forward and backward. */
typedef struct
{
  gint64 forward[2 * LIMIT + 3];
  gint64 backward[2 * LIMIT + 3];
} Search;

/* A diagonal that has left the box. */
#define NOWHERE (-((gint64)1 << 40))

#define AT(array, diagonal) ((array)[(diagonal) + LIMIT + 1])

/* One round of the search forward over paths with `d` differences. TRUE where it meets the paths
 * from behind; then `x` and `y` are a place on a best path. */
static gboolean
go_forward (Search *search, const guint32 *a, const guint32 *b, const LecternDiffBox *box, int d,
            guint32 *x, guint32 *y)
{
  gint64 n = box->a_end - box->a;
  gint64 m = box->b_end - box->b;
  gint64 delta = n - m;

  for (int k = -d; k <= d; k += 2)
    {
      gint64 i = k == -d || (k != d && AT (search->forward, k - 1) < AT (search->forward, k + 1))
                     ? AT (search->forward, k + 1)
                     : AT (search->forward, k - 1) + 1;

      if (i < 0 || i > n || i - k > m)
        {
          AT (search->forward, k) = NOWHERE;
          continue;
        }
      while (i < n && i - k < m && a[box->a + i] == b[box->b + i - k])
        i++;
      AT (search->forward, k) = i;
      if ((delta & 1) != 0 && delta - k >= -(d - 1) && delta - k <= d - 1
          && i + AT (search->backward, delta - k) >= n)
        {
          *x = box->a + (guint32)i;
          *y = box->b + (guint32)(i - k);
          return TRUE;
        }
    }
  return FALSE;
}

/* The same backward; places and diagonals are counted from the end. */
static gboolean
go_backward (Search *search, const guint32 *a, const guint32 *b, const LecternDiffBox *box, int d,
             guint32 *x, guint32 *y)
{
  gint64 n = box->a_end - box->a;
  gint64 m = box->b_end - box->b;
  gint64 delta = n - m;

  for (int k = -d; k <= d; k += 2)
    {
      gint64 i = k == -d || (k != d && AT (search->backward, k - 1) < AT (search->backward, k + 1))
                     ? AT (search->backward, k + 1)
                     : AT (search->backward, k - 1) + 1;

      if (i < 0 || i > n || i - k > m)
        {
          AT (search->backward, k) = NOWHERE;
          continue;
        }
      while (i < n && i - k < m && a[box->a_end - 1 - i] == b[box->b_end - 1 - (i - k)])
        i++;
      AT (search->backward, k) = i;
      if ((delta & 1) == 0 && delta - k >= -d && delta - k <= d
          && i + AT (search->forward, delta - k) >= n)
        {
          *x = box->a_end - (guint32)i;
          *y = box->b_end - (guint32)(i - k);
          return TRUE;
        }
    }
  return FALSE;
}

/* Finds a place in the middle of a best path through the box. */
static gboolean
split (Search *search, const guint32 *a, const guint32 *b, const LecternDiffBox *box, guint32 *x,
       guint32 *y)
{
  AT (search->forward, 1) = 0;
  AT (search->backward, 1) = 0;
  for (int d = 0; d <= LIMIT; d++)
    {
      if (go_forward (search, a, b, box, d, x, y) || go_backward (search, a, b, box, d, x, y))
        return TRUE;
    }
  return FALSE;
}

/* Takes from both ends of the box what is equal. */
static void
trim (const guint32 *a, const guint32 *b, LecternDiffBox *box)
{
  while (box->a < box->a_end && box->b < box->b_end && a[box->a] == b[box->b])
    {
      box->a++;
      box->b++;
    }
  while (box->a < box->a_end && box->b < box->b_end && a[box->a_end - 1] == b[box->b_end - 1])
    {
      box->a_end--;
      box->b_end--;
    }
}

void
_lectern_diff (const guint32 *a, guint32 n, const guint32 *b, guint32 m, LecternDiffFunc func,
               gpointer data)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (LecternDiffBox));
  g_autofree Search *search = g_new (Search, 1);
  LecternDiffBox pending = { 0, 0, 0, 0 }, whole = { 0, n, 0, m };

  g_array_append_val (boxes, whole);
  while (boxes->len > 0)
    {
      LecternDiffBox box = g_array_index (boxes, LecternDiffBox, boxes->len - 1);
      guint32 x;
      guint32 y;

      g_array_set_size (boxes, boxes->len - 1);
      trim (a, b, &box);
      if (box.a == box.a_end && box.b == box.b_end)
        continue;
      if (box.a < box.a_end && box.b < box.b_end && split (search, a, b, &box, &x, &y)
          && !(x == box.a && y == box.b) && !(x == box.a_end && y == box.b_end))
        {
          LecternDiffBox first = { box.a, x, box.b, y };
          LecternDiffBox second = { x, box.a_end, y, box.b_end };

          g_array_append_val (boxes, second);
          g_array_append_val (boxes, first);
        }
      else if (box.a == pending.a_end && box.b == pending.b_end)
        {
          pending.a_end = box.a_end;
          pending.b_end = box.b_end;
        }
      else
        {
          if (pending.a < pending.a_end || pending.b < pending.b_end)
            func (&pending, data);
          pending = box;
        }
    }
  if (pending.a < pending.a_end || pending.b < pending.b_end)
    func (&pending, data);
}
