extension TreeBuilder {
    /// How many open elements the adoption agency moves past at most; above that the element loses its formatting only.
    /// The standard knows no bound, and so lets a short text ask for any amount of work.
    private static let adoptionLimit = 512

    /// Opens again what formatting a closed element took with it (WHATWG 13.2.4.3, "reconstruct").
    mutating func reconstructFormatting() {
        var first = formatting.count
        while first > 0, let node = formatting.entries[first - 1].node, !nodes[node].isOpen { first -= 1 }
        for place in first..<formatting.count {
            let entry = formatting.entries[place]
            let token = TagToken(
                tag: entry.tag, name: TagTable.shared.name(of: entry.tag), attributes: entry.attributes)
            replaceListed(at: place, by: insertElement(token))
        }
    }

    mutating func insertFormattingElement(_ token: TagToken) {
        let node = insertElement(token)
        nodes[node].isOpen = true
        nodes[node].isListed = true
        work += min(formatting.count, ActiveFormattingElements.limit)
        if let dropped = formatting.push(node, tag: token.tag, attributes: token.attributes) {
            nodes[dropped].isListed = false
        }
    }

    private mutating func replaceListed(at place: Int, by copy: NodeID) {
        if let node = formatting.setNode(copy, at: place) { nodes[node].isListed = false }
        nodes[copy].isListed = true
        nodes[copy].isOpen = true
    }

    mutating func removeListed(at place: Int) {
        if let node = formatting.remove(at: place) { nodes[node].isListed = false }
    }

    mutating func clearFormattingToMarker() {
        while let last = formatting.popLast(), let node = last.node { nodes[node].isListed = false }
    }

    /// The adoption agency algorithm (WHATWG 13.2.6.4.7): closes a formatting element whose contents may overlap others.
    mutating func adopt(_ token: TagToken) {
        if let top = open.top, top.isHTML(token.tag), !nodes[top.node].isListed {
            pop()
            return
        }
        for _ in 0..<8 {
            guard let place = formatting.lastPlace(of: token.tag), let node = formatting.entries[place].node else {
                closeOrdinary(token)
                return
            }
            guard nodes[node].isOpen, let opened = open.place(of: node, tag: token.tag) else {
                removeListed(at: place)
                return
            }
            guard open.hasInScope(placed: opened) else { return }
            work += open.count - opened
            guard let block = open.entries[(opened + 1)...].firstIndex(where: \.isSpecial) else {
                pop(throughPlace: opened)
                if nodes[node].isListed, let place = formatting.place(of: node) { removeListed(at: place) }
                return
            }
            guard open.count - block <= Self.adoptionLimit else {
                removeListed(at: place)
                return
            }
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
            var place = nodes[inner.node].isListed ? formatting.place(of: inner.node) : nil
            if rounds > 3, let found = place {
                removeListed(at: found)
                if found < bookmark { bookmark -= 1 }
                place = nil
            }
            guard let place else {
                dropped.insert(inner.node)
                nodes[inner.node].isOpen = false
                continue
            }
            let listedInner = formatting.entries[place]
            let copy = makeElement(TagTable.shared.name(of: inner.tag), attributes: listedInner.attributes)
            nodes[inner.node].isOpen = false
            replaceListed(at: place, by: copy)
            copies[inner.node] = copy
            if lastNode == furthestBlock.node { bookmark = place + 1 }
            nodes.insert(lastNode, into: copy, before: nil)
            lastNode = copy
        }
        insert(lastNode, at: insertionPlace(in: open.entries[opened - 1]))

        let copy = makeElement(TagTable.shared.name(of: element.tag), attributes: entry.attributes)
        let holder = furthestBlock.isHTML(.template) ? contents(of: furthestBlock.node) : furthestBlock.node
        while let child = nodes.identifier(nodes[holder].firstChild) { nodes.insert(child, into: copy, before: nil) }
        nodes.insert(copy, into: holder, before: nil)

        if let place = formatting.place(of: element.node) {
            removeListed(at: place)
            if place < bookmark { bookmark -= 1 }
        }
        nodes[element.node].isOpen = false
        nodes[copy].isOpen = true
        nodes[copy].isListed = true
        entry.node = copy
        formatting.insert(entry, at: min(bookmark, formatting.count))

        open.adopt(
            from: opened, dropping: dropped, replacing: copies, adding: copy, tag: element.tag,
            above: furthestBlock.node)
    }
}
