/* Lets the n-th write, sync or truncation of a file below "/place/" go wrong: cc -shared -fPIC -o faults.so faults.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long seen, target;
static int error, for_ever, half;

void faults_arm(long n, int wanted_error, int stays_broken, int half_written) {
    seen = 0; target = n; error = wanted_error; for_ever = stays_broken; half = half_written;
}

long faults_seen(void) { return seen; }

static int ours(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strstr(path, "/place/") != NULL;
}

static int goes_wrong(int fd) {
    if (target == 0 || !ours(fd)) return 0;
    seen++;
    return for_ever ? seen >= target : seen == target;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    if (!goes_wrong(fd)) return REAL(pwrite64)(fd, data, size, at);
    if (half) REAL(pwrite64)(fd, data, size / 2, at);
    errno = error;
    return -1;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    if (!goes_wrong(fd)) return REAL(pwrite)(fd, data, size, at);
    if (half) REAL(pwrite)(fd, data, size / 2, at);
    errno = error;
    return -1;
}

ssize_t write(int fd, const void *data, size_t size) {
    if (!goes_wrong(fd)) return REAL(write)(fd, data, size);
    errno = error;
    return -1;
}

int fsync(int fd) {
    if (!goes_wrong(fd)) return REAL(fsync)(fd);
    errno = error;
    return -1;
}

int fdatasync(int fd) {
    if (!goes_wrong(fd)) return REAL(fdatasync)(fd);
    errno = error;
    return -1;
}

int ftruncate(int fd, off_t size) {
    if (!goes_wrong(fd)) return REAL(ftruncate)(fd, size);
    errno = error;
    return -1;
}

int ftruncate64(int fd, off64_t size) {
    if (!goes_wrong(fd)) return REAL(ftruncate64)(fd, size);
    errno = error;
    return -1;
}
