/// The mode "in body" (WHATWG 13.2.6.4.7): end tags.
extension TreeBuilder {
    mutating func inBody(endTag token: TagToken) -> Outcome {
        switch token.tag {
        case .template: closeTemplate()
        case .body:
            if open.hasInScope(.body) { mode = .afterBody }
        case .html:
            guard open.hasInScope(.body) else { break }
            mode = .afterBody
            return .reprocess
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search, .section,
            .select, .summary, .ul:
            if open.hasInScope(token.tag) {
                closeImplied()
                pop(through: token.tag)
            }
        case .form: closeForm()
        case .p:
            if !open.hasInButtonScope(.p) { insertElement(.p) }
            closeParagraph()
        case .li:
            if open.hasInListItemScope(.li) {
                closeImplied(except: .li)
                pop(through: .li)
            }
        case .dd, .dt:
            if open.hasInScope(token.tag) {
                closeImplied(except: token.tag)
                pop(through: token.tag)
            }
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if open.hasHeadingInScope() {
                closeImplied()
                while let element = pop(), !(element.isHTML && element.tag.isHeading) {}
            }
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adopt(token)
        case .applet, .marquee, .object:
            if open.hasInScope(token.tag) {
                closeImplied()
                pop(through: token.tag)
                clearFormattingToMarker()
            }
        case .br:
            // An end tag without sense that is read as a line break.
            return inBody(.startTag(TagToken(tag: .br, name: "br")))
        default: closeOrdinary(token)
        }
        return .done
    }

    private mutating func closeForm() {
        if open.contains(.template) {
            guard open.hasInScope(.form) else { return }
            closeImplied()
            pop(through: .form)
            return
        }
        guard let form = formElement else { return }
        formElement = nil
        guard let place = open.place(of: form, tag: .form), open.hasInScope(placed: place) else { return }
        // No form's end tag is implied, so the place stays what it is.
        closeImplied()
        removeOpen(at: place)
    }

    /// Closes the nearest element with this name, unless a special element is in between.
    mutating func closeOrdinary(_ token: TagToken) {
        let symbol = open.symbol(of: token.tag, name: token.name, namespace: .html)
        guard let place = open.place(ofSymbol: symbol), place >= Int(open.top?.nearestSpecial ?? -1) else { return }
        pop(throughPlace: place)
    }
}
