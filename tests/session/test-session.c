/* SPDX-License-Identifier: GPL-3.0-or-later
 * The session: every change one step with a name. */
#include <glib/gstdio.h>
#include <string.h>

#include "session-small.h"
#include "session/zp-recent.h"
#include "zp-test.h"

static void
test_fresh (void)
{
  ZpSession *session = session_small_open ();
  ZpSummary summary;
  g_autofree char *title = zp_session_get_title (session);

  g_assert_cmpstr (title, ==, "New Report");
  g_assert_null (zp_session_get_path (session));
  g_assert_null (zp_session_get_lock (session));
  g_assert_false (zp_session_is_modified (session));
  g_assert_false (zp_session_can_undo (session));
  g_assert_false (zp_session_can_redo (session));
  g_assert_null (zp_session_get_undo_label (session));
  g_assert_null (zp_session_get_redo_label (session));
  g_assert_cmpuint (zp_session_count_unsaved (session), ==, 0);
  g_assert_cmpint (zp_session_get_saved_time (session), ==, 0);
  session_small_undo (session);
  session_small_redo (session);
  zp_session_get_summary (session, &summary);
  g_assert_cmpuint (zp_session_get_findings (session)->len, ==, 0);
  session_fixture_close (session);
}

static void
test_type (void)
{
  ZpSession *session = session_small_open ();
  ZpCell cell = session_fixture_cell (session, "costs.cars.plan");
  g_autoptr (GError) error = NULL;
  SessionTold told;

  session_small_listen (session, &told);
  session_fixture_type (session, "costs.cars.plan", "3.65亿");
  session_small_assert_shown (session, "costs.all.plan", "36,500.00");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Enter 用车预算");
  g_assert_cmpuint (told.changed, ==, 1);
  g_assert_cmpuint (told.state_changed, ==, 1);
  g_assert_true (zp_session_is_modified (session));

  g_assert_false (zp_session_type (session, cell, "7,00.0", &error));
  g_assert_nonnull (error);
  session_small_assert_shown (session, "costs.cars.plan", "36,500.00");
  g_assert_cmpuint (told.changed, ==, 1);

  session_fixture_type (session, "costs.cars.plan", "");
  session_small_assert_shown (session, "costs.cars.plan", "");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 用车预算");
  session_fixture_close (session);
}

static void
test_author (void)
{
  ZpSession *session = session_small_open ();
  const ZpBatch *batch;

  zp_session_set_author (session, "王芳");
  g_assert_cmpstr (zp_session_get_author (session), ==, "王芳");
  session_fixture_type (session, "info.sum", "1");
  batch = zp_journal_peek_undo (zp_report_get_journal (zp_session_get_report (session)));
  g_assert_cmpstr (batch->author, ==, "王芳");
  g_assert_cmpint (ABS (g_get_real_time () - batch->time), <, 60 * G_USEC_PER_SEC);
  session_fixture_close (session);
}

