/* SPDX-License-Identifier: GPL-3.0-or-later
 * The review of a report in its spreadsheet: check code, remarks, history. */
#include "document/zp-book-review.h"

#include <string.h>

#include "base/zp-text.h"
#include "document/zp-book-comment.h"
#include "document/zp-book-value.h"

/* What changed is to be recognised; the whole text is in the report. */
#define MAX_SHOWN 500

/* Lines of a cell are counted by this height, and a row is no higher. */
#define LINE_HEIGHT 15.0
#define ROW_PADDING 3.0
#define MAX_ROW_HEIGHT 409.0

typedef struct
{
  ZpWord head;
  double width;
} Column;

static const Column change_columns[] = {
  { ZP_WORD_SIGN_OFF_TIME, 17 }, { ZP_WORD_TRAIL_BY, 11 },    { ZP_WORD_TRAIL_PLACE, 30 },
  { ZP_WORD_TRAIL_BEFORE, 24 },  { ZP_WORD_TRAIL_AFTER, 24 }, { ZP_WORD_TRAIL_HOW, 11 },
  { ZP_WORD_TRAIL_KEY, 26 },
};

static const Column remark_columns[] = {
  { ZP_WORD_SIGN_OFF_TIME, 17 }, { ZP_WORD_REMARK_BY, 11 },    { ZP_WORD_TRAIL_PLACE, 30 },
  { ZP_WORD_REMARK_TEXT, 54 },   { ZP_WORD_REMARK_STATE, 11 }, { ZP_WORD_TRAIL_KEY, 26 },
};

static const struct
{
  const char *how;
  ZpWord word;
} hows[] = {
  { ZP_HOW_TYPED, ZP_WORD_HOW_TYPED },       { ZP_HOW_PASTED, ZP_WORD_HOW_PASTED },
  { ZP_HOW_IMPORTED, ZP_WORD_HOW_IMPORTED }, { ZP_HOW_HINT, ZP_WORD_HOW_HINT },
  { ZP_HOW_UNDONE, ZP_WORD_HOW_UNDONE },     { ZP_HOW_REDONE, ZP_WORD_HOW_REDONE },
  { ZP_HOW_REVIEW, ZP_WORD_HOW_REVIEW },     { ZP_HOW_MERGED, ZP_WORD_HOW_MERGED },
};

static const ZpWord events[] = {
  [ZP_DOC_EVENT_REMARK] = ZP_WORD_REMARK_SHEET,      [ZP_DOC_EVENT_SUBMIT] = ZP_WORD_STEP_SUBMIT,
  [ZP_DOC_EVENT_TAKE_BACK] = ZP_WORD_STEP_TAKE_BACK, [ZP_DOC_EVENT_BEGIN] = ZP_WORD_STEP_BEGIN,
  [ZP_DOC_EVENT_RETURN] = ZP_WORD_STEP_RETURN,       [ZP_DOC_EVENT_REVIEW] = ZP_WORD_STEP_REVIEW,
  [ZP_DOC_EVENT_APPROVE] = ZP_WORD_STEP_APPROVE,     [ZP_DOC_EVENT_FILE] = ZP_WORD_STEP_FILE,
  [ZP_DOC_EVENT_PUBLISH] = ZP_WORD_STEP_PUBLISH,
};

/** Writer: @row: first free row of @sheet. */
typedef struct
{
  const ZpDocScope *scope;
  ZpBook *book;
  ZpBookSheet *sheet;
  int row;
  int column;
} Writer;

static const char *
get_word (const Writer *self, ZpWord word)
{
  return zp_pack_get_word (self->scope->pack, word);
}

static void
begin_sheet (Writer *self, ZpWord name, const Column *columns, guint n_columns)
{
  self->sheet = zp_book_add_sheet (self->book, get_word (self, name));
  self->row = 1;
  self->column = 0;
  for (guint i = 0; i < n_columns; i++)
    {
      ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, 0, (int) i);

      zp_book_cell_set_text (cell, get_word (self, columns[i].head));
      cell->style = ZP_BOOK_STYLE_HEAD;
      cell->align = ZP_ALIGN_CENTER;
      g_array_append_val (self->sheet->widths, columns[i].width);
    }
  self->sheet->landscape = TRUE;
  self->sheet->repeat_first = self->sheet->repeat_last = 0;
  self->sheet->freeze_row = 1;
}

