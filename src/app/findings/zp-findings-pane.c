/* SPDX-License-Identifier: GPL-3.0-or-later
 * All findings, as cards beside the page. */
#include "app/findings/zp-findings-pane.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/findings/zp-finding-row.h"
#include "app/findings/zp-findings-filter.h"
#include "app/findings/zp-findings-list.h"

/**
 * ZpFindingsPane:
 * @groups: of #ZpFindingGroup, all of them; %NULL when they have to be read anew
 * @shown: of #ZpFindingGroup, borrowed: those that the filter lets through
 * @current: (nullable): id of the finding whose card stands out
 * @cell @has_cell: one whose finding is to stand out once the cards have followed
 * @source: lets the cards follow, or 0
 */
struct _ZpFindingsPane
{
  GtkWidget parent_instance;

  ZpSession *session;
  ZpFindingsFilter *filter;
  ZpFindingsList *list;
  GtkWidget *body;
  GPtrArray *groups;
  GPtrArray *shown;
  char *current;
  ZpCell cell;
  gboolean has_cell;
  guint source;
};

G_DEFINE_FINAL_TYPE (ZpFindingsPane, zp_findings_pane, GTK_TYPE_WIDGET)

static void
forget_groups (ZpFindingsPane *self)
{
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
}

static gboolean
passes (ZpFindingsPane *self, const ZpFindingGroup *group)
{
  if (zp_findings_filter_accepts (self->filter, group->lead))
    return TRUE;
  for (guint i = 0; i < group->followers->len; i++)
    if (zp_findings_filter_accepts (self->filter, g_ptr_array_index (group->followers, i)))
      return TRUE;
  return FALSE;
}

static void
choose_shown (ZpFindingsPane *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->groups->len; i++)
    if (passes (self, g_ptr_array_index (self->groups, i)))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->groups, i));
}

static void
show_chosen (ZpFindingsPane *self)
{
  choose_shown (self);
  zp_findings_list_set (self->list, self->shown);
  zp_findings_list_select (self->list, self->current, FALSE);
}

/* Reads the findings when they moved since they were last looked at. */
static void
refresh (ZpFindingsPane *self)
{
  if (self->groups != NULL || self->session == NULL)
    return;
  self->groups = zp_finding_groups_list (self->session);
  zp_findings_filter_count (self->filter);
  show_chosen (self);
}

static const ZpFindingGroup *
find_group (const GPtrArray *groups, const char *finding)
{
  for (guint i = 0; i < groups->len; i++)
    if (zp_finding_group_has (g_ptr_array_index (groups, i), finding))
      return g_ptr_array_index (groups, i);
  return NULL;
}

static void
set_current (ZpFindingsPane *self, const char *finding)
{
  char *copy = g_strdup (finding);

  g_free (self->current);
  self->current = copy;
}

static void
select_card (ZpFindingsPane *self, const char *finding)
{
  set_current (self, finding);
  zp_findings_list_select (self->list, self->current, TRUE);
}

static void
select_card_of_cell (ZpFindingsPane *self)
{
  const ZpFinding *finding =
    zp_finding_index_get_gravest (zp_session_get_index (self->session), self->cell);
  const ZpFindingGroup *group = finding != NULL ? find_group (self->shown, finding->id) : NULL;

  if (group != NULL)
    select_card (self, group->lead->id);
}

static void
follow (ZpFindingsPane *self)
{
  gboolean has_cell = self->has_cell;

  g_clear_handle_id (&self->source, g_source_remove);
  self->has_cell = FALSE;
  refresh (self);
  if (has_cell)
    select_card_of_cell (self);
}

static gboolean
follow_now (gpointer data)
{
  ZpFindingsPane *self = ZP_FINDINGS_PANE (data);

  self->source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow (self);
  return G_SOURCE_REMOVE;
}

/* The figure that was typed is on the screen before the cards are, which take longer. */
static void
follow_later (ZpFindingsPane *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add (follow_now, self);
}

static void
on_changed (ZpSession *session, gpointer data)
{
  ZpFindingsPane *self = ZP_FINDINGS_PANE (data);

  forget_groups (self);
  follow_later (self);
}

static void
on_filter_changed (ZpFindingsFilter *filter, gpointer data)
{
  ZpFindingsPane *self = ZP_FINDINGS_PANE (data);

  if (self->groups == NULL)
    return;
  zp_findings_filter_count (self->filter);
  show_chosen (self);
}

static void
on_row_activated (ZpFindingsList *list, const char *finding, const char *target, gpointer data)
{
  ZpFindingsPane *self = ZP_FINDINGS_PANE (data);

  set_current (self, finding);
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", target);
}

