extension TemplateFilter {
    static let listFilters = [
        TemplateFilter("length") { (value, arguments, _) throws(TemplateError) in
            .integer(try value.length(arguments.run, at: arguments.offset))
        },
        TemplateFilter("first") { (value, arguments, _) throws(TemplateError) in
            if let text = value.string, let first = text.unicodeScalars.first { return .string(String(first)) }
            if case .map(let map) = value, map.count > 0 { return map.key(at: 0) }
            let list = try value.elements(arguments.run, at: arguments.offset)
            return list.count > 0 ? list[0] : .undefined("the first of nothing")
        },
        TemplateFilter("last") { (value, arguments, _) throws(TemplateError) in
            // Unlike the first, the last of markup is markup.
            if let text = value.string, let last = text.unicodeScalars.last { return value.withText(String(last)) }
            let list = try value.elements(arguments.run, at: arguments.offset)
            return list.count > 0 ? list[list.count - 1] : .undefined("the last of nothing")
        },
        TemplateFilter("list") { (value, arguments, _) throws(TemplateError) in
            .list(try value.elements(arguments.run, at: arguments.offset).values)
        },
        TemplateFilter("reverse") { (value, arguments, _) throws(TemplateError) in
            if let text = value.string {
                var reversed = String.UnicodeScalarView()
                reversed += text.unicodeScalars.reversed()
                return value.withText(String(reversed))
            }
            return .list(try value.elements(arguments.run, at: arguments.offset).values.reversed())
        },
        TemplateFilter("join", ["d?", "attribute?"]) { (value, arguments, context) throws(TemplateError) in
            try join(value, arguments, context)
        },
        TemplateFilter("sum", ["attribute?", "start?"]) { (value, arguments, _) throws(TemplateError) in
            try sum(value, arguments)
        },
        TemplateFilter("batch", ["linecount", "fill_with?"]) { (value, arguments, _) throws(TemplateError) in
            guard let size = try arguments.integer(0), size > 0 else {
                throw arguments.invalid(0, expected: "1 or more")
            }
            let elements = try value.elements(arguments.run, at: arguments.offset).values
            var rows: [TemplateValue] = []
            for start in stride(from: 0, to: elements.count, by: size) {
                var row = Array(elements[start..<min(start + size, elements.count)])
                if let filler = arguments[1], row.count < size {
                    try arguments.run.checkRoom(forElements: size, "the batch", at: arguments.offset)
                    row += repeatElement(filler, count: size - row.count)
                }
                rows.append(.list(row))
            }
            return .list(rows)
        },
        TemplateFilter("slice", ["slices", "fill_with?"]) { (value, arguments, _) throws(TemplateError) in
            guard let count = try arguments.integer(0), count > 0 else {
                throw arguments.invalid(0, expected: "1 or more")
            }
            try arguments.run.checkRoom(forElements: count, "the list of slices", at: arguments.offset)
            let elements = try value.elements(arguments.run, at: arguments.offset).values
            let (size, longer) = elements.count.quotientAndRemainder(dividingBy: count)
            var start = 0
            var columns: [TemplateValue] = []
            for index in 0..<count {
                let end = start + size + (index < longer ? 1 : 0)
                var column = Array(elements[start..<end])
                if let filler = arguments[1], index >= longer { column.append(filler) }
                columns.append(.list(column))
                start = end
            }
            return .list(columns)
        },
    ]

    private static func sum(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let path = try arguments.path(0)
        let list = try value.elements(arguments.run, at: arguments.offset)
        var sum = arguments.given(1) ?? .integer(0)
        // Python has them joined instead.
        if sum.string != nil { throw .unsupported("sum", sum, at: arguments.offset) }
        // Lists are gathered in one, since making a new one for each would cost their lengths over and over.
        var gathered: [TemplateValue]?
        if case .list(let start) = sum, !start.isTuple { gathered = start.values }
        for index in 0..<list.count {
            let element = path.map { list[index].member(at: $0) } ?? list[index]
            if gathered != nil, case .list(let more) = element, !more.isTuple {
                try arguments.run.made(element, at: arguments.offset)
                gathered?.append(contentsOf: more.values)
            } else {
                sum = try Arithmetic.apply(.add, sum, element, arguments.run, at: arguments.offset)
            }
        }
        return gathered.map { .list($0) } ?? sum
    }

    private static func join(
        _ value: TemplateValue, _ arguments: BoundArguments, _ context: FilterContext
    ) throws(TemplateError) -> TemplateValue {
        let path = try arguments.path(1)
        let list = try value.elements(arguments.run, at: arguments.offset)
        let separator = arguments.given(0) ?? .string("")
        var elements: [TemplateValue] = []
        elements.reserveCapacity(list.count)
        for index in 0..<list.count { elements.append(path.map { list[index].member(at: $0) } ?? list[index]) }
        // If anything is markup, the whole is, and what is not is escaped.
        let isMarkup = context.escapes && (separator.hasHTML || elements.contains(where: \.hasHTML))
        let offset = arguments.offset
        let mark = isMarkup ? try separator.html(at: offset) : try separator.text(at: offset)
        var text = BoundedText(arguments.run, "the joined text", at: offset)
        for index in elements.indices {
            if index > 0 { try text.append(mark) }
            try text.append(isMarkup ? try elements[index].html(at: offset) : try elements[index].text(at: offset))
        }
        return isMarkup ? .markup(text.text) : .string(text.text)
    }
}

extension TemplateFilter {
    static let mapFilters = [
        TemplateFilter("items") { (value, arguments, _) throws(TemplateError) in
            switch value {
            case .map(let map): .list(map.items)
            case .undefined: .list([TemplateValue]())
            case .none, .bool, .integer, .number, .string, .markup, .list, .object:
                throw .unsupported("items", value, at: arguments.offset)
            }
        },
        TemplateFilter("attr", ["name"]) { (value, arguments, _) throws(TemplateError) in
            try value.attribute(try arguments.string(0), arguments.run, at: arguments.offset)
        },
    ]
}
