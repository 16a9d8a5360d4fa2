import HTMLTree

/// A declaration of a page, or a class name, that means nothing here.
package struct IgnoredDeclaration: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        /// In one of the page's style sheets, which count from 0 in document order; lines count from 1.
        case sheet(Int, line: Int, selector: String)
        /// In the `style` attribute of some element.
        case attribute
        /// A class that no sheet speaks of and that is no known utility.
        case className
    }

    package let place: Place
    /// The name of the property, or the class.
    package let property: String
    package let value: String
}

extension IgnoredDeclaration: Comparable {
    /// In the order in which people read: sheets by their lines, then attributes, then classes.
    package static func < (one: IgnoredDeclaration, other: IgnoredDeclaration) -> Bool {
        if one.place.rank != other.place.rank { return one.place.rank.lexicographicallyPrecedes(other.place.rank) }
        return (one.property, one.value) < (other.property, other.value)
    }
}

extension IgnoredDeclaration.Place {
    fileprivate var rank: [Int] {
        switch self {
        case .sheet(let number, let line, _): [0, number, line]
        case .attribute: [1]
        case .className: [2]
        }
    }
}

/// What of a page's styles means nothing here, gathered when somebody asks.
package struct IgnoredDeclarations: Sendable {
    /// How often each was found.
    package private(set) var counts: [IgnoredDeclaration: Int] = [:]
    /// Whether there are more than are listed.
    package private(set) var isCut = false

    /// The most that are told apart.
    package static let limit = 1000
    private static let textLimit = 200

    fileprivate mutating func add(_ place: IgnoredDeclaration.Place, _ property: String, _ value: String) {
        let declaration = IgnoredDeclaration(
            place: place, property: String(property.prefix(Self.textLimit)),
            value: String(value.prefix(Self.textLimit)))
        if let count = counts[declaration] {
            counts[declaration] = count + 1
        } else if counts.count < Self.limit {
            counts[declaration] = 1
        } else {
            isCut = true
        }
    }

    /// Looks through style sheets, and elements of a document.
    init(_ document: Document, of nodes: some Sequence<NodeID>, sheets: [String]) {
        var classes: Set<String> = []
        var layers = LayerOrder()
        for (number, sheet) in sheets.enumerated() {
            var findings: [StyleSheetParser.Finding] = []
            _ = StyleSheetParser.parse(sheet, layers: &layers) { findings.append($0) }
            var lines = LineCounter(sheet)
            for finding in findings {
                switch finding {
                case .selector(let selector): classes.formUnion(FrameworkSheet.classes(in: selector))
                case .ignored(let property, let value, let selector, let place):
                    let line = lines.line(of: place)
                    add(
                        .sheet(number, line: line, selector: String(selector.prefix(Self.textLimit))), property, value)
                }
            }
        }
        // The same classes stand on one element after the other.
        var known: [String: Bool] = [:]
        func means(_ name: String) -> Bool {
            if let answer = known[name] { return answer }
            let answer = classes.contains(name) || UtilityClasses.know(name)
            known[name] = answer
            return answer
        }
        for node in nodes {
            for attribute in document.attributes(of: node) {
                switch attribute.name {
                case "style":
                    StyleSheetParser.parseDeclarations(attribute.value) { add(.attribute, $0, $1) }
                case "class":
                    for name in attribute.value.split(whereSeparator: \.isWhitespace).map(String.init)
                    where !means(name) {
                        add(.className, name, "")
                    }
                default: break
                }
            }
        }
    }
}

/// Finds the lines of places that come one after the other.
private struct LineCounter {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func line(of place: Int) -> Int {
        if place < self.place { (self.place, line) = (0, 1) }
        while self.place < min(place, bytes.count) {
            if bytes[self.place] == UInt8(ascii: "\n") { line += 1 }
            self.place += 1
        }
        return line
    }
}
