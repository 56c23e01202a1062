/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-csv.h"
#include "lectern-cli.h"

#include <string.h>

/* Why there is no library behind this: libcsv, the one that Debian has, tells of no cell where it
 * stands, cannot be stopped within a record, trims cells that have no quotes, and knows neither
 * byte order marks nor limits. */

typedef enum
{
  STATE_START, /* of a cell */
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE /* after a quote within quotes: the end of them, or the first of two */
} State;

/* What a character is to the table; anything else is text. */
typedef enum
{
  CLASS_TEXT,
  CLASS_SEPARATOR,
  CLASS_LINE_END,
  CLASS_QUOTE
} Class;

struct _LecternCliCsv
{
  LecternCliDecoder *decoder;
  const char *at; /* in the piece that was read */
  const char *end;
  guint8 classes[256];
  State state;
  guint n_expected;
  gboolean after_cr; /* a line feed belongs to it */
  gboolean begun;    /* anything of the record was read */
  LecternCliPlace place;
  LecternCliPlace quote; /* where the quotes began */
  LecternCliCell cell;
  LecternCliRecord record;
};

LecternCliCsv *
lectern_cli_csv_new (LecternCliDecoder *decoder, char separator)
{
  LecternCliCsv *csv = g_new0 (LecternCliCsv, 1);

  csv->decoder = decoder;
  csv->classes[(guchar)separator] = CLASS_SEPARATOR;
  csv->classes['\r'] = csv->classes['\n'] = CLASS_LINE_END;
  csv->classes['"'] = CLASS_QUOTE;
  csv->n_expected = LECTERN_CLI_MAX_COLUMNS;
  csv->place = (LecternCliPlace){ 1, 1 };
  csv->record.text = g_string_new (NULL);
  csv->record.cells = g_array_new (FALSE, FALSE, sizeof (LecternCliCell));
  return csv;
}

void
lectern_cli_csv_free (LecternCliCsv *csv)
{
  lectern_cli_decoder_free (csv->decoder);
  g_string_free (csv->record.text, TRUE);
  g_array_unref (csv->record.cells);
  g_free (csv->record.fault);
  g_free (csv);
}

void
lectern_cli_csv_expect (LecternCliCsv *csv, guint n)
{
  csv->n_expected = n;
}

double
lectern_cli_csv_get_share (const LecternCliCsv *csv)
{
  return lectern_cli_decoder_get_share (csv->decoder);
}

/* --- records -------------------------------------------------------------------------------- */

static void
start_cell (LecternCliCsv *csv)
{
  csv->state = STATE_START;
  csv->cell = (LecternCliCell){ csv->record.text->len, 0, csv->place };
}

static void
start_record (LecternCliCsv *csv)
{
  g_string_truncate (csv->record.text, 0);
  g_array_set_size (csv->record.cells, 0);
  g_clear_pointer (&csv->record.fault, g_free);
  csv->record.n_cells = 0;
  csv->record.place = csv->place;
  csv->begun = FALSE;
  start_cell (csv);
}

/* Only the first fault is told: those after it mostly come from it. */
static void
set_fault (LecternCliCsv *csv, LecternCliPlace place, char *message)
{
  if (csv->record.fault != NULL)
    {
      g_free (message);
      return;
    }
  csv->record.fault = message;
  csv->record.fault_place = place;
}

static void
end_cell (LecternCliCsv *csv)
{
  LecternCliRecord *record = &csv->record;

  csv->cell.length = record->text->len - csv->cell.start;
  if (record->n_cells < csv->n_expected)
    g_array_append_val (record->cells, csv->cell);
  else
    {
      if (record->n_cells == csv->n_expected)
        record->surplus = csv->cell.place;
      g_string_truncate (record->text, csv->cell.start);
    }
  record->n_cells++;
}

static void
add_text (LecternCliCsv *csv, const char *text, gsize length)
{
  GString *all = csv->record.text;

  csv->begun = TRUE;
  if (csv->record.fault != NULL)
    return;
  if (all->len - csv->cell.start + length > LECTERN_CLI_MAX_CELL_BYTES)
    set_fault (csv, csv->cell.place,
               g_strdup_printf (_ ("a cell of more than %" G_GSIZE_FORMAT " bytes"),
                                LECTERN_CLI_MAX_CELL_BYTES));
  else if (all->len + length > LECTERN_CLI_MAX_ROW_BYTES)
    set_fault (csv, csv->record.place,
               g_strdup_printf (_ ("a row of more than %" G_GSIZE_FORMAT " bytes"),
                                LECTERN_CLI_MAX_ROW_BYTES));
  else
    g_string_append_len (all, text, (gssize)length);
}

