/* SPDX-License-Identifier: GPL-3.0-or-later
 * Slips of the hand planted in the corrected report: each is found, and the first hint puts it
 * right. */
#include <string.h>

#include "check-fixture.h"

#define SEED 20220408
#define N_SINGLE 1000
#define N_DOUBLE 600

/* A figure that a clerk typed, and in how many checks that must agree it stands. */
typedef struct
{
  ZpCell cell;
  char *id;
  ZpDecimal right;
  guint n_checks;
} Figure;

typedef struct
{
  GRand *rand;
  ZpReport *report;
  ZpChecker *checker;
  GArray *figures; /* of Figure */
} World;

static void
figure_clear (Figure *figure)
{
  g_free (figure->id);
}

typedef struct
{
  ZpCell cell;
  gboolean found;
} Looking;

static void
look_at (ZpCell cell, gpointer data)
{
  Looking *looking = data;

  looking->found |= zp_cell_equal (cell, looking->cell);
}

static gboolean
stands_in (ZpReport *report, const ZpCheckDef *check, int row, ZpCell cell)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  Looking looking = { cell, FALSE };

  zp_check_push_row (check, row, &eval);
  zp_expr_foreach_cell (check->left, &eval, look_at, &looking);
  zp_expr_foreach_cell (check->right, &eval, look_at, &looking);
  return looking.found;
}

static guint
count_checks (ZpReport *report, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (report);
  guint n = 0;

  for (guint i = 0; i < pack->checks->len; i++)
    {
      const ZpCheckDef *check = g_ptr_array_index (pack->checks, i);
      int n_rows = check->each_block >= 0 ? zp_report_count_rows (report, check->each_block) : 1;

      if (!zp_check_is_consistency (check) || check->severity != ZP_SEVERITY_ERROR)
        continue;
      for (int row = 0; row < n_rows; row++)
        n += zp_verdict_get_state (report, check, row) != ZP_STATE_SKIPPED &&
             stands_in (report, check, row, cell);
    }
  return n;
}

static void
add_figure (World *world, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (world->report);
  const ZpCellDef *def = zp_pack_get_cell (pack, cell);
  const ZpCellValue *value = zp_report_get_value (world->report, cell);
  Figure figure = { .cell = cell };

  if (def == NULL || def->kind > ZP_KIND_SCORE || value->typed.state != ZP_CONTENT_FIGURE)
    return;
  figure.n_checks = count_checks (world->report, cell);
  if (figure.n_checks == 0)
    return;
  figure.id = zp_pack_format_id (pack, cell);
  figure.right = value->typed.number;
  g_array_append_val (world->figures, figure);
}

static void
add_figures (World *world)
{
  const ZpPack *pack = zp_report_get_pack (world->report);

  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);
      int first = block->kind == ZP_BLOCK_TABLE ? ZP_ROW_TOTAL : 0;

      for (int row = first; row < zp_report_count_rows (world->report, (int) i); row++)
        for (guint column = 0; column < zp_block_count_columns (block); column++)
          add_figure (world, zp_cell ((int) i, row, (int) column));
    }
}

static void
world_init (World *world)
{
  world->rand = g_rand_new_with_seed (SEED);
  world->report = check_fixture_open ("reference-corrected");
  check_fixture_declare_all (world->report);
  world->checker = zp_checker_new (world->report);
  world->figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  g_array_set_clear_func (world->figures, (GDestroyNotify) figure_clear);
  add_figures (world);
}

static void
world_clear (World *world)
{
  zp_checker_free (world->checker);
  g_object_unref (world->report);
  g_array_unref (world->figures);
  g_rand_free (world->rand);
}

static int
random_digit (World *world, const char *text)
{
  int at;

  do
    at = g_rand_int_range (world->rand, 0, (int) strlen (text));
  while (!g_ascii_isdigit (text[at]));
  return at;
}

