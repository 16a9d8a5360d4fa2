/// SVG and MathML (WHATWG 13.2.6 and 13.2.6.5).
extension TreeBuilder {
    /// Whether a token met in a foreign element is read by the rules for foreign content.
    func isForeign(_ token: Token, in element: OpenElement) -> Bool {
        switch token {
        case .characters: return isForeignText(in: element)
        case .startTag(let tag):
            if element.isMathMLTextIntegrationPoint, tag.tag != .mglyph, tag.tag != .malignmark { return false }
            if element.namespace == .mathML, element.tag == .annotationXML, tag.tag == .svg { return false }
            return !isHTMLIntegrationPoint(element)
        case .endOfInput: return false
        case .endTag, .comment, .doctype: return true
        }
    }

    func isForeignText(in element: OpenElement) -> Bool {
        !element.isMathMLTextIntegrationPoint && !isHTMLIntegrationPoint(element)
    }

    private func isHTMLIntegrationPoint(_ element: OpenElement) -> Bool {
        switch element.namespace {
        case .html: return false
        case .svg: return element.tag == .foreignObject || element.tag == .desc || element.tag == .title
        case .mathML:
            guard element.tag == .annotationXML else { return false }
            let encoding = nodes[element.node].attributes.first { $0.name == "encoding" }?.value.lowercased()
            return encoding == "text/html" || encoding == "application/xhtml+xml"
        }
    }

    mutating func inForeignContent(_ token: Token) -> Outcome {
        switch token {
        case .doctype, .characters, .endOfInput: break
        case .comment(let text): insertComment(text)
        case .startTag(let tag):
            if tag.tag.leavesForeignContent || tag.isStyledFont {
                leaveForeignContent()
                return process(token, by: mode)
            }
            insertForeignElement(tag, namespace: adjustedCurrentElement?.namespace ?? .html)
        case .endTag(let tag):
            if tag.tag == .br || tag.tag == .p {
                leaveForeignContent()
                return process(token, by: mode)
            }
            return closeForeignElement(tag)
        }
        return .done
    }

    private mutating func leaveForeignContent() {
        while let element = open.top, !element.isHTML, !element.isMathMLTextIntegrationPoint,
            !isHTMLIntegrationPoint(element)
        {
            pop()
        }
    }

    /// Makes a foreign element, with its name and attributes spelled as SVG and MathML spell them.
    ///
    /// Attributes like `xlink:href` keep their whole name; in a foreign element the prefix says the namespace.
    mutating func insertForeignElement(_ token: TagToken, namespace: Namespace) {
        var token = token
        switch namespace {
        case .svg:
            if let name = ForeignNames.svgElements[token.name] { token.name = name }
            token.adjustAttributes { ForeignNames.svgAttributes[$0] }
        case .mathML: token.adjustAttributes { $0 == "definitionurl" ? "definitionURL" : nil }
        case .html: break
        }
        insertElement(token, namespace: namespace)
        if token.isSelfClosing { pop() }
    }

    /// Closes the nearest foreign element with this name; without one above the nearest HTML element, HTML's rules count.
    private mutating func closeForeignElement(_ token: TagToken) -> Outcome {
        guard let top = open.top, open.count > 1 else { return .done }
        let symbol = open.symbol(of: token.tag, name: token.name, namespace: top.namespace)
        if let place = open.place(ofSymbol: symbol), place > Int(top.nearestHTML) {
            pop(throughPlace: place)
            return .done
        }
        return process(.endTag(token), by: mode)
    }
}

extension TagToken {
    /// `font` leaves foreign content only when it styles text.
    fileprivate var isStyledFont: Bool {
        tag == .font && attributes.contains { $0.name == "color" || $0.name == "face" || $0.name == "size" }
    }

    fileprivate mutating func adjustAttributes(_ spelling: (String) -> String?) {
        for place in attributes.indices {
            if let name = spelling(attributes[place].name) { attributes[place].name = name }
        }
    }
}
