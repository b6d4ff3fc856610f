/* SPDX-License-Identifier: GPL-3.0-or-later
 * Faces, borders and number formats of spreadsheet cells: one format for all cells that look alike.
 */
#include "export/zp-xlsx-private.h"

#include "document/zp-geometry.h"
#include "export/zp-office-face-private.h"

#define TITLE_SIZE 16.0

/* As zp_date_to_chinese() prints a day. */
#define DATE_FORMAT "yyyy\"年\"m\"月\"d\"日\""

struct _ZpXlsxFormats
{
  lxw_workbook *workbook;
  GHashTable *formats; /* description → lxw_format, which the workbook owns */
};

/** Look: @color: of the ground, or %LXW_COLOR_UNSET */
typedef struct
{
  ZpFontRole face;
  double size;
  gboolean bordered;
  lxw_color_t color;
} Look;

static const Look looks[] = {
  [ZP_BOOK_STYLE_CELL] = { ZP_FONT_FANGSONG, ZP_SIZE_5, TRUE, LXW_COLOR_UNSET },
  [ZP_BOOK_STYLE_HEAD] = { ZP_FONT_HEITI, ZP_SIZE_5, TRUE, LXW_COLOR_UNSET },
  [ZP_BOOK_STYLE_TITLE] = { ZP_FONT_BIAOSONG, TITLE_SIZE, FALSE, LXW_COLOR_UNSET },
  [ZP_BOOK_STYLE_PLAIN] = { ZP_FONT_FANGSONG, ZP_SIZE_5, FALSE, LXW_COLOR_UNSET },
  [ZP_BOOK_STYLE_ERROR] = { ZP_FONT_FANGSONG, ZP_SIZE_5, TRUE, 0xF8D7DA },
  [ZP_BOOK_STYLE_WARNING] = { ZP_FONT_FANGSONG, ZP_SIZE_5, TRUE, 0xFFF2CC },
  [ZP_BOOK_STYLE_ROUNDING] = { ZP_FONT_FANGSONG, ZP_SIZE_5, TRUE, 0xDEEAF6 },
};

static const guint8 alignments[] = {
  [ZP_ALIGN_AUTO] = LXW_ALIGN_NONE,
  [ZP_ALIGN_LEFT] = LXW_ALIGN_LEFT,
  [ZP_ALIGN_CENTER] = LXW_ALIGN_CENTER,
  [ZP_ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
};

/**
 * zp_xlsx_formats_new:
 * @workbook: outlives the formats
 *
 * Returns: (transfer full): formats made as they are asked for
 */
ZpXlsxFormats *
zp_xlsx_formats_new (lxw_workbook *workbook)
{
  ZpXlsxFormats *self = g_new0 (ZpXlsxFormats, 1);

  self->workbook = workbook;
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
zp_xlsx_formats_free (ZpXlsxFormats *self)
{
  g_hash_table_unref (self->formats);
  g_free (self);
}

/* "#,##0.00", "0.00%", "0"; %NULL for text. */
static char *
number_format (const ZpBookCell *cell)
{
  GString *format = NULL;

  if (cell->value == ZP_BOOK_DATE)
    return g_strdup (DATE_FORMAT);
  if (cell->value != ZP_BOOK_NUMBER)
    return NULL;

  format = g_string_new (cell->grouping ? "#,##0" : "0");
  if (cell->places > 0)
    g_string_append_c (format, '.');
  for (int i = 0; i < cell->places; i++)
    g_string_append_c (format, '0');
  if (cell->percent)
    g_string_append_c (format, '%');

  return g_string_free (format, FALSE);
}

static lxw_format *
make_format (ZpXlsxFormats *self, const ZpBookCell *cell, const char *number)
{
  const Look *look = &looks[cell->style];
  lxw_format *format = workbook_add_format (self->workbook);
  ZpFontRole face = cell->bold ? ZP_FONT_HEITI : look->face;

  format_set_font_name (format, zp_office_face_get (face)->name);
  format_set_font_size (format, look->size);
  format_set_align (format, alignments[cell->align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (cell->wrap)
    format_set_text_wrap (format);
  if (look->bordered)
    format_set_border (format, LXW_BORDER_THIN);
  if (look->color != LXW_COLOR_UNSET)
    format_set_bg_color (format, look->color);
  if (number != NULL)
    format_set_num_format (format, number);

  return format;
}

/**
 * zp_xlsx_formats_get:
 * @cell: a cell
 *
 * Returns: (transfer none): its format, the same for every cell that looks the same
 */
lxw_format *
zp_xlsx_formats_get (ZpXlsxFormats *self, const ZpBookCell *cell)
{
  g_autofree char *number = number_format (cell);
  g_autofree char *key = g_strdup_printf ("%d %d %d %d %s", (int) cell->style, (int) cell->align,
                                          cell->bold, cell->wrap, number != NULL ? number : "");
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format == NULL)
    {
      format = make_format (self, cell, number);
      g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
    }

  return format;
}
