/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "peers.h"

#include <cmark.h>
#include <dlfcn.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlwriter.h>
#include <malloc.h>
#include <md4c.h>
#include <string.h>

/* What is computed ends here, so that no compiler leaves the work out. */
static volatile gsize sink;

/* cmark-gfm exports the names of cmark: it is opened with a name space of its own. */
static struct
{
  gpointer (*parse) (const char *text, size_t length, int options);
  char *(*render_plain) (gpointer tree, int options, int width);
  void (*free) (gpointer tree);
} gfm;

gboolean
peers_have_gfm (void)
{
  static gboolean tried;
  gpointer library = NULL;

  if (!tried)
    library = dlopen ("libcmark-gfm.so", RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  tried = TRUE;
  if (library != NULL)
    {
      *(gpointer *)&gfm.parse = dlsym (library, "cmark_parse_document");
      *(gpointer *)&gfm.render_plain = dlsym (library, "cmark_render_plaintext");
      *(gpointer *)&gfm.free = dlsym (library, "cmark_node_free");
    }
  return gfm.parse != NULL && gfm.render_plain != NULL && gfm.free != NULL;
}

/* What xmlTextWriter is to write: the XML as a list of events, so that only writing is timed. */

typedef struct
{
  const char *name;        /* element, or NULL for text and ends */
  const char *text;        /* text, or NULL */
  const char **attributes; /* name, value, …, NULL */
} XmlEvent;

typedef struct
{
  Speech *speech;
  GString *text;
} Recorder;

static void
record (Recorder *recorder, XmlEvent event)
{
  if (recorder->text->len > 0)
    {
      XmlEvent text
          = { .text = g_string_chunk_insert (recorder->speech->xml_strings, recorder->text->str) };
      g_array_append_val (recorder->speech->xml_events, text);
      g_string_truncate (recorder->text, 0);
    }
  g_array_append_val (recorder->speech->xml_events, event);
}

static void
record_start (gpointer data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
              int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
              const xmlChar **attributes)
{
  Recorder *recorder = data;
  GStringChunk *strings = recorder->speech->xml_strings;
  const char **list = g_new0 (const char *, 2 * (gsize)(n_attributes + n_namespaces) + 1);
  gsize n = 0;

  for (int i = 0; i < n_namespaces; i++)
    {
      list[n++] = "xmlns";
      list[n++] = g_string_chunk_insert_const (strings, (const char *)namespaces[2 * i + 1]);
    }
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      g_autofree char *full = attributes[1] == NULL
                                  ? g_strdup ((const char *)attributes[0])
                                  : g_strdup_printf ("%s:%s", attributes[1], attributes[0]);
      list[n++] = g_string_chunk_insert_const (strings, full);
      list[n++] = g_string_chunk_insert_len (strings, (const char *)attributes[3],
                                             attributes[4] - attributes[3]);
    }
  record (recorder, (XmlEvent){ .name = g_string_chunk_insert_const (strings, (const char *)name),
                                .attributes = list });
}

static void
record_end (gpointer data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  record (data, (XmlEvent){ NULL });
}

static void
record_text (gpointer data, const xmlChar *text, int length)
{
  g_string_append_len (((Recorder *)data)->text, (const char *)text, length);
}

static void
parse_with (xmlSAXHandler *handler, gpointer data, GBytes *xml)
{
  xmlParserCtxt *context
      = xmlCreateMemoryParserCtxt (g_bytes_get_data (xml, NULL), (int)g_bytes_get_size (xml));
  xmlSAXHandler *own = context->sax;

  context->sax = handler;
  context->userData = data;
  xmlCtxtUseOptions (context, XML_PARSE_HUGE | XML_PARSE_NONET);
  xmlParseDocument (context);
  if (!context->wellFormed)
    g_error ("the XML of the benchmark is not well-formed");
  context->sax = own;
  xmlFreeParserCtxt (context);
}

static void
speech_record_xml (Speech *speech)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .startElementNs = record_start,
                            .endElementNs = record_end,
                            .characters = record_text,
                            .ignorableWhitespace = record_text };
  Recorder recorder = { speech, g_string_new (NULL) };

  speech->xml_events = g_array_new (FALSE, FALSE, sizeof (XmlEvent));
  speech->xml_strings = g_string_chunk_new (1 << 16);
  parse_with (&handler, &recorder, speech->xml);
  g_string_free (recorder.text, TRUE);
}

void
speech_prepare (Speech *speech, GBytes *text, GBytes *markdown)
{
  g_autoptr (GError) error = NULL;

  speech->text = text;
  speech->markdown = markdown;
  speech->document = lectern_document_new_from_text (text, &error);
  if (speech->document == NULL)
    g_error ("%s", error->message);
  speech->xml = lectern_document_to_xml (speech->document);
  if (peers_have_gfm ())
    speech->gfm_tree
        = gfm.parse (g_bytes_get_data (markdown, NULL), g_bytes_get_size (markdown), 0);
  speech_record_xml (speech);
}

void
speech_clear (Speech *speech)
{
  for (guint i = 0; i < speech->xml_events->len; i++)
    g_free (g_array_index (speech->xml_events, XmlEvent, i).attributes);
  g_array_unref (speech->xml_events);
  g_string_chunk_free (speech->xml_strings);
  if (speech->gfm_tree != NULL)
    gfm.free (speech->gfm_tree);
  g_object_unref (speech->document);
  g_bytes_unref (speech->xml);
  g_bytes_unref (speech->markdown);
  g_bytes_unref (speech->text);
}

