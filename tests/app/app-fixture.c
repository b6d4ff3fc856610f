/* SPDX-License-Identifier: GPL-3.0-or-later
 * Windows to test with: a widget on a screen of its own, what it asks of its window, pictures. */
#include "app-fixture.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "app/common/zp-large-text.h"
#include "app/common/zp-renderer.h"
#include "app/common/zp-toast-overlay.h"

#define ASKED "fixture-asked"
#define STYLE "/io/github/ziping/Ziping/style.css"
#define MAX_WAIT_SECONDS 10

/* Every action that the parts of a window ask of it, with the type of its parameter. */
static const char *const actions[][2] = {
  { "go-to", "s" },
  { "show-finding", "s" },
  { "accept-hint", "s" },
  { "write-note", "s" },
  { "back", NULL },
  { "forward", NULL },
  { "undo", NULL },
  { "redo", NULL },
  { "save", NULL },
  { "save-as", NULL },
  { "close", NULL },
  { "export", NULL },
  { "palette", NULL },
  { "next-finding", NULL },
  { "previous-finding", NULL },
  { "explain", NULL },
  { "toggle-pane", NULL },
  { "toggle-sidebar", NULL },
  { "next-section", NULL },
  { "previous-section", NULL },
  { "insert-figure", NULL },
};

static void
use_styles (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Pictures may be wished for in another language than that of the tests, dark, or larger. */
static void
use_wishes (void)
{
  const char *folder = g_getenv ("ZIPING_LOCALE_DIR");
  const char *font = g_getenv ("ZP_TEST_FONT");

  if (folder != NULL)
    {
      setlocale (LC_ALL, "");
      bindtextdomain (GETTEXT_PACKAGE, folder);
    }
  if (font != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  if (g_getenv ("ZP_TEST_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
}

/**
 * app_fixture_init:
 *
 * Instead of g_test_init(). With ZP_TEST_SHOTS=folder pictures are written there; ZP_TEST_DARK,
 * ZP_TEST_FONT and ZIPING_LOCALE_DIR say how they look.
 */
void
app_fixture_init (int *argc, char ***argv)
{
  zp_renderer_choose ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  use_styles ();
  use_wishes ();
  zp_large_text_follow (gtk_settings_get_default ());
}

static void
note_asked (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  char *asked = parameter != NULL
                  ? g_strconcat (name, " ", g_variant_get_string (parameter, NULL), NULL)
                  : g_strdup (name);

  g_object_set_data_full (G_OBJECT (data), ASKED, asked, g_free);
}

static void
add_actions (GtkWidget *window)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (
        actions[i][0], actions[i][1] != NULL ? G_VARIANT_TYPE (actions[i][1]) : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (note_asked), window);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/**
 * app_fixture_show:
 *
 * Returns: (transfer none): a window on the screen with @child in it, painted once; end it with
 *   app_fixture_close()
 */
GtkWidget *
app_fixture_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  add_actions (window);
  adw_window_set_content (ADW_WINDOW (window), zp_toast_overlay_new (child));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait_frame (window);
  app_fixture_settle ();
  return window;
}

static gboolean
give_up (gpointer data)
{
  g_error ("%s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static guint
add_guard (const char *what)
{
  return g_timeout_add_seconds (MAX_WAIT_SECONDS, give_up, (gpointer) what);
}

/** app_fixture_close: ends the window and waits until nothing of it is left. */
void
app_fixture_close (GtkWidget *window)
{
  gpointer gone = window;
  guint guard = add_guard ("a window does not go");

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  app_fixture_settle ();
}

static void
note_painted (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/** app_fixture_wait_frame: waits until the window of @widget was painted. */
void
app_fixture_wait_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (note_painted), &painted);
  guint guard = add_guard ("nothing is painted");

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  g_signal_handler_disconnect (clock, handler);
}

/** app_fixture_settle: does everything that is waiting to be done. */
void
app_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/** app_fixture_get_asked: (nullable): the last action asked of the window: "go-to budget.basic". */
const char *
app_fixture_get_asked (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), ASKED);
}

/** app_fixture_forget_asked: as if nothing had been asked yet. */
void
app_fixture_forget_asked (GtkWidget *window)
{
  g_object_set_data (G_OBJECT (window), ASKED, NULL);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  return NULL;
}

static gboolean
is_shown (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget);
}

/**
 * app_fixture_find:
 * @type: of the widget
 * @text: (nullable): its whole text
 *
 * Returns: (transfer none) (nullable): the first such widget that is shown below @root
 */
GtkWidget *
app_fixture_find (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *found = NULL;

  if (!is_shown (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (text == NULL || g_strcmp0 (get_text (root), text) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = app_fixture_find (child, type, text);
  return found;
}

/** app_fixture_find_tooltip: (transfer none) (nullable): the first widget with that tooltip. */
GtkWidget *
app_fixture_find_tooltip (GtkWidget *root, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (is_shown (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = app_fixture_find_tooltip (child, tooltip);
  return found;
}

/** app_fixture_press: the button with that label below @root, which must be there to be pressed. */
void
app_fixture_press (GtkWidget *root, const char *label)
{
  GtkWidget *button = app_fixture_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

/** app_fixture_has_text: whether some label shown below @root has @text in it. */
gboolean
app_fixture_has_text (GtkWidget *root, const char *text)
{
  if (!is_shown (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (app_fixture_has_text (child, text))
      return TRUE;
  return FALSE;
}

/** app_fixture_shoot: writes a picture of @widget, when pictures are wished for. */
void
app_fixture_shoot (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("ZP_TEST_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;
  GtkSnapshot *snapshot;
  int width;
  int height;

  if (folder == NULL)
    return;
  app_fixture_wait_frame (widget);
  paintable = gtk_widget_paintable_new (widget);
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
    gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, path);
}
