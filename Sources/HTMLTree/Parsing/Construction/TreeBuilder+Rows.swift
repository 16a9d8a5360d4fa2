/// The modes of row groups, rows and cells (WHATWG 13.2.6.4.13 to 13.2.6.4.15).
extension TreeBuilder {
    mutating func inTableBody(_ token: Token) -> Outcome {
        switch token {
        case .startTag(let tag):
            switch tag.tag {
            case .tr:
                clearStack(to: .tbody)
                insertElement(tag)
                mode = .inRow
                return .done
            case .th, .td:
                clearStack(to: .tbody)
                insertElement(.tr)
                mode = .inRow
                return .reprocess
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return closeRowGroup() ? .reprocess : .done
            default: return inTable(token)
            }
        case .endTag(let tag):
            switch tag.tag {
            case .tbody, .tfoot, .thead:
                if open.hasInTableScope(tag.tag) {
                    clearStack(to: .tbody)
                    pop()
                    mode = .inTable
                }
                return .done
            case .table: return closeRowGroup() ? .reprocess : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return .done
            default: return inTable(token)
            }
        case .doctype, .comment, .characters, .endOfInput: return inTable(token)
        }
    }

    private mutating func closeRowGroup() -> Bool {
        guard [Tag.tbody, .thead, .tfoot].contains(where: open.hasInTableScope) else { return false }
        clearStack(to: .tbody)
        pop()
        mode = .inTable
        return true
    }

    mutating func inRow(_ token: Token) -> Outcome {
        switch token {
        case .startTag(let tag):
            switch tag.tag {
            case .th, .td:
                clearStack(to: .tr)
                insertElement(tag)
                mode = .inCell
                formatting.insertMarker()
                return .done
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return closeRow() ? .reprocess : .done
            default: return inTable(token)
            }
        case .endTag(let tag):
            switch tag.tag {
            case .tr:
                closeRow()
                return .done
            case .table: return closeRow() ? .reprocess : .done
            case .tbody, .tfoot, .thead: return open.hasInTableScope(tag.tag) && closeRow() ? .reprocess : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th: return .done
            default: return inTable(token)
            }
        case .doctype, .comment, .characters, .endOfInput: return inTable(token)
        }
    }

    @discardableResult
    private mutating func closeRow() -> Bool {
        guard open.hasInTableScope(.tr) else { return false }
        clearStack(to: .tr)
        pop()
        mode = .inTableBody
        return true
    }

    mutating func inCell(_ token: Token) -> Outcome {
        switch token {
        case .startTag(let tag) where tag.tag.isTablePart:
            return closeCell() ? .reprocess : .done
        case .endTag(let tag):
            switch tag.tag {
            case .td, .th:
                if open.hasInTableScope(tag.tag) {
                    closeImplied()
                    pop(through: tag.tag)
                    clearFormattingToMarker()
                    mode = .inRow
                }
                return .done
            case .body, .caption, .col, .colgroup, .html: return .done
            case .table, .tbody, .tfoot, .thead, .tr:
                return open.hasInTableScope(tag.tag) && closeCell() ? .reprocess : .done
            default: return inBody(token)
            }
        case .startTag, .doctype, .comment, .characters, .endOfInput: return inBody(token)
        }
    }

    private mutating func closeCell() -> Bool {
        guard open.hasInTableScope(.td) || open.hasInTableScope(.th) else { return false }
        closeImplied()
        while let element = pop(), !element.isHTML(.td), !element.isHTML(.th) {}
        clearFormattingToMarker()
        mode = .inRow
        return true
    }
}
