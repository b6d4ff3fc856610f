/* SPDX-License-Identifier: GPL-3.0-or-later
 * The samples of a pack: filled, computed, checked, written, and held against what they expect. */
#include "document/zp-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "check/zp-checker.h"
#include "document/zp-doc-builder.h"
#include "report/zp-data.h"

typedef struct
{
  const ZpSample *sample;
  ZpReport *report;
  ZpChecker *checker;
  GPtrArray *problems;
} Running;

static void G_GNUC_PRINTF (3, 4) add_problem (Running *self, guint line, const char *format, ...)
{
  ZpProblem *problem = g_new0 (ZpProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem->file = g_strdup (self->sample->file);
  problem->line = line;
  g_ptr_array_add (self->problems, problem);
}

static void
free_data_problem (gpointer data)
{
  zp_data_problem_free (data);
}

static gboolean
fill (Running *self)
{
  g_autoptr (GPtrArray) offenders = g_ptr_array_new_with_free_func (free_data_problem);
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = zp_data_read (self->report, self->sample->fill, offenders);

  if (batch != NULL && zp_report_apply (self->report, batch, &error))
    return TRUE;
  for (guint i = 0; i < offenders->len; i++)
    {
      const ZpDataProblem *offender = g_ptr_array_index (offenders, i);

      add_problem (self, offender->line, "%s", offender->text);
    }
  if (error != NULL)
    add_problem (self, self->sample->fill->line, "%s", error->message);
  return FALSE;
}

/* As “get” prints it: with the places shown, without separators. */
static char *
value_of (Running *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (self->report), cell);
  const ZpCellContent *content = zp_cell_value_in_force (zp_report_get_value (self->report, cell));

  if (content->state == ZP_CONTENT_FIGURE && content->text == NULL && def->kind != ZP_KIND_DATE)
    return zp_decimal_to_string (content->number, zp_cell_content_get_places (content, def));
  return zp_cell_content_to_text (content, def);
}

static void
expect_value (Running *self, const ZpJson *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  ZpCell cell;

  if (!zp_report_find_cell (self->report, expected->key, &cell, &error))
    {
      add_problem (self, expected->line, "%s", error->message);
      return;
    }
  value = value_of (self, cell);
  if (g_strcmp0 (value, expected->text) != 0)
    add_problem (self, expected->line, _ ("%1$s is %2$s, expected %3$s"), expected->key,
                 value != NULL ? value : _ ("(empty)"),
                 expected->text != NULL ? expected->text : _ ("(empty)"));
}

static void
expect_finding (Running *self, const ZpJson *expected)
{
  const ZpFinding *finding = zp_checker_find (self->checker, expected->key);
  const char *severity = finding != NULL ? zp_severity_get_id (finding->severity) : NULL;

  if (severity == NULL)
    add_problem (self, expected->line, _ ("%s is not found"), expected->key);
  else if (g_strcmp0 (severity, expected->text) != 0)
    add_problem (self, expected->line, _ ("%1$s is found as %2$s, expected %3$s"), expected->key,
                 severity, expected->text);
}

static void
expect_no_other (Running *self, const ZpJson *findings)
{
  GPtrArray *found = zp_checker_get_findings (self->checker);

  for (guint i = 0; i < found->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (found, i);

      if (findings == NULL || zp_json_get (findings, finding->id) == NULL)
        add_problem (self, findings != NULL ? findings->line : 0,
                     _ ("%1$s is found as %2$s, which is not expected: %3$s"), finding->id,
                     zp_severity_get_id (finding->severity), finding->message);
    }
}

static char *
text_of_passage (const ZpDoc *doc, const char *id)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (doc->nodes, i);
      g_autofree char *words = NULL;

      if (g_strcmp0 (node->passage, id) != 0)
        continue;
      words = zp_doc_runs_to_text (node->runs);
      g_string_append (text, words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect_texts (Running *self, const ZpJson *texts)
{
  g_autoptr (ZpDoc) doc = zp_doc_build (self->report, ZP_PROFILE_SUBMIT);

  for (const ZpJson *expected = texts->first; expected != NULL; expected = expected->next)
    {
      g_autofree char *text = text_of_passage (doc, expected->key);

      if (expected->text == NULL || strstr (text, expected->text) == NULL)
        add_problem (self, expected->line, _ ("%1$s does not hold “%2$s”; it reads “%3$s”"),
                     expected->key, expected->text, text);
    }
}

static void
expect (Running *self, const ZpJson *expect)
{
  const ZpJson *values = zp_json_get (expect, "values");
  const ZpJson *findings = zp_json_get (expect, "findings");
  const ZpJson *texts = zp_json_get (expect, "texts");
  const ZpJson *exactly = zp_json_get (expect, "exactly");

  for (const ZpJson *value = values != NULL ? values->first : NULL; value != NULL;
       value = value->next)
    expect_value (self, value);
  for (const ZpJson *finding = findings != NULL ? findings->first : NULL; finding != NULL;
       finding = finding->next)
    expect_finding (self, finding);
  if (exactly != NULL && exactly->kind == ZP_JSON_TRUE)
    expect_no_other (self, findings);
  if (texts != NULL)
    expect_texts (self, texts);
}

static void
run_sample (ZpPack *pack, const ZpSample *sample, GHashTable *met, GPtrArray *problems)
{
  g_autoptr (ZpReport) report = zp_report_new (pack);
  g_autoptr (ZpChecker) checker = NULL;
  Running running = { .sample = sample, .report = report, .problems = problems };

  if (!fill (&running))
    return;
  checker = zp_checker_new (report);
  running.checker = checker;
  zp_checker_collect_met (checker, met);
  if (sample->expect != NULL)
    expect (&running, sample->expect);
}

/* What is on no page cannot be typed: a constant of the pack is never declared. */
static gboolean
is_constant (const ZpPack *pack, const ZpCheckDef *check)
{
  if (!check->automatic || check->def == NULL)
    return FALSE;
  for (guint i = 0; i < pack->pages->len; i++)
    {
      const ZpPage *page = g_ptr_array_index (pack->pages, i);

      for (guint k = 0; k < page->blocks->len; k++)
        if (g_array_index (page->blocks, int, k) == check->def->cell.block)
          return FALSE;
    }
  return TRUE;
}

static void
warn_of_unmet (ZpPack *pack, GHashTable *met, GPtrArray *problems)
{
  for (guint i = 0; i < pack->checks->len; i++)
    {
      const ZpCheckDef *check = g_ptr_array_index (pack->checks, i);
      ZpProblem *problem;

      if (g_hash_table_contains (met, check) || is_constant (pack, check))
        continue;
      problem = g_new0 (ZpProblem, 1);
      problem->file = g_strdup_printf ("%s/checks.json", pack->id);
      problem->line = check->automatic ? 0 : check->line;
      problem->warning = TRUE;
      problem->message = g_strdup_printf (_ ("check “%s” is met by no sample"), check->id);
      g_ptr_array_add (problems, problem);
    }
}

/**
 * zp_samples_run:
 * @problems: (inout): of #ZpProblem: what does not come out as expected is added; a check that no
 * sample meets is a warning
 *
 * Runs every sample of @pack.
 */
void
zp_samples_run (ZpPack *pack, GPtrArray *problems)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) samples = zp_pack_read_samples (pack, problems);

  for (guint i = 0; samples != NULL && i < samples->len; i++)
    run_sample (pack, g_ptr_array_index (samples, i), met, problems);
  warn_of_unmet (pack, met, problems);
}
