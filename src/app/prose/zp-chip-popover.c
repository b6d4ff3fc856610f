/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a figure in the text is, and what can be done with it. */
#include "app/prose/zp-chip-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-parts.h"
#include "session/zp-cell-facts.h"
#include "session/zp-sheet-figure.h"

/* Characters in a line. One width for all, since a popover does not measure lines that wrap. */
#define WIDTH 34

/**
 * ZpChipPopover:
 * @view: the text it stands over
 * @piece: (nullable): the live piece it was opened for; %NULL for a figure typed by hand
 * @renderings: (nullable): of #ZpProsePiece: the ways to print it, in the order of the buttons
 */
struct _ZpChipPopover
{
  GtkPopover parent_instance;

  ZpSession *session;
  ZpProseView *view;
  ZpProsePiece *piece;
  GPtrArray *renderings;
};

G_DEFINE_FINAL_TYPE (ZpChipPopover, zp_chip_popover, GTK_TYPE_POPOVER)

static void
forget (ZpChipPopover *self)
{
  g_clear_pointer (&self->piece, zp_prose_piece_free);
  g_clear_pointer (&self->renderings, g_ptr_array_unref);
}

static void
zp_chip_popover_dispose (GObject *object)
{
  ZpChipPopover *self = ZP_CHIP_POPOVER (object);

  forget (self);
  g_clear_object (&self->session);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (zp_chip_popover_parent_class)->dispose (object);
}

static void
on_plain (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpChipPopover *self = ZP_CHIP_POPOVER (widget);
  g_autoptr (ZpProsePiece) text = NULL;

  if (self->piece == NULL)
    return;
  text = zp_prose_make_text (self->piece->text);
  gtk_popover_popdown (GTK_POPOVER (self));
  zp_prose_view_replace_chip (self->view, text);
}

