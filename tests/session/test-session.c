/* SPDX-License-Identifier: GPL-3.0-or-later
 * The session: every change one step with a name, the file, what is kept for a crash. */
#include <glib/gstdio.h>
#include <string.h>

#include "session-fixture.h"
#include "session/zp-recent.h"
#include "zp-test.h"

static const char data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"info\", \"label\": \"信息\", \"items\": ["
  "  { \"key\": \"sum\", \"label\": \"金额\" } ] },"
  "{ \"grid\": \"costs\", \"label\": \"资金\", \"columns\": ["
  "  { \"key\": \"plan\", \"label\": \"预算\" }, { \"key\": \"paid\", \"label\": \"支出\" } ],"
  "  \"rows\": [ { \"key\": \"all\", \"label\": \"合计\", \"formula\": \"cars + guests\" },"
  "    { \"key\": \"cars\", \"label\": \"用车\" }, { \"key\": \"guests\", \"label\": \"接待\" } ] "
  "},"
  "{ \"table\": \"works\", \"label\": \"工作\", \"key\": \"name\", \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"cost\", \"label\": \"费用\" } ] } ] }";

static const char checks[] =
  "{ \"checks\": ["
  "{ \"check\": \"costs.low\", \"title\": \"接待偏高\", \"severity\": \"warning\","
  "  \"require\": \"costs.guests.paid <= 10万元\", \"instruction\": \"说明原因\","
  "  \"note\": \"allowed\" } ] }";

typedef struct
{
  guint changed;
  guint state_changed;
  guint recovery_failed;
} Told;

static void
count (guint *told)
{
  (*told)++;
}

static void
listen (ZpSession *session, Told *told)
{
  *told = (Told){ 0 };
  g_signal_connect_swapped (session, "changed", G_CALLBACK (count), &told->changed);
  g_signal_connect_swapped (session, "state-changed", G_CALLBACK (count), &told->state_changed);
  g_signal_connect_swapped (session, "recovery-failed", G_CALLBACK (count), &told->recovery_failed);
}

static ZpSession *
open_small (void)
{
  return session_fixture_new (data, checks, NULL);
}

static int
find_block (ZpSession *session, const char *key)
{
  return zp_pack_find_block (zp_session_get_pack (session), key)->index;
}

static void
assert_shown (ZpSession *session, const char *id, const char *expected)
{
  g_autofree char *shown = session_fixture_show (session, id);

  g_assert_cmpstr (shown, ==, expected);
}

static void
undo (ZpSession *session)
{
  g_autoptr (GError) error = NULL;

  zp_session_undo (session, &error);
  g_assert_no_error (error);
}

static void
redo (ZpSession *session)
{
  g_autoptr (GError) error = NULL;

  zp_session_redo (session, &error);
  g_assert_no_error (error);
}

static void
test_fresh (void)
{
  ZpSession *session = open_small ();
  ZpSummary summary;
  g_autofree char *title = zp_session_get_title (session);

  g_assert_cmpstr (title, ==, "New report");
  g_assert_null (zp_session_get_path (session));
  g_assert_null (zp_session_get_lock (session));
  g_assert_false (zp_session_is_modified (session));
  g_assert_false (zp_session_can_undo (session));
  g_assert_false (zp_session_can_redo (session));
  g_assert_null (zp_session_get_undo_label (session));
  g_assert_null (zp_session_get_redo_label (session));
  g_assert_cmpuint (zp_session_count_unsaved (session), ==, 0);
  g_assert_cmpint (zp_session_get_saved_time (session), ==, 0);
  undo (session);
  redo (session);
  zp_session_get_summary (session, &summary);
  g_assert_cmpuint (zp_session_get_findings (session)->len, ==, 0);
  session_fixture_close (session);
}

