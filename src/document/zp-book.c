/* SPDX-License-Identifier: GPL-3.0-or-later
 * Building the sheets of the spreadsheet attachment. */
#include "document/zp-book.h"

#include <string.h>

#include "base/zp-text.h"

/* What spreadsheet programs take as the name of a sheet; they count UTF-16 units. */
#define NAME_UNITS 31
#define NAME_FORBIDDEN "[]:*?/\\"

/* Spreadsheet programs keep this name, in any case, for their own list of changes. */
#define NAME_RESERVED "history"

static void
cell_free (gpointer data)
{
  ZpBookCell *cell = data;

  g_free (cell->text);
  g_free (cell->formula);
  g_free (cell->comment);
  g_free (cell);
}

static void
chart_free (gpointer data)
{
  ZpBookChart *chart = data;

  g_free (chart->title);
  g_free (chart);
}

static void
rule_free (gpointer data)
{
  ZpBookRule *rule = data;

  g_strfreev (rule->options);
  g_free (rule);
}

static void
sheet_free (gpointer data)
{
  ZpBookSheet *sheet = data;

  g_free (sheet->name);
  g_array_unref (sheet->widths);
  g_array_unref (sheet->heights);
  g_ptr_array_unref (sheet->cells);
  g_ptr_array_unref (sheet->charts);
  g_ptr_array_unref (sheet->rules);
  g_free (sheet);
}

/**
 * zp_book_new:
 *
 * Returns: (transfer full): a book without sheets, of 1970-01-01
 */
ZpBook *
zp_book_new (void)
{
  ZpBook *self = g_new0 (ZpBook, 1);

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return self;
}

/**
 * zp_book_free:
 * @self: (nullable) (transfer full): a book
 *
 * Frees the book with its sheets and cells.
 */
void
zp_book_free (ZpBook *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_free (self->title);
  g_free (self->author);
  g_free (self->check_line);
  g_free (self);
}

/**
 * zp_book_add_sheet:
 * @self: a book
 * @name: name wanted; see zp_book_unique_name(), which leaves a name of its own making as it is
 *
 * Adds an upright sheet without cells, repeated rows and panes.
 *
 * Returns: (transfer none): the sheet
 */
ZpBookSheet *
zp_book_add_sheet (ZpBook *self, const char *name)
{
  ZpBookSheet *sheet = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  sheet = g_new0 (ZpBookSheet, 1);
  sheet->name = zp_book_unique_name (self, name);
  sheet->widths = g_array_new (FALSE, FALSE, sizeof (double));
  sheet->heights = g_array_new (FALSE, FALSE, sizeof (double));
  sheet->cells = g_ptr_array_new_with_free_func (cell_free);
  sheet->charts = g_ptr_array_new_with_free_func (chart_free);
  sheet->rules = g_ptr_array_new_with_free_func (rule_free);
  sheet->repeat_first = -1;
  sheet->repeat_last = -1;
  g_ptr_array_add (self->sheets, sheet);

  return sheet;
}

/**
 * zp_book_sheet_add_cell:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Adds an empty bordered cell over one place, aligned left. Its texts are given away by the caller.
 *
 * Returns: (transfer none): the cell
 */
ZpBookCell *
zp_book_sheet_add_cell (ZpBookSheet *self, int row, int column)
{
  ZpBookCell *cell = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row >= 0 && column >= 0, NULL);

  cell = g_new0 (ZpBookCell, 1);
  cell->row = row;
  cell->column = column;
  cell->rows = 1;
  cell->columns = 1;
  cell->align = ZP_ALIGN_LEFT;
  g_ptr_array_add (self->cells, cell);

  return cell;
}

/** zp_book_sheet_add_chart: (transfer none): a chart of nothing yet, at the upper left corner. */
ZpBookChart *
zp_book_sheet_add_chart (ZpBookSheet *self, ZpBookChartKind kind, const char *title)
{
  ZpBookChart *chart = NULL;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  chart = g_new0 (ZpBookChart, 1);
  chart->kind = kind;
  chart->title = g_strdup (title);
  g_ptr_array_add (self->charts, chart);

  return chart;
}

/** zp_book_sheet_add_rule: (transfer none): a rule for rows of a column, that takes any number. */
ZpBookRule *
zp_book_sheet_add_rule (ZpBookSheet *self, int first, int last, int column)
{
  ZpBookRule *rule = NULL;

  g_return_val_if_fail (self != NULL && first >= 0 && last >= first && column >= 0, NULL);

  rule = g_new0 (ZpBookRule, 1);
  rule->first = first;
  rule->last = last;
  rule->column = column;
  rule->min = (ZpDecimal){ G_MININT64 };
  rule->max = (ZpDecimal){ G_MAXINT64 };
  g_ptr_array_add (self->rules, rule);

  return rule;
}

static gunichar
sheet_character (gunichar c)
{
  if (c < 0x80 && strchr (NAME_FORBIDDEN, (int) c) != NULL)
    return '_';

  return c == '\n' || c == '\t' ? ' ' : c;
}

/* A quotation mark at either end would end the name inside a formula. */
static void
strip_quotes (char *name)
{
  gsize skip = strspn (name, "' ");
  gsize length = 0;

  memmove (name, name + skip, strlen (name + skip) + 1);
  length = strlen (name);
  while (length > 0 && (name[length - 1] == '\'' || name[length - 1] == ' '))
    name[--length] = '\0';
}

/* Cuts between characters, so that no more than @units UTF-16 units are left. */
static void
cut (char *name, int units)
{
  char *at = name;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      units -= g_utf8_get_char (at) > 0xFFFF ? 2 : 1;
      if (units < 0)
        break;
    }
  *at = '\0';
  strip_quotes (name);
}

static char *
allowed_name (const char *wanted)
{
  g_autofree char *clean = zp_text_clean (wanted);
  g_autofree char *name = NULL;
  GString *allowed = g_string_new (NULL);

  for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (allowed, sheet_character (g_utf8_get_char (at)));

  name = g_string_free (allowed, FALSE);
  strip_quotes (name);
  cut (name, NAME_UNITS);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup ("Sheet");
}

static gboolean
is_taken (const ZpBook *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const ZpBookSheet *sheet = g_ptr_array_index (self->sheets, i);
      g_autofree char *other = g_utf8_casefold (sheet->name, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return g_str_equal (folded, NAME_RESERVED);
}

/**
 * zp_book_unique_name:
 * @self: a book
 * @wanted: any text
 *
 * Makes the name of a new sheet: `_` for the characters that no sheet name may have, no line
 * breaks, no quotation marks at its ends, at most 31 UTF-16 units, `Sheet` where nothing is left,
 * and ` (2)`, ` (3)` … behind a name that is taken (upper and lower case are the same) or reserved.
 *
 * Returns: (transfer full): the name
 */
char *
zp_book_unique_name (const ZpBook *self, const char *wanted)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && wanted != NULL, NULL);

  name = allowed_name (wanted);
  if (!is_taken (self, name))
    return g_steal_pointer (&name);

  for (guint i = 2;; i++)
    {
      g_autofree char *mark = g_strdup_printf (" (%u)", i);
      g_autofree char *stem = g_strdup (name);
      g_autofree char *numbered = NULL;

      cut (stem, NAME_UNITS - (int) strlen (mark));
      numbered = g_strconcat (stem, mark, NULL);
      if (!is_taken (self, numbered))
        return g_steal_pointer (&numbered);
    }
}
