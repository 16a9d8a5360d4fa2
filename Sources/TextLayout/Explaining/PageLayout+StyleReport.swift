import HTMLTree

extension PageLayout {
    /// What the cascade decided about an element and why; nil for one that is not on the page. All is found anew at each
    /// call, so that nothing is kept for it while nobody asks.
    package func styleReport(of node: NodeID) -> StyleReport? {
        guard document.isAlive(node), document.isConnected(node), document.isElement(node) else { return nil }
        var texts: [Int: String] = [:]
        func line(ofSheet sheet: Int, place: Int) -> Int {
            let text = texts[sheet] ?? (sheetTexts.indices.contains(sheet) ? sheetTexts[sheet] : "")
            texts[sheet] = text
            return 1 + text.utf8.prefix(place).reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        }

        let own = explain(node, NamedProperty.all.indices)
        var origins: [StyleOrigin?] = own.winners.map { $0.map { origin(of: $0, line: line) } }
        // What is inherited comes from the nearest element around that was told of it.
        var missing = Set(
            NamedProperty.all.indices.filter { origins[$0] == nil && own.texts[$0] != NamedProperty.initialTexts[$0] })
        for ancestor in document.ancestors(of: node).prefix(Self.longestSearch) where !missing.isEmpty {
            guard document.isElement(ancestor) else { break }
            let around = explain(ancestor, missing)
            for place in missing where around.winners[place] != nil {
                origins[place] = .inherited(from: ancestor)
                missing.remove(place)
            }
        }
        let entries = NamedProperty.all.indices.compactMap { place -> StyleReport.Entry? in
            let text = own.texts[place]
            guard text != NamedProperty.initialTexts[place] else { return nil }
            let isMended = text != own.cascaded[place]
            let origin = isMended ? .readability : origins[place] ?? .terminal(selector: "*")
            return StyleReport.Entry(property: NamedProperty.all[place].name, value: text, origin: origin)
        }
        return StyleReport(
            entries: own.variables.map {
                StyleReport.Entry(property: $0, value: $1, origin: origin(of: $2, line: line))
            }
                + Self.joined(entries),
            box: boxSizes(of: node, own.style), ignored: ignored(for: node))
    }

    /// Elements around so far out are not asked.
    private static let longestSearch = 100

    private func origin(of kind: StyleResolver.Source.Kind, line: (Int, Int) -> Int) -> StyleOrigin {
        switch kind {
        case .terminal(let selector): .terminal(selector: selector)
        case .message: .message
        case .utility(let className): .utility(className: className)
        case .attribute(let name): .attribute(name: name)
        case .sheet(let number, let place, let selector, let isImportant):
            .sheet(number, line: line(number, place), selector: selector, isImportant: isImportant)
        case .styleAttribute(let isImportant): .styleAttribute(isImportant: isImportant)
        }
    }

    // MARK: - The cascade once more, step by step

    private struct Explanation {
        var style: ComputedStyle
        /// What the properties come to, by their places in the table.
        var texts: [String]
        /// What they came to before colours were mended.
        var cascaded: [String]
        /// What said so last; nil where nothing did.
        var winners: [StyleResolver.Source.Kind?]
        /// The custom properties that are set here.
        var variables: [(name: String, value: String, kind: StyleResolver.Source.Kind)]
    }

    /// - Parameter places: The properties whose origin is wanted.
    private func explain(_ node: NodeID, _ places: some Sequence<Int>) -> Explanation {
        let parent = parentStyle(of: node)
        let (terminal, further) = resolver.sources(of: node, parent: parent)
        let all = terminal + further
        let inherited = resolver.inheritedStyle(from: parent)
        var application = StyleApplication(
            inherited: inherited, parent: styles[parent], variables: resolver.variables)
        application.declareVariables(all.flatMap(\.declarations))
        // Where a declaration brings two different styles to the same value, it set that.
        var plain = application
        plain.restart(from: ComputedStyle())
        var disturbed = application
        disturbed.restart(from: NamedProperty.disturbed)
        var winners: [StyleResolver.Source.Kind?] = Array(repeating: nil, count: NamedProperty.all.count)
        for (number, source) in all.enumerated() {
            if number == terminal.count { application.base = application.style }
            application.apply(source.declarations)
            var (one, other) = (plain, disturbed)
            one.base = application.base
            other.base = application.base
            one.apply(source.declarations)
            other.apply(source.declarations)
            for place in places {
                let text = NamedProperty.all[place].text
                if text(one.style) == text(other.style) { winners[place] = source.kind }
            }
        }
        let cascaded = NamedProperty.all.map { [style = application.style] in $0.text(style) }
        let style = styles[resolver.style(of: node, parent: parent)]
        var variables: [(name: String, value: String, kind: StyleResolver.Source.Kind)] = []
        for source in all {
            for declaration in source.declarations {
                guard case .custom(let name, let text) = declaration.deferred else { continue }
                variables.removeAll { $0.name == name }
                variables.append((name, text, source.kind))
            }
        }
        var lines = application.style
        lines.dropLinesWithoutWidth()
        let borders = Set(NamedProperty.all.indices.filter { NamedProperty.all[$0].name.hasPrefix("border-") })
        return Explanation(
            style: style, texts: NamedProperty.all.map { $0.text(style) },
            cascaded: cascaded.indices.map { borders.contains($0) ? NamedProperty.all[$0].text(lines) : cascaded[$0] },
            winners: winners, variables: variables)
    }

