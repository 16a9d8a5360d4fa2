import HTMLTree

/// What whoever shows a page knows of its elements beyond HTML: more rules of style, and which elements are messages.
package struct PageRules: Sendable {
    /// What an element is to the person as a message.
    package struct MessageRole: Hashable, Sendable {
        /// Whether it is a banner, whatever its classes and its role say.
        let isBanner: Bool
        /// The word that names the message; nil when only classes, id and data tell its kind.
        let key: String?

        package init(isBanner: Bool, key: String?) {
            self.isBanner = isBanner
            self.key = key
        }
    }

    /// The rules that are weaker than all that the page says.
    let index: RuleIndex
    /// The role of an element with these attributes; nil when they say nothing of messages.
    let messageRole: @Sendable ([Attribute]) -> MessageRole?

    /// The rules of HTML alone.
    package static let html = PageRules(sheet: "", attributes: []) { _ in nil }

    /// - Parameters:
    ///   - sheet: A style sheet that goes on where the terminal's own ends.
    ///   - attributes: The names of the attributes by which `messageRole` decides.
    package init(
        sheet: String, attributes: Set<String>, messageRole: @escaping @Sendable ([Attribute]) -> MessageRole?
    ) {
        var index = Self.terminalIndex
        index.add(StyleSheetParser.parse(sheet), isAuthored: false)
        index.noteAttributes(attributes)
        self.index = index
        self.messageRole = messageRole
    }

    /// Every page starts with these rules, so they are read and indexed once.
    private static let terminalIndex: RuleIndex = {
        var index = RuleIndex()
        index.add(StyleSheetParser.parse(TerminalStyleSheet.text), isAuthored: false)
        return index
    }()
}
