import Basics

extension Document {
    /// The role of an element: the first of its `role` that is not empty, else the one that HTML gives it (HTML
    /// Accessibility API Mappings 1.0, section 3.5); nil for elements without one, such as `div`.
    package func role(of node: NodeID) -> String? {
        guard isElement(node) else { return nil }
        if let written = attribute("role", of: node)?.split(whereSeparator: \.isWhitespace).first {
            return ASCIIText.lowercased(String(written))
        }
        guard namespace(of: node) == .html else { return name(of: node) == "svg" ? "img" : nil }
        if let kind = controlKind(of: node) { return controlRole(node, kind) }
        switch name(of: node) {
        case "a", "area": return isLink(node) ? "link" : nil
        case "img": return attribute("alt", of: node) == "" ? "presentation" : "img"
        case "header": return isInSection(node) ? nil : "banner"
        case "footer": return isInSection(node) ? nil : "contentinfo"
        case "section": return hasWrittenName(node) ? "region" : nil
        case "th": return cellHeadingRole(node)
        case "summary": return isSummary(node) ? "button" : nil
        case let name: return Self.roles[name]
        }
    }

    private func controlRole(_ node: NodeID, _ kind: ControlKind) -> String? {
        switch kind {
        case .text(.search): "searchbox"
        case .text(.number): "spinbutton"
        case .text: hasAttribute("list", of: node) ? "combobox" : "textbox"
        case .textarea: "textbox"
        case .checkbox: "checkbox"
        case .radio: "radio"
        case .select(let isMultiple): isMultiple || displaySize(of: node) > 1 ? "listbox" : "combobox"
        case .button, .image, .file: "button"
        case .range: "slider"
        case .output: "status"
        case .color: "textbox"
        case .hidden: nil
        }
    }

    private func isInSection(_ node: NodeID) -> Bool {
        ancestors(of: node).contains { ["article", "aside", "main", "nav", "section"].contains(name(of: $0)) }
    }

    private func hasWrittenName(_ node: NodeID) -> Bool {
        hasAttribute("aria-label", of: node) || hasAttribute("aria-labelledby", of: node)
            || hasAttribute("title", of: node)
    }

    private func cellHeadingRole(_ node: NodeID) -> String {
        switch attribute("scope", of: node) {
        case "row", "rowgroup": "rowheader"
        case "col", "colgroup": "columnheader"
        case _:
            nextElement(of: node).map { isHTML($0, "td") } == true && previousElement(of: node) == nil
                ? "rowheader" : "columnheader"
        }
    }

    private static let roles: [String: String] = [
        "address": "group", "article": "article", "aside": "complementary", "blockquote": "blockquote",
        "caption": "caption", "code": "code", "datalist": "listbox", "dd": "definition", "del": "deletion",
        "details": "group", "dfn": "term", "dialog": "dialog", "dt": "term", "em": "emphasis", "fieldset": "group",
        "figure": "figure", "form": "form", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
        "h5": "heading", "h6": "heading", "hr": "separator", "html": "document", "ins": "insertion",
        "li": "listitem", "main": "main", "mark": "mark", "math": "math", "menu": "list", "meter": "meter",
        "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option", "p": "paragraph",
        "progress": "progressbar", "search": "search", "strong": "strong", "sub": "subscript", "sup": "superscript",
        "table": "table", "tbody": "rowgroup", "td": "cell", "tfoot": "rowgroup", "thead": "rowgroup",
        "time": "time", "tr": "row", "ul": "list",
    ]
}
