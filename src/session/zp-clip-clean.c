/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures as other programs show them, and in words what had to be read away. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-figure.h"
#include "base/zp-text.h"
#include "report/zp-entry.h"
#include "session/zp-clip-private.h"

#define YUAN_SIGN "¥"
#define FIGURE_CHARACTERS "0123456789,. "

static gboolean
is_typed_figure (const ZpCellDef *def)
{
  return zp_sheet_figure_is_figure (def) && def->kind != ZP_KIND_YEAR;
}

/* What a spreadsheet program shows instead of a figure. */
static const char *const spreadsheet_errors[] = { "#DIV/0!", "#N/A",  "#NAME?", "#NULL!",
                                                  "#NUM!",   "#REF!", "#VALUE!" };

static gboolean
is_all_hashes (const char *text)
{
  return *text != '\0' && strspn (text, "#") == strlen (text);
}

/**
 * zp_clip_looks_like_error:
 * @remark: (out) (transfer full): what happened in the program that it comes from
 *
 * Returns: whether @given is what a spreadsheet shows when it has no figure to show
 */
gboolean
zp_clip_looks_like_error (const char *given, char **remark)
{
  g_autofree char *plain = zp_text_to_plain (given);

  if (is_all_hashes (plain))
    {
      *remark = g_strdup (_ ("the column was too narrow where it comes from; there is no figure"));
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (spreadsheet_errors); i++)
    if (g_str_equal (plain, spreadsheet_errors[i]))
      {
        *remark = g_strdup (_ ("the formula has an error where it comes from"));
        return TRUE;
      }
  return FALSE;
}

/* 6 000.00 has its groups as 6,000.00 has them; whether they are groups the parser decides. */
static char *
join_groups (const char *plain)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at++)
    {
      gboolean is_between =
        *at == ' ' && at > plain && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]);

      g_string_append_c (joined, is_between ? ',' : *at);
    }
  return g_string_free (joined, FALSE);
}

/**
 * Traits: what stands around the digits of a figure.
 * @unit: what stands behind them
 */
typedef struct
{
  char *unit;
  gboolean has_brackets;
  gboolean has_sign;
  gboolean has_groups;
  gboolean is_wide;
} Traits;

static gboolean
has_wide_digits (const char *given)
{
  for (; *given != '\0'; given = g_utf8_next_char (given))
    {
      gunichar c = g_utf8_get_char (given);

      if (c >= 0xFF01 && c <= 0xFF5E)
        return TRUE;
    }
  return FALSE;
}

static void
read_traits (Traits *self, const char *given, const char *plain)
{
  const char *digits = strpbrk (plain, "0123456789.");
  const char *behind = digits != NULL ? digits + strspn (digits, FIGURE_CHARACTERS) : plain;

  self->has_brackets = strchr (plain, '(') != NULL;
  self->has_sign = strstr (plain, YUAN_SIGN) != NULL;
  self->is_wide = has_wide_digits (given);
  if (*behind == ')')
    behind++;
  self->unit = g_strdelimit (g_strdup (behind), ")", ' ');
  g_strstrip (self->unit);
}

static void
add_remark (GString *remarks, const char *remark)
{
  if (remarks->len > 0)
    g_string_append (remarks, C_ ("between two remarks", "; "));
  g_string_append (remarks, remark);
}

static void
tell_unit (GString *remarks, const ZpCellDef *def, const char *unit)
{
  g_autofree char *own = zp_text_to_plain (def->unit.label);
  g_autofree char *words = NULL;

  if (*unit == '\0' || (g_str_equal (unit, "%") && g_str_equal (own, unit)))
    return;
  words = g_str_equal (unit, own)
            ? g_strdup (_ ("unit removed"))
            : g_strdup_printf (_ ("%1$s converted to %2$s"), unit, def->unit.label);
  add_remark (remarks, words);
}

