/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

/* GLib's own macro for this came with 2.74. The table ends with an entry of zeros. */
#define _LECTERN_DEFINE_ENUM(TypeName, type_name, values)                                          \
  GType type_name##_get_type (void)                                                                \
  {                                                                                                \
    static gsize type = 0;                                                                         \
                                                                                                   \
    if (g_once_init_enter (&type))                                                                 \
      g_once_init_leave (&type,                                                                    \
                         g_enum_register_static (g_intern_static_string (#TypeName), values));     \
    return type;                                                                                   \
  }
