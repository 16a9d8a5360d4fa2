/// The files that one submit, or one automatic upload, waits for.
final class UploadRound {
    private var waiting = 0
    private var hasFailed = false
    private var done: ((_ isComplete: Bool) -> Void)?

    /// - Parameter done: Runs when no file is on its way any more; told whether none failed.
    init(_ done: @escaping (_ isComplete: Bool) -> Void) { self.done = done }

    func add(_ count: Int) { waiting += count }

    /// One file is there, was cancelled, or has failed.
    func finish(failed: Bool = false) {
        waiting -= 1
        if failed { hasFailed = true }
        guard waiting <= 0, let done else { return }
        self.done = nil
        done(!hasFailed)
    }
}
