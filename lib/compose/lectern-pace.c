/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-spoken-private.h"

/**
 * LecternPace:
 *
 * How fast a speech is spoken, and what of it. What is asked for the time of a speech takes %NULL
 * for the usual pace: %LECTERN_DEFAULT_RATE characters in a minute, with the usual pauses, and
 * without the title, which the host says.
 *
 * A pace may be changed and used again, but not by two threads at once.
 */
struct _LecternPace
{
  gatomicrefcount references;
  guint rate;
  double paragraph_pause;
  double point_pause;
  gboolean title;
};

/**
 * LECTERN_MAX_RATE:
 *
 * The highest rate, in characters a minute.
 */

/**
 * LECTERN_DEFAULT_PARAGRAPH_PAUSE:
 *
 * How many seconds pass before a paragraph unless one says otherwise.
 */

/**
 * LECTERN_DEFAULT_POINT_PAUSE:
 *
 * How many seconds pass before a point within a paragraph unless one says otherwise.
 */

/**
 * LECTERN_MAX_PAUSE:
 *
 * The longest pause, in seconds.
 */

G_DEFINE_BOXED_TYPE (LecternPace, lectern_pace, lectern_pace_ref, lectern_pace_unref)

/**
 * lectern_pace_new:
 *
 * Makes the usual pace.
 *
 * Returns: (transfer full): the pace
 */
LecternPace *
lectern_pace_new (void)
{
  LecternPace *pace = g_new0 (LecternPace, 1);

  g_atomic_ref_count_init (&pace->references);
  pace->rate = LECTERN_DEFAULT_RATE;
  pace->paragraph_pause = LECTERN_DEFAULT_PARAGRAPH_PAUSE;
  pace->point_pause = LECTERN_DEFAULT_POINT_PAUSE;
  return pace;
}

/**
 * lectern_pace_ref:
 * @pace: a pace
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @pace
 */
LecternPace *
lectern_pace_ref (LecternPace *pace)
{
  g_return_val_if_fail (pace != NULL, NULL);

  g_atomic_ref_count_inc (&pace->references);
  return pace;
}

/**
 * lectern_pace_unref:
 * @pace: (transfer full): a pace
 *
 * Drops a reference.
 */
void
lectern_pace_unref (LecternPace *pace)
{
  g_return_if_fail (pace != NULL);

  if (g_atomic_ref_count_dec (&pace->references))
    g_free (pace);
}

/**
 * lectern_pace_set_rate:
 * @pace: a pace
 * @rate: characters in a minute, from 1 to %LECTERN_MAX_RATE
 *
 * Says how fast is spoken. Formal speeches go at about 200, with 120 for a slow and 300 for a fast
 * speaker; the breath at the end of a sentence is in that.
 */
void
lectern_pace_set_rate (LecternPace *pace, guint rate)
{
  g_return_if_fail (pace != NULL);
  g_return_if_fail (rate >= 1 && rate <= LECTERN_MAX_RATE);

  pace->rate = rate;
}

/**
 * lectern_pace_get_rate:
 * @pace: a pace
 *
 * Tells how fast is spoken.
 *
 * Returns: characters in a minute
 */
guint
lectern_pace_get_rate (LecternPace *pace)
{
  g_return_val_if_fail (pace != NULL, LECTERN_DEFAULT_RATE);

  return pace->rate;
}

/**
 * lectern_pace_set_paragraph_pause:
 * @pace: a pace
 * @seconds: from 0 to %LECTERN_MAX_PAUSE
 *
 * Says how long the speaker waits before a heading, an address or a paragraph on a new line.
 */
void
lectern_pace_set_paragraph_pause (LecternPace *pace, double seconds)
{
  g_return_if_fail (pace != NULL);
  g_return_if_fail (seconds >= 0 && seconds <= LECTERN_MAX_PAUSE);

  pace->paragraph_pause = seconds;
}

/**
 * lectern_pace_get_paragraph_pause:
 * @pace: a pace
 *
 * Tells how long the speaker waits before a paragraph.
 *
 * Returns: seconds
 */
double
lectern_pace_get_paragraph_pause (LecternPace *pace)
{
  g_return_val_if_fail (pace != NULL, 0);

  return pace->paragraph_pause;
}

/**
 * lectern_pace_set_point_pause:
 * @pace: a pace
 * @seconds: from 0 to %LECTERN_MAX_PAUSE
 *
 * Says how long the speaker waits before a point that begins within a line (一是…；二是…). A point
 * on a line of its own is a paragraph.
 */
void
lectern_pace_set_point_pause (LecternPace *pace, double seconds)
{
  g_return_if_fail (pace != NULL);
  g_return_if_fail (seconds >= 0 && seconds <= LECTERN_MAX_PAUSE);

  pace->point_pause = seconds;
}

/**
 * lectern_pace_get_point_pause:
 * @pace: a pace
 *
 * Tells how long the speaker waits before a point within a line.
 *
 * Returns: seconds
 */
double
lectern_pace_get_point_pause (LecternPace *pace)
{
  g_return_val_if_fail (pace != NULL, 0);

  return pace->point_pause;
}

/**
 * lectern_pace_set_title:
 * @pace: a pace
 * @title: whether the speaker says the title
 *
 * Says whether the title is spoken; unless one says so, it is not.
 */
void
lectern_pace_set_title (LecternPace *pace, gboolean title)
{
  g_return_if_fail (pace != NULL);

  pace->title = title != FALSE;
}

/**
 * lectern_pace_get_title:
 * @pace: a pace
 *
 * Tells whether the title is spoken.
 *
 * Returns: whether it is
 */
gboolean
lectern_pace_get_title (LecternPace *pace)
{
  g_return_val_if_fail (pace != NULL, FALSE);

  return pace->title;
}
