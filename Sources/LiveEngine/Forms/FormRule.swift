import LiveProtocol

/// One thing that must hold before a form is taken, and what is said when it does not.
///
/// A field is named by its path, `"address.city"`; a path through a repeated group, `"guests.name"`, means the field in
/// each of its entries. Rules look at what was typed, so they hold even where that is no value of the model yet; all but
/// `required` let a blank field pass.
public struct FormRule<Model>: Sendable {
    enum Check: Sendable {
        /// Gives the words when the field's content does not do.
        case field(@Sendable (FormContent) -> String?)
        /// Says whether the model will do; asked only when all fields read as values of it.
        case model(@Sendable (Model) -> Bool, String)
    }

    /// The parts of the field's path.
    let path: [String]
    let check: Check

    private init(_ field: String, _ check: Check) {
        path = field.split(separator: ".").map(String.init)
        self.check = check
    }

    private init(_ field: String, _ message: String, holds: @escaping @Sendable (FormContent) -> Bool) {
        self.init(field, .field { content in content.isBlank || holds(content) ? nil : message })
    }
}

extension FormRule {
    /// The field must not be blank; a box must be ticked.
    public static func required(_ field: String, _ message: String = "must be filled in") -> FormRule {
        FormRule(field, .field { content in content.isBlank || content.text == "false" ? message : nil })
    }

    /// The text must have so many characters, or the list so many elements.
    public static func length(_ field: String, _ range: ClosedRange<Int>, _ message: String? = nil) -> FormRule {
        let message = message ?? "must have \(range.lowerBound) to \(range.upperBound) characters"
        return FormRule(field, message) { range.contains($0.length) }
    }

    /// The text must have at least so many characters.
    public static func length(_ field: String, _ range: PartialRangeFrom<Int>, _ message: String? = nil) -> FormRule {
        let message = message ?? "must have at least \(range.lowerBound) characters"
        return FormRule(field, message) { range.contains($0.length) }
    }

    /// The text must have at most so many characters.
    public static func length(
        _ field: String, _ range: PartialRangeThrough<Int>, _ message: String? = nil
    ) -> FormRule {
        FormRule(field, message ?? "must have at most \(range.upperBound) characters") { range.contains($0.length) }
    }

    /// The number must lie between two others, or be one of them.
    public static func range(_ field: String, _ range: ClosedRange<Double>, _ message: String? = nil) -> FormRule {
        let words =
            "must be from \(JSONValue.number(range.lowerBound).json) to \(JSONValue.number(range.upperBound).json)"
        // A text that is no number is reported as that.
        return FormRule(field, message ?? words) { $0.number.map(range.contains) ?? true }
    }

    /// The whole text must match a pattern: `.format("code", /[A-Z]{3}/, "must be three capitals")`.
    public static func format<Output>(
        _ field: String, _ pattern: @autoclosure @escaping @Sendable () -> Regex<Output>,
        _ message: String = "is not in the right form"
    ) -> FormRule {
        FormRule(field, message) { content in (try? pattern().wholeMatch(in: content.text)) != nil }
    }

    /// The text must be one of some.
    public static func oneOf(_ field: String, _ texts: [String], _ message: String? = nil) -> FormRule {
        FormRule(field, message ?? "must be one of \(texts.joined(separator: ", "))") { texts.contains($0.text) }
    }

    /// A rule about a field's text in your own words.
    public static func text(
        _ field: String, _ message: String, where holds: @escaping @Sendable (String) -> Bool
    ) -> FormRule {
        FormRule(field, message) { holds($0.text) }
    }

    /// A rule of your own about the whole model, so across fields; its words stand at the field.
    public static func check(
        _ field: String, _ message: String, where holds: @escaping @Sendable (Model) -> Bool
    ) -> FormRule {
        FormRule(field, .model(holds, message))
    }
}

/// What a person fills in: a structure whose properties are the fields of a form, and the rules for them.
///
/// A form can set every property, so what nobody may fill in is kept elsewhere.
public protocol FormModel: Codable, Sendable {
    /// What must hold before the form is taken; the words of a rule stand beside its field.
    static var rules: [FormRule<Self>] { get }
}

extension FormModel {
    /// None.
    public static var rules: [FormRule<Self>] { [] }
}

/// A rule that is asked of somebody else, which takes time: whether a name is free, whether a code is good.
///
/// It is asked by the sockets' `validate` and `apply`, once for each text that stands in a field, when the person has used
/// the field and all other rules are content with it.
public struct AsyncFormRule<Model>: Sendable {
    /// The parts of the field's path.
    let path: [String]
    let message: String
    /// How long the answer may take on the session's clock.
    let timeout: Duration?
    let holds: @Sendable (String) async throws -> Bool

    /// - Parameters:
    ///   - field: As in `FormRule`; a path through a repeated group means the field in each of its entries.
    ///   - message: What is said when the rule does not hold; it tells the rules of one field apart.
    ///   - timeout: How long the answer may take on the session's clock.
    ///   - holds: Runs as a task of the session. When it throws, the field cannot be taken, and is asked about again with
    ///     the next change.
    public init(
        _ field: String, _ message: String, timeout: Duration? = nil,
        where holds: @escaping @Sendable (String) async throws -> Bool
    ) {
        path = field.split(separator: ".").map(String.init)
        self.message = message
        self.timeout = timeout
        self.holds = holds
    }
}
