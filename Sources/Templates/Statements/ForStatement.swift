import Markup

/// `{% for target in elements %}...{% else %}...{% endfor %}`
final class ForStatement: DynamicStatement, LoopBody {
    let target: AssignmentTarget
    let elements: any Expression
    let condition: (any Expression)?
    /// Where the `loop` object is kept; nil when the body does not use it.
    let loopSlot: Int?
    let scope: ScopedBody
    let otherwise: TemplateBody?
    /// Notes that there is nothing to go through, where somebody watches.
    let noRows: BranchMark?
    let isRecursive: Bool
    /// How deep the body is nested.
    let nesting: Int
    let offset: Int

    init(
        target: AssignmentTarget, elements: any Expression, condition: (any Expression)?, loopSlot: Int?,
        scope: ScopedBody, otherwise: TemplateBody?, noRows: BranchMark?, isRecursive: Bool, nesting: Int, offset: Int
    ) {
        self.target = target
        self.elements = elements
        self.condition = condition
        self.loopSlot = loopSlot
        self.scope = scope
        self.otherwise = otherwise
        self.noRows = noRows
        self.isRecursive = isRecursive
        self.nesting = nesting
        self.offset = offset
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        let list = try elements.evaluate(&frame).elements(frame.context.run, at: elements.offset)
        try run(over: list, &frame, to: &output, depth: 0)
    }

    /// Runs the loop over some elements, at a level of recursion.
    func run(
        over list: any TemplateList, _ frame: inout TemplateFrame, to output: inout TemplateOutput, depth: Int
    ) throws(TemplateError) {
        let list = try filtered(list, &frame)
        let stream = list as? StreamList
        // Whether a stream is empty only the page knows.
        if list.count == 0, stream == nil {
            if let otherwise { return try otherwise.run(&frame, to: &output) }
            noRows?.note()
        }
        let loop = loopSlot.map { _ in Loop(list: list, depth: depth, body: self, frame: frame) }
        var rows = ContiguousArray<Rendered>()
        var keys = RowKeys()
        if output.isTree { rows.reserveCapacity(list.count) }
        // The body may change the list, as in Python.
        var index = 0
        while index < list.count {
            defer { index += 1 }
            let element = list[index]
            if output.isTree { keys.note(element, at: index) }
            frame.clear(scope.slots)
            if let loop, let loopSlot {
                loop.index = index
                frame.slots[loopSlot] = .object(loop)
            }
            try target.assign(element, &frame)
            if let row = try scope.body.node(&frame, to: &output) { rows.append(row) }
        }
        if output.isTree { output.append(.list(stream?.rows(rows) ?? keys.list(rows))) }
    }

    /// Runs all of it: what a loop assigns may depend on what it prints.
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        var output = TemplateOutput.html()
        try run(&frame, to: &output)
    }

    /// The elements for which the loop's condition holds.
    private func filtered(_ list: any TemplateList, _ frame: inout TemplateFrame) throws(TemplateError)
        -> any TemplateList
    {
        guard let condition else { return list }
        var kept: [TemplateValue] = []
        var index = 0
        while index < list.count {
            defer { index += 1 }
            try frame.context.run.work(at: offset)
            let element = list[index]
            frame.clear(scope.slots)
            try target.assign(element, &frame)
            if try condition.evaluate(&frame).isTrue { kept.append(element) }
        }
        return (list as? StreamList)?.keeping(kept) ?? ValueList(kept)
    }
}

/// What tells the rows of a loop apart: the `id` of each element, if the first one has any.
private struct RowKeys {
    private var keys: ContiguousArray<ValueKey>?

    /// Notes the next element.
    ///
    /// - Parameter index: Its place among all.
    mutating func note(_ element: TemplateValue, at index: Int) {
        guard index == 0 || keys != nil else { return }
        guard case .map(let map) = element, let id = map.value(forKey: "id") else {
            keys?.append(.undefined)
            return
        }
        if index == 0 { keys = [] }
        keys?.append(ValueKey(id) ?? .undefined)
    }

    /// The rows as a list, told apart by their keys, or by their place if they have none.
    func list(_ rows: ContiguousArray<Rendered>) -> RenderedList {
        .rows(rows, by: keys)
    }
}
