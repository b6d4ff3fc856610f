/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sign-off sheet (审签单) as a document of its own, and the check code in other documents. */
#include "document/zp-doc-sign-off.h"

#include "base/zp-text.h"
#include "document/zp-doc-grid-private.h"
#include "document/zp-doc-properties.h"

/* Least lines of a step, so that there is room for opinions by hand; fewer where many signed. */
#define STEP_LINES 5
#define MIN_STEP_LINES 2
#define ALL_STEP_LINES 15
#define STAMP_LINES 7
#define FACT_LINES 2

enum
{
  COLUMN_STEP,
  COLUMN_NAME,
  COLUMN_OPINION,
  COLUMN_TIME,
  COLUMN_SIGNATURE,
  N_COLUMNS,
};

static const int widths[N_COLUMNS] = { 16, 14, 34, 19, 21 };

static const ZpWord heads[N_COLUMNS] = {
  ZP_WORD_SIGN_OFF_STEP, ZP_WORD_SIGN_OFF_NAME,      ZP_WORD_SIGN_OFF_OPINION,
  ZP_WORD_SIGN_OFF_TIME, ZP_WORD_SIGN_OFF_SIGNATURE,
};

static const ZpWord roles[] = {
  [ZP_DOC_PREPARER] = ZP_WORD_PREPARER,
  [ZP_DOC_REVIEWER] = ZP_WORD_REVIEWER,
  [ZP_DOC_LEADER] = ZP_WORD_LEADER,
};

/** Writer: @n_steps: signers, and steps that wait for one. */
typedef struct
{
  const ZpPack *pack;
  const ZpDocReview *review;
  ZpDocTable *table;
  ZpDocGrid grid;
  guint n_steps;
} Writer;

static ZpDocCell *
add_text (Writer *self, const char *text, ZpAlign align)
{
  ZpDocCell *cell = zp_doc_grid_add (&self->grid);
  g_autofree char *clean = zp_text_clean (text != NULL ? text : "");

  if (*clean != '\0')
    zp_doc_run_append (cell->runs, clean, NULL, ZP_RUN_PLAIN);
  cell->align = align;
  return cell;
}

static void
add_label (Writer *self, ZpWord word)
{
  add_text (self, zp_pack_get_word (self->pack, word), ZP_ALIGN_CENTER)->bold = TRUE;
}

static void
extend (Writer *self, int columns)
{
  for (int i = 1; i < columns; i++)
    zp_doc_grid_extend_left (&self->grid);
}

static void
add_fact (Writer *self, ZpWord label, const char *text, int columns)
{
  add_label (self, label);
  add_text (self, text, ZP_ALIGN_LEFT)->lines = FACT_LINES;
  extend (self, columns);
}

/**
 * zp_doc_review_tell_code:
 *
 * Returns: (transfer full): the check code; where there is none, why
 */
char *
zp_doc_review_tell_code (const ZpPack *pack, const ZpDocReview *review)
{
  g_autofree char *count = g_strdup_printf ("%u", review->n_changed);

  if (review->code != NULL)
    return g_strdup (review->code);
  if (review->is_sealed)
    return zp_pack_fill_word (pack, ZP_WORD_SIGN_OFF_BROKEN, (const char *[]){ count, NULL });
  return g_strdup (zp_pack_get_word (pack, ZP_WORD_SIGN_OFF_OPEN));
}

static void
add_facts (Writer *self, const ZpDoc *doc)
{
  g_autofree char *year = doc->year > 0 ? g_strdup_printf ("%d", doc->year) : NULL;
  g_autofree char *code = zp_doc_review_tell_code (self->pack, self->review);

  add_fact (self, ZP_WORD_SIGN_OFF_REPORT, doc->title, N_COLUMNS - 1);
  add_fact (self, ZP_WORD_SIGN_OFF_UNIT, doc->author, 2);
  add_fact (self, ZP_WORD_SIGN_OFF_YEAR, year, 1);
  add_fact (self, ZP_WORD_CHECK_CODE, code, N_COLUMNS - 1);
}

static void
add_heads (Writer *self)
{
  for (int i = 0; i < N_COLUMNS; i++)
    add_label (self, heads[i]);
}

/* Day and hour on two lines. */
static char *
show_time (const Writer *self, const char *time)
{
  g_autofree char *shown = zp_doc_review_show_time (self->pack, time);

  return g_strdelimit (g_steal_pointer (&shown), " ", '\n');
}

static void
add_step (Writer *self, ZpDocRole role, const ZpDocSigner *signer)
{
  guint lines = CLAMP (ALL_STEP_LINES / self->n_steps, MIN_STEP_LINES, STEP_LINES);
  g_autofree char *time = signer != NULL ? show_time (self, signer->time) : NULL;

  add_label (self, roles[role]);
  add_text (self, signer != NULL ? signer->name : NULL, ZP_ALIGN_CENTER);
  add_text (self, signer != NULL ? signer->opinion : NULL, ZP_ALIGN_LEFT)->lines = (int) lines;
  add_text (self, time, ZP_ALIGN_CENTER);
  add_text (self, NULL, ZP_ALIGN_CENTER);
}

