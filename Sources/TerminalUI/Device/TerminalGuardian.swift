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
