import Synchronization

/// A page that was asked for: the answer is taken from here as soon as it is there.
public final class PendingPage: Sendable {
    private struct Contents {
        var answer: PageAnswer?
        var onAnswer: (@Sendable () -> Void)?
        var onCancel: (@Sendable () -> Void)?
        var isCancelled = false
    }

    private let contents: Mutex<Contents>

    /// Makes a page whose answer is still to come.
    public init() { contents = Mutex(Contents()) }

    /// Makes a page that is there already.
    public init(_ response: PageResponse) { contents = Mutex(Contents(answer: .response(response))) }

    /// What came; nil while nothing has.
    public var answer: PageAnswer? { contents.withLock { $0.answer } }

    /// Called from any thread when the answer comes.
    public var onAnswer: (@Sendable () -> Void)? {
        get { contents.withLock { $0.onAnswer } }
        set { contents.withLock { $0.onAnswer = newValue } }
    }

    /// Gives the answer; only the first one counts, and none after the page was given up.
    public func answer(_ answer: PageAnswer) {
        let wake = contents.withLock { contents -> (@Sendable () -> Void)? in
            guard contents.answer == nil, !contents.isCancelled else { return nil }
            contents.answer = answer
            contents.onCancel = nil
            return contents.onAnswer
        }
        wake?()
    }

    /// Says what ends the work on the page when nobody wants it any more.
    public func onCancel(_ action: @escaping @Sendable () -> Void) {
        let isLate = contents.withLock { contents in
            if !contents.isCancelled { contents.onCancel = action }
            return contents.isCancelled
        }
        if isLate { action() }
    }

    /// Gives the page up: nobody hears of it any more.
    public func cancel() {
        let action = contents.withLock { contents in
            contents.isCancelled = true
            contents.onAnswer = nil
            defer { contents.onCancel = nil }
            return contents.onCancel
        }
        action?()
    }
}
