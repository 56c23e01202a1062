/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

START_TEST (every_kind_has_an_element_that_leads_back_to_it)
{
  for (int kind = LECTERN_NODE_SPEECH; kind <= LECTERN_NODE_DIRECTIVE; kind++)
    {
      LecternNodeKind back;

      ck_assert (lectern_node_kind_from_element (lectern_node_kind_get_element (kind), &back));
      ck_assert_int_eq (back, kind);
    }
  ck_assert_str_eq (lectern_node_kind_get_element (LECTERN_NODE_PARAGRAPH), "p");
  ck_assert_str_eq (lectern_node_kind_get_element (LECTERN_NODE_SPEECH), "speech");
}
END_TEST

START_TEST (what_is_no_kind_has_no_element)
{
  LecternNodeKind kind;

  ck_assert_ptr_null (lectern_node_kind_get_element (LECTERN_NODE_DIRECTIVE + 1));
  ck_assert_ptr_null (lectern_node_kind_get_element ((LecternNodeKind)-1));
  ck_assert (!lectern_node_kind_from_element ("paragraph", &kind));
  ck_assert (!lectern_node_kind_from_element ("", &kind));
  ck_assert (!lectern_node_kind_from_element ("Title", &kind));
}
END_TEST

/* The values are part of the ABI. */
START_TEST (enumerations_are_registered_with_their_values)
{
  static const struct
  {
    const char *type;
    const char *nick;
    int value;
  } rows[] = {
    { "LecternNodeKind", "speech", 0 },  { "LecternNodeKind", "announcement", 18 },
    { "LecternFormat", "auto", 0 },      { "LecternFormat", "xml", 2 },
    { "LecternLayout", "canonical", 0 }, { "LecternLayout", "verbatim", 1 },
    { "LecternEvent", "none", 0 },       { "LecternEvent", "text", 3 },
    { "LecternWidth", "keep", 0 },       { "LecternWidth", "half", 2 },
    { "LecternTable", "structure", 0 },  { "LecternTable", "announcements", 2 },
  };
  GType types[] = { LECTERN_TYPE_NODE_KIND, LECTERN_TYPE_FORMAT, LECTERN_TYPE_LAYOUT,
                    LECTERN_TYPE_EVENT,     LECTERN_TYPE_WIDTH,  LECTERN_TYPE_TABLE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTypeClass) class = g_type_class_ref (types[i / 2]);
      GEnumValue *value = g_enum_get_value_by_nick (G_ENUM_CLASS (class), rows[i].nick);

      ck_assert_str_eq (g_type_name (types[i / 2]), rows[i].type);
      ck_assert_ptr_nonnull (value);
      ck_assert_int_eq (value->value, rows[i].value);
    }
}
END_TEST

RUN_SUITE ("kinds", every_kind_has_an_element_that_leads_back_to_it, what_is_no_kind_has_no_element,
           enumerations_are_registered_with_their_values)
