/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page of an OFD document: characters at their places, and rules (GB/T 33190-2016, 7.7, 9, 11).
 */
#include <math.h>

#include "export/zp-ofd-private.h"

/* How far a character reaches above and below its base line, in sizes; a reader may clip there. */
#define ASCENT 1.0
#define DESCENT 0.3

/* A box as thin as its line would be clipped to nothing; in points. */
#define RULE_MARGIN 1.5

/*
 * Characters of a run that are written together.
 * @text: what they are
 * @places: of int: where each begins, in micrometres from the origin of the run
 * @rise: how far they stand below the base line, in points
 */
typedef struct
{
  GString *text;
  GArray *places;
  double rise;
} Stretch;

typedef struct
{
  ZpOfdBook *book;
  ZpXmlWriter *xml;
} Drawing;

static char *
next_id (ZpOfdBook *self)
{
  return g_strdup_printf ("%u", ++self->last_id);
}

/* "g 5 4.2" stands for five times the same. */
static void
append_distance (GString *out, int distance, guint times)
{
  gboolean packed = times > 2;

  if (packed)
    g_string_append_printf (out, "%sg %u", out->len > 0 ? " " : "", times);
  for (guint i = 0; i < (packed ? 1 : times); i++)
    {
      if (out->len > 0)
        g_string_append_c (out, ' ');
      zp_ofd_append_length (out, distance);
    }
}

/* Taken between rounded places, so that roundings do not add up. */
static char *
format_distances (const GArray *places)
{
  GString *out = g_string_new (NULL);
  const int *place = (const int *) (const void *) places->data;

  for (guint i = 1, times = 0; i < places->len; i += times)
    {
      int distance = place[i] - place[i - 1];

      for (times = 1; i + times < places->len; times++)
        if (place[i + times] - place[i + times - 1] != distance)
          break;
      append_distance (out, distance, times);
    }
  return g_string_free (out, FALSE);
}

static void
write_color (ZpXmlWriter *xml, const char *element, gboolean red)
{
  zp_xml_writer_empty (xml, element, "Value", red ? "255 0 0" : "0 0 0", NULL);
}

/* The box of a stretch, and the place of its base line in the box. A turned one reads downwards. */
static char *
place_stretch (const ZpPageRun *run, const Stretch *stretch)
{
  double start = g_array_index (stretch->places, int, 0) * 72 / 25400.0;
  double length = run->width - start + run->size;
  double high = run->size * (ASCENT + DESCENT);

  if (run->turned)
    return zp_ofd_format_box (run->x - stretch->rise - run->size * DESCENT, run->y + start, high,
                              length);
  return zp_ofd_format_box (run->x + start, run->y + stretch->rise - run->size * ASCENT, length,
                            high);
}

static char *
format_length (double points)
{
  GString *out = g_string_new (NULL);

  zp_ofd_append_length (out, zp_ofd_measure (points));
  return g_string_free (out, FALSE);
}

static void
write_text_code (ZpXmlWriter *xml, const ZpPageRun *run, const Stretch *stretch)
{
  g_autofree char *base = format_length (run->turned ? 0 : run->size * ASCENT);
  g_autofree char *distances = format_distances (stretch->places);

  zp_xml_writer_start (xml, "ofd:TextCode", "X", "0", "Y", base, "DeltaX",
                       distances[0] != '\0' ? distances : NULL, NULL);
  zp_xml_writer_text (xml, stretch->text->str);
  zp_xml_writer_end (xml);
}

static void
write_stretch (Drawing *self, const ZpPageRun *run, Stretch *stretch)
{
  g_autofree char *id = NULL;
  g_autofree char *font = NULL;
  g_autofree char *size = format_length (run->size);
  g_autofree char *box = NULL;
  g_autofree char *middle = format_length (run->size * DESCENT);
  g_autofree char *turn = g_strdup_printf ("0 1 -1 0 %s 0", middle);

  if (stretch->places->len == 0)
    return;

  id = next_id (self->book);
  font = g_strdup_printf ("%u", g_array_index (self->book->font_ids, guint, run->face));
  box = place_stretch (run, stretch);
  zp_xml_writer_start (self->xml, "ofd:TextObject", "ID", id, "Boundary", box, "CTM",
                       run->turned ? turn : NULL, "Font", font, "Size", size, NULL);
  write_color (self->xml, "ofd:FillColor", run->red);
  write_text_code (self->xml, run, stretch);
  zp_xml_writer_end (self->xml);
  g_string_truncate (stretch->text, 0);
  g_array_set_size (stretch->places, 0);
}

