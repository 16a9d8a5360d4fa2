/// A dictionary that has its values: one written in a template, or made by a filter.
final class ValueMap: TemplateMap {
    private var keyList: [TemplateValue] = []
    private var valueList: [TemplateValue] = []
    private var indices: [ValueKey: Int] = [:]

    init(_ pairs: [(TemplateValue, TemplateValue)] = []) {
        for (key, value) in pairs { set(value, for: key) }
    }

    var count: Int { keyList.count }
    func key(at index: Int) -> TemplateValue { keyList[index] }
    func value(at index: Int) -> TemplateValue { valueList[index] }
    func value(forKey key: String) -> TemplateValue? { indices[.text(key)].map { valueList[$0] } }
    func value(for key: TemplateValue) -> TemplateValue? { indices[ValueKey(key)].map { valueList[$0] } }

    /// Sets the value under a key; a key that is there keeps its place.
    func set(_ value: TemplateValue, for key: TemplateValue) {
        let identity = ValueKey(key)
        if let index = indices[identity] {
            valueList[index] = value
        } else {
            indices[identity] = keyList.count
            keyList.append(key)
            valueList.append(value)
        }
    }
}
