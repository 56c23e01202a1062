/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "language/lectern-language-private.h"
#include "model/lectern-builder-private.h"
#include "language/lectern-numbering-private.h"
#include "read/lectern-xml-private.h"

#include <string.h>

void
_lectern_xml_content_clear (LecternXmlContent *content)
{
  g_free (content->text);
  g_free (content->events);
  g_clear_pointer (&content->lists, g_array_unref);
  g_clear_pointer (&content->attributes, g_array_unref);
  g_clear_pointer (&content->references, g_array_unref);
  g_clear_pointer (&content->ids, g_hash_table_unref);
  g_clear_pointer (&content->notes, g_ptr_array_unref);
  if (content->values != NULL)
    g_string_free (content->values, TRUE);
  g_free (content->language);
  g_free (content->encoding);
  memset (content, 0, sizeof *content);
}

void
_lectern_xml_content_error (LecternXmlContent *content, GError **error, LecternError code,
                            gsize position, const char *format, ...)
{
  LecternPosition where;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  lectern_source_get_position (content->xml, position, &where);
  _lectern_set_error (error, code, lectern_read_options_get_name (content->options), &where, "%s",
                      message);
}

/* A node that is open while the tree is made. */
typedef struct
{
  guint32 event;
  guint32 node;
  guint32 start;    /* of its text */
  guint32 n_inside; /* sections or points in it so far */
  guint32 ordinal;
  guint32 marker; /* of a section, point or entry: where its marker is in the text; equal: none */
  guint32 marker_end;
} Frame;

/* What is known of a list of attributes. */
typedef struct
{
  guint32 set; /* interned; 0: not yet */
  gboolean is_looked_up;
  LecternNumbering *numbering;
} List;

#define MEMOS       256
#define MARKER_ROOM 24

/* What a marker said. */
typedef struct
{
  LecternNumbering *numbering; /* NULL: nothing yet */
  guint number;                /* 0: it does not fit */
  guint8 length;
  char marker[MARKER_ROOM];
} Memo;

typedef struct
{
  LecternXmlContent *content;
  LecternBuilder *builder;
  GArray *frames;
  List *lists;
  guint32 *nodes;   /* of events, where there are references */
  GArray *counts;   /* of entries so far, by level */
  GPtrArray *forms; /* of markers of entries, by level */
  Memo memos[MEMOS];
} Build;

static Frame *
get_frame (Build *build, guint up)
{
  return up < build->frames->len
             ? &g_array_index (build->frames, Frame, build->frames->len - 1 - up)
             : NULL;
}

static guint8
get_kind (Build *build, const Frame *frame)
{
  return build->content->events[frame->event].kind;
}

static const LecternXmlPair *
get_pairs (Build *build, const Frame *frame, guint *n)
{
  const LecternXmlList *list = &g_array_index (build->content->lists, LecternXmlList,
                                               build->content->events[frame->event].list);

  *n = list->n_attributes;
  return &g_array_index (build->content->attributes, LecternXmlPair, list->first);
}

static const char *
get_value (Build *build, const Frame *frame, guint attribute)
{
  guint n;
  const LecternXmlPair *pairs = get_pairs (build, frame, &n);

  for (guint i = 0; i < n; i++)
    if (pairs[i].attribute == attribute)
      return build->content->values->str + pairs[i].value;
  return NULL;
}

/* The attributes of the element, and the number of its marker where that is given. */
static guint32
intern (Build *build, const Frame *frame, guint number)
{
  LecternAttribute list[LECTERN_N_XML_ATTRIBUTES];
  guint n_pairs;
  const LecternXmlPair *pairs = get_pairs (build, frame, &n_pairs);
  char digits[12];
  guint n = 0;

  for (guint i = 0; i < n_pairs; i++)
    if (pairs[i].attribute < LECTERN_N_ATTRIBUTES)
      list[n++] = (LecternAttribute){ _lectern_xml_attribute_name (pairs[i].attribute),
                                      build->content->values->str + pairs[i].value };
  if (number > 0)
    {
      g_snprintf (digits, sizeof digits, "%u", number);
      list[n++] = (LecternAttribute){ LECTERN_PROPERTY_NUMBER, digits };
    }
  return n > 0 ? _lectern_builder_intern (build->builder, list, n) : 0;
}

static void
set_attributes (Build *build, const Frame *frame)
{
  List *list = &build->lists[build->content->events[frame->event].list];

  if (list->set == 0)
    list->set = intern (build, frame, 0);
  _lectern_builder_set_attributes (build->builder, frame->node, list->set);
}

static void
set_number (Build *build, const Frame *frame, guint number)
{
  if (number != 0 && number != frame->ordinal)
    _lectern_builder_set_attributes (build->builder, frame->node, intern (build, frame, number));
}

static LecternNumbering *
get_numbering (Build *build, const Frame *frame)
{
  List *list = &build->lists[build->content->events[frame->event].list];
  const char *string;

  if (list->is_looked_up)
    return list->numbering;
  list->is_looked_up = TRUE;
  string = get_value (build, frame, LECTERN_ATTRIBUTE_NUMBERING);
  if (string != NULL)
    list->numbering = lectern_numbering_new_from_string (string, NULL);
  return list->numbering;
}

