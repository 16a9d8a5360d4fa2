import Basics

extension TreeBuilder {
    /// Handles the start of a text: at least a byte of it, or a change of mode after which the rest is looked at again.
    mutating func consume(_ text: inout ArraySlice<UInt8>) {
        if let element = adjustedCurrentElement, !element.isHTML, isForeignText(in: element) {
            insertForeignText(&text)
            return
        }
        switch mode {
        case .initial:
            skipSpaces(&text)
            if !text.isEmpty {
                isQuirksMode = true
                mode = .beforeHTML
            }
        case .beforeHTML:
            skipSpaces(&text)
            if !text.isEmpty { openImpliedHTML() }
        case .beforeHead:
            skipSpaces(&text)
            if !text.isEmpty { openImpliedHead() }
        case .inHead:
            insertSpaces(&text)
            if !text.isEmpty { closeHead() }
        case .inHeadNoscript:
            insertSpaces(&text)
            if !text.isEmpty {
                pop()
                mode = .inHead
            }
        case .afterHead:
            insertSpaces(&text)
            if !text.isEmpty { openImpliedBody() }
        case .inBody, .inCaption, .inCell, .inTemplate:
            insertBodyText(&text)
        case .text:
            insert(text: text)
            text = []
        case .inTable, .inTableBody, .inRow:
            if open.top.map({ $0.isHTML && ($0.tag.isTableContext || $0.tag == .template) }) ?? false {
                originalMode = mode
                mode = .inTableText
            } else {
                insertStrayTableText(text)
                text = []
            }
        case .inTableText:
            if text.first != .null { tableText.append(text) }
            text = []
        case .inColumnGroup:
            insertSpaces(&text)
            if !text.isEmpty {
                if isCurrent(.colgroup) {
                    pop()
                    mode = .inTable
                } else {
                    skipNonspaces(&text)
                }
            }
        case .afterBody, .afterAfterBody:
            var spaces = takeSpaces(&text)
            if !spaces.isEmpty { insertBodyText(&spaces) }
            if !text.isEmpty { mode = .inBody }
        case .inFrameset, .afterFrameset:
            insertSpaces(&text)
            skipNonspaces(&text)
        case .afterAfterFrameset:
            var spaces = takeSpaces(&text)
            if !spaces.isEmpty { insertBodyText(&spaces) }
            skipNonspaces(&text)
        }
    }

    /// Text by the rules of "in body".
    mutating func insertBodyText(_ text: inout ArraySlice<UInt8>) {
        defer { text = [] }
        guard text.first != .null else { return }
        reconstructFormatting()
        insert(text: text)
        if allowsFrameset, !text.allSatisfy(\.isHTMLSpace) { allowsFrameset = false }
    }

    /// Text in a table that is not white space, which goes before the table.
    mutating func insertStrayTableText(_ text: ArraySlice<UInt8>) {
        var text = text
        isFosterParenting = true
        insertBodyText(&text)
        isFosterParenting = false
    }

    private mutating func insertForeignText(_ text: inout ArraySlice<UInt8>) {
        if text.first == .null {
            insert(text: text.replacingNulls()[...])
        } else {
            insert(text: text)
            if allowsFrameset, !text.allSatisfy(\.isHTMLSpace) { allowsFrameset = false }
        }
        text = []
    }

    private mutating func insertSpaces(_ text: inout ArraySlice<UInt8>) {
        let spaces = takeSpaces(&text)
        if !spaces.isEmpty { insert(text: spaces) }
    }

    private func takeSpaces(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let spaces = text.prefix(while: \.isHTMLSpace)
        text = text[spaces.endIndex...]
        return spaces
    }

    private func skipSpaces(_ text: inout ArraySlice<UInt8>) { _ = takeSpaces(&text) }

    private func skipNonspaces(_ text: inout ArraySlice<UInt8>) { text = text.drop { !$0.isHTMLSpace } }
}
