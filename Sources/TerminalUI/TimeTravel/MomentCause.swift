import LiveProtocol
import Simulator
import TextLayout

/// What made a page another one: what a person did, what happened in the views, and what came of it.
struct MomentCause: Equatable {
    /// What a person did.
    enum Input: Hashable {
        case key(Key)
        /// Something that is typed and not to be seen, such as into a password field.
        case secret
        case paste
        case click
    }

    /// What happened in the views.
    enum Happening: Hashable {
        case opened(url: String)
        case wentTo(url: String)
        case event(String)
        /// What a timer, a message or a task said; the name of it where it has one.
        case info(SessionRecord.InfoSource, name: String?)
        case reloaded
        case trouble
        /// It was made what it had been at the moment of a number.
        case restored(from: Int)
        /// A server elsewhere sent a change.
        case server
    }

    /// How many inputs, and how many happenings, are told of one moment.
    static let mostParts = 8

    var inputs: [Input] = []
    var happenings: [Happening] = []
    /// The size of all diffs as JSON, in bytes.
    var diffBytes = 0
    /// How long the work took.
    var duration = Duration.zero
    /// What failed, in words for people.
    var failure: String?

    mutating func add(_ input: Input) { if inputs.count < Self.mostParts { inputs.append(input) } }

    mutating func add(_ happening: Happening) {
        if happenings.count < Self.mostParts, happenings.last != happening { happenings.append(happening) }
    }
}

extension MomentCause: CustomStringConvertible {
    /// In a few words, for people: `key enter → event "save"`.
    var description: String {
        let parts = [inputWords, happenings.map(\.description).joined(separator: ", ")].filter { !$0.isEmpty }
        return parts.isEmpty ? "the page itself" : parts.joined(separator: " → ")
    }

    /// What the person did; keys one after the other in one word.
    private var inputWords: String {
        var words = ""
        for (place, input) in inputs.enumerated() {
            if case .key(let key) = input, place > 0, case .key = inputs[place - 1] {
                words += " \(key.name)"
            } else {
                words += (place > 0 ? ", " : "") + input.description
            }
        }
        return words
    }
}

extension MomentCause.Input: CustomStringConvertible {
    var description: String {
        switch self {
        case .key(let key): "key \(key.name)"
        case .secret: "a key that is not told"
        case .paste: "paste"
        case .click: "click"
        }
    }
}

extension MomentCause.Happening: CustomStringConvertible {
    var description: String {
        switch self {
        case .opened(let url): "opened \(ReadableText.quote(url))"
        case .wentTo(let url): "went to \(ReadableText.quote(url))"
        case .event(let name): "event \"\(ReadableText.quote(name))\""
        case .info(let source, let name?): "\(Self.words(for: source)) → \(ReadableText.quote(name))"
        case .info(let source, nil): Self.words(for: source)
        case .reloaded: "template files changed"
        case .trouble: "something failed"
        case .restored(let number): "went on from moment \(number)"
        case .server: "the server"
        }
    }

    private static func words(for source: SessionRecord.InfoSource) -> String {
        switch source {
        case .timer: "timer"
        case .message: "message"
        case .task(let name): "task \"\(ReadableText.quote(name))\""
        }
    }
}
