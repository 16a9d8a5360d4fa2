import LiveProtocol
import Markup
import OrderedCollections

/// What of an element a page listens to: `\(on: .click, Event.save)`.
public struct EventBinding: Hashable, Sendable {
    /// The attribute's name.
    let attribute: String

    private init(_ attribute: String) { self.attribute = attribute }

    /// A click on the element.
    public static let click = EventBinding("phx-click")
    /// A click anywhere but on the element.
    public static let clickAway = EventBinding("phx-click-away")
    /// A change of a form, or of a control.
    public static let change = EventBinding("phx-change")
    /// A form is sent.
    public static let submit = EventBinding("phx-submit")
    /// The element gets the focus.
    public static let focus = EventBinding("phx-focus")
    /// The element loses the focus.
    public static let blur = EventBinding("phx-blur")
    /// A key goes down in the element.
    public static let keydown = EventBinding("phx-keydown")
    /// A key goes up in the element.
    public static let keyup = EventBinding("phx-keyup")
    /// A key goes down anywhere on the page.
    public static let windowKeydown = EventBinding("phx-window-keydown")
    /// A key goes up anywhere on the page.
    public static let windowKeyup = EventBinding("phx-window-keyup")
    /// The window gets the focus.
    public static let windowFocus = EventBinding("phx-window-focus")
    /// The window loses the focus.
    public static let windowBlur = EventBinding("phx-window-blur")
    /// The top of the element comes into sight.
    public static let viewportTop = EventBinding("phx-viewport-top")
    /// The bottom of the element comes into sight.
    public static let viewportBottom = EventBinding("phx-viewport-bottom")
}

extension Rendered.Interpolation {
    /// The attributes that send an event of a view's or component's own: `<button \(on: .click, Event.delete(id: 7))>`
    /// writes `phx-click="delete" phx-value-id="7"`, and an event that does not exist does not compile.
    ///
    /// What an event carries goes along as `phx-value-*`; lists and groups as the values of a command. A value of nil is
    /// left out, as a form's own fields are: `<form \(on: .submit, Event.save(name: nil))>`.
    ///
    /// - Parameters:
    ///   - event: A case of an enumeration that is `Codable`.
    ///   - target: The component that gets the event; the view unless told.
    public mutating func appendInterpolation<Event: Codable & Sendable>(
        on binding: EventBinding, _ event: Event, target: ComponentTarget? = nil
    ) {
        var markup = EventMarkup(event).attributes(for: binding)
        if let target { markup += " phx-target=\"\(target.renderedText)\"" }
        appendInterpolation(raw: markup)
    }

    /// The attributes that send an event whose values come from the page, named by its case alone:
    /// `<form \(on: .submit, Event.save)>` writes `phx-submit="save"`.
    ///
    /// - Parameters:
    ///   - event: A case of an enumeration that is `Codable`, without its values.
    ///   - target: The component that gets the event; the view unless told.
    public mutating func appendInterpolation<Event: Codable & Sendable, each Value: Decodable>(
        on binding: EventBinding, _ event: (repeat each Value) -> Event, target: ComponentTarget? = nil
    ) {
        var markup = EventMarkup(name: EventMarkup.name(of: event)).attributes(for: binding)
        if let target { markup += " phx-target=\"\(target.renderedText)\"" }
        appendInterpolation(raw: markup)
    }
}

/// An event as markup says it.
private struct EventMarkup {
    let name: String
    var values: OrderedDictionary<String, JSONValue> = [:]

    init(name: String) { self.name = name }

    init(_ event: some Encodable) {
        // An enumeration is written as a group whose one member is the case, or as a text when it is no more than that.
        switch try? JSONValue(encoding: event) {
        case .object(let members)?:
            name = members.keys.first ?? ""
            if case .object(let values)? = members.values.first { self.values = values.filter { $0.value != .null } }
        case .string(let text)?: name = text
        case nil, .null?, .bool?, .integer?, .number?, .array?: name = "\(event)"
        }
    }

    /// The name of a case, tried with values that stand in for those of the page.
    static func name<Event: Codable, each Value: Decodable>(of event: (repeat each Value) -> Event) -> String {
        let nothing = PayloadPlace(value: nil, path: .root, notes: PayloadNotes(isForm: true))
        do {
            return EventMarkup(event(repeat try nothing.decode((each Value).self))).name
        } catch {
            // No view has such an event, and so says what it has when this one comes.
            return "(\(Event.self) with values that cannot be left out)"
        }
    }

    func attributes(for binding: EventBinding) -> String {
        var texts: [(String, String)] = []
        for (label, value) in values {
            guard let text = Self.text(of: value) else {
                return Self.attribute(binding.attribute, JS.push(name, value: values).json)
            }
            // A value without a label is what a click sends as its value.
            texts.append((label.hasPrefix("_") ? "value" : Self.attributeName(label), text))
        }
        return texts.reduce(Self.attribute(binding.attribute, name)) { markup, value in
            markup + " " + Self.attribute("phx-value-" + value.0, value.1)
        }
    }

    private static func attribute(_ name: String, _ value: String) -> String {
        "\(name)=\"\(HTMLText.escaped(value))\""
    }

    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .bool, .integer, .number: value.json
        case .null, .array, .object: nil
        }
    }

    /// `userId` as `user-id`, since attributes have no capitals.
    private static func attributeName(_ label: String) -> String {
        label.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}
