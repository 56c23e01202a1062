# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fragments, the parts that speeches share, and recipes that put them together."""

import os

from ._error import raising
from ._native import Gio, GLib, Lectern
from ._text import to_cstring, to_gbytes


class Fragment:
    """A part of speeches, with what it says of itself."""

    __slots__ = ("_raw",)

    def __init__(self):
        raise TypeError("fragments come from Fragments")

    @classmethod
    def _of(cls, raw):
        self = object.__new__(cls)
        self._raw = raw
        return self

    @property
    def id(self):
        """The name under which it is included."""
        return self._raw.get_id()

    @property
    def title(self):
        """What it is, in a few words, or None."""
        return self.fact("title")

    @property
    def occasion(self):
        """The kind of meeting that it is for, or None."""
        return self.fact("occasion")

    @property
    def tags(self):
        """The words under which it is found."""
        return list(self._raw.get_tags())

    @property
    def needs(self):
        """The names of the values that it asks for."""
        return list(self._raw.get_needs())

    @property
    def document(self):
        """The fragment itself."""
        from ._document import Document

        return Document._of(self._raw.get_document())

    def fact(self, name):
        """What it says of itself in a line `{{#meta name …}}`, or None."""
        return self._raw.get_fact(to_cstring(name))

    def __repr__(self):
        return f"<lectern.Fragment {self.id}>"


class Fragments:
    """A library of fragments: a folder, or documents that are added.

    Iterating goes through all fragments; `fragments["name"]` looks one up.
    """

    __slots__ = ("_raw",)

    def __init__(self, folder=None):
        if folder is None:
            self._raw = Lectern.Fragments.new()
            return
        file = Gio.File.new_for_path(os.fsdecode(folder))
        with raising():
            self._raw = Lectern.Fragments.new_for_folder(file, None, None)

    def add(self, document, id=None):
        """Adds a fragment that is in no folder; `id` is its name where it tells none."""
        with raising():
            self._raw.add(None if id is None else to_cstring(id), document._raw)

    def refresh(self):
        """Reads again what changed in the folder; whether anything did."""
        with raising():
            return self._raw.refresh(None)[1]

    def list(self, *, tag=None, needs=None):
        """The fragments with this tag, and that ask for this value."""
        raws = self._raw.list(
            None if tag is None else to_cstring(tag),
            None if needs is None else to_cstring(needs),
        )
        return [Fragment._of(raw) for raw in raws]

    @property
    def problems(self):
        """What is wrong with files of the folder that are therefore no fragments."""
        return list(self._raw.list_problems())

    def fill(self, document, values, *, missing="keep", strict=False):
        """Fills a template that includes fragments; see Document.fill."""
        from ._document import Document
        from ._fill import Template, _to_options
        from ._values import to_values

        options = _to_options(missing, strict, False)
        options.set_fragments(self._raw)
        template = Template(document)
        with raising():
            raw, _ = template._raw.fill(to_values(values)._raw, options, None)
        return Document._of(raw)

    def __getitem__(self, id):
        raw = self._raw.lookup(to_cstring(id))
        if raw is None:
            raise KeyError(id)
        return Fragment._of(raw)

    def __contains__(self, id):
        return isinstance(id, str) and self._raw.lookup(to_cstring(id)) is not None

    def __iter__(self):
        return iter(self.list())

    def __len__(self):
        return len(self.list())


class Recipe:
    """What a speech is made of. `Recipe(text)` reads it as a key file has it."""

    __slots__ = ("_raw",)

    def __init__(self, text):
        file = GLib.KeyFile()
        with raising():
            file.load_from_bytes(to_gbytes(text), GLib.KeyFileFlags.NONE)
            self._raw = Lectern.Recipe.new_from_key_file(file)

    @property
    def document(self):
        """The template that the recipe is."""
        from ._document import Document

        return Document._of(self._raw.get_document())

    def fields(self, fragments=None):
        """The values that the recipe and its fragments ask for, as a list of Field."""
        from ._fill import Field

        raws = self._raw.list_fields(None if fragments is None else fragments._raw)
        return [Field._of(raw, self.document) for raw in raws]

    def assemble(self, values, fragments=None, *, missing="keep", strict=False):
        """The speech; what is still open in it are its placeholders."""
        from ._document import Document
        from ._fill import _to_options
        from ._values import to_values

        options = _to_options(missing, strict, False)
        with raising():
            raw, _ = self._raw.assemble(
                None if fragments is None else fragments._raw,
                to_values(values)._raw,
                options,
                None,
            )
        return Document._of(raw)
