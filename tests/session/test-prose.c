/* SPDX-License-Identifier: GPL-3.0-or-later
 * Passages as they are edited: read, kept, bound, paired. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-prose-section.h"

static const char small_data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"unit\", \"label\": \"单位\", \"items\": ["
  "  { \"key\": \"self\", \"label\": \"自称\", \"kind\": \"text\" },"
  "  { \"key\": \"staff\", \"label\": \"人数\", \"kind\": \"number\", \"unit\": \"人\" } ] },"
  "{ \"grid\": \"spend\", \"label\": \"支出\", \"columns\": ["
  "  { \"key\": \"plan\", \"label\": \"预算\" }, { \"key\": \"paid\", \"label\": \"支出\" },"
  "  { \"key\": \"rate\", \"label\": \"执行率\", \"kind\": \"percent\","
  "    \"formula\": \"ratio(@paid, @plan)\" } ],"
  "  \"rows\": [ { \"key\": \"basic\", \"label\": \"基本\" }, { \"key\": \"work\", \"label\": "
  "\"项目\" },"
  "    { \"key\": \"all\", \"label\": \"合计\", \"formula\": \"basic + work\" } ] },"
  "{ \"table\": \"problems\", \"label\": \"问题\", \"columns\": ["
  "  { \"key\": \"title\", \"label\": \"标题\", \"kind\": \"text\" },"
  "  { \"key\": \"text\", \"label\": \"内容\", \"kind\": \"text\", \"lines\": 3 } ] },"
  "{ \"table\": \"measures\", \"label\": \"措施\", \"columns\": ["
  "  { \"key\": \"problem\", \"label\": \"对应\", \"kind\": \"ref\", \"to\": \"problems.#\" },"
  "  { \"key\": \"title\", \"label\": \"标题\", \"kind\": \"text\" } ] } ],"
  "  \"pages\": [ { \"page\": \"p\", \"label\": \"全部\","
  "    \"blocks\": [\"unit\", \"spend\", \"problems\", \"measures\"] } ] }";

static const char small_document[] =
  "{ \"parts\": [ { \"part\": \"body\", \"title\": \"报告\", \"sections\": ["
  "  { \"section\": \"s\", \"heading\": \"概况\", \"content\": ["
  "    { \"text\": \"text.auto\", \"label\": \"规模\", \"template\": "
  "[\"{unit.self}预算{spend.all.plan}"
  "{if spend.all.paid > 0}，支出{spend.all.paid|亿元|.4}{end}。\", \"问题有{for problems sep "
  "'、'}{@title}{end}，共{count(problems)|number}个。\"] },"
  "    { \"text\": \"text.free\", \"label\": \"其他\", \"length\": 10 } ],"
  "    \"sections\": [ { \"section\": \"in\", \"heading\": \"内部\", \"content\": ["
  "      { \"text\": \"text.when\", \"label\": \"有时\", \"when\": \"spend.all.paid > 0\", "
  "\"template\": \"有支出。\" } ] } ] },"
  "  { \"section\": \"t\", \"heading\": \"存在问题\", \"sections\": ["
  "    { \"section\": \"u\", \"each\": \"problems\", \"heading\": \"{@title}\", \"content\": ["
  "      { \"text\": \"text.one\", \"label\": \"内容\", \"template\": \"{@text}\" } ] } ] },"
  "  { \"section\": \"v\", \"heading\": \"改进措施\", \"sections\": ["
  "    { \"section\": \"w\", \"each\": \"measures\", \"heading\": \"{@title}\", \"content\": ["
  "      { \"text\": \"text.two\", \"label\": \"内容\", \"template\": \"做好。\" } ] } ] } ] } ] }";

static ZpSession *
open_small (void)
{
  ZpSession *session = session_fixture_new (small_data, NULL, small_document);

  session_fixture_type (session, "unit.self", "我局");
  session_fixture_type (session, "unit.staff", "68");
  session_fixture_type (session, "spend.basic.plan", "2570");
  session_fixture_type (session, "spend.work.plan", "316.58");
  session_fixture_add_rows (session, "problems", 2);
  session_fixture_type (session, "problems[0].title", "慢");
  session_fixture_type (session, "problems[0].text", "进度慢");
  session_fixture_type (session, "problems[1].title", "散");
  session_fixture_type (session, "problems[1].text", "散乱");
  return session;
}

static const ZpPassage *
find_passage (ZpSession *session, const char *key)
{
  return zp_pack_find_passage (zp_session_get_pack (session), key);
}

static const ZpSection *
find_section (ZpSession *session, guint index)
{
  const ZpPart *part = g_ptr_array_index (zp_session_get_pack (session)->parts, 0);

  return g_ptr_array_index (part->sections, index);
}

/* [figure], <other live part>, plain text. */
static char *
draw (const GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZpProsePiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == ZP_PROSE_FIGURE)
        g_string_append_printf (text, "[%s%s]", piece->is_open ? "?" : "", piece->text);
      else if (piece->kind == ZP_PROSE_CODE)
        g_string_append_printf (text, "<%s>", piece->text);
      else
        g_string_append (text, piece->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_reads (ZpSession *session, const char *key, const char *expected)
{
  g_autoptr (GPtrArray) pieces = zp_prose_parse (session, find_passage (session, key));
  g_autofree char *drawn = draw (pieces);

  g_assert_cmpstr (drawn, ==, expected);
}

static void
save_source (ZpSession *session, const char *key, const char *source)
{
  const ZpPassage *passage = find_passage (session, key);
  g_autoptr (GPtrArray) pieces = zp_prose_parse_source (session, passage, source);
  g_autoptr (GError) error = NULL;

  zp_prose_save (session, passage, pieces, &error);
  g_assert_no_error (error);
}

static const char *
get_kept (ZpSession *session, const char *id)
{
  return zp_report_get_passage (zp_session_get_report (session), id);
}

static void
test_automatic (void)
{
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "auto");
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *source = NULL;

  assert_reads (session, "auto", "[我局]预算[2,886.58万元]。\n问题有<慢、散>，共<2>个。");
  session_fixture_type (session, "spend.work.paid", "3653");
  assert_reads (session, "auto",
                "[我局]预算[2,886.58万元]，支出[0.3653亿元]。\n问题有<慢、散>，共<2>个。");
  pieces = zp_prose_parse (session, passage);
  source = zp_prose_to_source (pieces);
  g_assert_cmpstr (source, ==,
                   "{unit.self}预算{spend.all.plan}，支出{spend.all.paid|亿元|.4}。\n"
                   "问题有{for problems sep '、'}{@title}{end}，共{count(problems)|number}个。");
  g_assert_cmpint (zp_prose_get_origin (session, passage), ==, ZP_PROSE_BY_PROGRAM);
  g_assert_cmpint (zp_prose_get_origin (session, find_passage (session, "free")), ==,
                   ZP_PROSE_BY_CLERK);
  session_fixture_close (session);
}

