import Basics
import HTMLTree

extension SkeletonScanner {
    /// Reads the next byte, or the next construct.
    ///
    /// - Returns: False when the pieces cannot be a skeleton.
    mutating func step(_ byte: UInt8) -> Bool {
        if isAfterRun {
            guard byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else { return false }
            isAfterRun = false
        }
        switch state {
        case .text: return readText(byte)
        case .comment: return readComment()
        case .rawText: return readRawText()
        case .tagName, .endTag, .beforeAttribute, .attributeName, .afterAttributeName, .beforeValue, .value,
            .unquotedValue,
            .afterValue, .selfClosing:
            return readTag(byte)
        }
    }

    private mutating func take(_ count: Int = 1) {
        output += pieces[piece][offset..<(offset + count)]
        offset += count
    }

    private func starts(with text: String, at place: Int) -> Bool {
        pieces[piece][place...].prefix(text.utf8.count).map(\.asciiLowercased).elementsEqual(text.utf8)
    }

    private mutating func readText(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "<") else {
            if !byte.isHTMLSpace { isAtPieceStart = false }
            isAfterPre = false
            take()
            return true
        }
        let next = offset + 1 < pieces[piece].count ? pieces[piece][offset + 1] : 0
        tagStart = (piece, offset)
        tagName = []
        isSelfClosing = false
        if starts(with: "<!--", at: offset) {
            state = .comment
            take(4)
        } else if next.isASCIILetter {
            startsPiece = isAtPieceStart
            isAtPieceStart = false
            state = .tagName
            take()
        } else if next == UInt8(ascii: "/"), offset + 2 < pieces[piece].count, pieces[piece][offset + 2].isASCIILetter {
            isAtPieceStart = false
            state = .endTag
            take(2)
        } else if next.isHTMLSpace {
            isAtPieceStart = false
            take()
        } else {
            return false
        }
        return true
    }

    private mutating func readComment() -> Bool {
        guard starts(with: "-->", at: offset) else {
            // `>` right after `<!--` and `--!>` end a comment too; such pieces are left to the parser.
            guard !starts(with: "--!>", at: offset), !(offset == tagStart.offset + 4 && starts(with: ">", at: offset)),
                !(offset == tagStart.offset + 4 && starts(with: "->", at: offset))
            else { return false }
            take()
            return true
        }
        take(3)
        state = .text
        return true
    }

    private mutating func readRawText() -> Bool {
        guard let name = open.last?.name else { return false }
        guard starts(with: "</\(name)", at: offset) else {
            // Scripts have rules of their own inside what looks like a comment.
            guard name != "script" || !starts(with: "<!--", at: offset) else { return false }
            take()
            return true
        }
        let after = offset + 2 + name.utf8.count
        guard after < pieces[piece].count else { return false }
        let byte = pieces[piece][after]
        guard byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else {
            take()
            return true
        }
        tagStart = (piece, offset)
        tagName = []
        state = .endTag
        take(2)
        return true
    }

    private mutating func readTag(_ byte: UInt8) -> Bool {
        switch state {
        case .tagName, .endTag:
            if byte == UInt8(ascii: ">") { return endTag() }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
                if case .endTag = state { return readSpaceInEndTag(byte) }
                state = byte.isHTMLSpace ? .beforeAttribute : .selfClosing
            } else {
                tagName.append(byte.asciiLowercased)
            }
        case .beforeAttribute, .afterAttributeName, .afterValue:
            if byte == UInt8(ascii: ">") { return endTag() }
            if byte == UInt8(ascii: "/") {
                state = .selfClosing
            } else if byte == UInt8(ascii: "=") {
                guard case .afterAttributeName = state else { return false }
                state = .beforeValue
            } else if !byte.isHTMLSpace {
                state = .attributeName
            } else if case .afterValue = state {
                state = .beforeAttribute
            }
        case .attributeName:
            if byte == UInt8(ascii: ">") { return endTag() }
            if byte == UInt8(ascii: "/") {
                state = .selfClosing
            } else if byte == UInt8(ascii: "=") {
                state = .beforeValue
            } else if byte.isHTMLSpace {
                state = .afterAttributeName
            }
        case .beforeValue:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .value(quote: byte)
            } else if byte == UInt8(ascii: ">") {
                return endTag()
            } else if !byte.isHTMLSpace {
                state = .unquotedValue
            }
        case .value(let quote):
            if byte == quote { state = .afterValue }
        case .unquotedValue:
            if byte == UInt8(ascii: ">") { return endTag() }
            if byte.isHTMLSpace { state = .beforeAttribute }
        case .selfClosing:
            if byte == UInt8(ascii: ">") {
                isSelfClosing = true
                return endTag()
            }
            state = .beforeAttribute
            return step(byte)
        case .text, .comment, .rawText: return false
        }
        take()
        return true
    }

    /// An end tag may have white space after its name, and nothing else.
    private mutating func readSpaceInEndTag(_ byte: UInt8) -> Bool {
        guard byte.isHTMLSpace, offset + 1 < pieces[piece].count else { return false }
        let next = pieces[piece][offset + 1]
        take()
        return next.isHTMLSpace || next == UInt8(ascii: ">")
    }

    /// The tag is read: opens or closes its element.
    private mutating func endTag() -> Bool {
        let name = String(decoding: tagName, as: UTF8.self)
        if case .endTag = state {
            take()
            guard let element = open.popLast(), element.name == name else { return false }
            if let seal = element.seal, name == "template" || usedSeals.contains(seal) {
                scan.sealed[seal] = source(from: element.start)
            }
            state = .text
            return true
        }
        let wasForeign = isReadingForeign
        let isForeign = wasForeign || name == "svg"
        guard isForeign || !Self.unsupported.contains(name) else { return false }
        if startsPiece { output += " \(SkeletonScan.identityMark)=\"\"".utf8 }
        let isRaw = !isForeign && Self.rawText.contains(name)
        var seal: Int?
        if isRaw || (!isForeign && name == "template") {
            seal = sealCount
            sealCount += 1
            output += " \(SkeletonScan.sealMark)\(sealCount - 1)=\"\"".utf8
        }
        output.append(UInt8(ascii: ">"))
        if isForeign, isSelfClosing {
            // The slash was written already; only the marks came after it.
            output.removeLast()
            output += "/>".utf8
        }
        offset += 1
        isAfterPre = !isForeign && (name == "pre" || name == "listing" || name == "textarea")
        state = isRaw ? .rawText : .text
        guard isForeign ? !isSelfClosing : !Self.void.contains(name) else { return true }
        let holdsForeign = isForeign && !["foreignobject", "desc", "title"].contains(name)
        open.append(OpenElement(name: name, holdsForeign: holdsForeign, seal: seal, start: tagStart))
        return true
    }

    /// The HTML from the start of an element to the present place.
    private func source(from start: (piece: Int, offset: Int)) -> Skeleton.SealedSource {
        let texts = (start.piece...piece).map { index in
            let from = index == start.piece ? start.offset : 0
            let to = index == piece ? offset : pieces[index].count
            return String(decoding: pieces[index][from..<to], as: UTF8.self)
        }
        return Skeleton.SealedSource(pieces: texts, dynamics: start.piece..<piece)
    }

    private static let rawText: Set<String> = [
        "title", "textarea", "style", "script", "xmp", "iframe", "noembed", "noframes",
    ]
    /// Tags with rules that reach beyond their place.
    private static let unsupported: Set<String> = [
        "html", "head", "body", "frameset", "frame", "plaintext", "math", "image", "isindex",
    ]
    private static let void: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta",
        "param", "source", "track", "wbr",
    ]
}
