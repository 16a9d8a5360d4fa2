import Basics
import TextLayout

/// What a terminal says of itself when it is asked. Nobody waits for it: it comes among the keys, or never.
enum TerminalAnswer: Hashable, Sendable {
    /// The colour of its ground (OSC 11).
    case ground(Color)
    /// Whether it knows a private mode, and whether that is on (DECRQM).
    case mode(Int, Mode)

    enum Mode: Int, Hashable, Sendable {
        case unknown = 0
        case on, off, alwaysOn, alwaysOff
    }

    /// Reads the content of an operating system command, as `11;rgb:1515/1818/1c1c`; nil for one that tells nothing of use.
    init?(command: some Sequence<UInt8>) {
        let text = String(decoding: Array(command), as: UTF8.self)
        let fields = text.split(separator: ";", maxSplits: 1)
        guard fields.count == 2, fields[0] == "11", let color = Self.color(fields[1]) else { return nil }
        self = .ground(color)
    }

    /// Reads `rgb:` or `rgba:` with two or more parts of one to four digits each (XParseColor).
    private static func color(_ text: Substring) -> Color? {
        guard let colon = text.firstIndex(of: ":"), text[..<colon] == "rgb" || text[..<colon] == "rgba" else {
            return nil
        }
        let parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        let bytes = parts.prefix(3).compactMap { part -> UInt8? in
            guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16), value >= 0 else { return nil }
            let most = 1 << (4 * part.utf8.count) - 1
            return UInt8((value * 255 + most / 2) / most)
        }
        guard parts.count == 3 || parts.count == 4, bytes.count == 3 else { return nil }
        return .rgb(red: bytes[0], green: bytes[1], blue: bytes[2])
    }
}
