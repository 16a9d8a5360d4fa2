extension TreeBuilder {
    /// How many open elements the adoption agency moves past at most; the standard knows no bound. Its work is in
    /// proportion to this number, and without a bound a short text could ask for any amount of it.
    private static let adoptionLimit = 4096

    /// Opens again what formatting a closed element took with it (WHATWG 13.2.4.3, "reconstruct").
    mutating func reconstructFormatting() {
        var first = formatting.count
        while first > 0, let node = formatting.entries[first - 1].node, !open.contains(formatting: node) { first -= 1 }
        for place in first..<formatting.count {
            let entry = formatting.entries[place]
            let token = TagToken(
                tag: entry.tag, name: TagTable.shared.name(of: entry.tag), attributes: entry.attributes)
            formatting.setNode(insertElement(token), at: place)
        }
    }

    mutating func insertFormattingElement(_ token: TagToken) {
        let node = insertElement(token)
        formatting.push(node, tag: token.tag, attributes: token.attributes)
    }

    /// The adoption agency algorithm (WHATWG 13.2.6.4.7): closes a formatting element whose contents may overlap others.
    mutating func adopt(_ token: TagToken) {
        if let top = open.top, top.isHTML(token.tag), !formatting.contains(top.node) {
            pop()
            return
        }
        for _ in 0..<8 {
            guard let place = formatting.lastPlace(of: token.tag), let node = formatting.entries[place].node else {
                closeOrdinary(token)
                return
            }
            guard open.contains(formatting: node), let opened = open.place(of: node, tag: token.tag) else {
                formatting.remove(at: place)
                return
            }
            guard open.hasInScope(placed: opened) else { return }
            guard let block = open.entries[(opened + 1)...].firstIndex(where: \.isSpecial) else {
                pop(throughPlace: opened)
                if let place = formatting.place(of: node) { formatting.remove(at: place) }
                return
            }
            guard open.count - block <= Self.adoptionLimit else { return }
            adopt(elementAt: opened, listedAt: place, around: block)
        }
    }

    /// One round: moves the furthest block out of the formatting element and gives the block one of its own.
    private mutating func adopt(elementAt opened: Int, listedAt listed: Int, around block: Int) {
        let element = open.entries[opened]
        let furthestBlock = open.entries[block]
        var entry = formatting.entries[listed]
        var bookmark = listed
        var lastNode = furthestBlock.node
        var dropped: Set<NodeID> = [element.node]
        var copies: [NodeID: NodeID] = [:]

        var rounds = 0
        for inner in open.entries[(opened + 1)..<block].reversed() {
            rounds += 1
            var place = formatting.place(of: inner.node)
            if rounds > 3, let found = place {
                formatting.remove(at: found)
                if found < bookmark { bookmark -= 1 }
                place = nil
            }
            guard let place else {
                dropped.insert(inner.node)
                continue
            }
            let listedInner = formatting.entries[place]
            let copy = document.createElement(
                TagTable.shared.name(of: inner.tag), attributes: listedInner.attributes)
            formatting.setNode(copy, at: place)
            copies[inner.node] = copy
            if lastNode == furthestBlock.node { bookmark = place + 1 }
            document.append(lastNode, to: copy)
            lastNode = copy
        }
        insert(lastNode, at: insertionPlace(in: open.entries[opened - 1]))

        let copy = document.createElement(TagTable.shared.name(of: element.tag), attributes: entry.attributes)
        while let child = document.firstChild(of: contents(of: furthestBlock)) { document.append(child, to: copy) }
        document.append(copy, to: contents(of: furthestBlock))

        if let place = formatting.place(of: element.node) {
            formatting.remove(at: place)
            if place < bookmark { bookmark -= 1 }
        }
        entry.node = copy
        formatting.insert(entry, at: min(bookmark, formatting.count))

        open.adopt(
            from: opened, dropping: dropped, replacing: copies, adding: copy, tag: element.tag,
            above: furthestBlock.node)
    }

    private func contents(of element: OpenElement) -> NodeID {
        element.isHTML(.template) ? contents(of: element.node) : element.node
    }
}
