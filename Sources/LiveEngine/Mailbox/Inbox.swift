import Basics
import Synchronization

/// The letters for the sessions of one connection, in order of arrival.
///
/// The mailbox of each session is bounded: when as many infos wait as the limit allows, later ones are dropped, and the
/// session is told how many when it opens the next one. What waits is never given up for what is new, since it may be
/// what the new one builds on.
final class Inbox: Sendable {
    private struct Contents {
        var letters = Queue<Letter>()
        /// How many infos wait, and how many were dropped, by session.
        var waiting: [Int: Int] = [:]
        var dropped: [Int: Int] = [:]
        var onActivity: (@Sendable () -> Void)?
        var isClosed = false
    }

    /// How many infos may wait for one session.
    let limit: Int
    private let contents = Mutex(Contents())

    init(limit: Int) { self.limit = limit }

    /// One that takes nothing.
    static let closed: Inbox = {
        let inbox = Inbox(limit: 0)
        inbox.close()
        return inbox
    }()

    /// Called from the thread of the sender when the first letter comes into the empty inbox.
    var onActivity: (@Sendable () -> Void)? {
        get { contents.withLock { $0.onActivity } }
        set { contents.withLock { $0.onActivity = newValue } }
    }

    var count: Int { contents.withLock { $0.letters.count } }

    /// Whether it takes no more letters.
    var isClosed: Bool { contents.withLock { $0.isClosed } }

    /// Puts a letter at the end.
    func post(_ letter: Letter) {
        let (isTaken, wake) = contents.withLock { contents -> (Bool, (@Sendable () -> Void)?) in
            guard !contents.isClosed else { return (false, nil) }
            if letter.isBounded {
                let waiting = contents.waiting[letter.session, default: 0]
                guard waiting < limit else {
                    contents.dropped[letter.session, default: 0] += 1
                    return (false, nil)
                }
                contents.waiting[letter.session] = waiting + 1
            }
            contents.letters.append(letter)
            return (true, contents.letters.count == 1 ? contents.onActivity : nil)
        }
        if !isTaken { letter.opened?() }
        wake?()
    }

    /// Takes the next letter out, and says how many for the same session were dropped since its last one.
    func next() -> (letter: Letter, dropped: Int)? {
        contents.withLock { contents in
            guard let letter = contents.letters.popFirst() else { return nil }
            if letter.isBounded, let waiting = contents.waiting[letter.session] {
                contents.waiting[letter.session] = waiting == 1 ? nil : waiting - 1
            }
            let dropped = contents.dropped.isEmpty ? nil : contents.dropped.removeValue(forKey: letter.session)
            return (letter, dropped ?? 0)
        }
    }

    /// Takes no more letters, and lets go of those that wait.
    func close() {
        let letters = contents.withLock { contents in
            let letters = contents.letters
            contents = Contents()
            contents.isClosed = true
            return letters
        }
        for letter in letters { letter.opened?() }
    }
}

/// What goes wrong between sessions that tell each other things.
enum MailboxError: Error, Equatable {
    case full(limit: Int, dropped: Int)
    case endless(limit: Int)
}

extension MailboxError: CustomStringConvertible {
    var description: String {
        switch self {
        case .full(let limit, let dropped):
            "mailbox: \(dropped) infos were dropped, since \(limit) were waiting already; send fewer, or larger ones"
        case .endless(let limit):
            "mailbox: \(limit) infos in a row changed nothing on the page; look for infos that send one another"
        }
    }
}
