import CLibrary

/// A thread with a stack of a given size: those that the system gives to tasks are too small for deep pages.
final class WorkerThread {
    private let handle: ThreadHandle

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - stackSize: In bytes.
    ///   - body: What it does.
    /// - Returns: Nil when the system has no more threads.
    init?(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
        guard let handle = startThread(stackSize: stackSize, body) else { return nil }
        self.handle = handle
    }

    /// Leaves it to itself; nobody waits for it then.
    func detach() { pthread_detach(handle) }

    /// Waits until it is over.
    func join() { pthread_join(handle, nil) }
}
