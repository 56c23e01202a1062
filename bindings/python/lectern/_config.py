# SPDX-License-Identifier: LGPL-2.1-or-later
"""Where the library is installed: nothing here, the environment says it (meson devenv)."""

TYPELIB_DIR = ""
LIBRARY_DIR = ""