static void
test_clear (void)
{
  ZpSession *session = session_small_open ();
  ZpCell cells[3];
  g_autoptr (GError) error = NULL;

  cells[0] = session_fixture_cell (session, "costs.cars.plan");
  cells[1] = session_fixture_cell (session, "costs.guests.plan");
  cells[2] = session_fixture_cell (session, "costs.all.plan");
  session_fixture_type (session, "costs.cars.plan", "1");
  session_fixture_type (session, "costs.all.plan", "5");
  zp_session_clear (session, cells, G_N_ELEMENTS (cells), &error);
  g_assert_no_error (error);
  session_small_assert_shown (session, "costs.cars.plan", "");
  session_small_assert_shown (session, "costs.all.plan", "");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 2 cells");
  session_small_undo (session);
  session_small_assert_shown (session, "costs.all.plan", "5.00");

  zp_session_clear (session, &cells[0], 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 用车预算");
  zp_session_clear (session, &cells[0], 1, &error);
  zp_session_clear (session, cells, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 用车预算");
  session_small_undo (session);
  session_small_assert_shown (session, "costs.cars.plan", "1.00");
  session_fixture_close (session);
}

typedef gboolean (*RowEdit) (ZpSession *session, int block, int row, GError **error);

static gboolean
move_down (ZpSession *session, int block, int row, GError **error)
{
  return zp_session_move_row (session, block, row, row + 1, error);
}

typedef struct
{
  const char *name;
  RowEdit edit;
  int row;
  const char *after; /* names of the rows, - for none */
  const char *label;
} RowCase;

static const RowCase row_cases[] = {
  { "insert-first", zp_session_insert_row, 0, "-甲乙丙", "Add a row" },
  { "insert-last", zp_session_insert_row, 3, "甲乙丙-", "Add a row" },
  { "duplicate", zp_session_duplicate_row, 1, "甲乙乙（2）丙", "Duplicate row 2" },
  { "remove", zp_session_remove_row, 0, "乙丙", "Remove row 1" },
  { "move", move_down, 1, "甲丙乙", "Move row 2" },
};

static void
assert_rows (ZpSession *session, const char *expected)
{
  ZpReport *report = zp_session_get_report (session);
  int block = session_small_find_block (session, "works");
  g_autoptr (GString) names = g_string_new (NULL);

  for (int row = 0; row < zp_report_count_rows (report, block); row++)
    {
      g_autofree char *name = zp_report_show (report, zp_cell (block, row, 0));

      g_string_append (names, *name != '\0' ? name : "-");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_row (gconstpointer row)
{
  const RowCase *expected = row;
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;

  session_fixture_add_rows (session, "works", 3);
  session_fixture_type (session, "works[0].name", "甲");
  session_fixture_type (session, "works[1].name", "乙");
  session_fixture_type (session, "works[2].name", "丙");
  expected->edit (session, session_small_find_block (session, "works"), expected->row, &error);
  g_assert_no_error (error);
  assert_rows (session, expected->after);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, expected->label);
  session_small_undo (session);
  assert_rows (session, "甲乙丙");
  session_small_redo (session);
  assert_rows (session, expected->after);
  session_fixture_close (session);
}

static void
test_undo_and_redo (void)
{
  ZpSession *session = session_small_open ();
  SessionTold told;

  session_fixture_type (session, "info.sum", "1");
  session_fixture_type (session, "info.sum", "2");
  session_small_listen (session, &told);
  session_small_undo (session);
  session_small_assert_shown (session, "info.sum", "1.00");
  g_assert_cmpuint (told.changed, ==, 1);
  g_assert_cmpstr (zp_session_get_redo_label (session), ==, "Enter 金额");
  session_small_undo (session);
  g_assert_false (zp_session_is_modified (session));
  g_assert_false (zp_session_can_undo (session));
  session_small_redo (session);
  session_small_redo (session);
  session_small_assert_shown (session, "info.sum", "2.00");
  g_assert_false (zp_session_can_redo (session));
  session_small_undo (session);
  session_fixture_type (session, "info.sum", "3");
  g_assert_false (zp_session_can_redo (session));
  session_small_undo (session);
  session_small_undo (session);
  g_assert_false (zp_session_is_modified (session));
  session_fixture_close (session);
}

static void
test_passage (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  const ZpPassage *passage = g_ptr_array_index (zp_session_get_pack (session)->passages, 0);
  g_autofree char *id = g_strconcat ("text.", passage->key, NULL);
  g_autoptr (GError) error = NULL;

  zp_session_set_passage (session, id, "另一段话。", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zp_report_get_passage (zp_session_get_report (session), id), ==, "另一段话。");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Edit text");
  zp_session_set_passage (session, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (zp_report_get_passage (zp_session_get_report (session), id));
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Restore the text");
  session_fixture_close (session);
}

static guint
count_severity (ZpSession *session, ZpSeverity severity)
{
  const GPtrArray *findings = zp_session_get_findings (session);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const ZpFinding *) g_ptr_array_index (findings, i))->severity == severity;
  return n;
}

/* The two hints of the printed report, each of another figure. */
static GPtrArray *
collect_hints (ZpSession *session)
{
  const GPtrArray *findings = zp_session_get_findings (session);
  GPtrArray *hints = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpHint *hint = zp_finding_get_hint (g_ptr_array_index (findings, i));

      if (hint != NULL && hint->likely && !g_ptr_array_find (hints, hint, NULL) &&
          (hints->len == 0 ||
           strcmp (((const ZpHint *) g_ptr_array_index (hints, 0))->id, hint->id) != 0))
        g_ptr_array_add (hints, (gpointer) hint);
    }
  return hints;
}

static void
test_hints (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autoptr (GPtrArray) hints = collect_hints (session);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_severity (session, ZP_SEVERITY_ERROR), ==, 6);
  g_assert_cmpuint (hints->len, ==, 2);
  zp_session_accept_hints (session, hints, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_severity (session, ZP_SEVERITY_ERROR), ==, 0);
  session_small_assert_shown (session, "budget.basic.actual", "2,925.70");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Accept the correction");
  session_small_undo (session);
  g_assert_cmpuint (count_severity (session, ZP_SEVERITY_ERROR), ==, 6);
  session_fixture_close (session);
}

