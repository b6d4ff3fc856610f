/* SPDX-License-Identifier: GPL-3.0-or-later
 * The places of a report that a window can show. */
#include <glib/gi18n-lib.h>

#include "document/zp-doc-number.h"
#include "session/zp-outline-private.h"
#include "session/zp-review-steps.h"

static void
place_free (gpointer data)
{
  ZpPlace *place = data;

  g_free (place->id);
  g_free (place->label);
  g_free (place->title);
  g_free (place);
}

static char *
render (ZpSession *session, const ZpPhrase *phrase)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (zp_session_get_report (session)));
  ZpPhraseStyle style = { .prose = TRUE, .na = zp_session_get_pack (session)->na, .empty = "" };

  return zp_phrase_render_text (phrase, &eval, &style);
}

static gboolean
holds (const ZpOutline *self, const ZpExpr *when)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (zp_session_get_report (self->session)));

  return when == NULL || zp_expr_is_true (when, &eval);
}

static ZpPlace *
add_place (ZpOutline *self, ZpPlaceKind kind, const char *prefix, const char *key)
{
  ZpPlace *place = g_new0 (ZpPlace, 1);

  place->kind = kind;
  place->id = g_strconcat (prefix, key, NULL);
  g_ptr_array_add (self->places, place);
  return place;
}

static void
add_overview (ZpOutline *self)
{
  ZpPlace *place = add_place (self, ZP_PLACE_OVERVIEW, "overview", NULL);

  place->label = g_strdup (C_ ("place", "Overview"));
  place->title = g_strdup (_ ("Overview of the report"));
}

static void
add_review (ZpOutline *self)
{
  ZpPlace *place = add_place (self, ZP_PLACE_REVIEW, "review", NULL);

  place->label = g_strdup (C_ ("place", "Review"));
  place->title = g_strdup (_ ("What needs a person"));
}

static gboolean
is_with_reviewer (const ZpOutline *self)
{
  ZpReviewState state = zp_session_get_review_state (self->session);

  return state == ZP_REVIEW_SUBMITTED || state == ZP_REVIEW_REVIEWED;
}

static void
add_form (ZpOutline *self, const ZpPage *page)
{
  ZpPlace *place = add_place (self, ZP_PLACE_FORM, "page:", page->key);

  place->page = page;
  place->help = page->help;
  for (guint i = 0; i < page->blocks->len; i++)
    g_array_index (self->places_by_block, int, g_array_index (page->blocks, int, i)) =
      (int) self->places->len - 1;
}

/** zp_section_foreach_content: everything in a section, that of the sections in it included. */
void
zp_section_foreach_content (const ZpSection *self,
                            gboolean is_repeated,
                            ZpContentFunc func,
                            gpointer data)
{
  gboolean repeated = is_repeated || self->each_block >= 0;

  for (guint i = 0; self->contents != NULL && i < self->contents->len; i++)
    func (g_ptr_array_index (self->contents, i), repeated, data);
  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++)
    zp_section_foreach_content (g_ptr_array_index (self->sections, i), repeated, func, data);
}

static void
index_passage (const ZpContent *content, gboolean is_repeated, gpointer data)
{
  ZpOutline *self = data;

  if (content->passage != NULL)
    g_hash_table_insert (self->places_by_passage, content->passage->id,
                         GUINT_TO_POINTER (self->places->len));
}

static void
add_text (ZpOutline *self, const ZpSection *section)
{
  ZpPlace *place = add_place (self, ZP_PLACE_TEXT, "section:", section->key);

  place->section = section;
  zp_section_foreach_content (section, FALSE, index_passage, self);
}

static void
add_texts (ZpOutline *self, const ZpPart *part)
{
  for (guint i = 0; part->sections != NULL && i < part->sections->len; i++)
    add_text (self, g_ptr_array_index (part->sections, i));
}

static void
find_first_passage (const ZpContent *content, gboolean is_repeated, gpointer data)
{
  const ZpPassage **first = data;

  if (*first == NULL)
    *first = content->passage;
}

/* A section without a heading, such as the opening, is called by its first passage. */
static char *
name_opening (const ZpOutline *self, const ZpSection *section)
{
  const ZpPassage *first = NULL;

  zp_section_foreach_content (section, FALSE, find_first_passage, &first);
  return first != NULL ? render (self->session, first->label) : g_strdup (section->key);
}

static void
name_section (const ZpOutline *self, ZpPlace *place, ZpDocNumbers *numbers)
{
  const ZpSection *section = place->section;
  const char *short_name = section->short_name;
  g_autofree char *heading = section->heading != NULL ? render (self->session, section->heading)
                                                      : name_opening (self, section);
  g_autofree char *number =
    section->heading != NULL && section->numbered
      ? zp_doc_numbers_next (numbers, 1, zp_session_get_pack (self->session)->headings)
      : g_strdup ("");

  place->title = g_strconcat (number, heading, NULL);
  place->label = g_strconcat (number, short_name != NULL ? short_name : heading, NULL);
}

