/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is typed into: an entry of one line, or a text of several. */
#include "app/sheet/zp-sheet-editor-private.h"

/**
 * ZpSheetEditor:
 * @outer: the entry, or the scrolled window with the text in it
 * @inner: what has the focus and takes the keys
 * @loaded: text that stands in the cell
 * @loading: what changes now was not typed
 * @composing: an input method has something that is not in the text yet
 */
struct _ZpSheetEditor
{
  GtkWidget parent;
  GtkWidget *outer;
  GtkWidget *inner;
  char *loaded;
  gboolean is_long;
  gboolean loading;
  gboolean composing;
};

G_DEFINE_FINAL_TYPE (ZpSheetEditor, zp_sheet_editor, GTK_TYPE_WIDGET)

enum
{
  TOUCHED,
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkEditable *
entry_of (ZpSheetEditor *self)
{
  return GTK_EDITABLE (self->outer);
}

static GtkTextBuffer *
buffer_of (ZpSheetEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner));
}

static void
touch (ZpSheetEditor *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[TOUCHED], 0);
}

static void
on_changed (ZpSheetEditor *self)
{
  if (self->loading)
    return;
  g_signal_emit (self, signals[TOUCHED], 0);
  g_signal_emit (self, signals[TYPED], 0);
}

/* An input method has begun to compose, though nothing is in the text yet. */
static void
on_preedit (ZpSheetEditor *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
  if (self->composing)
    touch (self);
}

static void
make_entry (ZpSheetEditor *self)
{
  self->outer = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->outer), FALSE);
  gtk_editable_set_width_chars (entry_of (self), 1);
  gtk_editable_set_max_width_chars (entry_of (self), 1);
  gtk_editable_set_enable_undo (entry_of (self), FALSE);
  self->inner = GTK_WIDGET (gtk_editable_get_delegate (entry_of (self)));
  g_signal_connect_swapped (self->outer, "changed", G_CALLBACK (on_changed), self);
}

static void
make_text (ZpSheetEditor *self)
{
  self->outer = gtk_scrolled_window_new ();
  self->inner = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->inner), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->inner), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->outer), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->outer), self->inner);
  g_signal_connect_swapped (buffer_of (self), "changed", G_CALLBACK (on_changed), self);
}

/**
 * zp_sheet_editor_new:
 * @is_long: a text of several lines
 */
GtkWidget *
zp_sheet_editor_new (gboolean is_long)
{
  ZpSheetEditor *self = g_object_new (ZP_TYPE_SHEET_EDITOR, NULL);

  self->is_long = is_long;
  if (is_long)
    make_text (self);
  else
    make_entry (self);
  g_signal_connect_swapped (self->inner, "preedit-changed", G_CALLBACK (on_preedit), self);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  zp_sheet_editor_set_resting (self, TRUE);
  return GTK_WIDGET (self);
}

static void
set_text (ZpSheetEditor *self, const char *text)
{
  if (self->is_long)
    gtk_text_buffer_set_text (buffer_of (self), text, -1);
  else
    gtk_editable_set_text (entry_of (self), text);
}

/**
 * zp_sheet_editor_load:
 * @text: what stands in the cell
 *
 * It rests, and is empty: the cell below it is seen, and its name says all of it. Text in here
 * would be read a second time, and what is typed had to remove it.
 */
void
zp_sheet_editor_load (ZpSheetEditor *self, const char *text)
{
  g_free (self->loaded);
  self->loaded = g_strdup (text);
  self->loading = TRUE;
  set_text (self, "");
  self->loading = FALSE;
  zp_sheet_editor_set_resting (self, TRUE);
}

/** zp_sheet_editor_begin: what stands in the cell, with the caret behind it. */
void
zp_sheet_editor_begin (ZpSheetEditor *self)
{
  self->loading = TRUE;
  set_text (self, self->loaded);
  self->loading = FALSE;
  zp_sheet_editor_put_caret_at_end (self);
}

/** zp_sheet_editor_replace: another text, as if it had been typed. */
void
zp_sheet_editor_replace (ZpSheetEditor *self, const char *text)
{
  touch (self);
  set_text (self, text);
  zp_sheet_editor_put_caret_at_end (self);
}

/** zp_sheet_editor_get_text: (transfer full): as typed so far. */
char *
zp_sheet_editor_get_text (ZpSheetEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!self->is_long)
    return g_strdup (gtk_editable_get_text (entry_of (self)));
  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
}

