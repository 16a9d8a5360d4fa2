/// What signs look like in ASCII, one character for each.
package enum SignLikeness {
    /// The likeness of a line, a block or a mark such as an arrow; nil for what is a letter, and for what has none.
    package static func of(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578, 0x257A: return "-"
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B:
            return "|"
        case 0x2550: return "="
        case 0x250C...0x254B, 0x2552...0x2570: return "+"
        case 0x2571: return "/"
        case 0x2572: return "\\"
        case 0x2573: return "x"
        case 0x2580...0x2590, 0x2593...0x259F: return "#"
        case 0x2591: return "."
        case 0x2592: return ":"
        case _: return marks[scalar]
        }
    }

    /// The letter under an accent, of those that European languages have; nil for all others.
    package static func letter(_ scalar: Unicode.Scalar) -> String? {
        guard (0xC0..<0x180).contains(scalar.value) else { return nil }
        let plain = Array(
            "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTt"
                + "UuUuUuUuUuUuWwYyYZzZzZzs")
        let place = Int(scalar.value) - 0xC0
        return place < plain.count ? String(plain[place]) : nil
    }

    private static let marks: [Unicode.Scalar: String] = [
        "…": ".", "‥": ".", "·": ".", "•": "*", "◦": "o", "▪": "*", "■": "#", "□": "o", "●": "o", "○": "o", "◌": "o",
        "▸": ">", "▶": ">", "▾": "v", "▼": "v", "◂": "<", "◀": "<", "▴": "^", "▲": "^", "›": ">", "‹": "<",
        "→": ">", "←": "<", "↑": "^", "↓": "v", "↵": "<", "⇥": ">", "✗": "x", "✘": "x", "×": "x", "✓": "v", "✔": "v",
        "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": ",", "–": "-", "—": "-", "−": "-", "‐": "-",
        "\u{A0}": " ", "«": "<", "»": ">", "°": "o", "␛": "?", "\u{FFFD}": "?",
    ]
}