static char *
dup_marker (Build *build, const Frame *frame)
{
  const char *text = build->content->text + frame->marker;
  gsize length = frame->marker_end - frame->marker;

  return length == 0 || memchr (text, '\0', length) != NULL ? NULL : g_strndup (text, length);
}

static guint
parse_marker (Build *build, const Frame *frame, LecternNumbering *numbering)
{
  g_autofree char *marker = dup_marker (build, frame);
  guint number = 0;

  return marker != NULL && lectern_numbering_parse_marker (numbering, marker, &number) ? number : 0;
}

/* A speech has the same few markers again and again. */
static guint
find_number (Build *build, const Frame *frame, LecternNumbering *numbering)
{
  const char *marker = build->content->text + frame->marker;
  guint32 length = frame->marker_end - frame->marker;
  guint32 hash = length;
  Memo *memo;

  if (length > MARKER_ROOM)
    return parse_marker (build, frame, numbering);
  for (guint32 i = 0; i < length; i++)
    hash = hash * 31 + (guint8)marker[i];
  memo = &build->memos[(hash ^ hash >> 8 ^ hash >> 16) % MEMOS];
  if (memo->numbering != numbering || memo->length != length
      || memcmp (memo->marker, marker, length) != 0)
    {
      memo->numbering = numbering;
      memo->length = (guint8)length;
      memcpy (memo->marker, marker, length);
      memo->number = parse_marker (build, frame, numbering);
    }
  return memo->number;
}

/* 最后 says that its member is the last one, whatever its position. */
static guint
find_position (Build *build, const Frame *frame, LecternNumbering *numbering)
{
  guint number = find_number (build, frame, numbering);
  g_autofree char *marker = NULL, *third = NULL, *last = NULL;

  if (number == 0 || number == frame->ordinal)
    return number;
  marker = dup_marker (build, frame);
  third = lectern_numbering_dup_marker (numbering, 3, NULL);
  last = _lectern_numbering_dup_marker_of (numbering, 3, 3, NULL);
  return last != NULL && g_strcmp0 (third, last) != 0 && g_strcmp0 (marker, last) == 0
             ? frame->ordinal
             : number;
}

/* The level of an entry that does not say it: that of the form of its marker, one deeper for a form
 * that is new. */
static guint
find_level (Build *build, LecternNumbering *numbering)
{
  g_autofree char *form = numbering != NULL ? lectern_numbering_dup_form (numbering) : NULL;
  guint level = 0;

  if (form == NULL)
    return MAX (build->forms->len, 1);
  while (level < build->forms->len && strcmp (g_ptr_array_index (build->forms, level), form) != 0)
    level++;
  g_ptr_array_set_size (build->forms, (gint)level);
  g_ptr_array_add (build->forms, g_steal_pointer (&form));
  return level + 1;
}

/* The position of an entry among those of its level below the same shallower entry. */
static guint
count_entry (Build *build, guint level)
{
  guint old = build->counts->len;

  g_array_set_size (build->counts, level);
  for (guint i = old; i < level; i++)
    g_array_index (build->counts, guint32, i) = 0;
  return ++g_array_index (build->counts, guint32, level - 1);
}

static void
close_entry (Build *build, Frame *frame)
{
  const char *given = get_value (build, frame, LECTERN_XML_LEVEL);
  guint64 level = given != NULL ? g_ascii_strtoull (given, NULL, 10) : 0;
  g_autofree char *marker = dup_marker (build, frame);
  g_autoptr (LecternNumbering) numbering = NULL;

  if (marker != NULL)
    numbering = lectern_numbering_new_from_marker (marker, NULL);
  if (level == 0 || level > 999)
    level = find_level (build, numbering);
  _lectern_builder_set_level (build->builder, frame->node, (guint)level);
  frame->ordinal = count_entry (build, (guint)level);
  if (numbering != NULL)
    set_number (build, frame, parse_marker (build, frame, numbering));
}

/* What the marker says is recorded only where it is not the position. */
static void
close_member (Build *build, Frame *frame)
{
  guint8 kind = get_kind (build, frame);
  LecternNumbering *numbering;

  if (kind == LECTERN_NODE_ENTRY)
    {
      close_entry (build, frame);
      return;
    }
  if (frame->marker == frame->marker_end)
    return;
  numbering = get_numbering (build, kind == LECTERN_NODE_POINT ? get_frame (build, 1) : frame);
  if (numbering != NULL)
    set_number (build, frame, find_position (build, frame, numbering));
}

/* The marker of a heading is that of its section, and that of a paragraph its point's. */
static void
close_marker (Build *build, const Frame *marker, guint32 end)
{
  Frame *owner = get_frame (build, 1);
  guint8 kind = get_kind (build, owner);

  if (kind == LECTERN_NODE_HEADING || kind == LECTERN_NODE_PARAGRAPH)
    owner = get_frame (build, 2);
  owner->marker = marker->start;
  owner->marker_end = end;
}

