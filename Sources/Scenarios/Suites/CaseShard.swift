import Basics

/// One of several parts of a suite, by which machines share it: which part a case is in depends on its id alone, so that
/// each case is in one of them however many files there are.
package struct CaseShard: Hashable, Sendable {
    /// From 1.
    let number: Int
    let count: Int

    /// Reads `2/5`.
    ///
    /// - Returns: Nil when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }), let number = Int(parts[0]),
            let count = Int(parts[1]), (1...Self.limit).contains(count), (1...count).contains(number)
        else { return nil }
        self.number = number
        self.count = count
    }

    private static let limit = 10_000

    /// Whether a case is in it: the id's FNV-1a hash of 64 bits, modulo the count (RunningScenarios.md, "Shards").
    func contains(_ id: String) -> Bool {
        StableHash.number(of: id) % UInt64(count) == UInt64(number - 1)
    }
}

extension CaseShard: CustomStringConvertible {
    package var description: String { "\(number)/\(count)" }
}
