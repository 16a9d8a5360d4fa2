import Basics

/// Puts the values of custom properties in the place of `var()` (CSS Variables 1, section 3).
///
/// A value that refers to itself, or grows beyond bounds, is none.
struct VariableResolver {
    private let inherited: CustomProperties?
    /// What the element declares itself, not yet resolved.
    private let declared: [String: String]
    private var resolved: [String: String?] = [:]
    /// The properties whose values are being resolved.
    private var open: Set<String> = []

    /// The longest value, in bytes; each is copied wherever it is used.
    private static let lengthLimit = 16_384
    /// The longest values of one element together, in bytes.
    private static let totalLimit = 1 << 20
    /// The most properties that an element has.
    private static let countLimit = 4096
    private static let depthLimit = 64

    /// - Parameter declared: The last declarations of custom properties, by name.
    init(inherited: CustomProperties?, declared: [String: String]) {
        self.inherited = inherited
        self.declared = declared
    }

    /// Whether a value has to be resolved.
    static func isNeeded(by text: String) -> Bool {
        ASCIIText.contains("var(", in: text, ignoringCase: true)
            || ASCIIText.contains("env(", in: text, ignoringCase: true)
    }

    /// All custom properties that the element has.
    mutating func properties() -> CustomProperties? {
        guard !declared.isEmpty else { return inherited }
        var values = inherited?.values ?? [:]
        var bytes = 0
        for name in declared.keys.sorted() where bytes < Self.totalLimit {
            let value = self.value(of: name)
            bytes += value?.utf8.count ?? 0
            if value == nil || values[name] != nil || values.count < Self.countLimit { values[name] = value }
        }
        return values.isEmpty ? nil : CustomProperties(values)
    }

    /// A text with all variables resolved; nil where one has no value and no fallback.
    mutating func resolve(_ text: String) -> String? {
        guard Self.isNeeded(by: text) else { return text }
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            guard let name = Self.function(at: place, in: bytes) else {
                result.append(bytes[place])
                place += 1
                continue
            }
            let end = Self.closingBracket(after: place + 4, in: bytes)
            let arguments = String(decoding: bytes[place + 4..<end], as: UTF8.self)
            guard let value = self.value(of: name, arguments) else { return nil }
            result += value.utf8
            guard result.count <= Self.lengthLimit else { return nil }
            place = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private enum Function {
        case variable, environment
    }

    /// The function that starts at a place.
    private static func function(at place: Int, in bytes: [UInt8]) -> Function? {
        guard place + 4 <= bytes.count, bytes[place + 3] == UInt8(ascii: "("),
            place == 0 || !(bytes[place - 1].isASCIIAlphanumeric || bytes[place - 1] == UInt8(ascii: "-"))
        else { return nil }
        switch ASCIIText.lowercased(String(decoding: bytes[place..<place + 3], as: UTF8.self)) {
        case "var": return .variable
        case "env": return .environment
        case _: return nil
        }
    }

    /// The place of the bracket that closes one, or the end of the text.
    private static func closingBracket(after start: Int, in bytes: [UInt8]) -> Int {
        var depth = 0
        for place in start..<bytes.count {
            if bytes[place] == UInt8(ascii: "(") {
                depth += 1
            } else if bytes[place] == UInt8(ascii: ")") {
                if depth == 0 { return place }
                depth -= 1
            }
        }
        return bytes.count
    }

    private mutating func value(of function: Function, _ arguments: String) -> String? {
        let comma = arguments.firstIndex(of: ",")
        let name = arguments[..<(comma ?? arguments.endIndex)].filter { !$0.isWhitespace }
        if case .variable = function, let value = value(of: name) { return value }
        guard let comma, open.count < Self.depthLimit else { return nil }
        // The fallback may go on to others; it counts as one of them, so that no text is too deep.
        let mark = "(\(open.count))"
        open.insert(mark)
        defer { open.remove(mark) }
        return resolve(String(arguments[arguments.index(after: comma)...].drop { $0.isWhitespace }))
    }

    private mutating func value(of name: String) -> String? {
        if let known = resolved[name] { return known }
        guard let text = declared[name] else { return inherited?.values[name] }
        guard !open.contains(name), open.count < Self.depthLimit else { return nil }
        open.insert(name)
        let value: String? =
            switch text {
            case "initial": nil
            case "inherit", "unset", "revert", "revert-layer": inherited?.values[name]
            default: resolve(text)
            }
        open.remove(name)
        resolved[name] = .some(value)
        return value
    }
}
