/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-carry-private.h"
#include "compose/lectern-members-private.h"
#include "compose/lectern-promise-private.h"

#include "base/lectern-error-private.h"
#include "check/lectern-outline-private.h"
#include "check/lectern-report-private.h"

/* A row of members gets another numbering: its markers are replaced, whatever stands after them. */

typedef struct
{
  LecternDocument *document;
  LecternNumbering *numbering;
  LecternEdits *edits;
  GHashTable *changed; /* members */
  LecternRetouch retouch;
  char *name; /* of the numbering */
} Restyling;

static guint
count_members (LecternNode *parent, LecternNodeKind kind)
{
  guint n = 0;

  for (LecternNode *child = lectern_node_get_first_child (parent); child != NULL;
       child = lectern_node_get_next (child))
    n += lectern_node_get_kind (child) == kind;
  return n;
}

/* What the member is numbered with: a series, or the section itself. */
static LecternNumbering *
find_numbering (LecternNode *member)
{
  return lectern_node_get_numbering (lectern_node_get_kind (member) == LECTERN_NODE_POINT
                                         ? lectern_node_get_parent (member)
                                         : member);
}

static gboolean
counts_by_words (LecternNumbering *numbering)
{
  return g_str_equal (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS);
}

/* The number that a marker bears stays, also where it is wrong: that is for renumbering. Words of a
 * list bear none that would be the same in another one. */
static guint
find_number (LecternNode *member)
{
  LecternNumbering *was = find_numbering (member);
  guint number = lectern_node_get_number (member);

  return was == NULL || number == 0 || counts_by_words (was) ? lectern_node_get_ordinal (member)
                                                             : number;
}

static gboolean
refuse (LecternNode *node, GError **error, guint n_members, LecternNumbering *numbering)
{
  g_autofree char *first = lectern_numbering_dup_marker (numbering, 1, NULL);
  guint limit = lectern_numbering_get_limit (numbering);
  g_autofree char *last = lectern_numbering_dup_marker (numbering, limit, NULL);
  LecternPosition position;

  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_NUMBERING, _lectern_members_get_file (node), &position,
                      "from “%s” to “%s” are only %u numbers, and here are %u members", first, last,
                      limit, n_members);
  return FALSE;
}

static gboolean
restyle_member (Restyling *r, LecternNode *member, guint number, guint n_members, GError **error)
{
  LecternNodeKind kind = lectern_node_get_kind (member);
  LecternNode *line = _lectern_members_get_line (member);

  g_hash_table_add (r->changed, member);
  if (kind != LECTERN_NODE_ENTRY)
    g_hash_table_insert (r->retouch.numberings,
                         kind == LECTERN_NODE_POINT ? lectern_node_get_parent (member) : member,
                         r->name);
  if (lectern_node_get_marker (member) == NULL && line != NULL)
    g_hash_table_add (r->retouch.marked, line);
  return _lectern_members_add_marker (r->edits, member, r->numbering, number, n_members, error);
}

