import Testing

/// The program that was built beside the tests.
public enum Product {
    /// The path of the gallery's program; nil where only the tests were built.
    public static let viewfinder = Program("viewfinder").path

    /// Whether a person can be played who works the gallery in a terminal.
    public static let canBeTried: Bool = {
        guard Tmux.isAvailable, let views = try? Program("viewfinder").run("views") else { return false }
        return views.output.contains("/settings")
    }()

    public static let reason: Comment = "needs tmux, and the program viewfinder built beside the tests"
}
