/* SPDX-License-Identifier: GPL-3.0-or-later
 * The findings pane: cards and what they lead to, filters, stepping, following the report; the
 * dialog of a note. */
#include "app-fixture.h"
#include "app/findings/zp-finding-row.h"
#include "app/findings/zp-findings-filter.h"
#include "app/findings/zp-findings-list.h"
#include "app/findings/zp-findings-pane.h"
#include "app/findings/zp-note-dialog.h"
#include "session-fixture.h"
#include "session/zp-finding-card.h"

#define WIDTH 340

typedef struct
{
  ZpSession *session;
  ZpOutline *outline;
  GtkWidget *window;
  ZpFindingsPane *pane;
} Fixture;

static void
open_pane_of (Fixture *self, ZpSession *session)
{
  self->session = session;
  self->outline = zp_outline_new (session);
  self->pane = ZP_FINDINGS_PANE (zp_findings_pane_new (session, self->outline));
  self->window = app_fixture_show (GTK_WIDGET (self->pane), WIDTH, 690);
}

static void
open_pane (Fixture *self, const char *example)
{
  open_pane_of (self, session_fixture_open (example));
}

static void
close_pane (Fixture *self)
{
  app_fixture_close (self->window);
  zp_outline_free (self->outline);
  session_fixture_close (self->session);
}

static ZpFindingsList *
get_list (Fixture *self)
{
  return ZP_FINDINGS_LIST (app_fixture_find (GTK_WIDGET (self->pane), ZP_TYPE_FINDINGS_LIST, NULL));
}

static ZpFindingsFilter *
get_filter (Fixture *self)
{
  return ZP_FINDINGS_FILTER (
    app_fixture_find (GTK_WIDGET (self->pane), ZP_TYPE_FINDINGS_FILTER, NULL));
}

static guint
count_cards (Fixture *self)
{
  return zp_findings_list_count_cards (get_list (self));
}

static GtkWidget *
get_first_card (Fixture *self)
{
  return app_fixture_find (GTK_WIDGET (self->pane), ZP_TYPE_FINDING_ROW, NULL);
}

static void
accept (Fixture *self, const char *id)
{
  const ZpFinding *finding = zp_session_find (self->session, id);
  g_autoptr (GPtrArray) hints = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (finding);
  hints = zp_finding_list_hints (self->session, finding);
  zp_session_accept_hints (self->session, hints, &error);
  g_assert_no_error (error);
  app_fixture_settle ();
}

static void
test_cards (void)
{
  Fixture fixture;
  GtkWidget *root;

  open_pane (&fixture, "reference-printed");
  root = GTK_WIDGET (fixture.pane);
  app_fixture_shoot (root, "findings");
  g_assert_cmpuint (zp_findings_filter_get_number (get_filter (&fixture), ZP_FINDINGS_ERRORS), ==,
                    6);
  g_assert_cmpuint (count_cards (&fixture), >=, 4);
  g_assert_true (app_fixture_has_text (root, "2,925.70"));
  g_assert_true (app_fixture_has_text (root, "−630.00"));
  g_assert_nonnull (app_fixture_find (root, GTK_TYPE_BUTTON, "Accept"));
  g_assert_nonnull (app_fixture_find (root, GTK_TYPE_BUTTON, "Accept Together"));
  close_pane (&fixture);
}

static void
test_accept (void)
{
  Fixture fixture;
  GtkWidget *button;

  open_pane (&fixture, "reference-printed");
  button = app_fixture_find (GTK_WIDGET (fixture.pane), GTK_TYPE_BUTTON, "Accept");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Accept: 基本支出 · 实际支出 becomes 2,925.70");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "accept-hint budget.basic_parts");
  accept (&fixture, "budget.basic_parts");
  g_assert_cmpuint (zp_findings_filter_get_number (get_filter (&fixture), ZP_FINDINGS_ERRORS), ==,
                    3);
  g_assert_null (app_fixture_find (GTK_WIDGET (fixture.pane), GTK_TYPE_BUTTON, "Accept Together"));
  accept (&fixture, "budget.total.actual.sum");
  g_assert_cmpuint (zp_findings_filter_get_number (get_filter (&fixture), ZP_FINDINGS_ERRORS), ==,
                    0);
  close_pane (&fixture);
}