/** zp_sheet_editor_is_changed: whether its text is another than what stands in the cell. */
gboolean
zp_sheet_editor_is_changed (ZpSheetEditor *self)
{
  g_autofree char *text = zp_sheet_editor_get_text (self);

  return g_strcmp0 (text, self->loaded) != 0;
}

/** zp_sheet_editor_set_figure: figures stand at the right, texts at the left. */
void
zp_sheet_editor_set_figure (ZpSheetEditor *self, gboolean is_figure)
{
  if (!self->is_long)
    gtk_editable_set_alignment (entry_of (self), is_figure ? 1.0f : 0.0f);
}

/** zp_sheet_editor_set_editable: whether what is typed goes in. */
void
zp_sheet_editor_set_editable (ZpSheetEditor *self, gboolean is_editable)
{
  if (self->is_long)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->inner), is_editable);
  else
    gtk_editable_set_editable (entry_of (self), is_editable);
}

/** zp_sheet_editor_set_resting: while it rests, the cell below it is seen instead. */
void
zp_sheet_editor_set_resting (ZpSheetEditor *self, gboolean resting)
{
  if (resting)
    gtk_widget_add_css_class (GTK_WIDGET (self), "resting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "resting");
}

/**
 * zp_sheet_editor_set_spoken:
 * @label: what the cell says
 * @fault: (nullable): why the entry was refused
 */
void
zp_sheet_editor_set_spoken (ZpSheetEditor *self, const char *label, const char *fault)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->is_long ? self->inner : self->outer);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : "", -1);
  gtk_accessible_update_state (
    accessible, GTK_ACCESSIBLE_STATE_INVALID,
    fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/** zp_sheet_editor_put_caret_at_end: nothing is selected any more. */
void
zp_sheet_editor_put_caret_at_end (ZpSheetEditor *self)
{
  GtkTextIter end;

  if (!self->is_long)
    {
      gtk_editable_set_position (entry_of (self), -1);
      return;
    }
  gtk_text_buffer_get_end_iter (buffer_of (self), &end);
  gtk_text_buffer_place_cursor (buffer_of (self), &end);
}

/** zp_sheet_editor_focus: the keys go to it; what is selected stays selected. */
void
zp_sheet_editor_focus (ZpSheetEditor *self)
{
  if (self->is_long)
    gtk_widget_grab_focus (self->inner);
  else
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->outer));
}

/** zp_sheet_editor_is_composing: whether the keys belong to an input method. */
gboolean
zp_sheet_editor_is_composing (ZpSheetEditor *self)
{
  return self->composing;
}

/** zp_sheet_editor_touch: typing begins with the key that comes. */
void
zp_sheet_editor_touch (ZpSheetEditor *self)
{
  touch (self);
}

/** zp_sheet_editor_is_long: whether it has several lines. */
gboolean
zp_sheet_editor_is_long (ZpSheetEditor *self)
{
  return self->is_long;
}

/** zp_sheet_editor_get_inner: (transfer none): what has the focus. */
GtkWidget *
zp_sheet_editor_get_inner (ZpSheetEditor *self)
{
  return self->inner;
}

static void
zp_sheet_editor_dispose (GObject *object)
{
  ZpSheetEditor *self = ZP_SHEET_EDITOR (object);

  self->loading = TRUE;
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (zp_sheet_editor_parent_class)->dispose (object);
}

static void
zp_sheet_editor_finalize (GObject *object)
{
  g_free (ZP_SHEET_EDITOR (object)->loaded);
  G_OBJECT_CLASS (zp_sheet_editor_parent_class)->finalize (object);
}

/* Hidden while its text scrolls, GTK 4.8 would end that scrolling twice. */
static void
zp_sheet_editor_unmap (GtkWidget *widget)
{
  ZpSheetEditor *self = ZP_SHEET_EDITOR (widget);

  if (self->is_long)
    {
      GtkAdjustment *scroll =
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->outer));

      gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll));
    }
  GTK_WIDGET_CLASS (zp_sheet_editor_parent_class)->unmap (widget);
}

static void
zp_sheet_editor_class_init (ZpSheetEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = zp_sheet_editor_dispose;
  object_class->finalize = zp_sheet_editor_finalize;
  widget_class->unmap = zp_sheet_editor_unmap;
  signals[TOUCHED] = g_signal_new ("touched", ZP_TYPE_SHEET_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", ZP_TYPE_SHEET_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "zp-editor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zp_sheet_editor_init (ZpSheetEditor *self)
{
}
