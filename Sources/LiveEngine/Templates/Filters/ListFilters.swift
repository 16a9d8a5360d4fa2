extension TemplateFilter {
    static let listFilters = [
        TemplateFilter("length") { (value, arguments, _) throws(TemplateError) in
            .integer(try value.length(at: arguments.offset))
        },
        TemplateFilter("first") { (value, arguments, _) throws(TemplateError) in
            let list = try value.elements(at: arguments.offset)
            return list.count > 0 ? list[0] : .undefined("the first of nothing")
        },
        TemplateFilter("last") { (value, arguments, _) throws(TemplateError) in
            let list = try value.elements(at: arguments.offset)
            return list.count > 0 ? list[list.count - 1] : .undefined("the last of nothing")
        },
        TemplateFilter("list") { (value, arguments, _) throws(TemplateError) in
            .list(try value.elements(at: arguments.offset).values)
        },
        TemplateFilter("reverse") { (value, arguments, _) throws(TemplateError) in
            if let text = value.string {
                var reversed = String.UnicodeScalarView()
                reversed += text.unicodeScalars.reversed()
                return value.withText(String(reversed))
            }
            return .list(try value.elements(at: arguments.offset).values.reversed())
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
            let elements = try value.elements(at: arguments.offset).values
            var rows: [TemplateValue] = []
            for start in stride(from: 0, to: elements.count, by: size) {
                var row = Array(elements[start..<min(start + size, elements.count)])
                if let filler = arguments[1], size <= Arithmetic.lengthLimit {
                    row += repeatElement(filler, count: size - row.count)
                }
                rows.append(.list(row))
            }
            return .list(rows)
        },
        TemplateFilter("slice", ["slices", "fill_with?"]) { (value, arguments, _) throws(TemplateError) in
            guard let count = try arguments.integer(0), (1...Arithmetic.lengthLimit).contains(count) else {
                throw arguments.invalid(0, expected: "1 or more")
            }
            let elements = try value.elements(at: arguments.offset).values
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
        let list = try value.elements(at: arguments.offset)
        var sum = arguments.given(1) ?? .integer(0)
        // Lists are gathered in one, since making a new one for each would cost their lengths over and over.
        var gathered: [TemplateValue]?
        if case .list(let start) = sum, !start.isTuple { gathered = start.values }
        for index in 0..<list.count {
            let element = path.map { list[index].member(at: $0) } ?? list[index]
            if gathered != nil, case .list(let more) = element, !more.isTuple {
                gathered?.append(contentsOf: more.values)
            } else {
                sum = try Arithmetic.apply(.add, sum, element, at: arguments.offset)
            }
        }
        return gathered.map { .list($0) } ?? sum
    }

    private static func join(
        _ value: TemplateValue, _ arguments: BoundArguments, _ context: FilterContext
    ) throws(TemplateError) -> TemplateValue {
        let path = try arguments.path(1)
        let list = try value.elements(at: arguments.offset)
        let separator = arguments.given(0) ?? .string("")
        var elements: [TemplateValue] = []
        elements.reserveCapacity(list.count)
        for index in 0..<list.count { elements.append(path.map { list[index].member(at: $0) } ?? list[index]) }
        // If anything is markup, the whole is, and what is not is escaped.
        let isMarkup = context.escapes && (separator.isMarkup || elements.contains(where: \.isMarkup))
        let offset = arguments.offset
        let mark = isMarkup ? try separator.html(at: offset) : try separator.text(at: offset)
        var text = HTMLBuffer()
        for index in elements.indices {
            if index > 0 { text.append(mark) }
            text.append(isMarkup ? try elements[index].html(at: offset) : try elements[index].text(at: offset))
        }
        return isMarkup ? .markup(text.text) : .string(text.text)
    }
}
