/// What waits while transitions that block patches are running (JS_COMMANDS.md 2).
struct TransitionQueue {
    private var running = 0
    private var waiting: [() -> Void] = []

    var isBlocked: Bool { running > 0 }

    mutating func start() { running += 1 }

    /// Ends one transition.
    mutating func end() { running -= 1 }

    mutating func wait(_ operation: @escaping () -> Void) { waiting.append(operation) }

    /// The next operation that may run; nil while a transition runs or when none waits.
    mutating func next() -> (() -> Void)? {
        isBlocked || waiting.isEmpty ? nil : waiting.removeFirst()
    }

    var hasWaiting: Bool { !waiting.isEmpty }
}