static void
test_accept_together (void)
{
  Fixture fixture;

  open_pane (&fixture, "reference-printed");
  accept (&fixture, "budget.total.actual.sum");
  g_assert_cmpuint (zp_findings_filter_get_number (get_filter (&fixture), ZP_FINDINGS_ERRORS), ==,
                    0);
  zp_session_undo (fixture.session, NULL);
  app_fixture_settle ();
  g_assert_cmpuint (zp_findings_filter_get_number (get_filter (&fixture), ZP_FINDINGS_ERRORS), ==,
                    6);
  close_pane (&fixture);
}

/* Cards that look as before are the same widgets: nothing flickers, and no focus is lost. */
static void
test_keeps_cards (void)
{
  Fixture fixture;
  GtkWidget *card;

  open_pane (&fixture, "reference-printed");
  card = get_first_card (&fixture);
  session_fixture_type (fixture.session, "unit.leader", "王五");
  app_fixture_settle ();
  g_assert_true (get_first_card (&fixture) == card);
  close_pane (&fixture);
}

static void
test_filters (void)
{
  Fixture fixture;
  ZpFindingsFilter *filter;

  open_pane (&fixture, "reference-printed");
  filter = get_filter (&fixture);
  zp_findings_filter_choose (filter, ZP_FINDINGS_ROUNDINGS);
  app_fixture_settle ();
  g_assert_cmpuint (count_cards (&fixture), ==, 2);
  app_fixture_shoot (GTK_WIDGET (fixture.pane), "findings-rounding");
  zp_findings_pane_set_place (fixture.pane, zp_outline_find_place (fixture.outline, "page:assets"));
  zp_findings_filter_choose (filter, ZP_FINDINGS_HERE);
  app_fixture_settle ();
  g_assert_cmpuint (count_cards (&fixture), ==,
                    zp_findings_filter_get_number (filter, ZP_FINDINGS_HERE));
  g_assert_cmpuint (count_cards (&fixture), ==, 1);
  close_pane (&fixture);
}

/* What is asked for comes into sight, whatever is filtered away. */
static void
test_show (void)
{
  Fixture fixture;

  open_pane (&fixture, "reference-printed");
  zp_findings_filter_choose (get_filter (&fixture), ZP_FINDINGS_ROUNDINGS);
  g_assert_true (zp_findings_pane_show (fixture.pane, "budget.total.rate.calc"));
  app_fixture_settle ();
  g_assert_cmpint (zp_findings_filter_get (get_filter (&fixture)), ==, ZP_FINDINGS_ALL);
  g_assert_false (zp_findings_pane_show (fixture.pane, "no.such.check"));
  close_pane (&fixture);
}

static void
test_step (void)
{
  Fixture fixture;
  g_autofree char *first = NULL;

  open_pane (&fixture, "reference-printed");
  first = g_strdup (zp_findings_pane_step (fixture.pane, 1));
  g_assert_cmpstr (first, ==, "budget.basic_parts");
  g_assert_cmpstr (zp_findings_pane_step (fixture.pane, 1), ==, "budget.total.actual.sum");
  g_assert_cmpstr (zp_findings_pane_step (fixture.pane, -1), ==, first);
  zp_findings_pane_step (fixture.pane, -1);
  g_assert_cmpstr (zp_findings_pane_step (fixture.pane, 1), ==, first);
  close_pane (&fixture);
}

static GtkListBoxRow *
get_selected (Fixture *self)
{
  return gtk_list_box_get_selected_row (
    GTK_LIST_BOX (app_fixture_find (GTK_WIDGET (self->pane), GTK_TYPE_LIST_BOX, NULL)));
}

