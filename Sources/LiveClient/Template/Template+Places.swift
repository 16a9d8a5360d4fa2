import HTMLTree

extension Template {
    /// The number of the first place among or after some items.
    func firstPlace(in items: Range<Int>) -> Int {
        self.items[..<items.lowerBound].reduce(0) { count, item in
            if case .place = item { count + 1 } else { count }
        }
    }

    /// The places among some items.
    func places(in items: Range<Int>) -> Range<Int> {
        let first = firstPlace(in: items)
        return first..<firstPlace(in: items.upperBound..<items.upperBound)
    }

    /// The entries among some items, of which the first is an entry.
    func entries(in items: Range<Int>) -> Range<Int> {
        let first = items.lowerBound - firstPlace(in: items)
        return first..<(first + items.count - places(in: items).count)
    }

    /// The names of the elements of the template that an entry is in, the outermost first.
    func path(to entry: Int) -> [String] {
        var path: [String] = []
        var current = entries[entry].parent
        while let parent = current {
            path.append(entries[parent].prepared.name)
            current = entries[parent].parent
        }
        return path.reversed()
    }
}

extension TemplatePlace {
    /// The text that the HTML of a dynamic here stands for; nil when it is to be parsed.
    func text(of html: String) -> String? {
        if dropsLineFeed, html.utf8.first == UInt8(ascii: "\n") { return nil }
        if context.movesText, !html.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0C }) {
            return nil
        }
        return HTMLSyntax.text(of: html)
    }
}
