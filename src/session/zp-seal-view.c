/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the seals of a report hold, in words, and what changed since. */
#include "session/zp-seal-view.h"

#include <glib/gi18n-lib.h>

#include "base/zp-time.h"
#include "review/zp-seal-check.h"
#include "session/zp-place-name.h"

static void
change_free (gpointer data)
{
  ZpSealChange *self = data;

  g_free (self->target);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
line_free (gpointer data)
{
  ZpSealLine *self = data;

  g_free (self->who);
  g_free (self->time);
  g_free (self->opinion);
  g_free (self->code);
  g_free (self->subject);
  g_free (self->signature);
  g_free (self);
}

/** zp_seal_view_free: frees @self. */
void
zp_seal_view_free (ZpSealView *self)
{
  if (self == NULL)
    return;
  g_free (self->headline);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/** zp_session_is_sealed: whether somebody signed the report. */
gboolean
zp_session_is_sealed (ZpSession *session)
{
  g_autoptr (GPtrArray) seals = zp_seal_list (zp_session_get_report (session));

  return seals->len > 0;
}

static gboolean
is_good (const ZpSealState *state)
{
  return state->holds &&
         (state->signature == ZP_SIGNATURE_NONE || state->signature == ZP_SIGNATURE_GOOD);
}

static char *
say_signature (const ZpSealState *state)
{
  if (!state->holds)
    return g_strdup (_ ("The seal does not fit what it was set on"));
  switch (state->signature)
    {
    case ZP_SIGNATURE_NONE:
      return g_strdup (_ ("Sealed without a certificate"));
    case ZP_SIGNATURE_GOOD:
      return g_strdup (
        _ ("The signature fits what was signed; who issued the certificate is not checked"));
    case ZP_SIGNATURE_ALTERED:
      return g_strdup (_ ("The text or the signature was altered after signing"));
    case ZP_SIGNATURE_FOREIGN:
      return g_strdup (_ ("Signed with another certificate than the seal names"));
    case ZP_SIGNATURE_EXPIRED:
      return g_strdup (_ ("The certificate was not in force when it was used"));
    case ZP_SIGNATURE_UNTRUSTED:
    default:
      return g_strdup (_ ("The issuer of the certificate is not trusted"));
    }
}

static ZpSealLine *
make_line (const ZpSealState *state)
{
  const ZpSeal *seal = state->seal;
  ZpSealLine *line = g_new0 (ZpSealLine, 1);

  line->who = g_strdup_printf ("%s %s", zp_role_get_label (seal->role), seal->name);
  line->time = zp_time_say (seal->time);
  line->opinion = g_strdup (seal->opinion);
  line->code = g_strdup (seal->code);
  line->subject = g_strdup (seal->subject);
  line->signature = say_signature (state);
  line->is_good = is_good (state);
  return line;
}

static const ZpDifference *
find_difference (const GPtrArray *differences, const char *id)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const ZpDifference *difference = g_ptr_array_index (differences, i);

      if (g_str_equal (difference->id, id))
        return difference;
    }
  return NULL;
}

static ZpSealChange *
make_change (ZpSession *session, const char *id, const GPtrArray *differences)
{
  const ZpDifference *difference = find_difference (differences, id);
  ZpSealChange *change = g_new0 (ZpSealChange, 1);

  change->target = zp_place_target (session, id);
  change->label = zp_place_name (session, id);
  change->before = difference != NULL ? zp_place_say_value (session, id, difference->before) : NULL;
  change->after = difference != NULL ? zp_place_say_value (session, id, difference->after) : NULL;
  return change;
}

static char *
say_headline (const ZpSealView *self)
{
  guint n = self->changes->len;

  if (self->is_sound)
    return g_strdup (_ ("Signed; nothing changed since"));
  if (n > 0)
    return g_strdup_printf (
      ngettext ("%u place changed after signing", "%u places changed after signing", n), n);
  return g_strdup (_ ("Signed, but a signature does not hold"));
}

/** zp_seal_view_new: (transfer full): holds the report against what was signed. */
ZpSealView *
zp_seal_view_new (ZpSession *session)
{
  g_autoptr (ZpSealCheck) check = zp_seal_check (zp_session_get_file (session), NULL);
  g_autoptr (GPtrArray) differences = zp_seal_list_changes (zp_session_get_file (session));
  ZpSealView *self = g_new0 (ZpSealView, 1);

  self->is_sound = check->valid;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < check->seals->len; i++)
    g_ptr_array_add (self->lines, make_line (g_ptr_array_index (check->seals, i)));
  for (guint i = 0; i < check->changed->len; i++)
    g_ptr_array_add (self->changes,
                     make_change (session, g_ptr_array_index (check->changed, i), differences));
  self->headline = say_headline (self);
  return self;
}
