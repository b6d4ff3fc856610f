/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small things that many pages show: signs, badges, labels. */
#include "app/common/zp-parts.h"

#include <glib/gi18n-lib.h>

#define LONG_TEXT 16
#define LEAST_CHARS 8
#define POINTS_PER_INCH 72

#define ICON_ERROR "dialog-error-symbolic"
#define ICON_WARNING "dialog-warning-symbolic"
#define ICON_DONE "object-select-symbolic"

/** zp_state_get_icon: (nullable): the sign of a cell, where it is an icon. */
const char *
zp_state_get_icon (ZpCellState state)
{
  static const char *const icons[] = {
    [ZP_CELL_STATE_EXPLAINED] = ICON_DONE,
    [ZP_CELL_STATE_WARNING] = ICON_WARNING,
    [ZP_CELL_STATE_ERROR] = ICON_ERROR,
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (icons), NULL);

  return icons[state];
}

/** zp_state_get_class: (nullable): the style class of a cell. */
const char *
zp_state_get_class (ZpCellState state)
{
  static const char *const classes[] = {
    [ZP_CELL_STATE_EXPLAINED] = "is-explained", [ZP_CELL_STATE_ROUNDING] = "is-rounding",
    [ZP_CELL_STATE_AFFECTED] = "is-affected",   [ZP_CELL_STATE_WARNING] = "is-warning",
    [ZP_CELL_STATE_ERROR] = "is-error",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (classes), NULL);

  return classes[state];
}

/** zp_severity_get_icon: (nullable): %NULL for a rounding difference, which is shown as “≈”. */
const char *
zp_severity_get_icon (ZpSeverity severity)
{
  static const char *const icons[] = {
    [ZP_SEVERITY_ERROR] = ICON_ERROR,
    [ZP_SEVERITY_WARNING] = ICON_WARNING,
    [ZP_SEVERITY_INFO] = "dialog-information-symbolic",
  };

  g_return_val_if_fail (severity < G_N_ELEMENTS (icons), NULL);

  return icons[severity];
}

/** zp_severity_get_word: one of the few terms of the window. */
const char *
zp_severity_get_word (ZpSeverity severity)
{
  switch (severity)
    {
    case ZP_SEVERITY_ERROR:
      return C_ ("severity", "Error");
    case ZP_SEVERITY_WARNING:
      return C_ ("severity", "Warning");
    case ZP_SEVERITY_ROUNDING:
      return C_ ("severity", "Rounding");
    case ZP_SEVERITY_INFO:
    default:
      return C_ ("severity", "Remark");
    }
}

/** zp_severity_count_words: (transfer full): “6 errors”. */
char *
zp_severity_count_words (ZpSeverity severity, guint count)
{
  switch (severity)
    {
    case ZP_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", count), count);
    case ZP_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", count), count);
    case ZP_SEVERITY_ROUNDING:
      return g_strdup_printf (ngettext ("%u rounding difference", "%u rounding differences", count),
                              count);
    case ZP_SEVERITY_INFO:
    default:
      return g_strdup_printf (ngettext ("%u remark", "%u remarks", count), count);
    }
}

/* Without a least width the toolkit tries how a text looks with one character a line, which takes
 * it longer than all the rest of the window. */
static void
set_least_width (GtkLabel *label, const char *text)
{
  if (text != NULL && g_utf8_strlen (text, -1) > LONG_TEXT)
    gtk_label_set_width_chars (label, LEAST_CHARS);
}

