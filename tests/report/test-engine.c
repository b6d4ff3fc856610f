/* SPDX-License-Identifier: GPL-3.0-or-later
 * Computed figures: each kind of formula, and random work against computing everything anew. */
#include "report/zp-engine.h"

#include <string.h>

#include "report-fixture.h"

/* @steps: "id=typed" or a DATA.json object, one after another; @shown: "id=shown" afterwards. */
typedef struct
{
  const char *name;
  const char *steps[8];
  const char *shown[10];
} FigureRow;

static const FigureRow figure_rows[] = {
  { "all-empty",
    { NULL },
    { "budget.basic.final=", "budget.total.final=", "projects.total.actual=", "score.total=",
      "score.grade=", "rules.full=10.00", "unit.self=我单位" } },
  { "row",
    { "budget.basic.initial=100", "budget.basic.adjust=-10", "budget.basic.actual=45" },
    { "budget.basic.final=90.00", "budget.basic.rate=50.00", "budget.total.final=90.00" } },
  { "missing-part-is-passed-over",
    { "budget.basic.initial=100" },
    { "budget.basic.final=100.00", "budget.basic.rate=", "budget.total.initial=100.00" } },
  { "rate-of-the-totals",
    { "budget.basic.initial=100", "budget.basic.actual=100", "budget.project.initial=300",
      "budget.project.actual=100" },
    { "budget.total.rate=50.00", "budget.total.score=5.00", "score.total=5.00",
      "score.grade=差" } },
  { "zero-divisor",
    { "budget.basic.initial=0", "budget.basic.actual=0" },
    { "budget.basic.final=0.00", "budget.basic.rate=", "budget.total.score=" } },
  { "exact-and-rounded-once",
    { "budget.basic.initial=20000", "budget.basic.actual=19663" },
    { "budget.basic.rate=98.32", "budget.total.score=9.83" } },
  { "cents",
    { "budget.basic.actual=2094.65", "budget.project.actual=614.82" },
    { "budget.total.actual=2,709.47" } },
  { "declared-is-in-force",
    { "budget.basic.actual=10", "budget.project.actual=20", "budget.total.actual=40",
      "budget.total.final=80" },
    { "budget.total.actual=40.00", "budget.total.rate=50.00", "score.total=5.00" } },
  { "declared-taken-back",
    { "budget.basic.actual=10", "budget.total.actual=40", "budget.total.actual=" },
    { "budget.total.actual=10.00" } },
  { "declared-stands-alone",
    { "budget.total.actual=55", "budget.total.final=110" },
    { "budget.basic.actual=", "budget.total.rate=50.00" } },
  { "not-applicable-is-missing",
    { "budget.basic.actual=—", "budget.project.actual=20" },
    { "budget.basic.actual=——", "budget.total.actual=20.00" } },
  { "declared-not-applicable",
    { "budget.basic.actual=10", "budget.total.actual=—" },
    { "budget.total.actual=——", "budget.total.rate=" } },
  { "default",
    { "{\"projects\": [{\"initial\": \"10\", \"adjust\": \"5\", \"actual\": \"3\"}]}" },
    { "projects[0].issued=15.00", "projects[0].rate=20.00", "projects.total.issued=15.00" } },
  { "default-overtyped",
    { "{\"projects\": [{\"initial\": \"10\", \"adjust\": \"5\", \"actual\": \"3\"}]}",
      "projects[0].issued=6" },
    { "projects[0].issued=6.00", "projects[0].rate=50.00", "projects.total.issued=6.00" } },
  { "total-row",
    { "{\"projects\": [{\"initial\": \"10\", \"actual\": \"1\"}, {\"initial\": \"30\", \"actual\": "
      "\"9\"}]}" },
    { "projects.total.initial=40.00", "projects.total.actual=10.00", "projects.total.rate=25.00",
      "projects[1].share=90.00", "projects[0].gap=8.00", "projects[1].gap=0.00",
      "projects[1].place=2", "score.check=" } },
  { "total-declared",
    { "{\"projects\": [{\"actual\": \"1\"}, {\"actual\": \"9\"}]}", "projects.total.actual=20" },
    { "projects.total.actual=20.00", "projects[1].share=45.00" } },
  { "by-key",
    { "{\"projects\": [{\"name\": \"甲\", \"actual\": 7}, {\"name\": \"乙\"}], \"funds\": ["
      "{\"project\": \"甲\", \"actual\": 1}, {\"project\": \"乙\", \"actual\": 2},"
      "{\"project\": \"甲\", \"actual\": 4}, {\"actual\": 8}]}" },
    { "projects[0].paid=5.00", "projects[0].sources=2", "projects[1].paid=2.00",
      "projects[1].sources=1", "funds[0].whole=7.00", "funds[1].whole=", "funds[3].whole=" } },
  { "by-key-renamed",
    { "{\"projects\": [{\"name\": \"甲\"}, {\"name\": \"乙\"}], \"funds\": ["
      "{\"project\": \"甲\", \"actual\": 1}, {\"project\": \"乙\", \"actual\": 2}]}",
      "projects[0].name=丙", "funds[1].project=丙" },
    { "projects[0].paid=2.00", "projects[1].paid=", "projects[1].sources=0" } },
  { "by-computed-text",
    { "{\"projects\": [{\"initial\": 10, \"actual\": 9}, {\"initial\": 10, \"actual\": 1}]}" },
    { "speed.fast.sum=9.00", "speed.slow.sum=1.00", "speed.fast.count=1" } },
  { "by-computed-text-moved",
    { "{\"projects\": [{\"initial\": 10, \"actual\": 9}, {\"initial\": 10, \"actual\": 1}]}",
      "projects[1].actual=8" },
    { "speed.fast.sum=17.00", "speed.slow.sum=", "speed.slow.count=0" } },
  { "by-declared-text",
    { "{\"projects\": [{\"initial\": 10, \"actual\": 9}, {\"initial\": 10, \"actual\": 1}]}",
      "projects[1].tag=快" },
    { "speed.fast.sum=10.00", "speed.slow.count=0" } },
  { "by-number",
    { "{\"problems\": [{\"title\": \"慢\"}, {\"title\": \"少\"}], \"measures\": ["
      "{\"problem\": 2}, {\"problem\": \"3\"}, {\"problem\": \"二\"}, {}]}" },
    { "measures[0].title=少", "measures[1].title=", "measures[2].title=", "measures[3].title=",
      "problems[0].answers=0", "problems[1].answers=1" } },
  { "mixed",
    { "{\"indicators\": [{\"operator\": \"≥\", \"target\": \"80%\", \"actual\": \"60%\", "
      "\"weight\": 20},"
      "{\"operator\": \"≤\", \"target\": \"10\", \"actual\": \"5\", \"weight\": \"30\"},"
      "{\"operator\": \"定性\", \"target\": \"好\", \"actual\": \"好\", \"weight\": 5}]}" },
    { "indicators[0].rate=75.00", "indicators[0].score=15.00", "indicators[1].rate=200.00",
      "indicators[1].score=30.00", "indicators[2].rate=", "indicators.total.weight=55.00",
      "indicators.total.score=45.00", "score.total=45.00", "score.grade=差" } },
  { "dates", { "report.date=2022-04-30" }, { "report.late=0" } },
  { "dates-late", { "report.date=2022-04-30", "report.date=2022年5月1日" }, { "report.late=1" } },
};

