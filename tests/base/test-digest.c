/* SPDX-License-Identifier: GPL-3.0-or-later
 * SHA-256 against the examples of FIPS 180-4 and against GLib's checksums. */
#include "base/zp-digest.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *digest;
} Known;

/* clang-format off */
static const Known known[] = {
  { "empty", "",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  { "abc", "abc",
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  { "two-blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};
/* clang-format on */

static void
test_known (gconstpointer data)
{
  const Known *row = data;
  g_autofree char *digest = zp_digest_of_text (row->text);

  g_assert_cmpstr (digest, ==, row->digest);
  g_assert_cmpuint (strlen (digest), ==, ZP_DIGEST_DIGITS);
}

/* Every length up to three blocks: each way a last block can be filled. */
static void
test_lengths (void)
{
  guint8 bytes[192];

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 37 + 11);
  for (gsize length = 0; length <= sizeof bytes; length++)
    {
      g_autofree char *digest = zp_digest_of_bytes (bytes, length);
      g_autofree char *other = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);

      g_assert_cmpstr (digest, ==, other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *path = g_strconcat ("/digest/known/", known[i].name, NULL);

      g_test_add_data_func (path, &known[i], test_known);
    }
  g_test_add_func ("/digest/lengths", test_lengths);

  return g_test_run ();
}
