/* SPDX-License-Identifier: GPL-3.0-or-later
 * How far each part of the report is. All texts together are one part. */
#include "app/overview/zp-progress-card.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"

/* The row of all texts. */
#define TEXTS (-1)

/**
 * Row:
 * @place: number in the outline, or %TEXTS
 * @target: what a click goes to
 */
typedef struct
{
  int place;
  char *target;
  GtkWidget *row;
  GtkWidget *bar;
  GtkWidget *count;
  GtkWidget *badge;
} Row;

struct _ZpProgressCard
{
  GtkWidget parent_instance;

  ZpOutline *outline;
  GtkWidget *body;
  GtkListBox *list;
  GtkSizeGroup *labels;
  GtkSizeGroup *counts;
  GtkSizeGroup *badges;
  GPtrArray *rows; /* of Row */
};

G_DEFINE_FINAL_TYPE (ZpProgressCard, zp_progress_card, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->target);
  g_free (row);
}

static void
zp_progress_card_dispose (GObject *object)
{
  ZpProgressCard *self = ZP_PROGRESS_CARD (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->labels);
  g_clear_object (&self->counts);
  g_clear_object (&self->badges);
  G_OBJECT_CLASS (zp_progress_card_parent_class)->dispose (object);
}

static void
zp_progress_card_finalize (GObject *object)
{
  g_ptr_array_unref (ZP_PROGRESS_CARD (object)->rows);
  G_OBJECT_CLASS (zp_progress_card_parent_class)->finalize (object);
}

static void
zp_progress_card_class_init (ZpProgressCardClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = zp_progress_card_dispose;
  object_class->finalize = zp_progress_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *activated, gpointer data)
{
  ZpProgressCard *self = ZP_PROGRESS_CARD (data);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row->row == GTK_WIDGET (activated) && row->target != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", row->target);
    }
}

static GtkWidget *
head_new (void)
{
  GtkWidget *head = zp_line_new (8);
  GtkWidget *title = zp_label_new (_ ("Progress"), "zp-h2");

  gtk_widget_set_hexpand (title, TRUE);
  zp_line_append (ZP_LINE (head), title);
  zp_line_append (ZP_LINE (head), zp_label_new (_ ("filled / to fill"), "zp-caption"));
  return head;
}

static void
zp_progress_card_init (ZpProgressCard *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->counts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->badges = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "zp-progress");
  zp_set_label (GTK_WIDGET (self->list), _ ("Progress of the sections"));
  gtk_widget_add_css_class (self->body, "zp-card");
  gtk_box_append (GTK_BOX (self->body), head_new ());
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