static void
do_step (Desk *desk, const char *step)
{
  const char *equals = strchr (step, '=');
  g_autofree char *id = NULL;

  if (*step == '{')
    {
      desk_fill (desk, step);
      return;
    }
  id = g_strndup (step, (gsize) (equals - step));
  desk_set (desk, id, equals + 1);
}

static void
test_figures (gconstpointer data)
{
  const FigureRow *row = data;
  g_autoptr (Desk) desk = desk_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (row->steps) && row->steps[i] != NULL; i++)
    do_step (desk, row->steps[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (row->shown) && row->shown[i] != NULL; i++)
    {
      const char *equals = strchr (row->shown[i], '=');
      g_autofree char *id = g_strndup (row->shown[i], (gsize) (equals - row->shown[i]));
      g_autofree char *shown = desk_show (desk, id);
      g_autofree char *line = g_strdup_printf ("%s=%s", id, shown);

      g_assert_cmpstr (line, ==, row->shown[i]);
    }
}

/* A desk with figures of last year, whose rows are named by their key. */
static Desk *
desk_with_prior (void)
{
  Desk *desk = desk_new ();
  g_autofree char *text = desk_to_text (desk);
  g_auto (GStrv) halves = g_strsplit (text, ",\n  \"digest\"", 2);
  g_autofree char *with_prior =
    g_strconcat (halves[0],
                 ",\n  \"prior\": { \"budget.basic.actual\": \"7\","
                 " \"projects[甲].actual\": \"8\", \"projects[a.b].actual\": \"9\" }\n}\n",
                 NULL);
  g_autoptr (GError) error = NULL;
  ZpReportFile *file = desk_open (desk, with_prior, &error);

  g_assert_no_error (error);
  zp_report_file_free (desk->file);
  desk->file = file;
  desk->report = file->report;
  return desk;
}

