import TextLayout

/// The looks of what stands around the page: the terminal's own colours, so that every theme suits.
enum ChromeStyle {
    static let border = CellStyle(foreground: .palette(8))
    static let title = CellStyle(attributes: .bold)
    static let quiet = CellStyle(attributes: .dim)
    static let address = CellStyle(foreground: .palette(6))
    static let key = CellStyle(foreground: .palette(6), attributes: .bold)
    static let heading = CellStyle(foreground: .palette(4), attributes: .bold)
    static let problem = CellStyle(foreground: .palette(15), background: .palette(1), attributes: .bold)
    static let notice = CellStyle(foreground: .palette(0), background: .palette(3))
    static let failure = CellStyle(foreground: .palette(1))

    static let name = CellStyle(foreground: .palette(6))
    static let string = CellStyle(foreground: .palette(2))
    static let number = CellStyle(foreground: .palette(3))
    static let word = CellStyle(foreground: .palette(5))
}
