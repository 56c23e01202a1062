/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-readings-private.h"

LecternReading *_lectern_reading_new (const LecternReadingPiece *piece);
