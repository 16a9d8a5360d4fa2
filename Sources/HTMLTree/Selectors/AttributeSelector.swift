import Basics

/// What one attribute of an element has to be, as `[name^=user i]`.
struct AttributeSelector: Hashable, Sendable {
    enum Test: Hashable, Sendable {
        case present
        case equal
        /// One of the words of the value.
        case word
        /// The value, or its start up to a hyphen.
        case dashed
        case prefix
        case suffix
        case substring
    }

    /// Whether letters A to Z count as a to z.
    enum CaseRule: Hashable, Sendable {
        case sensitive
        case insensitive
        /// Insensitive in HTML elements only, as HTML says of some attributes.
        case insensitiveInHTML
    }

    let name: String
    let lowercasedName: String
    let test: Test
    let value: String
    let caseRule: CaseRule

    func matches(_ attribute: Attribute, isHTML: Bool) -> Bool {
        guard attribute.name == (isHTML ? lowercasedName : name) else { return false }
        let ignoresCase =
            switch caseRule {
            case .sensitive: false
            case .insensitive: true
            case .insensitiveInHTML: isHTML
            }
        switch test {
        case .present:
            return true
        case .equal:
            return ignoresCase
                ? ASCIIText.equal(attribute.value, value, ignoringCase: true) : attribute.value == value
        case .word:
            return ASCIIText.hasWord(value, in: attribute.value, ignoringCase: ignoresCase)
        case .dashed:
            return ASCIIText.hasPrefix(value, in: attribute.value, ignoringCase: ignoresCase)
                && (attribute.value.utf8.count == value.utf8.count
                    || attribute.value.utf8.dropFirst(value.utf8.count).first == UInt8(ascii: "-"))
        case .prefix:
            return !value.isEmpty && ASCIIText.hasPrefix(value, in: attribute.value, ignoringCase: ignoresCase)
        case .suffix:
            return !value.isEmpty && ASCIIText.hasSuffix(value, in: attribute.value, ignoringCase: ignoresCase)
        case .substring:
            return !value.isEmpty && ASCIIText.contains(value, in: attribute.value, ignoringCase: ignoresCase)
        }
    }

    /// Attributes whose values HTML compares without regard to case (WHATWG 4.16.2).
    static let caseInsensitiveInHTML: Set<String> = [
        "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype",
        "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang",
        "http-equiv", "lang", "language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade",
        "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text",
        "type", "valign", "valuetype", "vlink",
    ]
}