static void
test_cell (void)
{
  Fixture fixture;
  ZpCell cell;
  GtkListBoxRow *selected;

  open_pane (&fixture, "reference-printed");
  cell = session_fixture_cell (fixture.session, "budget.total.actual");
  zp_findings_pane_set_cell (fixture.pane, &cell);
  app_fixture_settle ();
  selected = get_selected (&fixture);
  g_assert_nonnull (selected);
  g_assert_cmpstr (zp_finding_row_get_id (ZP_FINDING_ROW (selected)), ==,
                   "budget.total.actual.sum");
  app_fixture_shoot (GTK_WIDGET (fixture.pane), "findings-cell");
  close_pane (&fixture);
}

/* The page comes first: the cards follow once nothing else has to be done. */
static void
test_follows_the_page (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  open_pane (&fixture, "reference-printed");
  cell = session_fixture_cell (fixture.session, "budget.basic.actual");
  zp_findings_pane_set_cell (fixture.pane, &cell);
  g_assert_null (get_selected (&fixture));
  zp_session_type (fixture.session, cell, "2925.70", &error);
  g_assert_no_error (error);
  g_assert_true (app_fixture_has_text (GTK_WIDGET (fixture.pane), "−630.00"));
  app_fixture_settle ();
  g_assert_false (app_fixture_has_text (GTK_WIDGET (fixture.pane), "−630.00"));
  close_pane (&fixture);
}

/* What asks for a card does not wait, and what was to be shown before does not come after it. */
static void
test_asked_before_it_followed (void)
{
  Fixture fixture;
  g_autofree char *id = NULL;
  ZpCell cell;

  open_pane (&fixture, "reference-printed");
  cell = session_fixture_cell (fixture.session, "budget.total.actual");
  zp_findings_pane_set_cell (fixture.pane, &cell);
  g_assert_true (zp_findings_pane_show (fixture.pane, "budget.total.rate.calc"));
  id = g_strdup (zp_finding_row_get_id (ZP_FINDING_ROW (get_selected (&fixture))));
  app_fixture_settle ();
  g_assert_cmpstr (zp_finding_row_get_id (ZP_FINDING_ROW (get_selected (&fixture))), ==, id);
  zp_findings_pane_set_cell (fixture.pane, &cell);
  close_pane (&fixture);
}

static void
test_row_goes_to_culprit (void)
{
  Fixture fixture;
  GtkWidget *list;

  open_pane (&fixture, "reference-printed");
  list = app_fixture_find (GTK_WIDGET (fixture.pane), GTK_TYPE_LIST_BOX, NULL);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "go-to budget.basic.actual");
  close_pane (&fixture);
}

static void
test_nothing (void)
{
  static const char data[] =
    "{ \"blocks\": [ { \"fields\": \"unit\", \"label\": \"单位\", \"items\": ["
    "    { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" } ] } ],"
    "  \"pages\": [ { \"page\": \"unit\", \"label\": \"单位\", \"blocks\": [\"unit\"] } ] }";
  Fixture fixture;

  open_pane_of (&fixture, session_fixture_new (data, NULL, NULL));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (fixture.pane), "No problems"));
  app_fixture_shoot (GTK_WIDGET (fixture.pane), "findings-none");
  g_assert_null (zp_findings_pane_step (fixture.pane, 1));
  close_pane (&fixture);
}

