/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a report may be written for, in words, for lists to choose from. */
#include "app/common/zp-profile-list.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const struct
{
  ZpProfile profile;
  const char *label;
} profiles[] = {
  { ZP_PROFILE_SUBMIT,   N_ ("For submission") },
  { ZP_PROFILE_OFFICIAL, N_ ("As an official document") },
  { ZP_PROFILE_PUBLIC,   N_ ("For publication, without private figures") },
};
/* clang-format on */

/** zp_profile_list_new: (transfer full): the words, in the order of zp_profile_list_get(). */
GtkStringList *
zp_profile_list_new (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    gtk_string_list_append (labels, _ (profiles[i].label));
  return labels;
}

/** zp_profile_list_get: the profile at a place of the list. */
ZpProfile
zp_profile_list_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (profiles), ZP_PROFILE_SUBMIT);

  return profiles[index].profile;
}

/** zp_profile_list_find: the place of one of the profiles; 0 for anything else. */
guint
zp_profile_list_find (ZpProfile profile)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (profiles[i].profile == profile)
      return i;
  return 0;
}
