import Dispatch
import Foundation

/// A way in which a program ends that nobody asked to.
enum Death: String, Encodable, Sendable {
    case overflow, trap, abort, exit, kill

    func happen() {
        switch self {
        case .overflow: print(Self.deepen(Int.random(in: 1...2)))
        case .trap: print([Int]()[Int.random(in: 1...2)])
        case .abort: Foundation.abort()
        case .exit: Foundation.exit(7)
        case .kill: Foundation.kill(getpid(), SIGKILL)
        }
    }

    /// Calls itself without an end, and in a way that no compiler makes a loop of.
    @inline(never)
    private static func deepen(_ number: Int) -> Int {
        var room = (number, number, number, number, number, number, number, number)
        return withUnsafeBytes(of: &room) { deepen(number &+ Int($0[0])) &+ Int($0[1]) }
    }
}

/// Where it ends.
enum Place: String, Encodable, Sendable {
    case main, thread, queue, task

    func run(_ death: Death) {
        switch self {
        case .main: death.happen()
        case .thread: Thread { death.happen() }.start()
        case .queue: DispatchQueue.global().async { death.happen() }
        case .task: Task.detached { death.happen() }
        }
    }
}
