/// One cell of a frame.
package struct Cell: Hashable, Sendable {
    /// One grapheme cluster, free of control characters; empty in the right half of a wide one.
    package var text: String
    package var style: CellStyle

    package init(text: String = " ", style: CellStyle = .plain) {
        self.text = text
        self.style = style
    }

    package static let blank = Cell()
}

/// How one cell looks.
package struct CellStyle: Hashable, Sendable {
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let bold = Attributes(rawValue: 1)
        package static let dim = Attributes(rawValue: 2)
        package static let italic = Attributes(rawValue: 4)
        package static let underline = Attributes(rawValue: 8)
        package static let reverse = Attributes(rawValue: 16)
        package static let strikethrough = Attributes(rawValue: 32)
    }

    package var foreground: Color
    package var background: Color
    package var attributes: Attributes
    /// The number of the address that the cell leads to, from 1, as the frame lists them; 0 where it leads nowhere.
    package var link: UInt16

    package init(
        foreground: Color = .standard, background: Color = .standard, attributes: Attributes = [], link: UInt16 = 0
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.link = link
    }

    package static let plain = CellStyle()
}
