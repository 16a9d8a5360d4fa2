import Basics

/// The modes of tables and their parts (WHATWG 13.2.6.4.9 to 13.2.6.4.12).
extension TreeBuilder {
    mutating func inTable(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertComment(text)
        case .startTag(let tag):
            if let outcome = inTable(startTag: tag) { return outcome }
        case .endTag(let tag):
            switch tag.tag {
            case .table:
                closeTable()
                return .done
            case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            case .template: return inHead(token)
            default: break
            }
        case .characters: break
        case .endOfInput: return inBody(token)
        }
        isFosterParenting = true
        defer { isFosterParenting = false }
        return inBody(token)
    }

    /// Nil for a start tag that does not belong into a table.
    private mutating func inTable(startTag token: TagToken) -> Outcome? {
        switch token.tag {
        case .caption:
            clearStack(to: .table)
            formatting.insertMarker()
            insertElement(token)
            mode = .inCaption
        case .colgroup:
            clearStack(to: .table)
            insertElement(token)
            mode = .inColumnGroup
        case .col:
            clearStack(to: .table)
            insertElement(.colgroup)
            mode = .inColumnGroup
            return .reprocess
        case .tbody, .tfoot, .thead:
            clearStack(to: .table)
            insertElement(token)
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(to: .table)
            insertElement(.tbody)
            mode = .inTableBody
            return .reprocess
        case .table:
            guard closeTable() else { return .done }
            return .reprocess
        case .style, .script, .template: return inHead(.startTag(token))
        case .input:
            guard token.attribute("type")?.lowercased() == "hidden" else { return nil }
            insertVoidElement(token)
        case .form:
            guard !open.contains(.template), formElement == nil else { return .done }
            formElement = insertElement(token)
            pop()
        default: return nil
        }
        return .done
    }

    @discardableResult
    private mutating func closeTable() -> Bool {
        guard open.hasInTableScope(.table) else { return false }
        pop(through: .table)
        resetMode()
        return true
    }

    /// Puts the text met so far in its place: white space into the table, all else before it.
    mutating func inTableText(_ token: Token) -> Outcome {
        let texts = tableText
        tableText = []
        if texts.allSatisfy({ $0.allSatisfy(\.isHTMLSpace) }) {
            for text in texts { insert(text: text) }
        } else {
            for text in texts { insertStrayTableText(text) }
        }
        mode = originalMode
        return .reprocess
    }

    mutating func inCaption(_ token: Token) -> Outcome {
        switch token {
        case .startTag(let tag) where tag.tag.isTablePart:
            return closeCaption() ? .reprocess : .done
        case .endTag(let tag):
            switch tag.tag {
            case .caption:
                closeCaption()
                return .done
            case .table: return closeCaption() ? .reprocess : .done
            case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            default: return inBody(token)
            }
        case .startTag, .doctype, .comment, .characters, .endOfInput: return inBody(token)
        }
    }

    @discardableResult
    private mutating func closeCaption() -> Bool {
        guard open.hasInTableScope(.caption) else { return false }
        closeImplied()
        pop(through: .caption)
        clearFormattingToMarker()
        mode = .inTable
        return true
    }

    mutating func inColumnGroup(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertComment(text)
        case .startTag(let tag):
            switch tag.tag {
            case .html: return inBody(token)
            case .col:
                insertVoidElement(tag)
                return .done
            case .template: return inHead(token)
            default: break
            }
        case .endTag(let tag):
            switch tag.tag {
            case .colgroup:
                if isCurrent(.colgroup) {
                    pop()
                    mode = .inTable
                }
                return .done
            case .col: return .done
            case .template: return inHead(token)
            default: break
            }
        case .characters: break
        case .endOfInput: return inBody(token)
        }
        guard isCurrent(.colgroup) else { return .done }
        pop()
        mode = .inTable
        return .reprocess
    }

    /// Closes elements down to one that holds the table's parts of a kind ("clear the stack back to a ... context").
    ///
    /// - Parameter context: `table`, `tbody` for any row group, or `tr`.
    mutating func clearStack(to context: Tag) {
        while let element = open.top {
            if element.isHTML {
                switch element.tag {
                case .html, .template: return
                case .tbody, .tfoot, .thead: if context == .tbody { return }
                default: if element.tag == context { return }
                }
            }
            pop()
        }
    }
}

extension Tag {
    /// The start tags that end a caption or a cell.
    var isTablePart: Bool {
        switch self {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
        default: false
        }
    }
}
