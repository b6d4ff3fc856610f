/* SPDX-License-Identifier: GPL-3.0-or-later
 * Runs of a paragraph of a WordprocessingML document, and the bookmarks on its figures. */
#include "export/zp-docx-private.h"

#include <string.h>

/* The name of a bookmark has at most 40 characters: this, an underline, and a number. */
#define STEM_CHARACTERS 30

#define HANGING_MARKS "，。、；："

/**
 * zp_docx_texts_new:
 * @runs: (nullable): of #ZpDocRun; kept, not copied
 *
 * Returns: (transfer full): of GPtrArray of #ZpDocRun: one text, or none
 */
GPtrArray *
zp_docx_texts_new (const GPtrArray *runs)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (runs != NULL)
    g_ptr_array_add (texts, g_ptr_array_ref ((GPtrArray *) runs));
  return texts;
}

/* The id as far as a name can show it, a letter first: "projects[0].rate" is projects_0_rate. */
static char *
bookmark_stem (const char *id)
{
  GString *stem = g_string_new (g_ascii_isalpha (*id) ? NULL : "z");

  for (const char *at = id; *at != '\0' && stem->len < STEM_CHARACTERS; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (stem, g_ascii_tolower (*at));
      else if (stem->str[stem->len - 1] != '_' && *at != ']')
        g_string_append_c (stem, '_');
    }

  return g_string_free (stem, FALSE);
}

/* The stem itself, or the stem and the number of its use, unless that is the name of another id. */
static char *
bookmark_name (ZpDocxBody *self, const char *id)
{
  g_autofree char *stem = bookmark_stem (id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->bookmarks, stem));
  char *name = g_strdup (stem);

  while (g_hash_table_contains (self->bookmarks, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", stem, ++n);
    }
  g_hash_table_insert (self->bookmarks, g_strdup (stem), GUINT_TO_POINTER (MAX (n, 1)));
  if (n > 0)
    g_hash_table_insert (self->bookmarks, g_strdup (name), GUINT_TO_POINTER (1));

  return name;
}

static void
write_plain (ZpXmlWriter *xml, const char *text)
{
  if (*text == '\0')
    return;

  zp_xml_writer_start (xml, "w:t", "xml:space", "preserve", NULL);
  zp_xml_writer_text (xml, text);
  zp_xml_writer_end (xml);
}

static void
write_line (ZpXmlWriter *xml, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        zp_xml_writer_empty (xml, "w:tab", NULL);
      write_plain (xml, parts[i]);
    }
}

/* Line breaks and tabs are elements of their own. */
static void
write_text (ZpXmlWriter *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        zp_xml_writer_empty (xml, "w:br", NULL);
      write_line (xml, lines[i]);
    }
}

static void
write_run_style (ZpXmlWriter *xml, ZpRunStyle style, int level)
{
  g_autofree char *head = g_strdup_printf (ZP_DOCX_STYLE_RUN_IN "%d", CLAMP (level, 1, 4));

  if (style == ZP_RUN_PLAIN)
    return;

  zp_xml_writer_start (xml, "w:rPr", NULL);
  zp_docx_write_value (xml, "w:rStyle", style == ZP_RUN_HEAD ? head : ZP_DOCX_STYLE_OPEN);
  zp_xml_writer_end (xml);
}

static void
write_run (ZpXmlWriter *xml, const ZpDocRun *run, int level)
{
  zp_xml_writer_start (xml, "w:r", NULL);
  write_run_style (xml, run->style, level);
  write_text (xml, run->text);
  zp_xml_writer_end (xml);
}

/* Prose, as opposed to a figure, ends with a mark that may hang in the margin. */
static gboolean
ends_with_mark (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  return last != NULL && g_utf8_strchr (HANGING_MARKS, -1, g_utf8_get_char (last)) != NULL;
}

/* LibreOffice adds a blank line where a bookmark ends behind a mark in the margin. So the bookmark
 * of prose only says where it begins. */
static void
write_figure (ZpDocxBody *self, const ZpDocRun *run, int level)
{
  g_autofree char *name = bookmark_name (self, run->id);
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_bookmarks);
  gboolean is_prose = ends_with_mark (run->text);

  zp_xml_writer_empty (self->xml, "w:bookmarkStart", "w:id", number, "w:name", name, NULL);
  if (is_prose)
    zp_xml_writer_empty (self->xml, "w:bookmarkEnd", "w:id", number, NULL);
  write_run (self->xml, run, level);
  if (!is_prose)
    zp_xml_writer_empty (self->xml, "w:bookmarkEnd", "w:id", number, NULL);
}

static void
write_runs (ZpDocxBody *self, const GPtrArray *runs, int level)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);

      if (*run->text == '\0')
        continue;
      if (run->id != NULL && *run->id != '\0')
        write_figure (self, run, level);
      else
        write_run (self->xml, run, level);
    }
}

/**
 * zp_docx_write_texts:
 *
 * Writes the texts of a paragraph. Every figure gets a bookmark around it, every other run with an
 * id one at its beginning; no name is used twice.
 */
void
zp_docx_write_texts (ZpDocxBody *self, const ZpDocxParagraph *paragraph)
{
  for (guint i = 0; paragraph->texts != NULL && i < paragraph->texts->len; i++)
    {
      if (i > 0)
        {
          zp_xml_writer_start (self->xml, "w:r", NULL);
          zp_xml_writer_empty (self->xml, paragraph->separator, NULL);
          zp_xml_writer_end (self->xml);
        }
      write_runs (self, g_ptr_array_index (paragraph->texts, i), paragraph->level);
    }
}
