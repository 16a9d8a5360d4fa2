import Dispatch

extension Simulator {
    /// Waits, at the end of each input, for what a server elsewhere answers to it; it may call `client.settle()`. Unless
    /// set, all that comes later is taken in later.
    package var awaitAnswers: (() -> Void)? {
        get { page.onRest }
        set { page.onRest = newValue }
    }

    /// Whether the server works on something by itself, such as a task, that may change the page.
    package var isServerWorking: Bool { client.isServerWorking }

    /// The names of what it works on by itself, for people.
    package var serverWork: [String] { client.serverWork }

    /// Waits until the server has done what it works on by itself, and takes in what came of it.
    ///
    /// What tasks wait for outside of the program comes in real time, which no virtual clock can move; everything else
    /// settles without waiting. The wait blocks its thread.
    ///
    /// - Parameter limit: How long to wait at most, in real time.
    /// - Returns: False when the server is still at work then.
    @discardableResult
    package func settleWork(within limit: Duration) -> Bool {
        let activity = DispatchSemaphore(value: 0)
        let listener = client.onActivity
        client.onActivity = {
            activity.signal()
            listener?()
        }
        defer { client.onActivity = listener }
        let deadline = DispatchTime.now() + .nanoseconds(Int(limit / .nanoseconds(1)))
        settle()
        while isServerWorking {
            guard activity.wait(timeout: deadline) == .success else {
                settle()
                return !isServerWorking
            }
            settle()
        }
        return true
    }
}
