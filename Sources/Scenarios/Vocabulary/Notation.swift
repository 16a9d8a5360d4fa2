import HTMLTree
import LiveProtocol
import Simulator
import TextLayout

/// How a value is written in a scenario file: the shape that is checked and explained, and how what has it is read.
///
/// Both stand in one place, so that what is read of a value is what was checked.
struct Notation<Value>: Sendable {
    let shape: Shape
    /// Reads what has the shape; nil where that still says nothing, as a flash without a key.
    let read: @Sendable (Located) -> Value?

    init(_ shape: Shape, read: @escaping @Sendable (Located) -> Value?) {
        self.shape = shape
        self.read = read
    }
}

extension Notation<String> {
    static var text: Self { Self(.text) { $0.text } }
    static var someText: Self { Self(.someText) { $0.text } }
    /// A text that is known before anything runs.
    static var fixedText: Self { Self(.fixedText) { $0.text } }
    static func longText(limit: Int) -> Self { Self(.longText(limit: limit)) { $0.text } }
}

extension Notation<String?> {
    static var textOrNull: Self { Self(.textOrNull) { .some($0.isNull ? nil : $0.text) } }
}

extension Notation<Int> {
    static func integer(_ range: ClosedRange<Int>) -> Self { Self(.integer(range)) { $0.integer } }
}

extension Notation<Bool> {
    static var boolean: Self { Self(.boolean) { $0.boolean } }
    /// A word for true, and one for false.
    static func either(_ yes: String, _ no: String) -> Self { Self(.word([yes, no])) { $0.text.map { $0 == yes } } }
}

extension Notation<Size> {
    static var size: Self { Self(.size) { $0.text.flatMap(ScenarioTexts.size) } }
}

extension Notation<Duration> {
    static var duration: Self { Self(.duration) { $0.text.flatMap(ScenarioTexts.duration) } }
}

extension Notation<CaseClock> {
    static var clock: Self { Self(.clock) { $0.text.flatMap(ScenarioTexts.clock) } }
}

extension Notation<ServerAddress> {
    static var serverAddress: Self { Self(.serverAddress) { $0.text.flatMap { ServerAddress($0) } } }
}

extension Notation<ServerPage> {
    static var serverPage: Self { Self(.serverPage) { $0.text.flatMap { ServerPage($0) } } }
}

extension Notation<[Key]> {
    static var keys: Self { Self(.keys) { value in value.text.flatMap { try? Key.sequence($0) } } }
}

extension Notation<Selector> {
    static var selector: Self { Self(.selector) { value in value.text.flatMap { try? Selector($0) } } }
}

extension Notation<TextPattern> {
    static var regularExpression: Self {
        Self(.regularExpression) { value in value.text.flatMap { try? TextPattern($0) } }
    }
}

extension Notation<JSONValue> {
    static var json: Self { Self(.json) { JSONGrammar.value(of: $0) } }
}

extension Notation<Located> {
    /// The steps of a group, to be read as steps.
    static var steps: Self { Self(.steps) { $0 } }
}

extension Notation<Position> {
    /// Column and row of a cell, written from 1, read from 0.
    static var cell: Self {
        Self(.list(.integer(1...1000), count: 2)) { value in
            let numbers = value.elements.compactMap(\.integer)
            return numbers.count == 2 ? Position(column: numbers[0] - 1, row: numbers[1] - 1) : nil
        }
    }
}

extension Notation where Value: CaseIterable & RawRepresentable<String> & Sendable {
    /// One of the words of an enumeration.
    static var word: Self { Self(.word(Value.allCases.map(\.rawValue))) { $0.text.flatMap(Value.init) } }
}

extension Notation {
    /// A list, of so many values if a number is given.
    static func list<Element>(_ element: Notation<Element>, count: Int? = nil) -> Self where Value == [Element] {
        Self(.list(element.shape, count: count)) { $0.elements.compactMap(element.read) }
    }

    /// A value, or a list of them.
    static func oneOrMore<Element>(_ element: Notation<Element>) -> Self where Value == [Element] {
        Self(.oneOrMore(element.shape)) { $0.elements.compactMap(element.read) }
    }

    /// A mapping whose keys are free, in the order of the file.
    static func dictionary<Element>(_ element: Notation<Element>) -> Self
    where Value == [(key: String, value: Element)] {
        Self(.dictionary(element.shape)) { value in
            value.entries.compactMap { entry in element.read(entry.value).map { (entry.key, $0) } }
        }
    }

    /// A mapping whose keys are known.
    static func mapping(_ mapping: Shape.Mapping, read: @escaping @Sendable (Located) -> Value?) -> Self {
        Self(.mapping(mapping), read: read)
    }

    /// A short form, or a mapping whose keys are known.
    static func short(
        _ short: Notation, _ mapping: Shape.Mapping, read: @escaping @Sendable (Located) -> Value?
    ) -> Self {
        Self(.short(short.shape, mapping)) { value in
            if case .scalar = value.content { short.read(value) } else { read(value) }
        }
    }
}
