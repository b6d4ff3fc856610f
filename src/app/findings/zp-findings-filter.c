/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which findings are shown: all, those of the section, those of one severity. */
#include "app/findings/zp-findings-filter.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

/**
 * ZpFindingsFilter:
 * @place: number of the section in the window, or -1
 */
struct _ZpFindingsFilter
{
  GtkWidget parent_instance;

  ZpSession *session;
  ZpOutline *outline;
  GtkWidget *buttons[ZP_FINDINGS_N_FILTERS];
  guint numbers[ZP_FINDINGS_N_FILTERS];
  ZpFindingsFilterKind kind;
  int place;
};

G_DEFINE_FINAL_TYPE (ZpFindingsFilter, zp_findings_filter, GTK_TYPE_WIDGET)

static guint changed_signal;

/* clang-format off */
static const char *const words[ZP_FINDINGS_N_FILTERS] = {
  [ZP_FINDINGS_ALL] = NC_ ("which findings", "All"),
  [ZP_FINDINGS_HERE] = NC_ ("which findings", "Here"),
  [ZP_FINDINGS_ERRORS] = NC_ ("which findings", "Errors"),
  [ZP_FINDINGS_WARNINGS] = NC_ ("which findings", "Warnings"),
  [ZP_FINDINGS_ROUNDINGS] = NC_ ("which findings", "Rounding"),
};
/* clang-format on */

static void
zp_findings_filter_dispose (GObject *object)
{
  ZpFindingsFilter *self = ZP_FINDINGS_FILTER (object);

  for (guint i = 0; i < ZP_FINDINGS_N_FILTERS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_findings_filter_parent_class)->dispose (object);
}

static void
zp_findings_filter_class_init (ZpFindingsFilterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_findings_filter_dispose;
  changed_signal = g_signal_new ("changed", ZP_TYPE_FINDINGS_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zpfilter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
on_toggled (GtkToggleButton *button, gpointer data)
{
  ZpFindingsFilter *self = ZP_FINDINGS_FILTER (data);

  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < ZP_FINDINGS_N_FILTERS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->kind = i;
  g_signal_emit (self, changed_signal, 0);
}

static void
add_button (ZpFindingsFilter *self, ZpFindingsFilterKind kind)
{
  GtkWidget *button = zp_choice_button_new ((GtkToggleButton *) self->buttons[0]);

  self->buttons[kind] = button;
  gtk_button_set_label (GTK_BUTTON (button), g_dpgettext2 (NULL, "which findings", words[kind]));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
zp_findings_filter_init (ZpFindingsFilter *self)
{
  self->place = -1;
  for (guint i = 0; i < ZP_FINDINGS_N_FILTERS; i++)
    add_button (self, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
  for (guint i = 0; i < ZP_FINDINGS_N_FILTERS; i++)
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
  zp_set_label (GTK_WIDGET (self), _ ("Which findings are shown"));
}

/** zp_findings_filter_new: (transfer floating): @outline has to live as long as the filter. */
GtkWidget *
zp_findings_filter_new (ZpSession *session, ZpOutline *outline)
{
  ZpFindingsFilter *self = g_object_new (ZP_TYPE_FINDINGS_FILTER, NULL);

  self->session = g_object_ref (session);
  self->outline = outline;
  return GTK_WIDGET (self);
}

static int
find_place (ZpFindingsFilter *self, const ZpFinding *finding)
{
  ZpCell cell;

  if (zp_finding_get_culprit (finding, &cell))
    return zp_outline_find_block (self->outline, cell.block);
  if (finding->cells[0] != NULL)
    return zp_outline_find_passage (self->outline, finding->cells[0]);
  return -1;
}

static gboolean
is_of_kind (ZpFindingsFilter *self, const ZpFinding *finding, ZpFindingsFilterKind kind)
{
  switch (kind)
    {
    case ZP_FINDINGS_HERE:
      return self->place >= 0 && find_place (self, finding) == self->place;
    case ZP_FINDINGS_ERRORS:
      return finding->severity == ZP_SEVERITY_ERROR;
    case ZP_FINDINGS_WARNINGS:
      return finding->severity == ZP_SEVERITY_WARNING;
    case ZP_FINDINGS_ROUNDINGS:
      return finding->severity == ZP_SEVERITY_ROUNDING;
    case ZP_FINDINGS_ALL:
    case ZP_FINDINGS_N_FILTERS:
    default:
      return TRUE;
    }
}

static void
show_number (ZpFindingsFilter *self, ZpFindingsFilterKind kind)
{
  const char *word = g_dpgettext2 (NULL, "which findings", words[kind]);
  g_autofree char *text = g_strdup_printf ("%s %u", word, self->numbers[kind]);

  gtk_button_set_label (GTK_BUTTON (self->buttons[kind]), text);
  gtk_widget_set_visible (self->buttons[kind],
                          kind == ZP_FINDINGS_ALL || kind == self->kind || self->numbers[kind] > 0);
}

/** zp_findings_filter_count: shows anew how many findings each filter lets through. */
void
zp_findings_filter_count (ZpFindingsFilter *self)
{
  const GPtrArray *findings;

  g_return_if_fail (ZP_IS_FINDINGS_FILTER (self));

  findings = zp_session_get_findings (self->session);
  for (guint kind = 0; kind < ZP_FINDINGS_N_FILTERS; kind++)
    {
      self->numbers[kind] = 0;
      for (guint i = 0; i < findings->len; i++)
        if (is_of_kind (self, g_ptr_array_index (findings, i), kind))
          self->numbers[kind]++;
      show_number (self, kind);
    }
}

/**
 * zp_findings_filter_set_place:
 * @place: of the outline, that the window shows; or -1
 *
 * Returns: whether it is another one than before
 */
gboolean
zp_findings_filter_set_place (ZpFindingsFilter *self, int place)
{
  gboolean is_new;

  g_return_val_if_fail (ZP_IS_FINDINGS_FILTER (self), FALSE);

  is_new = self->place != place;
  self->place = place;
  return is_new;
}

/** zp_findings_filter_get: the one chosen. */
ZpFindingsFilterKind
zp_findings_filter_get (ZpFindingsFilter *self)
{
  g_return_val_if_fail (ZP_IS_FINDINGS_FILTER (self), ZP_FINDINGS_ALL);

  return self->kind;
}

/** zp_findings_filter_choose: chooses as a click would. */
void
zp_findings_filter_choose (ZpFindingsFilter *self, ZpFindingsFilterKind kind)
{
  g_return_if_fail (ZP_IS_FINDINGS_FILTER (self) && kind < ZP_FINDINGS_N_FILTERS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[kind]), TRUE);
}

/** zp_findings_filter_get_number: how many findings @kind lets through. */
guint
zp_findings_filter_get_number (ZpFindingsFilter *self, ZpFindingsFilterKind kind)
{
  g_return_val_if_fail (ZP_IS_FINDINGS_FILTER (self) && kind < ZP_FINDINGS_N_FILTERS, 0);

  return self->numbers[kind];
}

/** zp_findings_filter_accepts: whether the one chosen lets @finding through. */
gboolean
zp_findings_filter_accepts (ZpFindingsFilter *self, const ZpFinding *finding)
{
  g_return_val_if_fail (ZP_IS_FINDINGS_FILTER (self), FALSE);

  return is_of_kind (self, finding, self->kind);
}
