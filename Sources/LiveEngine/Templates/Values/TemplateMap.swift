/// A dictionary with its keys in order, of which one value at a time is made.
protocol TemplateMap: AnyObject {
    var count: Int { get }
    /// The value under a key of text.
    func value(forKey key: String) -> TemplateValue?
    /// The value under any key.
    func value(for key: TemplateValue) -> TemplateValue?
    /// The key at an index within `0..<count`.
    func key(at index: Int) -> TemplateValue
    /// The value at an index within `0..<count`.
    func value(at index: Int) -> TemplateValue
}

extension TemplateMap {
    func value(for key: TemplateValue) -> TemplateValue? {
        key.string.flatMap { value(forKey: $0) }
    }

    var keys: [TemplateValue] { (0..<count).map { key(at: $0) } }
    var values: [TemplateValue] { (0..<count).map { value(at: $0) } }

    /// The pairs of keys and values, as tuples.
    var items: [TemplateValue] { (0..<count).map { .tuple([key(at: $0), value(at: $0)]) } }
}