static void
exchange_digits (World *world, GString *text)
{
  int at = random_digit (world, text->str);
  int next = text->str[at + 1] == '.' ? at + 2 : at + 1;
  char digit = text->str[at];

  if (!g_ascii_isdigit (text->str[next]))
    return;
  text->str[at] = text->str[next];
  text->str[next] = digit;
}

static void
change_digit (World *world, GString *text)
{
  text->str[random_digit (world, text->str)] = (char) g_rand_int_range (world->rand, '0', '9' + 1);
}

static void
drop_digit (World *world, GString *text)
{
  g_string_erase (text, random_digit (world, text->str), 1);
}

static void
double_digit (World *world, GString *text)
{
  int at = random_digit (world, text->str);

  g_string_insert_c (text, at, text->str[at]);
}

static void
multiply (World *world, GString *text)
{
  g_autofree char *product = NULL;
  ZpDecimal figure;

  g_assert_true (zp_decimal_parse (text->str, &figure, NULL));
  figure.millionths *= 10000;
  product = zp_decimal_to_string (figure, -1);
  g_string_assign (text, product);
}

/* Another figure of the same block, as a slip in the line or the column brings it in. */
static void
copy_neighbour (World *world, const Figure *figure, GString *text)
{
  for (int tries = 0; tries < 50; tries++)
    {
      const Figure *other =
        &g_array_index (world->figures, Figure,
                        (guint) g_rand_int_range (world->rand, 0, (int) world->figures->len));

      if (other->cell.block == figure->cell.block &&
          (other->cell.row == figure->cell.row || other->cell.column == figure->cell.column))
        {
          g_autofree char *copy = zp_decimal_to_string (other->right, 2);

          g_string_assign (text, copy);
          return;
        }
    }
}

static void
mutate (World *world, const Figure *figure, GString *text)
{
  switch (g_rand_int_range (world->rand, 0, 6))
    {
    case 0:
      exchange_digits (world, text);
      break;
    case 1:
      change_digit (world, text);
      break;
    case 2:
      drop_digit (world, text);
      break;
    case 3:
      double_digit (world, text);
      break;
    case 4:
      multiply (world, text);
      break;
    default:
      copy_neighbour (world, figure, text);
      break;
    }
}

/* (transfer full) (nullable): a wrong value for the figure; NULL when the slip left it as it was.
 */
static char *
wrong_value (World *world, const Figure *figure)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (world->report), figure->cell);
  g_autofree char *right = zp_decimal_to_string (figure->right, def->max_places);
  g_autoptr (GString) text = g_string_new (right);
  ZpDecimal wrong;

  mutate (world, figure, text);
  if (!zp_decimal_parse (text->str, &wrong, NULL) || wrong.millionths == figure->right.millionths)
    return NULL;
  if (def->max_places == 0 && zp_decimal_get_places (wrong) > 0)
    return NULL;
  return zp_decimal_to_string (wrong, -1);
}

static const Figure *
random_figure (World *world, guint least_checks)
{
  const Figure *figure;

  do
    figure = &g_array_index (world->figures, Figure,
                             (guint) g_rand_int_range (world->rand, 0, (int) world->figures->len));
  while (figure->n_checks < least_checks);
  return figure;
}

static void
set_figure (World *world, const Figure *figure, const char *value)
{
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);
  g_autoptr (GError) error = NULL;

  zp_batch_set (batch, figure->id, NULL, value);
  zp_report_apply (world->report, batch, &error);
  g_assert_no_error (error);
}

static gboolean
names (World *world, guint index, const Figure *figure)
{
  GPtrArray *hints = zp_checker_get_hints (world->checker);
  const ZpHint *hint = index < hints->len ? g_ptr_array_index (hints, index) : NULL;

  return hint != NULL && zp_cell_equal (hint->cell, figure->cell) &&
         hint->to.millionths == figure->right.millionths;
}

static const char *
first_hint (World *world)
{
  GPtrArray *hints = zp_checker_get_hints (world->checker);

  return hints->len > 0 ? ((const ZpHint *) g_ptr_array_index (hints, 0))->message : "no hint";
}

