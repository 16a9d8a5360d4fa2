import HTMLTree
import LiveProtocol
import TextLayout

/// What has to be true of the page, all in the same frame.
struct Expectation: Equatable, Sendable {
    enum Condition: Equatable, Sendable {
        /// A part of the page's text, white space folded.
        case text(String)
        /// A regular expression that matches somewhere in the page's text.
        case matches(TextPattern)
        case absentText(String)
        case absentTarget(Target)
        /// The whole text of the banner of a key; nil when there is none to be.
        case flash(key: String, text: String?)
        /// An element that has to be there, and what has to be true of it.
        case target(Target, [TargetCheck])
        /// How many elements fit.
        case count(Target, Int)
        case path(String)
        case title(String)
        /// Column and row, from 0.
        case cursor(Position)
        /// An event that the last step pushed; of its payload only what is written here counts.
        case pushed(event: String, payload: JSONValue?)
        /// A part of what a refusal or a failure of a view says, which otherwise fails the step that brought it about.
        case refused(String)
    }

    /// What has to be true of an element.
    enum TargetCheck: Hashable, Sendable {
        case value(String)
        /// The message shown at the field; nil when there is none to be.
        case error(String?)
        case state(TargetState)
    }

    let conditions: [Condition]
    /// The row of the frame to which texts are limited, from 1.
    let row: Int?
    /// How much time may pass until all is true; what is usual when nil.
    let within: Duration?
    /// How much time it then has to stay true.
    let holds: Duration
    /// Whether the scenario goes on after it failed.
    let isSoft: Bool

    /// The texts of the refusals that it speaks of.
    var refusals: [String] {
        conditions.compactMap { condition in
            if case .refused(let text) = condition { text } else { nil }
        }
    }

    init(
        _ conditions: [Condition], row: Int? = nil, within: Duration? = nil, holds: Duration = .zero,
        isSoft: Bool = false
    ) {
        self.conditions = conditions
        self.row = row
        self.within = within
        self.holds = holds
        self.isSoft = isSoft
    }
}

/// A state that an element can be expected to be in.
enum TargetState: String, Hashable, Sendable, CaseIterable {
    case focused, enabled, disabled, checked, unchecked, selected, visible, hidden, loading
}

/// One condition that is not true.
package struct UnmetCondition: Hashable, Sendable {
    let wanted: String
    let found: String
}
