/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell in sight: what it holds, what it is called, which classes it has. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/sheet/zp-sheet-paint-private.h"
#include "session/zp-sheet-figure.h"

G_DEFINE_FINAL_TYPE (ZpSheetCell, zp_sheet_cell, GTK_TYPE_WIDGET)

static const struct
{
  ZpSheetMark mark;
  const char *css_class;
} classes[] = {
  { ZP_SHEET_MARK_HEAD, "head" },         { ZP_SHEET_MARK_GROUP, "group" },
  { ZP_SHEET_MARK_ROW_HEAD, "rowhead" },  { ZP_SHEET_MARK_CROSS, "cross" },
  { ZP_SHEET_MARK_TOTAL, "total" },       { ZP_SHEET_MARK_COMPUTED, "computed" },
  { ZP_SHEET_MARK_SELECTED, "selected" }, { ZP_SHEET_MARK_WARNING, "is-warning" },
  { ZP_SHEET_MARK_ERROR, "is-error" },    { ZP_SHEET_MARK_CURRENT, "current" },
  { ZP_SHEET_MARK_FOCUSED, "focused" },   { ZP_SHEET_MARK_POINTED, "pointed" },
};

/**
 * zp_sheet_cell_new:
 * @role: of a cell, or of the head of a row or a column
 */
GtkWidget *
zp_sheet_cell_new (GtkAccessibleRole role)
{
  return g_object_new (ZP_TYPE_SHEET_CELL, "accessible-role", role, "can-target", FALSE, NULL);
}

static gboolean
replace (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static gboolean
differs (float a, float b)
{
  return fabsf (a - b) > 0.01f;
}

static void
forget_layouts (ZpSheetCell *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->second_layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A reader is told only what really changed. */
static void
speak (ZpSheetCell *self, const char *spoken, gboolean invalid)
{
  if (replace (&self->spoken, spoken))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken != NULL ? spoken : "", -1);
  if (self->is_invalid == invalid)
    return;
  self->is_invalid = invalid;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static const char *
text_of (const ZpCellView *view)
{
  switch (view->fill)
    {
    case ZP_CELL_FILL_NOT_APPLICABLE:
      return "—";
    case ZP_CELL_FILL_REQUIRED:
      return C_ ("in an empty cell", "to fill in");
    case ZP_CELL_FILL_EMPTY:
      return "";
    case ZP_CELL_FILL_TEXT:
    default:
      return view->text != NULL ? view->text : "";
    }
}

static float
xalign_of (const ZpCellView *view, ZpSheetWidth width)
{
  if (view->fill == ZP_CELL_FILL_NOT_APPLICABLE)
    return 0.5f;
  if (view->is_figure)
    return 1.0f;
  return width == ZP_SHEET_WIDTH_WORD ? 0.5f : 0.0f;
}

/* Words may stand in a column of figures, and may take two lines. */
static gboolean
looks_like_figure (const char *text)
{
  return *text == '\0' || g_ascii_isdigit (*text) || g_str_has_prefix (text, ZP_SHEET_MINUS);
}

/**
 * zp_sheet_cell_set_view:
 * @view: what the cell shows from now on
 * @width: kind of its column
 *
 * Costs nothing when it shows this already.
 */
void
zp_sheet_cell_set_view (ZpSheetCell *self, ZpCellView *view, ZpSheetWidth width)
{
  float xalign = xalign_of (view, width);
  gboolean changed = replace (&self->text, text_of (view));

  changed |= replace (&self->suffix, view->suffix);
  changed |= replace (&self->second, view->second);
  changed |= self->has_remark != (view->n_remarks > 0);
  self->has_remark = view->n_remarks > 0;
  changed |=
    self->fill != view->fill || self->state != view->state || differs (self->xalign, xalign);
  self->fill = view->fill;
  self->state = view->state;
  self->xalign = xalign;
  self->is_figure = view->is_figure && looks_like_figure (text_of (view));
  speak (self, view->spoken, view->state == ZP_CELL_STATE_ERROR);
  if (changed)
    forget_layouts (self);
}

/**
 * zp_sheet_cell_set_head:
 * @label: of the row, the column or the group
 * @xalign: 0 at the left, 0.5 centred
 * @indent: levels
 */
void
zp_sheet_cell_set_head (ZpSheetCell *self, const char *label, float xalign, int indent)
{
  gboolean changed = replace (&self->text, label);

  changed |= self->indent != indent || differs (self->xalign, xalign);
  self->fill = ZP_CELL_FILL_TEXT;
  self->xalign = xalign;
  self->indent = indent;
  speak (self, label, FALSE);
  if (changed)
    forget_layouts (self);
}

/** zp_sheet_cell_set_marks: sets the classes that are not set yet, and takes away the others. */
void
zp_sheet_cell_set_marks (ZpSheetCell *self, ZpSheetMark marks)
{
  ZpSheetMark turned = self->marks ^ marks;

  if (turned == 0)
    return;
  self->marks = marks;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if ((turned & classes[i].mark) == 0)
        continue;
      if ((marks & classes[i].mark) != 0)
        gtk_widget_add_css_class (GTK_WIDGET (self), classes[i].css_class);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i].css_class);
    }
}

/** zp_sheet_cell_set_hidden: whether the content is not drawn, since something stands over it. */
void
zp_sheet_cell_set_hidden (ZpSheetCell *self, gboolean hidden)
{
  if (self->is_hidden == hidden)
    return;
  self->is_hidden = hidden;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** zp_sheet_cell_get_text: (transfer none): what is drawn, without unit and second figure. */
const char *
zp_sheet_cell_get_text (ZpSheetCell *self)
{
  return self->text != NULL ? self->text : "";
}

/** zp_sheet_cell_get_state: what its sign says. */
ZpCellState
zp_sheet_cell_get_state (ZpSheetCell *self)
{
  return self->state;
}

/** zp_sheet_cell_get_needed_width: width in which nothing is cut, a sign counted. */
int
zp_sheet_cell_get_needed_width (ZpSheetCell *self)
{
  return zp_sheet_paint_measure (self);
}

static void
zp_sheet_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZpSheetCell *self = ZP_SHEET_CELL (widget);

  if (!self->is_hidden)
    zp_sheet_paint (self, snapshot);
  if (self->has_remark)
    zp_sheet_paint_remark (self, snapshot);
}

/* Its place is given by the sheet, whatever it holds. */
static void
zp_sheet_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
zp_sheet_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  forget_layouts (ZP_SHEET_CELL (widget));
  GTK_WIDGET_CLASS (zp_sheet_cell_parent_class)->system_setting_changed (widget, setting);
}

static void
zp_sheet_cell_finalize (GObject *object)
{
  ZpSheetCell *self = ZP_SHEET_CELL (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->second_layout);
  g_free (self->text);
  g_free (self->suffix);
  g_free (self->second);
  g_free (self->spoken);
  G_OBJECT_CLASS (zp_sheet_cell_parent_class)->finalize (object);
}

static void
zp_sheet_cell_class_init (ZpSheetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zp_sheet_cell_finalize;
  widget_class->snapshot = zp_sheet_cell_snapshot;
  widget_class->measure = zp_sheet_cell_measure;
  widget_class->system_setting_changed = zp_sheet_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "zp-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
zp_sheet_cell_init (ZpSheetCell *self)
{
}
