/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a pack may not be: one fault at a time, and what is told about it. */
#include "pack-fixture.h"

/* @old_text is replaced by @new_text in one file of a good pack; @place and @message are told. */
typedef struct
{
  const char *name;
  const char *file;
  const char *old_text;
  const char *new_text;
  const char *place;
  const char *message;
} LintRow;

/* clang-format off */
static const LintRow rows[] = {
  /* 1: bytes */
  { "bytes/not-utf8", "checks.json",
    "核对付款",
    "\xff\xfe",
    "plain/checks.json:", "not UTF-8" },
  { "bytes/duplicate-key", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"year\": 2021,",
    "plain/pack.json:", "line 7: the key “year” stands twice" },
  { "bytes/number-grammar", "pack.json",
    "\"year\": 2020",
    "\"year\": 02020",
    "plain/pack.json:", "line 7" },
  { "bytes/comment", "layouts.json",
    "\"layouts\": [",
    "\"layouts\": [ // all",
    "plain/layouts.json:", "line 2" },
  { "bytes/not-an-object", "checks.json",
    NULL,
    "[]",
    "plain/checks.json:", "a file of a pack is one object" },
  { "bytes/unknown-file", "datas.json",
    NULL,
    "{}",
    "plain/datas.json:", "unknown file" },

  /* 2: keys, types, one thing an object */
  { "keys/unknown", "data.json",
    "\"formula\": \"@budget - @actual\"",
    "\"formla\": \"@budget - @actual\"",
    "plain/data.json:16:", "column “costs.rest”: unknown key “formla”; did you mean “formula”?" },
  { "keys/unknown-at-top", "data.json",
    "\"scales\": [",
    "\"scale\": [], \"scales\": [",
    "plain/data.json:52:", "top level: unknown key “scale”; did you mean “scales”?" },
  { "keys/null-at-top", "pack.json",
    "\"region\": \"某镇\"",
    "\"colour\": null",
    "plain/pack.json:6:", "unknown key “colour”" },
  { "keys/wrong-type", "data.json",
    "\"required\": true",
    "\"required\": \"yes\"",
    "plain/data.json:4:", "field “unit.name”: “required”: a text stands where true or false is expected" },
  { "keys/wrong-element", "data.json",
    "[\"自评\", \"复评\"]",
    "[\"自评\", 2]",
    "plain/data.json:8:", "“options”: a number stands where a text is expected" },
  { "keys/fraction", "pack.json",
    "\"version\": 2,\n  \"title\"",
    "\"version\": 2.5,\n  \"title\"",
    "plain/pack.json:4:", "“version”: a number stands where a whole number is expected" },
  { "keys/not-a-word", "checks.json",
    "\"severity\": \"info\"",
    "\"severity\": \"rounding\"",
    "plain/checks.json:9:", "“severity”: “rounding” is not one of: error warning info" },
  { "keys/missing", "data.json",
    "\"key\": \"budget\", \"label\": \"预算数\"",
    "\"key\": \"budget\"",
    "plain/data.json:14:", "column “costs.budget”: “label” is missing" },
  { "keys/no-id", "data.json",
    "{ \"key\": \"budget\", \"label\"",
    "{ \"label\"",
    "plain/data.json:14:", "an object needs an id, the key “key”" },
  { "keys/no-variant", "data.json",
    "{ \"fields\": \"rules\", ",
    "{ ",
    "plain/data.json:9:", "an object needs an id, one of these keys: fields grid table" },
  { "keys/two-variants", "data.json",
    "{ \"fields\": \"rules\", ",
    "{ \"fields\": \"rules\", \"table\": \"rules2\", ",
    "plain/data.json:9:", "group “rules”: an object is one thing; “table” cannot stand here too" },
  { "keys/check-two-bodies", "checks.json",
    "\"scan\": \"years\",",
    "\"scan\": \"years\", \"require\": \"1 = 2\",",
    "plain/checks.json:9:", "check “years”: a check is one of" },
  { "keys/part-without-body", "document.json",
    ", \"sign\": { \"unit\": \"{unit.name}\", \"date\": \"{report.date}\" }",
    "",
    "plain/document.json:15:", "part “sign”: a part has exactly one of" },
  { "keys/kind-key", "data.json",
    "\"key\": \"people\", \"label\": \"工人\", \"kind\": \"number\"",
    "\"key\": \"people\", \"label\": \"工人\", \"kind\": \"date\"",
    "plain/data.json:34:", "“unit” is for cells of kind money number, but this one is date" },
  { "keys/format", "pack.json",
    "\"format\": 1",
    "\"format\": 2",
    "plain/pack.json:2:", "“format” is 2; this program reads format 1" },

  /* 3: ids */
  { "ids/malformed", "data.json",
    "\"key\": \"budget\"",
    "\"key\": \"Budget\"",
    "plain/data.json:14:", "a key is a small letter" },
  { "ids/reserved-word", "data.json",
    "\"key\": \"rest\"",
    "\"key\": \"where\"",
    "plain/data.json:16:", "this word is reserved" },
  { "ids/reserved-block", "data.json",
    "\"fields\": \"rules\"",
    "\"fields\": \"text\"",
    "plain/data.json:9:", "this word is reserved" },
  { "ids/reserved-column", "data.json",
    "\"key\": \"rest\"",
    "\"key\": \"label\"",
    "plain/data.json:16:", "this word is reserved" },
  { "ids/passage", "document.json",
    "\"text\": \"text.plans\"",
    "\"text\": \"plans\"",
    "plain/document.json:13:", "the id of a passage is “text.”" },
  { "ids/twice-in-list", "data.json",
    "\"key\": \"rest\"",
    "\"key\": \"budget\"",
    "plain/data.json:16:", "“budget” stands twice in “columns”, first in line 14" },
  { "ids/block-and-layout", "layouts.json",
    "\"layout\": \"sheet\"",
    "\"layout\": \"costs\"",
    "plain/layouts.json:3:", "“costs” is the id of a “layout” and of a “grid”" },
  { "ids/block-and-scale", "data.json",
    "\"scale\": \"ladder\"",
    "\"scale\": \"works\"",
    "plain/data.json:53:", "“works” is the id of a “scale” and of a “table”" },
  { "ids/passage-twice", "document.json",
    "\"text\": \"text.pay\"",
    "\"text\": \"text.plans\"",
    "plain/document.json:13:", "passage “text.plans” stands twice" },
  { "ids/folder", "pack.json",
    "\"id\": \"plain\"",
    "\"id\": \"other\"",
    "plain/pack.json:3:", "the pack is “other”, but its folder is “plain”" },

  /* 4: parents */
  { "parents/missing", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"extends\": [\"gone-2019@1\"],",
    "plain/pack.json:7:", "there is no pack “gone-2019” of version 1" },
  { "parents/no-version", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"extends\": [\"gone-2019\"],",
    "plain/pack.json:7:", "“gone-2019” names no pack; write it as “id@version”" },
  { "parents/itself", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"extends\": [\"plain@2\"],",
    "plain/pack.json:7:", "packs extend each other in a ring: plain@2 → plain@2" },

  /* 5: whatever names something */
  { "refs/formula-column", "data.json",
    "ratio(@actual, @budget)",
    "ratio(@actual, @budgt)",
    "plain/data.json:17:", "column “costs.rate”: formula “ratio(@actual, @budgt)”: no column “budgt” in grid “costs”; did you mean “budget”?" },
  { "refs/formula-block", "data.json",
    "rules.full * min",
    "rule.full * min",
    "plain/data.json:18:", "no block “rule”; did you mean “rules”?" },
  { "refs/formula-row", "data.json",
    "\"wages + water\"",
    "\"wages + watr\"",
    "plain/data.json:23:", "row “costs.total”: formula “wages + watr”: no row “watr” in grid “costs”; did you mean “water”?" },
  { "refs/formula-cell", "document.json",
    "支出{costs.total.actual}",
    "支出{costs.wages.points}",
    "plain/document.json:6:", "there is no cell “costs.wages.points”" },
  { "refs/template", "document.json",
    "等级{@grade}",
    "等级{@rank}",
    "plain/document.json:10:", "passage “text.works”: character" },
  { "refs/passage", "layouts.json",
    "{text.works}",
    "{text.work}",
    "plain/layouts.json:16:", "no passage “text.work”" },
  { "refs/annex", "document.json",
    "{annex.table}",
    "{annex.cards}",
    "plain/document.json:6:", "no annex “annex.cards”" },
  { "refs/scale", "data.json",
    "band(@share, ladder)",
    "band(@share, ladders)",
    "plain/data.json:36:", "no scale “ladders”" },
  { "refs/page", "data.json",
    "[\"unit\", \"report\", \"costs\"]",
    "[\"unit\", \"report\", \"cost\"]",
    "plain/data.json:59:", "page “base”: no block “cost”; did you mean “costs”?" },
  { "refs/layout", "document.json",
    "\"annex\": \"sheet\"",
    "\"annex\": \"sheets\"",
    "plain/document.json:16:", "no layout or block “sheets”; did you mean “sheet”?" },
  { "refs/each", "layouts.json",
    "\"each\": \"costs\"",
    "\"each\": \"rules\"",
    "plain/layouts.json:6:", "no table or grid “rules”" },
  { "refs/column-rows", "data.json",
    "\"rows\": [\"total\"]",
    "\"rows\": [\"totals\"]",
    "plain/data.json:18:", "column “costs.points”: no row or column “totals” in “costs”; did you mean “total”?" },
  { "refs/cells", "data.json",
    "\"water.prior\": null",
    "\"watr.prior\": null",
    "plain/data.json:25:", "cell “costs.watr.prior”: no row or column “watr”" },
  { "refs/key", "data.json",
    "\"key\": \"name\", \"total\"",
    "\"key\": \"names\", \"total\"",
    "plain/data.json:26:", "“works”: “key”: no column “names”; did you mean “name”?" },
  { "refs/total", "data.json",
    "\"total\": [\"cost\",",
    "\"total\": [\"costs\",",
    "plain/data.json:26:", "“works”: “total”: no column “costs”; did you mean “cost”?" },
  { "refs/start", "data.json",
    "{ \"name\": \"道路\" }",
    "{ \"nam\": \"道路\" }",
    "plain/data.json:27:", "“works”: “start”: no column “nam”; did you mean “name”?" },
  { "refs/to", "data.json",
    "\"to\": \"works\"",
    "\"to\": \"work\"",
    "plain/data.json:40:", "column “payments.work”: “to”: no table “work”; did you mean “works”?" },
  { "refs/to-without-key", "data.json",
    "\"key\": \"name\", \"total\"",
    "\"total\"",
    "plain/data.json:40:", "table “works” has no “key” to refer to" },
  { "refs/measure", "data.json",
    "\"measure\": \"measure\"",
    "\"measure\": \"measures\"",
    "plain/data.json:42:", "“payments”: “measure”: no column “measures”" },
  { "refs/like", "data.json",
    "\"like\": \"payments\"",
    "\"like\": \"payment\"",
    "plain/data.json:45:", "“refunds” is like “payment”, but there is none; did you mean “payments”?" },
  { "refs/like-itself", "data.json",
    "\"like\": \"payments\"",
    "\"like\": \"refunds\"",
    "plain/data.json:45:", "“refunds” is like “refunds”, which is like it in turn" },
  { "refs/like-other-kind", "data.json",
    "\"like\": \"payments\"",
    "\"like\": \"costs\"",
    "plain/data.json:45:", "“refunds” is a “table” and cannot be like “costs”, which is a “grid”" },
  { "refs/drop", "data.json",
    "{ \"key\": \"target\", \"drop\": true }",
    "{ \"key\": \"targets\", \"drop\": true }",
    "plain/data.json:48:", "“targets” is dropped, but there is none" },
  { "refs/after", "data.json",
    "\"after\": \"work\"",
    "\"after\": \"works\"",
    "plain/data.json:47:", "“reason” is to stand “after” “works”, but there is none" },
  { "refs/null", "data.json",
    "\"key\": \"rest\", \"label\"",
    "\"key\": \"rest\", \"unit\": null, \"label\"",
    "plain/data.json:16:", "“unit” is null, but there is nothing to take away" },
  { "refs/changes", "pack.json",
    "\"costs.water\" }",
    "\"costs.watre\" }",
    "plain/pack.json:13:", "“costs.power” is renamed to “costs.watre”, but there is none" },
  { "refs/check-each", "checks.json",
    "\"each\": \"costs.columns\"",
    "\"each\": \"works.columns\"",
    "plain/checks.json:5:", "“works.columns” names neither the rows" },
  { "refs/check-by-itself", "checks.json",
    "\"check\": \"costs.total.rate.calc\"",
    "\"check\": \"costs.total.rat.calc\"",
    "plain/checks.json:11:", "no check by itself has this id; did you mean “costs.total.rate.calc”?" },
  { "refs/check-columns", "checks.json",
    "\"left\": \"total\", \"op\": \">=\", \"right\": \"water\"",
    "\"left\": \"total\", \"op\": \">=\", \"right\": \"watr\"",
    "plain/checks.json:5:", "no row “watr” in grid “costs”" },
  { "refs/where-without-each", "document.json",
    "\"text\": \"text.plans\", \"label\"",
    "\"text\": \"text.plans\", \"where\": \"1 = 1\", \"label\"",
    "plain/document.json:13:", "“where” without “each”" },

  /* 6: formulas */
  { "formula/grammar", "data.json",
    "\"@budget - @actual\"",
    "\"@budget - \"",
    "plain/data.json:16:", "column “costs.rest”: formula “@budget - ”" },
  { "formula/no-row-here", "document.json",
    "支出{costs.total.actual}",
    "支出{@actual}",
    "plain/document.json:6:", "there is no current row here" },
  { "formula/bare-name", "data.json",
    "\"@budget - @actual\"",
    "\"budget - actual\"",
    "plain/data.json:16:", "“budget” names no cell" },
  { "formula/prior-in-formula", "data.json",
    "\"@budget - @actual\"",
    "\"@budget - prior(@actual)\"",
    "plain/data.json:16:", "prior" },
  { "formula/types", "data.json",
    "\"@budget - @actual\"",
    "\"@budget - @rate\"",
    "plain/data.json:16:", "left is money, right is a percentage" },
  { "formula/result", "data.json",
    "\"@budget - @actual\"",
    "\"ratio(@budget, @actual)\"",
    "plain/data.json:16:", "column “costs.rest”: formula “ratio(@budget, @actual)” gives a number, but the cell is money" },
  { "formula/row-result", "data.json",
    "\"kind\": \"number\", \"unit\": \"人\" }",
    "\"kind\": \"number\", \"unit\": \"人\", \"formula\": \"@cost\" }",
    "plain/data.json:34:", "gives money, but the cell is a number" },
  { "formula/and-default", "data.json",
    "\"formula\": \"@budget - @actual\"",
    "\"formula\": \"@budget - @actual\", \"default\": \"@budget\"",
    "plain/data.json:16:", "“formula” and “default” exclude each other" },
  { "formula/condition", "document.json",
    "\"when\": \"count(works) > 0\"",
    "\"when\": \"count(works)\"",
    "plain/document.json:17:", "part “cards”: “when” needs a condition, but “count(works)” is a number" },
  { "formula/copied", "data.json",
    "{ \"key\": \"amount\", \"label\": \"金额\", \"unit\": \"元\" }",
    "{ \"key\": \"amount\", \"label\": \"金额\", \"unit\": \"元\", \"default\": \"count(payments) * 1元\" }",
    "plain/data.json:41:", "was copied and names “payments” itself" },
  { "formula/total-percent", "data.json",
    "\"total\": [\"cost\", \"done\", \"share\"]",
    "\"total\": [\"done\", \"share\"]",
    "plain/data.json:33:", "total “works.total.share”: formula “ratio(@done, @cost)”: the total row has no “@cost”" },
  { "formula/total-typed-percent", "data.json",
    "\"kind\": \"percent\", \"formula\": \"ratio(@done, @cost)\" }",
    "\"kind\": \"percent\" }",
    "plain/data.json:26:", "column “share” is a percentage without a formula" },
  { "formula/total-text", "data.json",
    "\"total\": [\"cost\",",
    "\"total\": [\"name\", \"cost\",",
    "plain/data.json:26:", "column “name” is of kind text and cannot be summed" },
  { "formula/money-unit", "data.json",
    "\"key\": \"cost\", \"label\": \"造价\", \"unit\": \"元\"",
    "\"key\": \"cost\", \"label\": \"造价\", \"unit\": \"块\"",
    "plain/data.json:31:", "“块” is no unit of money" },
  { "formula/decimals", "data.json",
    "\"decimals\": [0, 2]",
    "\"decimals\": [2, 0]",
    "plain/data.json:31:", "“decimals” is 0 to 6" },
  { "formula/limits", "data.json",
    "\"min\": 0 },",
    "\"min\": 5, \"max\": 1 },",
    "plain/data.json:15:", "“max” is less than “min”" },
  { "formula/rounding-places", "document.json",
    "支出{costs.total.actual}",
    "支出{costs.total.actual * 2}",
    "plain/document.json:6:", "a product has no places" },

  /* 7: rings */
  { "cycle/columns", "data.json",
    "\"key\": \"budget\", \"label\": \"预算数\"",
    "\"key\": \"budget\", \"label\": \"预算数\", \"formula\": \"@rest + @actual\"",
    "plain/data.json:14:", "formulas read each other in a ring: costs.wages.budget → costs.wages.rest → costs.wages.budget" },
  { "cycle/itself", "data.json",
    "\"formula\": \"@budget - @actual\"",
    "\"formula\": \"@rest - @actual\"",
    "plain/data.json:16:", "costs.wages.rest → costs.wages.rest" },
  { "cycle/total", "data.json",
    "\"key\": \"done\", \"label\": \"已付\", \"unit\": \"元\"",
    "\"key\": \"done\", \"label\": \"已付\", \"unit\": \"元\", \"default\": \"works.total.done - @cost\"",
    "plain/data.json:32:", "works.done → works.total.done → works.done" },
  { "cycle/default", "data.json",
    "\"default\": \"prior(@actual)\"",
    "\"default\": \"@budget + @prior\"",
    "plain/data.json:13:", "costs.wages.prior → costs.wages.prior" },
  { "cycle/rows", "data.json",
    "{ \"key\": \"water\", \"label\": \"水电\" }",
    "{ \"key\": \"water\", \"label\": \"水电\", \"formula\": \"total - wages\" }",
    "plain/data.json:22:", "costs.water.budget → costs.total.budget → costs.water.budget" },

  /* 8: scales */
  { "scale/direction", "data.json",
    "[\">= 60%\", \"中\"]",
    "[\"< 60%\", \"中\"]",
    "plain/data.json:55:", "all bounds are either" },
  { "scale/order", "data.json",
    "[\">= 60%\", \"中\"]",
    "[\">= 95%\", \"中\"]",
    "plain/data.json:55:", "can never hold after the band before it; bounds must fall" },
  { "scale/same-bound", "data.json",
    "[\">= 60%\", \"中\"]",
    "[\"> 90%\", \"中\"]",
    "plain/data.json:55:", "can never hold" },
  { "scale/after-else", "data.json",
    "[\"else\", \"差\"]",
    "[\"else\", \"差\"], [\">= 1%\", \"无\"]",
    "plain/data.json:56:", "nothing can hold after “else”" },
  { "scale/no-operator", "data.json",
    "[\">= 60%\", \"中\"]",
    "[\"60%\", \"中\"]",
    "plain/data.json:55:", "a band starts with an operator" },
  { "scale/unit", "data.json",
    "[\">= 60%\", \"中\"]",
    "[\">= 60\", \"中\"]",
    "plain/data.json:55:", "the scale is for a percentage, but this bound is a number" },
  { "scale/mixed-results", "data.json",
    "[\">= 60%\", \"中\"]",
    "[\">= 60%\", 3]",
    "plain/data.json:55:", "the results are all texts or all numbers" },
  { "scale/of", "data.json",
    "band(@share, ladder)",
    "band(@done, ladder)",
    "plain/data.json:36:", "the scale “ladder” is for a percentage, but this is money" },

  /* 9: layouts */
  { "layout/widths", "layouts.json",
    "[\"项目\", \"预算数\", \"决算数\"]",
    "[\"项目\", \"预算数\"]",
    "plain/layouts.json:5:", "layout “sheet”, row 1: 2 entries for 3 widths" },
  { "layout/nothing-above", "layouts.json",
    "[\"项目\", \"预算数\", \"决算数\"]",
    "[\"项目\", \"^\", \"决算数\"]",
    "plain/layouts.json:5:", "layout “sheet”, row 1: “^” in column 2 has nothing above it" },
  { "layout/nothing-left", "layouts.json",
    "[\"造价\", \"{@cost}\"]",
    "[\"<\", \"{@cost}\"]",
    "plain/layouts.json:14:", "“<” in column 1 has nothing left of it" },
  { "layout/no-rectangle", "layouts.json",
    "[\"得分\", \"{costs.total.points}\", \"<\"]",
    "[\"得分\", \"<\", \"^\"], [\"合计\", \"^\", \"\"]",
    "plain/layouts.json:9:", "joined to a shape that is no rectangle" },
  { "layout/join", "layouts.json",
    "[\"工程\", \"造价\", \"已付\"]",
    "[\"工程\", { \"cell\": \"造价\", \"join\": true }, \"已付\"]",
    "plain/layouts.json:7:", "“join” is for rows that are repeated" },
  { "layout/head", "layouts.json",
    "\"head\": 1",
    "\"head\": 2",
    "plain/layouts.json:3:", "“head” is 2, but only 1 row stands before" },
  { "layout/plain-object", "layouts.json",
    "\"when\": \"empty(@done)\", \"cells\"",
    "\"cells\"",
    "plain/layouts.json:16:", "a row that is an object has “each”, “when” or both" },
  { "layout/cells-and-rows", "layouts.json",
    "\"when\": \"empty(@done)\", \"cells\"",
    "\"when\": \"empty(@done)\", \"rows\": [[\"\", \"\"]], \"cells\"",
    "plain/layouts.json:16:", "either “cells” or “rows”" },
  { "layout/outside", "layouts.json",
    "[\"{unit.name}\", \"单位：{money}\"]",
    "[\"\", \"\", \"\", \"\"]",
    "plain/layouts.json:3:", "a line has one to three templates" },
  { "layout/money", "layouts.json",
    "\"money\": \"元\"",
    "\"money\": \"块\"",
    "plain/layouts.json:12:", "“块” is no unit of money" },

  /* 10: checks */
  { "check/no-title", "checks.json",
    "\"title\": \"年份\", ",
    "",
    "plain/checks.json:9:", "check “years”: “title” is missing" },
  { "check/no-instruction", "checks.json",
    ", \"instruction\": \"核对年份\"",
    "",
    "plain/checks.json:9:", "check “years”: “instruction” is missing" },
  { "check/same-sides", "checks.json",
    "\"right\": \"water\"",
    "\"right\": \"total\"",
    "plain/checks.json:5:", "both sides are “total”; they can never differ" },
  { "check/sides", "checks.json",
    "\"op\": \"=\", \"right\": \"@done\"",
    "\"op\": \"=\", \"right\": \"@share\"",
    "plain/checks.json:3:", "check “paid”: left is money, right is a percentage; they can never be equal" },
  { "check/order", "checks.json",
    "\"left\": \"sum(payments.amount where payments.work = @name)\", \"op\": \"=\"",
    "\"left\": \"@name\", \"op\": \"<\"",
    "plain/checks.json:3:", "check “paid”" },
  { "check/half", "checks.json",
    ", \"op\": \">=\", \"right\": \"water\"",
    "",
    "plain/checks.json:5:", "“left”, “op” and “right” go together" },
  { "check/automatic-body", "checks.json",
    "\"check\": \"costs.total.rate.calc\",",
    "\"check\": \"costs.total.rate.calc\", \"left\": \"1\",",
    "plain/checks.json:11:", "is a check by itself; “left” cannot be given" },
  { "check/drop", "checks.json",
    "\"check\": \"costs.wages.rate.calc\"",
    "\"check\": \"costs.wages.rat.calc\"",
    "plain/checks.json:12:", "is dropped, but there is none" },
  { "check/words", "checks.json",
    "\"words\": { \"帐户\": \"账户\" }, ",
    "",
    "plain/checks.json:10:", "a scan for words needs “words”" },
  { "check/requires-truth", "checks.json",
    "report.date > date(report.year, 12, 31)",
    "report.year",
    "plain/checks.json:7:", "“require” needs a condition" },

  /* 11: pages */
  { "page/none", "data.json",
    "[\"works\", \"payments\", \"refunds\"]",
    "[\"works\", \"payments\"]",
    "plain/data.json:45:", "“refunds” has cells to be typed, but stands on no page" },
  { "page/unused", "data.json",
    "\"key\": \"amount\", \"label\": \"金额\"",
    "\"key\": \"amount2\", \"label\": \"金额\" }, { \"key\": \"amount\", \"label\": \"金额\"",
    "plain/data.json:41:", "warning: “payments.amount2” is neither printed nor used" },

  /* 12: by hand */
  { "hand/year-label", "data.json",
    "\"label\": \"预算数\" }",
    "\"label\": \"2020年预算数\" }",
    "plain/data.json:14:", "column “costs.budget”: “2020” is written by hand" },
  { "hand/year-template", "document.json",
    "见{annex.table}",
    "2019年见{annex.table}",
    "plain/document.json:6:", "passage “text.money”: “2019” is written by hand" },
  { "hand/year-check", "checks.json",
    "\"instruction\": \"核对年份\"",
    "\"instruction\": \"核对2020年\"",
    "plain/checks.json:9:", "check “years”: “2020” is written by hand" },
  { "hand/unit", "layouts.json",
    "\"单位：{money}\"",
    "\"单位：万元\"",
    "plain/layouts.json:3:", "warning: layout “sheet”: “万元” is written by hand" },

  /* 13: options */
  { "option/formula", "data.json",
    "\"kind\": \"text\", \"formula\": \"band(@share, ladder)\"",
    "\"kind\": \"text\", \"formula\": \"if(@kind = '旧建', '是')\"",
    "plain/data.json:36:", "'旧建' is not among the options" },
  { "option/template", "document.json",
    "等级{@grade}",
    "等级{if @kind = '旧建'}{@grade}{end}",
    "plain/document.json:10:", "'旧建' is not among the options" },
  { "option/default", "data.json",
    "\"options\": [\"新建\", \"维修\"]",
    "\"options\": [\"新建\", \"维修\"], \"default\": \"'旧建'\"",
    "plain/data.json:30:", "is not among the options" },
  { "option/check", "checks.json",
    "\"left\": \"sum(payments.amount where payments.work = @name)\", \"op\": \"=\", \"right\": \"@done\"",
    "\"left\": \"@kind\", \"op\": \"=\", \"right\": \"'旧建'\"",
    "plain/checks.json:3:", "“旧建” is not among the options" },
  { "option/none", "data.json",
    ", \"options\": [\"新建\", \"维修\"]",
    "",
    "plain/data.json:30:", "a choice needs “options”" },
  { "option/twice", "data.json",
    "[\"新建\", \"维修\"]",
    "[\"新建\", \"新建\"]",
    "plain/data.json:30:", "option “新建” stands twice" },

  /* 14: samples */
  { "sample/none-clean", "samples/clean.json",
    "\"findings\": {}",
    "\"findings\": { \"paid\": \"error\" }",
    "plain/pack.json:1:", "a listed pack has a sample without errors" },
  { "sample/none-wrong", "samples/wrong.json",
    "\"findings\": { \"costs.total.actual.sum\": \"error\" }",
    "\"findings\": {}",
    "plain/pack.json:1:", "a listed pack has a sample with findings" },
  { "sample/severity", "samples/wrong.json",
    "\"error\"",
    "\"fatal\"",
    "plain/samples/wrong.json:1:", "“fatal” is not one of: error warning rounding info" },

  /* what every listed pack has */
  { "standard/missing", "data.json",
    "{ \"key\": \"date\", \"label\": \"日期\", \"kind\": \"date\" },",
    "",
    "plain/pack.json:1:", "“report.date” is missing" },

  /* pack.json */
  { "pack/version", "pack.json",
    "\"version\": 2,\n  \"title\"",
    "\"version\": 0,\n  \"title\"",
    "plain/pack.json:4:", "“version” starts from 1" },
  { "pack/money", "pack.json",
    "\"unit\": \"万元\"",
    "\"unit\": \"块\"",
    "plain/pack.json:9:", "“money”: “块” is no unit of money" },
  { "pack/change-version", "pack.json",
    "\"version\": 2, \"renamed\"",
    "\"version\": 3, \"renamed\"",
    "plain/pack.json:13:", "version 3; changes lead to a version from 1 to that of the pack, 2" },
  { "pack/one-target-twice", "pack.json",
    "{ \"costs.power\": \"costs.water\" }",
    "{ \"costs.power\": \"costs.water\", \"costs.heat\": \"costs.water\" }",
    "plain/pack.json:13:", "“costs.water” is the target of two ids" },
  { "pack/renamed-and-dropped", "pack.json",
    "{ \"costs.gas\": \"不再单列\" }",
    "{ \"costs.power\": \"不再单列\" }",
    "plain/pack.json:13:", "“costs.power” is renamed and dropped" },
};
/* clang-format on */

