/// The mode "in body" (WHATWG 13.2.6.4.7): start tags.
extension TreeBuilder {
    mutating func inBody(_ token: Token) -> Outcome {
        switch token {
        case .doctype: return .done
        case .comment(let text): return insertComment(text)
        case .characters(var text):
            insertBodyText(&text)
            return .done
        case .startTag(let tag): return inBody(startTag: tag)
        case .endTag(let tag): return inBody(endTag: tag)
        case .endOfInput: return templateModes.isEmpty ? .done : inTemplate(token)
        }
    }

    private mutating func inBody(startTag token: TagToken) -> Outcome {
        switch token.tag {
        case .html: mergeIntoRoot(token)
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return inHead(.startTag(token))
        case .body: mergeIntoBody(token)
        case .frameset: replaceBody(byFrameset: token)
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
            .ul:
            closeParagraphInButtonScope()
            insertElement(token)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraphInButtonScope()
            if let top = open.top, top.isHTML, top.tag.isHeading { pop() }
            insertElement(token)
        case .pre, .listing:
            closeParagraphInButtonScope()
            insertElement(token)
            skipsLineFeed = true
            allowsFrameset = false
        case .form: openForm(token)
        case .li, .dd, .dt: openItem(token)
        case .plaintext:
            closeParagraphInButtonScope()
            insertElement(token)
            tokenizer.contentModel = .plaintext
        case .button:
            if open.hasInScope(.button) {
                closeImplied()
                pop(through: .button)
            }
            reconstructFormatting()
            insertElement(token)
            allowsFrameset = false
        case .a:
            closeOpenAnchor()
            reconstructFormatting()
            insertFormattingElement(token)
        case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
            reconstructFormatting()
            insertFormattingElement(token)
        case .nobr:
            reconstructFormatting()
            if open.hasInScope(.nobr) {
                adopt(token)
                reconstructFormatting()
            }
            insertFormattingElement(token)
        case .applet, .marquee, .object:
            reconstructFormatting()
            insertElement(token)
            formatting.insertMarker()
            allowsFrameset = false
        case .table:
            if !isQuirksMode { closeParagraphInButtonScope() }
            insertElement(token)
            allowsFrameset = false
            mode = .inTable
        case .area, .br, .embed, .img, .keygen, .wbr:
            reconstructFormatting()
            insertVoidElement(token)
            allowsFrameset = false
        case .input: insertInput(token)
        case .param, .source, .track: insertVoidElement(token)
        case .hr:
            closeParagraphInButtonScope()
            if open.hasInScope(.select) { closeImplied() }
            insertVoidElement(token)
            allowsFrameset = false
        case .image:
            var token = token
            token.tag = .img
            token.name = "img"
            return inBody(startTag: token)
        case .textarea:
            insertTextElement(token, .escapableRawText)
            skipsLineFeed = true
            allowsFrameset = false
        case .xmp:
            closeParagraphInButtonScope()
            reconstructFormatting()
            allowsFrameset = false
            insertTextElement(token, .rawText)
        case .iframe:
            allowsFrameset = false
            insertTextElement(token, .rawText)
        case .noembed: insertTextElement(token, .rawText)
        case .noscript where isScriptingEnabled: insertTextElement(token, .rawText)
        case .select: openSelect(token)
        case .option, .optgroup: openOption(token)
        case .rb, .rtc:
            if open.hasInScope(.ruby) { closeImplied() }
            insertElement(token)
        case .rp, .rt:
            if open.hasInScope(.ruby) { closeImplied(except: .rtc) }
            insertElement(token)
        case .math: insertForeignRoot(token, namespace: .mathML)
        case .svg: insertForeignRoot(token, namespace: .svg)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        default:
            if token.tag == .selectedcontent { hasSelectedContent = true }
            reconstructFormatting()
            insertElement(token)
        }
        return .done
    }

    private mutating func mergeIntoRoot(_ token: TagToken) {
        guard !open.contains(.template), let root = open.entries.first else { return }
        mergeAttributes(token.attributes, into: root.node)
    }

    private mutating func mergeIntoBody(_ token: TagToken) {
        guard open.count > 1, open.entries[1].isHTML(.body), !open.contains(.template) else { return }
        allowsFrameset = false
        mergeAttributes(token.attributes, into: open.entries[1].node)
    }

    private mutating func replaceBody(byFrameset token: TagToken) {
        guard open.count > 1, open.entries[1].isHTML(.body), allowsFrameset else { return }
        let body = open.entries[1].node
        pop(throughPlace: 1)
        nodes.detach(body)
        insertElement(token)
        mode = .inFrameset
    }

    private mutating func openForm(_ token: TagToken) {
        let isInTemplate = open.contains(.template)
        guard formElement == nil || isInTemplate else { return }
        closeParagraphInButtonScope()
        let form = insertElement(token)
        if !isInTemplate { formElement = form }
    }

    /// Opens an `li`, `dd` or `dt`, which ends the one before it.
    private mutating func openItem(_ token: TagToken) {
        allowsFrameset = false
        let place = Int(open.top?.nearestItemEnd ?? -1)
        if place >= 0, open.entries[place].isHTML {
            let tag = open.entries[place].tag
            let isItem = token.tag == .li ? tag == .li : tag == .dd || tag == .dt
            if isItem {
                closeImplied(except: tag)
                pop(throughPlace: place)
            }
        }
        closeParagraphInButtonScope()
        insertElement(token)
    }

    private mutating func closeOpenAnchor() {
        guard let place = formatting.lastPlace(of: .a), let node = formatting.entries[place].node else { return }
        adopt(TagToken(tag: .a, name: "a"))
        if nodes[node].isListed, let place = formatting.place(of: node) { removeListed(at: place) }
        if nodes[node].isOpen, let place = open.place(of: node, tag: .a) { removeOpen(at: place) }
    }

    private mutating func insertInput(_ token: TagToken) {
        if context?.isHTML(.select) ?? false { return }
        if open.hasInScope(.select) { pop(through: .select) }
        reconstructFormatting()
        insertVoidElement(token)
        if token.attribute("type")?.lowercased() != "hidden" { allowsFrameset = false }
    }

    private mutating func openSelect(_ token: TagToken) {
        if context?.isHTML(.select) ?? false { return }
        if open.hasInScope(.select) {
            pop(through: .select)
            return
        }
        reconstructFormatting()
        insertElement(token)
        allowsFrameset = false
    }

    private mutating func openOption(_ token: TagToken) {
        if open.hasInScope(.select) {
            closeImplied(except: token.tag == .option ? .optgroup : nil)
        } else if isCurrent(.option) {
            pop()
        }
        reconstructFormatting()
        insertElement(token)
    }

    private mutating func insertForeignRoot(_ token: TagToken, namespace: Namespace) {
        reconstructFormatting()
        insertForeignElement(token, namespace: namespace)
    }
}
