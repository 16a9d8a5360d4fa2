/// One cell of a frame.
public struct Cell: Hashable, Sendable {
    /// One grapheme cluster, free of control characters; empty in the right half of a wide one.
    public var text: String
    public var style: CellStyle

    public init(text: String = " ", style: CellStyle = .plain) {
        self.text = text
        self.style = style
    }

    public static let blank = Cell()
}