static void
check_row (const LintRow *row)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *pack = g_build_filename (folder, "plain", NULL);
  g_autoptr (GPtrArray) problems = NULL;

  pack_fixture_copy ("plain", folder);
  pack_fixture_replace (pack, row->file, row->old_text, row->new_text);
  problems = pack_fixture_problems (pack);
  g_assert_true (pack_fixture_tells (problems, row->place, row->message));
  zp_test_remove_folder (folder);
}

static void
test_row (gconstpointer data)
{
  check_row (data);
}

static void
test_clean (void)
{
  g_autofree char *pack = pack_fixture_source ("plain");
  g_autoptr (GPtrArray) problems = pack_fixture_problems (pack);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, ' ');
  const LintRow row = { "", "checks.json", NULL, text, "plain/checks.json:", "is larger than the" };

  check_row (&row);
}

static void
test_too_deep (void)
{
  g_autofree char *text = g_strnfill (33, '[');
  const LintRow row = { "", "checks.json", NULL, text, "plain/checks.json:", "nested deeper" };

  check_row (&row);
}

static char *
repeat (const char *head, guint n, const char *format, const char *tail)
{
  g_autoptr (GString) text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto (GStrv) parts = g_strsplit (format, "#", -1);
      g_autofree char *object = g_strjoinv (number, parts);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", object);
    }
  g_string_append (text, tail);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_many_blocks (void)
{
  g_autofree char *text =
    repeat ("{\"blocks\": [", 399, "{\"fields\": \"b#\", \"label\": \"组\", \"items\": []}", "]}");
  const LintRow row = {
    "",   "data.json",          NULL,
    text, "plain/data.json:1:", "401 blocks and layouts are more than the 400 allowed"
  };

  check_row (&row);
}

