/* SPDX-License-Identifier: GPL-3.0-or-later
 * What closes the body: 附件说明, 署名 and 成文日期. */
#include "export/zp-pager-private.h"

#define ANNEX_LABEL "附件："

/* A longer list of annexes may be parted. */
#define MAX_LIST_ROWS (ZP_LINES_PER_PAGE / 2)

/* Blank rows between the text and a signature that bears a seal. */
#define SEAL_ROWS 2

static double
sum_widths (const ZpShape *shape, guint n_atoms)
{
  double width = 0;

  for (guint i = 0; i < MIN (n_atoms, shape->atoms->len); i++)
    width += g_array_index (shape->atoms, ZpAtom, i).width;

  return width;
}

static gunichar
character_at (const ZpShape *shape, guint i)
{
  return i < shape->atoms->len ? g_array_index (shape->atoms, ZpAtom, i).character : 0;
}

/* Characters of “附件：” at the start, or 0. */
static guint
count_label (const ZpShape *shape)
{
  return g_str_has_prefix (shape->text, ANNEX_LABEL) ? (guint) g_utf8_strlen (ANNEX_LABEL, -1) : 0;
}

/* Characters of the number with its dot that stands at a place, or 0. */
static guint
count_number (const ZpShape *shape, guint from)
{
  guint i = from;

  while (g_unichar_isdigit (character_at (shape, i)))
    i++;
  if (i == from || g_utf8_strchr (".．、", -1, character_at (shape, i)) == NULL)
    return 0;

  return i + 1 - from;
}

/** NameIndents: of the first line of a name, and of those that follow. */
typedef struct
{
  double first;
  double others;
} NameIndents;

static NameIndents
find_indents (const ZpShape *shape)
{
  guint label = count_label (shape);
  guint number = count_number (shape, label);
  NameIndents indents;

  indents.first = (label > 0 ? 2 : 2 + g_utf8_strlen (ANNEX_LABEL, -1)) * ZP_CHARACTER_PITCH;
  indents.others = indents.first + sum_widths (shape, label + number);
  return indents;
}

static void
put_annex_name (ZpPager *self, const GPtrArray *runs, guint keep_rows)
{
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, &zp_style_body);
  NameIndents indents = find_indents (shape);

  zp_pager_put_paragraph (self, runs, &zp_style_body, indents.first, indents.others, keep_rows,
                          ZP_PAGE_TAG_PARAGRAPH);
}

static guint
count_name_rows (ZpPager *self, const GPtrArray *runs)
{
  double width = zp_pager_get_frame (self).width;
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, &zp_style_body);
  NameIndents indents = find_indents (shape);
  g_autoptr (GArray) lines =
    zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data, shape->atoms->len,
                       width - indents.first, width - indents.others, ZP_LINE_BODY);

  return lines->len;
}

static guint
count_list_rows (ZpPager *self, const ZpDocNode *node)
{
  guint rows = 0;

  for (guint i = 0; i < node->lines->len; i++)
    rows += count_name_rows (self, g_ptr_array_index (node->lines, i));
  return rows;
}

/**
 * zp_pager_set_annex_list:
 * @keep_rows: rows that must be free behind the last name on its page
 *
 * A blank row below the body, indented by two; further names stand under the first number, turned
 * over lines under the first character of the name (GB/T 9704-2012, 7.3.4). A list that is not
 * long stands on one page.
 */
void
zp_pager_set_annex_list (ZpPager *self, const ZpDocNode *node, guint keep_rows)
{
  guint rows = 1 + count_list_rows (self, node);

  if (rows + keep_rows <= MAX_LIST_ROWS)
    zp_pager_need (self, (rows + keep_rows) * ZP_LINE_PITCH);
  zp_pager_skip_rows (self, 1);
  for (guint i = 0; i < node->lines->len; i++)
    put_annex_name (self, g_ptr_array_index (node->lines, i),
                    i + 1 == node->lines->len ? keep_rows : 0);
}

