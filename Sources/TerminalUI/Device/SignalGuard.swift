import CNcurses

/// Keeps the terminal safe from every way in which a program can end, and makes signals into bytes on a pipe.
///
/// The state that handlers need is one structure in C. Each function here must stay out of line: the C functions are
/// compiled into the object file that calls them, each with a pointer of its own to that structure.
enum SignalGuard {
    /// Remembers the terminal's modes; to be called before anything changes them.
    @inline(never)
    static func remember(input: Int32, output: Int32) -> Bool { viewfinder_guard_remember(input, output) == 0 }

    /// Sets what gives the terminal back when it is written.
    @inline(never)
    static func setRestoringBytes(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return }
                viewfinder_guard_set_bytes(start, characters.count)
            }
        }
    }

    /// From now on the terminal is ours and is given back on a crash or an exit.
    ///
    /// - Parameter text: What is to be written first, which giving back undoes.
    @inline(never)
    static func arm(writing text: String) { viewfinder_guard_arm(text, text.utf8.count) }

    /// Whether the terminal is ours; it may have been given back for us, while the program was stopped.
    static var isArmed: Bool {
        @inline(never) get { viewfinder_guard_has(Int32(viewfinder_holder_program.rawValue)) != 0 }
    }

    /// Remembers the modes that were set, to tell them from a shell's.
    @inline(never)
    static func noteModes() { viewfinder_guard_note_modes() }

    /// Sets those modes again, after others have had the terminal.
    @inline(never)
    static func setModes() { viewfinder_guard_set_modes() }

    /// Gives the terminal back, if it is ours.
    @inline(never)
    static func restore() { viewfinder_guard_restore() }

    /// From now on what is said as errors goes into a file, if it would go to a terminal, where it would stand in the page.
    /// It is told when the terminal is given back; a crash names the file.
    @inline(never)
    static func keepErrors(in folder: String) { viewfinder_guard_keep_errors(folder) }

    /// Errors go where they went before; those that were kept are told.
    @inline(never)
    static func releaseErrors() { viewfinder_guard_release_errors() }

    /// Where errors are told while the terminal is ours.
    static var errorOutput: Int32 {
        @inline(never) get { viewfinder_guard_error_output() }
    }

    @inline(never)
    static func restoreAtExit() { viewfinder_guard_restore_at_exit() }

    /// Catches signals and writes each one's number to `wake`.
    @inline(never)
    static func install(wake: Int32) { viewfinder_guard_install(wake) }

    /// Lets signals do again what they did before.
    @inline(never)
    static func remove() { viewfinder_guard_remove() }

    /// The signal that waits for the main loop to end the program.
    static var ending: Int32? {
        @inline(never) get {
            let number = viewfinder_guard_ending()
            return number == 0 ? nil : number
        }
    }

    /// Leaves a guardian behind as the program's parent; see `TerminalGuardian`.
    @inline(never)
    static func startGuardian() { viewfinder_guardian_start() }

    /// Stops the program as the suspend key does; returns when it goes on.
    @inline(never)
    static func stop() { viewfinder_guard_stop() }
}

/// A process that outlives the program and gives the terminal back, however the program ends.
///
/// The program's own handlers do so for most ways to end. They cannot for SIGKILL, nor when a thread overflows its stack,
/// which leaves no room for them.
package enum TerminalGuardian {
    /// Splits the process in two: its parent becomes the guardian, and the caller goes on as the program.
    ///
    /// To be called first of all, while there are no other threads and nothing is open that two must not share. Where it
    /// cannot be done, as under a debugger, the caller goes on alone.
    package static func start() { SignalGuard.startGuardian() }
}