void
lectern_read_text (Speech *speech)
{
  LecternDocument *document = lectern_document_new_from_text (speech->text, NULL);

  sink += lectern_document_get_n_nodes (document);
  g_object_unref (document);
}

void
lectern_read_xml (Speech *speech)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_xml (speech->xml, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  sink += lectern_document_get_n_nodes (document);
  g_object_unref (document);
}

/* With every rule, those too that are off. */
void
lectern_check (Speech *speech)
{
  static LecternChecker *checker = NULL;
  g_autoptr (LecternReport) report = NULL;

  if (checker == NULL)
    {
      g_autoptr (GPtrArray) rules = NULL;

      checker = lectern_checker_new ();
      rules = lectern_checker_list_rules (checker);
      for (guint i = 0; i < rules->len; i++)
        if (lectern_rule_get_severity (rules->pdata[i]) == LECTERN_SEVERITY_OFF)
          lectern_checker_set_severity (checker, lectern_rule_get_code (rules->pdata[i]),
                                        LECTERN_SEVERITY_NOTE, NULL);
    }
  report = lectern_checker_check (checker, speech->document, NULL, NULL);
  sink += lectern_report_get_n_findings (report);
}

void
lectern_write_xml (Speech *speech)
{
  GBytes *xml = lectern_document_to_xml (speech->document);

  sink += g_bytes_get_size (xml);
  g_bytes_unref (xml);
}

void
lectern_write_text (Speech *speech)
{
  GBytes *text = lectern_document_to_text (speech->document);

  sink += g_bytes_get_size (text);
  g_bytes_unref (text);
}

void
lectern_write_canonical (Speech *speech)
{
  g_autoptr (LecternTextRenderer) renderer = lectern_text_renderer_new ();
  g_autoptr (GBytes) text = NULL;

  lectern_text_renderer_set_canonical (renderer, TRUE);
  text = lectern_renderer_render_to_bytes (
      LECTERN_RENDERER (renderer), lectern_document_get_root (speech->document), NULL, NULL);
  sink += g_bytes_get_size (text);
}

void
cmark_read (Speech *speech)
{
  cmark_node *tree = cmark_parse_document (g_bytes_get_data (speech->markdown, NULL),
                                           g_bytes_get_size (speech->markdown), CMARK_OPT_DEFAULT);

  sink += (gsize)cmark_node_first_child (tree);
  cmark_node_free (tree);
}

void
gfm_write_plain (Speech *speech)
{
  char *text = gfm.render_plain (speech->gfm_tree, 0, 0);

  sink += strlen (text);
  free (text);
}

static int
md4c_enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  return 0;
}

static int
md4c_enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  return 0;
}

static int
md4c_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE length, void *data)
{
  sink += length;
  return 0;
}

void
md4c_read (Speech *speech)
{
  static const MD_PARSER parser = { .enter_block = md4c_enter_block,
                                    .leave_block = md4c_enter_block,
                                    .enter_span = md4c_enter_span,
                                    .leave_span = md4c_enter_span,
                                    .text = md4c_text };

  md_parse (g_bytes_get_data (speech->markdown, NULL), (MD_SIZE)g_bytes_get_size (speech->markdown),
            &parser, NULL);
}

static void
bare_start (gpointer data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
            int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
            const xmlChar **attributes)
{
  sink += (gsize)n_attributes;
}

static void
bare_end (gpointer data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  sink += 1;
}

static void
bare_text (gpointer data, const xmlChar *text, int length)
{
  sink += (gsize)length;
}

void
libxml_read (Speech *speech)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .startElementNs = bare_start,
                            .endElementNs = bare_end,
                            .characters = bare_text,
                            .ignorableWhitespace = bare_text };

  parse_with (&handler, NULL, speech->xml);
}

void
libxml_write (Speech *speech)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);

  for (guint i = 0; i < speech->xml_events->len; i++)
    {
      const XmlEvent *event = &g_array_index (speech->xml_events, XmlEvent, i);

      if (event->name != NULL)
        {
          xmlTextWriterStartElement (writer, BAD_CAST event->name);
          for (const char **a = event->attributes; *a != NULL; a += 2)
            xmlTextWriterWriteAttribute (writer, BAD_CAST a[0], BAD_CAST a[1]);
        }
      else if (event->text != NULL)
        xmlTextWriterWriteString (writer, BAD_CAST event->text);
      else
        xmlTextWriterEndElement (writer);
    }
  xmlFreeTextWriter (writer);
  sink += (gsize)xmlBufferLength (buffer);
  xmlBufferFree (buffer);
}

void
memory_copy (Speech *speech)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (speech->text, &length);
  char *copy = g_malloc (length);

  memcpy (copy, text, length);
  sink += (gsize)copy[length / 2];
  g_free (copy);
}

static gsize
heap_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

gsize
lectern_kept_bytes (Speech *speech)
{
  gsize length = 0, before = heap_in_use (), kept = 0;
  const char *data = g_bytes_get_data (speech->text, &length);
  /* The text itself counts: the document keeps it. */
  GBytes *copy = g_bytes_new (data, length);
  LecternDocument *document = lectern_document_new_from_text (copy, NULL);

  g_bytes_unref (copy);
  kept = heap_in_use () - before;
  g_object_unref (document);
  return kept;
}

gsize
cmark_kept_bytes (Speech *speech)
{
  gsize before = heap_in_use (), kept = 0;
  cmark_node *tree = cmark_parse_document (g_bytes_get_data (speech->markdown, NULL),
                                           g_bytes_get_size (speech->markdown), CMARK_OPT_DEFAULT);

  kept = heap_in_use () - before;
  cmark_node_free (tree);
  return kept;
}
