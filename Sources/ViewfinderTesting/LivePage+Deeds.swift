import LiveProtocol
import OrderedCollections

/// What a person does. Each is a step of the same name in scenario files, and throws `PageFailure` when it cannot be done.
extension LivePage {
    /// Opens a page by its path.
    public func open(_ path: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("open", .string(path), line, column)
    }

    /// Focuses an element if it can have the focus, then activates it.
    public func click(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("click", target.value, line, column)
    }

    /// Focuses a field, by its label unless told, and replaces its whole value, as one change.
    public func fill(
        _ target: PageTarget, with text: String, line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        try perform("fill", target.labelled(adding: ["with": .string(text)]), line, column)
    }

    /// Types text into the focused element, one key and one change for each character.
    public func type(_ text: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("type", .string(text), line, column)
    }

    /// Pastes text at the caret, all at once.
    public func paste(_ text: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("paste", .string(text), line, column)
    }

    /// Presses keys by their names, several parted by blanks: `ctrl+k`, `tab tab enter`.
    public func press(_ keys: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("press", .string(keys), line, column)
    }

    /// Chooses options of a select, or a radio button, by their texts.
    public func choose(
        _ options: String..., in target: PageTarget, line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        let texts = JSONValue.array(options.map { .string($0) })
        try perform("choose", target.labelled(adding: options.isEmpty ? [:] : ["option": texts]), line, column)
    }

    /// Ticks a check box that is not ticked.
    public func check(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("check", target.value, line, column)
    }

    /// Takes the tick from a check box that has one.
    public func uncheck(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("uncheck", target.value, line, column)
    }

    /// Chooses a file in a file input.
    ///
    /// - Parameters:
    ///   - name: What the file is called.
    ///   - content: What is in it.
    public func upload(
        _ name: String, content: String, in target: PageTarget, line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        let file: JSONValue = ["name": .string(name), "content": .string(content)]
        try perform("upload", target.labelled(adding: ["files": [file]]), line, column)
    }

    /// Submits the form of the focus, else the only one.
    ///
    /// - Parameter fields: Fields to fill in first, by their names.
    public func submit(
        with fields: OrderedDictionary<String, String> = [:], line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        try perform("submit", fields.isEmpty ? [:] : ["with": Self.texts(fields)], line, column)
    }

    /// Submits a form through a button, or by the form's name.
    ///
    /// - Parameter fields: Fields to fill in first, by their names.
    public func submit(
        _ target: PageTarget, with fields: OrderedDictionary<String, String> = [:], line: Int = #line,
        column: Int = #column
    ) throws(PageFailure) {
        guard !fields.isEmpty else { return try perform("submit", target.value, line, column) }
        let button: JSONValue = ["role": "button", "named": target.value]
        try perform("submit", target.members(short: button, adding: ["with": Self.texts(fields)]), line, column)
    }

    /// Moves the focus to an element.
    public func focus(_ target: PageTarget, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("focus", target.value, line, column)
    }

    /// Closes the banner of a flash key.
    public func dismiss(_ key: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("dismiss", .string(key), line, column)
    }

    /// Answers what the last click asked.
    public func confirm(_ answer: Bool, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("confirm", answer ? "yes" : "no", line, column)
    }

    /// Goes back in the history.
    public func goBack(line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("go", "back", line, column)
    }

    /// Goes forward again after going back.
    public func goForward(line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("go", "forward", line, column)
    }

    /// Loads the page again.
    public func reload(line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("go", "reload", line, column)
    }

    private static func texts(_ fields: OrderedDictionary<String, String>) -> JSONValue {
        .object(fields.mapValues { .string($0) })
    }
}

/// What happens around the page.
extension LivePage {
    /// Lets virtual time pass; what is due runs in its order, and none of it costs real time.
    public func advance(by duration: Duration, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("advance", .string("\(max(0, duration / .microseconds(1)) / 1000)ms"), line, column)
    }

    /// Gives the terminal another size.
    public func resize(
        columns: Int, rows: Int, line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        try perform("resize", .string("\(columns)x\(rows)"), line, column)
    }

    /// Sends an event straight to the view, past the page.
    public func push(
        _ event: String, _ payload: JSONValue = [:], line: Int = #line, column: Int = #column
    ) throws(PageFailure) {
        try perform("push", ["event": .string(event), "payload": payload], line, column)
    }

    /// Goes on in another window of the same app; the one that a test starts in is called `first`.
    public func window(_ name: String, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("page", .string(name), line, column)
    }

    /// Takes the page its server away, or gives it back and waits until the page has found it.
    public func connection(isUp: Bool, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try perform("connection", isUp ? "up" : "down", line, column)
    }
}

extension PageTarget {
    /// The target with more keys, a text alone being a label.
    fileprivate func labelled(adding others: OrderedDictionary<String, JSONValue>) -> JSONValue {
        members(short: ["label": value], adding: others)
    }
}
