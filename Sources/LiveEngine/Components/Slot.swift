import Markup

/// Content that a component, or a function that gives markup, is given to show at a place of its own.
///
/// A slot without arguments is written as a literal, `card(title: "<b>\(name)</b>")`; one with arguments as a closure,
/// `Slot { row in "<i>\(row.name)</i>" }`. The side that shows it says what stands there when it is not given:
/// `\(title(else: "Untitled"))`.
public struct Slot<Argument> {
    private let content: ((Argument) -> Rendered)?

    /// Makes a slot of a function that gives its content.
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
    /// Makes a slot of a literal.
    public init(unicodeScalarLiteral literal: StaticString) { self.init(stringLiteral: literal) }
}

extension Slot: ExpressibleByExtendedGraphemeClusterLiteral where Argument == Void {
    /// Makes a slot of a literal.
    public init(extendedGraphemeClusterLiteral literal: StaticString) { self.init(stringLiteral: literal) }
}

extension Slot: ExpressibleByStringLiteral where Argument == Void {
    /// Makes a slot of a literal.
    public init(stringLiteral literal: StaticString) {
        let rendered = Rendered(stringLiteral: literal)
        self.init { rendered }
    }
}

extension Slot: ExpressibleByStringInterpolation where Argument == Void {
    /// Makes a slot of a literal with changing places.
    public init(stringInterpolation: Rendered.Interpolation) {
        let rendered = Rendered(stringInterpolation: stringInterpolation)
        self.init { rendered }
    }
}

/// The contents that a component takes: a structure of slots, each with the default `.none`.
public protocol ComponentSlots {}

/// The contents of a component that takes none.
public struct NoSlots: ComponentSlots {
    /// Makes the only one that there is.
    public init() {}
}
