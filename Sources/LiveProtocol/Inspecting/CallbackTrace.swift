/// One call of a function of a view, of a component or of a hook: what it was given, what it took, how it ended.
package struct CallbackTrace: Sendable {
    /// The functions that hosts call.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// `onMount` of a hook before a view.
        case hook = "onMount"
        case mount
        case params = "handleParams"
        case event = "handleEvent"
        case info = "handleInfo"
        case progress = "handleProgress"
        /// A component takes its inputs.
        case update
        case render
        case unmount
    }

    /// Counts the calls that one recorder heard of, from 1 on; 0 before it has.
    package var number = 0
    package let kind: Kind
    /// Whose function it is; of a hook, the view behind it.
    package let part: InspectedPart.ID
    /// The name of its type.
    package let type: String
    /// The topic of the session's channel.
    package let topic: String
    /// Which of its kind: the event's name, the info's case, the hook's type, the upload's name.
    package let name: String?
    package let arguments: CallbackArguments
    /// When it began, since the clock started.
    package let time: Duration
    /// How long it took; nil where the host has no stopwatch.
    package let duration: Duration?
    /// Why it failed, in words for people; nil when it returned.
    package let failure: String?

    package init(
        kind: Kind, part: InspectedPart.ID, type: String, topic: String, name: String? = nil,
        arguments: CallbackArguments = .none, time: Duration, duration: Duration? = nil, failure: String? = nil
    ) {
        self.kind = kind
        self.part = part
        self.type = type
        self.topic = topic
        self.name = name
        self.arguments = arguments
        self.time = time
        self.duration = duration
        self.failure = failure
    }
}

/// What a function was given, which is made JSON when somebody looks.
package struct CallbackArguments: Sendable {
    /// About how much memory they keep from being given back, in bytes.
    package let bytes: Int
    private let make: (@Sendable () -> JSONValue)?

    /// - Parameter bytes: About how much memory what is made JSON takes.
    package init(bytes: Int, _ make: @escaping @Sendable () -> JSONValue) {
        self.bytes = bytes
        self.make = make
    }

    private init() {
        bytes = 0
        make = nil
    }

    /// Of a function that is given nothing to speak of.
    package static let none = CallbackArguments()

    /// Nil for none.
    package var json: JSONValue? { make?() }
}