static char *
shorten (const char *text)
{
  g_autofree char *clean = zp_text_clean (text != NULL ? text : "");

  if (g_utf8_strlen (clean, -1) > MAX_SHOWN)
    {
      g_autofree char *start = g_utf8_substring (clean, 0, MAX_SHOWN);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&clean);
}

static double
measure (const Writer *self, const char *text)
{
  double width = MAX (g_array_index (self->sheet->widths, double, self->column) - 1, 1.0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += MAX ((guint) ((zp_text_column_width (lines[i]) + width - 1) / width), 1);
  return MIN (n_lines * LINE_HEIGHT + ROW_PADDING, MAX_ROW_HEIGHT);
}

static void
add_text (Writer *self, const char *text)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, self->row, self->column);
  GArray *heights = self->sheet->heights;
  g_autofree char *shown = shorten (text);
  double automatic = 0;

  zp_book_cell_set_text (cell, shown);
  cell->wrap = TRUE;
  while (heights->len <= (guint) self->row)
    g_array_append_val (heights, automatic);
  g_array_index (heights, double, self->row) =
    MAX (g_array_index (heights, double, self->row), measure (self, shown));
  self->column++;
}

static void
end_row (Writer *self)
{
  self->row++;
  self->column = 0;
}

static void
add_time (Writer *self, const char *time)
{
  g_autofree char *shown = zp_doc_review_show_time (self->scope->pack, time);

  add_text (self, shown);
}

static void
add_place (Writer *self, const char *key, const char *id)
{
  g_autofree char *place = zp_doc_review_get_place (self->scope, key, id);

  add_text (self, place);
}

static const char *
tell_how (const Writer *self, const char *how)
{
  for (guint i = 0; how != NULL && i < G_N_ELEMENTS (hows); i++)
    if (strcmp (hows[i].how, how) == 0)
      return get_word (self, hows[i].word);
  return how;
}

static gboolean
has_place (const ZpDocChange *change)
{
  return change->event == ZP_DOC_EVENT_NONE || change->event == ZP_DOC_EVENT_REMARK;
}

/* What changed, what was remarked on, or the step. */
static void
add_subject (Writer *self, const ZpDocChange *change)
{
  g_autofree char *place = NULL;
  g_autofree char *remark = NULL;

  if (!has_place (change))
    {
      add_text (self, get_word (self, events[change->event]));
      return;
    }
  place = zp_doc_review_get_place (self->scope, change->key, change->id);
  remark =
    zp_pack_fill_word (self->scope->pack, ZP_WORD_IN_TABLE,
                       (const char *[]){ get_word (self, ZP_WORD_REMARK_SHEET), place, NULL });
  add_text (self, change->event == ZP_DOC_EVENT_REMARK ? remark : place);
}

static void
write_change (Writer *self, const ZpDocChange *change)
{
  add_time (self, change->time);
  add_text (self, change->by);
  add_subject (self, change);
  add_text (self, change->before);
  add_text (self, change->after);
  add_text (self, tell_how (self, change->how));
  add_text (self, has_place (change) ? change->key : NULL);
  end_row (self);
}

static void
write_changes (Writer *self, const GPtrArray *changes)
{
  if (changes->len == 0)
    return;
  begin_sheet (self, ZP_WORD_TRAIL_SHEET, change_columns, G_N_ELEMENTS (change_columns));
  for (guint i = 0; i < changes->len; i++)
    write_change (self, g_ptr_array_index (changes, i));
}

static const char *
tell_state (const Writer *self, const ZpDocRemark *remark)
{
  return get_word (self, remark->open ? ZP_WORD_REMARK_OPEN : ZP_WORD_REMARK_DONE);
}

static void
tell_reply (const Writer *self, const ZpDocReply *reply, GString *text)
{
  static const ZpWord words[] = {
    [ZP_DOC_REPLY_ANSWER] = ZP_WORD_REPLY_ANSWER,
    [ZP_DOC_REPLY_DONE] = ZP_WORD_REPLY_DONE,
    [ZP_DOC_REPLY_REOPEN] = ZP_WORD_REPLY_REOPEN,
  };
  const char *said = reply->text != NULL ? reply->text : "";
  g_autofree char *line = zp_pack_fill_word (self->scope->pack, words[reply->kind],
                                             (const char *[]){ reply->by, said, NULL });

  g_string_append_printf (text, "\n%s", line);
  if (reply->kind != ZP_DOC_REPLY_ANSWER && *said != '\0')
    g_string_append_printf (text, "\n%s", said);
}

