/* SPDX-License-Identifier: GPL-3.0-or-later
 * What may be typed into cells of a spreadsheet. */
#include "export/zp-xlsx-private.h"

#include <string.h>

/* Of a list with the commas between its words; the format takes no longer one. */
#define MAX_LIST 255

static gboolean
is_list (char **options)
{
  gsize length = 0;

  for (guint i = 0; options[i] != NULL; i++)
    {
      if (strpbrk (options[i], ",\"\n") != NULL)
        return FALSE;
      length += strlen (options[i]) + 1;
    }

  return length > 0 && length <= MAX_LIST;
}

static void
set_number (lxw_data_validation *validation, const ZpBookRule *rule)
{
  validation->validate = LXW_VALIDATION_TYPE_DECIMAL;
  validation->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  validation->minimum_number = zp_decimal_to_double (rule->min);
  validation->maximum_number = zp_decimal_to_double (rule->max);
}

/**
 * zp_xlsx_write_rules:
 *
 * Lets the spreadsheet program ask back when something else is typed; it may stand all the same, as
 * “—” does for a figure that does not apply. A list that the format does not take is left out.
 *
 * Returns: an error of the library
 */
lxw_error
zp_xlsx_write_rules (lxw_worksheet *worksheet, const ZpBookSheet *sheet)
{
  lxw_error result = LXW_NO_ERROR;

  for (guint i = 0; i < sheet->rules->len && result == LXW_NO_ERROR; i++)
    {
      const ZpBookRule *rule = g_ptr_array_index (sheet->rules, i);
      lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST,
                                         /* Releases differ in whether they call it const. */
                                         .value_list = (gpointer) rule->options,
                                         .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING };

      if (rule->options != NULL && !is_list (rule->options))
        continue;
      if (rule->options == NULL)
        set_number (&validation, rule);
      result = worksheet_data_validation_range (worksheet, (lxw_row_t) rule->first,
                                                (lxw_col_t) rule->column, (lxw_row_t) rule->last,
                                                (lxw_col_t) rule->column, &validation);
    }

  return result;
}
