// What keeps the terminal safe from within the program: signals are caught, and the terminal is given back first.
//
// A handler may neither allocate nor call Swift. What it needs lies in one structure, made ready beforehand. Every object
// file that calls these functions has a pointer of its own to it, so one Swift file alone calls them (SignalGuard.swift).
#ifndef VIEWFINDER_CNCURSES_GUARD_H
#define VIEWFINDER_CNCURSES_GUARD_H

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/// Whose the terminal is.
enum viewfinder_holder {
    viewfinder_holder_others = 0,
    viewfinder_holder_program = 1,
    /// Somebody is giving it back; whoever comes upon this goes on with it.
    viewfinder_holder_leaving = 2,
};

struct viewfinder_guard {
    int holder;
    /// The signal that asked the program to end and waits for the main loop; 0 for none.
    int ending;
    /// When it came, in milliseconds.
    long long ending_time;
    int input, output;
    /// The terminal's modes as they were found, and as the program set them.
    struct termios modes, ours;
    /// What gives the terminal back, and how much of it is written.
    size_t count, done;
    char bytes[1024];
    /// The process that outlives this one; 0 for none.
    pid_t guardian;
    /// Where a caught signal is written, one byte each.
    int wake;
    int is_caught[NSIG];
    struct sigaction previous[NSIG];
    char stack[65536];
    /// The process whose errors go into a file while it has the terminal; 0 for none.
    pid_t errors_owner;
    /// The file, what was the error output before, and how much of the file has been told.
    int errors, error_output;
    off_t errors_told;
    char errors_path[256];
};

/// The structure lies in memory that a child process shares, since a guardian gives back what its program took.
static inline struct viewfinder_guard *viewfinder_guard(void) {
    static struct viewfinder_guard *guard;
    if (guard == NULL) {
        void *memory =
            mmap(NULL, sizeof(struct viewfinder_guard), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) abort();
        guard = memory;
    }
    return guard;
}

/// Whether the terminal is held so now.
static inline int viewfinder_guard_has(int holder) {
    return __atomic_load_n(&viewfinder_guard()->holder, __ATOMIC_SEQ_CST) == holder;
}

/// Whether the terminal's modes are still those that the program set.
static inline int viewfinder_guard_has_our_modes(void) {
    struct termios now;
    if (tcgetattr(viewfinder_guard()->input, &now) != 0) return 0;
    struct termios *ours = &viewfinder_guard()->ours;
    return now.c_iflag == ours->c_iflag && now.c_oflag == ours->c_oflag && now.c_lflag == ours->c_lflag;
}

