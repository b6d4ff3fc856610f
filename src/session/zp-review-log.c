/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was done in the review so far, and what can be done now, in words. */
#include "session/zp-review-log.h"

#include <glib/gi18n-lib.h>

#include "base/zp-time.h"

static void
line_free (gpointer data)
{
  ZpLogLine *self = data;

  g_free (self->what);
  g_free (self->time);
  g_free (self->text);
  g_free (self);
}

static ZpLogLine *
make_line (const ZpStep *step)
{
  ZpLogLine *self = g_new0 (ZpLogLine, 1);

  self->what = g_strdup_printf ("%s · %s", zp_step_get_label (step->kind), step->by);
  self->time = zp_time_say (step->time);
  self->text = g_strdup (step->text);
  return self;
}

/** zp_session_list_log: (transfer full): of #ZpLogLine: the steps that count, the first first. */
GPtrArray *
zp_session_list_log (ZpSession *session)
{
  g_autoptr (GPtrArray) steps = zp_review_get_steps (zp_session_get_report (session));
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < steps->len; i++)
    {
      const ZpStep *step = g_ptr_array_index (steps, i);

      if (step->counts)
        g_ptr_array_add (lines, make_line (step));
    }
  return lines;
}

/** zp_session_get_return_reason: (transfer full) (nullable): who returned the report and why; %NULL
 * when it was not returned. */
char *
zp_session_get_return_reason (ZpSession *session)
{
  g_autoptr (GPtrArray) steps = zp_review_get_steps (zp_session_get_report (session));
  const ZpStep *last = zp_step_find_last (steps);

  if (last == NULL || last->kind != ZP_STEP_RETURN)
    return NULL;
  if (*last->text == '\0')
    return g_strdup_printf (_ ("%s returned the report"), last->by);
  return g_strdup_printf (_ ("%1$s returned the report: %2$s"), last->by, last->text);
}

static const struct
{
  ZpStepKind kind;
  ZpReviewCommand command;
} commands[] = {
  { ZP_STEP_SUBMIT, { "win.submit", N_ ("Send for Review…"), TRUE } },
  { ZP_STEP_TAKE_BACK, { "win.take-back", N_ ("Take Back"), FALSE } },
  { ZP_STEP_REVIEW, { "win.sign", N_ ("Sign…"), TRUE } },
  { ZP_STEP_RETURN, { "win.return", N_ ("Return…"), FALSE } },
  { ZP_STEP_FILE, { "win.file", N_ ("Handed to the Bureau…"), TRUE } },
  { ZP_STEP_PUBLISH, { "win.publish", N_ ("Made Public…"), FALSE } },
};

/** zp_session_list_commands: (transfer full): of #ZpReviewCommand, in the order they are offered;
 * borrows its words. */
GArray *
zp_session_list_commands (ZpSession *session)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (ZpReviewCommand));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      ZpReviewCommand command = commands[i].command;

      command.label = _ (command.label);
      if (zp_session_may_step (session, commands[i].kind, NULL))
        g_array_append_val (list, command);
    }
  return list;
}
