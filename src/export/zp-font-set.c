/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds a face for every role, and another for every character a face lacks. */
#include "export/zp-font-set.h"

#include <glib/gi18n-lib.h>

#include "export/zp-exporter.h"
#include "export/zp-font-set-private.h"
#include "export/zp-font-system-private.h"
#include "export/zp-office-face-private.h"

/**
 * ZpFontSet:
 * @faces: of #ZpFontFace: the faces of the roles by role, then substitutes as they were needed
 * @by_character: of (role, character) to the number of the substitute, so that nothing is searched
 *   for twice
 * @refused: of char*: faces of the office that may not be embedded
 * @lock: guards faces and by_character; a face itself never changes
 */
struct _ZpFontSet
{
  GPtrArray *faces;
  GHashTable *by_character;
  GPtrArray *refused;
  GMutex lock;
};

static const char *const role_files[ZP_FONT_N_ROLES] = {
  [ZP_FONT_FANGSONG] = "FandolFang-Regular.otf", [ZP_FONT_KAITI] = "FandolKai-Regular.otf",
  [ZP_FONT_HEITI] = "FandolHei-Regular.otf",     [ZP_FONT_BIAOSONG] = "FandolSong-Bold.otf",
  [ZP_FONT_SONGTI] = "FandolSong-Regular.otf",
};

static const char *const installed_folders[] = {
  ZP_FONTDIR,
#ifdef ZP_FONTDIR_UNINSTALLED
  ZP_FONTDIR_UNINSTALLED,
#endif
};

#define TEXLIVE_FOLDER "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"

static char *
find_bundled (const char *const *folders, ZpFontRole role)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], role_files[role], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static void
add_data_folder (GStrvBuilder *folders, const char *data_folder)
{
  g_autofree char *folder = g_build_filename (data_folder, "ziping", "fonts", NULL);

  g_strv_builder_add (folders, folder);
}

static void
fail_without_face (ZpFontRole role, const char *const *folders, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) folders);

  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT,
               _ ("there is no typeface for “%s”: none of the folders %s has the file %s; put the "
                  "Fandol fonts into one of them, or install Noto CJK"),
               zp_office_face_get (role)->name, list, role_files[role]);
}

static ZpFontFace *
open_role (ZpFontSet *self,
           ZpFontRole role,
           const char *const *folders,
           ZpFontSetFlags flags,
           GError **error)
{
  ZpFontFace *face = NULL;
  g_autofree char *path = NULL;

  if ((flags & ZP_FONT_SET_OFFICE) != 0)
    face = zp_font_system_open_office (role, self->refused);
  if (face != NULL)
    return face;

  path = find_bundled (folders, role);
  if (path != NULL)
    return zp_font_face_open (role, path, 0, error);

  face = zp_font_system_open_similar (role);
  if (face == NULL)
    fail_without_face (role, folders, error);
  return face;
}

/**
 * zp_font_set_list_folders:
 *
 * Lists where the bundled faces are looked for, the first folder first: `ziping/fonts` in
 * $XDG_DATA_HOME, the folder of the installed program, `ziping/fonts` in each of $XDG_DATA_DIRS,
 * and where TeX Live keeps the same files.
 *
 * Returns: (transfer full): paths, ended by %NULL
 */
char **
zp_font_set_list_folders (void)
{
  const char *const *data_folders = g_get_system_data_dirs ();
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  add_data_folder (folders, g_get_user_data_dir ());
  for (guint i = 0; i < G_N_ELEMENTS (installed_folders); i++)
    g_strv_builder_add (folders, installed_folders[i]);
  for (guint i = 0; data_folders[i] != NULL; i++)
    add_data_folder (folders, data_folders[i]);
  g_strv_builder_add (folders, TEXLIVE_FOLDER);
  return g_strv_builder_end (folders);
}

/**
 * zp_font_set_new:
 * @folders: (nullable): folders searched for the bundled faces instead of the usual ones
 * @flags: whether the office's own faces come first
 *
 * Opens a face for every role. Where a bundled face is missing a similar free one of the system
 * stands in; zp_font_set_get_family() tells which it is.
 *
 * Returns: (transfer full): the faces, or %NULL with %ZP_EXPORT_ERROR_FONT
 */
ZpFontSet *
zp_font_set_new (const char *const *folders, ZpFontSetFlags flags, GError **error)
{
  g_autoptr (ZpFontSet) self = g_new0 (ZpFontSet, 1);
  g_auto (GStrv) usual = NULL;

  g_mutex_init (&self->lock);
  self->faces = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_font_face_free);
  self->by_character = g_hash_table_new (NULL, NULL);
  self->refused = g_ptr_array_new_with_free_func (g_free);
  if (folders == NULL)
    {
      usual = zp_font_set_list_folders ();
      folders = (const char *const *) usual;
    }

  for (guint role = 0; role < ZP_FONT_N_ROLES; role++)
    {
      ZpFontFace *face = open_role (self, (ZpFontRole) role, folders, flags, error);

      if (face == NULL)
        return NULL;
      g_ptr_array_add (self->faces, face);
    }

  return g_steal_pointer (&self);
}

