/* SPDX-License-Identifier: GPL-3.0-or-later
 * A section put into the buffer: headings, passages with their bars, what tables give. */
#include "app/prose/zp-prose-view-private.h"

#include <string.h>

typedef struct
{
  ZpProseView *view;
  GtkTextBuffer *buffer;
  GtkTextIter at;
} Builder;

/* Taken back when the buffer is built anew, so that tags do not pile up. */
static void
clear (ZpProseView *self, GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter start;
  GtkTextIter end;

  self->current = NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      zp_prose_field_write (g_ptr_array_index (self->fields, i), none);
    }
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->bars, 0);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  if (self->heading != NULL)
    return;
  self->heading = gtk_text_tag_new (NULL);
  self->fixed = gtk_text_tag_new (NULL);
  self->below = gtk_text_tag_new (NULL);
  gtk_text_tag_table_add (table, self->heading);
  gtk_text_tag_table_add (table, self->fixed);
  gtk_text_tag_table_add (table, self->below);
  g_object_unref (self->heading);
  g_object_unref (self->fixed);
  g_object_unref (self->below);
}

static void
add_line (Builder *self, const char *text, GtkTextTag *tag)
{
  gtk_text_buffer_insert_with_tags (self->buffer, &self->at, text, -1, tag, self->view->fixed,
                                    NULL);
  gtk_text_buffer_insert_with_tags (self->buffer, &self->at, "\n", -1, tag, self->view->fixed,
                                    NULL);
}

/* Returns the bar; its line is a single place for a widget. */
static GtkWidget *
add_bar (Builder *self, const ZpProsePart *part)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkWidget *bar = zp_prose_bar_new (part);
  int line = gtk_text_iter_get_line (&self->at);
  GtkTextChildAnchor *anchor = gtk_text_buffer_create_child_anchor (self->buffer, &self->at);
  GtkTextIter start;

  gtk_text_view_add_child_at_anchor (view, bar, anchor);
  gtk_text_buffer_insert (self->buffer, &self->at, "\n", -1);
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  gtk_text_buffer_apply_tag (self->buffer, self->view->fixed, &start, &self->at);
  gtk_text_buffer_apply_tag (self->buffer, self->view->below, &start, &self->at);
  g_ptr_array_add (self->view->bars, bar);
  return bar;
}

static void
add_passage (Builder *self, const ZpProsePart *part)
{
  ZpProseField *field = zp_prose_field_new (self->buffer, part, &self->at);
  g_autoptr (GPtrArray) pieces = zp_prose_parse (self->view->session, part->passage);
  GtkTextIter end;

  field->below = gtk_text_buffer_create_mark (self->buffer, NULL, &self->at, TRUE);
  field->bar = ZP_PROSE_BAR (add_bar (self, part));
  g_ptr_array_add (self->view->fields, field);
  zp_prose_field_write (field, pieces);
  zp_prose_field_mark_matches (field, self->view->session);
  zp_prose_field_update_bar (field, self->view->session);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  self->at = end;
}

static void
add_row (Builder *self, const ZpProsePart *part)
{
  g_auto (GStrv) lines = g_strsplit (part->text, "\n", -1);

  add_line (self, part->title, self->view->heading);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_line (self, lines[i], self->view->fixed);
  add_bar (self, part);
}

static void
add_part (Builder *self, const ZpProsePart *part)
{
  switch (part->kind)
    {
    case ZP_PROSE_PART_HEADING:
      add_line (self, part->title, self->view->heading);
      break;
    case ZP_PROSE_PART_PASSAGE:
      add_passage (self, part);
      break;
    case ZP_PROSE_PART_ROW:
      add_row (self, part);
      break;
    case ZP_PROSE_PART_TABLE:
    case ZP_PROSE_PART_NOTES:
      add_bar (self, part);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_prose_view_build:
 * @parts: (transfer full): of #ZpProsePart
 *
 * Puts them into the buffer in the place of everything that was there.
 */
void
zp_prose_view_build (ZpProseView *self, GPtrArray *parts)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  Builder builder = { .view = self, .buffer = buffer };

  self->quiet++;
  clear (self, buffer);
  if (self->parts != NULL)
    g_ptr_array_unref (self->parts);
  self->parts = parts;
  gtk_text_buffer_get_start_iter (buffer, &builder.at);
  for (guint i = 0; i < parts->len; i++)
    add_part (&builder, g_ptr_array_index (parts, i));
  self->quiet--;
  zp_prose_view_measure (self);
}

static void
set_tag (GtkTextTag *tag, int above, int below, double scale, int weight)
{
  g_object_set (tag, "indent", 0, "pixels-above-lines", above, "pixels-below-lines", below, "scale",
                scale, "weight", weight, NULL);
}

/* Headings are set in the font of the desktop, as everything but the text itself. */
static void
set_desktop_font (GtkTextTag *tag)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "sans");
  g_object_set (tag, "family", pango_font_description_get_family (font), NULL);
}

/** zp_prose_view_measure: two ems before the first line, lines at 1.625 em, bars as wide as the
 * text. */
void
zp_prose_view_measure (ZpProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), "\xE3\x80\x80");
  int text_width = self->width - 2 * ZP_PROSE_MARGIN;
  int em;
  int height;

  pango_layout_get_pixel_size (layout, &em, &height);
  gtk_text_view_set_indent (view, 2 * em);
  gtk_text_view_set_pixels_inside_wrap (view, MAX (0, em * 13 / 8 - height));
  if (self->heading == NULL)
    return;
  g_object_set (self->fixed, "editable", FALSE, NULL);
  set_tag (self->heading, em * 3 / 4, em / 2, 0.95, PANGO_WEIGHT_BOLD);
  set_desktop_font (self->heading);
  set_tag (self->below, em * 3 / 8, em * 3 / 4, 1.0, PANGO_WEIGHT_NORMAL);
  for (guint i = 0; i < self->bars->len && text_width > 0; i++)
    gtk_widget_set_size_request (g_ptr_array_index (self->bars, i), text_width, -1);
}
