/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* Assembles a speech, reads one, converts and walks them; prints what it sees. 0 if all went well.
 * As a plug-in it is found by this name. */
#ifdef __cplusplus
extern "C"
#endif
    __attribute__ ((visibility ("default"))) int
    program_run (void);
