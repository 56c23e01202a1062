/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-spoken-private.h"

/**
 * LecternTime:
 *
 * How long a part of a speech takes: a row of [method@Lectern.Document.list_times]. It never
 * changes, and keeps the document alive.
 */
struct _LecternTime
{
  gatomicrefcount references;
  LecternNode *node;
  guint depth;
  gsize characters;
  double start;
  double seconds;
};

G_DEFINE_BOXED_TYPE (LecternTime, lectern_time, lectern_time_ref, lectern_time_unref)

/* The clock that runs while a node is spoken. Characters are whole numbers and time is derived from
 * them, so that the order in which it is added up does not matter. */
typedef struct
{
  LecternSpoken spoken;
  LecternPace *pace;
  gsize at;    /* how far the text has been spoken */
  gsize limit; /* where the node ends */
  LecternReadingPiece piece;
  gboolean has_piece;
  gboolean is_last; /* there is no more reading */
  gsize characters;
  double pauses;  /* seconds */
  double pending; /* the pause before what is spoken next */
  gboolean begun; /* something has been spoken */
  GPtrArray *times;
  GArray *open;    /* guint: times whose nodes are open */
  guint n_waiting; /* of the open ones, the last in which nothing has been spoken */
} Clock;

static double
now (const Clock *clock)
{
  return clock->pauses + (double)clock->characters * 60.0 / lectern_pace_get_rate (clock->pace);
}

static LecternTime *
nth_open (const Clock *clock, guint n)
{
  return clock->times->pdata[g_array_index (clock->open, guint, n)];
}

/* The pause before a part belongs to what holds it, and so does the time until its first word. */
static void
speak (Clock *clock, const char *text, gsize length)
{
  gsize n = _lectern_reading_count (text, length);

  if (n == 0)
    return;
  if (clock->begun)
    clock->pauses += clock->pending;
  clock->begun = TRUE;
  clock->pending = 0;
  for (; clock->n_waiting > 0; clock->n_waiting--)
    nth_open (clock, clock->open->len - clock->n_waiting)->start = now (clock);
  clock->characters += n;
}

/* The next reading at or after the place that has been reached. */
static gboolean
find_piece (Clock *clock)
{
  if (clock->has_piece && clock->piece.start >= clock->at)
    return TRUE;
  if (clock->is_last)
    return FALSE;
  clock->has_piece
      = _lectern_reader_next (&clock->spoken.reader, clock->at, clock->limit, &clock->piece);
  clock->is_last = !clock->has_piece;
  return clock->has_piece;
}

/* Speaks up to `to`. What is read as one belongs to where it begins. */
static void
speak_until (Clock *clock, gsize to)
{
  while (clock->at < to)
    {
      gboolean found = find_piece (clock);
      gsize end = found ? MIN (clock->piece.start, to) : to;

      speak (clock, clock->spoken.text + clock->at, end - clock->at);
      clock->at = end;
      if (!found || clock->piece.start >= to)
        continue;
      speak (clock, clock->piece.reading, clock->piece.length);
      clock->at = clock->piece.end;
    }
}

static gboolean
is_timed (LecternNodeKind kind)
{
  switch (kind)
    {
    case LECTERN_NODE_SPEECH:
    case LECTERN_NODE_OPENING:
    case LECTERN_NODE_CLOSING:
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* How long the speaker waits before a node. */
static double
pause_before (const Clock *clock, LecternNode *node, LecternNodeKind kind)
{
  switch (kind)
    {
    case LECTERN_NODE_TITLE:
    case LECTERN_NODE_SALUTATION:
    case LECTERN_NODE_THANKS:
    case LECTERN_NODE_HEADING:
    case LECTERN_NODE_PARAGRAPH:
      return lectern_node_starts_line (node) ? lectern_pace_get_paragraph_pause (clock->pace) : 0;
    case LECTERN_NODE_POINT:
      return lectern_node_starts_line (node) ? 0 : lectern_pace_get_point_pause (clock->pace);
    default:
      return 0;
    }
}

static void
enter (Clock *clock, LecternNode *node, LecternNodeKind kind, gboolean timed)
{
  LecternTime *time;

  clock->pending = MAX (clock->pending, pause_before (clock, node, kind));
  if (!timed)
    return;
  time = g_new0 (LecternTime, 1);
  g_atomic_ref_count_init (&time->references);
  time->node = lectern_node_ref (node);
  time->depth = clock->open->len;
  time->characters = clock->characters;
  g_array_append_val (clock->open, clock->times->len);
  g_ptr_array_add (clock->times, time);
  clock->n_waiting++;
}

static void
leave (Clock *clock)
{
  LecternTime *time = nth_open (clock, clock->open->len - 1);

  if (clock->n_waiting > 0)
    {
      clock->n_waiting--;
      time->start = now (clock);
    }
  time->seconds = now (clock) - time->start;
  time->characters = clock->characters - time->characters;
  g_array_set_size (clock->open, clock->open->len - 1);
}

static void
run (Clock *clock, LecternNode *root, gboolean only_root)
{
  LecternWalker walker;
  LecternEvent event;
  LecternSpan span;

  lectern_walker_init (&walker, root);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *node = lectern_walker_get_node (&walker);
      LecternNodeKind kind;
      gboolean timed;

      if (event == LECTERN_EVENT_TEXT)
        continue;
      kind = lectern_node_get_kind (node);
      timed = node == root || (!only_root && is_timed (kind));
      lectern_node_get_span (node, &span);
      speak_until (clock, event == LECTERN_EVENT_ENTER ? span.start : span.end);
      if (event == LECTERN_EVENT_LEAVE)
        {
          if (timed)
            leave (clock);
        }
      else if (node != root && _lectern_spoken_is_silent (kind, clock->pace))
        {
          clock->at = MAX (clock->at, span.end);
          lectern_walker_skip (&walker);
        }
      else
        enter (clock, node, kind, timed);
    }
}

static GPtrArray *
measure (LecternNode *root, LecternPace *pace, gboolean only_root)
{
  Clock clock = { .times = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_time_unref) };
  LecternSpan span;

  clock.pace = pace != NULL ? lectern_pace_ref (pace) : lectern_pace_new ();
  clock.open = g_array_new (FALSE, FALSE, sizeof (guint));
  lectern_node_get_span (root, &span);
  clock.at = span.start;
  clock.limit = span.end;
  _lectern_spoken_init (&clock.spoken, root);
  run (&clock, root, only_root);
  _lectern_spoken_clear (&clock.spoken);
  g_array_unref (clock.open);
  lectern_pace_unref (clock.pace);
  return clock.times;
}

