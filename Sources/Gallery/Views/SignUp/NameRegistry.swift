import Viewfinder

/// Knows which names are taken. As any service elsewhere, it takes a moment to answer.
struct NameRegistry: Sendable {
    private let taken: Shared<Set<String>>

    init(taken: Set<String>) { self.taken = Shared(taken) }

    func isFree(_ name: String) async throws -> Bool {
        try await Task.sleep(for: .milliseconds(50))
        return !taken.value.contains(name.lowercased())
    }

    func take(_ name: String) { _ = taken.change { $0.insert(name.lowercased()) } }
}
