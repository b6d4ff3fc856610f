/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the person at this PC prefers. */
#include "app/common/zp-settings.h"

#define SCHEMA "io.github.ziping.Ziping"

/** zp_settings_get: (transfer none): the preferences; the same object for all windows. */
GSettings *
zp_settings_get (void)
{
  static GSettings *settings;

  if (g_once_init_enter (&settings))
    g_once_init_leave (&settings, g_settings_new (SCHEMA));
  return settings;
}
