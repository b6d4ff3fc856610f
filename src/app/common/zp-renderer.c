/* SPDX-License-Identifier: GPL-3.0-or-later
 * What draws the windows: the processor. Forms and text need no graphics card, and office PCs often
 * have none with a good driver; to start one, or to imitate it, costs more than everything that is
 * drawn in a day's work. There is no call for this in GTK, only the environment. */
#include "app/common/zp-renderer.h"

#include <gtk/gtk.h>

#define RENDERER "GSK_RENDERER"
#define CAIRO "cairo"

/**
 * zp_renderer_choose:
 *
 * To be called before GTK is initialised. Whoever names another renderer in GSK_RENDERER has it.
 */
void
zp_renderer_choose (void)
{
  const char *wished = g_getenv (RENDERER);
  gboolean has_own_switch = gtk_check_version (4, 16, 0) == NULL;

  if (wished != NULL && !g_str_equal (wished, CAIRO))
    return;
  g_setenv (RENDERER, CAIRO, TRUE);
  /* GTK would get OpenGL ready also when nothing is drawn with it. */
  if (has_own_switch)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}
