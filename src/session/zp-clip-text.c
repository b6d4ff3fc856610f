/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks of cells as the text that spreadsheet programs put into the clipboard: a line for each
 * row, tabs between fields, quotation marks around a field with tabs or line breaks in it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "session/zp-clip-private.h"

#define FIELD_ENDS "\t\r\n"
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static gboolean
ends_field (char c)
{
  return c == '\0' || strchr (FIELD_ENDS, c) != NULL;
}

/* The closing mark of the field that opens at @open, or NULL when it is no quoted one. Programs
 * quote a field only for what is in it, so that "甲" by itself is a text with two marks. */
static const char *
find_closing_mark (const char *open)
{
  gboolean needs_marks = FALSE;
  const char *at = open + 1;

  for (; *at != '\0'; at++)
    {
      needs_marks |= ends_field (*at);
      if (*at != '"')
        continue;
      if (at[1] != '"')
        break;
      needs_marks = TRUE;
      at++;
    }
  return *at == '"' && ends_field (at[1]) && (needs_marks || at == open + 1) ? at : NULL;
}

static char *
read_quoted (const char *open, const char *close)
{
  GString *field = g_string_new (NULL);

  for (const char *at = open + 1; at < close; at++)
    {
      g_string_append_c (field, *at);
      if (*at == '"')
        at++;
    }
  return g_string_free (field, FALSE);
}

static char *
read_field (const char **at)
{
  const char *start = *at;
  const char *close = *start == '"' ? find_closing_mark (start) : NULL;

  if (close != NULL)
    {
      *at = close + 1;
      return read_quoted (start, close);
    }
  *at += strcspn (start, FIELD_ENDS);
  return g_strndup (start, (gsize) (*at - start));
}

static void
skip_line_break (const char **at)
{
  if (**at == '\r')
    (*at)++;
  if (**at == '\n')
    (*at)++;
}

static char **
read_line (const char **at, guint *n_fields)
{
  GPtrArray *fields = g_ptr_array_new ();

  g_ptr_array_add (fields, read_field (at));
  while (**at == '\t' && *n_fields + fields->len <= ZP_CLIP_MAX_FIELDS)
    {
      (*at)++;
      g_ptr_array_add (fields, read_field (at));
    }
  *n_fields += fields->len;
  skip_line_break (at);
  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_free (fields, FALSE);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
fail_for_size (GError **error)
{
  g_set_error (error, ZP_CLIP_ERROR, ZP_CLIP_ERROR_SIZE,
               _ ("the clipboard holds more than %d cells or %d MiB; paste it in parts"),
               ZP_CLIP_MAX_FIELDS, ZP_CLIP_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (text != NULL && strlen (text) > ZP_CLIP_MAX_BYTES)
    return fail_for_size (error);
  if (text == NULL || !g_utf8_validate (text, -1, NULL) || is_blank (text))
    {
      g_set_error_literal (error, ZP_CLIP_ERROR, ZP_CLIP_ERROR_EMPTY,
                           _ ("there is nothing in the clipboard that can be pasted"));
      return FALSE;
    }
  return TRUE;
}

/**
 * zp_clip_parse:
 * @text: (nullable): of the clipboard, from a spreadsheet program or any other
 *
 * Returns: (transfer full) (nullable): of char **: the fields of each line, not all of the same
 * number; %NULL with %ZP_CLIP_ERROR when there are none or too many
 */
GPtrArray *
zp_clip_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *at = text;
  guint n_fields = 0;

  if (!check_text (text, error))
    return NULL;
  if (g_str_has_prefix (at, BYTE_ORDER_MARK))
    at += strlen (BYTE_ORDER_MARK);
  while (*at != '\0' && n_fields <= ZP_CLIP_MAX_FIELDS)
    g_ptr_array_add (lines, read_line (&at, &n_fields));
  if (n_fields > ZP_CLIP_MAX_FIELDS)
    {
      fail_for_size (error);
      return NULL;
    }
  return g_steal_pointer (&lines);
}

static void
append_field (GString *text, const char *field)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (field, FIELD_ENDS) == NULL && *field != '"')
    {
      g_string_append (text, field);
      return;
    }
  parts = g_strsplit (field, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

/* A total row has its head where the others have their name. */
static char *
copy_field (const ZpSheet *sheet, int row, int column)
{
  ZpCell cell;

  if (column == 0 && zp_sheet_is_total_row (sheet, row) &&
      !zp_sheet_get_cell (sheet, row, column, &cell))
    return g_strdup (zp_pack_get_word (sheet->pack, ZP_WORD_TOTAL));
  return zp_sheet_get_entry (sheet, row, column);
}

/**
 * zp_clip_copy:
 * @row @column @n_rows @n_columns: a block of cells of @sheet
 *
 * Returns: (transfer full): the block for other programs: figures without separators or units, so
 * that they are figures there too
 */
char *
zp_clip_copy (const ZpSheet *sheet, int row, int column, int n_rows, int n_columns)
{
  GString *text;

  g_return_val_if_fail (sheet != NULL, NULL);

  text = g_string_new (NULL);
  for (int i = 0; i < n_rows; i++)
    for (int j = 0; j < n_columns; j++)
      {
        g_autofree char *field = copy_field (sheet, row + i, column + j);

        append_field (text, field);
        g_string_append_c (text, j + 1 < n_columns ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}
