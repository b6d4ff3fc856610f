/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files that the desktop lends to a program in a sandbox.
 *
 * A file that was chosen in a dialog of the desktop has the name `RUNTIME/doc/ID/NAME` in the
 * sandbox. Nothing else is beside it, and what is written beside it reaches the user under a hidden
 * name, if at all. In a folder that was chosen, `RUNTIME/doc/ID/FOLDER`, everything may be written.
 */
#include "session/zp-lent.h"

#include <string.h>

/* Newer releases of Flatpak know the first by the second name, too. */
static const char *const other_place = "/run/flatpak/doc/";

/* What follows on the place of lent files, "ID/NAME", or NULL when @path is none of them. */
static const char *
skip_place (const char *path)
{
  g_autofree char *place = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);

  if (g_str_has_prefix (path, place))
    return path + strlen (place);
  return g_str_has_prefix (path, other_place) ? path + strlen (other_place) : NULL;
}

/* "NAME" of "ID/NAME", or NULL */
static const char *
skip_id (const char *path)
{
  const char *rest = skip_place (path);
  const char *slash = rest != NULL ? strchr (rest, G_DIR_SEPARATOR) : NULL;

  return slash != NULL && slash[1] != '\0' ? slash + 1 : NULL;
}

static gboolean
is_in_sandbox (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * zp_lent_is_file:
 * @path: whole path of a file that was chosen, or that the program was started with
 *
 * Returns: whether only this one name may be written, and none beside it
 */
gboolean
zp_lent_is_file (const char *path)
{
  const char *name;

  g_return_val_if_fail (path != NULL, FALSE);

  name = skip_id (path);
  return name != NULL && strchr (name, G_DIR_SEPARATOR) == NULL;
}

/**
 * zp_lent_show:
 * @path: of a file or folder
 *
 * Returns: (transfer full): @path as it is told to people. The user does not know the place of
 * lent files, so only what was chosen, and what is in it, is left of those.
 */
char *
zp_lent_show (const char *path)
{
  const char *name;

  g_return_val_if_fail (path != NULL, NULL);

  name = skip_id (path);
  return g_filename_display_name (name != NULL ? name : path);
}

/**
 * zp_lent_find_folder:
 * @document: (nullable): whole path of a report
 *
 * Returns: (transfer full) (nullable): the folder of @document, else the one for documents; %NULL
 * when in a sandbox neither is one, so that the user has to choose
 */
char *
zp_lent_find_folder (const char *document)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (document != NULL && !zp_lent_is_file (document))
    return g_path_get_dirname (document);
  if (document != NULL || is_in_sandbox ())
    return NULL;
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}
