/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

/* GLib's own macros for this came with 2.74. The table ends with an entry of zeros. */
#define _LECTERN_DEFINE_TYPE_OF_VALUES(TypeName, type_name, values, register_static)               \
  GType type_name##_get_type (void)                                                                \
  {                                                                                                \
    static gsize type = 0;                                                                         \
                                                                                                   \
    if (g_once_init_enter (&type))                                                                 \
      g_once_init_leave (&type, register_static (g_intern_static_string (#TypeName), values));     \
    return type;                                                                                   \
  }

#define _LECTERN_DEFINE_ENUM(TypeName, type_name, values)                                          \
  _LECTERN_DEFINE_TYPE_OF_VALUES (TypeName, type_name, values, g_enum_register_static)
#define _LECTERN_DEFINE_FLAGS(TypeName, type_name, values)                                         \
  _LECTERN_DEFINE_TYPE_OF_VALUES (TypeName, type_name, values, g_flags_register_static)
