/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sending for review, returning, signing: the commands of the window, and its bars about them. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-settings.h"
#include "app/common/zp-toast.h"
#include "app/review/zp-name-dialog.h"
#include "app/review/zp-seal-dialog.h"
#include "app/review/zp-sign-dialog.h"
#include "app/review/zp-to-do-dialog.h"
#include "app/review/zp-words-dialog.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-remarks.h"
#include "session/zp-review-log.h"
#include "session/zp-seal-view.h"

/** zp_window_has_name: whether it is known who works here; else it is asked, and @action done
 * then. */
gboolean
zp_window_has_name (ZpWindow *self, const char *action)
{
  g_autofree char *author = g_settings_get_string (zp_settings_get (), "author");

  if (*author == '\0')
    {
      zp_name_ask (GTK_WIDGET (self), self->session, action);
      return FALSE;
    }
  zp_session_set_author (self->session, author);
  return TRUE;
}

/* Whether a step can be taken now; says why not. */
static gboolean
may (ZpWindow *self, ZpStepKind kind, const char *action)
{
  g_autoptr (GError) error = NULL;

  if (!zp_window_commit (self) || !zp_window_has_name (self, action))
    return FALSE;
  if (zp_session_may_step (self->session, kind, &error))
    return TRUE;
  zp_toast_show_error (GTK_WIDGET (self), error);
  return FALSE;
}

static gboolean
take (ZpWindow *self, ZpStepKind kind, const char *text, const char *told, GError **error)
{
  if (!zp_session_take_step (self->session, kind, text, error))
    return FALSE;
  zp_toast_show (GTK_WIDGET (self), told, _ ("Undo"), "win.undo");
  zp_window_ask_save (self);
  return TRUE;
}

static void
take_or_tell (ZpWindow *self, ZpStepKind kind, const char *told)
{
  g_autoptr (GError) error = NULL;

  if (!take (self, kind, NULL, told, &error))
    zp_toast_show_error (GTK_WIDGET (self), error);
}

static void
on_submit (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "submit"))
    take_or_tell (self, ZP_STEP_SUBMIT, _ ("Sent for review; hand the file to the reviewer"));
}

static void
ask (ZpWindow *self,
     const char *heading,
     const char *text,
     const char *id,
     const char *verb,
     ZpAnswerFunc func)
{
  AdwMessageDialog *dialog = zp_window_ask (self, heading, text, func);

  adw_message_dialog_add_response (dialog, id, verb);
  adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, id);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** zp_window_submit: sends the report for review, or lists what is left to do before. */
void
zp_window_submit (ZpWindow *self)
{
  g_autoptr (GPtrArray) list = NULL;

  if (!may (self, ZP_STEP_SUBMIT, "win.submit"))
    return;
  list = zp_session_list_to_do (self->session);
  if (list->len > 0)
    zp_to_do_dialog_present (GTK_WIDGET (self), self->session);
  else
    ask (self, _ ("Send the report for review?"),
         _ ("It is locked then, until you take it back or it is returned."), "submit",
         _ ("Send for Review"), on_submit);
}

/** zp_window_take_back: takes back what was sent, before somebody looked at it. */
void
zp_window_take_back (ZpWindow *self)
{
  if (may (self, ZP_STEP_TAKE_BACK, "win.take-back"))
    take_or_tell (self, ZP_STEP_TAKE_BACK, _ ("Taken back; the report can be changed again"));
}

static gboolean
on_return (const char *text, gpointer data, GError **error)
{
  return take (ZP_WINDOW (data), ZP_STEP_RETURN, text,
               _ ("Returned; hand the file back to the clerk"), error);
}

/** zp_window_return: sends the report back, with words. */
void
zp_window_return (ZpWindow *self)
{
  ZpWordsRequest request = {
    .title = _ ("Return the Report"),
    .heading = _ ("Why is the report returned?"),
    .lead = _ ("Open remarks go with it as a list of things to do. Signatures are taken off."),
    .label = _ ("Reason"),
    .verb = _ ("_Return"),
  };

  if (may (self, ZP_STEP_RETURN, "win.return"))
    zp_words_dialog_present (GTK_WIDGET (self), &request, on_return, self, NULL);
}

/** zp_window_sign: signs the report as reviewer or leader. */
void
zp_window_sign (ZpWindow *self)
{
  if (may (self, ZP_STEP_REVIEW, "win.sign"))
    zp_sign_dialog_present (GTK_WIDGET (self), self->session);
}

static void
on_file (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "file"))
    take_or_tell (self, ZP_STEP_FILE, _ ("Kept as handed to the finance bureau"));
}

/** zp_window_file: notes that the report was handed to the finance bureau. */
void
zp_window_file (ZpWindow *self)
{
  if (may (self, ZP_STEP_FILE, "win.file"))
    ask (self, _ ("Was the report handed to the finance bureau?"),
         _ ("It can no longer be returned and changed then."), "file", _ ("Handed In"), on_file);
}