static void
begin_node (Build *build, guint32 number, const LecternXmlEvent *event)
{
  Frame frame = { .event = number, .start = event->offset };
  Frame *parent = get_frame (build, 0);

  if (event->kind == LECTERN_NODE_SECTION || event->kind == LECTERN_NODE_POINT)
    frame.ordinal = ++parent->n_inside;
  else if (event->kind == LECTERN_NODE_OUTLINE)
    {
      g_array_set_size (build->counts, 0);
      g_ptr_array_set_size (build->forms, 0);
    }
  frame.node = _lectern_builder_open (build->builder, event->kind, event->offset);
  if (build->nodes != NULL)
    build->nodes[number] = frame.node;
  if (event->list > 0)
    set_attributes (build, &frame);
  g_array_append_val (build->frames, frame);
}

static void
end_node (Build *build, guint32 offset)
{
  Frame *frame = get_frame (build, 0);

  switch (get_kind (build, frame))
    {
    case LECTERN_NODE_MARKER:
      close_marker (build, frame, offset);
      break;
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
    case LECTERN_NODE_ENTRY:
      close_member (build, frame);
      break;
    default:
      break;
    }
  _lectern_builder_close (build->builder, offset);
  g_array_set_size (build->frames, build->frames->len - 1);
}

/* Calls `link` for each id in the `of` of each announcement. */
gboolean
_lectern_xml_content_link (LecternXmlContent *content, LecternXmlLink link, gpointer data,
                           GError **error)
{
  for (guint i = 0; i < content->references->len; i++)
    {
      const LecternXmlReference *reference
          = &g_array_index (content->references, LecternXmlReference, i);
      g_auto (GStrv) ids = g_strsplit_set (content->values->str + reference->value, " \t\r\n", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          guint target = GPOINTER_TO_UINT (g_hash_table_lookup (content->ids, ids[j]));

          if (ids[j][0] == '\0')
            continue;
          if (target == 0)
            {
              _lectern_xml_content_error (
                  content, error, LECTERN_ERROR_STRUCTURE, reference->position,
                  "The announcement is of “%s”, which is no xml:id here", ids[j]);
              return FALSE;
            }
          link (data, reference->event, target - 1);
        }
    }
  return TRUE;
}

static void
link_nodes (gpointer data, guint32 announcement, guint32 target)
{
  Build *build = data;

  _lectern_builder_add_target (build->builder, build->nodes[announcement], build->nodes[target]);
}

static void
build_nodes (Build *build)
{
  for (guint32 i = 0; i < build->content->n_events; i++)
    {
      const LecternXmlEvent *event = &build->content->events[i];

      if (event->kind == LECTERN_XML_END)
        end_node (build, event->offset);
      else
        begin_node (build, i, event);
    }
}

static void
free_lists (Build *build)
{
  for (guint i = 0; i < build->content->lists->len; i++)
    g_clear_pointer (&build->lists[i].numbering, lectern_numbering_unref);
  g_free (build->lists);
}

LecternDocument *
_lectern_xml_build (LecternXmlContent *content, GError **error)
{
  gsize length = content->length;
  g_autoptr (GBytes) text = g_bytes_new_take (g_realloc (content->text, length + 1), length);
  g_autoptr (LecternSource) source = _lectern_source_new_checked (text);
  g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, content->language);
  Build build = { .content = content, .builder = builder };
  LecternDocument *document = NULL;

  content->text = (char *)g_bytes_get_data (text, NULL);
  build.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  build.lists = g_new0 (List, content->lists->len);
  if (content->references->len > 0)
    build.nodes = g_new (guint32, content->n_events);
  build.counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  build.forms = g_ptr_array_new_with_free_func (g_free);

  _lectern_builder_set_origin (builder, content->encoding, content->bom, content->options);
  for (guint i = 0; i < content->notes->len; i++)
    _lectern_builder_add_note (builder, g_ptr_array_index (content->notes, i));
  build_nodes (&build);
  if (_lectern_xml_content_link (content, link_nodes, &build, error))
    document = lectern_builder_finish (builder, error);

  content->text = NULL;
  g_array_unref (build.frames);
  g_free (build.nodes);
  free_lists (&build);
  g_array_unref (build.counts);
  g_ptr_array_unref (build.forms);
  return document;
}

/* What the XML does not say, the options may, or the script shows. */
static void
choose_language (LecternXmlContent *content)
{
  const char *language = content->language;

  if (language == NULL || language[0] == '\0')
    language = lectern_read_options_get_language (content->options);
  if (language == NULL)
    language = _lectern_language_detect (content->text, content->length);
  if (language == content->language)
    return;
  g_free (content->language);
  content->language = g_strdup (language);
}

LecternDocument *
_lectern_xml_read (LecternSource *xml, LecternReadOptions *options, GCancellable *cancellable,
                   GError **error)
{
  LecternXmlContent content = { .xml = xml, .options = options };
  LecternDocument *document = NULL;

  if (_lectern_xml_parse (&content, cancellable, error))
    {
      choose_language (&content);
      document = content.preserve ? _lectern_xml_build (&content, error)
                                  : _lectern_xml_lay_out (&content, error);
    }
  _lectern_xml_content_clear (&content);
  return document;
}
