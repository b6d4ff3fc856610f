/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a finding says on its card: both sides, the difference, the correction. */
#include "session/zp-finding-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "expr/zp-expr-words.h"
#include "session/zp-cell-facts-private.h"
#include "session/zp-finding-card-private.h"

/* A formula in more words says no more than that there is one. */
#define MAX_FORMULA_WORDS 24

/* More places than these are found from the first ones. */
#define MAX_LINKS 3

/** zp_finding_card_free: frees a card. */
void
zp_finding_card_free (ZpFindingCard *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->message);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_free (self->sides[i].label);
      g_free (self->sides[i].figure);
    }
  g_free (self->difference);
  g_free (self->remedy);
  g_free (self->remedy_spoken);
  g_free (self->reason);
  g_free (self->advice);
  g_free (self->consequences);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static char *
render (ZpSession *session, const ZpFinding *finding, const ZpPhrase *phrase)
{
  ZpReport *report = zp_session_get_report (session);
  const ZpPack *pack = zp_session_get_pack (session);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  ZpPhraseStyle style = {
    .prose = TRUE, .grouping = pack->grouping, .na = pack->na, .empty = pack->empty
  };

  zp_check_push_row (finding->check, finding->row, &eval);
  return zp_phrase_render_text (phrase, &eval, &style);
}

static char *
words_of (ZpSession *session, const ZpFinding *finding, const ZpExpr *side)
{
  ZpReport *report = zp_session_get_report (session);
  ZpNearScope near;
  ZpEval eval;
  ZpCell from;

  if (zp_finding_get_first (finding, &from))
    zp_near_scope_init (&near, report, from);
  else
    zp_near_scope_init (&near, report, zp_cell (-1, 0, 0));
  eval = (ZpEval) ZP_EVAL_INIT (&near.scope);
  zp_check_push_row (finding->check, finding->row, &eval);
  return zp_expr_words (side, &eval);
}

static char *
formula_of (ZpSession *session, const ZpFinding *finding, const char *otherwise)
{
  g_autofree char *words = words_of (session, finding, finding->check->right);

  return g_utf8_strlen (words, -1) <= MAX_FORMULA_WORDS ? g_steal_pointer (&words)
                                                        : g_strdup (otherwise);
}

static char *
label_of (ZpSession *session, const ZpFinding *finding, const ZpPhrase *label, const ZpExpr *side)
{
  return label != NULL ? render (session, finding, label) : words_of (session, finding, side);
}

static void
set_labels (ZpFindingCard *self, ZpSession *session, const ZpFinding *finding)
{
  const ZpCheckDef *check = finding->check;

  if (check->kind == ZP_CHECK_DECLARED)
    {
      self->sides[0].label = g_strdup (_ ("Declared"));
      self->sides[1].label = g_strdup (_ ("Computed"));
    }
  else if (check->kind == ZP_CHECK_SUM)
    {
      self->sides[0].label = g_strdup (_ ("Declared"));
      self->sides[1].label = formula_of (session, finding, _ ("Sum of the parts"));
    }
  else
    {
      self->sides[0].label = label_of (session, finding, check->left_label, check->left);
      self->sides[1].label = label_of (session, finding, check->right_label, check->right);
    }
}

typedef struct
{
  ZpCell cell;
  gboolean found;
} CellSearch;

static void
look_at_cell (ZpCell cell, gpointer data)
{
  CellSearch *self = data;

  self->found |= zp_cell_equal (cell, self->cell);
}

static gboolean
reads (ZpSession *session, const ZpFinding *finding, const ZpExpr *side, ZpCell cell)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (zp_session_get_report (session)));
  CellSearch search = { cell, FALSE };

  zp_check_push_row (finding->check, finding->row, &eval);
  zp_expr_foreach_cell (side, &eval, look_at_cell, &search);
  return search.found;
}

/* Whether the figure that is probably wrong stands on the right side alone. */
static gboolean
is_right_guilty (ZpSession *session, const ZpFinding *finding)
{
  const ZpHint *hint = zp_finding_get_hint (finding);

  return hint != NULL && finding->check->kind == ZP_CHECK_COMPARE &&
         reads (session, finding, finding->check->right, hint->cell) &&
         !reads (session, finding, finding->check->left, hint->cell);
}

static void
set_difference (ZpFindingCard *self, const ZpFinding *finding, gboolean swapped)
{
  const char *guilty = swapped ? finding->expected : finding->found;
  const char *other = swapped ? finding->found : finding->expected;
  ZpDecimal a;
  ZpDecimal b;
  ZpDecimal apart;
  g_autofree char *figure = NULL;

  if (finding->difference == NULL || !zp_decimal_parse (guilty, &a, NULL) ||
      !zp_decimal_parse (other, &b, NULL) || !zp_decimal_subtract (a, b, &apart))
    return;
  figure = g_strconcat (apart.millionths < 0 ? "-" : "", finding->difference, NULL);
  self->difference = zp_sheet_figure_say_difference (figure, finding->unit);
}

static void
set_sides (ZpFindingCard *self, ZpSession *session, const ZpFinding *finding)
{
  gboolean swapped;

  if (finding->found == NULL || finding->expected == NULL || finding->check->right == NULL)
    {
      self->message = g_strdup (finding->message);
      return;
    }
  set_labels (self, session, finding);
  self->sides[0].figure = zp_sheet_figure_show_text (finding->found);
  self->sides[1].figure = zp_sheet_figure_show_text (finding->expected);
  swapped = is_right_guilty (session, finding);
  if (swapped)
    {
      ZpCardSide left = self->sides[0];

      self->sides[0] = self->sides[1];
      self->sides[1] = left;
    }
  set_difference (self, finding, swapped);
}