static void
on_publish (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "publish"))
    take_or_tell (self, ZP_STEP_PUBLISH, _ ("Kept as made public"));
}

/** zp_window_publish: notes that the report was made public. */
void
zp_window_publish (ZpWindow *self)
{
  if (may (self, ZP_STEP_PUBLISH, "win.publish"))
    ask (self, _ ("Was the report made public?"),
         _ ("It can no longer be returned and changed then."), "publish", _ ("Made Public"),
         on_publish);
}

/** zp_window_show_seals: shows who signed, and what changed since. */
void
zp_window_show_seals (ZpWindow *self)
{
  if (zp_session_is_sealed (self->session))
    zp_seal_dialog_present (GTK_WIDGET (self), self->session);
  else
    zp_toast_show (GTK_WIDGET (self), _ ("Nobody has signed the report yet"), NULL, NULL);
}

static void
add_command_buttons (ZpWindow *self, GtkWidget *bar)
{
  g_autoptr (GArray) commands = zp_session_list_commands (self->session);

  for (guint i = 0; i < commands->len; i++)
    {
      const ZpReviewCommand *command = &g_array_index (commands, ZpReviewCommand, i);

      zp_window_add_bar_button (bar, command->label, command->action);
    }
}

static void
add_seal_bar (ZpWindow *self)
{
  g_autoptr (ZpSealView) view = NULL;
  GtkWidget *bar;

  if (!zp_session_is_sealed (self->session))
    return;
  view = zp_seal_view_new (self->session);
  if (view->is_sound)
    return;
  bar = zp_window_add_bar (self, "dialog-warning-symbolic", view->headline);
  zp_window_add_bar_button (bar, _ ("What Changed"), "win.show-seals");
}

static void
add_return_bar (ZpWindow *self)
{
  g_autofree char *reason = zp_session_get_return_reason (self->session);
  GtkWidget *bar;

  if (reason == NULL)
    return;
  bar = zp_window_add_bar (self, "dialog-information-symbolic", reason);
  if (zp_session_count_remarks (self->session, TRUE) > 0)
    zp_window_add_bar_button (bar, _ ("Open Remarks"), "win.show-remarks");
  add_command_buttons (self, bar);
}

/** zp_window_add_review_bars: what the review says of the whole report. */
void
zp_window_add_review_bars (ZpWindow *self)
{
  const char *lock = zp_session_get_lock (self->session);

  add_seal_bar (self);
  if (lock != NULL)
    add_command_buttons (self, zp_window_add_bar (self, "changes-prevent-symbolic", lock));
  else
    add_return_bar (self);
}

static char *
make_print (const GArray *commands, gboolean is_sealed)
{
  g_autoptr (GString) print = g_string_new (is_sealed ? "sealed" : "open");

  for (guint i = 0; i < commands->len; i++)
    g_string_append (print, g_array_index (commands, ZpReviewCommand, i).action);
  return g_string_free (g_steal_pointer (&print), FALSE);
}

static void
fill_review_menu (ZpWindow *self, const GArray *commands, gboolean is_sealed)
{
  for (guint i = 0; i < commands->len; i++)
    {
      const ZpReviewCommand *command = &g_array_index (commands, ZpReviewCommand, i);

      g_menu_append (self->review_menu, command->label, command->action);
    }
  g_menu_append (self->review_menu, _ ("What Needs a Person"), "win.show-review");
  g_menu_append (self->review_menu, _ ("Write a Remark…"), "win.remark");
  g_menu_append (self->review_menu, _ ("Record of Changes"), "win.show-trail");
  g_menu_append (self->review_menu, _ ("Compare with Another Version…"), "win.compare");
  g_menu_append (self->review_menu, _ ("Merge Another Copy…"), "win.merge");
  g_menu_append (self->review_menu, _ ("Sign-off Sheet (PDF)…"), "win.sign-off");
  if (is_sealed)
    g_menu_append (self->review_menu, _ ("Signatures"), "win.show-seals");
}

/** zp_window_update_review_menu: what can be done now; built anew only when that changed. */
void
zp_window_update_review_menu (ZpWindow *self)
{
  g_autoptr (GArray) commands =
    self->session != NULL ? zp_session_list_commands (self->session) : NULL;
  gboolean is_sealed = commands != NULL && zp_session_is_sealed (self->session);
  g_autofree char *print = commands != NULL ? make_print (commands, is_sealed) : NULL;

  if (g_strcmp0 (print, self->review_print) == 0)
    return;
  g_free (self->review_print);
  self->review_print = g_steal_pointer (&print);
  g_menu_remove_all (self->review_menu);
  if (commands != NULL)
    fill_review_menu (self, commands, is_sealed);
}
