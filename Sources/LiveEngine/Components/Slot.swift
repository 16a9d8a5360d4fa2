import Markup

/// Content that a component, or a function that gives markup, is given to show at a place of its own.
///
/// A slot without arguments is written as a literal, `card(title: "<b>\(name)</b>")`; one with arguments as a closure,
/// `Slot { row in "<i>\(row.name)</i>" }`. The side that shows it says what stands there when it is not given:
/// `\(title(else: "Untitled"))`.
public struct Slot<Argument> {
    private let content: ((Argument) -> Rendered)?

    public init(_ content: @escaping (Argument) -> Rendered) { self.content = content }

    private init() { content = nil }

    /// No content.
    public static var none: Slot { Slot() }

    /// Whether no content is given.
    public var isEmpty: Bool { content == nil }

    /// The content for an argument.
    ///
    /// - Parameter fallback: Stands in for content that is not given.
    public func callAsFunction(_ argument: Argument, else fallback: @autoclosure () -> Rendered = .empty) -> Rendered {
        content?(argument) ?? fallback()
    }
}

extension Slot where Argument == Void {
    /// The content.
    ///
    /// - Parameter fallback: Stands in for content that is not given.
    public func callAsFunction(else fallback: @autoclosure () -> Rendered = .empty) -> Rendered {
        content?(()) ?? fallback()
    }
}

extension Slot: ExpressibleByUnicodeScalarLiteral where Argument == Void {
    public init(unicodeScalarLiteral literal: StaticString) { self.init(stringLiteral: literal) }
}

extension Slot: ExpressibleByExtendedGraphemeClusterLiteral where Argument == Void {
    public init(extendedGraphemeClusterLiteral literal: StaticString) { self.init(stringLiteral: literal) }
}

extension Slot: ExpressibleByStringLiteral where Argument == Void {
    public init(stringLiteral literal: StaticString) {
        let rendered = Rendered(stringLiteral: literal)
        self.init { rendered }
    }
}

extension Slot: ExpressibleByStringInterpolation where Argument == Void {
    public init(stringInterpolation: Rendered.Interpolation) {
        let rendered = Rendered(stringInterpolation: stringInterpolation)
        self.init { rendered }
    }
}
