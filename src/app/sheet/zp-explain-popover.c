/* SPDX-License-Identifier: GPL-3.0-or-later
 * Why a cell shows what it shows: its formula, its operands, why it is locked. */
#include "app/sheet/zp-explain-popover.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/sheet/zp-explain-operand.h"

#define MAX_HEIGHT 520
#define BASIS_CHARACTERS 20

/**
 * Explaining: a popover while it is put together.
 * @content: its parts, one below the other
 */
typedef struct
{
  ZpSession *session;
  ZpCell cell;
  const ZpCellDef *def;
  const ZpCellValue *value;
  GtkWidget *popover;
  GtkWidget *content;
} Explaining;

static void
add (Explaining *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->content), widget);
}

/* A label at the left, a figure at the right. */
static GtkWidget *
pair_new (const char *left, const char *right, const char *css_class)
{
  GtkWidget *pair = zp_line_new (12);
  GtkWidget *label = zp_label_new (left, css_class);

  gtk_widget_set_hexpand (label, TRUE);
  zp_line_append (ZP_LINE (pair), label);
  zp_line_append (ZP_LINE (pair), zp_explain_figure_new (right, css_class));
  return pair;
}

static gboolean
is_declared (const Explaining *self)
{
  return self->def->entry == ZP_ENTRY_COMPUTED && self->value->typed.state != ZP_CONTENT_EMPTY;
}

static void
add_head (Explaining *self)
{
  g_autofree char *name = zp_cell_facts_get_name (self->session, self->cell);
  g_autofree char *figure = zp_cell_facts_get_figure (self->session, self->cell);
  g_autofree char *shown =
    is_declared (self) ? g_strdup_printf (_ ("declared %s"), figure) : g_strdup (figure);

  add (self, pair_new (name, shown, "zp-h2"));
}

static void
add_finding (Explaining *self)
{
  const ZpFindingIndex *index = zp_session_get_index (self->session);
  const ZpFinding *finding = zp_finding_index_get_gravest (index, self->cell);
  const char *icon = zp_state_get_icon (zp_finding_index_get_state (index, self->cell));
  GtkWidget *line;
  GtkWidget *label;

  if (finding == NULL)
    return;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  if (icon != NULL)
    {
      GtkWidget *sign = zp_sign_new (icon, NULL, zp_severity_get_word (finding->severity));

      gtk_widget_set_valign (sign, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), sign);
    }
  label = zp_label_new (finding->message, "zp-fact-value");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  add (self, line);
}

static void
add_formula (Explaining *self)
{
  g_autofree char *formula = zp_cell_facts_get_formula (self->session, self->cell);

  if (formula != NULL)
    add (self, zp_label_new (formula, "zp-lead"));
}

