/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is left to do before a report may be handed in; the pack decides. */
#include "review/zp-left.h"

static ZpSubmitRule
rule_for (const ZpPack *pack, const ZpFinding *finding)
{
  if (finding->check->kind == ZP_CHECK_REQUIRED)
    return pack->submit_open;
  if (finding->severity == ZP_SEVERITY_ERROR)
    return pack->submit_error;
  return finding->severity == ZP_SEVERITY_WARNING ? pack->submit_warning : ZP_SUBMIT_ALLOW;
}

static gboolean
stands_in_the_way (ZpSubmitRule rule, const ZpFinding *finding)
{
  return rule == ZP_SUBMIT_BLOCK || (rule == ZP_SUBMIT_NOTE && !finding->note_valid);
}

/**
 * zp_left_list:
 *
 * Findings that keep the report from being handed in: what the pack blocks, and what it wants a
 * note on that holds.
 *
 * Returns: (transfer full): of #ZpLeft, in the order of the findings; empty when it may be handed
 * in
 */
GArray *
zp_left_list (ZpChecker *checker, const ZpPack *pack)
{
  const GPtrArray *findings = zp_checker_get_findings (checker);
  GArray *left = g_array_new (FALSE, FALSE, sizeof (ZpLeft));

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      ZpSubmitRule rule = rule_for (pack, finding);
      ZpLeft item = { finding, rule == ZP_SUBMIT_NOTE && finding->check->note != ZP_NOTE_NONE };

      if (stands_in_the_way (rule, finding))
        g_array_append_val (left, item);
    }
  return left;
}