/**
 * lectern_document_list_times:
 * @document: a document
 * @pace: (nullable): how fast is spoken, %NULL for the usual pace
 *
 * Tells how long a speech takes, and when each of its parts begins: the speech, its opening,
 * sections, points and closing, in the order of the text.
 *
 * Counted are the characters that are spoken: figures, signs and masks as they are read
 * ([method@Lectern.Node.list_readings]), a word of Latin letters by its syllables, marks not at
 * all. Adverts and page numbers, outline, byline and notes (（掌声）) are not spoken, nor is the
 * title unless the pace says so; markers and headings are.
 *
 * A part begins with its first word and ends with its last; the pauses before and between parts are
 * in what holds them.
 *
 * Takes linear time.
 *
 * Returns: (transfer container) (element-type LecternTime): the times, that of the speech first
 */
GPtrArray *
lectern_document_list_times (LecternDocument *document, LecternPace *pace)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return measure (lectern_document_get_root (document), pace, FALSE);
}

/**
 * lectern_node_dup_time:
 * @node: a node
 * @pace: (nullable): how fast is spoken, %NULL for the usual pace
 *
 * Tells how long one part of a speech takes, of any kind, as if it were spoken alone: it starts at
 * 0. See [method@Lectern.Document.list_times].
 *
 * Returns: (transfer full): the time
 */
LecternTime *
lectern_node_dup_time (LecternNode *node, LecternPace *pace)
{
  g_autoptr (GPtrArray) times = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  times = measure (node, pace, TRUE);
  return lectern_time_ref (times->pdata[0]);
}

/**
 * lectern_time_ref:
 * @time: a time
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @time
 */
LecternTime *
lectern_time_ref (LecternTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  g_atomic_ref_count_inc (&time->references);
  return time;
}

/**
 * lectern_time_unref:
 * @time: (transfer full): a time
 *
 * Drops a reference.
 */
void
lectern_time_unref (LecternTime *time)
{
  g_return_if_fail (time != NULL);

  if (!g_atomic_ref_count_dec (&time->references))
    return;
  lectern_node_unref (time->node);
  g_free (time);
}

/**
 * lectern_time_get_node:
 * @time: a time
 *
 * Gets what takes that long.
 *
 * Returns: (transfer none): the node
 */
LecternNode *
lectern_time_get_node (LecternTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  return time->node;
}

/**
 * lectern_time_get_depth:
 * @time: a time
 *
 * Gets how many times that were listed with this one are of parts that hold this one.
 *
 * Returns: the depth, 0 for the first
 */
guint
lectern_time_get_depth (LecternTime *time)
{
  g_return_val_if_fail (time != NULL, 0);

  return time->depth;
}

/**
 * lectern_time_get_characters:
 * @time: a time
 *
 * Gets how many characters are spoken.
 *
 * Returns: the number
 */
gsize
lectern_time_get_characters (LecternTime *time)
{
  g_return_val_if_fail (time != NULL, 0);

  return time->characters;
}

/**
 * lectern_time_get_start:
 * @time: a time
 *
 * Gets when the part begins.
 *
 * Returns: seconds since the beginning
 */
double
lectern_time_get_start (LecternTime *time)
{
  g_return_val_if_fail (time != NULL, 0);

  return time->start;
}

/**
 * lectern_time_get_seconds:
 * @time: a time
 *
 * Gets how long the part takes.
 *
 * Returns: seconds
 */
double
lectern_time_get_seconds (LecternTime *time)
{
  g_return_val_if_fail (time != NULL, 0);

  return time->seconds;
}
