/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card of one finding, with those that the same correction mends. */
#include "app/findings/zp-finding-row.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/findings/zp-finding-parts.h"

/* The words beside the arrow that unfolds wrap there. */
#define LABEL_CHARS 30

/**
 * ZpFindingRow:
 * @followers: (nullable): the folded rest
 */
struct _ZpFindingRow
{
  GtkListBoxRow parent_instance;

  ZpSession *session;
  char *id;
  char *print;
  char *target;
  GtkWidget *followers;
};

G_DEFINE_FINAL_TYPE (ZpFindingRow, zp_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
zp_finding_row_dispose (GObject *object)
{
  g_clear_object (&ZP_FINDING_ROW (object)->session);
  G_OBJECT_CLASS (zp_finding_row_parent_class)->dispose (object);
}

static void
zp_finding_row_finalize (GObject *object)
{
  ZpFindingRow *self = ZP_FINDING_ROW (object);

  g_free (self->id);
  g_free (self->print);
  g_free (self->target);
  G_OBJECT_CLASS (zp_finding_row_parent_class)->finalize (object);
}

static void
zp_finding_row_class_init (ZpFindingRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_finding_row_dispose;
  G_OBJECT_CLASS (class)->finalize = zp_finding_row_finalize;
}

static void
on_enter (ZpFindingRow *self)
{
  if (self->session != NULL)
    zp_session_point (self->session, self->id);
}

static void
on_leave (ZpFindingRow *self)
{
  if (self->session != NULL)
    zp_session_point (self->session, NULL);
}

/* The cells that a card names are marked while the keyboard is on it. */
static void
zp_finding_row_init (ZpFindingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-finding");
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
append (GtkWidget *box, GtkWidget *part)
{
  if (part != NULL)
    gtk_box_append (GTK_BOX (box), part);
}

static GtkWidget *
title_new (ZpSeverity severity, const char *title)
{
  GtkWidget *box = zp_line_new (8);

  zp_line_append (ZP_LINE (box), zp_finding_icon_new (severity));
  zp_line_append (ZP_LINE (box), zp_label_new (title, "zp-strong"));
  return box;
}

static GtkWidget *
follower_new (ZpSession *session, const ZpFinding *finding)
{
  g_autofree char *title = zp_finding_say_title (session, finding);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = zp_line_new (6);

  gtk_widget_add_css_class (box, "zp-follower");
  zp_line_append (ZP_LINE (head), zp_finding_icon_new (finding->severity));
  zp_line_append (ZP_LINE (head), zp_label_new (title, NULL));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), zp_label_new (finding->message, "zp-soft"));
  return box;
}

static char *
say_followers (const GPtrArray *findings, const char *names)
{
  guint n = findings->len;

  if (names == NULL)
    return g_strdup_printf (ngettext ("%u finding hangs on it", "%u findings hang on it", n), n);
  return g_strdup_printf (
    ngettext ("%1$u finding hangs on it: %2$s", "%1$u findings hang on it: %2$s", n), n, names);
}

static GtkWidget *
followers_new (ZpSession *session, const GPtrArray *findings, const char *names)
{
  g_autofree char *title = say_followers (findings, names);
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = zp_label_new (title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (GTK_BOX (box), follower_new (session, g_ptr_array_index (findings, i)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  /* Else the toolkit makes it wider than the card where it takes two lines. */
  gtk_widget_set_hexpand (label, TRUE);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  /* A reader that follows this to what is folded away makes the toolkit complain once it unfolds.
   */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_CONTROLS);
  gtk_widget_add_css_class (expander, "zp-followers");
  zp_set_label (expander, title);
  return expander;
}

static GtkWidget *
body_new (ZpFindingRow *self,
          ZpSession *session,
          const ZpFindingGroup *group,
          const ZpFindingCard *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "zp-finding-body");
  append (box, zp_finding_sides_new (card));
  append (box, card->advice != NULL ? zp_label_new (card->advice, "zp-soft") : NULL);
  append (box, zp_finding_hint_new (card, group->lead->id));
  append (box, zp_finding_links_new (card, group->lead));
  append (box, zp_finding_note_new (group->lead));
  if (group->followers->len > 0)
    self->followers = followers_new (session, group->followers, card->consequences);
  append (box, self->followers);
  return box;
}

static char *
say (const ZpFinding *finding, const ZpFindingCard *card)
{
  const char *word = zp_severity_get_word (finding->severity);

  if (card->sides[0].label == NULL)
    return g_strdup_printf (_ ("%1$s: %2$s. %3$s"), word, card->title,
                            card->message != NULL ? card->message : "");
  return g_strdup_printf (_ ("%1$s: %2$s. %3$s %4$s, %5$s %6$s. Difference %7$s"), word,
                          card->title, card->sides[0].label, card->sides[0].figure,
                          card->sides[1].label, card->sides[1].figure,
                          card->difference != NULL ? card->difference : "");
}

static void
fill (ZpFindingRow *self, ZpSession *session, const ZpFindingGroup *group)
{
  g_autoptr (ZpFindingCard) card = zp_finding_card_new (session, group);
  g_autofree char *spoken = say (group->lead, card);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), title_new (group->lead->severity, card->title));
  gtk_box_append (GTK_BOX (box), body_new (self, session, group, card));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  zp_set_label (GTK_WIDGET (self), spoken);
}

/** zp_finding_row_new: (transfer floating): shows @group as it is now. */
GtkWidget *
zp_finding_row_new (ZpSession *session, const ZpFindingGroup *group)
{
  ZpFindingRow *self = g_object_new (ZP_TYPE_FINDING_ROW, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (group->lead->id);
  self->print = g_strdup (group->print);
  self->target = zp_finding_get_target (session, group->lead);
  fill (self, session, group);
  return GTK_WIDGET (self);
}

/** zp_finding_row_get_id: id of the finding that leads. */
const char *
zp_finding_row_get_id (ZpFindingRow *self)
{
  g_return_val_if_fail (ZP_IS_FINDING_ROW (self), NULL);

  return self->id;
}

/** zp_finding_row_get_print: what it shows, see #ZpFindingGroup. */
const char *
zp_finding_row_get_print (ZpFindingRow *self)
{
  g_return_val_if_fail (ZP_IS_FINDING_ROW (self), NULL);

  return self->print;
}

/** zp_finding_row_get_target: (nullable): where the likely culprit is, for "win.go-to". */
const char *
zp_finding_row_get_target (ZpFindingRow *self)
{
  g_return_val_if_fail (ZP_IS_FINDING_ROW (self), NULL);

  return self->target;
}

/** zp_finding_row_unfold: shows the findings that hang on it. */
void
zp_finding_row_unfold (ZpFindingRow *self)
{
  g_return_if_fail (ZP_IS_FINDING_ROW (self));

  if (self->followers != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (self->followers), TRUE);
}