static void
test_figures_stay_live (void)
{
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "auto");

  save_source (session, "auto", "批复预算{spend.all.plan}，{count(problems)|number}项。");
  g_assert_cmpint (zp_prose_get_origin (session, passage), ==, ZP_PROSE_REWRITTEN);
  assert_reads (session, "auto", "批复预算[2,886.58万元]，<2>项。");
  session_fixture_type (session, "spend.work.plan", "30");
  assert_reads (session, "auto", "批复预算[2,600.00万元]，<2>项。");
  session_fixture_type (session, "spend.work.plan", "");
  session_fixture_type (session, "spend.basic.plan", "");
  assert_reads (session, "auto", "批复预算[?〔未填：合计预算〕]，<2>项。");
  session_fixture_close (session);
}

static void
test_saving (void)
{
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "auto");
  g_autoptr (GPtrArray) automatic = zp_prose_parse (session, passage);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (zp_prose_save (session, passage, automatic, &error));
  g_assert_null (get_kept (session, "text.auto"));
  save_source (session, "auto", "改写。");
  g_assert_cmpstr (get_kept (session, "text.auto"), ==, "改写。");
  g_assert_true (zp_prose_save (session, passage, automatic, &error));
  g_assert_null (get_kept (session, "text.auto"));

  save_source (session, "auto", "再改。");
  g_assert_true (zp_prose_save (session, passage, none, &error));
  g_assert_null (get_kept (session, "text.auto"));
  g_assert_true (zp_session_undo (session, &error));
  g_assert_cmpstr (get_kept (session, "text.auto"), ==, "再改。");
  g_assert_true (zp_prose_reset (session, passage, &error));
  g_assert_null (get_kept (session, "text.auto"));
  session_fixture_close (session);
}

