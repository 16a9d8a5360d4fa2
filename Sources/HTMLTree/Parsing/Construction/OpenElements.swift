/// The stack of open elements (WHATWG 13.2.4.2). Every question about it takes constant time.
struct OpenElements {
    private(set) var entries: [OpenElement] = []
    /// The highest position of each symbol, -1 where none is open.
    private var highest = [Int32](repeating: -1, count: tagCount)
    private static let tagCount = Tag.allCases.count
    /// The symbols of names that are not HTML tags with a `Tag`; those have their raw value.
    private var symbols: [ForeignKey: Int] = [:]

    private struct ForeignKey: Hashable {
        let name: String
        let isHTML: Bool
    }

    var count: Int { entries.count }
    var top: OpenElement? { entries.last }

    /// The number by which elements of one name and kind are found.
    ///
    /// - Parameter name: Lower case, as end tags have it.
    mutating func symbol(of tag: Tag, name: String, namespace: Namespace) -> Int {
        if namespace == .html, tag != .other { return Int(tag.rawValue) }
        let key = ForeignKey(name: name, isHTML: namespace == .html)
        if let symbol = symbols[key] { return symbol }
        let symbol = highest.count
        symbols[key] = symbol
        highest.append(-1)
        return symbol
    }

    /// Opens an element.
    ///
    /// - Parameter name: Lower case, as end tags have it.
    mutating func push(_ node: NodeID, tag: Tag, name: String, namespace: Namespace) {
        let isForeignSpecial: Bool
        switch namespace {
        case .html: isForeignSpecial = false
        case .svg: isForeignSpecial = tag == .foreignObject || tag == .desc || tag == .title
        case .mathML:
            switch tag {
            case .mi, .mo, .mn, .ms, .mtext, .annotationXML: isForeignSpecial = true
            default: isForeignSpecial = false
            }
        }
        push(
            OpenElement(
                node: node, tag: tag, namespace: namespace,
                symbol: symbol(of: tag, name: name, namespace: namespace),
                isSpecial: namespace == .html ? tag.isSpecial : isForeignSpecial
            )
        )
    }

    private mutating func push(_ element: OpenElement) {
        var element = element
        let place = Int32(entries.count)
        let below = entries.last
        let isBlock = element.isHTML(.address) || element.isHTML(.div) || element.isHTML(.p)
        element.previousOfSymbol = highest[element.symbol]
        element.scopeEnd = element.endsScope ? place : below?.scopeEnd ?? -1
        element.nearestSpecial = element.isSpecial ? place : below?.nearestSpecial ?? -1
        element.nearestItemEnd = element.isSpecial && !isBlock ? place : below?.nearestItemEnd ?? -1
        element.nearestHTML = element.isHTML ? place : below?.nearestHTML ?? -1
        highest[element.symbol] = place
        entries.append(element)
    }

    mutating func pop() -> OpenElement? {
        guard let element = entries.popLast() else { return nil }
        highest[element.symbol] = element.previousOfSymbol
        return element
    }

    /// Takes the element at a place out. Costs in proportion to what lies above it.
    mutating func remove(at place: Int) {
        replace(from: place, with: Array(entries[(place + 1)...]))
    }

    /// Rearranges the stack after a round of the adoption agency. Costs in proportion to what lies above `place`.
    ///
    /// - Parameters:
    ///   - place: The lowest place that changes.
    ///   - dropped: What leaves the stack.
    ///   - copies: What takes the places of others.
    ///   - added: An HTML element that goes right above `block`.
    mutating func adopt(
        from place: Int, dropping dropped: Set<NodeID>, replacing copies: [NodeID: NodeID],
        adding added: NodeID, tag: Tag, above block: NodeID
    ) {
        var elements: [OpenElement] = []
        for element in entries[place...] where !dropped.contains(element.node) {
            elements.append(copies[element.node].map(element.standing(for:)) ?? element)
            if element.node == block {
                elements.append(
                    OpenElement(
                        node: added, tag: tag, namespace: .html, symbol: Int(tag.rawValue), isSpecial: tag.isSpecial))
            }
        }
        replace(from: place, with: elements)
    }

    private mutating func replace(from place: Int, with elements: [OpenElement]) {
        while entries.count > place { _ = pop() }
        for element in elements { push(element) }
    }

    /// The highest place of an HTML element with this tag.
    func place(of tag: Tag) -> Int? {
        let place = highest[Int(tag.rawValue)]
        return place < 0 ? nil : Int(place)
    }

    func place(ofSymbol symbol: Int) -> Int? {
        let place = highest[symbol]
        return place < 0 ? nil : Int(place)
    }

    /// The place of a node, sought among the elements of its tag, highest first.
    func place(of node: NodeID, tag: Tag) -> Int? {
        var place = highest[Int(tag.rawValue)]
        while place >= 0, entries[Int(place)].node != node { place = entries[Int(place)].previousOfSymbol }
        return place < 0 ? nil : Int(place)
    }

    func contains(_ tag: Tag) -> Bool { highest[Int(tag.rawValue)] >= 0 }

    // MARK: Scopes (WHATWG 13.2.4.2)

    func hasInScope(_ tag: Tag) -> Bool { isOpen(tag, from: scopeEnd) }

    func hasInScope(placed place: Int) -> Bool { place >= scopeEnd }

    func hasHeadingInScope() -> Bool {
        [Tag.h1, .h2, .h3, .h4, .h5, .h6].contains { isOpen($0, from: scopeEnd) }
    }

    func hasInButtonScope(_ tag: Tag) -> Bool { isOpen(tag, from: max(scopeEnd, highestPlace(.button))) }

    func hasInListItemScope(_ tag: Tag) -> Bool {
        isOpen(tag, from: max(scopeEnd, max(highestPlace(.ol), highestPlace(.ul))))
    }

    func hasInTableScope(_ tag: Tag) -> Bool {
        isOpen(tag, from: max(highestPlace(.table), max(highestPlace(.html), highestPlace(.template))))
    }

    private var scopeEnd: Int { Int(entries.last?.scopeEnd ?? -1) }

    private func highestPlace(_ tag: Tag) -> Int { Int(highest[Int(tag.rawValue)]) }

    private func isOpen(_ tag: Tag, from lowest: Int) -> Bool {
        let place = highestPlace(tag)
        return place >= 0 && place >= lowest
    }
}
