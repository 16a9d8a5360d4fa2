/// The modes before the body (WHATWG 13.2.6.4.1 to 13.2.6.4.6).
extension TreeBuilder {
    mutating func initial(_ token: Token) -> Outcome {
        switch token {
        case .comment(let text): return insertCommentAtEnd(text)
        case .doctype(let doctype):
            insertDoctype(doctype)
            isQuirksMode = doctype.asksForQuirks
            mode = .beforeHTML
            return .done
        case .startTag, .endTag, .characters, .endOfInput:
            isQuirksMode = true
            mode = .beforeHTML
            return .reprocess
        }
    }

    private mutating func insertDoctype(_ doctype: DoctypeToken) {
        let record = NodeRecord(
            doctype: doctype.name ?? "", publicIdentifier: doctype.publicIdentifier ?? "",
            systemIdentifier: doctype.systemIdentifier ?? "")
        insert(nodes.add(record), at: Place(parent: container))
    }

    mutating func beforeHTML(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertCommentAtEnd(text)
        case .startTag(let tag) where tag.tag == .html:
            insertElement(tag)
            mode = .beforeHead
            return .done
        case .endTag(let tag) where !tag.tag.endsDocumentParts: return .done
        case .startTag, .endTag, .characters, .endOfInput:
            openImpliedHTML()
            return .reprocess
        }
    }

    mutating func openImpliedHTML() {
        insertElement(.html)
        mode = .beforeHead
    }

    mutating func beforeHead(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertComment(text)
        case .startTag(let tag) where tag.tag == .html: return inBody(token)
        case .startTag(let tag) where tag.tag == .head:
            headElement = insertElement(tag)
            mode = .inHead
            return .done
        case .endTag(let tag) where !tag.tag.endsDocumentParts: return .done
        case .startTag, .endTag, .characters, .endOfInput:
            openImpliedHead()
            return .reprocess
        }
    }

    mutating func openImpliedHead() {
        headElement = insertElement(.head)
        mode = .inHead
    }

    mutating func inHead(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertComment(text)
        case .startTag(let tag):
            switch tag.tag {
            case .html: return inBody(token)
            case .head: return .done
            case .base, .basefont, .bgsound, .link, .meta: insertVoidElement(tag)
            case .title: insertTextElement(tag, .escapableRawText)
            case .noframes, .style: insertTextElement(tag, .rawText)
            case .script: insertTextElement(tag, .script)
            case .noscript:
                if isScriptingEnabled {
                    insertTextElement(tag, .rawText)
                } else {
                    insertElement(tag)
                    mode = .inHeadNoscript
                }
            case .template: openTemplate(tag)
            default:
                closeHead()
                return .reprocess
            }
            return .done
        case .endTag(let tag):
            switch tag.tag {
            case .head:
                closeHead()
                return .done
            case .template:
                closeTemplate()
                return .done
            case .body, .html, .br:
                closeHead()
                return .reprocess
            default: return .done
            }
        case .characters, .endOfInput:
            closeHead()
            return .reprocess
        }
    }

    mutating func closeHead() {
        pop()
        mode = .afterHead
    }

    mutating func inHeadNoscript(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment: return inHead(token)
        case .startTag(let tag):
            switch tag.tag {
            case .html: return inBody(token)
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(token)
            case .head, .noscript: return .done
            default: break
            }
        case .endTag(let tag):
            switch tag.tag {
            case .noscript:
                pop()
                mode = .inHead
                return .done
            case .br: break
            default: return .done
            }
        case .characters, .endOfInput: break
        }
        pop()
        mode = .inHead
        return .reprocess
    }

    mutating func afterHead(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertComment(text)
        case .startTag(let tag):
            switch tag.tag {
            case .html: return inBody(token)
            case .body:
                insertElement(tag)
                allowsFrameset = false
                mode = .inBody
                return .done
            case .frameset:
                insertElement(tag)
                mode = .inFrameset
                return .done
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                return inClosedHead(token)
            case .head: return .done
            default: break
            }
        case .endTag(let tag):
            switch tag.tag {
            case .template:
                closeTemplate()
                return .done
            case .body, .html, .br: break
            default: return .done
            }
        case .characters, .endOfInput: break
        }
        openImpliedBody()
        return .reprocess
    }

    mutating func openImpliedBody() {
        insertElement(.body)
        mode = .inBody
    }

    /// Puts an element that belongs into the head there, though the head is closed.
    private mutating func inClosedHead(_ token: Token) -> Outcome {
        guard let headElement else { return .done }
        let place = open.count
        open.push(headElement, tag: .head, name: "head", namespace: .html)
        let outcome = inHead(token)
        removeOpen(at: place)
        return outcome
    }
}

extension Tag {
    /// The end tags that count before the body: they imply what is missing.
    fileprivate var endsDocumentParts: Bool {
        switch self {
        case .head, .body, .html, .br: true
        default: false
        }
    }
}