static void
test_prior (void)
{
  g_autoptr (Desk) desk = desk_with_prior ();

  assert_shows (desk, "budget.basic.prior", "7.00");
  assert_shows (desk, "budget.total.prior", "7.00");
  desk_fill (desk, "{ \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"乙\" }] }");
  assert_shows (desk, "projects[0].prior", "8.00");
  assert_shows (desk, "projects[1].prior", "");
  desk_set (desk, "projects[1].name", "甲");
  assert_shows (desk, "projects[1].prior", "8.00");
  desk_set (desk, "projects[1].name", "a.b");
  assert_shows (desk, "projects[1].prior", "9.00");
}

/* What moved is told: the cell itself and every content in force that followed it, nothing else. */
static void
note_moved_cb (ZpReport *report, GString *text)
{
  const GArray *moved = zp_report_get_moved (report);

  for (guint i = 0; i < moved->len; i++)
    {
      g_autofree char *id =
        zp_pack_format_id (zp_report_get_pack (report), g_array_index (moved, ZpCell, i));

      g_string_append_printf (text, "%s ", id);
    }
}

static void
test_moved (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GString) moved = g_string_new (NULL);

  desk_set (desk, "budget.total.actual", "5");
  g_signal_connect (desk->report, "changed", G_CALLBACK (note_moved_cb), moved);
  desk_set (desk, "budget.basic.initial", "100");
  g_assert_cmpstr (moved->str, ==,
                   "budget.basic.initial budget.basic.final budget.total.initial "
                   "budget.total.final budget.total.rate budget.total.score score.total "
                   "score.grade ");
  g_string_truncate (moved, 0);
  desk_set (desk, "budget.basic.actual", "7");
  g_assert_cmpstr (moved->str, ==, "budget.basic.actual budget.basic.rate ");
  g_string_truncate (moved, 0);
  desk_set (desk, "budget.basic.actual", "7.00");
  g_assert_cmpstr (moved->str, ==, "");
}

/* Random work on a report: figures, texts, keys, notes, rows, several changes at once. */
#define N_STEPS 3000
#define MAX_ROWS 7

static const char *const tables[] = { "projects", "funds", "problems", "measures", "indicators" };
static const char *const figures[] = { "0", "1", "-2.5", "100", "33.33", "0.000001", "—", NULL };
static const char *const words[] = { "甲", "乙", "丙", "快", "—", NULL };
static const char *const mixed[] = { "10", "90%", "好", "—", NULL };
static const char *const numbers[] = { "1", "2", "5", "二", NULL };
static const char *const options[] = { "≥", "≤", "定性", NULL };
static const char *const days[] = { "2022-04-08", "2022-05-01", NULL };
static const char *const wholes[] = { "0", "3", "12", NULL };
static const char *const years[] = { "2021", NULL };

#define PICK(list) ((list)[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (list))])

static const char *
pick_text (const ZpCellDef *def)
{
  switch (def->kind)
    {
    case ZP_KIND_NUMBER:
      return PICK (wholes);
    case ZP_KIND_YEAR:
      return PICK (years);
    case ZP_KIND_DATE:
      return PICK (days);
    case ZP_KIND_MIXED:
      return PICK (mixed);
    case ZP_KIND_CHOICE:
      return PICK (options);
    case ZP_KIND_REF:
      return def->to_number ? PICK (numbers) : PICK (words);
    case ZP_KIND_TEXT:
      return PICK (words);
    case ZP_KIND_MONEY:
    case ZP_KIND_PERCENT:
    case ZP_KIND_SCORE:
    default:
      return PICK (figures);
    }
}

/* A cell anywhere, computed ones too: they get a declared content. FALSE when there is none. */
static gboolean
pick_cell (ZpReport *report, ZpCell *cell)
{
  const ZpPack *pack = zp_report_get_pack (report);
  int number = g_test_rand_int_range (0, (gint32) pack->blocks->len);
  const ZpBlock *block = zp_pack_get_block (pack, number);
  int first = block->kind == ZP_BLOCK_TABLE ? ZP_ROW_TOTAL : 0;
  int end = zp_report_count_rows (report, number);

  if (first == end)
    return FALSE;
  *cell = zp_cell (number, g_test_rand_int_range (first, end),
                   g_test_rand_int_range (0, (gint32) zp_block_count_columns (block)));
  return zp_pack_get_cell (pack, *cell) != NULL;
}

