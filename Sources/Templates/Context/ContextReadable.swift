import Markup
import OrderedCollections

/// A type whose values templates read without encoding them as a whole.
package protocol ContextReadable {
    /// What templates see of the value.
    var contextValue: ContextValue { get }
}

/// What templates see of a value.
package struct ContextValue {
    let value: TemplateValue

    init(_ value: TemplateValue) { self.value = value }

    /// Text, to be escaped when printed.
    package static func text(_ text: String) -> ContextValue { ContextValue(.string(text)) }

    /// A number that may have a fraction.
    package static func number(_ number: Double) -> ContextValue { ContextValue(.number(number)) }

    /// A whole number.
    package static func integer(_ integer: Int) -> ContextValue { ContextValue(.integer(integer)) }

    /// A truth value.
    package static func bool(_ bool: Bool) -> ContextValue { ContextValue(.bool(bool)) }

    /// What a value encodes, of which only those parts are encoded that a template reads.
    package static func encoding(_ value: some Encodable) -> ContextValue {
        ContextValue(ContextReader.value(of: value))
    }

    /// A dictionary.
    package static func map(_ members: [(String, ContextValue)]) -> ContextValue {
        ContextValue(.map(ValueMap(members.map { ($0, $1.value) })))
    }

    /// A thing of the page around the template.
    package static func object(_ object: PageObject) -> ContextValue { ContextValue(.object(object)) }
}

extension Optional: ContextReadable where Wrapped: Encodable {
    package var contextValue: ContextValue { ContextValue(map { ContextReader.value(of: $0) } ?? TemplateValue.none) }
}

extension Array: ContextReadable where Element: Encodable {
    package var contextValue: ContextValue { ContextValue(.list(CollectionList(self))) }
}

extension ArraySlice: ContextReadable where Element: Encodable {
    package var contextValue: ContextValue { ContextValue(.list(CollectionList(Array(self)))) }
}

extension ContiguousArray: ContextReadable where Element: Encodable {
    package var contextValue: ContextValue { ContextValue(.list(CollectionList(Array(self)))) }
}

extension LiveList: ContextReadable where Element: Encodable {
    package var contextValue: ContextValue { ContextValue(.list(CollectionList(Array(self)))) }
}

extension Set: ContextReadable where Element: Encodable {
    package var contextValue: ContextValue { ContextValue(.list(SetList(self))) }
}

extension Dictionary: ContextReadable where Value: Encodable {
    package var contextValue: ContextValue { ContextValue(.map(DictionaryMap(self))) }
}

extension OrderedDictionary: ContextReadable where Value: Encodable {
    package var contextValue: ContextValue { ContextValue(.map(OrderedMap(self))) }
}

extension Float: ContextReadable {
    // The shortest decimal of the number as it is, not of its form as a Double.
    package var contextValue: ContextValue { ContextValue(.number(Double(description) ?? Double(self))) }
}

extension Int8: ContextReadable { package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) } }
extension Int16: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
extension Int32: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
extension Int64: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
extension UInt: ContextReadable { package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) } }
extension UInt8: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
extension UInt16: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
extension UInt32: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
extension UInt64: ContextReadable {
    package var contextValue: ContextValue { ContextValue(ContextReader.integer(self)) }
}
