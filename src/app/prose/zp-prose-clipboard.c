/* SPDX-License-Identifier: GPL-3.0-or-later
 * Parts of a text through the clipboard: plain words for other programs, and for this one pieces,
 * of which the live ones stay live wherever they are put. */
#include "app/prose/zp-prose-view-private.h"

#define ZP_TYPE_PROSE_PIECES (zp_prose_pieces_get_type ())

typedef GPtrArray ZpProsePieces;

static GType zp_prose_pieces_get_type (void);

G_DEFINE_BOXED_TYPE (ZpProsePieces, zp_prose_pieces, g_ptr_array_ref, g_ptr_array_unref)

static GPtrArray *
pieces_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_piece_free);
}

static void
take_pieces (GPtrArray *pieces, GPtrArray *more)
{
  if (pieces->len > 0)
    g_ptr_array_add (pieces, zp_prose_make_text ("\n"));
  g_ptr_array_extend_and_steal (pieces, more);
}

/* Only what stands in passages: headings and the lines between are not the clerk's. */
static GPtrArray *
read_chosen (ZpProseView *self, const GtkTextIter *from, const GtkTextIter *to)
{
  GPtrArray *pieces = pieces_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkTextIter start;
      GtkTextIter end;

      zp_prose_field_get_range (g_ptr_array_index (self->fields, i), &start, &end);
      if (gtk_text_iter_compare (&start, from) < 0)
        start = *from;
      if (gtk_text_iter_compare (&end, to) > 0)
        end = *to;
      if (gtk_text_iter_compare (&start, &end) < 0)
        take_pieces (pieces, zp_prose_read_range (&start, &end));
    }
  return pieces;
}

static GdkContentProvider *
provider_new (ZpProseView *self, const GtkTextIter *from, const GtkTextIter *to)
{
  g_autoptr (GPtrArray) pieces = read_chosen (self, from, to);
  g_autofree char *text = zp_prose_read_plain (from, to);
  GdkContentProvider *parts[2];

  parts[0] = gdk_content_provider_new_typed (ZP_TYPE_PROSE_PIECES, pieces);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

/** zp_prose_view_copy: what is chosen goes to the clipboard. */
void
zp_prose_view_copy (ZpProseView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (GdkContentProvider) provider = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  provider = provider_new (self, &start, &end);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* The caret stays at the first passage of what was chosen. */
static void
delete_chosen (ZpProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *mark;
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  mark = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (view));
  gtk_text_buffer_get_iter_at_mark (buffer, &start, mark);
  while (zp_prose_view_find_field (self, &start) == NULL)
    if (!gtk_text_iter_forward_line (&start))
      break;
  if (zp_prose_view_find_field (self, &start) != NULL)
    gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_delete_mark (buffer, mark);
}

/** zp_prose_view_cut: what is chosen goes to the clipboard and out of the passages. */
void
zp_prose_view_cut (ZpProseView *self)
{
  zp_prose_view_copy (self);
  delete_chosen (self);
}

/* What another passage knows this one may not: then the words are put in that it reads as. */
static ZpProsePiece *
piece_for (ZpProseView *self, const ZpProseField *field, const ZpProsePiece *piece)
{
  ZpProsePiece *live = NULL;

  if (piece->kind == ZP_PROSE_TEXT)
    return zp_prose_piece_copy (piece);
  live = zp_prose_make_live (self->session, field->passage, piece->source);
  return live != NULL ? live : zp_prose_make_text (piece->text);
}

static void
insert_pieces (ZpProseView *self, const GPtrArray *pieces)
{
  g_autoptr (GPtrArray) own = pieces_new ();
  ZpProseField *field;
  GtkTextIter at;

  delete_chosen (self);
  zp_prose_view_get_insert (self, &at);
  field = zp_prose_view_find_field (self, &at);
  if (field == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (own, piece_for (self, field, g_ptr_array_index (pieces, i)));
  self->quiet++;
  zp_prose_field_insert (field, &at, own);
  gtk_text_buffer_place_cursor (field->buffer, &at);
  self->quiet--;
  self->caret = gtk_text_iter_get_offset (&at);
  zp_prose_view_touch (self, field);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (field->buffer));
}

static void
on_pieces_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ZpProseView) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && self->session != NULL)
    insert_pieces (self, g_value_get_boxed (value));
}

/**
 * zp_prose_view_paste_pieces:
 *
 * Returns: FALSE when the clipboard has no part of a text of this program
 */
gboolean
zp_prose_view_paste_pieces (ZpProseView *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                          ZP_TYPE_PROSE_PIECES))
    return FALSE;
  gdk_clipboard_read_value_async (clipboard, ZP_TYPE_PROSE_PIECES, G_PRIORITY_DEFAULT, NULL,
                                  on_pieces_read, g_object_ref (self));
  return TRUE;
}
