import Basics

/// Builds a tree from tokens (WHATWG 13.2.6).
///
/// The rules of the insertion modes are in extensions, a file for each family of modes.
struct TreeBuilder {
    /// What an insertion mode did with a token.
    enum Outcome {
        case done
        /// The mode or the stack changed, and the token is to be looked at again under the new one.
        case reprocess
    }

    /// The nodes of the document, lent to the builder while it runs.
    var nodes = NodeStore()
    /// The contents of the templates that were built.
    var templateContents: [NodeID: NodeID] = [:]
    var isQuirksMode: Bool
    var hasSelectedContent = false
    /// The selects that may show their choice in a `selectedcontent`; of nested ones the outermost.
    var mirroringSelects: [NodeID] = []

    /// Where nodes go that belong into the document itself: the document node, or a fragment.
    let container: NodeID
    var tokenizer: Tokenizer

    var mode = InsertionMode.initial
    /// The mode to return to from `text` and `inTableText`.
    var originalMode = InsertionMode.initial
    var templateModes: [InsertionMode] = []

    var open = OpenElements()
    var formatting = ActiveFormattingElements()
    var headElement: NodeID?
    var formElement: NodeID?

    /// Whether a `frameset` may still replace the body.
    var allowsFrameset = true
    var isFosterParenting = false
    /// A line end right after `pre`, `listing` or `textarea` is not part of the text.
    var skipsLineFeed = false
    /// The text met in a table, whose place depends on whether it is white space only.
    var tableText: [ArraySlice<UInt8>] = []
    /// The attribute names of the `html` and `body` elements, to which repeated tags may add.
    var mergedNames: [NodeID: AttributeNames] = [:]

    /// Counts the elements that were opened, closed, moved or compared; tests hold it against the length of the input.
    var work = 0

    let isScriptingEnabled: Bool
    /// The context element of a fragment.
    let context: OpenElement?

    /// Feeds all tokens of the input to the tree.
    mutating func run() {
        var isAtEnd = false
        while !isAtEnd {
            switch tokenizer.next(allowsCharacterData: !(adjustedCurrentElement?.isHTML ?? true)) {
            case .characters(var text):
                if skipsLineFeed, text.first == .lineFeed { text.removeFirst() }
                skipsLineFeed = false
                while !text.isEmpty { consume(&text) }
            case let token:
                skipsLineFeed = false
                if case .endOfInput = token { isAtEnd = true }
                while dispatch(token) == .reprocess {}
            }
        }
        while pop() != nil {}
        while !formatting.isEmpty { clearFormattingToMarker() }
    }

    /// The element whose kind decides how a token is read: in a fragment, the context stands in for the root.
    var adjustedCurrentElement: OpenElement? { open.count == 1 ? context ?? open.top : open.top }

    private mutating func dispatch(_ token: Token) -> Outcome {
        if let element = adjustedCurrentElement, !element.isHTML, isForeign(token, in: element) {
            return inForeignContent(token)
        }
        return process(token, by: mode)
    }

    /// Applies the rules of a mode, which need not be the current one ("using the rules for").
    mutating func process(_ token: Token, by mode: InsertionMode) -> Outcome {
        switch mode {
        case .initial: initial(token)
        case .beforeHTML: beforeHTML(token)
        case .beforeHead: beforeHead(token)
        case .inHead: inHead(token)
        case .inHeadNoscript: inHeadNoscript(token)
        case .afterHead: afterHead(token)
        case .inBody: inBody(token)
        case .text: inText(token)
        case .inTable: inTable(token)
        case .inTableText: inTableText(token)
        case .inCaption: inCaption(token)
        case .inColumnGroup: inColumnGroup(token)
        case .inTableBody: inTableBody(token)
        case .inRow: inRow(token)
        case .inCell: inCell(token)
        case .inTemplate: inTemplate(token)
        case .afterBody: afterBody(token)
        case .inFrameset: inFrameset(token)
        case .afterFrameset: afterFrameset(token)
        case .afterAfterBody: afterAfterBody(token)
        case .afterAfterFrameset: afterAfterFrameset(token)
        }
    }

    /// Closes the current element.
    @discardableResult
    mutating func pop() -> OpenElement? {
        guard let element = open.pop() else { return nil }
        work += 1
        if element.isFormatting { nodes[element.node].isOpen = false }
        if hasSelectedContent, element.isHTML(.select), !open.contains(.select) {
            mirroringSelects.append(element.node)
        }
        return element
    }

    /// Takes an element out of the stack, leaving those above it open.
    mutating func removeOpen(at place: Int) {
        work += open.count - place
        nodes[open.entries[place].node].isOpen = false
        open.remove(at: place)
    }

    /// Closes elements until one with this tag is closed.
    mutating func pop(through tag: Tag) {
        while let element = pop(), !element.isHTML(tag) {}
    }

    /// Closes all elements down to the one at a place, that one included.
    mutating func pop(throughPlace place: Int) {
        while open.count > place { pop() }
    }

    func isCurrent(_ tag: Tag) -> Bool { open.top?.isHTML(tag) ?? false }
}

/// What tree construction expects next (WHATWG 13.2.4.1).
enum InsertionMode {
    case initial
    case beforeHTML
    case beforeHead
    case inHead
    case inHeadNoscript
    case afterHead
    case inBody
    case text
    case inTable
    case inTableText
    case inCaption
    case inColumnGroup
    case inTableBody
    case inRow
    case inCell
    case inTemplate
    case afterBody
    case inFrameset
    case afterFrameset
    case afterAfterBody
    case afterAfterFrameset
}
