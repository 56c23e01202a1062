/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

/* Text to document and back. The first byte chooses the language, the encoding and the renderer. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char *const languages[] = { NULL, "zh-Hans", "zh-Hant", "en", "ja", "ko" };
  guint8 choice = size > 0 ? data[0] : 0;
  g_autoptr (GBytes) bytes = g_bytes_new (data + (size > 0), size - (size > 0));
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = NULL;

  lectern_read_options_set_format (options, LECTERN_FORMAT_TEXT);
  lectern_read_options_set_language (options, languages[(choice >> 2) % G_N_ELEMENTS (languages)]);
  if ((choice & 3) == 3)
    lectern_read_options_set_encoding (options, "GB18030");
  document = lectern_document_new_from_bytes (bytes, options, NULL, &error);
  if (document == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  fuzz_check_document (document, choice);
  return 0;
}
