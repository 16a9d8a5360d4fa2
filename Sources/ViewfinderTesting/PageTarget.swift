import LiveProtocol
import OrderedCollections

/// Which element of a page is meant: exactly one that is to be seen has to fit.
///
/// A text alone, as in `page.click("Save")`, is a label, else the name of a control by its role, else a text of the page.
/// The other forms are those of scenario files (Scenarios.md, "Targets").
public struct PageTarget: Equatable, Sendable {
    let value: JSONValue

    private init(_ kind: String, _ text: String) { value = [kind: .string(text)] }

    private init(value: JSONValue) { self.value = value }

    /// The control whose label is this text.
    public static func label(_ text: String) -> PageTarget { PageTarget("label", text) }

    /// An element of a role, such as `button`, with an accessible name.
    public static func role(_ role: String, named name: String? = nil) -> PageTarget {
        PageTarget("role", role).adding("named", name.map { .string($0) })
    }

    /// The innermost element with this visible text.
    public static func text(_ text: String) -> PageTarget { PageTarget("text", text) }

    /// A control by its field name.
    public static func field(_ name: String) -> PageTarget { PageTarget("name", name) }

    /// The banner of a flash key.
    public static func flash(_ key: String) -> PageTarget { PageTarget("flash", key) }

    /// What a CSS selector selects; the last resort, since nobody sees it.
    public static func css(_ selector: String) -> PageTarget { PageTarget("css", selector) }

    /// The one that lies in another element.
    public func within(_ surroundings: PageTarget) -> PageTarget { adding("within", surroundings.value) }

    /// One of several, counted from 1.
    public func nth(_ number: Int) -> PageTarget { adding("nth", .integer(number)) }

    private func adding(_ key: String, _ addition: JSONValue?) -> PageTarget {
        guard let addition else { return self }
        return PageTarget(value: members(short: ["text": value], adding: [key: addition]))
    }

    /// The target as a mapping with more keys.
    ///
    /// - Parameter short: The mapping that stands for a text alone.
    func members(short: JSONValue, adding others: OrderedDictionary<String, JSONValue>) -> JSONValue {
        let whole = if case .object = value { value } else { short }
        guard case .object(let members) = whole else { return whole }
        return .object(members.merging(others) { _, new in new })
    }
}

extension PageTarget: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The element that a person would call so.
    public init(stringLiteral text: String) { self.init(text) }

    /// The element that a person would call so.
    public init(_ text: String) { value = .string(text) }
}
