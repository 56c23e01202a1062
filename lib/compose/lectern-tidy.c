/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-enum-private.h"

#include <lectern/lectern.h>

#include <string.h>

/* What the checker finds wrong with a text as such, and can mend, is here done on purpose. */

static const GFlagsValue flag_values[] = {
  { LECTERN_TIDY_BOILERPLATE, "LECTERN_TIDY_BOILERPLATE", "boilerplate" },
  { LECTERN_TIDY_LINES, "LECTERN_TIDY_LINES", "lines" },
  { LECTERN_TIDY_REDACTIONS, "LECTERN_TIDY_REDACTIONS", "redactions" },
  { LECTERN_TIDY_FULL_WIDTH, "LECTERN_TIDY_FULL_WIDTH", "full-width" },
  { LECTERN_TIDY_HALF_WIDTH, "LECTERN_TIDY_HALF_WIDTH", "half-width" },
  { 0, NULL, NULL },
};

_LECTERN_DEFINE_FLAGS (LecternTidyFlags, lectern_tidy_flags, flag_values)

static const struct
{
  LecternTidyFlags flag;
  const char *code;    /* of the rule that finds it */
  const char *profile; /* that the rule needs, or NULL */
} tidyings[] = {
  { LECTERN_TIDY_BOILERPLATE, "boilerplate", NULL },
  { LECTERN_TIDY_BOILERPLATE, "page-number", NULL },
  { LECTERN_TIDY_BOILERPLATE, "title-repeated", NULL },
  { LECTERN_TIDY_LINES, "broken-line", NULL },
  { LECTERN_TIDY_REDACTIONS, "redaction", NULL },
  { LECTERN_TIDY_FULL_WIDTH, "width-mixed", "[style]\npunctuation = full\n" },
  { LECTERN_TIDY_HALF_WIDTH, "width-mixed", "[style]\npunctuation = half\n" },
};

static LecternChecker *
new_checker (LecternTidyFlags flags)
{
  LecternChecker *checker = lectern_checker_new ();

  lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL);
  lectern_checker_set_max_findings (checker, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tidyings); i++)
    {
      g_autoptr (LecternProfile) profile = NULL;

      if ((flags & tidyings[i].flag) == 0)
        continue;
      lectern_checker_set_severity (checker, tidyings[i].code, LECTERN_SEVERITY_WARNING, NULL);
      if (tidyings[i].profile == NULL)
        continue;
      profile = lectern_profile_new_from_data (tidyings[i].profile, -1, NULL, NULL);
      lectern_checker_set_profile (checker, profile, NULL);
    }
  return checker;
}

/**
 * LecternTidyFlags:
 * @LECTERN_TIDY_BOILERPLATE: takes out lines that are no part of the speech: adverts, footers,
 *   page numbers, the title where it is printed again (rules `boilerplate`, `page-number`,
 *   `title-repeated`). Editor's notes and appendices are left.
 * @LECTERN_TIDY_LINES: joins lines that are cut in mid-sentence (`broken-line`)
 * @LECTERN_TIDY_REDACTIONS: puts back words that were taken out, where the words around them leave
 *   one possibility only (`redaction`)
 * @LECTERN_TIDY_FULL_WIDTH: turns half-width marks in Chinese into full-width ones, quotes and
 *   brackets both or neither (`width-mixed`); numbers, times, addresses and Latin text are not
 *   touched
 * @LECTERN_TIDY_HALF_WIDTH: turns full-width marks into half-width ones; not together with
 *   %LECTERN_TIDY_FULL_WIDTH
 *
 * What [method@Lectern.Document.tidy] does.
 */

/**
 * lectern_document_tidy:
 * @document: a document
 * @flags: what to do; at least one
 * @left: (out) (optional) (nullable) (transfer full): where to put what was found of this and left
 *   as it is: a redaction that more than one word may fill, an editor's note
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Mends the text as such, as the rules of the checker that @flags name do, and nothing else.
 * Nothing is done silently: [method@Lectern.Document.dup_edits] tells what was changed, @left what
 * was not.
 *
 * Doing it again changes nothing.
 *
 * Returns: (transfer full): the new document, @document itself where nothing was to be done, or
 *   %NULL with @error set
 */
LecternDocument *
lectern_document_tidy (LecternDocument *document, LecternTidyFlags flags, LecternReport **left,
                       GCancellable *cancellable, GError **error)
{
  const LecternTidyFlags widths = LECTERN_TIDY_FULL_WIDTH | LECTERN_TIDY_HALF_WIDTH;
  g_autoptr (LecternChecker) checker = NULL;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (flags != 0 && (flags & widths) != widths, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  checker = new_checker (flags);
  return lectern_checker_fix (checker, document, left, cancellable, error);
}
