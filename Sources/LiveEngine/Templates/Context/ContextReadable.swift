import OrderedCollections

/// A type whose values templates read without encoding them as a whole.
protocol ContextReadable {
    var templateValue: TemplateValue { get }
}

extension Optional: ContextReadable where Wrapped: Encodable {
    var templateValue: TemplateValue { map { ContextReader.value(of: $0) } ?? TemplateValue.none }
}

extension Array: ContextReadable where Element: Encodable {
    var templateValue: TemplateValue { .list(CollectionList(self)) }
}

extension ArraySlice: ContextReadable where Element: Encodable {
    var templateValue: TemplateValue { .list(CollectionList(Array(self))) }
}

extension ContiguousArray: ContextReadable where Element: Encodable {
    var templateValue: TemplateValue { .list(CollectionList(Array(self))) }
}

extension LiveList: ContextReadable where Element: Encodable {
    var templateValue: TemplateValue { .list(CollectionList(Array(self))) }
}

extension Set: ContextReadable where Element: Encodable {
    var templateValue: TemplateValue { .list(SetList(self)) }
}

extension Dictionary: ContextReadable where Value: Encodable {
    var templateValue: TemplateValue { .map(DictionaryMap(self)) }
}

extension OrderedDictionary: ContextReadable where Value: Encodable {
    var templateValue: TemplateValue { .map(OrderedMap(self)) }
}

extension Float: ContextReadable {
    // The shortest decimal of the number as it is, not of its form as a Double.
    var templateValue: TemplateValue { .number(Double(description) ?? Double(self)) }
}

extension Int8: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension Int16: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension Int32: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension Int64: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension UInt: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension UInt8: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension UInt16: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension UInt32: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
extension UInt64: ContextReadable { var templateValue: TemplateValue { ContextReader.integer(self) } }
