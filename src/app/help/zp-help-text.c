/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the pages of the user's help: a small part of Markdown, made into markup for labels.
 */
#include "app/help/zp-help-text.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/ziping/Ziping/help/zh_CN/"

static void
help_block_free (ZpHelpBlock *self)
{
  g_free (self->markup);
  g_free (self->second);
  g_free (self);
}

static void
help_page_free (ZpHelpPage *self)
{
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* "Press **F8**, type `-`" as markup: what stands between two marks is set apart. */
static char *
to_markup (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) bold = g_strsplit (escaped, "**", -1);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; bold[i] != NULL; i++)
    g_string_append_printf (markup, i % 2 == 1 ? "<b>%s</b>" : "%s", bold[i]);

  g_auto (GStrv) code = g_strsplit (markup->str, "`", -1);
  g_string_truncate (markup, 0);
  for (guint i = 0; code[i] != NULL; i++)
    g_string_append_printf (markup, i % 2 == 1 ? "<tt>%s</tt>" : "%s", code[i]);
  return g_strdup (markup->str);
}

static ZpHelpBlock *
add_block (GPtrArray *blocks, ZpHelpKind kind, const char *text)
{
  ZpHelpBlock *block = g_new0 (ZpHelpBlock, 1);

  block->kind = kind;
  block->markup = to_markup (text);
  g_ptr_array_add (blocks, block);
  return block;
}

static void
add_row (GPtrArray *blocks, const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "|", 4);

  if (g_strv_length (columns) < 4)
    return;

  ZpHelpBlock *block = add_block (blocks, ZP_HELP_ROW, g_strstrip (columns[1]));
  block->second = to_markup (g_strstrip (columns[2]));
}

/* The line of hyphens under the head of a table. */
static void
mark_head (GPtrArray *blocks)
{
  ZpHelpBlock *last = blocks->len > 0 ? g_ptr_array_index (blocks, blocks->len - 1) : NULL;

  if (last != NULL && last->kind == ZP_HELP_ROW)
    last->is_head = TRUE;
}

/* Length of "1. " or "- " at the start, or 0. */
static gsize
item_mark (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "- "))
    return 2;
  return digits > 0 && g_str_has_prefix (line + digits, ". ") ? digits + 2 : 0;
}

static void
add_item (GPtrArray *blocks, const char *line, gsize mark)
{
  ZpHelpBlock *block = add_block (blocks, ZP_HELP_ITEM, line + mark);

  block->second = line[0] == '-' ? g_strdup ("•") : g_strndup (line, mark - 1);
}

static void
add_line (GPtrArray *blocks, const char *line)
{
  gsize mark = item_mark (line);

  if (g_str_has_prefix (line, "## "))
    add_block (blocks, ZP_HELP_HEADING, line + 3);
  else if (g_str_has_prefix (line, "# "))
    add_block (blocks, ZP_HELP_TITLE, line + 2);
  else if (g_str_has_prefix (line, "| ---"))
    mark_head (blocks);
  else if (line[0] == '|')
    add_row (blocks, line);
  else if (mark > 0)
    add_item (blocks, line, mark);
  else if (line[0] != '\0')
    add_block (blocks, ZP_HELP_PARAGRAPH, line);
}

/**
 * zp_help_parse:
 * @text: a page; each line is a block
 *
 * Returns: (transfer full): blocks of #ZpHelpBlock, in order.
 */
GPtrArray *
zp_help_parse (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) help_block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_return_val_if_fail (text != NULL, blocks);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (blocks, lines[i]);
  return blocks;
}

static char *
title_of (const char *text)
{
  const char *end = strchrnul (text, '\n');

  return g_str_has_prefix (text, "# ") ? g_strndup (text + 2, (gsize) (end - text - 2)) : NULL;
}

/* "30-forms.md" is the page "forms"; the number only orders. */
static char *
id_of (const char *name)
{
  const char *start = strchr (name, '-');

  return start != NULL ? g_strndup (start + 1, strcspn (start + 1, ".")) : g_strdup (name);
}

static ZpHelpPage *
load_page (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);
  ZpHelpPage *page = g_new0 (ZpHelpPage, 1);

  page->id = id_of (name);
  page->title = title_of (text);
  page->blocks = zp_help_parse (text);
  return page;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * zp_help_load:
 *
 * Returns: (transfer full): all pages of the help that is compiled into the program, of
 * #ZpHelpPage, in the order of their file names.
 */
GPtrArray *
zp_help_load (void)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) help_page_free);
  g_auto (GStrv) names =
    g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (names != NULL, pages);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (pages, load_page (names[i]));
  return pages;
}