/* Saving what reads as before is no step. */
static void
test_no_step (void)
{
  ZpSession *session = open_small ();
  g_autofree char *label = NULL;

  save_source (session, "free", "其他 事项。");
  label = g_strdup (zp_session_get_undo_label (session));
  session_fixture_type (session, "unit.staff", "70");
  save_source (session, "free", "  其他 事项。\n\n");
  g_assert_cmpstr (zp_session_get_undo_label (session), !=, label);
  session_fixture_close (session);
}

static void
test_braces (void)
{
  const char *const texts[] = { "{", "}", "{{}}", "见{spend.all.plan}一格", "{if x}", "a}b{c" };
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "free");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
      g_autoptr (ZpProsePiece) piece = zp_prose_make_text (texts[i]);
      g_autoptr (ZpProsePiece) figure = zp_prose_make_figure (session, passage, "spend.all.plan");
      g_autofree char *expected = g_strdup_printf ("%s[2,886.58万元]%s", texts[i], texts[i]);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (pieces, piece);
      g_ptr_array_add (pieces, figure);
      g_ptr_array_add (pieces, piece);
      g_assert_true (zp_prose_save (session, passage, pieces, &error));
      assert_reads (session, "free", expected);
    }
  session_fixture_close (session);
}

static void
test_blank_lines (void)
{
  ZpSession *session = open_small ();

  save_source (session, "free", " \n　　第一段。 \n\n\t\n　　{unit.self}第二段。\n  ");
  assert_reads (session, "free", "第一段。\n[我局]第二段。");
  g_assert_cmpstr (get_kept (session, "text.free"), ==, "第一段。\n{unit.self}第二段。");
  session_fixture_close (session);
}

static void
test_renderings (void)
{
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "free");
  g_autoptr (ZpProsePiece) money = zp_prose_make_live (session, passage, "{spend.all.plan|亿元}");
  g_autoptr (ZpProsePiece) staff = zp_prose_make_figure (session, passage, "unit.staff");
  g_autoptr (GPtrArray) ways = zp_prose_list_renderings (session, passage, money);
  g_autoptr (GPtrArray) people = zp_prose_list_renderings (session, passage, staff);
  g_autofree char *drawn = draw (ways);
  g_autofree char *counted = draw (people);

  g_assert_cmpstr (drawn, ==,
                   "[2,886.58万元][2,886.58][28,865,800.00元][0.29亿元][二千八百八十七]"
                   "[2,887万元][2,886.6万元]");
  g_assert_cmpstr (counted, ==, "[68人][68][六十八][68.0人]");
  g_assert_null (zp_prose_make_figure (session, passage, "problems[0].title"));
  g_assert_null (zp_prose_make_figure (session, passage, "spend.none.plan"));
  session_fixture_close (session);
}