/* The children of this kind of `parent`. */
static gboolean
restyle_row (Restyling *r, LecternNode *parent, LecternNodeKind kind, GError **error)
{
  guint n_members = count_members (parent, kind);

  for (LecternNode *member = lectern_node_get_first_child (parent); member != NULL;
       member = lectern_node_get_next (member))
    {
      guint number;

      if (lectern_node_get_kind (member) != kind)
        continue;
      number = find_number (member);
      if (MAX (number, n_members) > lectern_numbering_get_limit (r->numbering))
        return refuse (member, error, MAX (number, n_members), r->numbering);
      if (!restyle_member (r, member, number, n_members, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the outline ---- */

static const LecternOutlineItem *
get_entry (LecternOutline *outline, guint i)
{
  return &g_array_index (outline->entries, LecternOutlineItem, i);
}

/* 一、 and 二， are one form, 1. is another. */
static char *
dup_form (LecternNode *member)
{
  LecternNode *marker = lectern_node_get_marker (member);
  g_autofree char *text = marker != NULL ? (char *)lectern_node_dup_text (marker, NULL) : NULL;
  g_autoptr (LecternNumbering) numbering
      = text != NULL ? lectern_numbering_new_from_marker (text, NULL) : NULL;

  return numbering != NULL ? lectern_numbering_dup_form (numbering) : NULL;
}

/* The form of the entry, where it names a heading or point of the same form that gets another
 * numbering; NULL otherwise. */
static char *
dup_followed_form (Restyling *r, LecternOutline *outline, const LecternOutlineItem *entry)
{
  const LecternOutlineItem *named;
  g_autofree char *form = NULL;
  g_autofree char *named_form = NULL;

  if (entry->match < 0)
    return NULL;
  named = &g_array_index (outline->items, LecternOutlineItem, entry->match);
  if (!g_hash_table_contains (r->changed, named->part.node))
    return NULL;
  form = dup_form (entry->part.node);
  named_form = dup_form (named->part.node);
  return g_strcmp0 (form, named_form) == 0 ? g_steal_pointer (&form) : NULL;
}

static gboolean
restyle_entry (Restyling *r, const LecternOutlineItem *entry, const char *form, GError **error)
{
  g_autofree char *own = form != NULL ? dup_form (entry->part.node) : NULL;

  if (own == NULL || !g_str_equal (own, form))
    return TRUE;
  return restyle_member (r, entry->part.node, entry->number, 0, error);
}

/* Entries beside each other follow if one of them names what is changed. */
static gboolean
restyle_entries (Restyling *r, GError **error)
{
  g_autoptr (LecternProfile) profile = lectern_profile_new ();
  g_autoptr (LecternReport) report = _lectern_report_new (r->document, profile, 0);
  g_autoptr (LecternOutline) outline = _lectern_outline_new (_lectern_report_get_check (report));
  g_autoptr (GHashTable) forms = NULL; /* by the parent of the entries and 1 */
  gboolean done = TRUE;

  if (outline == NULL)
    return TRUE;
  forms = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < outline->entries->len; i++)
    {
      const LecternOutlineItem *entry = get_entry (outline, i);
      char *form = dup_followed_form (r, outline, entry);

      if (form != NULL)
        g_hash_table_replace (forms, GINT_TO_POINTER (entry->parent + 1), form);
    }
  for (guint i = 0; done && i < outline->entries->len; i++)
    {
      const LecternOutlineItem *entry = get_entry (outline, i);

      if (!g_hash_table_contains (r->changed, entry->part.node))
        done = restyle_entry (
            r, entry, g_hash_table_lookup (forms, GINT_TO_POINTER (entry->parent + 1)), error);
    }
  return done;
}

static void
restyling_init (Restyling *r, LecternDocument *document, LecternNumbering *numbering)
{
  GBytes *text = lectern_source_get_bytes (lectern_document_get_source (document));

  *r = (Restyling){ .document = document, .numbering = numbering };
  r->edits = lectern_edits_new (g_bytes_get_size (text));
  r->changed = g_hash_table_new (NULL, NULL);
  r->retouch.numberings = g_hash_table_new (NULL, NULL);
  r->retouch.marked = g_hash_table_new (NULL, NULL);
  r->name = lectern_numbering_to_string (numbering);
}

static LecternDocument *
restyling_end (Restyling *r, gboolean done, GCancellable *cancellable, GError **error)
{
  const LecternPromise promise = { r->changed, FALSE };
  g_autoptr (LecternDocument) after = NULL;

  done = done && restyle_entries (r, error);
  if (done && lectern_edits_get_n_replacements (r->edits) == 0)
    after = g_object_ref (r->document);
  else if (done)
    after = _lectern_document_apply (r->document, r->edits, &r->retouch, cancellable, error);
  if (after != NULL && after != r->document
      && !_lectern_promise_check (&promise, r->document, after, error))
    g_clear_object (&after);
  lectern_edits_unref (r->edits);
  g_hash_table_unref (r->changed);
  g_hash_table_unref (r->retouch.numberings);
  g_hash_table_unref (r->retouch.marked);
  g_free (r->name);
  return g_steal_pointer (&after);
}

/* Of a node that is no row and in none. */
static gboolean
refuse_node (LecternNode *node, GError **error)
{
  LecternPosition position;

  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, _lectern_members_get_file (node), &position,
                      "<%s> has no numbers",
                      lectern_node_kind_get_element (lectern_node_get_kind (node)));
  return FALSE;
}

/* The row that the node is, or stands in. */
static gboolean
restyle_row_of (Restyling *r, LecternNode *node, GError **error)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  switch (kind)
    {
    case LECTERN_NODE_SERIES:
      return restyle_row (r, node, LECTERN_NODE_POINT, error);
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
    case LECTERN_NODE_ENTRY:
      return restyle_row (r, lectern_node_get_parent (node), kind, error);
    default:
      return refuse_node (node, error);
    }
}

/**
 * lectern_document_restyle:
 * @document: a document
 * @node: a series of it, or a section, point or entry
 * @numbering: the numbering that its points are to have, or the section and what stands beside it
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Gives a row of points, sections or entries of an outline another numbering: 一是 becomes 第一，,
 * （一） becomes 1.. The text behind each marker stays byte for byte, and so does what announces
 * the row. The markers are exactly those that @numbering writes;
 * [ctor@Lectern.Numbering.new_standard] gives it the mark that GB/T 15834 wants. Members without a
 * marker (要聚焦…, 要聚焦…) get one before their text.
 *
 * A marker goes on to bear the number that it bears now, also where that is wrong
 * ([method@Lectern.Document.renumber] mends it); one without a number (最后, 一方面) gets that of
 * its position. The last of 首先, 其次, 再次 is 最后. A mask (第X，) stays. Where the outline names
 * the row in the same form, its entries follow.
 *
 * In a text, markers decide what is read: paragraphs that begin with （一） or 1. are sections,
 * those that begin with 一是 are points. Points may become sections and sections points; but each
 * stays where it is among its siblings, and everything else stays what it is. To restyle what came
 * with the numbering that it had before gives the bytes that stood there, if its markers were those
 * that the numbering writes.
 *
 * Fails with `LECTERN_ERROR_NUMBERING` where @numbering ends before the row does (nine points have
 * no 首先, 其次, …), and with `LECTERN_ERROR_EDIT` where the text would then be read as something
 * else, with the place in the old text, and for a node of another kind.
 *
 * Returns: (transfer full): the new document, @document itself where nothing was to be done, or
 *   %NULL with @error set
 */
LecternDocument *
lectern_document_restyle (LecternDocument *document, LecternNode *node, LecternNumbering *numbering,
                          GCancellable *cancellable, GError **error)
{
  Restyling r;
  gboolean done;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (node != NULL && lectern_node_get_document (node) == document, NULL);
  g_return_val_if_fail (numbering != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  restyling_init (&r, document, numbering);
  done = restyle_row_of (&r, node, error);
  return restyling_end (&r, done, cancellable, error);
}

/**
 * lectern_document_restyle_level:
 * @document: a document
 * @scope: (nullable): the section below which this is done, %NULL for the whole document
 * @level: a level of sections, from 1
 * @numbering: the numbering that they are to have
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Gives all sections of a level another numbering, as [method@Lectern.Document.restyle] does for
 * one row of them.
 *
 * Returns: (transfer full): the new document, @document itself where nothing was to be done, or
 *   %NULL with @error set
 */
LecternDocument *
lectern_document_restyle_level (LecternDocument *document, LecternNode *scope, guint level,
                                LecternNumbering *numbering, GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) parents = NULL;
  Restyling r;
  gboolean done = TRUE;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (scope == NULL || lectern_node_get_document (scope) == document, NULL);
  g_return_val_if_fail (level > 0, NULL);
  g_return_val_if_fail (numbering != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (scope == NULL)
    scope = lectern_document_get_root (document);
  sections = lectern_node_list_descendants (scope, LECTERN_NODE_SECTION);
  parents = g_hash_table_new (NULL, NULL);
  restyling_init (&r, document, numbering);
  for (guint i = 0; i < sections->len && done; i++)
    if (lectern_node_get_level (sections->pdata[i]) == level
        && g_hash_table_add (parents, lectern_node_get_parent (sections->pdata[i])))
      done = restyle_row (&r, lectern_node_get_parent (sections->pdata[i]), LECTERN_NODE_SECTION,
                          error);
  return restyling_end (&r, done, cancellable, error);
}
