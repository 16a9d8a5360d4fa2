extension TreeBuilder {
    /// Where a node goes: before `sibling`, or last when that is nil.
    struct Place {
        let parent: NodeID
        var sibling: NodeID?
    }

    /// The appropriate place for inserting a node (WHATWG 13.2.6.1).
    ///
    /// - Parameter target: What stands in for the current element.
    func insertionPlace(in target: OpenElement? = nil) -> Place {
        guard let target = target ?? open.top else { return Place(parent: container) }
        if isFosterParenting, target.isHTML, target.tag.isTableContext { return fosterPlace() }
        if target.isHTML(.template) { return Place(parent: contents(of: target.node)) }
        return Place(parent: target.node)
    }

    private func fosterPlace() -> Place {
        let table = open.place(of: .table)
        if let template = open.place(of: .template), template > table ?? -1 {
            return Place(parent: contents(of: open.entries[template].node))
        }
        guard let table else { return Place(parent: open.entries[0].node) }
        let node = open.entries[table].node
        if let parent = nodes.identifier(nodes[node].parent) { return Place(parent: parent, sibling: node) }
        let below = open.entries[max(table - 1, 0)]
        return Place(parent: below.isHTML(.template) ? contents(of: below.node) : below.node)
    }

    /// What holds the children of a template.
    func contents(of template: NodeID) -> NodeID { templateContents[template] ?? template }

    mutating func insert(_ node: NodeID, at place: Place) {
        nodes.insert(node, into: place.parent, before: place.sibling)
    }

    /// Makes an element, opens it and puts it in its place.
    @discardableResult
    mutating func insertElement(_ token: TagToken, namespace: Namespace = .html) -> NodeID {
        let node = makeElement(token.name, namespace: namespace, attributes: token.attributes)
        if token.tag == .template, namespace == .html {
            templateContents[node] = nodes.add(NodeRecord(kind: .fragment, content: ""))
        }
        insert(node, at: insertionPlace())
        work += 1
        open.push(
            node, tag: token.tag, name: namespace == .html ? token.name : token.name.lowercased(), namespace: namespace)
        return node
    }

    mutating func makeElement(_ name: String, namespace: Namespace = .html, attributes: [Attribute]) -> NodeID {
        nodes.add(NodeRecord(kind: .element, namespace: namespace, content: name, attributes: attributes))
    }

    /// Makes an element that the text implies.
    @discardableResult
    mutating func insertElement(_ tag: Tag) -> NodeID {
        insertElement(TagToken(tag: tag, name: TagTable.shared.name(of: tag)))
    }

    /// Makes an element that cannot have contents.
    mutating func insertVoidElement(_ token: TagToken) {
        insertElement(token)
        pop()
    }

    /// Puts text at the current place, joined to a text that is there.
    mutating func insert(text: ArraySlice<UInt8>) {
        let place = insertionPlace()
        guard nodes[place.parent].kind != .document else { return }
        let string = String(decoding: text, as: UTF8.self)
        let neighbour =
            if let sibling = place.sibling { nodes[sibling].previousSibling } else { nodes[place.parent].lastChild }
        if let neighbour = nodes.identifier(neighbour), nodes[neighbour].kind == .text {
            nodes[neighbour].content += string
            nodes.markChanged(neighbour)
        } else {
            insert(nodes.add(NodeRecord(kind: .text, content: string)), at: place)
        }
    }

    @discardableResult
    mutating func insertComment(_ text: String) -> Outcome {
        insert(nodes.add(NodeRecord(kind: .comment, content: text)), at: insertionPlace())
        return .done
    }

    /// Puts a comment last in the document itself.
    @discardableResult
    mutating func insertCommentAtEnd(_ text: String) -> Outcome {
        insert(nodes.add(NodeRecord(kind: .comment, content: text)), at: Place(parent: container))
        return .done
    }

    /// Puts a comment last in the `html` element.
    mutating func insertCommentInRoot(_ text: String) -> Outcome {
        let root = open.entries.first?.node ?? container
        insert(nodes.add(NodeRecord(kind: .comment, content: text)), at: Place(parent: root))
        return .done
    }

    /// Adds the attributes of a repeated `html` or `body` tag that the element lacks.
    mutating func mergeAttributes(_ attributes: [Attribute], into node: NodeID) {
        guard !attributes.isEmpty else { return }
        // Taken out while it changes, since a shared set would be copied.
        var names = mergedNames.removeValue(forKey: node) ?? AttributeNames()
        for attribute in attributes where names.insert(attribute.name, among: nodes[node].attributes) {
            nodes[node].attributes.append(attribute)
        }
        mergedNames[node] = names
        nodes.markChanged(node)
    }

    // MARK: Implied end tags (WHATWG 13.2.6.3)

    mutating func closeImplied(except tag: Tag? = nil) {
        while let element = open.top, element.isHTML, element.tag.hasImpliedEndTag, element.tag != tag { pop() }
    }

    mutating func closeImpliedThoroughly() {
        while let element = open.top, element.isHTML, element.tag.hasThoroughlyImpliedEndTag { pop() }
    }

    mutating func closeParagraph() {
        closeImplied(except: .p)
        pop(through: .p)
    }

    mutating func closeParagraphInButtonScope() {
        if open.hasInButtonScope(.p) { closeParagraph() }
    }

    // MARK: Raw text

    /// Makes an element whose text is read under another content model (WHATWG 13.2.6.2).
    mutating func insertTextElement(_ token: TagToken, _ model: ContentModel) {
        insertElement(token)
        tokenizer.contentModel = model
        tokenizer.lastStartTagName = Array(token.name.utf8)
        originalMode = mode
        mode = .text
    }

    /// The mode "text" (WHATWG 13.2.6.4.8).
    mutating func inText(_ token: Token) -> Outcome {
        pop()
        mode = originalMode
        return token == .endOfInput ? .reprocess : .done
    }
}
