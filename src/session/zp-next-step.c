/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is to be done next, and what is still between the report and its submission. */
#include "session/zp-next-step.h"

#include <glib/gi18n-lib.h>

#include "session/zp-finding-card.h"

/** zp_next_step_clear: frees what is in @self. */
void
zp_next_step_clear (ZpNextStep *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->target, g_free);
}

/** zp_condition_free: frees a condition. */
void
zp_condition_free (ZpCondition *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->rest);
  g_free (self);
}

/* What is only missing is told by place, not cell by cell. */
static gboolean
is_open (const ZpFinding *finding, ZpSeverity severity)
{
  return finding->severity == severity && finding->check->kind != ZP_CHECK_REQUIRED &&
         !(severity == ZP_SEVERITY_WARNING && finding->note_valid);
}

static const ZpFindingGroup *
find_open (const GPtrArray *groups, ZpSeverity severity)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const ZpFindingGroup *group = g_ptr_array_index (groups, i);

      if (is_open (group->lead, severity))
        return group;
    }
  return NULL;
}

static char *
say_remedy (const ZpFindingCard *card, const ZpFinding *finding)
{
  if (card->remedy == NULL)
    return g_strdup (finding->instruction != NULL ? finding->instruction : card->message);
  if (*card->reason == '\0')
    return g_strdup (card->remedy_spoken);
  return g_strdup_printf (C_ ("correction and reason", "%1$s: %2$s"), card->remedy_spoken,
                          card->reason);
}

static void
tell_finding (ZpSession *session, const ZpFindingGroup *group, ZpNextStep *out)
{
  g_autoptr (ZpFindingCard) card = zp_finding_card_new (session, group);

  out->title = g_strdup (card->title);
  out->detail = say_remedy (card, group->lead);
  out->target = zp_finding_get_target (session, group->lead);
  out->severity = group->lead->severity;
}

static gboolean
find_missing (ZpOutline *outline, guint *index, ZpProgress *progress)
{
  for (guint i = 0; i < zp_outline_count (outline); i++)
    {
      if (!zp_outline_is_shown (outline, i))
        continue;
      zp_outline_get_progress (outline, i, progress);
      if (progress->missing > 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
tell_missing (ZpOutline *outline, ZpNextStep *out)
{
  ZpProgress progress;
  guint index;
  const ZpPlace *place;

  if (!find_missing (outline, &index, &progress))
    return FALSE;
  place = zp_outline_get (outline, index);
  out->title = g_strdup_printf (_ ("Fill in “%s”"), place->label);
  out->detail = g_strdup_printf (ngettext ("%u entry is still missing there",
                                           "%u entries are still missing there", progress.missing),
                                 progress.missing);
  out->target = g_strdup (place->id);
  out->severity = ZP_SEVERITY_INFO;
  return TRUE;
}

/* Nothing typed yet: begin at the first form, whatever it asks for. */
static gboolean
tell_beginning (ZpOutline *outline, ZpNextStep *out)
{
  ZpProgress total;

  zp_outline_get_total (outline, &total);
  return total.filled == 0 && tell_missing (outline, out);
}

/**
 * zp_next_step_find:
 * @out: errors first, then open warnings, then what is missing; clear it afterwards
 */
void
zp_next_step_find (ZpSession *session, ZpOutline *outline, ZpNextStep *out)
{
  g_autoptr (GPtrArray) groups = zp_finding_groups_list (session);
  const ZpFindingGroup *group;

  *out = (ZpNextStep){ .severity = ZP_SEVERITY_INFO };
  if (tell_beginning (outline, out))
    return;
  group = find_open (groups, ZP_SEVERITY_ERROR);
  if (group == NULL)
    group = find_open (groups, ZP_SEVERITY_WARNING);
  if (group != NULL)
    {
      tell_finding (session, group, out);
      return;
    }
  if (!tell_missing (outline, out))
    out->title = g_strdup (_ ("Everything is filled in and agrees"));
}

static guint
count_open (ZpSession *session, ZpSeverity severity, gboolean notes_count)
{
  const GPtrArray *findings = zp_session_get_findings (session);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == severity && !(notes_count && finding->note_valid))
        count++;
    }
  return count;
}

static void
add (GPtrArray *conditions, const char *text, guint n_left, ZpSeverity severity)
{
  ZpCondition *condition = g_new0 (ZpCondition, 1);

  condition->text = g_strdup (text);
  condition->is_met = n_left == 0;
  condition->severity = severity;
  condition->rest = n_left == 0 ? g_strdup (_ ("done"))
                                : g_strdup_printf (ngettext ("%u left", "%u left", n_left), n_left);
  g_ptr_array_add (conditions, condition);
}

/**
 * zp_conditions_list:
 *
 * Returns: (transfer full): of #ZpCondition, as the pack rules (its “submit”); what it allows is
 *   left out
 */
GPtrArray *
zp_conditions_list (ZpSession *session, ZpOutline *outline)
{
  GPtrArray *conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_condition_free);
  const ZpPack *pack = zp_session_get_pack (session);
  gboolean notes = pack->submit_warning == ZP_SUBMIT_NOTE;
  ZpProgress total;

  zp_outline_get_total (outline, &total);
  if (pack->submit_error != ZP_SUBMIT_ALLOW)
    add (conditions, _ ("All errors mended"),
         count_open (session, ZP_SEVERITY_ERROR, pack->submit_error == ZP_SUBMIT_NOTE),
         ZP_SEVERITY_ERROR);
  if (pack->submit_warning != ZP_SUBMIT_ALLOW)
    add (conditions, notes ? _ ("Each warning mended or explained") : _ ("All warnings mended"),
         count_open (session, ZP_SEVERITY_WARNING, notes), ZP_SEVERITY_WARNING);
  if (pack->submit_open != ZP_SUBMIT_ALLOW)
    add (conditions, _ ("Everything required filled in, “—” where there is nothing"), total.missing,
         ZP_SEVERITY_INFO);
  return conditions;
}
