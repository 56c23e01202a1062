/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "fill-peers.h"

PeerTemplate *
jinja_new (const char *text, gsize length)
{
  PyObject *module, *template = NULL;

  if (!Py_IsInitialized ())
    Py_InitializeEx (0);
  module = PyImport_ImportModule ("jinja2");
  if (module != NULL)
    template = PyObject_CallMethod (module, "Template", "s#", text, (Py_ssize_t)length);
  Py_XDECREF (module);
  PyErr_Clear ();
  return (PeerTemplate *)template;
}

gpointer
jinja_dictionary_new (const char *const *names, const char *const *values, guint n)
{
  PyObject *dictionary = PyDict_New ();

  for (guint i = 0; i < n; i++)
    {
      PyObject *value = PyUnicode_FromString (values[i]);

      PyDict_SetItemString (dictionary, names[i], value);
      Py_DECREF (value);
    }
  return dictionary;
}

void
jinja_dictionary_free (gpointer dictionary)
{
  Py_DECREF ((PyObject *)dictionary);
}

/* A str, as a user of Jinja2 gets it. */
gsize
jinja_fill (PeerTemplate *self, gpointer dictionary)
{
  PyObject *text = PyObject_CallMethod ((PyObject *)self, "render", "O", (PyObject *)dictionary);
  gsize length = text != NULL ? (gsize)PyUnicode_GET_LENGTH (text) : 0;

  Py_XDECREF (text);
  return length;
}
