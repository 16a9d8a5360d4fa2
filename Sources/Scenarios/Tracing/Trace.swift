import LiveProtocol
import OrderedCollections
import TextLayout

/// What a case did, step by step, with the picture after each (WatchingAndPlaying.md, "The file of a trace").
package struct Trace: Equatable, Sendable {
    /// What the case is, and what it ran in.
    package struct Header: Equatable, Sendable {
        package var caseID: String
        package var title: String
        /// The scenario's file.
        package var path: String
        package var size: Size
        package var color: String
        package var seed: Int
        /// Where virtual time started, since 1970.
        package var clock: Duration
        /// The program that ran it.
        package var program: String
        /// How many steps the case has; fewer are in the trace when one of them failed.
        package var stepCount: Int
    }

    /// How the case ended.
    package struct Ending: Equatable, Sendable {
        package enum Outcome: String, Sendable, CaseIterable {
            case passed
            case failed
            case skipped
            case failedAsKnown = "failed as known"
            case passedUnexpectedly = "passed unexpectedly"
        }

        package var outcome: Outcome
        /// What the file says of why it is skipped or known to fail.
        package var why: String?
        /// The real time it took.
        package var took: Duration
        /// How many steps were left out because there was too much of all.
        package var omitted = 0
    }

    package var header: Header
    package var steps: [TraceStep]
    package var ending: Ending

    /// The first version of the format that a reader has to know.
    static let version = 1
    /// What its files are called.
    package static let fileExtension = "trace.jsonl"
    /// How each of its files begins.
    package static let start = "{\"viewfinder-trace\""
    /// What the page is called that a case begins with.
    package static let firstPage = CasePages.firstName
}

/// What one step did.
package struct TraceStep: Equatable, Sendable {
    /// The file it stands in, and where.
    package var path: String
    package var place: Place
    /// The step as its file has it, in one line.
    package var source: String
    /// The names of the groups that it is in, the outermost first.
    package var groups: [String]
    /// What the scenario calls the page that it acted on.
    package var page: String
    /// Virtual time before and after it.
    package var start: Duration
    package var end: Duration
    /// The real time it took.
    package var took: Duration
    /// Why it could not be done, in lines for people; nil when it could.
    package var failure: String?
    package var address: String
    package var title: String
    /// What has the focus, as `text field "Name"`; nil when nothing has.
    package var focus: String?
    /// The flash, by key.
    package var flash: OrderedDictionary<String, JSONValue>
    /// The picture, as it differs from the one before; nil when it was left out because there was too much of all.
    package var picture: TracePicture?
    /// What the view holds; nil when nobody can see it.
    package var state: TraceState?
    /// What happened between page and view since the step before, oldest first.
    package var events: [TraceEvent]

    /// The virtual time after it, in words.
    package var time: String { ScenarioTexts.text(of: end) }
}

/// What a view holds at one moment.
package struct TraceState: Equatable, Sendable {
    /// The name of the view's type.
    package var view: String
    /// Nil where it is too long.
    package var context: JSONValue?
    /// The failures of handlers so far, oldest first.
    package var failures: [String]
}

/// Something that happened between page and view.
package struct TraceEvent: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case joined
        /// An event of the page; `name` is the event, `note` its type.
        case pushed
        /// The person went to another address of the same view.
        case patched
        /// A change of the page.
        case received
        /// A message was answered with an error.
        case refused
        /// A whole page was requested; `note` is its status.
        case requested
        case navigated
        /// An event was dispatched to the page's scripts.
        case dispatched
        /// A channel or the connection changed; `note` is how.
        case connection
        /// A mistake that a browser's console would show; `note` is the message.
        case diagnostic
    }

    /// Virtual time.
    package var time: Duration
    package var kind: Kind
    package var name: String
    package var note: String?
    /// Its payload, as JSON; nil where there is none, or it is too long.
    package var value: String?
    /// The length of a payload that was left out, in bytes of JSON.
    package var omittedBytes: Int?
}
