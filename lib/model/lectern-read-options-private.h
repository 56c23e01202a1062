/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* A copy that nobody else holds; of NULL, new options. */
LecternReadOptions *_lectern_read_options_copy (LecternReadOptions *options);
