import Simulator

@testable import TerminalUI

/// Gives batches of events one after the other, and looks at the screen before each.
final class ScriptedEvents: EventSource {
    private var batches: [[SessionEvent]]
    /// Called before the loop waits, with the longest time it would wait.
    var onWait: (Duration?) -> Void = { _ in }
    private(set) var stops = 0
    private(set) var edits: [EditRequest] = []
    /// What goes wrong with every editor.
    var editorsProblem: String?
    var quitKeys: [Key] = []

    init(_ batches: [SessionEvent]...) { self.batches = batches }

    func wait(atMost limit: Duration?) -> [SessionEvent] {
        onWait(limit)
        return batches.isEmpty ? [.ended(signal: 15)] : batches.removeFirst()
    }

    func stop() { stops += 1 }

    func edit(_ request: EditRequest) -> String? {
        edits.append(request)
        return editorsProblem
    }
}
