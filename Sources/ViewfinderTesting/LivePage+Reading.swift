import HTMLTree
import LiveProtocol
import OrderedCollections
import Scenarios

/// What the page shows now.
extension LivePage {
    /// The text of the page as it is seen, white space folded.
    public var text: String { scripted.text() }

    /// The page in cells, as text: what a terminal shows.
    public var frame: String { scripted.simulator.frame().text }

    /// Roles, names and states, an element a line.
    public var outline: String { scripted.outline }

    /// The document as the client holds it.
    public var html: String {
        let document = scripted.simulator.document
        return document.innerHTML(of: document.root)
    }

    /// Path and query of the page.
    public var path: String { scripted.simulator.client.url }

    /// The page's title.
    public var title: String { scripted.simulator.client.title }

    /// The texts of the banners that are shown, by flash key, in page order.
    public var flash: OrderedDictionary<String, String> {
        OrderedDictionary(scripted.simulator.banners.compactMap { banner in banner.key.map { ($0, banner.text) } }) {
            first, _ in first
        }
    }

    /// What the view knows, as its context encodes itself; nil where it does not.
    public var context: JSONValue? { scripted.simulator.client.inspection?.context }

    /// The events that the page pushed since the last deed began, oldest first.
    public var pushed: [(event: String, payload: JSONValue)] { scripted.pushed }

    /// Whether exactly one visible element is the target.
    public func has(_ target: PageTarget) -> Bool { count(of: target) == 1 }

    /// How many visible elements the target is.
    public func count(of target: PageTarget) -> Int { scripted.count(target.value) }

    /// The text of an element as it is seen, white space folded.
    ///
    /// - Throws: `PageFailure` when it is not exactly one element.
    public func text(of target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) -> String {
        let node = try element(target, line, column)
        return scripted.text(of: node)
    }

    /// What a field holds.
    ///
    /// - Throws: `PageFailure` when it is not exactly one element.
    public func value(of target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) -> String {
        let node = try element(target, line, column)
        return node.map { scripted.simulator.document.value(of: $0) } ?? ""
    }

    /// Whether a box or radio button is ticked.
    ///
    /// - Throws: `PageFailure` when it is not exactly one element.
    public func isChecked(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) -> Bool {
        let node = try element(target, line, column)
        return node.map { scripted.simulator.document.isChecked($0) } ?? false
    }

    /// Whether an element has the focus.
    ///
    /// - Throws: `PageFailure` when it is not exactly one element.
    public func isFocused(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) -> Bool {
        let node = try element(target, line, column)
        return node != nil && scripted.simulator.document.activeElement == node
    }

    /// Whether a control cannot be used.
    ///
    /// - Throws: `PageFailure` when it is not exactly one element.
    public func isDisabled(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) -> Bool {
        let node = try element(target, line, column)
        return node.map { scripted.simulator.document.isDisabled($0) } ?? false
    }

    private func element(_ target: PageTarget, _ line: Int, _ column: Int) throws(PageFailure) -> NodeID? {
        try attempt { () throws(ScriptFailure) in
            try scripted.element(target.value, line: line, column: column)
        }
    }
}

/// What has to become true: these let virtual time pass from one due timer to the next until it is.
extension LivePage {
    /// Demands that a text is on the page; a part of it is enough.
    public func expect(_ text: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("expect", .string(text), line, column)
    }

    /// Demands that an element is there.
    public func expect(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("expect", ["target": target.value], line, column)
    }

    /// Demands that an element is not there.
    public func expectAbsent(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("expect", ["absent": target.value], line, column)
    }

    /// Demands all conditions of a mapping as scenario files have it, such as `["path": "/plants", "within": "2s"]`.
    public func expect(
        _ conditions: OrderedDictionary<String, JSONValue>, line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        try perform("expect", .object(conditions), line, column)
    }

    /// Compares the frame with the one that is kept in `__snapshots__` beside the test's file.
    ///
    /// One that is missing is written, but not where `CI` is set; `VIEWFINDER_UPDATE=changed` accepts what differs.
    public func snapshot(_ name: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("snapshot", .string(name), line, column)
    }
}
