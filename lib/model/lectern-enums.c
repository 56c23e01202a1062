/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-enum-private.h"

#include <lectern/lectern.h>

/**
 * LecternFormat:
 * @LECTERN_FORMAT_AUTO: XML if it begins like XML, otherwise text
 * @LECTERN_FORMAT_TEXT: plain text
 * @LECTERN_FORMAT_XML: XML
 *
 * What a reader is given.
 */
static const GEnumValue formats[] = {
  { LECTERN_FORMAT_AUTO, "LECTERN_FORMAT_AUTO", "auto" },
  { LECTERN_FORMAT_TEXT, "LECTERN_FORMAT_TEXT", "text" },
  { LECTERN_FORMAT_XML, "LECTERN_FORMAT_XML", "xml" },
  { 0, NULL, NULL },
};

static const GEnumValue layouts[] = {
  { LECTERN_LAYOUT_CANONICAL, "LECTERN_LAYOUT_CANONICAL", "canonical" },
  { LECTERN_LAYOUT_VERBATIM, "LECTERN_LAYOUT_VERBATIM", "verbatim" },
  { 0, NULL, NULL },
};

static const GEnumValue events[] = {
  { LECTERN_EVENT_NONE, "LECTERN_EVENT_NONE", "none" },
  { LECTERN_EVENT_ENTER, "LECTERN_EVENT_ENTER", "enter" },
  { LECTERN_EVENT_LEAVE, "LECTERN_EVENT_LEAVE", "leave" },
  { LECTERN_EVENT_TEXT, "LECTERN_EVENT_TEXT", "text" },
  { 0, NULL, NULL },
};

/**
 * LecternWidth:
 * @LECTERN_WIDTH_KEEP: as it stands
 * @LECTERN_WIDTH_FULL: full width, as in Chinese: `，`
 * @LECTERN_WIDTH_HALF: half width, as in English: `,`
 *
 * How wide punctuation is written.
 */
static const GEnumValue widths[] = {
  { LECTERN_WIDTH_KEEP, "LECTERN_WIDTH_KEEP", "keep" },
  { LECTERN_WIDTH_FULL, "LECTERN_WIDTH_FULL", "full" },
  { LECTERN_WIDTH_HALF, "LECTERN_WIDTH_HALF", "half" },
  { 0, NULL, NULL },
};

/**
 * LecternTable:
 * @LECTERN_TABLE_STRUCTURE: the parts of the speech: headings, points and what is around them
 * @LECTERN_TABLE_PLACEHOLDERS: the placeholders
 * @LECTERN_TABLE_ANNOUNCEMENTS: what is announced, and what follows
 *
 * What a table lists.
 */
static const GEnumValue tables[] = {
  { LECTERN_TABLE_STRUCTURE, "LECTERN_TABLE_STRUCTURE", "structure" },
  { LECTERN_TABLE_PLACEHOLDERS, "LECTERN_TABLE_PLACEHOLDERS", "placeholders" },
  { LECTERN_TABLE_ANNOUNCEMENTS, "LECTERN_TABLE_ANNOUNCEMENTS", "announcements" },
  { 0, NULL, NULL },
};

/**
 * LecternSide:
 * @LECTERN_SIDE_BEFORE: directly before it
 * @LECTERN_SIDE_AFTER: directly after it
 * @LECTERN_SIDE_FIRST_IN: in it, before all others of that kind
 * @LECTERN_SIDE_LAST_IN: in it, after all others of that kind
 *
 * Where something is put, as seen from a node.
 */
static const GEnumValue sides[] = {
  { LECTERN_SIDE_BEFORE, "LECTERN_SIDE_BEFORE", "before" },
  { LECTERN_SIDE_AFTER, "LECTERN_SIDE_AFTER", "after" },
  { LECTERN_SIDE_FIRST_IN, "LECTERN_SIDE_FIRST_IN", "first-in" },
  { LECTERN_SIDE_LAST_IN, "LECTERN_SIDE_LAST_IN", "last-in" },
  { 0, NULL, NULL },
};

_LECTERN_DEFINE_ENUM (LecternFormat, lectern_format, formats)
_LECTERN_DEFINE_ENUM (LecternLayout, lectern_layout, layouts)
_LECTERN_DEFINE_ENUM (LecternEvent, lectern_event, events)
_LECTERN_DEFINE_ENUM (LecternWidth, lectern_width, widths)
_LECTERN_DEFINE_ENUM (LecternTable, lectern_table, tables)
_LECTERN_DEFINE_ENUM (LecternSide, lectern_side, sides)