static void
test_words (void)
{
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "free");
  g_autoptr (ZpProsePiece) money = zp_prose_make_figure (session, passage, "spend.all.plan");
  g_autoptr (ZpProsePiece) self = zp_prose_make_figure (session, passage, "unit.self");
  g_autoptr (ZpProsePiece) open = zp_prose_make_figure (session, passage, "spend.basic.paid");
  g_autofree char *money_said = zp_prose_say (session, money);
  g_autofree char *open_said = zp_prose_say (session, open);

  g_assert_false (money->is_words);
  g_assert_true (self->is_words);
  g_assert_true (open->is_open);
  g_assert_nonnull (strstr (money_said, "合计 · 预算"));
  g_assert_nonnull (strstr (money_said, "2,886.58万元"));
  g_assert_nonnull (strstr (open_said, "基本 · 支出"));
  g_assert_null (zp_prose_describe_trouble (session, money));
  session_fixture_close (session);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *found; /* source and what it stands for, each; parted by spaces */
} Typed;

static const Typed typed[] = {
  { "money", "预算2886.58万元。", "{spend.all.plan}=2886.58万元" },
  { "grouped", "预算2,886.58万元。", "{spend.all.plan}=2,886.58万元" },
  { "without-unit", "预算2,886.58，", "{spend.all.plan|number}=2,886.58" },
  { "larger-unit", "约0.29亿元", "{spend.all.plan|亿元|.2}=0.29亿元" },
  { "smaller-unit", "计28865800元", "{spend.all.plan|元|.0}=28865800元" },
  { "wrong-unit", "计2886.58元", "" },
  { "other-figure", "计2886.59万元", "" },
  { "two", "基本2570.00万元、项目316.58万元",
    "{spend.basic.plan}=2570.00万元 {spend.work.plan}=316.58万元" },
  { "short-named", "现有人数68人。", "{unit.staff}=68人" },
  { "short-unnamed", "开会68次。", "" },
  { "year", "2021年", "" },
  { "document", "中发〔2018〕34号", "" },
  { "live", "预算{spend.all.plan}", "" },
};

static void
test_match (gconstpointer data)
{
  const Typed *test = data;
  ZpSession *session = open_small ();
  const ZpPassage *passage = find_passage (session, "free");
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  save_source (session, "free", test->text);
  pieces = zp_prose_parse (session, passage);
  text = zp_prose_to_text (pieces);
  matches = zp_prose_list_matches (session, passage);
  for (guint i = 0; i < matches->len; i++)
    {
      const ZpProseMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *part = g_utf8_substring (text, match->start, match->end);

      g_string_append_printf (found, "%s%s=%s", i > 0 ? " " : "", match->source, part);
    }
  g_assert_cmpstr (found->str, ==, test->found);
  session_fixture_close (session);
}

/* Of cells with the same figure the one that the sentence names. */
static void
test_nearest (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GPtrArray) matches = NULL;

  session_fixture_type (session, "spend.basic.paid", "2570");
  save_source (session, "free", "预算另述；基本类支出2,570.00万元。");
  matches = zp_prose_list_matches (session, find_passage (session, "free"));
  g_assert_cmpint (matches->len, ==, 1);
  g_assert_cmpstr (((ZpProseMatch *) g_ptr_array_index (matches, 0))->id, ==, "spend.basic.paid");
  g_assert_cmpstr (((ZpProseMatch *) g_ptr_array_index (matches, 0))->label, ==, "基本 · 支出");
  session_fixture_close (session);
}

static void
test_search (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GPtrArray) named = zp_prose_search_figures (session, "支出 合计", 10);
  g_autoptr (GPtrArray) figures = zp_prose_search_figures (session, "2886.58", 10);
  g_autoptr (GPtrArray) all = zp_prose_search_figures (session, "", 100);
  g_autoptr (GPtrArray) few = zp_prose_search_figures (session, "", 2);
  const ZpProseFound *first = g_ptr_array_index (named, 0);

  g_assert_cmpint (named->len, ==, 3);
  g_assert_cmpstr (first->id, ==, "spend.all.plan");
  g_assert_cmpstr (first->label, ==, "合计 · 预算");
  g_assert_cmpstr (first->place, ==, "支出");
  g_assert_cmpstr (first->figure, ==, "2,886.58 万元");
  g_assert_cmpint (figures->len, ==, 1);
  g_assert_cmpint (all->len, ==, 11);
  g_assert_cmpint (few->len, ==, 2);
  session_fixture_close (session);
}