static void
zp_findings_pane_map (GtkWidget *widget)
{
  refresh (ZP_FINDINGS_PANE (widget));
  GTK_WIDGET_CLASS (zp_findings_pane_parent_class)->map (widget);
}

static void
zp_findings_pane_dispose (GObject *object)
{
  ZpFindingsPane *self = ZP_FINDINGS_PANE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  forget_groups (self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_findings_pane_parent_class)->dispose (object);
}

static void
zp_findings_pane_finalize (GObject *object)
{
  ZpFindingsPane *self = ZP_FINDINGS_PANE (object);

  g_ptr_array_unref (self->shown);
  g_free (self->current);
  G_OBJECT_CLASS (zp_findings_pane_parent_class)->finalize (object);
}

static void
zp_findings_pane_class_init (ZpFindingsPaneClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = zp_findings_pane_dispose;
  object_class->finalize = zp_findings_pane_finalize;
  widget_class->map = zp_findings_pane_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zpfindings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zp_findings_pane_init (ZpFindingsPane *self)
{
  self->shown = g_ptr_array_new ();
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/**
 * zp_findings_pane_new:
 * @outline: has to live as long as the pane
 *
 * Returns: (transfer floating): follows the findings of @session while it is in sight
 */
GtkWidget *
zp_findings_pane_new (ZpSession *session, ZpOutline *outline)
{
  ZpFindingsPane *self = g_object_new (ZP_TYPE_FINDINGS_PANE, NULL);
  GtkWidget *filter = zp_findings_filter_new (session, outline);
  GtkWidget *list = zp_findings_list_new (session);

  self->session = g_object_ref (session);
  self->filter = ZP_FINDINGS_FILTER (filter);
  self->list = ZP_FINDINGS_LIST (list);
  gtk_box_append (GTK_BOX (self->body), filter);
  gtk_box_append (GTK_BOX (self->body), list);
  g_signal_connect (filter, "changed", G_CALLBACK (on_filter_changed), self);
  g_signal_connect (list, "activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}

/** zp_findings_pane_set_place: @place: of the outline, that the window shows; or -1. */
void
zp_findings_pane_set_place (ZpFindingsPane *self, int place)
{
  g_return_if_fail (ZP_IS_FINDINGS_PANE (self));

  if (zp_findings_filter_set_place (self->filter, place))
    on_filter_changed (self->filter, self);
}

/**
 * zp_findings_pane_set_cell:
 * @cell: (nullable): the one the window stands in; its finding stands out
 */
void
zp_findings_pane_set_cell (ZpFindingsPane *self, const ZpCell *cell)
{
  g_return_if_fail (ZP_IS_FINDINGS_PANE (self));

  self->has_cell = cell != NULL;
  if (cell == NULL)
    return;
  self->cell = *cell;
  follow_later (self);
}

/**
 * zp_findings_pane_show:
 *
 * Brings the card of a finding into sight, and lets go of a filter that hides it.
 *
 * Returns: FALSE when there is no such finding
 */
gboolean
zp_findings_pane_show (ZpFindingsPane *self, const char *finding)
{
  const ZpFindingGroup *group;

  g_return_val_if_fail (ZP_IS_FINDINGS_PANE (self) && finding != NULL, FALSE);

  follow (self);
  group = find_group (self->groups, finding);
  if (group == NULL)
    return FALSE;
  if (find_group (self->shown, finding) == NULL)
    zp_findings_filter_choose (self->filter, ZP_FINDINGS_ALL);
  select_card (self, group->lead->id);
  if (!g_str_equal (group->lead->id, finding))
    zp_findings_list_unfold (self->list, group->lead->id);
  return TRUE;
}

static int
find_current (ZpFindingsPane *self)
{
  for (guint i = 0; self->current != NULL && i < self->shown->len; i++)
    if (zp_finding_group_has (g_ptr_array_index (self->shown, i), self->current))
      return (int) i;
  return -1;
}

static int
step_from (int at, int direction, int count)
{
  if (at < 0)
    return direction > 0 ? 0 : count - 1;
  return (at + direction + count) % count;
}

/**
 * zp_findings_pane_step:
 * @direction: 1 for the next card, -1 for the one before; after the last comes the first
 *
 * Returns: (nullable): id of the finding that stands out now, until the next "changed" of the
 *   session; %NULL when there is none
 */
const char *
zp_findings_pane_step (ZpFindingsPane *self, int direction)
{
  const ZpFindingGroup *group;

  g_return_val_if_fail (ZP_IS_FINDINGS_PANE (self) && direction != 0, NULL);

  follow (self);
  if (self->shown->len == 0)
    return NULL;
  group = g_ptr_array_index (
    self->shown, step_from (find_current (self), direction > 0 ? 1 : -1, (int) self->shown->len));
  select_card (self, group->lead->id);
  return self->current;
}
