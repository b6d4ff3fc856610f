/* SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done in a window: each action, its name and when it can be done. */
#include "app/common/zp-toast.h"
#include "app/dialogs/zp-export-dialog.h"
#include "app/dialogs/zp-palette.h"
#include "app/findings/zp-note-dialog.h"
#include "app/shell/zp-page.h"
#include "app/shell/zp-window-private.h"

typedef enum
{
  NEEDS_REPORT,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_BACK,
  NEEDS_FORWARD,
} Need;

/**
 * Action: exactly one of @run, @run_text and @run_step.
 * @step: for @run_step
 */
typedef struct
{
  const char *name;
  Need need;
  void (*run) (ZpWindow *self);
  void (*run_text) (ZpWindow *self, const char *text);
  void (*run_step) (ZpWindow *self, int direction);
  int step;
} Action;

static void
take_step (ZpWindow *self, gboolean (*step) (ZpSession *session, GError **error))
{
  g_autoptr (GError) error = NULL;

  if (!zp_window_commit (self))
    return;
  if (step (self->session, &error))
    zp_window_show_changed (self);
  else
    zp_toast_show_error (GTK_WIDGET (self), error);
}

static void
undo (ZpWindow *self)
{
  take_step (self, zp_session_undo);
}

static void
redo (ZpWindow *self)
{
  take_step (self, zp_session_redo);
}

static void
go_to (ZpWindow *self, const char *target)
{
  zp_window_go_to (self, target);
}

static void
show_findings (ZpWindow *self)
{
  zp_window_show_finding (self, NULL);
}

static void
close_window (ZpWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
write_note (ZpWindow *self, const char *finding)
{
  if (zp_window_commit (self))
    zp_note_dialog_present (GTK_WIDGET (self), self->session, finding);
}

static void
explain (ZpWindow *self)
{
  zp_page_explain (zp_window_get_page (self));
}

static void
insert_figure (ZpWindow *self)
{
  zp_page_insert_figure (zp_window_get_page (self));
}

static void
ask_export (ZpWindow *self)
{
  if (zp_window_commit (self))
    zp_export_dialog_present (GTK_WINDOW (self), self->session);
}

static void
search (ZpWindow *self)
{
  if (zp_window_find_in_preview (self))
    return;
  if (zp_window_commit (self))
    zp_palette_present (GTK_WINDOW (self), self->session, self->outline);
}

static const Action actions[] = {
  { .name = "win.go-to", .run_text = go_to },
  { .name = "win.back", NEEDS_BACK, .run_step = zp_window_step_visited, .step = -1 },
  { .name = "win.forward", NEEDS_FORWARD, .run_step = zp_window_step_visited, .step = 1 },
  { .name = "win.next-section", .run_step = zp_window_step_place, .step = 1 },
  { .name = "win.previous-section", .run_step = zp_window_step_place, .step = -1 },
  { .name = "win.next-part", .run_step = zp_window_step_focus, .step = 1 },
  { .name = "win.previous-part", .run_step = zp_window_step_focus, .step = -1 },
  { .name = "win.undo", NEEDS_UNDO, .run = undo },
  { .name = "win.redo", NEEDS_REDO, .run = redo },
  { .name = "win.save", .run = zp_window_ask_save },
  { .name = "win.save-as", .run = zp_window_ask_save_as },
  { .name = "win.reload", .run = zp_window_reload },
  { .name = "win.overwrite", .run = zp_window_overwrite },
  { .name = "win.next-finding", .run_step = zp_window_step_finding, .step = 1 },
  { .name = "win.previous-finding", .run_step = zp_window_step_finding, .step = -1 },
  { .name = "win.show-finding", .run_text = zp_window_show_finding },
  { .name = "win.show-findings", .run = show_findings },
  { .name = "win.accept-hint", .run_text = zp_window_accept_hint },
  { .name = "win.write-note", .run_text = write_note },
  { .name = "win.explain", .run = explain },
  { .name = "win.insert-figure", .run = insert_figure },
  { .name = "win.export", .run = ask_export },
  { .name = "win.palette", .run = search },
  { .name = "win.submit", .run = zp_window_submit },
  { .name = "win.take-back", .run = zp_window_take_back },
  { .name = "win.return", .run = zp_window_return },
  { .name = "win.sign", .run = zp_window_sign },
  { .name = "win.file", .run = zp_window_file },
  { .name = "win.publish", .run = zp_window_publish },
  { .name = "win.show-seals", .run = zp_window_show_seals },
  { .name = "win.compare", .run = zp_window_compare },
  { .name = "win.compare-with", .run_text = zp_window_compare_with },
  { .name = "win.merge", .run = zp_window_merge },
  { .name = "win.merge-with", .run_text = zp_window_merge_with },
  { .name = "win.show-trail", .run = zp_window_show_trail },
  { .name = "win.sign-off", .run = zp_window_ask_sign_off },
  { .name = "win.write-sign-off", .run_text = zp_window_write_sign_off },
  { .name = "win.remark", .run = zp_window_remark },
  { .name = "win.remark-on", .run_text = zp_window_remark_on },
  { .name = "win.answer-remark", .run_text = zp_window_answer_remark },
  { .name = "win.close-remark", .run_text = zp_window_close_remark },
  { .name = "win.reopen-remark", .run_text = zp_window_reopen_remark },
  { .name = "win.show-review", .run = zp_window_show_review },
  { .name = "win.accept-point", .run_text = zp_window_accept_point },
  { .name = "win.unaccept-point", .run_text = zp_window_unaccept_point },
  { .name = "win.show-remarks", .run = zp_window_show_remarks },
  { .name = "win.show-remarks-on", .run_text = zp_window_show_remarks_on },
  { .name = "win.preview", .run = zp_window_open_preview },
  { .name = "win.print", .run = zp_window_print },
  { .name = "win.show-preview", .run = zp_window_show_preview },
  { .name = "win.toggle-pane", .run = zp_window_toggle_pane },
  { .name = "win.toggle-sidebar", .run = zp_window_toggle_sidebar },
};

static const Action *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];
  return NULL;
}

static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpWindow *self = ZP_WINDOW (widget);
  const Action *action = find_action (name);

  if (self->session == NULL)
    return;
  if (action->run != NULL)
    action->run (self);
  else if (action->run_text != NULL)
    action->run_text (self, g_variant_get_string (parameter, NULL));
  else
    action->run_step (self, action->step);
}

static void
activate_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_window (ZP_WINDOW (widget));
}

/** zp_window_install_actions: makes the actions known to the class. */
void
zp_window_install_actions (ZpWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].run_text != NULL ? "s" : NULL, activate);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, activate_close);
}

static gboolean
is_met (ZpWindow *self, Need need)
{
  if (self->session == NULL)
    return FALSE;
  switch (need)
    {
    case NEEDS_UNDO:
      return zp_session_can_undo (self->session);
    case NEEDS_REDO:
      return zp_session_can_redo (self->session);
    case NEEDS_BACK:
      return self->at > 0;
    case NEEDS_FORWARD:
      return self->at + 1 < self->visited->len;
    case NEEDS_REPORT:
    default:
      return TRUE;
    }
}

/** zp_window_update_actions: greys out what cannot be done now. */
void
zp_window_update_actions (ZpWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   is_met (self, actions[i].need));
}