    private func parentStyle(of node: NodeID) -> StyleID {
        let chain = document.ancestors(of: node).prefix { document.isElement($0) }
        return chain.reversed().reduce(styles.initial) { resolver.style(of: $1, parent: $0) }
    }

    /// Four sides that come from the same place are told in one line.
    private static func joined(_ entries: [StyleReport.Entry]) -> [StyleReport.Entry] {
        var joined: [StyleReport.Entry] = []
        var place = 0
        while place < entries.count {
            let entry = entries[place]
            let group = entries[place..<min(entries.count, place + 4)]
            if let name = groupName(of: group.map(\.property)), group.allSatisfy({ $0.origin == entry.origin }) {
                joined.append(
                    StyleReport.Entry(
                        property: name, value: Self.shortened(group.map(\.value)), origin: entry.origin))
                place += 4
            } else {
                joined.append(entry)
                place += 1
            }
        }
        return joined
    }

    private static func groupName(of properties: [String]) -> String? {
        for (name, suffix) in [("margin-", ""), ("padding-", ""), ("border-", "-style"), ("", "")]
        where properties == Side.allCases.map({ "\(name)\($0)\(suffix)" }) {
            return name.isEmpty ? "inset" : name.dropLast() + suffix
        }
        return nil
    }

    /// Top, right, bottom and left, without those that go without saying.
    private static func shortened(_ values: [String]) -> String {
        var values = values
        if values[3] == values[1] {
            values.removeLast()
            if values[2] == values[0] {
                values.removeLast()
                if values[1] == values[0] { values.removeLast() }
            }
        }
        return values.joined(separator: " ")
    }

    // MARK: - Sizes

    private func boxSizes(of node: NodeID, _ style: ComputedStyle) -> BoxSizes? {
        let rectangles = rectangles(of: node)
        guard let first = rectangles.first else { return nil }
        let place = rectangles.dropFirst().reduce(first) { $0.union($1) }
        let columns = builder.table.holder(of: node).flatMap(box(around:))?.size.columns ?? resolver.pageWidth
        func cells(_ side: Side) -> Int? {
            style.margin[side].resolved(in: side.isAcross ? columns : 0)
        }
        return BoxSizes(
            place: place,
            margin: Edges(top: cells(.top), right: cells(.right), bottom: cells(.bottom), left: cells(.left)),
            border: style.borderWidths, padding: style.padding)
    }

    // MARK: - What means nothing

    private func ignored(for node: NodeID) -> [IgnoredDeclaration] {
        let classes = (document.attribute("class", of: node) ?? "").split(whereSeparator: \.isWhitespace)
        return ignoredDeclarations(at: node).filter { declaration in
            switch declaration.place {
            case .attribute: true
            case .className: classes.contains { $0 == declaration.property }
            case .sheet(_, _, let selector):
                // A selector that cannot be read here selects nothing.
                (try? Selector(selector)).map { document.matches(node, $0) } ?? false
            }
        }
    }
}

extension Rect {
    /// The smallest rectangle around both.
    fileprivate func union(_ other: Rect) -> Rect {
        let (left, top) = (min(origin.column, other.origin.column), min(origin.row, other.origin.row))
        return Rect(
            column: left, row: top, columns: max(columns.upperBound, other.columns.upperBound) - left,
            rows: max(rows.upperBound, other.rows.upperBound) - top)
    }
}
