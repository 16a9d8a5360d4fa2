import LiveProtocol

/// Everything that is wrong with one payload.
public struct PayloadError: Error, Equatable, Sendable {
    /// All problems, in the order in which they were found.
    public var problems: [PayloadProblem]

    /// Makes the error of some problems.
    public init(problems: [PayloadProblem]) { self.problems = problems }
}

extension PayloadError: CustomStringConvertible {
    /// The problem in words for people.
    public var description: String { problems.map(\.description).joined(separator: "; ") }
}

/// One value of a payload that is not what it must be.
public struct PayloadProblem: Equatable, Sendable {
    /// What a value must be.
    public enum Wanted: Equatable, Sendable {
        /// A whole number.
        case integer
        /// A whole number between two, both included.
        case integerWithin(min: String, max: String)
        /// A number.
        case number
        /// Yes or no.
        case truth
        /// Any text.
        case text
        /// Several values.
        case list
        /// Values with names.
        case group
        /// One of these names.
        case oneOf([String])
        /// A text that stands for a value of a type.
        case coded(name: String, example: String)
        /// A value of a type that is told by its name.
        case other(String)
        /// What its type could not take, in the words of the error that it threw.
        case refused(reason: String)
    }

    /// The name of the value, as a form writes it: `user[name]`; empty for the whole payload.
    public var name: String
    /// What the value must be.
    public var wanted: Wanted
    /// What is there; nil when there is nothing.
    public var found: JSONValue?
}

extension PayloadProblem: CustomStringConvertible {
    /// The problem in words for people.
    public var description: String {
        let subject = name.isEmpty ? "the payload" : "\"\(name)\""
        if case .refused(let reason) = wanted { return "\(subject) cannot be taken: \(reason)" }
        guard let found else { return "\(subject) is missing; it must be \(wanted)" }
        return "\(subject) must be \(wanted), got \(Self.shortened(found))"
    }

    private static func shortened(_ value: JSONValue) -> String {
        let json = value.json
        return json.count > 60 ? json.prefix(57) + "..." : json
    }
}

extension PayloadProblem.Wanted: CustomStringConvertible {
    /// The problem in words for people.
    public var description: String {
        switch self {
        case .integer: "an integer"
        case .integerWithin(let min, let max): "an integer from \(min) to \(max)"
        case .number: "a number"
        case .truth: "true or false"
        case .text: "text"
        case .list: "a list"
        case .group: "a group of values"
        case .oneOf(let values): "one of " + values.map { "\"\($0)\"" }.joined(separator: ", ")
        case .coded(let name, let example): "\(name) such as \"\(example)\""
        case .other(let words): words
        case .refused(let reason): reason
        }
    }
}
