/* SPDX-License-Identifier: GPL-3.0-or-later
 * The outline of an OFD document (GB/T 33190-2016, 7.4): the headings, for going to their pages.
 */
#include "export/zp-ofd-private.h"

static void
write_target (const ZpOfdBook *self, ZpXmlWriter *xml, const ZpPageMark *mark)
{
  g_autofree char *page = g_strdup_printf ("%u", g_array_index (self->page_ids, guint, mark->page));
  GString *top = g_string_new (NULL);

  zp_ofd_append_length (top, zp_ofd_measure (mark->y));
  zp_xml_writer_start (xml, "ofd:Actions", NULL);
  zp_xml_writer_start (xml, "ofd:Action", "Event", "CLICK", NULL);
  zp_xml_writer_start (xml, "ofd:Goto", NULL);
  zp_xml_writer_empty (xml, "ofd:Dest", "Type", "XYZ", "PageID", page, "Left", "0", "Top", top->str,
                       NULL);
  for (guint i = 0; i < 3; i++)
    zp_xml_writer_end (xml);
  g_string_free (top, TRUE);
}

/**
 * zp_ofd_outline_write:
 * @xml: stands behind the list of pages
 *
 * Writes the headings as a tree; nothing where there are none. A heading that skips a level stands
 * directly below the last one of a higher rank.
 */
void
zp_ofd_outline_write (const ZpOfdBook *self, ZpXmlWriter *xml)
{
  const GArray *marks = self->pages->marks;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint)); /* levels not yet ended */

  if (marks->len == 0)
    return;

  zp_xml_writer_start (xml, "ofd:Outlines", NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      const ZpPageMark *mark = &g_array_index (marks, ZpPageMark, i);

      while (open->len > 0 && g_array_index (open, guint, open->len - 1) >= mark->level)
        {
          zp_xml_writer_end (xml);
          g_array_set_size (open, open->len - 1);
        }
      zp_xml_writer_start (xml, "ofd:OutlineElem", "Title", mark->text, NULL);
      write_target (self, xml, mark);
      g_array_append_val (open, mark->level);
    }
  for (guint i = 0; i < open->len + 1; i++)
    zp_xml_writer_end (xml);
}
