import HTMLTree

/// What a look at the pieces of statics shows, before they are parsed.
struct SkeletonScan {
    /// Where a dynamic stands.
    enum Boundary {
        /// Between tags, in this element; nil at the top.
        case content(parent: String?, dropsLineFeed: Bool)
        case attributeValue(quote: UInt8)
        case attributes(needsSpace: Bool)
        /// In the element of this number, which is to be parsed as a whole.
        case sealed(Int)
    }

    /// The pieces with marks where the dynamics are: comments, attributes and pieces of values.
    var html = ""
    var boundaries: [Boundary] = []
    /// The dynamics whose rows imply a row group.
    var filled: [Int] = []
    /// By the elements' numbers.
    var sealed: [Int: Skeleton.SealedSource] = [:]

    /// Stands in marks, and in no skeleton.
    static let mark: Character = "\u{FFFC}"
    /// The name of the attribute that marks what takes the attributes of a root.
    static let identityMark = "\u{FFFC}root"
    /// Starts the name of the attribute that marks an element which may be sealed; its number follows.
    static let sealMark = "\u{FFFC}seal"
}

/// Looks through the pieces of statics: where the dynamics stand, and whether the tags are balanced.
///
/// What is balanced means the same wherever the elements around it are the same, because it closes what it opens and
/// nothing else. What is not is left to the parser, together with what is around it.
struct SkeletonScanner {
    enum State {
        case text
        case tagName
        case beforeAttribute
        case attributeName
        case afterAttributeName
        case beforeValue
        case value(quote: UInt8)
        case unquotedValue
        case afterValue
        case selfClosing
        case endTag
        case comment
        /// In an element whose content is no markup.
        case rawText
    }

    struct OpenElement {
        var name: String
        /// Whether what is in it is SVG.
        var holdsForeign: Bool
        /// Its number, where it may be sealed.
        var seal: Int?
        /// Where its start tag starts.
        var start: (piece: Int, offset: Int)
    }

    let pieces: [[UInt8]]
    let isForeign: Bool
    let filled: [Int]
    var scan = SkeletonScan()
    var output: [UInt8] = []
    var state = State.text
    var open: [OpenElement] = []
    /// The tag that is being read.
    var tagStart = (piece: 0, offset: 0)
    var tagName: [UInt8] = []
    var isSelfClosing = false
    /// Whether the tag is the first thing in its piece, so that it can take the attributes of a root.
    var startsPiece = false
    /// Whether only white space and comments were met in this piece.
    var isAtPieceStart = true
    /// Whether the next byte must end a run of attributes.
    var isAfterRun = false
    /// Whether text that comes now follows the start tag of a `pre` or its like.
    var isAfterPre = false
    var sealCount = 0
    /// The elements with dynamics in them.
    var usedSeals: Set<Int> = []
    var piece = 0
    var offset = 0

    /// Gives what the pieces hold; nil when they cannot be a skeleton.
    static func scan(_ pieces: [String], isForeign: Bool, filled: [Int]) -> SkeletonScan? {
        guard pieces.allSatisfy({ !$0.contains(SkeletonScan.mark) && !$0.utf8.contains(0) && !$0.utf8.contains(0x0D) })
        else { return nil }
        var scanner = SkeletonScanner(pieces: pieces.map { Array($0.utf8) }, isForeign: isForeign, filled: filled)
        return scanner.run() ? scanner.scan : nil
    }

    private init(pieces: [[UInt8]], isForeign: Bool, filled: [Int]) {
        self.pieces = pieces
        self.isForeign = isForeign
        self.filled = filled
    }

    private mutating func run() -> Bool {
        for piece in pieces.indices {
            self.piece = piece
            offset = 0
            isAtPieceStart = true
            while offset < pieces[piece].count {
                guard step(pieces[piece][offset]) else { return false }
            }
            if piece < pieces.count - 1, !addBoundary(piece) { return false }
        }
        guard case .text = state, open.isEmpty else { return false }
        scan.filled = filled
        scan.html = String(decoding: output, as: UTF8.self)
        return true
    }

    /// Notes where the dynamic after a piece stands, and marks it.
    private mutating func addBoundary(_ dynamic: Int) -> Bool {
        if let seal = sealAround {
            scan.boundaries.append(.sealed(seal))
            usedSeals.insert(seal)
            return true
        }
        switch state {
        case .text:
            guard !HTMLSyntax.endsInReference(textBefore) else { return false }
            if filled.contains(dynamic) { output += "<tbody>".utf8 }
            output += "<!--\(SkeletonScan.mark)\(dynamic)-->".utf8
            scan.boundaries.append(.content(parent: open.last?.name, dropsLineFeed: isAfterPre))
            isAfterPre = false
        case .value(let quote):
            guard !HTMLSyntax.endsInReference(textBefore) else { return false }
            output += "\(SkeletonScan.mark)\(dynamic)\(SkeletonScan.mark)".utf8
            scan.boundaries.append(.attributeValue(quote: quote))
        case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterValue:
            // Names of foreign attributes have capitals that only the parser knows.
            guard !isReadingForeign, tagName != Array("svg".utf8) else { return false }
            let needsSpace =
                switch state {
                case .tagName, .attributeName: true
                default: false
                }
            output += " \(SkeletonScan.mark)\(dynamic)=\"\"".utf8
            scan.boundaries.append(.attributes(needsSpace: needsSpace))
            state = .afterValue
            isAfterRun = true
        case .beforeValue, .unquotedValue, .selfClosing, .endTag, .comment, .rawText: return false
        }
        return true
    }

    /// The bytes of the present piece before the dynamic.
    private var textBefore: ArraySlice<UInt8> { pieces[piece][...] }

    /// The number of the element around the place that is to be parsed as a whole.
    private var sealAround: Int? {
        if let template = open.first(where: { $0.name == "template" }) { return template.seal }
        if case .rawText = state { return open.last?.seal }
        return nil
    }

    var isReadingForeign: Bool { open.last?.holdsForeign ?? isForeign }
}