static void
on_bind (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpChipPopover *self = ZP_CHIP_POPOVER (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  zp_prose_view_bind_match (self->view);
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zp_chip_popover_choose (ZP_CHIP_POPOVER (widget), g_variant_get_uint32 (parameter));
}

static void
zp_chip_popover_class_init (ZpChipPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zp_chip_popover_dispose;
  gtk_widget_class_install_action (widget_class, "chip.plain", NULL, on_plain);
  gtk_widget_class_install_action (widget_class, "chip.bind", NULL, on_bind);
  gtk_widget_class_install_action (widget_class, "chip.print", "u", on_print);
}

static void
on_closed (GtkPopover *popover, gpointer user_data)
{
  ZpChipPopover *self = ZP_CHIP_POPOVER (popover);

  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
zp_chip_popover_init (ZpChipPopover *self)
{
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-chip-popover");
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

/** zp_chip_popover_new: (transfer floating): for the figures of @view. */
GtkWidget *
zp_chip_popover_new (ZpSession *session, ZpProseView *view)
{
  ZpChipPopover *self = g_object_new (ZP_TYPE_CHIP_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->view = g_object_ref (view);
  zp_set_label (GTK_WIDGET (self), _ ("Figure in the text"));
  return GTK_WIDGET (self);
}

static GtkWidget *
add (GtkWidget *box, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
  return child;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action, const char *target)
{
  GtkWidget *button = add (box, gtk_button_new_with_label (label));

  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = add (box, zp_label_new (text, css_class));

  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  return label;
}

static void
add_trouble (ZpChipPopover *self, GtkWidget *box)
{
  g_autofree char *trouble = zp_prose_describe_trouble (self->session, self->piece);
  const char *icon = zp_state_get_icon (self->piece->state);
  const char *css_class = zp_state_get_class (self->piece->state);
  GtkWidget *row;
  GtkWidget *label;

  if (trouble == NULL)
    return;
  row = add (box, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (row, "zp-sign");
  if (css_class != NULL)
    gtk_widget_add_css_class (row, css_class);
  label = icon != NULL ? gtk_image_new_from_icon_name (icon)
                       : gtk_label_new (self->piece->state == ZP_CELL_STATE_ROUNDING ? "≈" : "≠");
  gtk_widget_set_valign (add (row, label), GTK_ALIGN_START);
  add_label (row, trouble, NULL);
}

static char *
name_place (ZpChipPopover *self, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (zp_session_get_pack (self->session), cell.block);
  ZpReport *report = zp_session_get_report (self->session);
  g_autofree char *label = zp_sheet_render_label (report, block->label);
  g_autofree char *figure = zp_cell_facts_get_figure (self->session, cell);

  return g_strdup_printf (_ ("%s · %s"), label, figure);
}

static gboolean
find_cell (ZpChipPopover *self, const char *id, ZpCell *cell)
{
  return id != NULL &&
         zp_report_find_cell (zp_session_get_report (self->session), id, cell, NULL) &&
         cell->column >= 0;
}

static void
add_names (ZpChipPopover *self, GtkWidget *box, const char *id)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  ZpCell cell;

  if (!find_cell (self, id, &cell))
    {
      add_label (box, _ ("Written from the tables"), "zp-h2");
      add_label (box, _ ("This part follows the tables by itself"), "zp-caption");
      return;
    }
  name = zp_cell_facts_get_name (self->session, cell);
  place = name_place (self, cell);
  add_label (box, name, "zp-h2");
  add_label (box, place, "zp-caption");
}

static void
add_rendering (ZpChipPopover *self, GtkWidget *list, guint index)
{
  const ZpProsePiece *piece = g_ptr_array_index (self->renderings, index);
  gboolean is_current = strcmp (piece->text, self->piece->text) == 0;
  GtkWidget *button = gtk_button_new_with_label (piece->text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zp-figure");
  if (is_current)
    gtk_widget_add_css_class (button, "zp-chosen");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chip.print");
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
    is_current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_grid_attach (GTK_GRID (list), button, (int) index % 2, (int) index / 2, 1, 1);
}

static void
add_renderings (ZpChipPopover *self, GtkWidget *box)
{
  GtkWidget *list;

  if (self->renderings->len < 2)
    return;
  add_label (box, _ ("Print as"), "zp-caption");
  list = add (box, gtk_grid_new ());
  gtk_grid_set_column_homogeneous (GTK_GRID (list), TRUE);
  for (guint i = 0; i < self->renderings->len; i++)
    add_rendering (self, list, i);
}

static void
fill_chip (ZpChipPopover *self, GtkWidget *box)
{
  GtkWidget *buttons;
  ZpCell cell;

  add_trouble (self, box);
  add_names (self, box, self->piece->id);
  add_renderings (self, box);
  buttons = add (box, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  if (find_cell (self, self->piece->id, &cell))
    add_button (buttons, _ ("Go to the Cell"), "win.go-to", self->piece->id);
  add_button (buttons, _ ("Turn into Plain Text"), "chip.plain", NULL);
}

static void
fill_match (ZpChipPopover *self, GtkWidget *box, const ZpProseMatch *match)
{
  g_autofree char *equals = g_strdup_printf (_ ("Typed by hand; equals %s"), match->label);
  GtkWidget *buttons;

  add_label (box, _ ("Can be linked"), "zp-h2");
  add_label (box, equals, NULL);
  add_label (box, _ ("A linked figure follows its cell; the text need not be changed again"),
             "zp-caption");
  buttons = add (box, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (add_button (buttons, _ ("Link"), "chip.bind", NULL),
                            "suggested-action");
  add_button (buttons, _ ("Go to the Cell"), "win.go-to", match->id);
}

/** zp_chip_popover_open: shows the figure at the caret of the view; nothing where there is none. */
void
zp_chip_popover_open (ZpChipPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const ZpProsePiece *piece = zp_prose_view_get_chip (self->view, NULL);
  const ZpProseMatch *match = zp_prose_view_get_match (self->view, NULL);
  const ZpPassage *passage = zp_prose_view_get_passage (self->view, NULL);

  forget (self);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  if (piece != NULL && passage != NULL)
    {
      self->piece = zp_prose_piece_copy (piece);
      self->renderings = zp_prose_list_renderings (self->session, passage, piece);
      fill_chip (self, box);
    }
  else if (match != NULL)
    fill_match (self, box, match);
  else
    return;
  gtk_popover_popup (GTK_POPOVER (self));
}

/** zp_chip_popover_choose: prints the figure in another of its ways. */
void
zp_chip_popover_choose (ZpChipPopover *self, guint rendering)
{
  g_autoptr (ZpProsePiece) chosen = NULL;

  if (self->renderings == NULL || rendering >= self->renderings->len)
    return;
  chosen = zp_prose_piece_copy (g_ptr_array_index (self->renderings, rendering));
  gtk_popover_popdown (GTK_POPOVER (self));
  if (strcmp (chosen->text, self->piece->text) != 0)
    zp_prose_view_replace_chip (self->view, chosen);
}
