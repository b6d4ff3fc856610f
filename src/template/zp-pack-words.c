/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a pack: their names, what stands for them in a pack that has none, reading. */
#include "template/zp-pack-loader-private.h"

#include "base/zp-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_VALUES 6

/* @text: in a pack without words; translated nowhere, so that a document is the same bytes whoever
 * makes it. {1} to {6} are filled in. */
typedef struct
{
  const char *name;
  const char *text;
} WordDef;

/* clang-format off */
static const WordDef defs[ZP_N_WORDS] = {
  [ZP_WORD_ITEM] = { "item", "Item" },
  [ZP_WORD_FIGURE] = { "figure", "Figure" },
  [ZP_WORD_NUMBER] = { "number", "No." },
  [ZP_WORD_TOTAL] = { "total", "Total" },
  [ZP_WORD_IN_TABLE] = { "in_table", "{1}: {2}" },
  [ZP_WORD_IN_TOTAL] = { "in_total", "{1}, total: {2}" },
  [ZP_WORD_IN_ROW] = { "in_row", "{1}, row {2}: {3}" },
  [ZP_WORD_COMPUTED] = { "computed", "Computed" },
  [ZP_WORD_COMPUTED_COLUMN] = { "computed_column", "{1}, computed" },
  [ZP_WORD_DECLARED] = { "declared", "Declared; computed: {1}" },
  [ZP_WORD_DECLARED_ALONE] = { "declared_alone", "Declared; nothing to compute it from" },
  [ZP_WORD_SUMMARY] = { "summary",
    "Checks made: {1}, left out for want of figures: {2}; errors: {3}, warnings: {4}, rounding differences: {5}, notices: {6}" },
  [ZP_WORD_NO_FINDING] = { "no_finding", "No problems found" },
  [ZP_WORD_SEVERITY] = { "severity", "Severity" },
  [ZP_WORD_CHECK] = { "check", "Check" },
  [ZP_WORD_PLACE] = { "place", "Where" },
  [ZP_WORD_FOUND] = { "found", "Found" },
  [ZP_WORD_EXPECTED] = { "expected", "Expected" },
  [ZP_WORD_DIFFERENCE] = { "difference", "Difference" },
  [ZP_WORD_UNIT] = { "unit", "Unit" },
  [ZP_WORD_INSTRUCTION] = { "instruction", "What to do" },
  [ZP_WORD_BASIS] = { "basis", "Basis" },
  [ZP_WORD_SUSPECT] = { "suspect", "Probably wrong" },
  [ZP_WORD_SUGGESTED] = { "suggested", "Probably right" },
  [ZP_WORD_NOTE] = { "note", "Note" },
  [ZP_WORD_NOTE_AUTHOR] = { "note_author", "Noted by" },
  [ZP_WORD_NOTE_TIME] = { "note_time", "Noted on" },
  [ZP_WORD_NOTE_VOID] = { "note_void", "{1} (void: a figure has changed since)" },
  [ZP_WORD_ERROR] = { "error", "Error" },
  [ZP_WORD_WARNING] = { "warning", "Warning" },
  [ZP_WORD_ROUNDING] = { "rounding", "Rounding" },
  [ZP_WORD_INFO] = { "info", "Information" },
  [ZP_WORD_YES] = { "yes", "yes" },
  [ZP_WORD_NO] = { "no", "no" },
  [ZP_WORD_CHARACTERS] = { "characters", "characters" },
  [ZP_WORD_ROWS] = { "rows", "rows" },
  [ZP_WORD_NOTE_LINE] = { "note_line", "{1}. {2}: {3}" },
  [ZP_WORD_CALC_TITLE] = { "calc_title", "{1}: declared figure" },
  [ZP_WORD_CALC_INSTRUCTION] = { "calc_instruction",
    "Correct the declared figure of {1}, or the figures it is computed from" },
  [ZP_WORD_SUM_TITLE] = { "sum_title", "{1}: sum" },
  [ZP_WORD_SUM_INSTRUCTION] = { "sum_instruction",
    "Check {1} and its parts; one of them is wrong or left out" },
  [ZP_WORD_REQUIRED_TITLE] = { "required_title", "{1}: filled in" },
  [ZP_WORD_REQUIRED_INSTRUCTION] = { "required_instruction", "Fill in {1}" },
  [ZP_WORD_RANGE_TITLE] = { "range_title", "{1}: allowed range" },
  [ZP_WORD_RANGE_INSTRUCTION] = { "range_instruction",
    "Check {1}; such a figure cannot stand here" },
  [ZP_WORD_LENGTH_TITLE] = { "length_title", "{1}: length" },
  [ZP_WORD_LENGTH_INSTRUCTION] = { "length_instruction", "Shorten {1}" },
  [ZP_WORD_UNIQUE_TITLE] = { "unique_title", "{1}: each once" },
  [ZP_WORD_UNIQUE_INSTRUCTION] = { "unique_instruction",
    "Two rows have the same {1}; rename one or take it out" },
  [ZP_WORD_REF_TITLE] = { "ref_title", "{1}: row referred to" },
  [ZP_WORD_REF_INSTRUCTION] = { "ref_instruction",
    "{1} names a row that is not there; correct the name or add the row" },
  [ZP_WORD_ROWS_TITLE] = { "rows_title", "{1}: number of rows" },
  [ZP_WORD_ROWS_INSTRUCTION] = { "rows_instruction", "Add or take out rows of {1}" },
  [ZP_WORD_SIGN_OFF_TITLE] = { "sign_off", "Sign-off sheet" },
  [ZP_WORD_SIGN_OFF_REPORT] = { "sign_off_report", "Report" },
  [ZP_WORD_SIGN_OFF_UNIT] = { "sign_off_unit", "Unit" },
  [ZP_WORD_SIGN_OFF_YEAR] = { "sign_off_year", "Year" },
  [ZP_WORD_SIGN_OFF_STEP] = { "sign_off_step", "Step" },
  [ZP_WORD_SIGN_OFF_NAME] = { "sign_off_name", "Name" },
  [ZP_WORD_SIGN_OFF_OPINION] = { "sign_off_opinion", "Opinion" },
  [ZP_WORD_SIGN_OFF_TIME] = { "sign_off_time", "Time" },
  [ZP_WORD_SIGN_OFF_SIGNATURE] = { "sign_off_signature", "Signature" },
  [ZP_WORD_SIGN_OFF_STAMP] = { "sign_off_stamp", "Seal of the unit" },
  [ZP_WORD_SIGN_OFF_DAY] = { "sign_off_day", "Date:" },
  [ZP_WORD_SIGN_OFF_OPEN] = { "sign_off_open", "not signed off yet" },
  [ZP_WORD_SIGN_OFF_BROKEN] = { "sign_off_broken",
    "changed in {1} places since it was signed; no code holds" },
  [ZP_WORD_SIGN_OFF_CERTIFICATE] = { "sign_off_certificate",
    "{1} signed with the certificate {2}" },
  [ZP_WORD_SIGN_OFF_HINT] = { "sign_off_hint",
    "A file with the same check code holds what was signed off here." },
  [ZP_WORD_CHECK_CODE] = { "check_code", "Check code" },
  [ZP_WORD_PREPARER] = { "preparer", "Prepared by" },
  [ZP_WORD_REVIEWER] = { "reviewer", "Reviewed by" },
  [ZP_WORD_LEADER] = { "leader", "Approved by" },
  [ZP_WORD_TRAIL_SHEET] = { "trail_sheet", "Changes" },
  [ZP_WORD_TRAIL_BY] = { "trail_by", "By" },
  [ZP_WORD_TRAIL_PLACE] = { "trail_place", "Place" },
  [ZP_WORD_TRAIL_KEY] = { "trail_key", "Id" },
  [ZP_WORD_TRAIL_BEFORE] = { "trail_before", "Before" },
  [ZP_WORD_TRAIL_AFTER] = { "trail_after", "After" },
  [ZP_WORD_TRAIL_HOW] = { "trail_how", "How" },
  [ZP_WORD_TRAIL_REMOVED] = { "trail_removed", "{1} (removed)" },
  [ZP_WORD_TRAIL_ROW] = { "trail_row", "row {1}" },
  [ZP_WORD_HOW_TYPED] = { "how_typed", "typed" },
  [ZP_WORD_HOW_PASTED] = { "how_pasted", "pasted" },
  [ZP_WORD_HOW_IMPORTED] = { "how_imported", "imported" },
  [ZP_WORD_HOW_HINT] = { "how_hint", "hint accepted" },
  [ZP_WORD_HOW_UNDONE] = { "how_undone", "undone" },
  [ZP_WORD_HOW_REDONE] = { "how_redone", "redone" },
  [ZP_WORD_HOW_REVIEW] = { "how_review", "review" },
  [ZP_WORD_HOW_MERGED] = { "how_merged", "merged" },
  [ZP_WORD_STEP_SUBMIT] = { "step_submit", "handed in" },
  [ZP_WORD_STEP_TAKE_BACK] = { "step_take_back", "taken back" },
  [ZP_WORD_STEP_BEGIN] = { "step_begin", "review begun" },
  [ZP_WORD_STEP_RETURN] = { "step_return", "returned" },
  [ZP_WORD_STEP_REVIEW] = { "step_review", "signed by the reviewer" },
  [ZP_WORD_STEP_APPROVE] = { "step_approve", "signed by the leader" },
  [ZP_WORD_STEP_FILE] = { "step_file", "filed" },
  [ZP_WORD_STEP_PUBLISH] = { "step_publish", "published" },
  [ZP_WORD_REMARK_SHEET] = { "remark_sheet", "Remarks" },
  [ZP_WORD_REMARK_TEXT] = { "remark_text", "Remark" },
  [ZP_WORD_REMARK_BY] = { "remark_by", "By" },
  [ZP_WORD_REMARK_STATE] = { "remark_state", "State" },
  [ZP_WORD_REMARK_OPEN] = { "remark_open", "open" },
  [ZP_WORD_REMARK_DONE] = { "remark_done", "done" },
  [ZP_WORD_REMARK_WHOLE] = { "remark_whole", "the whole report" },
  [ZP_WORD_REPLY_DONE] = { "reply_done", "{1}: done" },
  [ZP_WORD_REPLY_REOPEN] = { "reply_reopen", "{1}: reopened" },
  [ZP_WORD_REPLY_ANSWER] = { "reply_answer", "{1}: {2}" },
};
/* clang-format on */