static void
close_popover (Explaining *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
add_operand (Explaining *self, const ZpOperand *operand)
{
  GtkWidget *row = zp_explain_operand_new (operand);

  if (operand->sign != NULL)
    add (self, zp_label_new (operand->sign, "zp-operator"));
  if (GTK_IS_BUTTON (row))
    g_signal_connect_swapped (row, "clicked", G_CALLBACK (close_popover), self);
  add (self, row);
}

static void
add_operands (Explaining *self)
{
  g_autoptr (GPtrArray) operands =
    self->def->formula != NULL ? zp_cell_facts_list_operands (self->session, self->cell) : NULL;

  for (guint i = 0; operands != NULL && i < operands->len; i++)
    add_operand (self, g_ptr_array_index (operands, i));
}

static void
add_result (Explaining *self)
{
  g_autofree char *computed = zp_cell_facts_get_computed (self->session, self->cell);
  g_autofree char *difference = zp_cell_facts_get_difference (self->session, self->cell);

  if (self->def->formula == NULL)
    return;
  add (self, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add (self,
       pair_new (_ ("Result"), computed != NULL ? computed : _ ("none: a figure is still missing"),
                 "zp-result"));
  if (difference != NULL)
    add (self, pair_new (_ ("Declared less computed"), difference, "zp-fact-value"));
}

static void
add_fact (Explaining *self, const char *name, const char *text)
{
  GtkWidget *fact;

  if (text == NULL)
    return;
  fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (fact), zp_label_new (name, "zp-fact-name"));
  gtk_box_append (GTK_BOX (fact), zp_label_new (text, "zp-fact-value"));
  add (self, fact);
}

static void
add_facts (Explaining *self)
{
  g_autofree char *prior = zp_cell_facts_get_prior (self->session, self->cell);

  add_fact (self, C_ ("fact", "Meaning"), zp_cell_facts_get_help (self->session, self->cell));
  add_fact (self, C_ ("fact", "Source"), zp_cell_facts_get_source (self->session, self->cell));
  add_fact (self, C_ ("fact", "Last year"), prior);
}

static void
add_lock (Explaining *self)
{
  g_autofree char *lock = zp_cell_facts_get_lock (self->session, self->cell);
  GtkWidget *box;
  GtkWidget *label;

  if (lock == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (box, "zp-lock");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  label = zp_label_new (lock, "zp-fact-value");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  add (self, box);
}

static void
clear_declared (Explaining *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *from = gtk_widget_get_parent (self->popover);

  if (!zp_session_clear (self->session, &self->cell, 1, &error))
    zp_toast_show_error (from, error);
  close_popover (self);
}

static GtkWidget *
clear_button_new (Explaining *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear the Declared Figure"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_declared), self);
  return button;
}

static void
add_foot (Explaining *self)
{
  const char *basis = zp_cell_facts_get_basis (self->session, self->cell);
  gboolean can_clear = is_declared (self) && zp_session_get_lock (self->session) == NULL;
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words =
    basis != NULL ? g_strdup_printf (C_ ("fact and its text", "Basis: %s"), basis) : g_strdup ("");
  GtkWidget *label = zp_label_new (words, "zp-caption");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), BASIS_CHARACTERS);
  gtk_box_append (GTK_BOX (foot), label);
  if (can_clear)
    gtk_box_append (GTK_BOX (foot), clear_button_new (self));
  gtk_widget_set_visible (foot, basis != NULL || can_clear);
  add (self, foot);
}

static void
explaining_free (gpointer data)
{
  Explaining *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static Explaining *
explaining_new (ZpSession *session, ZpCell cell)
{
  Explaining *self = g_new0 (Explaining, 1);

  self->session = g_object_ref (session);
  self->cell = cell;
  self->def = zp_pack_get_cell (zp_session_get_pack (session), cell);
  self->value = zp_report_get_value (zp_session_get_report (session), cell);
  self->popover = gtk_popover_new ();
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_set_data_full (G_OBJECT (self->popover), "zp-explaining", self, explaining_free);
  return self;
}

/* A scrolled window by itself would ask for the height that the texts have on one line. */
static void
fit_height (GtkWidget *scroller, GtkWidget *popover)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  int width;
  int height;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN (height, MAX_HEIGHT));
}

/* The keyboard comes to the head first, and a screen reader says all that hangs on it. */
static void
say_whole (Explaining *self)
{
  GtkWidget *head = gtk_widget_get_first_child (self->content);
  g_autofree char *spoken = zp_say_words (self->content);

  gtk_widget_set_focusable (head, TRUE);
  gtk_widget_add_css_class (head, "zp-explain-head");
  zp_set_label (head, spoken);
}

static void
put_content (Explaining *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *name = zp_cell_facts_get_name (self->session, self->cell);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->content);
  g_signal_connect_object (self->popover, "realize", G_CALLBACK (fit_height), scroller,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_add_css_class (self->content, "zp-explain-content");
  gtk_widget_add_css_class (self->popover, "zp-explain");
  zp_set_label (self->popover, name);
  say_whole (self);
}

/**
 * zp_explain_popover_new:
 * @cell: a cell that is there
 *
 * Explains @cell as it is now; to be closed when the report changes. Whoever shows it gives it a
 * parent and a place to point to, and takes it from its parent when it was closed.
 *
 * Returns: (transfer floating)
 */
GtkWidget *
zp_explain_popover_new (ZpSession *session, ZpCell cell)
{
  Explaining *self;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);
  g_return_val_if_fail (zp_report_get_value (zp_session_get_report (session), cell) != NULL, NULL);

  self = explaining_new (session, cell);
  add_head (self);
  add_finding (self);
  add_formula (self);
  add_operands (self);
  add_result (self);
  add_facts (self);
  add_lock (self);
  add_foot (self);
  put_content (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (gtk_popover_popdown), self->popover,
                           G_CONNECT_SWAPPED);
  return self->popover;
}
