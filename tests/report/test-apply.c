/* SPDX-License-Identifier: GPL-3.0-or-later
 * Batches are done wholly or not at all; trials leave no trace. */
#include <string.h>

#include "report-fixture.h"

#define START                                                                                      \
  "{ \"unit.name\": \"某局\", \"budget.basic.initial\": \"10\", \"budget.basic.actual\": \"5\"," \
  "  \"text.scale\": \"规模\", \"projects\": [{ \"name\": \"甲\", \"actual\": 1 },"             \
  "  { \"name\": \"乙\", \"actual\": 2 }], \"funds\": [{ \"project\": \"甲\", \"actual\": 3 }] }"

/* A change is "id=text" to set, "+table row", "-table row", "~table from to". */
static void
add_change (ZpBatch *batch, const char *step)
{
  const char *equals = strchr (step, '=');
  g_auto (GStrv) words = g_strsplit (step + 1, " ", -1);
  g_autofree char *id = NULL;

  if (*step == '+')
    zp_batch_insert (batch, words[0], atoi (words[1]), 0);
  else if (*step == '-')
    zp_batch_remove (batch, words[0], atoi (words[1]), 0);
  else if (*step == '~')
    zp_batch_move (batch, words[0], atoi (words[1]), atoi (words[2]));
  else
    {
      id = g_strndup (step, (gsize) (equals - step));
      zp_batch_set (batch, id, "what stood there is not believed",
                    equals[1] != '\0' ? equals + 1 : NULL);
    }
}

static ZpBatch *
make_batch (const char *const *steps)
{
  ZpBatch *batch = zp_batch_new ("Work", "李", 1);

  for (gsize i = 0; steps[i] != NULL; i++)
    add_change (batch, steps[i]);
  return batch;
}

typedef struct
{
  const char *name;
  const char *steps[6];
  int code;
  const char *words;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "unknown-cell", { "budget.basic.actual=7", "budget.basic.actuel=1" }, -1, "actual" },
  { "unknown-block", { "budget.basic.actual=7", "nothing.at=1" }, -1, "nothing" },
  { "no-such-cell-in-grid", { "budget.basic.score=1" }, -1, "budget.basic.score" },
  { "no-such-row",
    { "projects[0].actual=7", "projects[2].actual=1" },
    ZP_REPORT_ERROR_ID,
    "2 rows" },
  { "row-gone-meanwhile",
    { "projects[1].name=", "projects[1].actual=", "-projects 1", "projects[1].actual=1" },
    ZP_REPORT_ERROR_ID,
    "1 row" },
  { "unknown-text", { "text.scale=新", "text.nothing=1" }, ZP_REPORT_ERROR_ID, "text.nothing" },
  { "no-figure",
    { "budget.basic.actual=7", "+projects 0", "budget.basic.initial=很多" },
    -1,
    "budget.basic.initial" },
  { "hundred-digits",
    { "+funds 1",
      "budget.basic.initial=99999999999999999999999999999999999999999999999999999999999999999999"
      "99999999999999999999999999999999" },
    -1,
    "budget.basic.initial" },
  { "bad-note", { "note:x=text" }, -1, "" },
  { "note-of-another",
    { "note:x={\"finding\":\"y\",\"text\":\"\",\"author\":\"\",\"time\":\"\","
      "\"figures\":{}}" },
    ZP_REPORT_ERROR_FORMAT,
    "y" },
  { "insert-too-far", { "~projects 0 1", "+projects 4" }, ZP_REPORT_ERROR_ID, "projects" },
  { "insert-before-all", { "+projects -1" }, ZP_REPORT_ERROR_ID, "projects" },
  { "insert-in-grid", { "+budget 0" }, ZP_REPORT_ERROR_ID, "budget" },
  { "insert-nowhere", { "+nothing 0" }, ZP_REPORT_ERROR_ID, "nothing" },
  { "remove-too-far", { "+projects 0", "-projects 3" }, ZP_REPORT_ERROR_ID, "projects" },
  { "move-too-far", { "budget.basic.actual=7", "~projects 0 2" }, ZP_REPORT_ERROR_ID, "projects" },
  { "total-too-large",
    { "unit.name=别的局", "budget.basic.initial=9000000000000",
      "budget.project.initial=9000000000000" },
    ZP_REPORT_ERROR_RANGE,
    "budget.total." },
  { "table-total-too-large",
    { "~projects 0 1", "projects[0].actual=9000000000000", "projects[1].actual=9000000000000" },
    ZP_REPORT_ERROR_RANGE,
    "projects.total.actual" },
  { "rate-too-large",
    { "budget.basic.initial=0.01", "budget.basic.actual=9000000000000" },
    ZP_REPORT_ERROR_RANGE,
    "budget.basic.rate" },
};

static void
count_cb (ZpReport *report, int *count)
{
  (*count)++;
}