static char *
name_first (ZpSession *session, const ZpFinding *finding)
{
  ZpCell cell;

  if (!zp_finding_get_first (finding, &cell))
    return g_strdup (finding->title);
  return zp_sheet_get_cell_name (zp_session_get_report (session), cell);
}

static char *
title_of_equality (ZpSession *session, const ZpFinding *finding)
{
  const ZpCheckDef *check = finding->check;
  g_autofree char *left = label_of (session, finding, check->left_label, check->left);
  g_autofree char *right = label_of (session, finding, check->right_label, check->right);

  return g_strdup_printf (_ ("%1$s and %2$s differ"), left, right);
}

/**
 * zp_finding_say_title:
 *
 * Returns: (transfer full): what does not agree, in a few words without figures. Titles of packs
 * say what ought to be; of an equation the window says that it does not hold
 */
char *
zp_finding_say_title (ZpSession *session, const ZpFinding *finding)
{
  const ZpCheckDef *check = finding->check;
  g_autofree char *place = name_first (session, finding);

  if (check->kind == ZP_CHECK_DECLARED)
    return g_strdup_printf (_ ("%s: declared and computed figure differ"), place);
  if (check->kind == ZP_CHECK_SUM)
    return g_strdup_printf (_ ("%s: differs from the sum of its parts"), place);
  if (check->kind == ZP_CHECK_COMPARE && check->op == ZP_EXPR_EQUAL && check->left_label != NULL &&
      check->right_label != NULL)
    return title_of_equality (session, finding);
  return g_strdup (finding->title != NULL ? finding->title : finding->message);
}

static char *
name_target (ZpSession *session, const char *id)
{
  ZpReport *report = zp_session_get_report (session);
  const ZpPassage *passage = zp_pack_find_passage_by_id (zp_session_get_pack (session), id);
  ZpCell cell;

  if (zp_report_find_cell (report, id, &cell, NULL))
    return zp_sheet_get_cell_name (report, cell);
  if (passage == NULL)
    return NULL;
  return passage->label != NULL ? zp_sheet_render_label (report, passage->label) : g_strdup (id);
}

static gboolean
has_link (const ZpFindingCard *self, const char *id)
{
  for (guint i = 0; i < self->links->len; i++)
    if (g_str_equal (((const ZpUse *) g_ptr_array_index (self->links, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
add_link (ZpFindingCard *self, ZpSession *session, const char *id)
{
  char *label;
  ZpUse *link;

  if (self->links->len >= MAX_LINKS || has_link (self, id))
    return;
  label = name_target (session, id);
  if (label == NULL)
    return;
  link = g_new0 (ZpUse, 1);
  link->id = g_strdup (id);
  link->label = label;
  g_ptr_array_add (self->links, link);
}

static void
set_links (ZpFindingCard *self, ZpSession *session, const ZpFinding *finding)
{
  const ZpHint *hint = zp_finding_get_hint (finding);

  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_use_free);
  if (hint != NULL)
    add_link (self, session, hint->id);
  for (guint i = 0; finding->cells[i] != NULL; i++)
    add_link (self, session, finding->cells[i]);
}

/**
 * zp_finding_get_target:
 *
 * Returns: (transfer full) (nullable): where the likely culprit is, for "win.go-to"
 */
char *
zp_finding_get_target (ZpSession *session, const ZpFinding *finding)
{
  const ZpHint *hint = zp_finding_get_hint (finding);

  if (hint != NULL)
    return g_strdup (hint->id);
  for (guint i = 0; finding->cells[i] != NULL; i++)
    {
      g_autofree char *name = name_target (session, finding->cells[i]);

      if (name != NULL)
        return g_strdup (finding->cells[i]);
    }
  return NULL;
}

static char *
name_follower (ZpSession *session, const ZpFinding *follower, const ZpFinding *lead)
{
  ZpReport *report = zp_session_get_report (session);
  ZpCell cell;
  ZpCell from;

  if (!zp_finding_get_first (follower, &cell) || !zp_finding_get_culprit (lead, &from))
    return g_strdup (follower->title);
  return zp_cell_facts_name_from (report, cell, from);
}

static void
set_consequences (ZpFindingCard *self, ZpSession *session, const ZpFindingGroup *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < group->followers->len; i++)
    {
      char *name = name_follower (session, g_ptr_array_index (group->followers, i), group->lead);

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  self->consequences = g_strjoinv (C_ ("between names", ", "), (char **) names->pdata);
}

static gboolean
is_rounding (const ZpFinding *finding)
{
  return finding->severity == ZP_SEVERITY_ROUNDING;
}

/**
 * zp_finding_card_new:
 *
 * Returns: (transfer full): all that a card shows of @group
 */
ZpFindingCard *
zp_finding_card_new (ZpSession *session, const ZpFindingGroup *group)
{
  const ZpFinding *finding = group->lead;
  ZpFindingCard *self = g_new0 (ZpFindingCard, 1);

  self->title = zp_finding_say_title (session, finding);
  set_sides (self, session, finding);
  if (g_strcmp0 (self->message, self->title) == 0)
    g_clear_pointer (&self->message, g_free);
  set_links (self, session, finding);
  zp_finding_card_add_hint (self, session, group);
  set_consequences (self, session, group);
  if (self->remedy == NULL && !is_rounding (finding))
    self->advice = g_strdup (finding->instruction);
  self->takes_note = finding->check->note != ZP_NOTE_NONE && !is_rounding (finding);
  return self;
}
