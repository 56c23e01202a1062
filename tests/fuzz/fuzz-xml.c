/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

/* XML, well-formed or not, to document and back. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_document_new_from_xml (bytes, &error);

  if (document == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  fuzz_check_document (document, (guint8)size);
  return 0;
}
