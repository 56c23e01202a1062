/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#define LECTERN_N_KINDS 20
