/* SPDX-License-Identifier: GPL-3.0-or-later
 * How many errors and warnings there are, always in sight. */
#include "app/shell/zp-check-pill.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

struct _ZpCheckPill
{
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (ZpCheckPill, zp_check_pill, GTK_TYPE_BUTTON)

static void
zp_check_pill_class_init (ZpCheckPillClass *class)
{
}

static void
zp_check_pill_init (ZpCheckPill *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-findings");
}

/** zp_check_pill_new: (transfer floating): shows nothing yet. */
GtkWidget *
zp_check_pill_new (void)
{
  return g_object_new (ZP_TYPE_CHECK_PILL, NULL);
}

static void
add_words (GString *spoken, ZpSeverity severity, guint count)
{
  g_autofree char *words = NULL;

  if (count == 0)
    return;
  words = zp_severity_count_words (severity, count);
  if (spoken->len > 0)
    g_string_append (spoken, _ (", "));
  g_string_append (spoken, words);
}

static char *
make_spoken (const ZpProgress *progress)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  add_words (spoken, ZP_SEVERITY_ERROR, progress->errors);
  add_words (spoken, ZP_SEVERITY_WARNING, progress->warnings);
  add_words (spoken, ZP_SEVERITY_ROUNDING, progress->roundings);
  if (spoken->len == 0)
    return g_strdup (_ ("Checks: nothing wrong"));
  return g_strdup_printf (_ ("Checks: %s"), spoken->str);
}

static void
add_count (GtkBox *box, ZpSeverity severity, guint count)
{
  g_autofree char *text = NULL;

  if (count == 0)
    return;
  if (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  text = zp_severity_count_words (severity, count);
  gtk_box_append (box, zp_sign_new (zp_severity_get_icon (severity), text, text));
}

static GtkWidget *
counts_new (const ZpProgress *progress)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  add_count (GTK_BOX (box), ZP_SEVERITY_ERROR, progress->errors);
  add_count (GTK_BOX (box), ZP_SEVERITY_WARNING, progress->warnings);
  if (gtk_widget_get_first_child (box) == NULL)
    gtk_box_append (GTK_BOX (box), zp_sign_new ("object-select-symbolic", _ ("Checks passed"),
                                                _ ("Checks passed")));
  return box;
}

/** zp_check_pill_show: shows the counts of the report; only those that are there. */
void
zp_check_pill_show (ZpCheckPill *self, const ZpProgress *progress)
{
  g_autofree char *spoken = make_spoken (progress);

  g_return_if_fail (ZP_IS_CHECK_PILL (self));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), spoken) == 0)
    return;
  gtk_button_set_child (GTK_BUTTON (self), counts_new (progress));
  zp_set_tip (GTK_WIDGET (self), spoken);
}