static void
add_set (ZpReport *report, ZpBatch *batch)
{
  ZpCell cell;
  g_autofree char *id = NULL;

  if (!pick_cell (report, &cell))
    return;
  id = zp_pack_format_id (zp_report_get_pack (report), cell);
  zp_batch_set (batch, id, NULL, pick_text (zp_pack_get_cell (zp_report_get_pack (report), cell)));
}

static void
add_passage (ZpReport *report, ZpBatch *batch)
{
  zp_batch_set (batch, g_test_rand_bit () ? "text.scale" : "text.other", NULL, PICK (words));
}

static void
add_note (ZpReport *report, ZpBatch *batch)
{
  g_autoptr (ZpNote) note = zp_note_new ("x.sum", PICK (figures), "李", "2022-04-08T00:00:00Z");
  g_autofree char *text = NULL;

  if (note->text != NULL)
    text = zp_note_to_text (note);
  zp_batch_set (batch, "note:x.sum", NULL, text);
}

static void
add_removal (ZpReport *report, ZpBatch *batch, const ZpBlock *block, int row)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      g_autofree char *id =
        zp_pack_format_id (zp_report_get_pack (report), zp_cell (block->index, row, (int) i));

      zp_batch_set (batch, id, NULL, NULL);
    }
  zp_batch_remove (batch, block->key, row, 0);
}

static void
add_row_change (ZpReport *report, ZpBatch *batch)
{
  const ZpBlock *block = zp_pack_find_block (zp_report_get_pack (report), PICK (tables));
  int n_rows = zp_report_count_rows (report, block->index);
  int what = g_test_rand_int_range (0, 4);

  if (what < 2 && n_rows < MAX_ROWS)
    zp_batch_insert (batch, block->key, g_test_rand_int_range (0, n_rows + 1), 0);
  else if (what == 2 && n_rows > 0)
    add_removal (report, batch, block, g_test_rand_int_range (0, n_rows));
  else if (n_rows > 1)
    zp_batch_move (batch, block->key, g_test_rand_int_range (0, n_rows),
                   g_test_rand_int_range (0, n_rows));
}

/* Rows are changed last, so that the ids of the other changes hold. */
static ZpBatch *
make_work (ZpReport *report)
{
  ZpBatch *batch = zp_batch_new ("Work", NULL, 0);

  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    add_set (report, batch);
  if (g_test_rand_int_range (0, 10) == 0)
    add_passage (report, batch);
  if (g_test_rand_int_range (0, 10) == 0)
    add_note (report, batch);
  if (g_test_rand_int_range (0, 3) == 0)
    add_row_change (report, batch);
  return batch;
}

/* The same report read from its file anew knows nothing of what was computed before. */
static void
assert_recomputed_is_the_same (Desk *desk, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) anew = desk_open (desk, text, &error);
  g_autofree char *before = desk_dump (desk->report);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  after = desk_dump (anew->report);
  g_assert_cmpstr (before, ==, after);
}

/* @texts: the saved file after each batch that can be undone. */
static void
undo_some (Desk *desk, GPtrArray *texts, guint n)
{
  guint at = texts->len - 1;

  for (guint i = 0; i < n && at > 0; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (zp_report_undo (desk->report, NULL));
      text = desk_to_text (desk);
      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, --at));
      assert_recomputed_is_the_same (desk, text);
    }
  for (; at < texts->len - 1; at++)
    {
      g_autofree char *text = NULL;

      g_assert_true (zp_report_redo (desk->report, NULL));
      text = desk_to_text (desk);
      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, at + 1));
    }
  assert_recomputed_is_the_same (desk, g_ptr_array_index (texts, at));
}

static void
test_random_work (void)
{
  g_autoptr (Desk) desk = desk_with_prior ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, desk_to_text (desk));
  for (int step = 0; step < N_STEPS; step++)
    {
      desk_apply (desk, make_work (desk->report));
      g_ptr_array_add (texts, desk_to_text (desk));
      assert_recomputed_is_the_same (desk, g_ptr_array_index (texts, texts->len - 1));
      if (g_test_rand_int_range (0, 50) == 0)
        undo_some (desk, texts, (guint) g_test_rand_int_range (1, 20));
    }
  undo_some (desk, texts, N_STEPS);
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

  add_rows ("/engine/figures/", figure_rows, test_figures);
  g_test_add_func ("/engine/prior", test_prior);
  g_test_add_func ("/engine/moved", test_moved);
  g_test_add_func ("/engine/random-work", test_random_work);
  return g_test_run ();
}
