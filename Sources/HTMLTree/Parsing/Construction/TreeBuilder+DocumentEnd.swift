/// The modes after the body, and those of framesets (WHATWG 13.2.6.4.17 to 13.2.6.4.21).
extension TreeBuilder {
    mutating func afterBody(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .endOfInput: return .done
        case .comment(let text): return insertCommentInRoot(text)
        case .startTag(let tag) where tag.tag == .html: return inBody(token)
        case .endTag(let tag) where tag.tag == .html:
            if context == nil { mode = .afterAfterBody }
            return .done
        case .startTag, .endTag, .characters:
            mode = .inBody
            return .reprocess
        }
    }

    mutating func afterAfterBody(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .endOfInput: return .done
        case .comment(let text): return insertCommentAtEnd(text)
        case .startTag(let tag) where tag.tag == .html: return inBody(token)
        case .startTag, .endTag, .characters:
            mode = .inBody
            return .reprocess
        }
    }

    mutating func inFrameset(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .characters, .endOfInput: break
        case .comment(let text): insertComment(text)
        case .startTag(let tag):
            switch tag.tag {
            case .html: return inBody(token)
            case .frameset: insertElement(tag)
            case .frame: insertVoidElement(tag)
            case .noframes: return inHead(token)
            default: break
            }
        case .endTag(let tag):
            guard tag.tag == .frameset, open.count > 1 else { break }
            pop()
            if context == nil, !isCurrent(.frameset) { mode = .afterFrameset }
        }
        return .done
    }

    mutating func afterFrameset(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .characters, .endOfInput: break
        case .comment(let text): insertComment(text)
        case .startTag(let tag):
            if tag.tag == .html { return inBody(token) }
            if tag.tag == .noframes { return inHead(token) }
        case .endTag(let tag):
            if tag.tag == .html { mode = .afterAfterFrameset }
        }
        return .done
    }

    mutating func afterAfterFrameset(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .characters, .endOfInput, .endTag: break
        case .comment(let text): insertCommentAtEnd(text)
        case .startTag(let tag):
            if tag.tag == .html { return inBody(token) }
            if tag.tag == .noframes { return inHead(token) }
        }
        return .done
    }
}
