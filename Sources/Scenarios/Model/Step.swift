import HTMLTree
import LiveProtocol
import Simulator
import TextLayout

/// One thing a scenario does or expects.
package struct Step: Equatable, Sendable {
    package indirect enum Action: Equatable, Sendable {
        case open(String)
        /// Goes on in another page of the same app, by a name of the scenario's own.
        case page(String)
        case go(HistoryMove)
        case click(Target)
        case clickCell(Position)
        case fill(Target, with: String)
        case type(String)
        case choose(Target, options: [String])
        case upload(Target, files: [UploadFile])
        case check(Target)
        case uncheck(Target)
        /// Through what (a form or a button; nil for the form of the focus, or the only one), after filling in fields.
        case submit(Target?, with: [FieldValue])
        case focus(Target)
        case dismiss(flashKey: String)
        case press([Key])
        case paste(String)
        case scroll(ScrollMove)
        case resize(Size)
        case push(event: String, payload: JSONValue, target: Target?)
        /// The answer to what a click asked, and what it must have asked.
        case confirm(Bool, question: String?)
        case connection(ConnectionChange)
        case advance(Duration)
        case expect(Expectation)
        case snapshot(SnapshotRequest)
        case dump(DumpKind)
        case group(name: String?, [Step])
    }

    package enum HistoryMove: String, Hashable, Sendable, CaseIterable {
        case back, forward, reload
    }

    /// What becomes of the connection to the server.
    package enum ConnectionChange: Hashable, Sendable {
        case down, up
        /// How long each message takes from now on, in each direction.
        case latency(Duration)
    }

    package enum ScrollMove: Hashable, Sendable {
        case top, bottom
        case rows(Int)
    }

    package enum DumpKind: String, Hashable, Sendable, CaseIterable {
        case frame, outline, html, state, diffs
    }

    /// A field by its name, and what goes into it.
    package struct FieldValue: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    /// How many keys one step presses at most.
    static let inputLimit = 10_000

    /// The file it stands in; an included one has its own.
    package var path: String
    package var place: Place
    /// The step as its file has it, in one line.
    package var source: String
    package var action: Action
}