/* A section that is not shown takes no number from those that are. */
static void
name_place (ZpOutline *self, guint index, ZpDocNumbers *numbers)
{
  ZpPlace *place = g_ptr_array_index (self->places, index);
  ZpDocNumbers aside = *numbers;
  ZpDocNumbers *counted = zp_outline_is_shown (self, index) ? numbers : &aside;

  if (place->kind == ZP_PLACE_OVERVIEW || place->kind == ZP_PLACE_REVIEW)
    return;
  g_free (place->label);
  g_free (place->title);
  if (place->kind == ZP_PLACE_TEXT)
    {
      name_section (self, place, counted);
      return;
    }
  place->label = render (self->session, place->page->label);
  place->title = g_strdup (place->label);
}

/* Numbers of headings move when a section comes or goes. */
static void
name_places (ZpOutline *self)
{
  ZpDocNumbers numbers = { { 0 } };

  for (guint i = 0; i < self->places->len; i++)
    name_place (self, i, &numbers);
}

static void
on_changed (ZpSession *session, gpointer data)
{
  ZpOutline *self = data;

  self->is_counted = FALSE;
  name_places (self);
}

static void
clear_places_by_block (ZpOutline *self)
{
  for (guint i = 0; i < self->places_by_block->len; i++)
    g_array_index (self->places_by_block, int, i) = -1;
}

static void
add_places (ZpOutline *self)
{
  const ZpPack *pack = zp_session_get_pack (self->session);

  g_array_set_size (self->places_by_block, pack->blocks->len);
  clear_places_by_block (self);
  add_overview (self);
  add_review (self);
  for (guint i = 0; i < pack->pages->len; i++)
    add_form (self, g_ptr_array_index (pack->pages, i));
  for (guint i = 0; i < pack->parts->len; i++)
    add_texts (self, g_ptr_array_index (pack->parts, i));
  name_places (self);
}

/**
 * zp_outline_new:
 *
 * Returns: (transfer full): the overview, the review, every page of forms, every top section of the
 * text, in this order; free with zp_outline_free()
 */
ZpOutline *
zp_outline_new (ZpSession *session)
{
  ZpOutline *self;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);

  self = g_new0 (ZpOutline, 1);
  self->session = g_object_ref (session);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->places_by_block = g_array_new (FALSE, TRUE, sizeof (int));
  self->places_by_passage = g_hash_table_new (g_str_hash, g_str_equal);
  self->progress = g_array_new (FALSE, TRUE, sizeof (ZpProgress));
  add_places (self);
  self->handler = g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  return self;
}

/** zp_outline_free: frees @self. */
void
zp_outline_free (ZpOutline *self)
{
  if (self == NULL)
    return;
  g_signal_handler_disconnect (self->session, self->handler);
  g_ptr_array_unref (self->places);
  g_array_unref (self->places_by_block);
  g_hash_table_unref (self->places_by_passage);
  g_array_unref (self->progress);
  g_object_unref (self->session);
  g_free (self);
}

/** zp_outline_count: how many places there are, shown or not. */
guint
zp_outline_count (const ZpOutline *self)
{
  return self->places->len;
}

/** zp_outline_get: (transfer none): a place; its words until the next change of the report. */
const ZpPlace *
zp_outline_get (const ZpOutline *self, guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);

  return g_ptr_array_index (self->places, index);
}

/** zp_outline_is_shown: whether the report has that place now; a pack may say when. */
gboolean
zp_outline_is_shown (const ZpOutline *self, guint index)
{
  const ZpPlace *place = zp_outline_get (self, index);

  if (place->page != NULL)
    return holds (self, place->page->when);
  if (place->section != NULL)
    return holds (self, place->section->when);
  return place->kind != ZP_PLACE_REVIEW || is_with_reviewer (self);
}

/** zp_outline_find_place: the place of that id, or -1. */
int
zp_outline_find_place (const ZpOutline *self, const char *id)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_str_equal (zp_outline_get (self, i)->id, id))
      return (int) i;
  return -1;
}

/** zp_outline_find_block: the place where a block is typed, or -1. */
int
zp_outline_find_block (const ZpOutline *self, int block)
{
  if (block < 0 || (guint) block >= self->places_by_block->len)
    return -1;
  return g_array_index (self->places_by_block, int, block);
}

/** zp_outline_find_passage: the place of a passage, by its id “text.scale”, or -1. */
int
zp_outline_find_passage (const ZpOutline *self, const char *passage)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->places_by_passage, passage)) - 1;
}

/** zp_outline_get_progress: how far a place is. */
void
zp_outline_get_progress (ZpOutline *self, guint index, ZpProgress *out)
{
  g_return_if_fail (index < self->places->len && out != NULL);

  zp_outline_count_progress (self);
  *out = g_array_index (self->progress, ZpProgress, index);
}

/** zp_outline_get_total: how far the report is; findings without a place count as well. */
void
zp_outline_get_total (ZpOutline *self, ZpProgress *out)
{
  g_return_if_fail (out != NULL);

  zp_outline_count_progress (self);
  *out = self->total;
}
