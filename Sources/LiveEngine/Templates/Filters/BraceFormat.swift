/// Python's `"{} {0} {name}".format(...)`, without format specifications.
enum BraceFormat {
    static func format(_ template: TemplateValue, _ arguments: Arguments, at offset: Int) throws(TemplateError)
        -> TemplateValue
    {
        var rest = Substring(try template.text(at: offset)).unicodeScalars
        var result = ""
        var next = 0
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                rest.removeFirst()
                result.unicodeScalars.append(scalar)
            case "{":
                guard let end = rest.firstIndex(of: "}") else {
                    throw TemplateError(.invalidFormat("\"{\" is never closed"), at: offset)
                }
                let name = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                let value = try value(name, arguments, next: &next, at: offset)
                result += template.isMarkup ? try value.html(at: offset) : try value.text(at: offset)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return template.withText(result)
    }

    private static func value(_ name: String, _ arguments: Arguments, next: inout Int, at offset: Int)
        throws(TemplateError) -> TemplateValue
    {
        if name.isEmpty || Int(name) != nil {
            let index = Int(name) ?? next
            if name.isEmpty { next += 1 }
            guard arguments.positional.indices.contains(index) else {
                throw TemplateError(.invalidFormat("no value at \(index)"), at: offset)
            }
            return arguments.positional[index]
        }
        guard let argument = arguments.named.first(where: { $0.name == name }) else {
            throw TemplateError(.invalidFormat("no value named \"\(name)\""), at: offset)
        }
        return argument.value
    }
}
