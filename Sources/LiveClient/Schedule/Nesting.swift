import HTMLTree

/// Bounds how deep commands, events and hooks may cause one another at once, as a browser does.
final class Nesting {
    private static let limit = 32

    private let document: Document
    private let log: ClientLog
    private var depth = 0

    init(document: Document, log: ClientLog) {
        self.document = document
        self.log = log
    }

    /// Runs what may cause more of its kind at once, unless that has gone on for too long.
    ///
    /// - Parameter node: The element that it stands on.
    func within(_ node: NodeID, _ operation: () -> Void) {
        guard depth < Self.limit else {
            return log.report(
                .endlessWork,
                "\(document.words(for: node)) causes itself again and again; "
                    + "it was stopped after \(Self.limit) rounds")
        }
        depth += 1
        operation()
        depth -= 1
    }
}
