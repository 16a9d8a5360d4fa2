import Basics
import Markup

extension TemplateFilter {
    static let markupFilters = [
        TemplateFilter("safe") { (value, arguments, _) throws(TemplateError) in
            .markup(try value.text(at: arguments.offset))
        },
        TemplateFilter("escape") { (value, arguments, _) throws(TemplateError) in
            .markup(try value.html(at: arguments.offset))
        },
        TemplateFilter("forceescape") { (value, arguments, _) throws(TemplateError) in
            .markup(HTMLText.escaped(try value.text(at: arguments.offset)))
        },
        TemplateFilter("striptags") { (value, arguments, _) throws(TemplateError) in
            .string(MarkupText.withoutTags(try value.text(at: arguments.offset)))
        },
        TemplateFilter("urlencode") { (value, arguments, _) throws(TemplateError) in
            try urlEncoded(value, arguments.run, at: arguments.offset)
        },
        TemplateFilter("xmlattr", ["autospace?"]) { (value, arguments, context) throws(TemplateError) in
            try attributes(value, arguments, context)
        },
        TemplateFilter("tojson", ["indent?"]) { (value, arguments, _) throws(TemplateError) in
            var writer = TemplateJSON(
                indent: try arguments.integer(0).map { min(max($0, 0), 100) }, run: arguments.run)
            try writer.write(value, at: arguments.offset)
            return .markup(writer.text)
        },
        TemplateFilter("live_file_input") { (value, arguments, _) throws(TemplateError) in
            guard case .object(let object) = value, let input = (object as? PageObject)?.inputHTML else {
                throw .unsupported("live_file_input", value, at: arguments.offset)
            }
            return .markup(input)
        },
    ]

    private static func urlEncoded(
        _ value: TemplateValue, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        var pairs: [(TemplateValue, TemplateValue)] = []
        switch value {
        case .map(let map): for index in 0..<map.count { pairs.append((map.key(at: index), map.value(at: index))) }
        case .list(let list):
            for element in list.values {
                let pair = try element.elements(run, at: offset)
                guard pair.count == 2 else {
                    throw TemplateError(.wrongItemCount(expected: 2, found: pair.count), at: offset)
                }
                pairs.append((pair[0], pair[1]))
            }
        case .undefined, .none, .bool, .integer, .number, .string, .markup, .object:
            return .string(PercentCoding.encode(try value.text(at: offset), keeping: "-._~/"))
        }
        var fields: [String] = []
        for (key, value) in pairs {
            let key = PercentCoding.encode(try key.text(at: offset), spaceAsPlus: true)
            fields.append("\(key)=\(PercentCoding.encode(try value.text(at: offset), spaceAsPlus: true))")
        }
        return .string(fields.joined(separator: "&"))
    }

    private static func attributes(
        _ value: TemplateValue, _ arguments: BoundArguments, _ context: FilterContext
    ) throws(TemplateError) -> TemplateValue {
        guard case .map(let map) = value else { throw .unsupported("xmlattr", value, at: arguments.offset) }
        var attributes: [String] = []
        for index in 0..<map.count {
            let member = map.value(at: index)
            if member.isNone || member.isUndefined { continue }
            guard let name = map.key(at: index).string else {
                throw .unsupported("an attribute name", map.key(at: index), at: arguments.offset)
            }
            guard !name.utf8.contains(where: { $0 == 0x20 || (0x09...0x0D).contains($0) || "/>=".utf8.contains($0) })
            else {
                throw TemplateError(
                    .unsupportedOperand(operation: "xmlattr", left: "the attribute name \"\(name)\"", right: nil),
                    at: arguments.offset)
            }
            attributes.append("\(HTMLText.escaped(name))=\"\(try member.html(at: arguments.offset))\"")
        }
        let space = arguments.isTrue(0, default: true) && !attributes.isEmpty ? " " : ""
        let html = space + attributes.joined(separator: " ")
        return context.escapes ? .markup(html) : .string(html)
    }
}