/* Readers count a character outside of the basic plane once or twice, so it stands alone. */
static gboolean
stands_alone (const char *at)
{
  return g_utf8_get_char (at) > 0xffff;
}

static void
add_characters (Stretch *stretch, const char *text, gsize length, double x)
{
  int place = zp_ofd_measure (x);

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    g_array_append_val (stretch->places, place);
  g_string_append_len (stretch->text, text, (gssize) length);
}

static void
draw_run (Drawing *self, const ZpPageRun *run)
{
  Stretch stretch = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (int)), 0 };
  const char *text = run->text;

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const ZpPageGlyph *glyph = &run->glyphs[i];
      gboolean alone = glyph->bytes > 0 && stands_alone (text);

      /* What goes on with the text of the glyph before has no character of its own. */
      if (glyph->bytes == 0)
        continue;
      if (alone || fabs (glyph->y - stretch.rise) > 0.01)
        write_stretch (self, run, &stretch);
      stretch.rise = glyph->y;
      add_characters (&stretch, text, glyph->bytes, glyph->x);
      if (alone)
        write_stretch (self, run, &stretch);
      text += glyph->bytes;
    }
  write_stretch (self, run, &stretch);
  g_string_free (stretch.text, TRUE);
  g_array_unref (stretch.places);
}

static void
draw_rule (Drawing *self, const ZpPageRule *rule)
{
  double x = MIN (rule->x1, rule->x2) - RULE_MARGIN;
  double y = MIN (rule->y1, rule->y2) - RULE_MARGIN;
  double width = fabs (rule->x2 - rule->x1) + 2 * RULE_MARGIN;
  double height = fabs (rule->y2 - rule->y1) + 2 * RULE_MARGIN;
  g_autofree char *id = next_id (self->book);
  g_autofree char *box = zp_ofd_format_box (x, y, width, height);
  g_autofree char *thickness = format_length (rule->width);
  g_autofree char *x1 = format_length (rule->x1 - x);
  g_autofree char *y1 = format_length (rule->y1 - y);
  g_autofree char *x2 = format_length (rule->x2 - x);
  g_autofree char *y2 = format_length (rule->y2 - y);
  g_autofree char *path = g_strdup_printf ("M %s %s L %s %s", x1, y1, x2, y2);

  zp_xml_writer_start (self->xml, "ofd:PathObject", "ID", id, "Boundary", box, "LineWidth",
                       thickness, "Cap", "Square", "Stroke", "true", "Fill", "false", NULL);
  write_color (self->xml, "ofd:StrokeColor", rule->red);
  zp_xml_writer_start (self->xml, "ofd:AbbreviatedData", NULL);
  zp_xml_writer_text (self->xml, path);
  zp_xml_writer_end (self->xml);
  zp_xml_writer_end (self->xml);
}

static void
write_area (ZpXmlWriter *xml, const ZpPrintedPage *page)
{
  g_autofree char *box = zp_ofd_format_box (0, 0, page->width, page->height);

  zp_xml_writer_start (xml, "ofd:Area", NULL);
  zp_xml_writer_start (xml, "ofd:PhysicalBox", NULL);
  zp_xml_writer_text (xml, box);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
}

/**
 * zp_ofd_page_add:
 * @page: from 0; pages are added in order, after the faces
 *
 * Draws a page into its part and numbers it in the book.
 */
void
zp_ofd_page_add (ZpOfdBook *self, guint page)
{
  const ZpPrintedPage *printed = g_ptr_array_index (self->pages->pages, page);
  Drawing drawing = { self, zp_ofd_part_new ("ofd:Page") };
  guint page_id = ++self->last_id;
  g_autofree char *layer = next_id (self);
  g_autofree char *place = g_strdup_printf ("Doc_0/Pages/Page_%u/Content.xml", page);
  g_autoptr (GBytes) part = NULL;

  g_array_append_val (self->page_ids, page_id);
  write_area (drawing.xml, printed);
  zp_xml_writer_start (drawing.xml, "ofd:Content", NULL);
  zp_xml_writer_start (drawing.xml, "ofd:Layer", "ID", layer, NULL);
  for (guint i = 0; i < printed->runs->len; i++)
    draw_run (&drawing, &g_array_index (printed->runs, ZpPageRun, i));
  for (guint i = 0; i < printed->rules->len; i++)
    draw_rule (&drawing, &g_array_index (printed->rules, ZpPageRule, i));

  part = zp_xml_writer_finish (drawing.xml);
  zp_zip_writer_add (self->zip, place, part);
  zp_xml_writer_free (drawing.xml);
}
