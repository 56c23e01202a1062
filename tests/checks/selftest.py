#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each check finds the fault that it is there for, in a small tree made for it."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import documented
import lengths
import rooms
import summary
import symbols
import tree

LICENCE = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n"
GIR = """<repository xmlns="http://www.gtk.org/introspection/core/1.0"
 xmlns:c="http://www.gtk.org/introspection/c/1.0"><namespace name="Lectern">
<function name="get_it" c:identifier="lectern_get_it">%s
<return-value transfer-ownership="%s"><doc>it</doc><type name="utf8" c:type="char*"/></return-value>
</function></namespace></repository>"""


class Checks(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = holder.name

    def write(self, path, text):
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
        return full

    def found(self, check, *arguments):
        return "\n".join(check.problems(self.root, *arguments))

    def test_an_upward_include_passes(self):
        self.write("lib/model/lectern-a.c", '#include "base/lectern-b-private.h"\n')
        self.assertEqual(self.found(rooms), "")

    def test_a_downward_include_is_found(self):
        self.write("lib/base/lectern-a.c", '#include "model/lectern-b-private.h"\n')
        self.assertIn("lib/base may not know lib/model", self.found(rooms))

    def test_a_source_that_nobody_builds_is_found(self):
        self.write("lib/base/lectern-a.c", LICENCE)
        self.write("lib/base/meson.build", "lectern_sources += files('lectern-b.c')\n")
        self.assertIn("lectern-a.c is not listed", self.found(rooms))

    def test_libxml_outside_its_room_is_found(self):
        self.write("lib/render/lectern-a.c", "#include <libxml/tree.h>\n")
        self.assertIn("libxml2", self.found(rooms))

    def test_a_private_header_in_a_binding_is_found(self):
        self.write("bindings/cli/main.c", '#include "model/lectern-b-private.h"\n')
        self.assertIn("public API only", self.found(rooms))

    def test_a_function_of_61_lines_is_found(self):
        self.write("lib/base/lectern-a.c", "int\nf (void)\n{\n" + "  ;\n" * 58 + "}\n")
        self.assertEqual(self.found(lengths), "")
        self.write("lib/base/lectern-a.c", "int\nf (void)\n{\n" + "  ;\n" * 59 + "}\n")
        self.assertIn("61 lines", self.found(lengths))

    def test_a_file_of_701_lines_is_found(self):
        self.write("lib/base/lectern-a.c", "\n" * 701)
        self.assertIn("701 lines", self.found(lengths))

    def test_a_missing_licence_is_found(self):
        self.write("lib/base/lectern-a.c", "int a;\n")
        self.write("lib/base/lectern-b.c", LICENCE + "int b;\n")
        self.assertIn("lectern-a.c:1", self.found(tree))
        self.assertNotIn("lectern-b.c:1", self.found(tree))

    def test_a_machine_path_is_found(self):
        self.write("doc/a.md", "see /" + "home/somebody/file\n")
        self.assertIn("doc/a.md:1: names a folder", self.found(tree))

    def test_a_stranger_at_the_top_is_found(self):
        self.write("src/a.md", "\n")
        self.assertIn("src: does not belong here", self.found(tree))

    def test_a_symbol_that_the_map_forgot_is_found(self):
        self.write(
            "include/lectern/lectern-a.h",
            "LECTERN_AVAILABLE_IN_1_0\nint lectern_a (void);\n",
        )
        self.write(
            "lib/lectern.map",
            "LECTERN_1_0 {\nglobal:\n  lectern_b;\nlocal:\n  *;\n};\n",
        )
        headers, exported = symbols.from_headers(self.root), symbols.from_map(self.root)
        self.assertEqual(
            (headers, exported), ({"lectern_a": "1_0"}, {"lectern_b": "1_0"})
        )
        self.assertEqual(len(list(symbols.difference("a", headers, "b", exported))), 2)

    def test_a_function_without_words_is_found(self):
        gir = self.write("a.gir", GIR % ("", "none"))
        self.assertEqual(
            list(documented.problems(gir)), ["lectern_get_it: has no description"]
        )

    def test_a_getter_that_gives_away_is_found(self):
        gir = self.write("a.gir", GIR % ("<doc>Gets.</doc>", "full"))
        self.assertIn("and not none", "\n".join(documented.problems(gir)))


class Summary(unittest.TestCase):
    def test_parts_count_one_by_one(self):
        output = (
            "1..4\nok 1 - a\nnot ok 2 - b\nok 3 # SKIP no tool\nnot ok 4 # TODO later\n"
        )
        self.assertEqual(
            summary.count_test({"result": "FAIL", "stdout": output}), (2, 1, 1)
        )

    def test_a_crash_after_the_last_part_counts_as_a_failure(self):
        self.assertEqual(
            summary.count_test({"result": "ERROR", "stdout": "1..1\nok 1 - a\n"}),
            (1, 1, 0),
        )

    def test_a_test_without_parts_counts_once(self):
        self.assertEqual(
            summary.count_test({"result": "OK", "stdout": "all well\n"}), (1, 0, 0)
        )
        self.assertEqual(summary.count_test({"result": "TIMEOUT"}), (0, 1, 0))


if __name__ == "__main__":
    unittest.main()
