/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* For text that has been checked already. */
LecternSource *_lectern_source_new_checked (GBytes *text);
