/// A dictionary with its keys in order, of which one value at a time is made.
protocol TemplateMap: AnyObject {
    var count: Int { get }
    /// Itself, if it holds values that a rendering made.
    var holder: ValueHolder? { get }
    /// Whether it is a structure of the context, whose members are attributes.
    var isStructure: Bool { get }
    /// The value under a key of text.
    func value(forKey key: String) -> TemplateValue?
    /// The index of a key of text; nil when it is not there, or when asking for the value is as good.
    ///
    /// - Parameter index: Where to look first.
    func index(forKey key: String, expectedAt index: Int) -> Int?
    /// The value under any key.
    func value(for key: TemplateValue) -> TemplateValue?
    /// The key at an index within `0..<count`.
    func key(at index: Int) -> TemplateValue
    /// The value at an index within `0..<count`.
    func value(at index: Int) -> TemplateValue
}

extension TemplateMap {
    var isStructure: Bool { false }

    func index(forKey key: String, expectedAt index: Int) -> Int? { nil }

    /// The value under a key of text.
    ///
    /// - Parameter place: Where to look for it first, and where it was.
    func value(forKey key: String, near place: inout Int) -> TemplateValue? {
        guard let index = index(forKey: key, expectedAt: place) else { return value(forKey: key) }
        place = index
        return value(at: index)
    }

    func value(for key: TemplateValue) -> TemplateValue? {
        key.string.flatMap { value(forKey: $0) }
    }

    var keys: [TemplateValue] { (0..<count).map { key(at: $0) } }
    var values: [TemplateValue] { (0..<count).map { value(at: $0) } }

    /// The pairs of keys and values, as tuples.
    var items: [TemplateValue] { (0..<count).map { .tuple([key(at: $0), value(at: $0)]) } }
}
