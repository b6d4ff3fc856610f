/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program with windows: opens files, keeps one window a report, minds the size of the text. */
#include "app/shell/zp-application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/common/zp-large-text.h"
#include "app/common/zp-settings.h"
#include "app/shell/zp-application-private.h"
#include "app/shell/zp-window-private.h"

#define ID "io.github.ziping.Ziping"
#define PER_CENT 100
#define DEFAULT_DPI (96 * 1024)

/* @dpi: of the desktop, which the size of the text is a part of; 0 before it is known. */
struct _ZpApplication
{
  AdwApplication parent_instance;

  ZpPackStore *store;
  int dpi;
};

G_DEFINE_FINAL_TYPE (ZpApplication, zp_application, ADW_TYPE_APPLICATION)

static void
zp_application_finalize (GObject *object)
{
  ZpApplication *self = ZP_APPLICATION (object);

  g_clear_pointer (&self->store, zp_pack_store_free);
  G_OBJECT_CLASS (zp_application_parent_class)->finalize (object);
}

static void
apply_text_scale (ZpApplication *self)
{
  GtkSettings *toolkit = gtk_settings_get_default ();
  int scale = g_settings_get_int (zp_settings_get (), "text-scale");

  if (self->dpi == 0)
    g_object_get (toolkit, "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = DEFAULT_DPI;
  g_object_set (toolkit, "gtk-xft-dpi", self->dpi * scale / PER_CENT, NULL);
}

static void
apply_author (ZpApplication *self)
{
  g_autofree char *author = g_settings_get_string (zp_settings_get (), "author");
  const char *name = *author != '\0' ? author : g_get_real_name ();

  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL;
       each = each->next)
    if (ZP_IS_WINDOW (each->data) && zp_window_get_session (each->data) != NULL)
      zp_session_set_author (zp_window_get_session (each->data), name);
}

static void
zp_application_startup (GApplication *application)
{
  ZpApplication *self = ZP_APPLICATION (application);

  G_APPLICATION_CLASS (zp_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (ID);
  zp_application_add_actions (self);
  if (g_settings_get_int (zp_settings_get (), "text-scale") != PER_CENT)
    apply_text_scale (self);
  zp_large_text_follow (gtk_settings_get_default ());
  g_signal_connect_object (zp_settings_get (), "changed::text-scale", G_CALLBACK (apply_text_scale),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zp_settings_get (), "changed::author", G_CALLBACK (apply_author), self,
                           G_CONNECT_SWAPPED);
}

static void
zp_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (zp_window_new (ZP_APPLICATION (application)));
  gtk_window_present (window);
}

static void
tell_remote (ZpApplication *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  ZpWindow *window = zp_application_get_free_window (self);

  gtk_window_present (GTK_WINDOW (window));
  zp_window_show_error (window, _ ("Only files on this computer can be opened"), uri);
}

static void
zp_application_open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        zp_application_open (ZP_APPLICATION (application), path);
      else
        tell_remote (ZP_APPLICATION (application), files[i]);
    }
}

static int
zp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  gboolean value = FALSE;

  if (g_variant_dict_lookup (options, "version", "b", &value))
    {
      g_print ("ziping %s\n", ZP_VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (options, "new-window", "b", &value))
    return -1;
  if (!g_application_register (application, NULL, NULL))
    return 1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
zp_application_class_init (ZpApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = zp_application_finalize;
  application_class->startup = zp_application_startup;
  application_class->activate = zp_application_activate;
  application_class->open = zp_application_open_files;
  application_class->handle_local_options = zp_application_handle_local_options;
}

static void
zp_application_init (ZpApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open another window"), NULL },
    { NULL },
  };

  self->store = zp_pack_store_new_default ();
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Writes self-evaluation reports whose figures "
                                               "agree."));
}

/** zp_application_new: (transfer full): the program; one for each person and desktop. */
ZpApplication *
zp_application_new (void)
{
  return g_object_new (ZP_TYPE_APPLICATION, "application-id", ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/ziping/Ziping",
                       NULL);
}

/** zp_application_get_store: (transfer none): where the packs are. */
ZpPackStore *
zp_application_get_store (ZpApplication *self)
{
  g_return_val_if_fail (ZP_IS_APPLICATION (self), NULL);

  return self->store;
}

/* Links and other names of a folder lead to the same file. */
static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat one;
  struct stat other;

  return g_str_equal (a, b) || (g_stat (a, &one) == 0 && g_stat (b, &other) == 0 &&
                                one.st_dev == other.st_dev && one.st_ino == other.st_ino);
}

static gboolean
shows (ZpWindow *window, const char *path)
{
  ZpSession *session = zp_window_get_session (window);
  const char *shown = session != NULL ? zp_session_get_path (session) : NULL;
  g_autofree char *whole = shown != NULL ? g_canonicalize_filename (shown, NULL) : NULL;

  return whole != NULL && is_same_file (whole, path);
}

static ZpWindow *
find_window (ZpApplication *self,
             gboolean (*fits) (ZpWindow *window, const char *path),
             const char *path)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL;
       each = each->next)
    if (ZP_IS_WINDOW (each->data) && fits (each->data, path))
      return each->data;
  return NULL;
}

static gboolean
is_free (ZpWindow *window, const char *path)
{
  return zp_window_get_session (window) == NULL && !zp_window_is_asking (window);
}

/** zp_application_get_free_window: (transfer none): one on the start page, a new one if need be. */
ZpWindow *
zp_application_get_free_window (ZpApplication *self)
{
  ZpWindow *window = find_window (self, is_free, NULL);

  return window != NULL ? window : zp_window_new (self);
}

/** zp_application_find_window: (transfer none) (nullable): that in which the report at @path is. */
ZpWindow *
zp_application_find_window (ZpApplication *self, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  return find_window (self, shows, whole);
}

/** zp_application_open: shows the report at @path, in the window it has or in a free one. */
void
zp_application_open (ZpApplication *self, const char *path)
{
  ZpWindow *window;

  g_return_if_fail (ZP_IS_APPLICATION (self) && path != NULL);

  window = zp_application_find_window (self, path);
  if (window == NULL)
    {
      g_autofree char *whole = g_canonicalize_filename (path, NULL);

      window = zp_application_get_free_window (self);
      zp_window_open (window, whole);
    }
  gtk_window_present (GTK_WINDOW (window));
}
