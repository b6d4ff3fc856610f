/* SPDX-License-Identifier: GPL-3.0-or-later
 * Icons grow with text that is much larger than usual. */
#include "app/common/zp-large-text.h"

#define STYLE "/io/github/ziping/Ziping/common/large-text.css"
#define KEY "zp-large-text"
#define POINTS_PER_INCH 72
#define DPI_SCALE 1024
#define DEFAULT_DPI 96

/* Pixels; the font of the desktop has 13 to 15 of them. */
#define LARGE 17

static double
get_text_size (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  double size;
  int dpi;

  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (dpi > 0 ? (double) dpi / DPI_SCALE : DEFAULT_DPI) / POINTS_PER_INCH;
}

static void
update (GtkSettings *settings)
{
  GtkStyleProvider *provider = g_object_get_data (G_OBJECT (settings), KEY);
  GdkDisplay *display = gdk_display_get_default ();

  gtk_style_context_remove_provider_for_display (display, provider);
  if (get_text_size (settings) > LARGE)
    gtk_style_context_add_provider_for_display (display, provider,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

/** zp_large_text_follow: from now on icons are as large as the text of @settings asks for. */
void
zp_large_text_follow (GtkSettings *settings)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, STYLE);
  g_object_set_data_full (G_OBJECT (settings), KEY, provider, g_object_unref);
  g_signal_connect (settings, "notify::gtk-xft-dpi", G_CALLBACK (update), NULL);
  g_signal_connect (settings, "notify::gtk-font-name", G_CALLBACK (update), NULL);
  update (settings);
}
