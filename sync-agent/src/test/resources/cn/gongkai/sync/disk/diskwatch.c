/* Stands between a program and the disk (LD_PRELOAD): records everything that is asked of the files
 * below one folder, in order and with its bytes, and lets chosen requests fail. The program under
 * test says what with disk_watch and disk_fail; it is stopped at what could not be recorded. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE, WRITE, TRUNCATE, FORCE, MOVE, DELETE, MAKE_FOLDER };

#define PATH 4096
#define REAL(name) ((__typeof__(&name))real(#name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH];
static int log_fd = -1;
static int count, failures, fail_from, fail_times, fail_error, fail_kinds;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

/* Records what is done below the folder from now on; an empty name ends it. */
void disk_watch(const char *folder, const char *log) {
  if (log_fd >= 0) close(log_fd);
  log_fd = *log ? REAL(open64)(log, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600) : -1;
  count = 0;
  snprintf(root, sizeof root, "%s", folder);
}

/* Lets requests of some kinds (a bit each) fail: so many, from one on, counted from now. */
void disk_fail(int from, int times, int error, int kinds) {
  count = failures = 0;
  fail_from = from, fail_times = times, fail_error = error, fail_kinds = kinds;
}

int disk_count(void) { return count; }
int disk_failures(void) { return failures; }

static int watched(const char *path) {
  size_t length = strlen(root);
  return length && !strncmp(path, root, length) && (path[length] == '/' || !path[length]) &&
         !strstr(path, " (deleted)");
}

static int watched_file(int fd, char *path) {
  if (!*root || fd == log_fd) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return watched(path);
}

/* Takes the turn; true where the request is to fail, with errno set. */
static int refused(enum kind kind) {
  pthread_mutex_lock(&lock);
  if (!(fail_kinds >> kind & 1)) return 0;
  count++;
  if (!fail_from || count < fail_from || count - fail_from >= fail_times) return 0;
  failures++;
  errno = fail_error;
  return 1;
}

static void put(const void *bytes, size_t size) {
  for (size_t done = 0; done < size;) {
    ssize_t n = REAL(write)(log_fd, (const char *)bytes + done, size - done);
    if (n <= 0) abort();
    done += n;
  }
}

/* Gives the turn back, and writes down what was done where it was. */
static void done(int good, enum kind kind, const char *path, int64_t at, const void *data, size_t size) {
  int error = errno;
  if (good && log_fd >= 0) {
    int32_t head[3] = {kind, strlen(path), size};
    put(head, sizeof head);
    put(&at, sizeof at);
    put(path, head[1]);
    put(data, size);
  }
  pthread_mutex_unlock(&lock);
  errno = error;
}

static int opened(const char *path, int flags, mode_t mode) {
  if (!watched(path)) return REAL(open64)(path, flags, mode);
  int there = access(path, F_OK) == 0;
  if (there ? !(flags & O_TRUNC) : !(flags & O_CREAT)) return REAL(open64)(path, flags, mode);
  int fd = refused(there ? TRUNCATE : CREATE) ? -1 : REAL(open64)(path, flags, mode);
  done(fd >= 0, there ? TRUNCATE : CREATE, path, 0, "", 0);
  return fd;
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = va_arg(more, mode_t);
  va_end(more);
  return opened(path, flags, mode);
}
int open(const char *path, int flags, ...) __attribute__((alias("open64")));

/* Half of a write that fails is on the disk all the same. */
static ssize_t written(int fd, const void *data, size_t size, int64_t at, const char *path) {
  int fails = refused(WRITE);
  size_t part = fails ? size / 2 : size;
  int error = errno;
  ssize_t n = part ? REAL(pwrite64)(fd, data, part, at) : 0;
  done(n > 0, WRITE, path, at, data, n > 0 ? n : 0);
  if (fails) errno = error;
  return fails ? -1 : n;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  char path[PATH];
  return watched_file(fd, path) ? written(fd, data, size, at, path)
                                : REAL(pwrite64)(fd, data, size, at);
}

ssize_t write(int fd, const void *data, size_t size) {
  char path[PATH];
  if (!watched_file(fd, path)) return REAL(write)(fd, data, size);
  int append = fcntl(fd, F_GETFL) & O_APPEND;
  ssize_t n = written(fd, data, size, lseek64(fd, 0, append ? SEEK_END : SEEK_CUR), path);
  if (n > 0) lseek64(fd, n, SEEK_CUR);
  return n;
}

#define DO(name, parameters, arguments, kind, before, ours, at, data) \
  int name parameters {                                               \
    before;                                                           \
    if (!ours) return REAL(name) arguments;                           \
    int result = refused(kind) ? -1 : REAL(name) arguments;           \
    done(result == 0, kind, path, at, data, strlen(data));            \
    return result;                                                    \
  }
#define OF_NAME(name, parameters, arguments, kind, data) \
  DO(name, parameters, arguments, kind, , watched(path), 0, data)
#define OF_FILE(name, parameters, arguments, kind, at) \
  DO(name, parameters, arguments, kind, char path[PATH], watched_file(fd, path), at, "")
OF_NAME(mkdir, (const char *path, mode_t mode), (path, mode), MAKE_FOLDER, "")
OF_NAME(unlink, (const char *path), (path), DELETE, "")
OF_NAME(remove, (const char *path), (path), DELETE, "")
OF_NAME(rmdir, (const char *path), (path), DELETE, "")
OF_NAME(rename, (const char *path, const char *to), (path, to), MOVE, to)
OF_FILE(fsync, (int fd), (fd), FORCE, 0)
OF_FILE(fdatasync, (int fd), (fd), FORCE, 0)
OF_FILE(ftruncate64, (int fd, off64_t size), (fd, size), TRUNCATE, size)

#define NEVER(name, parameters, arguments, fd)  \
  ssize_t name parameters {                     \
    char path[PATH];                            \
    if (watched_file(fd, path)) abort();        \
    return REAL(name) arguments;                \
  }
NEVER(writev, (int fd, const struct iovec *parts, int n), (fd, parts, n), fd)
NEVER(sendfile64, (int to, int from, off64_t *at, size_t n), (to, from, at, n), to)