static GtkWidget *
hidden_from_readers (GType type)
{
  return g_object_new (type, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
add_row (ZpProgressCard *self, int place, const char *label)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = zp_line_new (10);
  GtkWidget *name = gtk_label_new (label);

  row->place = place;
  row->row = gtk_list_box_row_new ();
  row->bar = hidden_from_readers (GTK_TYPE_PROGRESS_BAR);
  row->count = gtk_label_new (NULL);
  row->badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (row->badge, FALSE);
  gtk_size_group_add_widget (self->labels, name);
  gtk_size_group_add_widget (self->counts, row->count);
  gtk_size_group_add_widget (self->badges, row->badge);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (row->count), 1);
  gtk_widget_add_css_class (row->count, "zp-figure");
  gtk_widget_add_css_class (row->count, "zp-count");
  gtk_widget_set_hexpand (row->bar, TRUE);
  gtk_widget_set_valign (row->bar, GTK_ALIGN_CENTER);
  zp_line_append (ZP_LINE (box), name);
  zp_line_append (ZP_LINE (box), row->bar);
  zp_line_append (ZP_LINE (box), row->count);
  zp_line_append (ZP_LINE (box), row->badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_list_box_append (self->list, row->row);
  g_ptr_array_add (self->rows, row);
}

static void
add_rows (ZpProgressCard *self)
{
  guint n_texts = 0;
  g_autofree char *texts = NULL;

  for (guint i = 0; i < zp_outline_count (self->outline); i++)
    {
      const ZpPlace *place = zp_outline_get (self->outline, i);

      if (place->kind == ZP_PLACE_FORM)
        add_row (self, (int) i, place->label);
      n_texts += place->kind == ZP_PLACE_TEXT;
    }
  if (n_texts == 0)
    return;
  texts = g_strdup_printf (ngettext ("Text, %u section", "Text, %u sections", n_texts), n_texts);
  add_row (self, TEXTS, texts);
}

/** zp_progress_card_new: (transfer floating): @outline has to live as long as the card. */
GtkWidget *
zp_progress_card_new (ZpOutline *outline)
{
  ZpProgressCard *self = g_object_new (ZP_TYPE_PROGRESS_CARD, NULL);

  self->outline = outline;
  add_rows (self);
  return GTK_WIDGET (self);
}

static gboolean
needs_work (const ZpProgress *progress)
{
  return progress->errors + progress->warnings + progress->missing > 0;
}

static void
set_target (Row *row, const char *target)
{
  g_free (row->target);
  row->target = g_strdup (target);
}

static void
add_progress (ZpProgress *sum, const ZpProgress *progress)
{
  sum->filled += progress->filled;
  sum->expected += progress->expected;
  sum->missing += progress->missing;
  sum->errors += progress->errors;
  sum->warnings += progress->warnings;
  sum->roundings += progress->roundings;
}

/* A click on the row of all texts goes to the first that needs work. */
static gboolean
sum_texts (ZpProgressCard *self, Row *row, ZpProgress *sum)
{
  gboolean found = FALSE;
  gboolean has_target = FALSE;

  *sum = (ZpProgress){ 0 };
  for (guint i = 0; i < zp_outline_count (self->outline); i++)
    {
      const ZpPlace *place = zp_outline_get (self->outline, i);
      ZpProgress progress;

      if (place->kind != ZP_PLACE_TEXT || !zp_outline_is_shown (self->outline, i))
        continue;
      zp_outline_get_progress (self->outline, i, &progress);
      add_progress (sum, &progress);
      if (!found || (!has_target && needs_work (&progress)))
        set_target (row, place->id);
      has_target |= needs_work (&progress);
      found = TRUE;
    }
  return found;
}

static gboolean
get_progress (ZpProgressCard *self, Row *row, ZpProgress *progress)
{
  if (row->place == TEXTS)
    return sum_texts (self, row, progress);
  if (!zp_outline_is_shown (self->outline, (guint) row->place))
    return FALSE;
  set_target (row, zp_outline_get (self->outline, (guint) row->place)->id);
  zp_outline_get_progress (self->outline, (guint) row->place, progress);
  return TRUE;
}

static void
set_badge (Row *row, const ZpProgress *progress)
{
  GtkWidget *old = gtk_widget_get_first_child (row->badge);
  GtkWidget *badge;

  if (old != NULL)
    gtk_box_remove (GTK_BOX (row->badge), old);
  if (progress->expected == 0)
    return;
  badge = zp_badge_new (progress);
  gtk_widget_set_hexpand (badge, TRUE);
  gtk_box_append (GTK_BOX (row->badge), badge);
}

static void
add_count (GString *spoken, ZpSeverity severity, guint count)
{
  g_autofree char *words = zp_severity_count_words (severity, count);

  if (count > 0)
    g_string_append_printf (spoken, "%s%s", _ (", "), words);
}

static char *
say_progress (const char *label, const ZpProgress *progress)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_string_printf (spoken, _ ("%1$s: %2$u of %3$u filled in"), label, progress->filled,
                   progress->expected);
  add_count (spoken, ZP_SEVERITY_ERROR, progress->errors);
  add_count (spoken, ZP_SEVERITY_WARNING, progress->warnings);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static char *
count_progress (const ZpProgress *progress)
{
  if (progress->expected == 0)
    return g_strdup (_ ("Empty"));
  return g_strdup_printf ("%u / %u", progress->filled, progress->expected);
}

static void
show_progress (Row *row, const char *label, const ZpProgress *progress)
{
  g_autofree char *count = count_progress (progress);
  g_autofree char *spoken = say_progress (label, progress);

  gtk_label_set_label (GTK_LABEL (row->count), count);
  gtk_progress_bar_set_fraction (
    GTK_PROGRESS_BAR (row->bar),
    progress->expected > 0 ? (double) progress->filled / progress->expected : 0);
  set_badge (row, progress);
  zp_set_label (row->row, spoken);
}

static const char *
get_label (Row *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row->row));

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (box)));
}

/** zp_progress_card_refresh: reads the report anew. */
void
zp_progress_card_refresh (ZpProgressCard *self)
{
  g_return_if_fail (ZP_IS_PROGRESS_CARD (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      ZpProgress progress;
      gboolean is_shown = get_progress (self, row, &progress);

      gtk_widget_set_visible (row->row, is_shown);
      if (is_shown)
        show_progress (row, get_label (row), &progress);
    }
}
