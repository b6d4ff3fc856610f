/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pieces that the card of a finding is put together from. */
#include "app/findings/zp-finding-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-announce.h"
#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "base/zp-time.h"

/* Which words belong to which link of a label. */
#define LINKS "zp-links"

/* See zp_label_new(). */
#define LEAST_CHARS 8

/* What a link of a card does instead of going to a place. */
#define NOTE_LINK "note:"

static GtkWidget *
hidden_from_readers (GType type)
{
  return g_object_new (type, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
icon_new (const char *name)
{
  GtkWidget *image = hidden_from_readers (GTK_TYPE_IMAGE);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), name);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return image;
}

/** zp_finding_icon_new: (transfer floating): the sign of a severity: its shape, not only its
 * colour, tells it. */
GtkWidget *
zp_finding_icon_new (ZpSeverity severity)
{
  const char *icon = zp_severity_get_icon (severity);
  GtkWidget *sign = zp_sign_new (icon, icon == NULL ? "≈" : NULL, zp_severity_get_word (severity));

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  zp_set_tooltip (sign, zp_severity_get_word (severity));
  return sign;
}

static GtkWidget *
figure_new (const char *figure)
{
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "zp-figure");
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
add_pair (GtkGrid *grid, int row, const char *label, const char *figure)
{
  GtkWidget *left = zp_label_new (label, NULL);

  gtk_widget_set_hexpand (left, TRUE);
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, figure_new (figure), 1, row, 1, 1);
}

/* Its words are long where it is in percentage points; they take no room from the sides above. */
static void
add_difference (GtkGrid *grid, const char *difference)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left = zp_label_new (_ ("Difference"), "zp-soft");
  GtkWidget *right = figure_new (difference);

  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (right, "zp-strong");
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  gtk_grid_attach (grid, hidden_from_readers (GTK_TYPE_SEPARATOR), 0, 2, 2, 1);
  gtk_grid_attach (grid, line, 0, 3, 2, 1);
}

/** zp_finding_sides_new: (transfer floating): both sides and what lies between them, or the finding
 * in a sentence; %NULL when its title has said all. */
GtkWidget *
zp_finding_sides_new (const ZpFindingCard *card)
{
  GtkWidget *grid;

  if (card->sides[0].label == NULL)
    return card->message != NULL ? zp_label_new (card->message, NULL) : NULL;
  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (int i = 0; i < 2; i++)
    add_pair (GTK_GRID (grid), i, card->sides[i].label, card->sides[i].figure);
  if (card->difference != NULL)
    add_difference (GTK_GRID (grid), card->difference);
  return grid;
}

static GtkWidget *
accept_button (const ZpFindingCard *card, const char *finding)
{
  gboolean together = card->n_hints > 1;
  GtkWidget *button = gtk_button_new_with_label (together ? _ ("Accept Together") : _ ("Accept"));
  g_autofree char *spoken =
    g_strdup_printf (together ? _ ("Accept together: %s") : _ ("Accept: %s"), card->remedy_spoken);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", finding);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.accept-hint");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "zp-accept");
  if (card->is_likely)
    gtk_widget_add_css_class (button, "suggested-action");
  zp_set_label (button, spoken);
  return button;
}

static GtkWidget *
hint_words_new (const ZpFindingCard *card)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (words), zp_label_new (card->remedy, "zp-strong"));
  if (*card->reason != '\0')
    gtk_box_append (GTK_BOX (words), zp_label_new (card->reason, NULL));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

/** zp_finding_hint_new: (transfer floating): the box with the correction; %NULL when there is none.
 */
GtkWidget *
zp_finding_hint_new (const ZpFindingCard *card, const char *finding)
{
  GtkWidget *box;
  GtkWidget *words;
  GtkWidget *button;

  if (card->remedy == NULL)
    return NULL;
  box = zp_line_new (8);
  words = hint_words_new (card);
  button = accept_button (card, finding);
  gtk_widget_add_css_class (box, "zp-hint");
  zp_line_append (ZP_LINE (box), icon_new ("dialog-information-symbolic"));
  zp_line_append (ZP_LINE (box), words);
  if (card->n_hints == 1)
    zp_line_append (ZP_LINE (box), button);
  else
    gtk_box_append (GTK_BOX (words), button);
  return box;
}