/** zp_label_new: (transfer floating): a label that begins at the left and wraps. */
GtkWidget *
zp_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  set_least_width (GTK_LABEL (label), text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
part_new (GType type, GtkAccessibleRole role)
{
  return g_object_new (type, "accessible-role", role, NULL);
}

static void
add_icon (GtkWidget *box, const char *icon)
{
  GtkWidget *image = part_new (GTK_TYPE_IMAGE, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_box_append (GTK_BOX (box), image);
}

static const char *
class_of_icon (const char *icon)
{
  static const char *const classes[][2] = {
    { ICON_ERROR, "is-error" },
    { ICON_WARNING, "is-warning" },
    { ICON_DONE, "is-good" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (icon, classes[i][0]) == 0)
      return classes[i][1];
  return NULL;
}

/**
 * zp_sign_new:
 * @icon: (nullable): name of a symbolic icon
 * @text: (nullable): beside it
 * @spoken: what it means, in words
 *
 * Returns: (transfer floating): icon and word, one thing to a screen reader
 */
GtkWidget *
zp_sign_new (const char *icon, const char *text, const char *spoken)
{
  GtkWidget *box = part_new (GTK_TYPE_BOX, GTK_ACCESSIBLE_ROLE_GROUP);
  const char *css_class = class_of_icon (icon);

  gtk_box_set_spacing (GTK_BOX (box), 4);
  gtk_widget_add_css_class (box, "zp-sign");
  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  if (icon != NULL)
    add_icon (box, icon);
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  zp_set_label (box, spoken);
  return box;
}

static GtkWidget *
badge (const char *icon, const char *text, const char *spoken, const char *css_class)
{
  GtkWidget *box = zp_sign_new (icon, text, spoken);

  gtk_widget_remove_css_class (box, "zp-sign");
  gtk_widget_remove_css_class (box, "is-good");
  gtk_widget_add_css_class (box, "zp-badge");
  gtk_widget_add_css_class (box, css_class);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  zp_set_tooltip (box, spoken);
  return box;
}

static GtkWidget *
badge_for_count (ZpSeverity severity, guint count, const char *css_class)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *spoken = zp_severity_count_words (severity, count);

  return badge (zp_severity_get_icon (severity), number, spoken, css_class);
}

static GtkWidget *
badge_for_missing (guint count)
{
  g_autofree char *shown = g_strdup_printf (C_ ("badge", "%u missing"), count);
  g_autofree char *spoken =
    g_strdup_printf (ngettext ("%u entry missing", "%u entries missing", count), count);

  return badge (NULL, shown, spoken, "is-missing");
}

/**
 * zp_badge_new:
 *
 * Returns: (transfer floating): the gravest thing of a place: its errors, its warnings, what is
 *   missing, or that it is complete
 */
GtkWidget *
zp_badge_new (const ZpProgress *progress)
{
  g_return_val_if_fail (progress != NULL, NULL);

  if (progress->errors > 0)
    return badge_for_count (ZP_SEVERITY_ERROR, progress->errors, "is-error");
  if (progress->warnings > 0)
    return badge_for_count (ZP_SEVERITY_WARNING, progress->warnings, "is-warning");
  if (progress->missing > 0)
    return badge_for_missing (progress->missing);
  if (progress->expected + progress->rows == 0)
    return badge (NULL, NULL, _ ("Empty"), "is-done");
  return badge (ICON_DONE, NULL, _ ("Complete"), "is-done");
}

/** zp_say_in_popover: puts @text into @label, which wraps; a popover by itself would give it the
 * height that it has on one line. */
void
zp_say_in_popover (GtkLabel *label, const char *text)
{
  GtkWidget *widget = GTK_WIDGET (label);
  int width;
  int height;

  gtk_label_set_label (label, text);
  gtk_widget_set_size_request (widget, -1, -1);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (widget, width, height);
}

/**
 * zp_add_escape:
 * @action: (transfer full): what Escape does in @widget
 *
 * In the bubble phase: what the thing that has the keyboard wants itself comes first.
 */
void
zp_add_escape (GtkWidget *widget, GtkShortcutAction *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), action));
  gtk_widget_add_controller (widget, keys);
}

/** zp_get_em: size of the text of a widget in pixels. */
double
zp_get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / POINTS_PER_INCH;
}