/* Of many findings only the first cards are built; the rest on demand, or when one is asked for. */
static void
test_many (void)
{
  static const char data[] =
    "{ \"blocks\": [ { \"table\": \"items\", \"label\": \"明细\", \"columns\": ["
    "    { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\", \"required\": true } ] } ],"
    "  \"pages\": [ { \"page\": \"items\", \"label\": \"明细\", \"blocks\": [\"items\"] } ] }";
  Fixture fixture;
  ZpSession *session = session_fixture_new (data, NULL, NULL);
  g_autofree char *label = NULL;
  GtkWidget *more;
  guint n_cards;

  session_fixture_add_rows (session, "items", 500);
  open_pane_of (&fixture, session);
  g_assert_cmpuint (zp_findings_filter_get_number (get_filter (&fixture), ZP_FINDINGS_ALL), ==,
                    500);
  app_fixture_settle ();
  n_cards = count_cards (&fixture);
  g_assert_cmpuint (n_cards, >=, 4);
  g_assert_cmpuint (n_cards, <, 60);
  label = g_strdup_printf ("Show more (%u)", 500 - n_cards);
  more = app_fixture_find (GTK_WIDGET (fixture.pane), GTK_TYPE_BUTTON, label);
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (count_cards (&fixture), >, n_cards);
  g_assert_true (zp_findings_pane_show (fixture.pane, "items.name.required[300]"));
  g_assert_cmpuint (count_cards (&fixture), >, 300);
  close_pane (&fixture);
}

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
type_note (GtkWidget *dialog, const char *text)
{
  GtkWidget *view = app_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_note (void)
{
  Fixture fixture;
  GtkWidget *dialog;

  open_pane (&fixture, "reference-printed");
  zp_session_set_author (fixture.session, "李四");
  zp_note_dialog_present (GTK_WIDGET (fixture.pane), fixture.session, "projects.cover");
  dialog = find_dialog (fixture.window);
  g_assert_nonnull (dialog);
  app_fixture_wait_frame (dialog);
  type_note (dialog, "其余 41.80 万元为零星项目");
  app_fixture_shoot (dialog, "note");
  app_fixture_press (dialog, "_Save Note");
  g_assert_null (find_dialog (fixture.window));
  g_assert_true (zp_session_find (fixture.session, "projects.cover")->note_valid);
  g_assert_true (app_fixture_has_text (GTK_WIDGET (fixture.pane), "其余 41.80 万元为零星项目"));
  session_fixture_type (fixture.session, "budget.project.actual", "290");
  app_fixture_settle ();
  g_assert_true (app_fixture_has_text (
    GTK_WIDGET (fixture.pane), "A figure moved, so the note no longer counts; write it anew"));
  close_pane (&fixture);
}

static void
test_remove_note (void)
{
  Fixture fixture;

  open_pane (&fixture, "reference-printed");
  zp_session_write_note (fixture.session, "projects.cover", "零星项目", NULL);
  zp_note_dialog_present (GTK_WIDGET (fixture.pane), fixture.session, "projects.cover");
  app_fixture_press (find_dialog (fixture.window), "_Remove Note");
  g_assert_null (zp_session_find (fixture.session, "projects.cover")->note);
  close_pane (&fixture);
}

/* An error is mended, not explained. */
static void
test_no_note (void)
{
  Fixture fixture;

  open_pane (&fixture, "reference-printed");
  zp_note_dialog_present (GTK_WIDGET (fixture.pane), fixture.session, "budget.basic_parts");
  g_assert_null (find_dialog (fixture.window));
  close_pane (&fixture);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/findings/cards", test_cards);
  g_test_add_func ("/findings/accept", test_accept);
  g_test_add_func ("/findings/accept-together", test_accept_together);
  g_test_add_func ("/findings/keeps-cards", test_keeps_cards);
  g_test_add_func ("/findings/filters", test_filters);
  g_test_add_func ("/findings/show", test_show);
  g_test_add_func ("/findings/step", test_step);
  g_test_add_func ("/findings/cell", test_cell);
  g_test_add_func ("/findings/follows-the-page", test_follows_the_page);
  g_test_add_func ("/findings/asked-before-it-followed", test_asked_before_it_followed);
  g_test_add_func ("/findings/row-goes-to-culprit", test_row_goes_to_culprit);
  g_test_add_func ("/findings/nothing", test_nothing);
  g_test_add_func ("/findings/many", test_many);
  g_test_add_func ("/note/write", test_note);
  g_test_add_func ("/note/remove", test_remove_note);
  g_test_add_func ("/note/not-on-errors", test_no_note);
  return g_test_run ();
}
