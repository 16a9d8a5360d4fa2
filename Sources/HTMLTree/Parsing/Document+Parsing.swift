extension Document {
    /// Reads a whole HTML document (WHATWG 13.2). Any text is a document; nothing is refused.
    ///
    /// - Parameters:
    ///   - html: The text.
    ///   - isScriptingEnabled: Whether `noscript` is read as raw text, as where scripts run.
    package convenience init(parsing html: String, isScriptingEnabled: Bool = false) {
        self.init()
        parse(Array(html.utf8), isScriptingEnabled: isScriptingEnabled)
    }

    /// Reads a whole HTML document from bytes; what is not UTF-8 becomes U+FFFD.
    package convenience init(parsing bytes: [UInt8], isScriptingEnabled: Bool = false) {
        self.init(parsing: String(decoding: bytes, as: UTF8.self), isScriptingEnabled: isScriptingEnabled)
    }

    private func parse(_ bytes: [UInt8], isScriptingEnabled: Bool) {
        // About what plain documents have; growing to it step by step would copy all nodes each time.
        nodes.reserve(bytes.count / 24)
        var builder = TreeBuilder(
            isQuirksMode: false, container: root, tokenizer: Tokenizer(bytes), isScriptingEnabled: isScriptingEnabled,
            context: nil)
        run(&builder)
        isQuirksMode = builder.isQuirksMode
    }

    /// Reads HTML as the contents of an element (WHATWG 13.4), so that `<td>` counts in a `tr` and is dropped in a `div`.
    ///
    /// - Parameters:
    ///   - html: The text.
    ///   - context: The element whose contents it is; it does not change.
    ///   - isScriptingEnabled: Whether `noscript` is read as raw text, as where scripts run.
    /// - Returns: A fragment with the new nodes, which belong to this document.
    package func parseFragment(_ html: String, context: NodeID, isScriptingEnabled: Bool = false) -> NodeID {
        let fragment = createFragment()
        let namespace = namespace(of: context)
        let name = name(of: context)
        let tag = TagTable.shared.tag(of: PackedName((namespace == .html ? name : name.lowercased()).utf8))
        let builderContext = OpenElement(
            node: context, tag: tag, namespace: namespace, symbol: 0, isSpecial: tag.isSpecial)
        var builder = TreeBuilder(
            isQuirksMode: isQuirksMode, container: fragment, tokenizer: Tokenizer(Array(html.utf8)),
            isScriptingEnabled: isScriptingEnabled, context: builderContext)
        builder.tokenizer.contentModel = contentModel(of: builderContext, isScriptingEnabled: isScriptingEnabled)
        // No end tag ends what stands in a `script`, a `title` and their like: no start tag has been read (WHATWG 13.4).
        builder.formElement = nearestForm(of: context)
        let top = createElement("html")
        append(top, to: fragment)
        builder.open.push(top, tag: .html, name: "html", namespace: .html)
        if builderContext.isHTML(.template) { builder.templateModes.append(.inTemplate) }
        builder.resetMode()
        run(&builder)
        while let child = firstChild(of: top) { insert(child, into: fragment, before: top) }
        remove(top)
        if referenceIndex != nil { indexContents(of: fragment) }
        return fragment
    }

    /// Lends the nodes to a builder while it runs, which saves it from asking for them at each step.
    private func run(_ builder: inout TreeBuilder) {
        swap(&builder.nodes, &nodes)
        builder.run()
        swap(&builder.nodes, &nodes)
        templateContents.merge(builder.templateContents) { _, new in new }
        childIndexMemo = nil
        for select in builder.mirroringSelects { mirrorChoice(of: select) }
    }

    private func indexContents(of fragment: NodeID) {
        var pending = [fragment]
        while let holder = pending.popLast() {
            for node in elements(below: holder) {
                index(node)
                if let content = templateContent(of: node) { pending.append(content) }
            }
        }
    }

    /// How the text of a context element is read.
    private func contentModel(of context: OpenElement, isScriptingEnabled: Bool) -> ContentModel {
        guard context.isHTML else { return .data }
        switch context.tag {
        case .title, .textarea: return .escapableRawText
        case .style, .xmp, .iframe, .noembed, .noframes: return .rawText
        case .script: return .script
        case .noscript: return isScriptingEnabled ? .rawText : .data
        case .plaintext: return .plaintext
        default: return .data
        }
    }

    private func nearestForm(of context: NodeID) -> NodeID? {
        func isForm(_ node: NodeID) -> Bool {
            isElement(node) && name(of: node) == "form" && namespace(of: node) == .html
        }
        return isForm(context) ? context : ancestors(of: context).first(where: isForm)
    }
}

extension Document {
    /// Copies what is in the chosen option of a drop-down into its `selectedcontent` (WHATWG 4.10.17.2).
    func mirrorChoice(of select: NodeID) {
        // One that was in the old contents of another's mirror is gone.
        guard isAlive(select), !hasAttribute("multiple", of: select),
            let mirror = elements(below: select).first(where: { name(of: $0) == "selectedcontent" }),
            !ancestors(of: mirror).prefix(while: { $0 != select }).contains(where: isOption),
            let option = selectedOptions(of: select).first
        else { return }
        // Copied first, since the option itself may be in the mirror.
        let copies = children(of: option).map { copy($0) }
        removeChildren(of: mirror)
        for copy in copies { append(copy, to: mirror) }
    }

    private func isOption(_ node: NodeID) -> Bool { isElement(node) && name(of: node) == "option" }
}
