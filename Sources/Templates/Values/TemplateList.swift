/// A sequence of values of which one at a time is made.
protocol TemplateList: AnyObject {
    var count: Int { get }
    /// Whether it is a tuple, which equals no list.
    var isTuple: Bool { get }
    /// Itself, if it holds values that a rendering made.
    var holder: ValueHolder? { get }
    /// Whether no template changes it, so that it needs no copy: a range, a stream.
    var isFixed: Bool { get }
    /// The value at an index within `0..<count`.
    subscript(index: Int) -> TemplateValue { get }
    /// A member by name, such as `grouper` of a group.
    func member(_ name: String) -> TemplateValue?
}

extension TemplateList {
    var isTuple: Bool { false }
    var isFixed: Bool { false }
    func member(_ name: String) -> TemplateValue? { nil }

    /// All values at once.
    var values: [TemplateValue] {
        if let list = self as? ValueList { return list.allElements }
        return (0..<count).map { self[$0] }
    }
}

/// A list that has its values, and which a template may change.
final class ValueList: ValueHolder, TemplateList {
    private var elements: [TemplateValue]
    let isTuple: Bool
    /// Whether elements may be collections of the context, which become the rendering's own when they are asked for.
    private let adoptsElements: Bool

    init(_ elements: [TemplateValue], isTuple: Bool = false, adoptsElements: Bool = false) {
        self.elements = elements
        self.isTuple = isTuple
        self.adoptsElements = adoptsElements
    }

    deinit { dismantle() }

    var count: Int { elements.count }

    subscript(index: Int) -> TemplateValue {
        guard adoptsElements else { return elements[index] }
        elements[index] = elements[index].adopted
        return elements[index]
    }

    fileprivate var allElements: [TemplateValue] { adoptsElements ? elements.indices.map { self[$0] } : elements }

    override func release(into holders: inout [ValueHolder]) {
        elements.release(into: &holders)
        elements = []
    }

    /// Changes the list, for all who have it.
    func change<Result>(_ change: (inout [TemplateValue]) throws(TemplateError) -> Result) throws(TemplateError)
        -> Result
    {
        if adoptsElements { elements = allElements }
        return try change(&elements)
    }
}

extension TemplateValue {
    static func list(_ elements: [TemplateValue]) -> TemplateValue { .list(ValueList(elements)) }
    static func tuple(_ elements: [TemplateValue]) -> TemplateValue { .list(ValueList(elements, isTuple: true)) }

    /// The value as the rendering's own: collections of the context as copies that it may change.
    var adopted: TemplateValue {
        switch self {
        case .list(let list) where list.holder == nil && !list.isFixed:
            .list(ValueList(list.values, isTuple: list.isTuple, adoptsElements: true))
        case .map(let map) where map.holder == nil: .map(ValueMap(adopting: map))
        case .undefined, .none, .bool, .integer, .number, .string, .markup, .list, .map, .object: self
        }
    }
}
