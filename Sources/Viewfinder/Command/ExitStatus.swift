/// What the process tells its caller.
enum ExitStatus: Int32, Error {
    case success = 0
    /// Scenarios failed.
    case failure = 1
    /// The call, a script, or the terminal cannot be used.
    case unusable = 2
}