static gboolean
on_link (GtkLabel *label, const char *uri, gpointer data)
{
  if (g_str_has_prefix (uri, NOTE_LINK))
    gtk_widget_activate_action (GTK_WIDGET (label), "win.write-note", "s",
                                uri + strlen (NOTE_LINK));
  else
    gtk_widget_activate_action (GTK_WIDGET (label), "win.go-to", "s", uri);
  return TRUE;
}

/* The dot between row and column does not begin a line. */
static char *
keep_dots (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " · ", -1);

  return g_strjoinv ("\u00a0· ", parts);
}

/* To a reader the links of a text are one thing; which of them Enter would follow is told to it. */
static void
say_link (GtkWidget *label)
{
  const char *uri = gtk_label_get_current_uri (GTK_LABEL (label));
  GHashTable *links = g_object_get_data (G_OBJECT (label), LINKS);

  if (uri != NULL && g_hash_table_size (links) > 1)
    zp_announce (label, g_hash_table_lookup (links, uri));
}

static GtkWidget *
links_new (void)
{
  GtkWidget *label = zp_label_new (NULL, "zp-links");
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (label), LINKS,
                          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                          (GDestroyNotify) g_hash_table_unref);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (say_link), label);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (say_link), label);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_widget_add_controller (label, focus);
  gtk_widget_add_controller (label, keys);
  return label;
}

static void
add_link (GtkWidget *label, GString *markup, const char *uri, const char *words)
{
  GHashTable *links = g_object_get_data (G_OBJECT (label), LINKS);
  g_autofree char *kept = keep_dots (words);
  g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", uri, kept);

  if (markup->len > 0)
    g_string_append (markup, "\u3000");
  g_string_append (markup, link);
  g_hash_table_replace (links, g_strdup (uri), g_strdup (words));
}

static void
add_note_link (GtkWidget *label, GString *markup, const ZpFinding *finding)
{
  g_autofree char *uri = g_strconcat (NOTE_LINK, finding->id, NULL);

  add_link (label, markup, uri, finding->note != NULL ? _ ("Change the note") : _ ("Write a note"));
}

/** zp_finding_links_new: (transfer floating): where the card leads to; %NULL when nowhere. */
GtkWidget *
zp_finding_links_new (const ZpFindingCard *card, const ZpFinding *finding)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label;

  if (card->links->len == 0 && !card->takes_note)
    return NULL;
  label = links_new ();
  for (guint i = 0; i < card->links->len; i++)
    {
      const ZpUse *link = g_ptr_array_index (card->links, i);
      g_autofree char *words = g_strdup_printf (_ ("Go to %s"), link->label);

      add_link (label, markup, link->id, words);
    }
  if (card->takes_note)
    add_note_link (label, markup, finding);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  return label;
}

static char *
say_who (const ZpNote *note)
{
  g_autofree char *time = zp_time_format_local (note->time, "%Y-%m-%d %H:%M");

  if (time == NULL)
    return g_strdup (note->author);
  if (*note->author == '\0')
    return g_steal_pointer (&time);
  return g_strdup_printf (C_ ("author and time", "%1$s, %2$s"), note->author, time);
}

/** zp_finding_note_new: (transfer floating): its 审核说明, and whether it still counts; %NULL
 * without one. */
GtkWidget *
zp_finding_note_new (const ZpFinding *finding)
{
  GtkWidget *box;
  GtkWidget *words;
  g_autofree char *who = NULL;

  if (finding->note == NULL)
    return NULL;
  who = say_who (finding->note);
  box = zp_line_new (8);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (box, "zp-note");
  zp_line_append (ZP_LINE (box), icon_new (finding->note_valid ? "document-edit-symbolic"
                                                               : "action-unavailable-symbolic"));
  gtk_box_append (GTK_BOX (words), zp_label_new (finding->note->text, NULL));
  gtk_box_append (GTK_BOX (words), zp_label_new (who, "zp-soft"));
  if (!finding->note_valid)
    gtk_box_append (
      GTK_BOX (words),
      zp_label_new (_ ("A figure moved, so the note no longer counts; write it anew"), "zp-void"));
  zp_line_append (ZP_LINE (box), words);
  return box;
}
