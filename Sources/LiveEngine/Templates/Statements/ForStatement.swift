/// `{% for target in elements %}...{% else %}...{% endfor %}`
final class ForStatement: DynamicStatement {
    let target: AssignmentTarget
    let elements: any Expression
    let condition: (any Expression)?
    /// Where the `loop` object is kept; nil when the body does not use it.
    let loopSlot: Int?
    let scope: ScopedBody
    let otherwise: TemplateBody?
    let isRecursive: Bool
    /// How deep the body is nested.
    let nesting: Int
    let offset: Int

    init(
        target: AssignmentTarget, elements: any Expression, condition: (any Expression)?, loopSlot: Int?,
        scope: ScopedBody, otherwise: TemplateBody?, isRecursive: Bool, nesting: Int, offset: Int
    ) {
        self.target = target
        self.elements = elements
        self.condition = condition
        self.loopSlot = loopSlot
        self.scope = scope
        self.otherwise = otherwise
        self.isRecursive = isRecursive
        self.nesting = nesting
        self.offset = offset
    }

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        let list = try elements.evaluate(&frame).elements(at: elements.offset)
        return try render(list, &frame, depth: 0)
    }

    /// Renders the loop over some elements, at a level of recursion.
    func render(_ list: any TemplateList, _ frame: inout TemplateFrame, depth: Int) throws(TemplateError) -> Dynamic {
        let list = try filtered(list, &frame)
        let count = list.count
        let stream = list as? StreamList
        // Whether a stream is empty only the page knows.
        if count == 0, stream == nil, let otherwise { return .node(try otherwise.render(&frame)) }
        let loop = loopSlot.map { _ in Loop(list: list, depth: depth, statement: self, frame: frame) }
        var rows = ContiguousArray<Rendered>()
        rows.reserveCapacity(count)
        var keys: ContiguousArray<ValueKey>?
        for index in 0..<count {
            let element = list[index]
            if case .map(let map) = element, index == 0 || keys != nil {
                let id = map.value(forKey: "id")
                if index == 0, id != nil { keys = [] }
                keys?.append(id.map { ValueKey($0) } ?? .undefined)
            } else {
                keys?.append(.undefined)
            }
            frame.clear(scope.slots)
            if let loop, let loopSlot {
                loop.index = index
                frame.slots[loopSlot] = .object(loop)
            }
            try target.assign(element, &frame)
            rows.append(try scope.body.render(&frame))
        }
        if let stream { return .list(stream.rows(rows)) }
        if let keys { return .list(KeyedRows(keys: keys, rows: rows)) }
        return .list(RowArray(rows: rows))
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) { _ = try render(&frame) }

    /// The elements for which the loop's condition holds.
    private func filtered(_ list: any TemplateList, _ frame: inout TemplateFrame) throws(TemplateError)
        -> any TemplateList
    {
        guard let condition else { return list }
        var kept: [TemplateValue] = []
        for index in 0..<list.count {
            let element = list[index]
            frame.clear(scope.slots)
            try target.assign(element, &frame)
            if try condition.evaluate(&frame).isTrue { kept.append(element) }
        }
        return (list as? StreamList)?.keeping(kept) ?? ValueList(kept)
    }
}
