/// A value that a template can print as text.
///
/// Collections are none on purpose: they are to be looped over. A type of your own that is `CustomStringConvertible`
/// needs nothing but the conformance.
public protocol TextConvertible {
    /// The text as people read it, not escaped.
    var renderedText: String { get }
}

extension TextConvertible where Self: CustomStringConvertible {
    /// The description.
    public var renderedText: String { description }
}

extension String: TextConvertible {
    /// The text itself.
    public var renderedText: String { self }
}

extension Substring: TextConvertible {
    /// The text itself.
    public var renderedText: String { String(self) }
}
extension Character: TextConvertible {}
extension Unicode.Scalar: TextConvertible {}
extension Bool: TextConvertible {}
extension Int: TextConvertible {}
extension Int8: TextConvertible {}
extension Int16: TextConvertible {}
extension Int32: TextConvertible {}
extension Int64: TextConvertible {}
extension UInt: TextConvertible {}
extension UInt8: TextConvertible {}
extension UInt16: TextConvertible {}
extension UInt32: TextConvertible {}
extension UInt64: TextConvertible {}
extension Double: TextConvertible {}
extension Float: TextConvertible {}