/* 1 to 6 for {1} to {6}; 0 for anything else. */
static int
read_slot (const char *text)
{
  if (text[0] != '{' || text[1] < '1' || text[1] > '0' + MAX_VALUES || text[2] != '}')
    return 0;

  return text[1] - '0';
}

/* A bit for each slot that stands in @text, and bit 0 for a brace that is none. */
static guint
list_slots (const char *text)
{
  guint slots = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      int slot = read_slot (at);

      if (*at == '{' || *at == '}')
        slots |= 1u << slot;
      if (slot > 0)
        at += strlen ("{1}") - 1;
    }

  return slots;
}

static int
find_word (const char *name)
{
  for (int i = 0; i < ZP_N_WORDS; i++)
    if (strcmp (defs[i].name, name) == 0)
      return i;

  return -1;
}

static const char *
find_nearest (const char *name)
{
  const char *known[ZP_N_WORDS + 1] = { NULL };

  for (int i = 0; i < ZP_N_WORDS; i++)
    known[i] = defs[i].name;

  return zp_id_nearest (name, known);
}

static void
read_word (ZpLoader *self, const ZpNode *node)
{
  g_autofree char *where = g_strdup_printf ("“words”: “%s”", node->key);
  const char *text = zp_node_text (node);
  int word = find_word (node->key);

  if (word < 0)
    {
      zp_problems_add_near (self->merge.problems, node, find_nearest (node->key),
                            _ ("“words”: unknown name “%s”"), node->key);
      return;
    }
  if (list_slots (text) != list_slots (defs[word].text))
    zp_loader_fail (self, node, _ ("%s: it must hold the same numbers in braces as “%s”"), where,
                    defs[word].text);
  zp_lint_text (self, node, where, text);
  self->pack->words[word] = g_strdup (text);
}

