/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is wrong with a pack: collected while it loads, told in the order of files and lines. */
#include "template/zp-pack-store.h"
#include "template/zp-pack-tree-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are no help to anybody. */
#define MAX_TOLD 50

/* A broken pack may repeat one fault in every line. */
#define MAX_KEPT 5000

/**
 * zp_problem_free: frees a problem; %NULL is let through.
 */
void
zp_problem_free (ZpProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->message);
  g_free (self);
}

/**
 * zp_problem_to_string:
 *
 * Returns: (transfer full): one line: file, line, what is wrong
 */
char *
zp_problem_to_string (const ZpProblem *self)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  place =
    self->line > 0 ? g_strdup_printf ("%s:%u", self->file, self->line) : g_strdup (self->file);
  if (self->warning)
    return g_strdup_printf (_ ("%s: warning: %s"), place, self->message);

  return g_strdup_printf ("%s: %s", place, self->message);
}

/**
 * zp_problems_new: (transfer full): an empty list of #ZpProblem.
 */
GPtrArray *
zp_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
}

static void
take_problem (GPtrArray *problems, const char *file, guint line, gboolean warning, char *message)
{
  ZpProblem *problem = g_new0 (ZpProblem, 1);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->warning = warning;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

/**
 * zp_problems_add:
 * @problems: where it is noted
 * @at: the value that is wrong
 * @warning: the pack can be used all the same
 * @format: what stands there, what is wrong, what to do; without a full stop
 */
void
zp_problems_add (GPtrArray *problems, const ZpNode *at, gboolean warning, const char *format, ...)
{
  va_list args;

  if (problems->len >= MAX_KEPT)
    return;

  va_start (args, format);
  take_problem (problems, at->file, at->json->line, warning, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * zp_problems_add_near: as zp_problems_add(), for an error; @nearest is a known name that was
 * perhaps meant, or %NULL.
 */
void
zp_problems_add_near (
  GPtrArray *problems, const ZpNode *at, const char *nearest, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (nearest != NULL)
    zp_problems_add (problems, at, FALSE, _ ("%s; did you mean “%s”?"), message, nearest);
  else
    zp_problems_add (problems, at, FALSE, "%s", message);
}

/**
 * zp_problems_add_in_file: as zp_problems_add(), where there is no value yet; @line 0 is unknown.
 */
void
zp_problems_add_in_file (GPtrArray *problems, const char *file, guint line, const char *text)
{
  take_problem (problems, file, line, FALSE, g_strdup (text));
}

/**
 * zp_problems_count_errors: how many of them keep the pack from being used.
 */
guint
zp_problems_count_errors (const GPtrArray *problems)
{
  guint n_errors = 0;

  for (guint i = 0; i < problems->len; i++)
    if (!((const ZpProblem *) problems->pdata[i])->warning)
      n_errors++;

  return n_errors;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ZpProblem *left = *(const ZpProblem *const *) a;
  const ZpProblem *right = *(const ZpProblem *const *) b;
  int order = strcmp (left->file, right->file);

  if (order != 0)
    return order;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;

  return strcmp (left->message, right->message);
}

static int
compare_errors_first (gconstpointer a, gconstpointer b)
{
  const ZpProblem *left = *(const ZpProblem *const *) a;
  const ZpProblem *right = *(const ZpProblem *const *) b;

  if (left->warning != right->warning)
    return left->warning ? 1 : -1;

  return compare_places (a, b);
}

/* A formula of a column stands in every row of its grid; its fault is told once. */
static void
remove_repeated (GPtrArray *problems)
{
  for (guint i = problems->len; i > 1; i--)
    if (compare_places (&problems->pdata[i - 1], &problems->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (problems, i - 1);
}

/**
 * zp_problems_finish: sorts them by file and line, each once, up to fifty; warnings give way to
 * errors.
 */
void
zp_problems_finish (GPtrArray *problems)
{
  g_ptr_array_sort (problems, compare_errors_first);
  remove_repeated (problems);
  if (problems->len > MAX_TOLD)
    g_ptr_array_set_size (problems, MAX_TOLD);
  g_ptr_array_sort (problems, compare_places);
}

/**
 * zp_problems_set_error: the errors among them, one a line, as one %ZP_PACK_ERROR_INVALID.
 */
void
zp_problems_set_error (const GPtrArray *problems, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const ZpProblem *problem = problems->pdata[i];
      g_autofree char *line = zp_problem_to_string (problem);

      if (problem->warning)
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }

  g_set_error_literal (error, ZP_PACK_ERROR, ZP_PACK_ERROR_INVALID, lines->str);
}