static gboolean
is_named (World *world, const Figure *figure)
{
  for (guint i = 0; i < 3; i++)
    if (names (world, i, figure))
      return TRUE;
  return FALSE;
}

static guint
count_errors (World *world)
{
  ZpSummary summary;

  zp_checker_get_summary (world->checker, &summary);
  return summary.errors;
}

static guint
count_roundings (World *world)
{
  ZpSummary summary;

  zp_checker_get_summary (world->checker, &summary);
  return summary.roundings;
}

/* What a slip in the last place does is 尾差: no error, and no figure to name. */
static void
test_single (void)
{
  World world;
  guint roundings;
  guint n_errors = 0;
  guint n_unseen = 0;
  guint n_asked = 0;
  guint n_named = 0;

  world_init (&world);
  g_assert_cmpuint (count_errors (&world), ==, 0);
  roundings = count_roundings (&world);
  for (guint i = 0; i < N_SINGLE; i++)
    {
      const Figure *figure = random_figure (&world, 1);
      g_autofree char *wrong = wrong_value (&world, figure);
      g_autofree char *right = zp_decimal_to_string (figure->right, -1);

      if (wrong == NULL)
        continue;
      set_figure (&world, figure, wrong);
      if (count_errors (&world) > 0)
        {
          n_errors++;
          n_asked += figure->n_checks >= 2;
          n_named += figure->n_checks >= 2 && names (&world, 0, figure);
          if (figure->n_checks >= 2 && !names (&world, 0, figure))
            g_test_message ("%s: %s for %s is not named first: %s", figure->id, wrong, right,
                            first_hint (&world));
        }
      else if (count_roundings (&world) == roundings)
        {
          n_unseen++;
          g_test_message ("%s: %s for %s is not seen", figure->id, wrong, right);
        }
      set_figure (&world, figure, right);
    }
  g_test_message ("%u slips are errors, %u not seen; %u of %u named by the first hint", n_errors,
                  n_unseen, n_named, n_asked);
  g_assert_cmpuint (n_asked, >=, 200);
  g_assert_cmpuint (n_named * 100, >=, n_asked * 98);
  g_assert_cmpuint (n_unseen * 100, <=, n_errors);
  g_assert_cmpuint (count_errors (&world), ==, 0);
  world_clear (&world);
}

static void
test_double (void)
{
  World world;
  guint n_asked = 0;
  guint n_named = 0;

  world_init (&world);
  for (guint i = 0; i < N_DOUBLE; i++)
    {
      const Figure *a = random_figure (&world, 2);
      const Figure *b = random_figure (&world, 2);
      g_autofree char *wrong_a = wrong_value (&world, a);
      g_autofree char *wrong_b = wrong_value (&world, b);
      g_autofree char *right_a = zp_decimal_to_string (a->right, -1);
      g_autofree char *right_b = zp_decimal_to_string (b->right, -1);
      gboolean both_errors;

      if (a == b || wrong_a == NULL || wrong_b == NULL)
        continue;
      set_figure (&world, a, wrong_a);
      both_errors = count_errors (&world) > 0;
      set_figure (&world, a, right_a);
      set_figure (&world, b, wrong_b);
      both_errors = both_errors && count_errors (&world) > 0;
      set_figure (&world, a, wrong_a);
      if (both_errors)
        {
          gboolean named = is_named (&world, a) && is_named (&world, b);

          n_asked++;
          n_named += named;
          if (!named)
            g_test_message ("%s: %s for %s and %s: %s for %s are not both named", a->id, wrong_a,
                            right_a, b->id, wrong_b, right_b);
        }
      set_figure (&world, a, right_a);
      set_figure (&world, b, right_b);
    }
  g_test_message ("%u of %u pairs of slips are both named", n_named, n_asked);
  g_assert_cmpuint (n_asked, >=, 100);
  g_assert_cmpuint (n_named * 100, >=, n_asked * 90);
  world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hints/one-slip", test_single);
  g_test_add_func ("/hints/two-slips", test_double);
  return g_test_run ();
}
