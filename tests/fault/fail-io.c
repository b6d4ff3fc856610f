/* SPDX-License-Identifier: GPL-3.0-or-later
 * A library to preload: makes one chosen call on files fail, as a full or broken disk would.
 *
 * Environment:
 *   ZP_FAIL_CALL   open, write, fsync, ftruncate, rename or close
 *   ZP_FAIL_AT     which of these calls fails, from 1
 *   ZP_FAIL_ERRNO  number of the error (default: EIO)
 *   ZP_FAIL_SHORT  when set, a write is cut to its half instead, which is no error
 *   ZP_FAIL_UNDER  only files whose name starts so are counted
 *   ZP_FAIL_MARK   a file made when the call was reached
 *
 * Counted are regular files, for open and fsync folders too. */

/* With these the names below would be redirected to others or be inline already. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef void (*Function) (void);

static atomic_long n_calls;

static Function
find_next (const char *name)
{
  Function function = NULL;
  void *symbol = dlsym (RTLD_NEXT, name);

  /* ISO C knows no conversion from data to functions. */
  memcpy (&function, &symbol, sizeof function);
  return function;
}

#define NEXT(result, name, parameters) ((result (*) parameters) find_next (name))

static void
make_mark (void)
{
  const char *mark = getenv ("ZP_FAIL_MARK");
  int fd = -1;

  if (mark == NULL)
    return;
  fd = NEXT (int, "open", (const char *, int, ...)) (mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0)
    NEXT (int, "close", (int) ) (fd);
}

/* Counts the call; tells whether it is the one that fails and sets errno then. */
static int
is_chosen (const char *call, const char *path)
{
  const char *chosen = getenv ("ZP_FAIL_CALL");
  const char *at = getenv ("ZP_FAIL_AT");
  const char *under = getenv ("ZP_FAIL_UNDER");
  const char *number = getenv ("ZP_FAIL_ERRNO");

  if (chosen == NULL || at == NULL || strcmp (chosen, call) != 0)
    return 0;
  if (under != NULL && strncmp (path, under, strlen (under)) != 0)
    return 0;
  if (atomic_fetch_add (&n_calls, 1) + 1 != atol (at))
    return 0;

  make_mark ();
  errno = number != NULL ? atoi (number) : EIO;
  return 1;
}

static int
is_chosen_fd (const char *call, int fd, int with_folders)
{
  int kept = errno;
  struct stat status;
  char link[64];
  char path[PATH_MAX];
  ssize_t length = 0;

  if (fstat (fd, &status) != 0 ||
      !(S_ISREG (status.st_mode) || (with_folders && S_ISDIR (status.st_mode))))
    {
      errno = kept;
      return 0;
    }

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = '\0';
  errno = kept;
  return is_chosen (call, path);
}

#define DEFINE_OPEN(name)                                                                          \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list args;                                                                                  \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    va_start (args, flags);                                                                        \
    if (flags & (O_CREAT | __O_TMPFILE))                                                           \
      mode = va_arg (args, mode_t);                                                                \
    va_end (args);                                                                                 \
    if (is_chosen ("open", path))                                                                  \
      return -1;                                                                                   \
    return NEXT (int, #name, (const char *, int, ...)) (path, flags, mode);                        \
  }

#define DEFINE_OPENAT(name)                                                                        \
  int name (int folder, const char *path, int flags, ...)                                          \
  {                                                                                                \
    va_list args;                                                                                  \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    va_start (args, flags);                                                                        \
    if (flags & (O_CREAT | __O_TMPFILE))                                                           \
      mode = va_arg (args, mode_t);                                                                \
    va_end (args);                                                                                 \
    if (is_chosen ("open", path))                                                                  \
      return -1;                                                                                   \
    return NEXT (int, #name, (int, const char *, int, ...)) (folder, path, flags, mode);           \
  }

#define DEFINE_TRUNCATE(name, type)                                                                \
  int name (int fd, type length)                                                                   \
  {                                                                                                \
    if (is_chosen_fd ("ftruncate", fd, 0))                                                         \
      return -1;                                                                                   \
    return NEXT (int, #name, (int, type)) (fd, length);                                            \
  }

#define DEFINE_SYNC(name)                                                                          \
  int name (int fd)                                                                                \
  {                                                                                                \
    if (is_chosen_fd ("fsync", fd, 1))                                                             \
      return -1;                                                                                   \
    return NEXT (int, #name, (int) ) (fd);                                                         \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_TRUNCATE (ftruncate, off_t)
DEFINE_TRUNCATE (ftruncate64, off64_t)
DEFINE_SYNC (fsync)
DEFINE_SYNC (fdatasync)

ssize_t
write (int fd, const void *bytes, size_t length)
{
  if (is_chosen_fd ("write", fd, 0))
    {
      if (getenv ("ZP_FAIL_SHORT") == NULL)
        return -1;
      length = length > 1 ? length / 2 : length;
    }

  return NEXT (ssize_t, "write", (int, const void *, size_t)) (fd, bytes, length);
}

/* The descriptor is closed all the same, as Linux does. */
int
close (int fd)
{
  int chosen = is_chosen_fd ("close", fd, 0);
  int number = errno;
  int result = NEXT (int, "close", (int) ) (fd);

  if (!chosen)
    return result;

  errno = number;
  return -1;
}

int
rename (const char *from, const char *to)
{
  if (is_chosen ("rename", to))
    return -1;

  return NEXT (int, "rename", (const char *, const char *) ) (from, to);
}

int
renameat (int from_folder, const char *from, int to_folder, const char *to)
{
  if (is_chosen ("rename", to))
    return -1;

  return NEXT (int, "renameat", (int, const char *, int, const char *) ) (from_folder, from,
                                                                          to_folder, to);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
  if (is_chosen ("rename", to))
    return -1;

  return NEXT (int, "renameat2", (int, const char *, int, const char *, unsigned) ) (
    from_folder, from, to_folder, to, flags);
}
