/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line under a passage: who wrote it, who remarked on it, how long it is, what can be done. */
#include "app/prose/zp-prose-bar.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "session/zp-remarks.h"

struct _ZpProseBar
{
  GtkWidget parent_instance;

  const ZpPassage *passage;
  GtkWidget *tag;
  GtkWidget *remarks;
  GtkWidget *help;
  GtkWidget *icon;
  GtkWidget *count;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (ZpProseBar, zp_prose_bar, GTK_TYPE_WIDGET)

static void
zp_prose_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (zp_prose_bar_parent_class)->dispose (object);
}

static void
zp_prose_bar_class_init (ZpProseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zp_prose_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "prosebar");
}

static GtkWidget *
add (ZpProseBar *self, GtkWidget *child)
{
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
  return child;
}

static GtkWidget *
remarks_new (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "chat-message-new-symbolic");
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zp-prose-remarks");
  gtk_widget_set_visible (button, FALSE);
  return button;
}

static void
zp_prose_bar_init (ZpProseBar *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 6);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "default");
  self->tag = add (self, gtk_label_new (NULL));
  gtk_widget_add_css_class (self->tag, "zp-prose-tag");
  self->remarks = add (self, remarks_new ());
  self->help = add (self, zp_label_new (NULL, "zp-caption"));
  gtk_widget_set_hexpand (self->help, TRUE);
  self->icon = add (self, gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_add_css_class (self->icon, "zp-prose-over");
  self->count = add (self, gtk_label_new (NULL));
  gtk_widget_add_css_class (self->count, "zp-caption");
  gtk_widget_add_css_class (self->count, "zp-figure");
  self->button = add (self, gtk_button_new ());
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "zp-prose-link");
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
set_button (ZpProseBar *self, const char *label, const char *action, const char *target)
{
  gtk_widget_set_visible (self->button, action != NULL && target != NULL);
  if (action == NULL || target == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

/* The spacer has to be there also when it has nothing to say. */
static void
set_help (ZpProseBar *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->help), text != NULL ? text : "");
}

static void
show_row (ZpProseBar *self, const ZpProsePart *part)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u character", "%u characters", part->count), part->count);

  set_text (self->tag, NULL);
  set_help (self, part->pair);
  set_text (self->count, count);
  gtk_widget_set_visible (self->icon, part->is_unpaired);
  set_button (self, _ ("Edit in the table"), "win.go-to", part->target);
}

static void
show_table (ZpProseBar *self, const ZpProsePart *part)
{
  g_autofree char *count =
    part->target != NULL
      ? g_strdup_printf (ngettext ("%u row", "%u rows", part->count), part->count)
      : NULL;

  set_text (self->tag, C_ ("part of a text", "Table"));
  set_help (self, part->title);
  set_text (self->count, count);
  gtk_widget_set_visible (self->icon, FALSE);
  set_button (self, _ ("Fill in the table"), "win.go-to", part->target);
}

static void
show_notes (ZpProseBar *self)
{
  set_text (self->tag, C_ ("part of a text", "Notes"));
  set_help (self, _ ("The notes on findings are printed here"));
  set_text (self->count, NULL);
  gtk_widget_set_visible (self->icon, FALSE);
  set_button (self, NULL, NULL, NULL);
}

/** zp_prose_bar_new: (transfer floating): the line that belongs to @part. */
GtkWidget *
zp_prose_bar_new (const ZpProsePart *part)
{
  ZpProseBar *self = g_object_new (ZP_TYPE_PROSE_BAR, NULL);

  self->passage = part->passage;
  if (part->kind == ZP_PROSE_PART_ROW)
    show_row (self, part);
  else if (part->kind == ZP_PROSE_PART_NOTES)
    show_notes (self);
  else if (part->kind == ZP_PROSE_PART_TABLE)
    show_table (self, part);
  return GTK_WIDGET (self);
}

static const char *
get_origin_word (ZpProseOrigin origin)
{
  switch (origin)
    {
    case ZP_PROSE_BY_PROGRAM:
      return _ ("Written by the program");
    case ZP_PROSE_REWRITTEN:
      return _ ("Rewritten");
    case ZP_PROSE_BY_CLERK:
    default:
      return _ ("Written by you");
    }
}

static char *
count_words (const ZpPassage *passage, guint count)
{
  g_autofree char *counted =
    g_strdup_printf (ngettext ("%u character", "%u characters", count), count);
  guint most = (guint) passage->length;

  if (most == 0)
    return g_steal_pointer (&counted);
  if (count > most)
    return g_strdup_printf (ngettext ("%s, %u too many", "%s, %u too many", count - most), counted,
                            count - most);
  return g_strdup_printf (_ ("%s, at most %u"), counted, most);
}

/**
 * zp_prose_bar_update:
 * @count: characters of the passage as it reads
 *
 * Says how a passage stands now. Its help is shown while nothing is written.
 */
void
zp_prose_bar_update (ZpProseBar *self, ZpProseOrigin origin, guint count)
{
  g_autofree char *counted = count_words (self->passage, count);
  gboolean is_over = self->passage->length > 0 && count > (guint) self->passage->length;

  set_text (self->tag, get_origin_word (origin));
  set_help (self, count == 0 ? self->passage->help : NULL);
  zp_set_tooltip (GTK_WIDGET (self), self->passage->help);
  set_text (self->count, count > 0 || self->passage->length > 0 ? counted : NULL);
  gtk_widget_set_visible (self->icon, is_over);
  set_button (self, _ ("Restore the Automatic Text"),
              origin == ZP_PROSE_REWRITTEN ? "prose.restore" : NULL, self->passage->id);
}

/** zp_prose_bar_set_remarks: @n_remarks: open ones on the passage; pressed, they are shown. */
void
zp_prose_bar_set_remarks (ZpProseBar *self, guint n_remarks)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (self->remarks));
  g_autofree char *number = g_strdup_printf ("%u", n_remarks);
  g_autofree char *said = zp_remarks_say_open (n_remarks);

  gtk_widget_set_visible (self->remarks, n_remarks > 0);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), number);
  zp_set_tip (self->remarks, said);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remarks), "s", self->passage->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remarks), "win.show-remarks-on");
}
