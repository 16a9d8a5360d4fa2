// ncursesw with its wide-character functions switched on, and what Swift cannot say by itself: macros here, work that is
// safe inside a signal handler in guard.h, and the process that outlives a crash in guardian.h.
#ifndef VIEWFINDER_CNCURSES_SHIM_H
#define VIEWFINDER_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// term.h names capabilities by macros that are common words; Swift asks for them by name (tigetstr) instead.
#undef columns
#undef lines
#undef tab
#undef bell
#undef newline

// MARK: - Macros and globals of ncurses

static inline attr_t viewfinder_attribute_bold(void) { return WA_BOLD; }
static inline attr_t viewfinder_attribute_dim(void) { return WA_DIM; }
static inline attr_t viewfinder_attribute_italic(void) { return WA_ITALIC; }
static inline attr_t viewfinder_attribute_underline(void) { return WA_UNDERLINE; }
static inline attr_t viewfinder_attribute_reverse(void) { return WA_REVERSE; }
static inline int viewfinder_color_pairs(void) { return COLOR_PAIRS; }

/// Makes ncurses write every cell at the next update, whatever it believes to be on the terminal.
static inline void viewfinder_repaint(void) { clearok(curscr, TRUE); }

/// Writes one cell; `pair` may be beyond the range of a short.
static inline int viewfinder_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
    return mvadd_wch(row, column, &cell);
}

/// How many cells the system takes a code point to fill; -1 for what cannot be shown.
static inline int viewfinder_width(wchar_t character) { return wcwidth(character); }

static inline int viewfinder_error_number(void) { return errno; }

/// Leaves the interrupt key a signal, so that it works when the program does not listen; all other keys are plain bytes.
static inline void viewfinder_keep_interrupt_key(int input) {
    struct termios modes;
    if (tcgetattr(input, &modes) != 0) return;
    modes.c_lflag |= ISIG;
    modes.c_cc[VSUSP] = _POSIX_VDISABLE;
    modes.c_cc[VQUIT] = _POSIX_VDISABLE;
    tcsetattr(input, TCSANOW, &modes);
}

/// Makes a pipe whose ends never block and are not passed on to other programs.
static inline int viewfinder_pipe(int *reading, int *writing) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

/// Waits until one of two descriptors has something to read, or is closed at its other end.
/// @return Bit 0 for the first, bit 1 for the second; 0 when the time is up or a signal came.
static inline int viewfinder_wait(int first, int second, int milliseconds) {
    struct pollfd descriptors[2] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    if (poll(descriptors, 2, milliseconds) <= 0) return 0;
    return (descriptors[0].revents != 0) | (descriptors[1].revents != 0) << 1;
}

/// Waits until a terminal takes more, or is gone.
static inline void viewfinder_wait_for_writing(int descriptor) {
    struct pollfd output = {descriptor, POLLOUT, 0};
    poll(&output, 1, 1000);
}

/// Makes a file that is in memory alone, or at least has no name; -1 when there is none to be had.
static inline int viewfinder_memory_file(void) {
#ifdef SYS_memfd_create
    int memory = (int)syscall(SYS_memfd_create, "frame", 1U /* MFD_CLOEXEC */);
    if (memory >= 0) return memory;
#endif
    FILE *file = tmpfile();
    if (file == NULL) return -1;
    int descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);
    fclose(file);
    return descriptor;
}

/// Starts a thread that no signal is delivered to, and that nobody waits for.
static inline int viewfinder_start_thread(void *(*body)(void *), void *context) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    int problem = pthread_create(&thread, NULL, body, context);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (problem == 0) pthread_detach(thread);
    return problem;
}

/// Sleeps for some milliseconds.
static inline void viewfinder_sleep(int milliseconds) {
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&time, NULL);
}

/// Asks the system for the size of a terminal; 0 when it knows one.
static inline int viewfinder_terminal_size(int descriptor, int *columns_out, int *rows_out) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *columns_out = size.ws_col;
    *rows_out = size.ws_row;
    return 0;
}

#include "guard.h"
#include "guardian.h"

#endif
