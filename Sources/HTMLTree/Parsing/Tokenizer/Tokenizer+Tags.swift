import Basics

extension Tokenizer {
    /// Reads a tag from its name on (WHATWG 13.2.5.8, 13.2.5.32 to 13.2.5.40). Nil when the input ends within the tag.
    mutating func readTag(nameAt start: Int, isEnd: Bool) -> Token? {
        var packed = PackedName()
        var place = start
        while place < input.count {
            let byte = input[place]
            if byte == .greaterThan || byte == .slash || byte.isHTMLSpace { break }
            packed.append(byte.asciiLowercased)
            place += 1
        }
        let (tag, name) = identify(packed, at: start..<place)
        var token = TagToken(tag: tag, name: name)
        position = place
        guard readAttributes(into: &token) else { return nil }
        if isEnd {
            contentModel = .data
            return .endTag(token)
        }
        return .startTag(token)
    }

    /// Reads attributes and the closing `>`. False when the input ends first.
    private mutating func readAttributes(into token: inout TagToken) -> Bool {
        var names = AttributeNames()
        while position < input.count {
            let byte = input[position]
            switch byte {
            case .greaterThan:
                position += 1
                return true
            case .slash:
                position += 1
                if position < input.count, input[position] == .greaterThan {
                    token.isSelfClosing = true
                    position += 1
                    return true
                }
            case .space, .lineFeed, .tab, .formFeed:
                position += 1
            default:
                guard let attribute = readAttribute() else { return false }
                if names.insert(attribute.name, among: token.attributes) { token.attributes.append(attribute) }
            }
        }
        return false
    }

    private mutating func readAttribute() -> Attribute? {
        let start = position
        // An equals sign in front belongs to the name.
        var place = start + 1
        name: while place < input.count {
            switch input[place] {
            case .equals, .greaterThan, .slash, .space, .lineFeed, .tab, .formFeed: break name
            default: place += 1
            }
        }
        let name = text(in: start..<place, lowercased: true)
        while place < input.count, input[place].isHTMLSpace { place += 1 }
        guard place < input.count, input[place] == .equals else {
            position = place
            return Attribute(name: name, value: "")
        }
        place += 1
        while place < input.count, input[place].isHTMLSpace { place += 1 }
        guard place < input.count else {
            position = place
            return nil
        }
        switch input[place] {
        case .greaterThan:
            position = place
            return Attribute(name: name, value: "")
        case let quote where quote == .quotationMark || quote == .apostrophe:
            return readQuotedValue(from: place + 1, quote: quote).map { Attribute(name: name, value: $0) }
        default:
            return Attribute(name: name, value: readUnquotedValue(from: place))
        }
    }

    private mutating func readQuotedValue(from start: Int, quote: UInt8) -> String? {
        var end = start
        var isPlain = true
        while end < input.count, input[end] != quote {
            if input[end] == .ampersand || input[end] == .null { isPlain = false }
            end += 1
        }
        position = min(end + 1, input.count)
        guard end < input.count else { return nil }
        return attributeValue(start..<end, isPlain: isPlain)
    }

    private mutating func readUnquotedValue(from start: Int) -> String {
        var end = start
        var isPlain = true
        while end < input.count, input[end] != .greaterThan, !input[end].isHTMLSpace {
            if input[end] == .ampersand || input[end] == .null { isPlain = false }
            end += 1
        }
        position = end
        return attributeValue(start..<end, isPlain: isPlain)
    }

    /// The value with its references resolved. No reference reaches beyond a value: what ends a value ends a reference.
    private func attributeValue(_ range: Range<Int>, isPlain: Bool) -> String {
        if isPlain { return String(decoding: input[range], as: UTF8.self) }
        var value: [UInt8] = []
        value.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = input[place]
            if byte == .ampersand, let reference = CharacterReference(at: place, of: input, isInAttribute: true) {
                reference.write(to: &value)
                place += reference.length
                continue
            }
            if byte == .null { value += [0xEF, 0xBF, 0xBD] } else { value.append(byte) }
            place += 1
        }
        return String(decoding: value, as: UTF8.self)
    }
}
