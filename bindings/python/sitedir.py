# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints the first directory below a prefix in which this interpreter looks for packages."""

import os
import site
import sys

prefix = os.path.join(sys.argv[1], "")
local = os.path.join(prefix, "local", "")  # another prefix, that of the administrator
for path in site.getsitepackages():
    if path.startswith(prefix) and not path.startswith(local):
        print(path)
        break