static void
test_type (void)
{
  ZpSession *session = open_small ();
  ZpCell cell = session_fixture_cell (session, "costs.cars.plan");
  g_autoptr (GError) error = NULL;
  Told told;

  listen (session, &told);
  session_fixture_type (session, "costs.cars.plan", "3.65亿");
  assert_shown (session, "costs.all.plan", "36,500.00");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Enter 用车预算");
  g_assert_cmpuint (told.changed, ==, 1);
  g_assert_cmpuint (told.state_changed, ==, 1);
  g_assert_true (zp_session_is_modified (session));

  g_assert_false (zp_session_type (session, cell, "7,00.0", &error));
  g_assert_nonnull (error);
  assert_shown (session, "costs.cars.plan", "36,500.00");
  g_assert_cmpuint (told.changed, ==, 1);

  session_fixture_type (session, "costs.cars.plan", "");
  assert_shown (session, "costs.cars.plan", "");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 用车预算");
  session_fixture_close (session);
}

static void
test_author (void)
{
  ZpSession *session = open_small ();
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
  ZpSession *session = open_small ();
  ZpCell cells[3];
  g_autoptr (GError) error = NULL;

  cells[0] = session_fixture_cell (session, "costs.cars.plan");
  cells[1] = session_fixture_cell (session, "costs.guests.plan");
  cells[2] = session_fixture_cell (session, "costs.all.plan");
  session_fixture_type (session, "costs.cars.plan", "1");
  session_fixture_type (session, "costs.all.plan", "5");
  zp_session_clear (session, cells, G_N_ELEMENTS (cells), &error);
  g_assert_no_error (error);
  assert_shown (session, "costs.cars.plan", "");
  assert_shown (session, "costs.all.plan", "");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 2 cells");
  undo (session);
  assert_shown (session, "costs.all.plan", "5.00");

  zp_session_clear (session, &cells[0], 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 用车预算");
  zp_session_clear (session, &cells[0], 1, &error);
  zp_session_clear (session, cells, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Clear 用车预算");
  undo (session);
  assert_shown (session, "costs.cars.plan", "1.00");
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
  int block = find_block (session, "works");
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
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;

  session_fixture_add_rows (session, "works", 3);
  session_fixture_type (session, "works[0].name", "甲");
  session_fixture_type (session, "works[1].name", "乙");
  session_fixture_type (session, "works[2].name", "丙");
  expected->edit (session, find_block (session, "works"), expected->row, &error);
  g_assert_no_error (error);
  assert_rows (session, expected->after);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, expected->label);
  undo (session);
  assert_rows (session, "甲乙丙");
  redo (session);
  assert_rows (session, expected->after);
  session_fixture_close (session);
}

static void
test_undo_and_redo (void)
{
  ZpSession *session = open_small ();
  Told told;

  session_fixture_type (session, "info.sum", "1");
  session_fixture_type (session, "info.sum", "2");
  listen (session, &told);
  undo (session);
  assert_shown (session, "info.sum", "1.00");
  g_assert_cmpuint (told.changed, ==, 1);
  g_assert_cmpstr (zp_session_get_redo_label (session), ==, "Enter 金额");
  undo (session);
  g_assert_false (zp_session_is_modified (session));
  g_assert_false (zp_session_can_undo (session));
  redo (session);
  redo (session);
  assert_shown (session, "info.sum", "2.00");
  g_assert_false (zp_session_can_redo (session));
  undo (session);
  session_fixture_type (session, "info.sum", "3");
  g_assert_false (zp_session_can_redo (session));
  undo (session);
  undo (session);
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
  assert_shown (session, "budget.basic.actual", "2,925.70");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Accept the correction");
  undo (session);
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
  assert_shown (session, "budget.basic.actual", "2,295.70");
  session_fixture_close (session);
}

static void
test_note (void)
{
  ZpSession *session = open_small ();
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
  ZpSession *session = open_small ();
  g_autoptr (GError) typed = NULL;
  g_autoptr (GError) added = NULL;

  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  g_assert_cmpstr (zp_session_get_lock (session), ==, "signed off");
  g_assert_false (
    zp_session_type (session, session_fixture_cell (session, "info.sum"), "1", &typed));
  g_assert_error (typed, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED);
  g_assert_cmpstr (typed->message, ==, "signed off");
  g_assert_false (zp_session_insert_row (session, find_block (session, "works"), 0, &added));
  g_assert_error (added, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED);
  assert_shown (session, "info.sum", "");
  g_assert_false (zp_session_is_modified (session));
  session_fixture_close (session);
}

/* Saving: a folder for the document. */
typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_init (Place *self)
{
  self->folder = zp_test_make_folder ();
  self->path = g_build_filename (self->folder, "甲.ziping", NULL);
}

static void
place_clear (Place *self)
{
  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
save (ZpSession *session, const char *path)
{
  g_autoptr (GError) error = NULL;

  zp_session_save (session, path, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
}

static void
test_save (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  Place place;
  Told told;

  place_init (&place);
  g_assert_false (zp_session_save (session, NULL, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_UNNAMED);
  g_assert_true (zp_session_is_modified (session));
  listen (session, &told);
  save (session, place.path);
  g_assert_false (zp_session_is_modified (session));
  g_assert_cmpuint (told.state_changed, ==, 1);
  g_assert_cmpuint (told.changed, ==, 0);
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_cmpint (zp_session_get_saved_time (session), >, 0);
  title = zp_session_get_title (session);
  g_assert_cmpstr (title, ==, "长沙市工业和信息化局");

  session_fixture_type (session, "budget.basic.actual", "2925.7");
  g_assert_cmpuint (zp_session_count_unsaved (session), ==, 1);
  undo (session);
  g_assert_false (zp_session_is_modified (session));
  redo (session);
  g_assert_true (zp_session_is_modified (session));
  save (session, NULL);
  undo (session);
  g_assert_true (zp_session_is_modified (session));
  session_fixture_close (session);
  place_clear (&place);
}

static void
test_save_not_over (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  Place place;

  place_init (&place);
  zp_test_write (place.folder, "甲.ziping", "something else");
  session_fixture_type (session, "info.sum", "1");
  g_assert_false (zp_session_save (session, place.path, ZP_FILE_CREATE_ONLY, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_EXISTS);
  g_assert_true (zp_session_is_modified (session));
  g_assert_null (zp_session_get_path (session));
  kept = zp_test_read (place.path);
  g_assert_cmpstr (kept, ==, "something else");
  session_fixture_close (session);
  place_clear (&place);
}

static void
test_changed_on_disk (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  Place place;

  place_init (&place);
  g_assert_false (zp_session_is_changed_on_disk (session));
  save (session, place.path);
  g_assert_false (zp_session_is_changed_on_disk (session));
  zp_test_write (place.folder, "甲.ziping", "of another program");
  g_assert_true (zp_session_is_changed_on_disk (session));

  session_fixture_type (session, "info.sum", "1");
  g_assert_false (zp_session_save (session, NULL, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_CHANGED);
  g_assert_true (zp_session_is_modified (session));
  kept = zp_test_read (place.path);
  g_assert_cmpstr (kept, ==, "of another program");
  g_clear_error (&error);

  zp_session_overwrite (session, &error);
  g_assert_no_error (error);
  g_assert_false (zp_session_is_changed_on_disk (session));
  g_assert_false (zp_session_is_modified (session));
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  g_assert_true (zp_session_is_changed_on_disk (session));
  session_fixture_close (session);
  place_clear (&place);
}

static void
test_overwrite_fails (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  save (session, place.path);
  session_fixture_type (session, "info.sum", "1");
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  g_assert_cmpint (g_mkdir (place.path, 0700), ==, 0);
  g_assert_false (zp_session_overwrite (session, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_true (zp_session_is_modified (session));
  session_fixture_close (session);
  place_clear (&place);
}

static const char *
get_folder (ZpSession *session)
{
  return g_object_get_data (G_OBJECT (session), "fixture-folder");
}

/* As when the program is killed: nothing is saved and nothing thrown away. */
static char *
lose (ZpSession *session)
{
  char *folder = g_strdup (get_folder (session));

  g_assert_finalize_object (session);
  return folder;
}

static guint
count_left (const char *folder)
{
  g_autoptr (GPtrArray) works = zp_left_work_list (folder);

  return works->len;
}

static ZpSession *
restore (const char *folder)
{
  g_autoptr (GPtrArray) works = zp_left_work_list (folder);
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  ZpSession *session;

  g_assert_cmpuint (works->len, ==, 1);
  session = zp_left_work_restore (g_ptr_array_index (works, 0), store, &error);
  g_assert_no_error (error);
  return session;
}

static void
test_recovery (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autofree char *folder = NULL;
  Place place;

  place_init (&place);
  save (session, place.path);
  g_assert_cmpuint (count_left (get_folder (session)), ==, 0);
  session_fixture_type (session, "budget.basic.actual", "2925.7");
  session_fixture_type (session, "budget.project.actual", "290");
  undo (session);
  g_assert_cmpuint (count_left (get_folder (session)), ==, 0);
  folder = lose (session);
  g_assert_cmpuint (count_left (folder), ==, 1);

  session = restore (folder);
  assert_shown (session, "budget.basic.actual", "2,925.70");
  assert_shown (session, "budget.project.actual", "288.34");
  g_assert_true (zp_session_is_modified (session));
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  session_fixture_type (session, "budget.project.actual", "291");
  g_assert_finalize_object (session);

  session = restore (folder);
  assert_shown (session, "budget.project.actual", "291.00");
  save (session, NULL);
  g_assert_false (zp_session_is_modified (session));
  g_assert_finalize_object (session);
  g_assert_cmpuint (count_left (folder), ==, 0);
  zp_test_remove_folder (folder);
  place_clear (&place);
}

static void
test_discard (void)
{
  ZpSession *session = session_fixture_open (NULL);
  g_autofree char *folder = NULL;

  session_fixture_type (session, "budget.basic.actual", "1");
  zp_session_discard (session);
  folder = lose (session);
  g_assert_cmpuint (count_left (folder), ==, 0);
  zp_test_remove_folder (folder);
}

static void
test_discard_and_go_on (void)
{
  ZpSession *session = session_fixture_open (NULL);
  g_autofree char *folder = NULL;

  session_fixture_type (session, "budget.basic.actual", "1");
  zp_session_discard (session);
  session_fixture_type (session, "budget.basic.initial", "2");
  folder = lose (session);
  g_assert_cmpuint (count_left (folder), ==, 1);
  zp_test_remove_folder (folder);
}

/* Work goes on where it cannot be kept on the disk; that is told once. */
static void
test_recovery_fails (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *impossible = g_build_filename (folder, "file", "below", NULL);
  g_autofree char *pack_folder = zp_test_source ("data/templates/changsha-2021");
  g_autoptr (ZpPack) pack = zp_test_load_pack (pack_folder);
  ZpSession *session = zp_session_new (zp_report_file_create (pack), impossible);
  Told told;

  zp_test_write (folder, "file", "");
  listen (session, &told);
  session_fixture_type (session, "budget.basic.actual", "1");
  session_fixture_type (session, "budget.basic.actual", "2");
  assert_shown (session, "budget.basic.actual", "2.00");
  g_assert_cmpuint (told.recovery_failed, ==, 1);
  g_assert_finalize_object (session);
  zp_test_remove_folder (folder);
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
  g_test_add_func ("/session/save", test_save);
  g_test_add_func ("/session/save-not-over", test_save_not_over);
  g_test_add_func ("/session/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/session/overwrite-fails", test_overwrite_fails);
  g_test_add_func ("/session/recovery", test_recovery);
  g_test_add_func ("/session/discard", test_discard);
  g_test_add_func ("/session/discard-and-go-on", test_discard_and_go_on);
  g_test_add_func ("/session/recovery-fails", test_recovery_fails);
  return g_test_run ();
}