/* @first @end: of the words that come together. */
static void
report_missing (ZpLoader *self, const ZpNode *node, int first, int end)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = first; i < end; i++)
    if (self->pack->words[i] == NULL)
      g_string_append_printf (names, " %s", defs[i].name);
  if (names->len > 0)
    zp_loader_fail (self, node, _ ("“words”: a pack that has words has them all; missing:%s"),
                    names->str);
}

static gboolean
has_any (const ZpLoader *self, int first, int end)
{
  for (int i = first; i < end; i++)
    if (self->pack->words[i] != NULL)
      return TRUE;

  return FALSE;
}

/**
 * zp_loader_read_words: reads the words of the pack: all of them, or none; those of the review were
 * added later, and a pack may do without them all.
 */
void
zp_loader_read_words (ZpLoader *self)
{
  const ZpNode *words = zp_node_get (self->layer->content, "words");

  for (guint i = 0; i < zp_node_count (words); i++)
    read_word (self, zp_node_get_child (words, i));
  if (words == NULL)
    return;
  report_missing (self, words, 0, ZP_WORD_SIGN_OFF_TITLE);
  if (has_any (self, ZP_WORD_SIGN_OFF_TITLE, ZP_N_WORDS))
    report_missing (self, words, ZP_WORD_SIGN_OFF_TITLE, ZP_N_WORDS);
}

/** zp_pack_get_word: (transfer none): a word in the language of the pack. */
const char *
zp_pack_get_word (const ZpPack *self, ZpWord word)
{
  g_return_val_if_fail (self != NULL && word < ZP_N_WORDS, NULL);

  return self->words[word] != NULL ? self->words[word] : defs[word].text;
}

/**
 * zp_pack_fill_word:
 * @values: %NULL-terminated: what stands for {1}, {2} and so on; at least as many as the word needs
 *
 * Returns: (transfer full): a word with @values filled in
 */
char *
zp_pack_fill_word (const ZpPack *self, ZpWord word, const char *const *values)
{
  const char *text = zp_pack_get_word (self, word);
  guint n_values = g_strv_length ((char **) values);
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      int slot = read_slot (text);

      if (slot > 0 && (guint) slot <= n_values)
        g_string_append (filled, values[slot - 1]);
      else
        g_string_append_len (filled, text, slot > 0 ? strlen ("{1}") : 1);
      text += slot > 0 ? strlen ("{1}") : 1;
    }

  return g_string_free (filled, FALSE);
}

/** zp_pack_clear_words: frees the words when the pack is freed. */
void
zp_pack_clear_words (ZpPack *self)
{
  for (int i = 0; i < ZP_N_WORDS; i++)
    g_free (self->words[i]);
}
