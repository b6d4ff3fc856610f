/* SPDX-License-Identifier: GPL-3.0-or-later
 * A key press in a table, until the new total is on the screen.
 *
 *   bench-big-table BIG.ziping SMALL.ziping BIG2.ziping SMALL2.ziping
 *
 * The reports have 500, 20, 500 and 20 indicators (big-table.sh makes them). In turns, with an
 * empty window that is painted anew, and with a GtkColumnView of 500 rows in which a figure and a
 * total below it change.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app-fixture.h"
#include "app/sheet/zp-sheet-view.h"
#include "window-fixture.h"

#define N_ROUNDS 31
#define N_ROWS 500
#define N_COLUMNS 8
#define FRAME_MS (1000.0 / 60)

/** Contender: @act does one thing; its processor time until the next frame is there is kept. */
typedef struct
{
  const char *name;
  GtkWidget *window;
  ZpSession *session;
  ZpSheetView *view;
  GtkStringList *strings;
  GtkWidget *total;
  double times[N_ROUNDS];
} Contender;

typedef void (*Act) (Contender *self, guint round);

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/** Frame: of @surface; it is there once something was drawn in it. */
typedef struct
{
  GdkSurface *surface;
  gboolean is_drawn;
  gboolean is_there;
} Frame;

static gboolean
note_drawn (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  Frame *frame = data;

  frame->is_drawn = frame->is_drawn || g_value_get_object (values) == (gpointer) frame->surface;
  return TRUE;
}

static void
note_painted (GdkFrameClock *clock, gpointer data)
{
  Frame *frame = data;

  frame->is_there = frame->is_drawn;
}

/* Nothing more is painted than what the act asked for. The clock also ticks without a drawing. */
static void
wait_painted (GtkWidget *window)
{
  Frame frame = { .surface = gtk_native_get_surface (GTK_NATIVE (window)) };
  guint signal = g_signal_lookup ("render", GDK_TYPE_SURFACE);
  gulong hook = g_signal_add_emission_hook (signal, 0, note_drawn, &frame, NULL);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (note_painted), &frame);

  while (!frame.is_there)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_signal_remove_emission_hook (signal, hook);
}

static void
bring_up (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_window_is_active (GTK_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  app_fixture_wait_frame (window);
  app_fixture_settle ();
}

static void
take_time (Contender *self, Act act, guint round)
{
  double start;

  bring_up (self->window);
  start = cpu_ms ();
  act (self, round);
  wait_painted (self->window);
  self->times[round] = cpu_ms () - start;
  /* What follows later must not count for the next one. */
  app_fixture_settle ();
  app_fixture_wait_frame (self->window);
  app_fixture_settle ();
}

static void
paint (Contender *self, guint round)
{
  gtk_widget_queue_draw (self->window);
}

static char *
show_total (Contender *self)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  zp_report_find_cell (zp_session_get_report (self->session), "indicators.total.weight", &cell,
                       &error);
  g_assert_no_error (error);
  return zp_report_show (zp_session_get_report (self->session), cell);
}

/* What an input method and the key after it do. */
static void
type_weight (Contender *self, guint round)
{
  g_autofree char *before = show_total (self);
  g_autofree char *typed = g_strdup_printf ("%u", round % 8 + 2);
  g_autofree char *after = NULL;
  GtkEditable *editor;
  int position = 0;

  zp_sheet_view_press (self->view, GDK_KEY_Up, 0);
  editor = GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window)));
  gtk_editable_select_region (editor, 0, -1);
  gtk_editable_delete_selection (editor);
  gtk_editable_insert_text (editor, typed, -1, &position);
  g_assert_true (zp_sheet_view_press (self->view, GDK_KEY_Return, 0));
  after = show_total (self);
  g_assert_cmpstr (before, !=, after);
}

static void
duplicate_row (Contender *self, guint round)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  g_assert_true (zp_sheet_view_get_cell (self->view, &cell));
  zp_session_duplicate_row (self->session, cell.block, cell.row, &error);
  g_assert_no_error (error);
}

