// ncursesw with its wide-character functions switched on, and what Swift cannot say by itself: macros, and work that is
// safe inside a signal handler.
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
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
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

/// Asks the system for the size of a terminal; 0 when it knows one.
static inline int viewfinder_terminal_size(int descriptor, int *columns_out, int *rows_out) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *columns_out = size.ws_col;
    *rows_out = size.ws_row;
    return 0;
}

// MARK: - Signals
//
// A handler may neither allocate nor call Swift. What it needs lies in this one structure, made ready beforehand.
// Every object file that calls these functions has a copy of it, so one Swift file alone calls them (SignalGuard.swift).

struct viewfinder_guard {
    /// Whether the terminal is ours now and has to be given back.
    volatile sig_atomic_t is_armed;
    /// Whether a signal that ends the program waits for the main loop.
    volatile sig_atomic_t is_ending;
    int input, output;
    struct termios modes;
    size_t count;
    char bytes[1024];
    /// Where a caught signal is written, one byte each.
    int wake;
    struct sigaction previous[NSIG];
    char stack[65536];
};

static inline struct viewfinder_guard *viewfinder_guard(void) {
    static struct viewfinder_guard guard;
    return &guard;
}

/// Gives the terminal back: leaves the alternate screen, turns modes off, sets the line discipline as it was found.
static inline void viewfinder_guard_restore(void) {
    if (!viewfinder_guard()->is_armed) return;
    viewfinder_guard()->is_armed = 0;
    size_t done = 0;
    while (done < viewfinder_guard()->count) {
        ssize_t written =
            write(viewfinder_guard()->output, viewfinder_guard()->bytes + done, viewfinder_guard()->count - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        done += (size_t)written;
    }
    tcsetattr(viewfinder_guard()->input, TCSANOW, &viewfinder_guard()->modes);
}

/// Puts a signal's action back to what it was before ours and lets that happen.
static inline void viewfinder_guard_give_way(int number) {
    sigaction(number, &viewfinder_guard()->previous[number], NULL);
    raise(number);
}

/// For what the main loop can deal with: tells it. A second signal to end finds the loop stuck and ends the program here.
static inline void viewfinder_guard_notify(int number) {
    int saved = errno;
    if (number == SIGINT || number == SIGTERM || number == SIGHUP) {
        if (viewfinder_guard()->is_ending) {
            viewfinder_guard_restore();
            viewfinder_guard_give_way(number);
        }
        viewfinder_guard()->is_ending = 1;
    }
    char byte = (char)number;
    while (write(viewfinder_guard()->wake, &byte, 1) < 0 && errno == EINTR) {}
    errno = saved;
}

/// For a crash: gives the terminal back, then lets happen what would have happened without us.
///
/// A faulting instruction runs again and faults again; a signal that was sent has to be sent again.
static inline void viewfinder_guard_crash(int number, siginfo_t *info, void *context) {
    (void)context;
    int saved = errno;
    viewfinder_guard_restore();
    if (info->si_code > 0 && number != SIGQUIT) {
        sigaction(number, &viewfinder_guard()->previous[number], NULL);
    } else {
        viewfinder_guard_give_way(number);
    }
    errno = saved;
}

/// Sets the action of signals and keeps the one before; the list ends with 0.
static inline void viewfinder_guard_catch(const int *numbers, const struct sigaction *action) {
    sigset_t set;
    sigemptyset(&set);
    for (; *numbers != 0; numbers++) {
        sigaction(*numbers, action, &viewfinder_guard()->previous[*numbers]);
        sigaddset(&set, *numbers);
    }
    // Who started the program may have left them blocked.
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

/// Catches the signals; those that do not mean a crash are written to `wake`, one byte each.
static inline void viewfinder_guard_install(int wake) {
    static const int loop_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH, 0};
    static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGQUIT, 0};
    viewfinder_guard()->wake = wake;
    viewfinder_guard()->is_ending = 0;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = viewfinder_guard_notify;
    action.sa_flags = SA_RESTART;
    viewfinder_guard_catch(loop_signals, &action);
    // A stack that overflowed leaves no room for a handler.
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
        memset(&stack, 0, sizeof stack);
        stack.ss_sp = viewfinder_guard()->stack;
        stack.ss_size = sizeof viewfinder_guard()->stack;
        sigaltstack(&stack, NULL);
    }
    action.sa_sigaction = viewfinder_guard_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    viewfinder_guard_catch(crash_signals, &action);
}

/// Puts every signal's action back.
static inline void viewfinder_guard_remove(void) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP,  SIGTSTP, SIGCONT, SIGWINCH, SIGILL,
                                  SIGTRAP, SIGSEGV, SIGABRT, SIGBUS,  SIGFPE,  SIGQUIT,  0};
    for (const int *number = numbers; *number != 0; number++) {
        sigaction(*number, &viewfinder_guard()->previous[*number], NULL);
    }
}

/// Remembers the terminal as it is now; to be called before anything changes it.
static inline int viewfinder_guard_remember(int input, int output) {
    viewfinder_guard()->input = input;
    viewfinder_guard()->output = output;
    return tcgetattr(input, &viewfinder_guard()->modes);
}

/// Sets what is written to give the terminal back; what does not fit is cut.
static inline void viewfinder_guard_set_bytes(const char *bytes, size_t count) {
    if (count > sizeof viewfinder_guard()->bytes) count = sizeof viewfinder_guard()->bytes;
    memcpy(viewfinder_guard()->bytes, bytes, count);
    viewfinder_guard()->count = count;
}

static inline void viewfinder_guard_arm(void) { viewfinder_guard()->is_armed = 1; }

/// Stops the program's process group as the terminal's own suspend key would; returns when it goes on.
static inline void viewfinder_guard_stop(void) {
    struct sigaction ours;
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    sigemptyset(&standard.sa_mask);
    standard.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &standard, &ours);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

/// Has the terminal given back if the program leaves by `exit`.
static inline void viewfinder_guard_restore_at_exit(void) { atexit(viewfinder_guard_restore); }

#endif