/* Separators, blanks around and % of a rate change nothing that a reader would look for. */
static char *
tell_traits (const Traits *self, const ZpCellDef *def)
{
  g_autoptr (GString) remarks = g_string_new (NULL);

  tell_unit (remarks, def, self->unit);
  if (self->has_sign)
    add_remark (remarks, _ ("currency sign removed"));
  if (self->has_brackets)
    add_remark (remarks, _ ("brackets read as minus"));
  if (self->has_groups)
    add_remark (remarks, _ ("blanks removed"));
  if (self->is_wide && remarks->len == 0)
    add_remark (remarks, _ ("full-width digits made plain"));
  return remarks->len > 0 ? g_string_free (g_steal_pointer (&remarks), FALSE) : NULL;
}

static gboolean
clean_figure (const ZpCellDef *def,
              const char *given,
              const char *measure,
              char **kept,
              char **remark,
              GError **error)
{
  g_autofree char *plain = zp_text_to_plain (given);
  g_autofree char *joined = join_groups (plain);
  g_autofree char *unit = NULL;
  Traits traits = { .has_groups = !g_str_equal (plain, joined) };

  if (!zp_entry_parse (def, joined, measure, kept, error))
    return FALSE;
  read_traits (&traits, given, plain);
  unit = traits.unit;
  *remark = tell_traits (&traits, def);
  return TRUE;
}

/* A sheet may show nothing for a dash, or nought for it. */
static gboolean
clean_dash (const ZpCellDef *def, const char *given, char **kept, char **remark)
{
  g_autofree char *plain = zp_text_to_plain (given);

  if (!is_typed_figure (def) || !zp_figure_is_not_applicable (given))
    return FALSE;
  *kept = g_strdup (ZP_NOT_APPLICABLE);
  if (g_str_equal (plain, "-"))
    *remark = g_strdup (_ ("a dash: not applicable, not 0"));
  return TRUE;
}

/* Line breaks of a field with one line become blanks. */
static gboolean
clean_text (const ZpCellDef *def, const char *given, char **kept, char **remark, GError **error)
{
  g_autofree char *text = zp_text_clean (given);
  gboolean has_breaks;

  g_strchomp (text);
  has_breaks = strpbrk (text, "\n\t") != NULL;
  if (def->lines <= 1)
    g_strdelimit (text, "\n\t", ' ');
  if (!zp_entry_parse (def, text, NULL, kept, error))
    return FALSE;
  if (has_breaks && def->lines <= 1)
    *remark = g_strdup (_ ("line breaks made blanks"));
  return TRUE;
}

/**
 * zp_clip_clean:
 * @given: a field of the clipboard
 * @measure: (nullable): unit of the row, for a mixed cell
 * @kept: (out) (transfer full) (nullable): what the report keeps
 * @remark: (out) (transfer full) (nullable): what was read away, when it matters
 *
 * Returns: FALSE with the reason when it does not fit the cell
 */
gboolean
zp_clip_clean (const ZpCellDef *def,
               const char *given,
               const char *measure,
               char **kept,
               char **remark,
               GError **error)
{
  *kept = NULL;
  *remark = NULL;
  if (clean_dash (def, given, kept, remark))
    return TRUE;
  if (is_typed_figure (def) && def->kind != ZP_KIND_MIXED)
    return clean_figure (def, given, measure, kept, remark, error);
  if (def->kind == ZP_KIND_TEXT || def->kind == ZP_KIND_CHOICE)
    return clean_text (def, given, kept, remark, error);
  return zp_entry_parse (def, given, measure, kept, error);
}

/** zp_clip_show_kept: (transfer full) (nullable): what a cell shows that keeps @kept. */
char *
zp_clip_show_kept (const ZpSheet *sheet, const ZpCellDef *def, const char *kept)
{
  g_auto (ZpCellContent) content = { 0 };

  if (kept == NULL || !zp_cell_content_from_text (&content, def, kept, NULL))
    return NULL;
  return zp_sheet_figure_show (sheet->pack, def, &content);
}