static void
change_string (Contender *self, guint round)
{
  g_autofree char *typed = g_strdup_printf ("%u", round % 8 + 2);
  const char *const added[] = { typed, NULL };

  gtk_string_list_splice (self->strings, 0, 1, added);
  gtk_label_set_text (GTK_LABEL (self->total), typed);
}

static GtkWidget *
find_view (GtkWidget *root, int block)
{
  GtkWidget *found = NULL;

  if (ZP_IS_SHEET_VIEW (root) &&
      zp_sheet_get_block (zp_sheet_view_get_sheet (ZP_SHEET_VIEW (root)))->index == block)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child, block);
  return found;
}

static void
open_report (Contender *self, const char *path)
{
  ZpWindow *window = window_fixture_open (path);
  const ZpBlock *block;

  self->window = GTK_WIDGET (window);
  self->session = zp_window_get_session (window);
  window_fixture_act (window, "win.go-to::indicators[1].weight");
  block = zp_pack_find_block (zp_session_get_pack (self->session), "indicators");
  self->view = ZP_SHEET_VIEW (find_view (zp_window_get_page (window), block->index));
  app_fixture_wait_frame (self->window);
}

static void
make_label (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
fill_label (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
add_column (GtkColumnView *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (make_label), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (fill_label), NULL);
  column = gtk_column_view_column_new ("column", factory);
  gtk_column_view_append_column (list, column);
}

static void
open_column_view (Contender *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->strings = gtk_string_list_new (NULL);
  for (int i = 0; i < N_ROWS; i++)
    gtk_string_list_append (self->strings, "0.1");
  list = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->strings))));
  for (int i = 0; i < N_COLUMNS; i++)
    add_column (GTK_COLUMN_VIEW (list));
  self->total = gtk_label_new ("0");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->total);
  self->window = app_fixture_show (box, 1366, 768);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
median_ratio (const Contender *self, const Contender *floor)
{
  double ratios[N_ROUNDS];

  for (int i = 0; i < N_ROUNDS; i++)
    ratios[i] = self->times[i] / floor->times[i];
  qsort (ratios, N_ROUNDS, sizeof *ratios, compare);
  return ratios[N_ROUNDS / 2];
}

static void
print (Contender *self, const Contender *empty, const Contender *list)
{
  double over_empty = median_ratio (self, empty);
  double over_list = median_ratio (self, list);
  double times[N_ROUNDS];

  memcpy (times, self->times, sizeof times);
  qsort (times, N_ROUNDS, sizeof *times, compare);
  printf ("%-28s%8.1f%8.1f%12.2f%14.2f%14.2f\n", self->name, times[N_ROUNDS / 2],
          times[N_ROUNDS - 1], times[N_ROUNDS / 2] / FRAME_MS, over_empty, over_list);
}

int
main (int argc, char **argv)
{
  Contender contenders[] = {
    { .name = "an empty window" },     { .name = "GtkColumnView, 500 rows" },
    { .name = "a figure, 500 rows" },  { .name = "a figure, 20 rows" },
    { .name = "a new row, 500 rows" }, { .name = "a new row, 20 rows" },
  };
  static const Act acts[] = { paint,       change_string, type_weight,
                              type_weight, duplicate_row, duplicate_row };

  if (argc != 5)
    {
      g_printerr ("usage: bench-big-table BIG.ziping SMALL.ziping BIG2.ziping SMALL2.ziping\n");
      return 2;
    }
  window_fixture_init (&argc, &argv);
  contenders[0].window = app_fixture_show (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), 1366, 768);
  open_column_view (&contenders[1]);
  for (guint i = 2; i < G_N_ELEMENTS (contenders); i++)
    open_report (&contenders[i], argv[i - 1]);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (contenders); i++)
      take_time (&contenders[i], acts[i], round);

  printf ("%-28s%8s%8s%12s%14s%14s\n", "", "cpu ms", "worst", "of a frame", "empty x", "list x");
  for (guint i = 0; i < G_N_ELEMENTS (contenders); i++)
    print (&contenders[i], &contenders[0], &contenders[1]);
  for (guint i = 2; i < G_N_ELEMENTS (contenders); i++)
    window_fixture_close (ZP_WINDOW (contenders[i].window));
  return window_fixture_end (0);
}
