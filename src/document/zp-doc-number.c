/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers of headings: 一、（一）1.（1）. */
#include "document/zp-doc-number.h"

#include <string.h>

#include "base/zp-hanzi.h"

static char *
put_number (const char *form, const char *sample, const char *number)
{
  const char *at = strstr (form, sample);

  return g_strdup_printf ("%.*s%s%s", (int) (at - form), form, number, at + strlen (sample));
}

static char *
format_number (const char *form, int number)
{
  g_autofree char *numeral = NULL;

  if (strstr (form, "一") != NULL)
    {
      numeral = zp_hanzi_from_int (number);
      return put_number (form, "一", numeral);
    }
  if (strstr (form, "1") != NULL)
    {
      numeral = g_strdup_printf ("%d", number);
      return put_number (form, "1", numeral);
    }
  return g_strdup (form);
}

static void
restart_below (ZpDocNumbers *self, int level)
{
  for (int i = level; i < ZP_DOC_LEVELS; i++)
    self->last[i] = 0;
}

/**
 * zp_doc_numbers_next:
 * @level: 1 to 4
 * @forms: %NULL-terminated: the number one at each level as the pack writes it: "一、", "1."
 *
 * The next number at a level; deeper levels begin again at one.
 *
 * Returns: (transfer full): "三、"; "" at a level the pack has no form for
 */
char *
zp_doc_numbers_next (ZpDocNumbers *self, int level, char **forms)
{
  g_return_val_if_fail (level >= 1 && level <= ZP_DOC_LEVELS, NULL);

  self->last[level - 1]++;
  restart_below (self, level);
  if (forms == NULL || g_strv_length (forms) < (guint) level)
    return g_strdup ("");

  return format_number (forms[level - 1], self->last[level - 1]);
}

/** zp_doc_numbers_skip: a heading without number was printed: deeper levels begin again at one. */
void
zp_doc_numbers_skip (ZpDocNumbers *self, int level)
{
  g_return_if_fail (level >= 1 && level <= ZP_DOC_LEVELS);

  restart_below (self, level);
}