static void
test_refused (gconstpointer data)
{
  const RefusedRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *text_after = NULL;
  g_autofree char *dump_after = NULL;
  g_autoptr (GError) error = NULL;
  guint64 revision;
  int n_changed = 0;

  desk_fill (desk, START);
  text = desk_to_text (desk);
  dump = desk_dump (desk->report);
  revision = zp_report_get_revision (desk->report);
  g_signal_connect (desk->report, "changed", G_CALLBACK (count_cb), &n_changed);

  g_assert_false (zp_report_apply (desk->report, make_batch (row->steps), &error));
  assert_says (error, row->words);
  if (row->code >= 0)
    g_assert_error (error, ZP_REPORT_ERROR, row->code);

  text_after = desk_to_text (desk);
  dump_after = desk_dump (desk->report);
  g_assert_cmpstr (text_after, ==, text);
  g_assert_cmpstr (dump_after, ==, dump);
  g_assert_cmpuint (zp_journal_get_n_batches (zp_report_get_journal (desk->report)), ==, 1);
  g_assert_cmpint (n_changed, ==, 0);
  g_assert_true (zp_report_get_revision (desk->report) == revision);
  g_assert_cmpuint (zp_report_get_moved (desk->report)->len, ==, 0);
}

/* Work goes on after a refusal as if it had not been. */
static void
test_after_refusal (void)
{
  g_autoptr (Desk) desk = desk_new ();
  const char *const steps[] = { "+projects 0", "projects[0].actual=9000000000000",
                                "projects[1].actual=9000000000000", NULL };

  desk_fill (desk, START);
  g_assert_false (zp_report_apply (desk->report, make_batch (steps), NULL));
  assert_shows (desk, "projects.total.actual", "3.00");
  desk_set (desk, "projects[1].actual", "7");
  assert_shows (desk, "projects.total.actual", "8.00");
  assert_shows (desk, "projects[0].share", "12.50");
  g_assert_true (zp_report_undo (desk->report, NULL));
  assert_shows (desk, "projects.total.actual", "3.00");
}

typedef struct
{
  const char *name;
  const char *steps[6];
} DoneRow;

static const DoneRow done_rows[] = {
  { "set", { "budget.basic.actual=7" } },
  { "clear", { "budget.basic.actual=" } },
  { "not-applicable", { "budget.basic.actual=—" } },
  { "declared", { "budget.total.actual=99", "projects.total.actual=5" } },
  { "twice", { "budget.basic.actual=7", "budget.basic.actual=8" } },
  { "text", { "text.scale=另一种\n规模", "text.other=有" } },
  { "text-cleared", { "text.scale=" } },
  { "note",
    { "note:x={\"finding\":\"x\",\"text\":\"因\",\"author\":\"李\",\"time\":\"t\","
      "\"figures\":{\"budget.basic.actual\":\"5.00\"}}" } },
  { "rows", { "+projects 1", "projects[1].name=丙", "~projects 1 0", "projects[1].actual=4" } },
  { "row-gone", { "projects[0].name=", "projects[0].actual=", "-projects 0" } },
  { "row-gone-and-back",
    { "projects[0].name=", "projects[0].actual=", "-projects 0", "+projects 0" } },
  { "key", { "projects[0].name=乙", "projects[1].name=甲" } },
  { "nothing", { NULL } },
};

static void
test_undo_redo (gconstpointer data)
{
  const DoneRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int n_changed = 0;

  desk_fill (desk, START);
  before = desk_to_text (desk);
  desk_apply (desk, make_batch (row->steps));
  after = desk_to_text (desk);
  g_signal_connect (desk->report, "changed", G_CALLBACK (count_cb), &n_changed);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_true (zp_report_undo (desk->report, NULL));
      undone = desk_to_text (desk);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (zp_report_redo (desk->report, NULL));
      redone = desk_to_text (desk);
      g_assert_cmpstr (redone, ==, after);
    }
  g_assert_cmpint (n_changed, ==, 6);
  if (row->steps[0] != NULL)
    g_assert_cmpstr (before, !=, after);
}