/**
 * zp_font_set_free:
 *
 * Closes every face. No page painter made from the set may draw afterwards.
 */
void
zp_font_set_free (ZpFontSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->faces);
  g_hash_table_unref (self->by_character);
  g_ptr_array_unref (self->refused);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * zp_font_set_get_n_faces:
 *
 * Returns: how many faces are open: %ZP_FONT_N_ROLES and the substitutes needed so far
 */
guint
zp_font_set_get_n_faces (ZpFontSet *self)
{
  guint n_faces = 0;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_faces = self->faces->len;
  g_mutex_unlock (&self->lock);
  return n_faces;
}

/**
 * zp_font_set_get_face:
 * @face: number of the face; the first %ZP_FONT_N_ROLES are the roles
 *
 * Returns: (transfer none): the face, alive as long as the set
 */
const ZpFontFace *
zp_font_set_get_face (ZpFontSet *self, guint face)
{
  const ZpFontFace *found = NULL;

  g_mutex_lock (&self->lock);
  if (face < self->faces->len)
    found = g_ptr_array_index (self->faces, face);
  g_mutex_unlock (&self->lock);
  g_return_val_if_fail (found != NULL, NULL);
  return found;
}

/**
 * zp_font_set_get_family:
 *
 * Returns: (transfer none): name of the family the face really belongs to
 */
const char *
zp_font_set_get_family (ZpFontSet *self, guint face)
{
  g_return_val_if_fail (self != NULL, NULL);

  return zp_font_set_get_face (self, face)->family;
}

/**
 * zp_font_set_get_file:
 *
 * Returns: (transfer none): the file the face was read from
 */
const char *
zp_font_set_get_file (ZpFontSet *self, guint face)
{
  g_return_val_if_fail (self != NULL, NULL);

  return zp_font_set_get_face (self, face)->file;
}

/**
 * zp_font_set_is_substitute:
 *
 * Returns: whether the face was opened for characters that the face of its role lacks
 */
gboolean
zp_font_set_is_substitute (ZpFontSet *self, guint face)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return zp_font_set_get_face (self, face)->substitute;
}

/**
 * zp_font_set_get_refused:
 *
 * Returns: (transfer none): of char*: families of the office that are installed and not used, for
 *   their owners do not let them be embedded
 */
const GPtrArray *
zp_font_set_get_refused (ZpFontSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->refused;
}

/**
 * zp_font_set_tell:
 *
 * Returns: (transfer full): of char*: for people: each face that is open, what stands in for
 *   another, what was refused
 */
GPtrArray *
zp_font_set_tell (ZpFontSet *self)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, told);

  for (guint face = 0; face < zp_font_set_get_n_faces (self); face++)
    {
      const char *family = zp_font_set_get_family (self, face);

      if (zp_font_set_is_substitute (self, face))
        g_ptr_array_add (told, g_strdup_printf (_ ("%s (stands in for another)"), family));
      else if (!g_ptr_array_find_with_equal_func (told, family, g_str_equal, NULL))
        g_ptr_array_add (told, g_strdup (family));
    }
  for (guint i = 0; i < self->refused->len; i++)
    g_ptr_array_add (told,
                     g_strdup_printf (_ ("%s (not used: its owner does not let it be embedded)"),
                                      (const char *) g_ptr_array_index (self->refused, i)));
  return told;
}

static guint
find_open_substitute (ZpFontSet *self, ZpFontRole role, gunichar character)
{
  for (guint i = ZP_FONT_N_ROLES; i < self->faces->len; i++)
    {
      const ZpFontFace *face = g_ptr_array_index (self->faces, i);

      if (face->role == role && zp_font_face_has (face, character))
        return i;
    }

  return role;
}

static guint
find_substitute (ZpFontSet *self, ZpFontRole role, gunichar character)
{
  guint found = find_open_substitute (self, role, character);
  ZpFontFace *face = NULL;

  if (found != role)
    return found;

  face = zp_font_system_open_for (role, character);
  if (face == NULL)
    return role;

  face->substitute = TRUE;
  g_ptr_array_add (self->faces, face);
  return self->faces->len - 1;
}

static guint
find_known (ZpFontSet *self, ZpFontRole role, gunichar character)
{
  gpointer key = GUINT_TO_POINTER ((guint) role << 24 | character);
  gpointer known = NULL;
  guint found = role;

  if (zp_font_face_has (g_ptr_array_index (self->faces, role), character))
    return role;
  if (g_hash_table_lookup_extended (self->by_character, key, NULL, &known))
    return GPOINTER_TO_UINT (known);

  found = find_substitute (self, role, character);
  g_hash_table_insert (self->by_character, key, GUINT_TO_POINTER (found));
  return found;
}

/**
 * zp_font_set_find_face:
 *
 * Finds the face that shows a character: the face of the role, else a substitute, which is opened
 * when it is needed for the first time. May be called from several threads.
 *
 * Returns: number of the face; that of the role itself when no face of the system has the character
 */
guint
zp_font_set_find_face (ZpFontSet *self, ZpFontRole role, gunichar character)
{
  guint found = role;

  g_mutex_lock (&self->lock);
  found = find_known (self, role, character);
  g_mutex_unlock (&self->lock);
  return found;
}