/* Lines of a text set one below the other, all with the same right edge or the same left edge. */
static double
put_lines (ZpPager *self, const ZpShape *shape, const GPtrArray *runs, double left, double right)
{
  ZpFrame frame = zp_pager_get_frame (self);
  const ZpAtom *atoms = (const ZpAtom *) (gconstpointer) shape->atoms->data;
  g_autoptr (GArray) lines =
    zp_line_break_all (atoms, shape->atoms->len, right - left, right - left, ZP_LINE_CELL);
  double first_x = left;

  zp_pager_begin_block (self);
  for (guint i = 0; i < lines->len; i++)
    {
      const ZpLine *line = &g_array_index (lines, ZpLine, i);
      ZpPlace place = { .width = line->width, .size = ZP_SIZE_3, .tag = ZP_PAGE_TAG_PARAGRAPH };

      zp_pager_need (self, ZP_LINE_PITCH);
      place.x = frame.x + MAX (left, right - line->width);
      place.baseline = zp_pager_baseline (frame.y + self->y, ZP_LINE_PITCH, ZP_SIZE_3);
      zp_pager_put_line (self, shape, runs, line, &place);
      self->y += ZP_LINE_PITCH;
      first_x = i == 0 ? place.x - frame.x : MIN (first_x, place.x - frame.x);
    }

  return first_x;
}

/**
 * zp_pager_count_signature_rows:
 * @node: a signature
 *
 * Returns: rows of the text it takes, with those left blank above
 */
guint
zp_pager_count_signature_rows (const ZpDocNode *node)
{
  return 2 + (node->seal ? SEAL_ROWS : 1);
}

/**
 * Signature: unit and date to be set.
 * @unit_width @date_width: when each is set in one line
 */
typedef struct
{
  const GPtrArray *unit;
  const GPtrArray *date;
  ZpShape *unit_shape;
  ZpShape *date_shape;
  double unit_width;
  double date_width;
} Signature;

/* GB/T 9704-2012, 7.3.5.1: the date ends four characters from the right, and the unit stands in the
 * middle above it; a long one ends two characters from the right, and the date goes along. */
static void
set_sealed (ZpPager *self, const Signature *sign)
{
  double width = zp_pager_get_frame (self).width;
  double middle = width - 4 * ZP_CHARACTER_PITCH - sign->date_width / 2;
  double unit_right = MIN (middle + sign->unit_width / 2, width - 2 * ZP_CHARACTER_PITCH);
  double unit_x = put_lines (self, sign->unit_shape, sign->unit, 0, unit_right);

  middle = MIN (middle, (unit_x + unit_right) / 2);
  put_lines (self, sign->date_shape, sign->date, 0, middle + sign->date_width / 2);
}

/* GB/T 9704-2012, 7.3.5.2: the unit ends two characters from the right, and the date begins two
 * characters behind it; a date longer than the unit ends two characters from the right instead, and
 * the unit moves to the left. */
static void
set_unsealed (ZpPager *self, const Signature *sign)
{
  double two = 2 * ZP_CHARACTER_PITCH;
  double right = zp_pager_get_frame (self).width - two;
  double unit_x = 0;

  if (sign->date_width > sign->unit_width)
    {
      put_lines (self, sign->unit_shape, sign->unit, 0,
                 right - sign->date_width - two + sign->unit_width);
      put_lines (self, sign->date_shape, sign->date, 0, right);
      return;
    }

  unit_x = put_lines (self, sign->unit_shape, sign->unit, 0, right);
  put_lines (self, sign->date_shape, sign->date, 0,
             MIN (unit_x + two + sign->date_width, right + two));
}

/**
 * zp_pager_set_signature:
 *
 * Sets 署名 and 成文日期. Above those that bear a seal two rows are left blank, so that the seal,
 * 42 mm wide, may press on both, and its upper edge is less than a row from the text; above others
 * one. The seal itself is never drawn.
 */
void
zp_pager_set_signature (ZpPager *self, const ZpDocNode *node)
{
  const GPtrArray *unit = g_ptr_array_index (node->lines, 0);
  const GPtrArray *date = g_ptr_array_index (node->lines, 1);
  g_autoptr (ZpShape) unit_shape = zp_shape_runs (self->fonts, unit, &zp_style_body);
  g_autoptr (ZpShape) date_shape = zp_shape_runs (self->fonts, date, &zp_style_body);
  Signature sign = { unit, date, unit_shape, date_shape };
  guint rows = zp_pager_count_signature_rows (node);

  sign.unit_width = sum_widths (unit_shape, unit_shape->atoms->len);
  sign.date_width = sum_widths (date_shape, date_shape->atoms->len);
  zp_pager_need (self, rows * ZP_LINE_PITCH);
  zp_pager_skip_rows (self, rows - 2);
  if (node->seal)
    set_sealed (self, &sign);
  else
    set_unsealed (self, &sign);
}
