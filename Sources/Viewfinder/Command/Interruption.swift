import CLibrary
import Synchronization

/// The key that ends programs, ctrl+c, as a wish to end soon and in order.
enum Interruption {
    private static let flag = Atomic(false)

    /// Whether somebody wishes the program to end.
    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// From now on the first signal is a wish; the second ends the program at once.
    static func watch() {
        // What a handler touches must have been made before.
        flag.store(false, ordering: .relaxed)
        signal(SIGINT) { number in
            Interruption.flag.store(true, ordering: .relaxed)
            signal(number, SIG_DFL)
        }
    }
}