/// Writes all of some bytes, as far as the other end takes them.
static inline void viewfinder_write_all(int output, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(output, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

/// Tells what has been said as errors and was not told yet, at most some thousand bytes of it: it would have stood in the
/// middle of the page. Control characters are shown as question marks.
static inline void viewfinder_guard_tell_errors(void) {
    struct viewfinder_guard *guard = viewfinder_guard();
    if (guard->errors_owner != getpid()) return;
    char buffer[512];
    ssize_t count;
    for (int round = 0; round < 8 && (count = pread(guard->errors, buffer, sizeof buffer, guard->errors_told)) > 0; round++) {
        guard->errors_told += count;
        for (ssize_t place = 0; place < count; place++) {
            unsigned char byte = (unsigned char)buffer[place];
            if ((byte < 32 && byte != '\n' && byte != '\t') || byte == 127) buffer[place] = '?';
        }
        viewfinder_write_all(guard->error_output, buffer, (size_t)count);
    }
}

/// Says where what is known of a crash is, in the process whose terminal it was.
///
/// What comes behind, such as the runtime's list of all calls, goes into the file as well.
static inline void viewfinder_guard_name_errors(int output) {
    struct viewfinder_guard *guard = viewfinder_guard();
    if (guard->errors_owner == 0) return;
    static const char words[] = "The program ended by a fault; what it said of it is in ";
    viewfinder_write_all(output, words, sizeof words - 1);
    viewfinder_write_all(output, guard->errors_path, strnlen(guard->errors_path, sizeof guard->errors_path));
    viewfinder_write_all(output, "\n", 1);
}

/// Has what is said as errors go into a new file from now on, if it would go to a terminal.
static inline void viewfinder_guard_keep_errors(const char *folder) {
    struct viewfinder_guard *guard = viewfinder_guard();
    if (guard->errors_owner != 0 || !isatty(STDERR_FILENO)) return;
    int length = snprintf(
        guard->errors_path, sizeof guard->errors_path, "%s/viewfinder-%ld-errors.txt", folder, (long)getpid());
    if (length <= 0 || (size_t)length >= sizeof guard->errors_path) return;
    int file = open(guard->errors_path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) return;
    int before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (before < 0 || dup2(file, STDERR_FILENO) < 0) {
        close(file);
        if (before >= 0) close(before);
        unlink(guard->errors_path);
        return;
    }
    guard->errors = file;
    guard->error_output = before;
    guard->errors_told = 0;
    guard->errors_owner = getpid();
}

/// Has errors go where they went before, and tells those that were kept; the file goes when all of it was told.
static inline void viewfinder_guard_release_errors(void) {
    struct viewfinder_guard *guard = viewfinder_guard();
    if (guard->errors_owner != getpid()) return;
    viewfinder_guard_tell_errors();
    dup2(guard->error_output, STDERR_FILENO);
    struct stat status;
    if (fstat(guard->errors, &status) == 0 && status.st_size > guard->errors_told) {
        static const char words[] = "\n(the rest is in ";
        viewfinder_write_all(STDERR_FILENO, words, sizeof words - 1);
        viewfinder_write_all(STDERR_FILENO, guard->errors_path, strnlen(guard->errors_path, sizeof guard->errors_path));
        viewfinder_write_all(STDERR_FILENO, ")\n", 2);
    } else {
        unlink(guard->errors_path);
    }
    close(guard->errors);
    close(guard->error_output);
    guard->errors_owner = 0;
}

/// Where errors are told while the terminal is the program's.
static inline int viewfinder_guard_error_output(void) {
    struct viewfinder_guard *guard = viewfinder_guard();
    return guard->errors_owner == getpid() ? guard->error_output : STDERR_FILENO;
}

/// Gives the terminal back: leaves the alternate screen, turns modes off, sets the line discipline as it was found.
///
/// Threads, handlers and the guardian may meet here; each goes on where the one before it was.
static inline void viewfinder_guard_restore(void) {
    struct viewfinder_guard *guard = viewfinder_guard();
    if (viewfinder_guard_has(viewfinder_holder_others)) return;
    __atomic_store_n(&guard->holder, viewfinder_holder_leaving, __ATOMIC_SEQ_CST);
    // No signal comes between what is written and its being counted. Nor is it a reason to be stopped (SIGTTOU) that
    // others have the terminal in front already.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    size_t done;
    while ((done = __atomic_load_n(&guard->done, __ATOMIC_SEQ_CST)) < guard->count) {
        // A terminal that takes nothing is not waited for: no signal would end that.
        struct pollfd output = {guard->output, POLLOUT, 0};
        if (poll(&output, 1, 500) <= 0) break;
        ssize_t written = write(guard->output, guard->bytes + done, guard->count - done);
        if (written <= 0) break;
        __atomic_store_n(&guard->done, done + (size_t)written, __ATOMIC_SEQ_CST);
    }
    // When the guardian is gone, the shell may have gone on and set modes for its own prompt.
    int is_orphan = guard->guardian != 0 && getpid() != guard->guardian && getppid() != guard->guardian;
    if (!is_orphan || viewfinder_guard_has_our_modes()) tcsetattr(guard->input, TCSANOW, &guard->modes);
    __atomic_store_n(&guard->holder, viewfinder_holder_others, __ATOMIC_SEQ_CST);
    viewfinder_guard_tell_errors();
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/// Puts a signal's action back to what it was before ours and lets that happen.
static inline void viewfinder_guard_give_way(int number) {
    sigaction(number, &viewfinder_guard()->previous[number], NULL);
    raise(number);
}

static inline long long viewfinder_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// Whether nobody is to be waited for: the loop is stuck with an earlier signal, the program is suspended, or its
/// guardian is gone and whoever waited for that has gone on.
///
/// One signal may come twice at once, to the whole group and handed on by the guardian.
static inline int viewfinder_guard_must_end_here(void) {
    struct viewfinder_guard *guard = viewfinder_guard();
    if (guard->guardian != 0 && getppid() != guard->guardian) return 1;
    if (viewfinder_guard_has(viewfinder_holder_others)) return 1;
    return guard->ending != 0 && viewfinder_milliseconds() - guard->ending_time > 200;
}

/// For what the main loop can deal with: tells it. A second signal to end finds the loop stuck and ends the program here.
static inline void viewfinder_guard_notify(int number) {
    int saved = errno;
    struct viewfinder_guard *guard = viewfinder_guard();
    if (number == SIGINT || number == SIGTERM || number == SIGHUP) {
        if (viewfinder_guard_must_end_here()) {
            viewfinder_guard_restore();
            viewfinder_guard_release_errors();
            viewfinder_guard_give_way(number);
        } else if (guard->ending == 0) {
            guard->ending_time = viewfinder_milliseconds();
            guard->ending = number;
        }
    }
    char byte = (char)number;
    while (write(guard->wake, &byte, 1) < 0 && errno == EINTR) {}
    errno = saved;
}

/// Whether a signal tells of a crash; the runtime may have a handler of its own, which then comes after ours.
static inline int viewfinder_is_crash(int number) {
    return number == SIGILL || number == SIGTRAP || number == SIGSEGV || number == SIGABRT || number == SIGBUS
        || number == SIGFPE || number == SIGQUIT;
}

/// For what ends the program at once: gives the terminal back, then lets happen what would have happened without us.
///
/// A faulting instruction runs again and faults again; any other signal has to be sent again.
static inline void viewfinder_guard_crash(int number, siginfo_t *info, void *context) {
    (void)context;
    int saved = errno;
    viewfinder_guard_restore();
    if (!viewfinder_is_crash(number)) {
        viewfinder_guard_release_errors();
    } else if (viewfinder_guard()->errors_owner == getpid()) {
        viewfinder_guard_name_errors(viewfinder_guard()->error_output);
        // The guardian has nothing to add, and a list of all calls is long: it goes into the file, whichever way.
        dup2(viewfinder_guard()->errors, STDOUT_FILENO);
        viewfinder_guard()->errors_owner = 0;
    }
    int faults = number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL;
    if (faults && info->si_code > 0) {
        sigaction(number, &viewfinder_guard()->previous[number], NULL);
    } else {
        viewfinder_guard_give_way(number);
    }
    errno = saved;
}

/// Sets a signal's action and keeps the one before.
static inline void viewfinder_guard_catch(int number, const struct sigaction *action) {
    if (sigaction(number, action, &viewfinder_guard()->previous[number]) != 0) return;
    viewfinder_guard()->is_caught[number] = 1;
    // Who started the program may have left it blocked.
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

/// Whether the main loop deals with a signal, whatever was to be done with it before.
static inline int viewfinder_is_for_loop(int number) {
    return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGTSTP || number == SIGCONT
        || number == SIGWINCH;
}

/// Whether a process that does nothing about a signal lives on.
static inline int viewfinder_is_harmless(int number) {
    return number == SIGKILL || number == SIGSTOP || number == SIGCHLD || number == SIGURG || number == SIGTTIN
        || number == SIGTTOU || number == SIGCONT || number == SIGWINCH || number == SIGTSTP
#ifdef SIGINFO
        || number == SIGINFO
#endif
        ;
}

/// Catches all signals that would end the program; those that the main loop deals with are written to `wake`, one byte
/// each. A signal that the app handles or ignores is left to it.
static inline void viewfinder_guard_install(int wake) {
    viewfinder_guard()->wake = wake;
    viewfinder_guard()->ending = 0;
    struct sigaction loop, crash;
    memset(&loop, 0, sizeof loop);
    sigemptyset(&loop.sa_mask);
    loop.sa_handler = viewfinder_guard_notify;
    loop.sa_flags = SA_RESTART | SA_ONSTACK;
    memset(&crash, 0, sizeof crash);
    sigemptyset(&crash.sa_mask);
    crash.sa_sigaction = viewfinder_guard_crash;
    crash.sa_flags = SA_SIGINFO | SA_ONSTACK;
    // A stack that overflowed leaves no room for a handler. Other threads have none; there the guardian helps.
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
        memset(&stack, 0, sizeof stack);
        stack.ss_sp = viewfinder_guard()->stack;
        stack.ss_size = sizeof viewfinder_guard()->stack;
        sigaltstack(&stack, NULL);
    }
    for (int number = 1; number < NSIG; number++) {
        struct sigaction before;
        if (viewfinder_is_for_loop(number)) {
            viewfinder_guard_catch(number, &loop);
        } else if (viewfinder_is_crash(number)) {
            viewfinder_guard_catch(number, &crash);
        } else if (!viewfinder_is_harmless(number) && sigaction(number, NULL, &before) == 0
                   && before.sa_handler == SIG_DFL) {
            viewfinder_guard_catch(number, &crash);
        }
    }
}

/// Puts every signal's action back.
static inline void viewfinder_guard_remove(void) {
    for (int number = 1; number < NSIG; number++) {
        if (!viewfinder_guard()->is_caught[number]) continue;
        viewfinder_guard()->is_caught[number] = 0;
        sigaction(number, &viewfinder_guard()->previous[number], NULL);
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

/// From now on the terminal is the program's.
///
/// What is written first is undone by what gives the terminal back; no signal comes between the two.
static inline void viewfinder_guard_arm(const char *bytes, size_t count) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    viewfinder_guard()->done = 0;
    while (count > 0) {
        ssize_t written = write(viewfinder_guard()->output, bytes, count);
        if (written <= 0) break;
        bytes += written;
        count -= (size_t)written;
    }
    __atomic_store_n(&viewfinder_guard()->holder, viewfinder_holder_program, __ATOMIC_SEQ_CST);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/// Remembers the modes that the program has set.
static inline void viewfinder_guard_note_modes(void) {
    tcgetattr(viewfinder_guard()->input, &viewfinder_guard()->ours);
}

/// Sets the modes that were remembered, where others have had the terminal meanwhile.
static inline void viewfinder_guard_set_modes(void) {
    tcsetattr(viewfinder_guard()->input, TCSANOW, &viewfinder_guard()->ours);
}

/// The signal that waits for the main loop to end the program; 0 for none.
static inline int viewfinder_guard_ending(void) { return viewfinder_guard()->ending; }

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
static inline void viewfinder_guard_leave(void) {
    viewfinder_guard_restore();
    viewfinder_guard_release_errors();
}

static inline void viewfinder_guard_restore_at_exit(void) { atexit(viewfinder_guard_leave); }

#endif