static const char *const part_signs[] = { "#", "", "T:", "R:", "N:" };

static void
assert_parts (ZpSession *session, guint section, const char *expected)
{
  g_autoptr (GPtrArray) parts = zp_prose_list_parts (session, find_section (session, section));
  g_autoptr (GString) drawn = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const ZpProsePart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (drawn, "%s%s%s%s%s%s%s;", part_signs[part->kind], part->title,
                              part->text != NULL ? "=" : "", part->text != NULL ? part->text : "",
                              part->pair != NULL ? " + " : "", part->pair != NULL ? part->pair : "",
                              part->is_unpaired ? "!" : "");
    }
  g_assert_cmpstr (drawn->str, ==, expected);
}

static void
test_parts (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GPtrArray) parts = NULL;

  assert_parts (session, 0, "规模;其他;#（一）内部;");
  session_fixture_type (session, "spend.basic.paid", "1");
  assert_parts (session, 0, "规模;其他;#（一）内部;有时;");
  session_fixture_add_rows (session, "measures", 1);
  session_fixture_type (session, "measures[0].title", "快");
  assert_parts (session, 2, "T:措施;R:（一）快=做好。 + 问题: none yet!;");
  session_fixture_type (session, "measures[0].problem", "1");
  assert_parts (session, 1,
                "T:问题;R:（一）慢=进度慢 + 措施: 1. 快;R:（二）散=散乱 + 措施: none yet!;");
  assert_parts (session, 2, "T:措施;R:（一）快=做好。 + 问题: 1. 慢;");
  parts = zp_prose_list_parts (session, find_section (session, 1));
  g_assert_cmpstr (((ZpProsePart *) g_ptr_array_index (parts, 0))->target, ==, "page:p");
  g_assert_cmpint (((ZpProsePart *) g_ptr_array_index (parts, 0))->count, ==, 2);
  g_assert_cmpstr (((ZpProsePart *) g_ptr_array_index (parts, 1))->target, ==, "problems[0].title");
  g_assert_cmpint (((ZpProsePart *) g_ptr_array_index (parts, 1))->count, ==, 3);
  session_fixture_close (session);
}

/* The document prints every passage of the worked example as it is edited, and rewriting all of
 * them in their own words changes nothing. */
static void
test_as_printed (void)
{
  ZpSession *session = session_fixture_open ("full");
  const ZpPack *pack = zp_session_get_pack (session);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < pack->passages->len; i++)
    {
      const ZpPassage *passage = g_ptr_array_index (pack->passages, i);
      g_autoptr (GPtrArray) pieces = zp_prose_parse (session, passage);
      g_autofree char *before = draw (pieces);
      g_autofree char *source = zp_prose_to_source (pieces);
      g_autoptr (GPtrArray) again = zp_prose_parse_source (session, passage, source);
      g_autofree char *after = draw (again);

      g_assert_cmpstr (before, ==, after);
      g_assert_true (zp_prose_save (session, passage, pieces, &error));
    }
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prose/automatic", test_automatic);
  g_test_add_func ("/prose/figures-stay-live", test_figures_stay_live);
  g_test_add_func ("/prose/saving", test_saving);
  g_test_add_func ("/prose/no-step", test_no_step);
  g_test_add_func ("/prose/braces", test_braces);
  g_test_add_func ("/prose/blank-lines", test_blank_lines);
  g_test_add_func ("/prose/renderings", test_renderings);
  g_test_add_func ("/prose/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/prose/match/%s", typed[i].name);

      g_test_add_data_func (path, &typed[i], test_match);
    }
  g_test_add_func ("/prose/nearest", test_nearest);
  g_test_add_func ("/prose/search", test_search);
  g_test_add_func ("/prose/parts", test_parts);
  g_test_add_func ("/prose/as-printed", test_as_printed);
  return g_test_run ();
}