static void
test_undo_without_work (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *before = desk_to_text (desk);
  g_autofree char *after = NULL;

  g_assert_true (zp_report_undo (desk->report, NULL));
  g_assert_true (zp_report_redo (desk->report, NULL));
  after = desk_to_text (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_lasting_numbers (void)
{
  g_autoptr (Desk) desk = desk_new ();
  int projects;
  guint uid;

  desk_fill (desk, START);
  projects = desk_cell (desk, "projects[0].name").block;
  uid = zp_report_get_row_uid (desk->report, projects, 1);
  desk_apply (desk, make_batch ((const char *const[]){ "~projects 1 0", "+projects 1", NULL }));
  g_assert_cmpuint (zp_report_get_row_uid (desk->report, projects, 0), ==, uid);
  desk_apply (desk, make_batch ((const char *const[]){
                      "projects[0].name=", "projects[0].actual=", "-projects 0", NULL }));
  g_assert_true (zp_report_undo (desk->report, NULL));
  g_assert_cmpuint (zp_report_get_row_uid (desk->report, projects, 0), ==, uid);
}

typedef struct
{
  const char *name;
  const char *id;
  const char *figure;
  gboolean fits;
  const char *follows;
  const char *shown;
} TryRow;

static const TryRow try_rows[] = {
  { "typed", "budget.basic.actual", "8", TRUE, "budget.basic.rate", "80.00" },
  { "total-by-it", "budget.basic.actual", "8", TRUE, "budget.total.actual", "8.00" },
  { "computed", "budget.basic.final", "20", TRUE, "budget.basic.rate", "25.00" },
  { "row", "projects[1].actual", "9", TRUE, "projects.total.actual", "10.00" },
  { "other-rows", "projects[1].actual", "9", TRUE, "projects[0].gap", "8.00" },
  { "by-key", "funds[0].actual", "4", TRUE, "projects[0].paid", "4.00" },
  { "mixed", "indicators[0].target", "5", TRUE, "indicators[0].rate", "40.00" },
  { "too-large", "projects[1].actual", "9000000000000", FALSE, "projects[1].actual",
    "9,000,000,000,000.00" },
};

static void
test_try (gconstpointer data)
{
  const TryRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ZpDecimal figure;
  int n_changed = 0;

  desk_fill (desk, START);
  desk_fill (desk, "{ \"indicators\": [{ \"target\": \"1\", \"actual\": \"2\" }] }");
  if (!row->fits)
    desk_apply (desk,
                make_batch ((const char *const[]){ "projects[0].actual=9000000000000", NULL }));
  before = desk_dump (desk->report);
  g_signal_connect (desk->report, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (zp_decimal_parse (row->figure, &figure, NULL));

  g_assert_cmpint (zp_report_try (desk->report, desk_cell (desk, row->id), figure), ==, row->fits);
  assert_shows (desk, row->follows, row->shown);
  g_assert_cmpuint (zp_report_get_moved (desk->report)->len, >, 0);
  zp_report_end_try (desk->report);

  after = desk_dump (desk->report);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (zp_report_get_moved (desk->report)->len, ==, 0);
  g_assert_cmpint (n_changed, ==, 0);
  g_assert_cmpuint (zp_journal_get_n_batches (zp_report_get_journal (desk->report)), ==,
                    row->fits ? 2 : 3);
}

/* Trials inside trials, over cells whose computed texts are looked up by others. */
static void
test_nested_trials (void)
{
  static const char *const ids[] = { "projects[0].actual",  "projects[1].actual",
                                     "projects[0].initial", "projects[1].issued",
                                     "budget.basic.actual", "budget.total.final",
                                     "funds[0].actual",     "indicators[0].target" };
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  desk_fill (desk, START);
  desk_fill (desk, "{ \"indicators\": [{ \"target\": \"1\", \"actual\": \"2\" }] }");
  g_ptr_array_add (dumps, desk_dump (desk->report));
  for (int i = 0; i < 2000; i++)
    {
      const char *id = ids[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (ids))];
      gboolean deeper = dumps->len < 6 && g_test_rand_bit ();

      if (deeper)
        {
          zp_report_try (desk->report, desk_cell (desk, id),
                         zp_decimal_from_int (g_test_rand_int_range (-3, 30)));
          g_ptr_array_add (dumps, desk_dump (desk->report));
        }
      else if (dumps->len > 1)
        {
          g_autofree char *now = NULL;

          zp_report_end_try (desk->report);
          g_ptr_array_set_size (dumps, (int) dumps->len - 1);
          now = desk_dump (desk->report);
          g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, dumps->len - 1));
        }
    }
  for (; dumps->len > 1; g_ptr_array_set_size (dumps, (int) dumps->len - 1))
    zp_report_end_try (desk->report);
  assert_shows (desk, "speed.slow.count", "2");
  desk_set (desk, "projects[0].initial", "1");
  assert_shows (desk, "speed.fast.sum", "1.00");
}

#define add_rows(prefix, rows, test)                                                               \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)                                                  \
    {                                                                                              \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                            \
      g_test_add_data_func (path, &rows[i], test);                                                 \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_rows ("/apply/refused/", refused_rows, test_refused);
  add_rows ("/apply/undo-redo/", done_rows, test_undo_redo);
  add_rows ("/apply/try/", try_rows, test_try);
  g_test_add_func ("/apply/after-refusal", test_after_refusal);
  g_test_add_func ("/apply/undo-without-work", test_undo_without_work);
  g_test_add_func ("/apply/lasting-numbers", test_lasting_numbers);
  g_test_add_func ("/apply/nested-trials", test_nested_trials);
  return g_test_run ();
}
