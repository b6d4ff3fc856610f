/* SPDX-License-Identifier: GPL-3.0-or-later
 * The form of ids, and suggestions for mistyped ones. */
#include "base/zp-id.h"

typedef struct
{
  const char *name;
  const char *text;
  gboolean is_key;
  gboolean is_dotted;
} FormRow;

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} NearestRow;

/* clang-format off */
static const FormRow form_rows[] = {
  { "key",             "budget",              TRUE,  TRUE },
  { "underscore",      "three_public",        TRUE,  TRUE },
  { "digits",          "level1",              TRUE,  TRUE },
  { "one-letter",      "a",                   TRUE,  TRUE },
  { "dotted",          "budget.total.actual", FALSE, TRUE },
  { "empty",           "",                    FALSE, FALSE },
  { "capital",         "Budget",              FALSE, FALSE },
  { "capital-inside",  "buDget",              FALSE, FALSE },
  { "first-digit",     "1level",              FALSE, FALSE },
  { "first-underscore", "_a",                 FALSE, FALSE },
  { "hyphen",          "a-b",                 FALSE, FALSE },
  { "space",           "a b",                 FALSE, FALSE },
  { "chinese",         "预算",                FALSE, FALSE },
  { "leading-dot",     ".a",                  FALSE, FALSE },
  { "trailing-dot",    "a.",                  FALSE, FALSE },
  { "double-dot",      "a..b",                FALSE, FALSE },
  { "digit-part",      "a.1",                 FALSE, FALSE },
  { "row",             "projects[0].rate",    FALSE, FALSE },
};

static const char *const known[] = {
  "budget.total.actual", "budget.total.final", "budget.basic.actual", "year", "unit.name", "a", NULL,
};

static const NearestRow nearest_rows[] = {
  { "same",              "unit.name",            "unit.name" },
  { "dropped-letter",    "budget.totl.actual",   "budget.total.actual" },
  { "doubled-letter",    "budget.total.actuall", "budget.total.actual" },
  { "swapped-letters",   "yaer",                 "year" },
  { "swapped-at-end",    "unit.naem",            "unit.name" },
  { "nearest-of-several", "budget.total.finale", "budget.total.final" },
  { "first-of-equals",   "b",                    "a" },
  { "too-far",           "years_ago",            NULL },
  { "short-and-other",   "zzzz",                 NULL },
  { "empty",             "",                     "a" },
  { "chinese",           "预算",                 NULL },
};
/* clang-format on */

static void
test_form (gconstpointer data)
{
  const FormRow *row = data;

  g_assert_cmpint (zp_id_is_key (row->text), ==, row->is_key);
  g_assert_cmpint (zp_id_is_dotted (row->text), ==, row->is_dotted);
}

static void
test_nearest (gconstpointer data)
{
  const NearestRow *row = data;

  g_assert_cmpstr (zp_id_nearest (row->text, known), ==, row->expected);
}

static void
test_nearest_of_huge (void)
{
  g_autofree char *huge = g_strnfill (100000, 'a');
  const char *const none[] = { NULL };
  const char *const huge_known[] = { huge, NULL };

  g_assert_null (zp_id_nearest (huge, known));
  g_assert_null (zp_id_nearest ("a", huge_known));
  g_assert_null (zp_id_nearest ("a", none));
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/id/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (form_rows); i++)
    add_test ("form", form_rows[i].name, &form_rows[i], test_form);
  for (gsize i = 0; i < G_N_ELEMENTS (nearest_rows); i++)
    add_test ("nearest", nearest_rows[i].name, &nearest_rows[i], test_nearest);
  g_test_add_func ("/id/nearest/huge", test_nearest_of_huge);

  return g_test_run ();
}
