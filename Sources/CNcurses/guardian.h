// What keeps the terminal safe from without: a process that waits for the program and gives the terminal back when it is
// gone, however it went. No handler can do so: SIGKILL has none, and a thread whose stack has overflowed has no room for it.
//
// The guardian is the parent, so that whoever waits for the program goes on only after the terminal was given back. It has
// the number that others know the program by, and hands signals on; exit status, stops and signals come out of it as they
// came out of the program.
#ifndef VIEWFINDER_CNCURSES_GUARDIAN_H
#define VIEWFINDER_CNCURSES_GUARDIAN_H

#include "guard.h"

#ifdef __linux__

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

/// Reads a number from what the system says of this process; -1 when it does not say.
static inline long viewfinder_process_status(const char *text, const char *name) {
    const char *place = strstr(text, name);
    return place == NULL ? -1 : strtol(place + strlen(name), NULL, 10);
}

/// Whether the process can be split in two: a child has none of its parent's threads, and a debugger would be left behind
/// with the guardian.
static inline int viewfinder_can_fork(void) {
    char text[4096];
    int file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return 0;
    text[count] = 0;
    return viewfinder_process_status(text, "\nThreads:") == 1 && viewfinder_process_status(text, "\nTracerPid:") == 0;
}

/// Ends as the program ended.
static inline void viewfinder_guardian_end(int status) {
    viewfinder_guard_restore();
    if (!WIFSIGNALED(status)) _exit(WEXITSTATUS(status));
    // What the program could not say itself: it was killed, or had no room left for a handler.
    struct stat errors;
    if (viewfinder_guard()->errors_owner != 0 && stat(viewfinder_guard()->errors_path, &errors) == 0) {
        if (errors.st_size > 0) viewfinder_guard_name_errors(STDERR_FILENO);
        else unlink(viewfinder_guard()->errors_path);
    }
    int number = WTERMSIG(status);
    // Only the program's own memory is worth a dump.
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    _exit(128 + number);
}

/// Stops as the program has stopped; returns when the guardian goes on.
static inline void viewfinder_guardian_stop(int number) {
    // The program gives the terminal back before it stops, unless it was not asked.
    viewfinder_guard_restore();
    if (number == SIGSTOP) {
        raise(SIGSTOP);
        return;
    }
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    // The signal that stopped the program came to the whole group.
    struct timespec at_once = {0, 0};
    while (sigtimedwait(&set, NULL, &at_once) > 0) {}
    signal(number, SIG_DFL);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

/// Takes note of what has become of the program.
static inline void viewfinder_guardian_look(pid_t program) {
    int status;
    while (waitpid(program, &status, WNOHANG | WUNTRACED) == program) {
        if (WIFSTOPPED(status)) {
            viewfinder_guardian_stop(WSTOPSIG(status));
        } else {
            viewfinder_guardian_end(status);
        }
    }
}

/// Hands a signal on to the program, unless the program has got it as well.
static inline void viewfinder_guardian_hand_on(int number, const siginfo_t *info, pid_t program) {
    // What the terminal sends comes to the whole group, and so does what the program stops itself with.
    if (info->si_code > 0 || info->si_pid == program || number == SIGTTIN || number == SIGTTOU) return;
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_IGN) kill(program, number);
}

/// Waits for the program and hands signals on to it; does not return.
static inline void viewfinder_guardian_watch(pid_t program) {
    sigset_t all, others;
    sigfillset(&all);
    sigfillset(&others);
    sigdelset(&others, SIGCHLD);
    sigdelset(&others, SIGCONT);
    while (1) {
        siginfo_t info, other;
        int number = sigwaitinfo(&all, &info);
        if (number < 0) continue;
        if (number != SIGCHLD && number != SIGCONT) {
            viewfinder_guardian_hand_on(number, &info, program);
            continue;
        }
        // A program that goes on after a stop finds what came meanwhile, and an end comes before another stop.
        struct timespec at_once = {0, 0};
        int waiting;
        while ((waiting = sigtimedwait(&others, &other, &at_once)) > 0) {
            viewfinder_guardian_hand_on(waiting, &other, program);
        }
        if (number == SIGCONT) {
            kill(program, SIGCONT);
        } else {
            viewfinder_guardian_look(program);
        }
    }
}

/// Splits the process in two: the caller goes on as the program, and its parent is the guardian.
///
/// Where that cannot be, the caller goes on alone.
static inline void viewfinder_guardian_start(void) {
    if (!viewfinder_can_fork()) return;
    pid_t guardian = getpid();
    viewfinder_guard()->guardian = 0;
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    pid_t program = fork();
    if (program < 0) {
        sigprocmask(SIG_SETMASK, &before, NULL);
    } else if (program == 0) {
        viewfinder_guard()->guardian = guardian;
        // If the guardian is killed, nobody waits for the program any more.
        prctl(PR_SET_PDEATHSIG, SIGHUP);
        if (getppid() != guardian) _exit(128 + SIGHUP);
        sigprocmask(SIG_SETMASK, &before, NULL);
    } else {
        signal(SIGCHLD, SIG_DFL);
        viewfinder_guardian_watch(program);
    }
}

#else

/// Elsewhere the program's own handlers have to do.
static inline void viewfinder_guardian_start(void) {}

#endif

#endif
