import HTMLTree
import Simulator
import TextLayout

/// What the cascade decided about an element, and what it ignored, as lines.
struct StyleLines {
    private static let longestValue = 300

    let simulator: Simulator
    let text: ElementText
    private var document: Document { simulator.document }

    init(simulator: Simulator, text: ElementText) {
        self.simulator = simulator
        self.text = text
    }

    func lines(for node: NodeID) -> [StyledText] {
        guard let report = simulator.styleReport(of: node) else { return [] }
        var lines = [text.name(of: node)]
        lines += section("Attributes", document.attributes(of: node).map { line($0, of: node) })
        lines += section(
            "Box, in cells", report.box.map(lines(of:)) ?? [StyledText(" takes no room", ChromeStyle.quiet)])
        lines += section("Styles", report.entries.map(line))
        lines += section("Ignored here", report.ignored.map { Self.line(for: $0, sheetName: simulator.sheetName) })
        return lines
    }

    private func line(_ attribute: Attribute, of node: NodeID) -> StyledText {
        var line = StyledText(" \(attribute.name)", ChromeStyle.name)
        let value = text.value(of: attribute, on: node, atMost: Self.longestValue)
        if !value.isEmpty { line.append("  \(value)") }
        return line
    }

    private func section(_ title: String, _ lines: [StyledText]) -> [StyledText] {
        lines.isEmpty ? [] : [StyledText(), StyledText(title, ChromeStyle.heading)] + lines
    }

    // MARK: - The box

    private func lines(of box: BoxSizes) -> [StyledText] {
        let place = box.place
        return [
            fact(
                "place",
                "\(place.size.columns)x\(place.size.rows) at column \(place.origin.column), row \(place.origin.row)"),
            fact("margin", Self.sides(box.margin) { $0.map(String.init) ?? "auto" }),
            fact("border", Self.sides(box.border) { String($0) }),
            fact("padding", Self.sides(box.padding) { String($0) }),
            fact("content", "\(box.content.columns)x\(box.content.rows)"),
        ]
    }

    private func fact(_ name: String, _ value: String) -> StyledText {
        var line = StyledText(" \(name)", ChromeStyle.name)
        line.append(String(repeating: " ", count: max(1, 9 - name.count)))
        line.append(value, ChromeStyle.number)
        return line
    }

    private static func sides<Value>(_ edges: Edges<Value>, _ text: (Value) -> String) -> String {
        let words = Side.allCases.map { text(edges[$0]) }
        return Set(words).count == 1 ? words[0] : words.joined(separator: " ")
    }

    // MARK: - The cascade

    private func line(_ entry: StyleReport.Entry) -> StyledText {
        var line = StyledText(" \(entry.property)", ChromeStyle.name)
        line.append(": \(entry.value.prefix(Self.longestValue))")
        line.append("  \(words(for: entry.origin))", ChromeStyle.quiet)
        return line
    }

    private func words(for origin: StyleOrigin) -> String {
        switch origin {
        case .terminal(let selector): return "terminal's sheet, \(selector)"
        case .message: return "as a message"
        case .utility(let className): return "class \(className)"
        case .attribute(let name): return "attribute \(name)"
        case .sheet(let number, let line, let selector, let isImportant):
            return "\(simulator.sheetName(number)):\(line), \(selector)" + (isImportant ? " !important" : "")
        case .styleAttribute(let isImportant): return "style attribute" + (isImportant ? " !important" : "")
        case .inherited(let node):
            let name = document.isAlive(node) ? text.name(of: node).text : "what is around"
            return "inherited from \(name)"
        case .readability: return "changed, to be readable"
        }
    }

    // MARK: - What means nothing

    /// What of a whole page's styles means nothing here, with how often it was found.
    static func lines(for ignored: IgnoredDeclarations, sheetName: (Int) -> String) -> [StyledText] {
        let sorted = ignored.counts.sorted { $0.key < $1.key }
        var lines = [StyledText("Ignored on this page", ChromeStyle.heading)]
        if sorted.isEmpty { lines.append(StyledText(" nothing", ChromeStyle.quiet)) }
        for (declaration, count) in sorted {
            var line = line(for: declaration, sheetName: sheetName)
            if count > 1 { line.append("  ×\(count)", ChromeStyle.number) }
            lines.append(line)
        }
        if ignored.isCut { lines.append(StyledText(" … and more", ChromeStyle.quiet)) }
        return lines
    }

    private static func line(for ignored: IgnoredDeclaration, sheetName: (Int) -> String) -> StyledText {
        var line = StyledText(" \(ignored.property)", ChromeStyle.name)
        switch ignored.place {
        case .sheet(let number, let row, let selector):
            line.append(": \(ignored.value)")
            line.append("  \(sheetName(number)):\(row), \(selector)", ChromeStyle.quiet)
        case .attribute:
            line.append(": \(ignored.value)")
            line.append("  style attribute", ChromeStyle.quiet)
        case .className: line.append("  class of no known meaning", ChromeStyle.quiet)
        }
        return line
    }
}
