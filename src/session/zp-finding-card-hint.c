/* SPDX-License-Identifier: GPL-3.0-or-later
 * The correction that a card offers: to what, why, and what else it mends. */
#include <glib/gi18n-lib.h>

#include "session/zp-finding-card-private.h"
#include "session/zp-sheet-figure.h"

/* Said under the corrected figure. */
static const char *const slip_words[] = {
  [ZP_SLIP_NONE] = NULL,
  [ZP_SLIP_TRANSPOSITION] = N_ ("two neighbouring digits are exchanged"),
  [ZP_SLIP_DIGIT] = N_ ("one digit is wrong"),
  [ZP_SLIP_DROPPED_DIGIT] = N_ ("a digit is missing"),
  [ZP_SLIP_DOUBLED_DIGIT] = N_ ("a digit stands twice"),
  [ZP_SLIP_UNIT] = N_ ("the figure is in another unit"),
  [ZP_SLIP_DECIMAL] = N_ ("the decimal point is in the wrong place"),
  [ZP_SLIP_SIGN] = N_ ("the sign is wrong"),
  [ZP_SLIP_OMITTED_ADDEND] = N_ ("a part was left out of the total"),
  [ZP_SLIP_COUNTED_TWICE] = N_ ("a part was counted twice"),
  [ZP_SLIP_COPIED_NEIGHBOUR] = N_ ("the figure beside it was copied"),
  [ZP_SLIP_WRONG_QUANTITY] = NULL,
  [ZP_SLIP_TRUNCATED] = N_ ("cut off instead of rounded"),
  [ZP_SLIP_STALE_TOTAL] = N_ ("the total was not brought up to date"),
};

static char *
show_figure (ZpSession *session, const ZpHint *hint)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_session_get_pack (session), hint->cell);

  return zp_sheet_figure_show_number (hint->to, def->min_places, def->max_places);
}

static char *
say_slip (const ZpHint *hint)
{
  if (slip_words[hint->slip] != NULL)
    return g_strdup (_ (slip_words[hint->slip]));
  if (hint->other != NULL)
    return g_strdup_printf (_ ("it equals %s, probably the wrong column"), hint->other);
  return NULL;
}

static guint
count_others (const ZpHint *hint)
{
  guint n_repairs = g_strv_length (hint->repairs);

  return n_repairs > 0 ? n_repairs - 1 : 0;
}

static char *
say_reason (const ZpHint *hint, guint n_hints)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *slip = say_slip (hint);
  guint n_others = count_others (hint);

  if (slip != NULL)
    g_ptr_array_add (parts, slip);
  if (n_hints > 1)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("needs %u other correction with it",
                                                "needs %u other corrections with it", n_hints - 1),
                                      n_hints - 1));
  if (n_others > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u more finding is mended by it",
                                                "%u more findings are mended by it", n_others),
                                      n_others));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("between the reasons of a correction", "; "), (char **) parts->pdata);
}

/* Of rounding differences only one figure that explains several of them is worth a word. */
static gboolean
is_worth_saying (const ZpFindingGroup *group, const ZpHint *hint)
{
  return group->lead->severity != ZP_SEVERITY_ROUNDING || count_others (hint) > 0;
}

void
zp_finding_card_add_hint (ZpFindingCard *self, ZpSession *session, const ZpFindingGroup *group)
{
  const ZpHint *hint = zp_finding_get_hint (group->lead);
  g_autoptr (GPtrArray) hints = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *name = NULL;

  if (hint == NULL || !is_worth_saying (group, hint))
    return;
  hints = zp_finding_list_hints (session, group->lead);
  figure = show_figure (session, hint);
  name = zp_sheet_get_cell_name (zp_session_get_report (session), hint->cell);
  self->n_hints = hints->len;
  self->is_likely = hint->likely;
  self->remedy = g_strdup_printf (hint->likely ? _ ("Should be %s") : _ ("Could be %s"), figure);
  self->remedy_spoken = g_strdup_printf (_ ("%1$s becomes %2$s"), name, figure);
  self->reason = say_reason (hint, hints->len);
}