static guint
count_signers (const Writer *self, ZpDocRole role)
{
  guint count = 0;

  for (guint i = 0; i < self->review->signers->len; i++)
    count += ((const ZpDocSigner *) g_ptr_array_index (self->review->signers, i))->role == role;
  return count;
}

static void
add_steps_of (Writer *self, ZpDocRole role)
{
  for (guint i = 0; i < self->review->signers->len; i++)
    {
      const ZpDocSigner *signer = g_ptr_array_index (self->review->signers, i);

      if (signer->role == role)
        add_step (self, role, signer);
    }
  if (count_signers (self, role) == 0)
    add_step (self, role, NULL);
}

static void
add_steps (Writer *self)
{
  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    self->n_steps += MAX (count_signers (self, (ZpDocRole) role), 1);
  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    add_steps_of (self, (ZpDocRole) role);
}

static void
add_stamp (Writer *self)
{
  add_label (self, ZP_WORD_SIGN_OFF_STAMP);
  add_text (self, NULL, ZP_ALIGN_LEFT)->lines = STAMP_LINES;
  extend (self, N_COLUMNS - 2);
  add_text (self, zp_pack_get_word (self->pack, ZP_WORD_SIGN_OFF_DAY), ZP_ALIGN_CENTER);
}

static void
add_note (Writer *self, const char *text)
{
  GPtrArray *runs = zp_doc_runs_new ();
  g_autofree char *clean = zp_text_clean (text);

  zp_doc_run_append (runs, clean, NULL, ZP_RUN_PLAIN);
  g_ptr_array_add (self->table->notes, runs);
}

static void
add_notes (Writer *self)
{
  for (guint i = 0; i < self->review->signers->len; i++)
    {
      const ZpDocSigner *signer = g_ptr_array_index (self->review->signers, i);
      g_autofree char *text = NULL;

      if (signer->subject == NULL)
        continue;
      text = zp_pack_fill_word (self->pack, ZP_WORD_SIGN_OFF_CERTIFICATE,
                                (const char *[]){ signer->name, signer->subject, NULL });
      add_note (self, text);
    }
  if (self->review->code != NULL)
    add_note (self, zp_pack_get_word (self->pack, ZP_WORD_SIGN_OFF_HINT));
}

static ZpDocTable *
make_table (const ZpPack *pack, const ZpDocReview *review, const ZpDoc *doc)
{
  Writer writer = { .pack = pack, .review = review, .table = zp_doc_table_new () };

  g_array_append_vals (writer.table->widths, widths, N_COLUMNS);
  zp_doc_grid_init (&writer.grid, writer.table);
  add_facts (&writer, doc);
  add_heads (&writer);
  add_steps (&writer);
  add_stamp (&writer);
  add_notes (&writer);
  zp_doc_grid_finish (&writer.grid);
  zp_doc_grid_clear (&writer.grid);
  return writer.table;
}

/**
 * zp_doc_build_sign_off:
 * @report: whose review it is
 *
 * Makes the sheet that goes with a report from hand to hand: what it is about, its check code where
 * it is sealed, then a row for whoever handed it in, each reviewer and the leader with opinion,
 * time and room for a signature by hand, and room for the seal of the unit. Steps not done yet are
 * empty rows, so that it serves on paper alone. In the words of the pack; one page, unless opinions
 * are very long.
 *
 * Returns: (transfer full): a tree that zp_doc_check() finds nothing wrong with
 */
ZpDoc *
zp_doc_build_sign_off (ZpReport *report, const ZpDocReview *review)
{
  const ZpPack *pack = NULL;
  ZpDoc *doc = NULL;

  g_return_val_if_fail (ZP_IS_REPORT (report) && review != NULL, NULL);

  pack = zp_report_get_pack (report);
  doc = zp_doc_build_empty (report);
  doc->is_unnumbered = TRUE;
  zp_doc_run_append (zp_doc_append (doc, ZP_DOC_TITLE)->runs,
                     zp_pack_get_word (pack, ZP_WORD_SIGN_OFF_TITLE), NULL, ZP_RUN_PLAIN);
  zp_doc_append (doc, ZP_DOC_TABLE)->table = make_table (pack, review, doc);
  return doc;
}

/**
 * zp_doc_add_check_code:
 * @review: (nullable)
 *
 * Prints the check code as the last line of the cover, where the report is sealed and the seals
 * hold; changes nothing otherwise.
 */
void
zp_doc_add_check_code (ZpDoc *self, const ZpPack *pack, const ZpDocReview *review)
{
  ZpDocNode *cover = self->nodes->len > 0 ? g_ptr_array_index (self->nodes, 0) : NULL;
  const char *texts[] = { zp_pack_get_word (pack, ZP_WORD_CHECK_CODE),
                          review != NULL ? review->code : NULL };
  GPtrArray *line = NULL;

  if (cover == NULL || cover->kind != ZP_DOC_COVER || texts[1] == NULL)
    return;

  line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GPtrArray *runs = zp_doc_runs_new ();

      zp_doc_run_append (runs, texts[i], NULL, ZP_RUN_PLAIN);
      g_ptr_array_add (line, runs);
    }
  g_ptr_array_add (cover->lines, line);
}
