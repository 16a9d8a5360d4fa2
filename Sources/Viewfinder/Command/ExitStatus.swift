/// What the process tells its caller.
struct ExitStatus: Error, Hashable {
    let code: Int32

    static let success = ExitStatus(code: 0)
    /// Scenarios failed.
    static let failure = ExitStatus(code: 1)
    /// The call, a script, or the terminal cannot be used.
    static let unusable = ExitStatus(code: 2)
}
