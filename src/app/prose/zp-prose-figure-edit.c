/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figure at the caret: found, replaced, bound, put in, stepped to. */
#include "app/prose/zp-prose-view-private.h"

/* A chip that is selected whole, or that the caret stands right before. */
static GtkTextTag *
find_chip (ZpProseView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean has_selection = gtk_text_buffer_get_selection_bounds (buffer, start, end);
  GtkTextTag *tag = zp_prose_chip_at (start);
  GtkTextIter last = *end;

  if (tag == NULL)
    return NULL;
  zp_prose_chip_get_bounds (tag, start, start, end);
  if (has_selection && !gtk_text_iter_equal (&last, end))
    return NULL;
  return tag;
}

static void
get_area (ZpProseView *self, const GtkTextIter *start, const GtkTextIter *end, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle last;
  GdkRectangle first;

  gtk_text_view_get_iter_location (view, start, &first);
  gtk_text_view_get_iter_location (view, end, &last);
  if (last.y == first.y)
    first.width = MAX (1, last.x - first.x);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, first.x, first.y, &first.x,
                                         &first.y);
  *area = first;
}

/**
 * zp_prose_view_get_chip:
 * @area: (out) (optional): where it stands, in the view
 *
 * Returns: (nullable): the live piece that the caret stands before, or that is selected
 */
const ZpProsePiece *
zp_prose_view_get_chip (ZpProseView *self, GdkRectangle *area)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextTag *tag = find_chip (self, &start, &end);

  if (tag == NULL)
    return NULL;
  if (area != NULL)
    get_area (self, &start, &end, area);
  return zp_prose_chip_get_piece (tag);
}

static GtkTextTag *
find_match (ZpProseView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter insert;
  GtkTextTag *tag;

  zp_prose_view_get_insert (self, &insert);
  tag = zp_prose_match_at (&insert);
  if (tag == NULL && gtk_text_iter_backward_char (&insert))
    tag = zp_prose_match_at (&insert);
  if (tag != NULL)
    zp_prose_chip_get_bounds (tag, &insert, start, end);
  return tag;
}

/**
 * zp_prose_view_get_match:
 * @area: (out) (optional): where it stands, in the view
 *
 * Returns: (nullable): what the figure typed by hand at the caret equals
 */
const ZpProseMatch *
zp_prose_view_get_match (ZpProseView *self, GdkRectangle *area)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextTag *tag = find_match (self, &start, &end);

  if (tag == NULL)
    return NULL;
  if (area != NULL)
    get_area (self, &start, &end, area);
  return zp_prose_match_get (tag);
}

/** zp_prose_view_get_caret: where the caret is in the view. */
void
zp_prose_view_get_caret (ZpProseView *self, GdkRectangle *area)
{
  GtkTextIter insert;

  zp_prose_view_get_insert (self, &insert);
  get_area (self, &insert, &insert, area);
}

/** zp_prose_view_activate_chip: as Enter or a click on the figure at the caret. */
void
zp_prose_view_activate_chip (ZpProseView *self)
{
  if (zp_prose_view_get_chip (self, NULL) != NULL || zp_prose_view_get_match (self, NULL) != NULL)
    zp_prose_view_emit_chip (self);
}

/* Puts @piece between @start and @end, as one edit that is kept at once. */
static void
replace (ZpProseView *self, GtkTextIter *start, GtkTextIter *end, const ZpProsePiece *piece)
{
  ZpProseField *field = zp_prose_view_find_field (self, start);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

  if (field == NULL)
    return;
  g_ptr_array_add (pieces, (gpointer) piece);
  self->quiet++;
  gtk_text_buffer_delete (field->buffer, start, end);
  zp_prose_field_insert (field, start, pieces);
  gtk_text_buffer_place_cursor (field->buffer, start);
  self->quiet--;
  self->caret = gtk_text_iter_get_offset (start);
  self->current = field;
  zp_prose_view_touch (self, field);
  zp_prose_view_commit (self);
}

/** zp_prose_view_replace_chip: @piece takes the place of the chip at the caret. */
void
zp_prose_view_replace_chip (ZpProseView *self, const ZpProsePiece *piece)
{
  g_autoptr (ZpProsePiece) owned = zp_prose_piece_copy (piece);
  GtkTextIter start;
  GtkTextIter end;

  if (find_chip (self, &start, &end) != NULL)
    replace (self, &start, &end, owned);
}

/** zp_prose_view_bind_match: the figure typed by hand at the caret follows its cell from now on. */
void
zp_prose_view_bind_match (ZpProseView *self)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextTag *tag = find_match (self, &start, &end);
  ZpProseField *field = tag != NULL ? zp_prose_view_find_field (self, &start) : NULL;
  g_autoptr (ZpProsePiece) piece = NULL;

  if (field == NULL)
    return;
  piece = zp_prose_make_live (self->session, field->passage, zp_prose_match_get (tag)->source);
  if (piece != NULL)
    replace (self, &start, &end, piece);
}

/**
 * zp_prose_view_insert_figure:
 * @id: of a cell
 *
 * Puts its figure in the place of the selection, or at the caret.
 *
 * Returns: FALSE when the caret stands in no passage, or a text cannot carry that figure
 */
gboolean
zp_prose_view_insert_figure (ZpProseView *self, const char *id)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (ZpProsePiece) piece = NULL;
  ZpProseField *field;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  field = zp_prose_view_find_field (self, &start);
  if (field == NULL || zp_prose_view_find_field (self, &end) != field)
    return FALSE;
  piece = zp_prose_make_figure (self->session, field->passage, id);
  if (piece == NULL)
    return FALSE;
  replace (self, &start, &end, piece);
  return TRUE;
}

static gboolean
find_step (GtkTextIter *at, gboolean forward)
{
  while (forward ? gtk_text_iter_forward_to_tag_toggle (at, NULL)
                 : gtk_text_iter_backward_to_tag_toggle (at, NULL))
    {
      GtkTextTag *chip = zp_prose_chip_at (at);

      if (chip != NULL && gtk_text_iter_starts_tag (at, chip))
        return TRUE;
    }
  return FALSE;
}

/** zp_prose_view_step_chip: selects the next live figure, or the one before; FALSE at the last. */
gboolean
zp_prose_view_step_chip (ZpProseView *self, gboolean forward)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter at;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &at, &end);
  if (!find_step (&at, forward))
    return FALSE;
  zp_prose_chip_get_bounds (zp_prose_chip_at (&at), &at, &at, &end);
  gtk_text_buffer_select_range (buffer, &at, &end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
  return TRUE;
}
