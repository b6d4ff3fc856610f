/* SPDX-License-Identifier: GPL-3.0-or-later
 * XML parts of documents, over libxml2's text writer. */
#include "base/zp-xml-writer.h"

#include <libxml/xmlwriter.h>

struct _ZpXmlWriter
{
  xmlBuffer *buffer;
  xmlTextWriter *writer;
};

/* Whether XML 1.0 (2.2, Char) knows the character. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';

  return c != 0xfffe && c != 0xffff;
}

static gboolean
is_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_allowed (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* libxml2 writes forbidden characters as they are, and no reader takes the result. */
static char *
remove_forbidden (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (is_allowed (g_utf8_get_char (at)))
      g_string_append_unichar (clean, g_utf8_get_char (at));

  return g_string_free (clean, FALSE);
}

/* The writer fails only without memory or when it is misused; neither can be carried on from. */
static void
expect_written (int result)
{
  if (result < 0)
    g_error ("the XML writer failed");
}

static void
write_attribute (ZpXmlWriter *self, const char *name, const char *value)
{
  g_autofree char *clean = is_clean (value) ? NULL : remove_forbidden (value);

  expect_written (xmlTextWriterWriteAttribute (self->writer, BAD_CAST name,
                                               BAD_CAST (clean != NULL ? clean : value)));
}

/* Reads names and values by turns up to the %NULL in place of a name. */
static void
start_element (ZpXmlWriter *self, const char *element, va_list attributes)
{
  expect_written (xmlTextWriterStartElement (self->writer, BAD_CAST element));

  for (const char *name = va_arg (attributes, const char *); name != NULL;
       name = va_arg (attributes, const char *))
    {
      const char *value = va_arg (attributes, const char *);

      if (value != NULL)
        write_attribute (self, name, value);
    }
}

/**
 * zp_xml_writer_new:
 *
 * Returns: (transfer full): a writer that has written the XML declaration (1.0, UTF-8, standalone)
 */
ZpXmlWriter *
zp_xml_writer_new (void)
{
  ZpXmlWriter *self = g_new0 (ZpXmlWriter, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  if (self->writer == NULL)
    g_error ("there is no memory for an XML writer");
  expect_written (xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", "yes"));

  return self;
}

/**
 * zp_xml_writer_free:
 * @self: (nullable) (transfer full): a writer
 */
void
zp_xml_writer_free (ZpXmlWriter *self)
{
  if (self == NULL)
    return;

  xmlFreeTextWriter (self->writer);
  xmlBufferFree (self->buffer);
  g_free (self);
}

/**
 * zp_xml_writer_start:
 * @self: a writer
 * @element: name of the element, with its prefix
 * @...: names and values of attributes by turns, then %NULL; an attribute whose value is %NULL is
 *   left out
 *
 * Begins an element. Namespaces are declared as attributes. Values are escaped and cleaned like the
 * text of zp_xml_writer_text().
 */
void
zp_xml_writer_start (ZpXmlWriter *self, const char *element, ...)
{
  va_list attributes;

  g_return_if_fail (self != NULL);
  g_return_if_fail (element != NULL);

  va_start (attributes, element);
  start_element (self, element, attributes);
  va_end (attributes);
}

/**
 * zp_xml_writer_end:
 * @self: a writer inside an element
 *
 * Ends the element begun last; one without content is written as an empty tag.
 */
void
zp_xml_writer_end (ZpXmlWriter *self)
{
  g_return_if_fail (self != NULL);

  expect_written (xmlTextWriterEndElement (self->writer));
}

/**
 * zp_xml_writer_empty:
 * @self: a writer
 * @element: name of the element, with its prefix
 * @...: attributes as for zp_xml_writer_start()
 *
 * Writes an element without content.
 */
void
zp_xml_writer_empty (ZpXmlWriter *self, const char *element, ...)
{
  va_list attributes;

  g_return_if_fail (self != NULL);
  g_return_if_fail (element != NULL);

  va_start (attributes, element);
  start_element (self, element, attributes);
  va_end (attributes);
  zp_xml_writer_end (self);
}

/**
 * zp_xml_writer_attribute:
 * @self: a writer whose element has no content yet
 * @name: name of the attribute, with its prefix
 * @value: (nullable): its value; %NULL leaves the attribute out
 *
 * Adds an attribute to the element begun last.
 */
void
zp_xml_writer_attribute (ZpXmlWriter *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (value != NULL)
    write_attribute (self, name, value);
}

/**
 * zp_xml_writer_text:
 * @self: a writer inside an element
 * @text: any text
 *
 * Writes text, escaped. Characters that XML 1.0 forbids (control characters other than tab and line
 * ends, U+FFFE, U+FFFF) are left out, bytes that are not UTF-8 become U+FFFD.
 */
void
zp_xml_writer_text (ZpXmlWriter *self, const char *text)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (!is_clean (text))
    clean = remove_forbidden (text);
  expect_written (xmlTextWriterWriteString (self->writer, BAD_CAST (clean != NULL ? clean : text)));
}

/**
 * zp_xml_writer_finish:
 * @self: a writer
 *
 * Ends all elements that are still open. Nothing may be written afterwards.
 *
 * Returns: (transfer full): the document
 */
GBytes *
zp_xml_writer_finish (ZpXmlWriter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  expect_written (xmlTextWriterEndDocument (self->writer));
  expect_written (xmlTextWriterFlush (self->writer));

  return g_bytes_new (xmlBufferContent (self->buffer), xmlBufferLength (self->buffer));
}
