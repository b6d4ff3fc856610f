/* SPDX-License-Identifier: GPL-3.0-or-later
 * The facts of the cell bar: six of them, in three columns. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/sheet/zp-cell-bar-private.h"
#include "app/sheet/zp-uses.h"

#define COLUMN_SPACING 12
#define N_COLUMNS 3
#define MAX_LINES 2

/**
 * Facts: the facts while they are put in, line by line.
 * @names: makes their names as wide as each other
 * @column @line: where the next one stands
 */
typedef struct
{
  GtkGrid *grid;
  GtkSizeGroup *names;
  int column;
  int line;
} Facts;

static GtkWidget *
value_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  zp_set_tooltip (label, text);
  return label;
}

/* Long texts may take a second line. */
static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = value_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  return label;
}

static GtkWidget *
nothing_new (const char *text)
{
  GtkWidget *label = value_new (text);

  gtk_widget_add_css_class (label, "zp-fact-nothing");
  return label;
}

static GtkWidget *
fact_new (GtkSizeGroup *names, const char *name, GtkWidget *value)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (fact, GTK_ALIGN_START);
  gtk_widget_add_css_class (fact, "zp-fact");
  gtk_widget_add_css_class (label, "zp-fact-name");
  gtk_size_group_add_widget (names, label);
  gtk_widget_add_css_class (value, "zp-fact-value");
  gtk_widget_set_hexpand (value, TRUE);
  gtk_box_append (GTK_BOX (fact), label);
  gtk_box_append (GTK_BOX (fact), value);
  return fact;
}

/* @n_columns: over which it stretches */
static void
add_wide_fact (Facts *facts, const char *name, GtkWidget *value, int n_columns)
{
  gtk_grid_attach (facts->grid, fact_new (facts->names, name, value), facts->column, facts->line,
                   n_columns, 1);
  facts->column += n_columns;
  if (facts->column == N_COLUMNS)
    {
      facts->column = 0;
      facts->line++;
    }
}

static void
add_fact (Facts *facts, const char *name, GtkWidget *value)
{
  add_wide_fact (facts, name, value, 1);
}

/** zp_cell_bar_get_meaning: (transfer full) (nullable): how the cell is computed, else 口径. */
char *
zp_cell_bar_get_meaning (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_session_get_pack (session), cell);

  if (def->entry == ZP_ENTRY_COMPUTED)
    return zp_cell_facts_get_formula (session, cell);
  return g_strdup (zp_cell_facts_get_help (session, cell));
}

/* Beside it stands last year's figure; where there is none, the meaning has its room as well. */
static void
add_meaning (Facts *facts, ZpSession *session, ZpCell cell)
{
  g_autofree char *meaning = zp_cell_bar_get_meaning (session, cell);
  g_autofree char *prior = zp_cell_facts_get_prior (session, cell);
  gboolean is_alone = meaning != NULL && prior == NULL;

  add_wide_fact (facts, C_ ("fact", "Meaning"),
                 meaning != NULL ? text_new (meaning)
                                 : nothing_new (C_ ("fact", "as the heads of row and column say")),
                 is_alone ? 2 : 1);
  if (!is_alone)
    add_fact (facts, C_ ("fact", "Last year"),
              prior != NULL ? value_new (prior) : nothing_new (C_ ("fact", "not filled in")));
}

static void
add_source (Facts *facts, ZpSession *session, ZpCell cell)
{
  const char *source = zp_cell_facts_get_source (session, cell);
  const char *basis = zp_cell_facts_get_basis (session, cell);

  if (source != NULL)
    add_fact (facts, C_ ("fact", "Source"), value_new (source));
  else if (basis != NULL)
    add_fact (facts, C_ ("fact", "Basis"), value_new (basis));
  else
    add_fact (facts, C_ ("fact", "Source"), nothing_new (C_ ("fact", "not given")));
}

static void
add_uses (Facts *facts, const char *name, const char *nothing, GPtrArray *uses)
{
  g_autoptr (GPtrArray) owned G_GNUC_UNUSED = uses;

  add_fact (facts, name, uses->len > 0 ? zp_uses_new (uses) : nothing_new (nothing));
}

static char *
tell_time (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean is_today;

  if (time == NULL)
    return g_strdup ("");
  is_today = g_date_time_get_year (time) == g_date_time_get_year (now) &&
             g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now);
  return g_date_time_format (time, is_today ? C_ ("time of a change", "Today %H:%M")
                                            : C_ ("time of a change", "%b %-d %H:%M"));
}

static char *
tell_past (const ZpPast *past)
{
  g_autofree char *time = tell_time (past->time);

  if (past->before == NULL)
    return g_strdup_printf (_ ("%1$s entered %2$s"), time, past->after);
  if (past->after == NULL)
    return g_strdup_printf (_ ("%1$s cleared, was %2$s"), time, past->before);
  return g_strdup_printf (_ ("%1$s from %2$s to %3$s"), time, past->before, past->after);
}

static char *
tell_past_fully (const ZpPast *past)
{
  g_autofree char *words = tell_past (past);
  g_autofree char *step =
    past->label != NULL
      ? g_strdup_printf (C_ ("a change and its step", "%1$s (%2$s)"), words, past->label)
      : g_strdup (words);

  if (past->author == NULL || *past->author == '\0')
    return g_steal_pointer (&step);
  return g_strdup_printf (C_ ("a change and who made it", "%1$s, %2$s"), step, past->author);
}

static void
add_past (Facts *facts, ZpSession *session, ZpCell cell)
{
  g_autoptr (GPtrArray) past = zp_cell_facts_list_past (session, cell);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;

  if (past->len == 0)
    {
      add_fact (facts, C_ ("fact", "History"),
                nothing_new (C_ ("fact", "not changed since opening")));
      return;
    }
  for (guint i = 0; i < past->len; i++)
    g_ptr_array_add (rows, tell_past_fully (g_ptr_array_index (past, i)));
  last = tell_past (g_ptr_array_index (past, 0));
  add_fact (facts, C_ ("fact", "History"), zp_uses_new_list (last, rows));
}

/** zp_cell_bar_make_facts: (transfer floating): all that is known of @cell. */
GtkWidget *
zp_cell_bar_make_facts (ZpSession *session, ZpCell cell)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  Facts facts = { .grid = GTK_GRID (grid), .names = names };

  gtk_grid_set_column_homogeneous (facts.grid, TRUE);
  gtk_grid_set_column_spacing (facts.grid, COLUMN_SPACING);
  add_meaning (&facts, session, cell);
  add_uses (&facts, C_ ("fact", "Used for"), C_ ("fact", "no other cell"),
            zp_cell_facts_list_readers (session, cell));
  add_source (&facts, session, cell);
  add_uses (&facts, C_ ("fact", "In the text"), C_ ("fact", "not printed"),
            zp_cell_facts_list_passages (session, cell));
  add_past (&facts, session, cell);
  return grid;
}
