/// Templates (WHATWG 13.2.6.4.16), and what mode the open elements ask for (13.2.4.1).
extension TreeBuilder {
    mutating func openTemplate(_ token: TagToken) {
        insertElement(token)
        formatting.insertMarker()
        allowsFrameset = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    mutating func closeTemplate() {
        guard open.contains(.template) else { return }
        closeImpliedThoroughly()
        leaveTemplate()
    }

    private mutating func leaveTemplate() {
        pop(through: .template)
        clearFormattingToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    mutating func inTemplate(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .comment, .characters: return inBody(token)
        case .startTag(let tag):
            switch tag.tag {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                return inHead(token)
            case .caption, .colgroup, .tbody, .tfoot, .thead: return continueTemplate(as: .inTable)
            case .col: return continueTemplate(as: .inColumnGroup)
            case .tr: return continueTemplate(as: .inTableBody)
            case .td, .th: return continueTemplate(as: .inRow)
            default: return continueTemplate(as: .inBody)
            }
        case .endTag(let tag):
            if tag.tag == .template { closeTemplate() }
            return .done
        case .endOfInput:
            guard open.contains(.template) else { return .done }
            leaveTemplate()
            return .reprocess
        }
    }

    private mutating func continueTemplate(as newMode: InsertionMode) -> Outcome {
        _ = templateModes.popLast()
        templateModes.append(newMode)
        mode = newMode
        return .reprocess
    }

    /// Takes the mode from the open elements ("reset the insertion mode appropriately").
    ///
    /// Of the elements that decide, the highest counts; in a fragment the context stands in for the lowest.
    mutating func resetMode() {
        let deciding: [Tag] = [
            .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup, .table, .template, .head, .body, .frameset,
            .html,
        ]
        let highest = deciding.compactMap { open.place(of: $0) }.max() ?? 0
        if highest == 0, let context {
            mode = resetMode(for: context, isLowest: true)
        } else if highest < open.count {
            mode = resetMode(for: open.entries[highest], isLowest: highest == 0)
        }
    }

    private func resetMode(for element: OpenElement, isLowest: Bool) -> InsertionMode {
        guard element.isHTML else { return .inBody }
        switch element.tag {
        case .td, .th: return isLowest ? .inBody : .inCell
        case .tr: return .inRow
        case .tbody, .thead, .tfoot: return .inTableBody
        case .caption: return .inCaption
        case .colgroup: return .inColumnGroup
        case .table: return .inTable
        case .template: return templateModes.last ?? .inBody
        case .head: return isLowest ? .inBody : .inHead
        case .frameset: return .inFrameset
        case .html: return headElement == nil ? .beforeHead : .afterHead
        default: return .inBody
        }
    }
}
