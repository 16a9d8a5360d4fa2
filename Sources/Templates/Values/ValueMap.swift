/// A dictionary that has its values, and which a template may change: one written there, or made by a filter.
final class ValueMap: ValueHolder, TemplateMap {
    private var keyList: [TemplateValue] = []
    private var valueList: [TemplateValue] = []
    private var indices: [ValueKey: Int] = [:]
    /// Whether values may be collections of the context, which become the rendering's own when they are asked for.
    private let adoptsValues: Bool
    /// Whether it is a copy of a structure of the context, whose members are attributes.
    let isStructure: Bool

    override init() { (adoptsValues, isStructure) = (false, false) }

    /// - Parameter pairs: Keys of text with their values.
    init(_ pairs: [(String, TemplateValue)]) {
        (adoptsValues, isStructure) = (false, false)
        super.init()
        for (key, value) in pairs { set(value, for: .string(key), identity: .text(key)) }
    }

    /// Copies a dictionary of the context.
    init(adopting map: any TemplateMap) {
        (adoptsValues, isStructure) = (true, map.isStructure)
        super.init()
        for index in 0..<map.count {
            let key = map.key(at: index)
            if let identity = ValueKey(key) { set(map.value(at: index), for: key, identity: identity) }
        }
    }

    deinit { dismantle() }

    var count: Int { keyList.count }
    func key(at index: Int) -> TemplateValue { keyList[index] }

    func value(at index: Int) -> TemplateValue {
        guard adoptsValues else { return valueList[index] }
        valueList[index] = valueList[index].adopted
        return valueList[index]
    }

    func value(forKey key: String) -> TemplateValue? { indices[.text(key)].map { value(at: $0) } }

    func value(for key: TemplateValue) -> TemplateValue? {
        ValueKey(key).flatMap { indices[$0] }.map { value(at: $0) }
    }

    override func release(into holders: inout [ValueHolder]) {
        keyList.release(into: &holders)
        valueList.release(into: &holders)
        (keyList, valueList, indices) = ([], [], [:])
    }

    /// Sets the value under a key of text.
    func set(_ value: TemplateValue, forKey key: String) { set(value, for: .string(key), identity: .text(key)) }

    /// Sets the value under a key; a key that is there keeps its place.
    ///
    /// - Throws: For keys that no dictionary has: lists and dictionaries.
    func set(_ value: TemplateValue, for key: TemplateValue, at offset: Int) throws(TemplateError) {
        set(value, for: key, identity: try ValueKey(key, at: offset))
    }

    private func set(_ value: TemplateValue, for key: TemplateValue, identity: ValueKey) {
        if let index = indices[identity] {
            valueList[index] = value
        } else {
            indices[identity] = keyList.count
            keyList.append(key)
            valueList.append(value)
        }
    }

    /// Takes the value under a key out; nil when there is none.
    func remove(_ key: TemplateValue) -> TemplateValue? {
        guard let identity = ValueKey(key), let index = indices.removeValue(forKey: identity) else { return nil }
        keyList.remove(at: index)
        if index < keyList.count { for (key, place) in indices where place > index { indices[key] = place - 1 } }
        return valueList.remove(at: index)
    }

    func removeAll() { (keyList, valueList, indices) = ([], [], [:]) }
}
