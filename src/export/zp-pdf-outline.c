/* SPDX-License-Identifier: GPL-3.0-or-later
 * The outline of a PDF (ISO 32000-1, 12.3.3): the headings, for going to their pages. */
#include "document/zp-geometry.h"
#include "export/zp-pdf-page-private.h"

#define MAX_LEVEL 4

/* An entry of the outline and its place in the tree; 0 stands for none. */
typedef struct
{
  guint object;
  guint parent; /* number of its parent in the array */
  guint first;
  guint last;
  guint previous;
  guint next;
  guint n_children;
} Entry;

static Entry *
entry_at (GArray *entries, guint i)
{
  return &g_array_index (entries, Entry, i);
}

static void
hang_below (GArray *entries, guint child, guint parent)
{
  Entry *above = entry_at (entries, parent);

  entry_at (entries, child)->parent = parent;
  entry_at (entries, child)->previous = above->last;
  if (above->last > 0)
    entry_at (entries, above->last)->next = child;
  else
    above->first = child;
  above->last = child;
  above->n_children++;
}

/* A heading hangs below the last one of a lower level; entry 0 is the root. */
static GArray *
link_entries (ZpPdfBook *self)
{
  const GArray *marks = self->pages->marks;
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  guint parents[MAX_LEVEL + 1] = { 0 };

  g_array_set_size (entries, marks->len + 1);
  for (guint i = 0; i < entries->len; i++)
    entry_at (entries, i)->object = zp_pdf_file_reserve (self->file);
  for (guint i = 1; i < entries->len; i++)
    {
      guint level = CLAMP (g_array_index (marks, ZpPageMark, i - 1).level, 1, MAX_LEVEL);

      hang_below (entries, i, parents[level - 1]);
      for (guint k = level; k <= MAX_LEVEL; k++)
        parents[k] = i;
    }

  return entries;
}

static void
append_link (GString *body, const char *name, GArray *entries, guint i)
{
  if (i > 0)
    g_string_append_printf (body, "/%s %u 0 R", name, entry_at (entries, i)->object);
}

static void
append_place (ZpPdfBook *self, GString *body, const ZpPageMark *mark)
{
  const ZpPrintedPage *page = g_ptr_array_index (self->pages->pages, mark->page);

  g_string_append_printf (body, "/Dest[%u 0 R/XYZ ",
                          g_array_index (self->page_objects, guint, mark->page));
  zp_pdf_append_number (body, ZP_MARGIN_LEFT);
  g_string_append_c (body, ' ');
  zp_pdf_append_number (body, page->height - mark->y);
  g_string_append (body, " null]");
}

static void
write_entry (ZpPdfBook *self, GArray *entries, guint i)
{
  const Entry *entry = entry_at (entries, i);
  const ZpPageMark *mark = i > 0 ? &g_array_index (self->pages->marks, ZpPageMark, i - 1) : NULL;
  GString *body = g_string_new ("<<");
  g_autofree char *text = NULL;

  if (mark != NULL)
    {
      g_string_append (body, "/Title");
      zp_pdf_append_text (body, mark->text);
      g_string_append_printf (body, "/Parent %u 0 R", entry_at (entries, entry->parent)->object);
      append_place (self, body, mark);
    }
  append_link (body, "Prev", entries, entry->previous);
  append_link (body, "Next", entries, entry->next);
  append_link (body, "First", entries, entry->first);
  append_link (body, "Last", entries, entry->last);
  /* A negative count is a closed entry: only the first level lies open. */
  if (entry->n_children > 0)
    g_string_append_printf (body, "/Count %s%u", i > 0 ? "-" : "", entry->n_children);
  g_string_append (body, ">>");
  text = g_string_free (body, FALSE);
  zp_pdf_file_set (self->file, entry->object, text);
}

/**
 * zp_pdf_outline_write:
 *
 * Returns: number of the outline's object, or 0 when there are no headings
 */
guint
zp_pdf_outline_write (ZpPdfBook *self)
{
  g_autoptr (GArray) entries = NULL;

  if (self->pages->marks->len == 0)
    return 0;

  entries = link_entries (self);
  for (guint i = 0; i < entries->len; i++)
    write_entry (self, entries, i);
  return entry_at (entries, 0)->object;
}
