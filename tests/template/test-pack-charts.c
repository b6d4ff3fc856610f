/* SPDX-License-Identifier: GPL-3.0-or-later
 * The charts of a pack: what they may hold, and what is told of a fault in them. */
#include "lint-row.h"

#define CHARTS(text) "\"scales\": [", "\"charts\": [" text "], \"scales\": ["

/* clang-format off */
static const LintRow rows[] = {
  { "kind", "data.json",
    CHARTS ("{ \"chart\": \"pie\", \"title\": \"甲\" }"),
    "plain/data.json:", "“chart” is rates, shares or flow" },
  { "not-an-object", "data.json",
    CHARTS ("7"),
    "plain/data.json:", "“charts”: a number stands where an object is expected" },
  { "unknown-key", "data.json",
    CHARTS ("{ \"chart\": \"rates\", \"title\": \"甲\", \"colour\": \"red\" }"),
    "plain/data.json:", "charts: unknown key “colour”" },
  { "unknown-key-of-a-mark", "data.json",
    CHARTS ("{ \"chart\": \"shares\", \"title\": \"甲\", \"parts\": ["
            "{ \"label\": \"乙\", \"figure\": \"unit.name\", \"rest\": true } ] }"),
    "plain/data.json:", "charts: unknown key “rest”" },
  { "no-title", "data.json",
    CHARTS ("{ \"chart\": \"rates\" }"),
    "plain/data.json:", "charts: “title” is missing" },
  { "no-cell", "data.json",
    CHARTS ("{ \"chart\": \"shares\", \"title\": \"甲\", \"parts\": ["
            "{ \"label\": \"乙\", \"figure\": \"unit.nowhere\" } ] }"),
    "plain/data.json:", "charts: “figure” names no cell" },
  { "text", "data.json",
    CHARTS ("{ \"chart\": \"shares\", \"title\": \"甲\", \"parts\": ["
            "{ \"label\": \"乙\", \"figure\": \"unit.name\" } ] }"),
    "plain/data.json:", "charts: “unit.name” holds no figures" },
  { "two-units", "data.json",
    CHARTS ("{ \"chart\": \"shares\", \"title\": \"甲\", \"parts\": ["
            "{ \"label\": \"乙\", \"figure\": \"costs.wages.actual\" },"
            "{ \"label\": \"丙\", \"figure\": \"costs.total.rate\" } ] }"),
    "plain/data.json:", "charts: “costs.total.rate” has another unit" },
  { "no-figure", "data.json",
    CHARTS ("{ \"chart\": \"shares\", \"title\": \"甲\", \"parts\": [ { \"label\": \"乙\" } ] }"),
    "plain/data.json:", "charts: “figure” is missing" },
  { "no-whole", "data.json",
    CHARTS ("{ \"chart\": \"rates\", \"title\": \"甲\", \"bars\": ["
            "{ \"label\": \"乙\", \"figure\": \"unit.name\" } ] }"),
    "plain/data.json:", "charts: “of” is missing" },
  { "no-through", "data.json",
    CHARTS ("{ \"chart\": \"flow\", \"title\": \"甲\" }"),
    "plain/data.json:", "charts: “through” is missing" },
};
/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lint_rows_add_tests (rows, G_N_ELEMENTS (rows));
  return g_test_run ();
}
