/// Questions about single bytes of UTF-8.
extension UInt8 {
    @inlinable package static var null: UInt8 { 0x00 }
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    @inlinable package static var formFeed: UInt8 { 0x0C }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    @inlinable package static var space: UInt8 { 0x20 }
    @inlinable package static var exclamationMark: UInt8 { 0x21 }
    @inlinable package static var quotationMark: UInt8 { 0x22 }
    @inlinable package static var numberSign: UInt8 { 0x23 }
    @inlinable package static var ampersand: UInt8 { 0x26 }
    @inlinable package static var apostrophe: UInt8 { 0x27 }
    @inlinable package static var hyphen: UInt8 { 0x2D }
    @inlinable package static var slash: UInt8 { 0x2F }
    @inlinable package static var semicolon: UInt8 { 0x3B }
    @inlinable package static var lessThan: UInt8 { 0x3C }
    @inlinable package static var equals: UInt8 { 0x3D }
    @inlinable package static var greaterThan: UInt8 { 0x3E }
    @inlinable package static var questionMark: UInt8 { 0x3F }
    @inlinable package static var closingBracket: UInt8 { 0x5D }

    /// The white space of HTML once line ends are normalised.
    @inlinable package var isHTMLSpace: Bool {
        self == .space || self == .lineFeed || self == .tab || self == .formFeed
    }

    /// The white space of HTML and CSS as it is written, with carriage returns.
    @inlinable package var isASCIISpace: Bool { isHTMLSpace || self == .carriageReturn }

    @inlinable package var isASCIIUpper: Bool { self &- 0x41 < 26 }
    @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inlinable package var isASCIIDigit: Bool { self &- 0x30 < 10 }
    @inlinable package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// The byte with `A` to `Z` made small.
    @inlinable package var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }

    /// The value of a hexadecimal digit; nil for every other byte.
    @inlinable package var hexDigitValue: UInt8? {
        if isASCIIDigit { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}
