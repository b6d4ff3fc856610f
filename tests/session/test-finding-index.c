/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a cell to what is wrong with it. */
#include "session-fixture.h"
#include "session/zp-finding-index.h"

typedef struct
{
  const char *id;
  ZpCellState state;
  const char *gravest; /* id of a finding, or NULL */
} Expected;

/* The printed report: two slips, six errors, of which four follow from them. */
static const Expected cells[] = {
  { "budget.basic.initial", ZP_CELL_STATE_CLEAN, NULL },
  { "budget.total.adjust", ZP_CELL_STATE_ROUNDING, "budget.total.adjust.sum" },
  { "budget.basic.actual", ZP_CELL_STATE_ERROR, NULL },
  { "budget.total.actual", ZP_CELL_STATE_ERROR, NULL },
  { "budget.basic.rate", ZP_CELL_STATE_AFFECTED, "budget.basic.rate.calc" },
  { "budget.basic.balance", ZP_CELL_STATE_AFFECTED, "budget.basic.balance.calc" },
  { "projects.total.actual", ZP_CELL_STATE_WARNING, NULL },
};

static void
test_cell (gconstpointer row)
{
  const Expected *expected = row;
  ZpSession *session = session_fixture_open ("reference-printed");
  const ZpFindingIndex *index = zp_session_get_index (session);
  ZpCell cell = session_fixture_cell (session, expected->id);
  const ZpFinding *gravest = zp_finding_index_get_gravest (index, cell);

  g_assert_cmpint (zp_finding_index_get_state (index, cell), ==, expected->state);
  g_assert_true ((gravest != NULL) == (expected->state != ZP_CELL_STATE_CLEAN));
  if (expected->gravest != NULL)
    g_assert_cmpstr (gravest->id, ==, expected->gravest);
  session_fixture_close (session);
}

/* Every finding is found from every cell and passage that it names. */
static void
test_complete (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  const ZpFindingIndex *index = zp_session_get_index (session);
  const GPtrArray *findings = zp_session_get_findings (session);

  g_assert_cmpuint (findings->len, >, 6);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      ZpCell culprit;

      for (guint j = 0; finding->cells[j] != NULL; j++)
        {
          ZpCell cell;
          const GPtrArray *found;

          if (g_str_has_prefix (finding->cells[j], "text."))
            found = zp_finding_index_get_passage (index, finding->cells[j]);
          else
            {
              g_assert_true (
                zp_pack_parse_id (zp_session_get_pack (session), finding->cells[j], &cell, NULL));
              found = zp_finding_index_get_findings (index, cell);
            }
          g_assert_nonnull (found);
          g_assert_true (g_ptr_array_find ((GPtrArray *) found, finding, NULL));
        }
      if (finding->severity != ZP_SEVERITY_INFO && zp_finding_get_culprit (finding, &culprit))
        g_assert_cmpint (zp_finding_index_get_state (index, culprit), !=, ZP_CELL_STATE_CLEAN);
    }
  session_fixture_close (session);
}

/* The figure of the best hint is the culprit, not the one that the comparison begins with. */
static void
test_culprit (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  const ZpFinding *finding = zp_session_find (session, "budget.basic.rate.calc");
  ZpCell culprit;

  g_assert_nonnull (finding);
  g_assert_true (zp_finding_get_culprit (finding, &culprit));
  g_assert_true (zp_cell_equal (culprit, session_fixture_cell (session, "budget.basic.actual")));
  g_assert_nonnull (zp_finding_get_hint (finding));
  g_assert_true (
    zp_finding_is_left (finding, session_fixture_cell (session, "budget.basic.rate")) ||
    zp_finding_is_right (finding, session_fixture_cell (session, "budget.basic.rate")));
  g_assert_false (zp_finding_is_left (finding, culprit));
  session_fixture_close (session);
}

/* Of two findings as grave as each other the one about the very figure tells its state. */
static void
test_gravest_is_own (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCell cell = session_fixture_cell (session, "budget.basic.actual");
  const ZpFinding *gravest = zp_finding_index_get_gravest (zp_session_get_index (session), cell);

  g_assert_true (zp_finding_is_left (gravest, cell) || zp_finding_is_right (gravest, cell));
  session_fixture_close (session);
}

/* The cells of the finding that somebody looks at, and no others. */
static void
test_pointed (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCell rate = session_fixture_cell (session, "budget.basic.rate");
  ZpCell actual = session_fixture_cell (session, "budget.basic.actual");
  guint n_told = 0;

  g_signal_connect_swapped (session, "pointed", G_CALLBACK (g_atomic_int_inc), &n_told);
  g_assert_false (zp_session_is_pointed (session, rate));
  zp_session_point (session, "budget.basic.rate.calc");
  zp_session_point (session, "budget.basic.rate.calc");
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (zp_session_is_pointed (session, rate));
  g_assert_true (zp_session_is_pointed (session, actual));
  g_assert_false (
    zp_session_is_pointed (session, session_fixture_cell (session, "budget.basic.initial")));
  zp_session_point (session, NULL);
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_false (zp_session_is_pointed (session, rate));
  session_fixture_close (session);
}

static void
test_mended (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  const ZpFindingIndex *index = zp_session_get_index (session);

  g_assert_cmpint (
    zp_finding_index_get_state (index, session_fixture_cell (session, "budget.basic.actual")), ==,
    ZP_CELL_STATE_CLEAN);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strconcat ("/finding-index/cell/", cells[i].id, NULL);

      g_test_add_data_func (path, &cells[i], test_cell);
    }
  g_test_add_func ("/finding-index/complete", test_complete);
  g_test_add_func ("/finding-index/culprit", test_culprit);
  g_test_add_func ("/finding-index/gravest-is-own", test_gravest_is_own);
  g_test_add_func ("/finding-index/pointed", test_pointed);
  g_test_add_func ("/finding-index/mended", test_mended);
  return g_test_run ();
}
