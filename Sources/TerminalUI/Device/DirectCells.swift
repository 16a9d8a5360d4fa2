import Basics
import TextLayout

/// What of a frame is written past ncurses, right behind what that wrote: links, which it does not know, and characters that it
/// takes to be of another width than the terminal does.
///
/// Cursor and attributes are kept around it (DECSC, DECRC), so that ncurses finds the terminal as it left it.
struct DirectCells {
    private struct Place {
        let cell: Cell
        let width: Int
        let position: Position
    }

    private var places: [Place] = []

    var isEmpty: Bool { places.isEmpty }

    /// The rows of a frame are added from the top, and each from the left.
    mutating func add(_ cell: Cell, width: Int, at position: Position) {
        places.append(Place(cell: cell, width: width, position: position))
    }

    /// Gives the bytes that write what was added, and forgets it.
    ///
    /// - Parameters:
    ///   - links: The addresses by their numbers less one.
    ///   - rendition: What a style is in the numbers of the terminal.
    mutating func take(links: [String], rendition: (CellStyle) -> Rendition) -> [UInt8] {
        defer { places.removeAll(keepingCapacity: true) }
        guard !places.isEmpty else { return [] }
        var text = "\u{1B}7"
        var place = 0
        while place < places.count {
            let first = places[place]
            text += "\u{1B}[\(first.position.row + 1);\(first.position.column + 1)H"
            text += rendition(first.cell.style).controlSequence
            let link = Int(first.cell.style.link)
            let isLinked = links.indices.contains(link - 1)
            if isLinked { text += Self.open(links[link - 1], number: link) }
            var next = first.position.column
            while place < places.count, places[place].position == Position(column: next, row: first.position.row),
                places[place].cell.style == first.cell.style
            {
                text += places[place].cell.text
                next += places[place].width
                place += 1
                // Where a terminal disagrees about a width, no more than one character is out of its place.
                if places[place - 1].width == 2 { break }
            }
            if isLinked { text += Self.close }
        }
        return Array((text + "\u{1B}8").utf8)
    }

    /// Begins a hyperlink (OSC 8). All parts of one have the same id, so that they are marked together.
    private static func open(_ address: String, number: Int) -> String {
        "\u{1B}]8;id=\(number);\(PercentCoding.encode(address, keeping: printable))\u{1B}\\"
    }

    /// What is printable ASCII stays; nothing else can act on a terminal.
    private static let printable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

    private static let close = "\u{1B}]8;;\u{1B}\\"
}

extension Rendition {
    /// The sequence that has a terminal write in it (ECMA-48, SGR).
    var controlSequence: String {
        let on: [(CellStyle.Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strikethrough, "9"),
        ]
        var codes = ["0"] + on.filter { attributes.contains($0.0) }.map(\.1)
        if let code = Self.code(foreground, ground: false) { codes.append(code) }
        if let code = Self.code(background, ground: true) { codes.append(code) }
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }

    private static func code(_ number: Int32, ground: Bool) -> String? {
        switch number {
        case standard: nil
        case 0..<8: String(number + (ground ? 40 : 30))
        case 8..<16: String(number - 8 + (ground ? 100 : 90))
        case 16..<256: "\(ground ? 48 : 38);5;\(number)"
        case _: "\(ground ? 48 : 38);2;\(number >> 16 & 0xFF);\(number >> 8 & 0xFF);\(number & 0xFF)"
        }
    }
}