/* A hint that outlived the figure it was given for. */
static void
test_stale_hint (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autoptr (GPtrArray) hints = g_ptr_array_new ();
  ZpHint stale = { .from = zp_decimal_from_int (1), .to = zp_decimal_from_int (2) };
  g_autoptr (GError) error = NULL;

  stale.cell = session_fixture_cell (session, "budget.basic.actual");
  stale.id = (char *) "budget.basic.actual";
  g_ptr_array_add (hints, &stale);
  g_assert_false (zp_session_accept_hints (session, hints, &error));
  g_assert_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_HINT);
  session_small_assert_shown (session, "budget.basic.actual", "2,295.70");
  session_fixture_close (session);
}

static void
test_note (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  const ZpFinding *finding;

  zp_session_set_author (session, "王芳");
  session_fixture_type (session, "costs.guests.paid", "20");
  zp_session_write_note (session, "costs.low", "两次会议", &error);
  g_assert_no_error (error);
  finding = zp_session_find (session, "costs.low");
  g_assert_true (finding->note_valid);
  g_assert_cmpstr (finding->note->text, ==, "两次会议");
  g_assert_cmpstr (finding->note->author, ==, "王芳");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Note");

  session_fixture_type (session, "costs.guests.paid", "21");
  g_assert_false (zp_session_find (session, "costs.low")->note_valid);
  session_fixture_type (session, "costs.guests.paid", "20");
  g_assert_true (zp_session_find (session, "costs.low")->note_valid);

  zp_session_write_note (session, "costs.low", "", &error);
  g_assert_no_error (error);
  g_assert_null (zp_session_find (session, "costs.low")->note);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Remove the note");
  g_assert_false (zp_session_write_note (session, "no.such", "x", &error));
  g_assert_nonnull (error);
  session_fixture_close (session);
}

static void
test_locked (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) typed = NULL;
  g_autoptr (GError) added = NULL;

  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  g_assert_cmpstr (zp_session_get_lock (session), ==, "signed off");
  g_assert_false (
    zp_session_type (session, session_fixture_cell (session, "info.sum"), "1", &typed));
  g_assert_error (typed, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED);
  g_assert_cmpstr (typed->message, ==, "signed off");
  g_assert_false (
    zp_session_insert_row (session, session_small_find_block (session, "works"), 0, &added));
  g_assert_error (added, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED);
  session_small_assert_shown (session, "info.sum", "");
  g_assert_false (zp_session_is_modified (session));
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/session/row/", row_cases[i].name, NULL);

      g_test_add_data_func (path, &row_cases[i], test_row);
    }
  g_test_add_func ("/session/fresh", test_fresh);
  g_test_add_func ("/session/type", test_type);
  g_test_add_func ("/session/author", test_author);
  g_test_add_func ("/session/clear", test_clear);
  g_test_add_func ("/session/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/session/passage", test_passage);
  g_test_add_func ("/session/hints", test_hints);
  g_test_add_func ("/session/stale-hint", test_stale_hint);
  g_test_add_func ("/session/note", test_note);
  g_test_add_func ("/session/locked", test_locked);
  return g_test_run ();
}
