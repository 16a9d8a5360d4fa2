/// An encoder that notes the parts of a value without encoding them.
final class CapturingEncoder: Encoder {
    private var content: TemplateValue?

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// What was encoded; an empty dictionary when nothing was.
    var value: TemplateValue { content ?? .map(CapturedMap()) }

    func set(_ value: TemplateValue) { content = value }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .map(let map as CapturedMap)? = content {
            return KeyedEncodingContainer(CapturingKeyedContainer(map: map))
        }
        let map = CapturedMap()
        content = .map(map)
        return KeyedEncodingContainer(CapturingKeyedContainer(map: map))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .list(let list as CapturedList)? = content { return CapturingUnkeyedContainer(list: list) }
        let list = CapturedList()
        content = .list(list)
        return CapturingUnkeyedContainer(list: list)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { CapturingSingleValueContainer(encoder: self) }
}
