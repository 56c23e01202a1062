# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds the typelib and the library, and says clearly what is missing."""

from . import _config

try:
    import gi
except ImportError as error:
    raise ImportError(
        "lectern needs PyGObject (the Python package “gi”, on Debian python3-gi) for the "
        "interpreter that runs it"
    ) from error

gi.require_version("GIRepository", "2.0")

from gi.repository import Gio, GIRepository, GLib  # noqa: E402

_NAMESPACE = "Lectern"
_VERSION = "1"
_LIBRARY = "liblectern-1.so.0"


def _load():
    if _config.TYPELIB_DIR:
        GIRepository.Repository.prepend_search_path(_config.TYPELIB_DIR)
    if _config.LIBRARY_DIR:
        GIRepository.Repository.prepend_library_path(_config.LIBRARY_DIR)
    try:
        gi.require_version(_NAMESPACE, _VERSION)
        from gi.repository import Lectern
    except (ImportError, ValueError) as error:
        path = ":".join(GIRepository.Repository.get_search_path())
        raise ImportError(
            f"lectern cannot find its typelib {_NAMESPACE}-{_VERSION}.typelib in {path}; "
            "install the library with introspection, or name the directory in GI_TYPELIB_PATH"
        ) from error
    try:
        # A typelib is read without its library: the first call shows whether that is there too.
        Lectern.get_major_version()
    except GLib.Error as error:
        raise ImportError(
            f"lectern found its typelib, but not the library {_LIBRARY} that belongs to it "
            f"({error.message}); name its directory in LD_LIBRARY_PATH"
        ) from error
    return Lectern


Lectern = _load()

__all__ = ["Gio", "GLib", "Lectern"]