/* What was remarked and answered, a line each. */
static char *
tell_thread (const Writer *self, const ZpDocRemark *remark)
{
  GString *text = g_string_new (remark->text);

  for (guint i = 0; i < remark->replies->len; i++)
    tell_reply (self, g_ptr_array_index (remark->replies, i), text);
  return g_string_free (text, FALSE);
}

static void
write_remark (Writer *self, const ZpDocRemark *remark)
{
  g_autofree char *thread = tell_thread (self, remark);

  add_time (self, remark->time);
  add_text (self, remark->by);
  add_place (self, remark->key, remark->id);
  add_text (self, thread);
  add_text (self, tell_state (self, remark));
  add_text (self, remark->key);
  end_row (self);
}

static void
write_remarks (Writer *self, const GPtrArray *remarks)
{
  if (remarks->len == 0)
    return;
  begin_sheet (self, ZP_WORD_REMARK_SHEET, remark_columns, G_N_ELEMENTS (remark_columns));
  for (guint i = 0; i < remarks->len; i++)
    write_remark (self, g_ptr_array_index (remarks, i));
}

/* A cell, a row ("projects[2]") or a form. */
static gboolean
find_place (const ZpDocScope *scope, const char *id, ZpCell *place)
{
  const char *open = strchr (id, '[');
  g_autofree char *key = open != NULL ? g_strndup (id, (gsize) (open - id)) : g_strdup (id);
  const ZpBlock *block = NULL;

  if (strcmp (id, ZP_DOC_PLACE_WHOLE) == 0)
    return FALSE;
  if (zp_report_find_cell (scope->report, id, place, NULL))
    return TRUE;
  block = zp_pack_find_block (scope->pack, key);
  if (block == NULL)
    return FALSE;
  *place =
    zp_cell (block->index, open != NULL ? (int) g_ascii_strtoll (open + 1, NULL, 10) : ZP_BOOK_ANY,
             ZP_BOOK_ANY);
  return TRUE;
}

static void
comment_remark (const Writer *self, const ZpDocRemark *remark)
{
  g_autofree char *thread = tell_thread (self, remark);
  g_autofree char *head = zp_pack_fill_word (
    self->scope->pack, ZP_WORD_IN_TABLE,
    (const char *[]){ get_word (self, ZP_WORD_REMARK_SHEET), tell_state (self, remark), NULL });
  g_autofree char *first = zp_pack_fill_word (self->scope->pack, ZP_WORD_REPLY_ANSWER,
                                              (const char *[]){ remark->by, thread, NULL });
  g_autofree char *text = g_strconcat (head, "\n", first, NULL);
  ZpCell place;

  if (remark->id != NULL && find_place (self->scope, remark->id, &place))
    zp_book_add_comment (self->book, place, text);
}

/**
 * zp_book_add_review:
 * @self: the sheets of @report, for the office: not for the public
 * @review: what is known of the review
 *
 * Adds what a reviewer wants to see: the check code for the footers while the report is sealed and
 * the seals hold; remarks as comments on the first cell of each sheet that shows what they are
 * about; a sheet with all remarks and one with the history (修改记录), where there are any, behind
 * the others and named as the pack says.
 */
void
zp_book_add_review (ZpBook *self, ZpReport *report, const ZpDocReview *review)
{
  g_autoptr (ZpDocScope) scope = zp_doc_scope_new (report, ZP_PROFILE_SUBMIT);
  Writer writer = { .scope = scope, .book = self };

  g_return_if_fail (self != NULL && review != NULL);

  g_clear_pointer (&self->check_line, g_free);
  if (review->code != NULL)
    self->check_line =
      g_strdup_printf ("%s %s", zp_pack_get_word (scope->pack, ZP_WORD_CHECK_CODE), review->code);
  for (guint i = 0; i < review->remarks->len; i++)
    comment_remark (&writer, g_ptr_array_index (review->remarks, i));
  write_remarks (&writer, review->remarks);
  write_changes (&writer, review->changes);
}
