/// A sequence of values of which one at a time is made.
protocol TemplateList: AnyObject {
    var count: Int { get }
    /// Whether it is a tuple, which equals no list.
    var isTuple: Bool { get }
    /// The value at an index within `0..<count`.
    subscript(index: Int) -> TemplateValue { get }
    /// A member by name, such as `grouper` of a group.
    func member(_ name: String) -> TemplateValue?
}

extension TemplateList {
    var isTuple: Bool { false }
    func member(_ name: String) -> TemplateValue? { nil }

    /// All values at once.
    var values: [TemplateValue] {
        if let list = self as? ValueList { return list.elements }
        return (0..<count).map { self[$0] }
    }
}

/// A list that has its values.
final class ValueList: TemplateList {
    let elements: [TemplateValue]
    let isTuple: Bool

    init(_ elements: [TemplateValue], isTuple: Bool = false) {
        self.elements = elements
        self.isTuple = isTuple
    }

    var count: Int { elements.count }
    subscript(index: Int) -> TemplateValue { elements[index] }
}

extension TemplateValue {
    static func list(_ elements: [TemplateValue]) -> TemplateValue { .list(ValueList(elements)) }
    static func tuple(_ elements: [TemplateValue]) -> TemplateValue { .list(ValueList(elements, isTuple: true)) }
}
