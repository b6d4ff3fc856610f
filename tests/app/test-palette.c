/* SPDX-License-Identifier: GPL-3.0-or-later
 * The palette: typing finds, the keyboard chooses, what is chosen happens in the window. */
#include "app-fixture.h"
#include "app/dialogs/zp-palette-row.h"
#include "app/dialogs/zp-palette.h"
#include "session-fixture.h"

typedef struct
{
  ZpSession *session;
  ZpOutline *outline;
  GtkWidget *window;
  GtkWidget *palette;
  GtkWidget *entry;
  GtkListBox *list;
} Fixture;

static GtkWidget *
find_dialog (GtkWidget *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (GTK_WINDOW (link->data)) == GTK_WINDOW (parent))
      return link->data;
  return NULL;
}

static void
open_palette (Fixture *self)
{
  self->session = session_fixture_open ("reference-printed");
  self->outline = zp_outline_new (self->session);
  self->window = app_fixture_show (gtk_label_new (NULL), 800, 600);
  zp_palette_present (GTK_WINDOW (self->window), self->session, self->outline);
  self->palette = find_dialog (self->window);
  g_assert_nonnull (self->palette);
  app_fixture_wait_frame (self->palette);
  self->entry = app_fixture_find (self->palette, GTK_TYPE_SEARCH_ENTRY, NULL);
  self->list = GTK_LIST_BOX (app_fixture_find (self->palette, GTK_TYPE_LIST_BOX, NULL));
}

static void
close_palette (Fixture *self)
{
  GtkWidget *palette = find_dialog (self->window);

  if (palette != NULL)
    gtk_window_destroy (GTK_WINDOW (palette));
  app_fixture_settle ();
  app_fixture_close (self->window);
  zp_outline_free (self->outline);
  session_fixture_close (self->session);
}

static void
type (Fixture *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  app_fixture_settle ();
}

static const ZpFound *
get_selected (Fixture *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  g_assert_nonnull (row);
  return zp_palette_row_get (GTK_WIDGET (row));
}

static void
press_enter (Fixture *self)
{
  g_signal_emit_by_name (self->entry, "activate");
  app_fixture_settle ();
}

static void
test_cell (void)
{
  Fixture fixture;

  open_palette (&fixture);
  app_fixture_shoot (fixture.palette, "palette");
  type (&fixture, "基本支出 实际");
  app_fixture_shoot (fixture.palette, "palette-cell");
  g_assert_cmpstr (get_selected (&fixture)->target, ==, "budget.basic.actual");
  g_assert_true (app_fixture_has_text (fixture.palette, "2,295.70 万元"));
  press_enter (&fixture);
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "go-to budget.basic.actual");
  g_assert_null (find_dialog (fixture.window));
  close_palette (&fixture);
}

static void
test_finding (void)
{
  Fixture fixture;

  open_palette (&fixture);
  type (&fixture, "未到90%");
  g_assert_cmpint (get_selected (&fixture)->kind, ==, ZP_FOUND_FINDING);
  press_enter (&fixture);
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "show-finding budget.rate_mid");
  close_palette (&fixture);
}

static void
test_command (void)
{
  Fixture fixture;

  open_palette (&fixture);
  type (&fixture, "next finding");
  press_enter (&fixture);
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "next-finding");
  close_palette (&fixture);
}

static void
test_nothing (void)
{
  Fixture fixture;

  open_palette (&fixture);
  type (&fixture, "天文台");
  g_assert_null (gtk_list_box_get_selected_row (fixture.list));
  g_assert_true (app_fixture_has_text (fixture.palette, "Nothing has all of these words"));
  press_enter (&fixture);
  g_assert_nonnull (find_dialog (fixture.window));
  g_signal_emit_by_name (fixture.entry, "stop-search");
  app_fixture_settle ();
  g_assert_null (find_dialog (fixture.window));
  close_palette (&fixture);
}

/* The clipboard may answer when the palette has gone. */
static void
test_late_paste (void)
{
  Fixture fixture;

  open_palette (&fixture);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.window), "基本支出");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (fixture.entry)),
                         "paste-clipboard");
  gtk_window_destroy (GTK_WINDOW (fixture.palette));
  app_fixture_settle ();
  app_fixture_wait_frame (fixture.window);
  close_palette (&fixture);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/palette/cell", test_cell);
  g_test_add_func ("/palette/finding", test_finding);
  g_test_add_func ("/palette/command", test_command);
  g_test_add_func ("/palette/nothing", test_nothing);
  g_test_add_func ("/palette/late-paste", test_late_paste);
  return g_test_run ();
}
