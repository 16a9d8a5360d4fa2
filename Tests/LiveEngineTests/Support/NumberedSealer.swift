import Synchronization

@testable import LiveEngine

/// Makes tokens that say nothing, and another one each time, as a server's are.
final class NumberedSealer: TokenSealer {
    private struct Seal {
        let content: String
        let purpose: TokenPurpose
    }

    private let seals = Mutex<[Seal]>([])

    /// The purposes of all tokens, in order.
    var purposes: [TokenPurpose] { seals.withLock { $0.map(\.purpose) } }

    func seal(_ content: String, for purpose: TokenPurpose) -> String {
        seals.withLock { seals in
            seals.append(Seal(content: content, purpose: purpose))
            return "#\(seals.count - 1)"
        }
    }

    func open(_ token: String, for purpose: TokenPurpose) -> String? {
        guard token.hasPrefix("#"), let number = Int(token.dropFirst()) else { return nil }
        return seals.withLock { seals in
            guard seals.indices.contains(number), seals[number].purpose == purpose else { return nil }
            return seals[number].content
        }
    }
}

/// Names that are another one each time.
final class CountedIDs: IDSource {
    private let count = Atomic(0)

    func newContainerID() -> String { "phx-\(next)" }
    func newKey() -> String { "key-\(next)" }

    private var next: Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}