/* --- characters ----------------------------------------------------------------------------- */

/* Text that nothing else stands in. */
static void
read_text (LecternCliCsv *csv)
{
  const char *start = csv->at;

  for (; csv->at < csv->end && csv->classes[(guchar)*csv->at] == CLASS_TEXT; csv->at++)
    csv->place.column += ((guchar)*csv->at & 0xc0) != 0x80;
  if (csv->state == STATE_QUOTE)
    set_fault (csv, csv->quote, g_strdup (_ ("text after the closing quote")));
  if (csv->state != STATE_QUOTED)
    csv->state = STATE_PLAIN;
  add_text (csv, start, (gsize)(csv->at - start));
}

static void
read_quote (LecternCliCsv *csv)
{
  switch (csv->state)
    {
    case STATE_START:
      csv->state = STATE_QUOTED;
      csv->quote = csv->place;
      csv->begun = TRUE;
      break;
    case STATE_QUOTED:
      csv->state = STATE_QUOTE;
      break;
    case STATE_QUOTE:
      csv->state = STATE_QUOTED;
      add_text (csv, "\"", 1);
      break;
    default:
      set_fault (csv, csv->place,
                 g_strdup (_ ("a quote in a cell that does not begin with one; a quote is "
                              "written as two in a cell in quotes")));
    }
  csv->place.column++;
  csv->at++;
}

/* TRUE where the record ends here. */
static gboolean
read_line_end (LecternCliCsv *csv)
{
  gboolean quoted = csv->state == STATE_QUOTED;

  if (quoted)
    add_text (csv, csv->at, 1);
  else
    {
      csv->record.end = csv->place;
      end_cell (csv);
    }
  csv->after_cr = *csv->at == '\r';
  csv->at++;
  csv->place.line++;
  csv->place.column = 1;
  return !quoted;
}

/* The second half of a line end that has been counted. */
static void
read_line_feed (LecternCliCsv *csv)
{
  csv->after_cr = FALSE;
  if (*csv->at != '\n')
    return;
  if (csv->state == STATE_QUOTED)
    add_text (csv, csv->at, 1);
  csv->at++;
}

/* Reads on in the piece; TRUE where a record ends. */
static gboolean
read_piece (LecternCliCsv *csv)
{
  while (csv->at < csv->end)
    {
      Class class = csv->classes[(guchar)*csv->at];

      if (csv->after_cr)
        read_line_feed (csv);
      else if (class == CLASS_LINE_END)
        {
          if (read_line_end (csv))
            return TRUE;
        }
      else if (class == CLASS_QUOTE)
        read_quote (csv);
      else if (class == CLASS_TEXT)
        read_text (csv);
      else if (csv->state == STATE_QUOTED)
        {
          add_text (csv, csv->at++, 1);
          csv->place.column++;
        }
      else
        {
          csv->begun = TRUE;
          end_cell (csv);
          csv->at++;
          csv->place.column++;
          start_cell (csv);
        }
    }
  return FALSE;
}

/* The last record may lack its line end. */
static const LecternCliRecord *
end_file (LecternCliCsv *csv)
{
  if (!csv->begun)
    return NULL;
  if (csv->state == STATE_QUOTED)
    set_fault (csv, csv->quote, g_strdup (_ ("the quotes that begin here are not closed")));
  csv->record.end = csv->place;
  end_cell (csv);
  csv->begun = FALSE;
  csv->state = STATE_START;
  return &csv->record;
}

const LecternCliRecord *
lectern_cli_csv_next (LecternCliCsv *csv, char **message, LecternCliPlace *place)
{
  *message = NULL;
  start_record (csv);
  while (!read_piece (csv))
    {
      gsize length;

      if (!lectern_cli_decoder_read (csv->decoder, &csv->at, &length, message))
        {
          *place = csv->place;
          return NULL;
        }
      csv->end = csv->at + length;
      if (length == 0)
        return end_file (csv);
    }
  return &csv->record;
}