static void
test_many_cells (void)
{
  g_autofree char *columns =
    repeat ("\"columns\": [", 150, "{\"key\": \"c#\", \"label\": \"列\"}", "],");
  g_autofree char *rows_text =
    repeat ("\"rows\": [", 150, "{\"key\": \"r#\", \"label\": \"行\"}", "]}]}");
  g_autofree char *text =
    g_strconcat ("{\"blocks\": [{\"grid\": \"big\", \"label\": \"表\",", columns, rows_text, NULL);
  const LintRow row = { "",   "data.json",          NULL,
                        text, "plain/data.json:1:", "more than the 20000 cells allowed" };

  check_row (&row);
}

static void
test_many_checks (void)
{
  g_autofree char *text = repeat ("{\"checks\": [", 2001, "{\"check\": \"c#\"}", "]}");
  const LintRow row = {
    "",   "checks.json",          NULL,
    text, "plain/checks.json:1:", "2001 checks are more than the 2000 allowed"
  };

  check_row (&row);
}

/* Faults of several files come together, sorted, no more than fifty, errors before warnings. */
static void
test_all_told (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *pack = g_build_filename (folder, "plain", NULL);
  g_autofree char *text = repeat ("{\"checks\": [", 60, "{\"check\": \"c#\", \"colour\": 1}", "]}");
  g_autoptr (GPtrArray) problems = NULL;

  pack_fixture_copy ("plain", folder);
  pack_fixture_replace (pack, "document.json", "{annex.table}", "{annex.tables}");
  pack_fixture_replace (pack, "data.json", "\"@budget - @actual\"", "\"@budget - @actuel\"");
  problems = pack_fixture_problems (pack);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_true (g_str_has_prefix (problems->pdata[0], "plain/data.json:16:"));
  g_assert_true (g_str_has_prefix (problems->pdata[1], "plain/document.json:6:"));

  g_clear_pointer (&problems, g_ptr_array_unref);
  pack_fixture_replace (pack, "checks.json", NULL, text);
  problems = pack_fixture_problems (pack);
  g_assert_cmpuint (problems->len, ==, 50);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/lint/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/lint/clean", test_clean);
  g_test_add_func ("/lint/bytes/too-large", test_too_large);
  g_test_add_func ("/lint/bytes/too-deep", test_too_deep);
  g_test_add_func ("/lint/limit/blocks", test_many_blocks);
  g_test_add_func ("/lint/limit/cells", test_many_cells);
  g_test_add_func ("/lint/limit/checks", test_many_checks);
  g_test_add_func ("/lint/all-told", test_all_told);

  return g_test_run ();
}
