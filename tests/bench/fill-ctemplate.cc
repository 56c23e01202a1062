/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fill-peers.h"

#include <ctemplate/template.h>
#include <string>

PeerTemplate *
ctemplate_new (const char *text, gsize length)
{
  return reinterpret_cast<PeerTemplate *> (
      ctemplate::Template::StringToTemplate (text, length, ctemplate::DO_NOT_STRIP));
}

gpointer
ctemplate_dictionary_new (const char *const *names, const char *const *values, guint n)
{
  auto *dictionary = new ctemplate::TemplateDictionary ("row");

  for (guint i = 0; i < n; i++)
    dictionary->SetValue (names[i], values[i]);
  return dictionary;
}

void
ctemplate_dictionary_free (gpointer dictionary)
{
  delete static_cast<ctemplate::TemplateDictionary *> (dictionary);
}

gsize
ctemplate_fill (PeerTemplate *self, gpointer dictionary)
{
  std::string out;

  reinterpret_cast<ctemplate::Template *> (self)->Expand (
      &out, static_cast<ctemplate::TemplateDictionary *> (dictionary));
  return out.size ();
}
