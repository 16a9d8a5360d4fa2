import LiveProtocol

/// Parts of a rendered node whose statics are those of a compiled template.
typealias RenderedParts = ContiguousArray<Rendered.Part>

extension RenderedParts {
    init(capacity: Int) {
        self.init()
        reserveCapacity(capacity)
    }

    init(nodes: [Rendered]) { self.init(nodes.map { Rendered.Part(before: .empty, dynamic: .node($0)) }) }

    mutating func append(_ dynamic: Dynamic) { append(Rendered.Part(before: .empty, dynamic: dynamic)) }
}

/// A stretch of a template: pieces of HTML that never change, and what runs or changes between them.
///
/// The pieces are one object for all renderings, so that an update sends changed places only.
struct TemplateBody: Sendable {
    enum Step: Sendable {
        /// Runs for its effect.
        case effect(any Statement)
        /// Gives what stands at the next changing place.
        case place(any DynamicStatement)
    }

    let statics: Statics
    let steps: [Step]
    let dynamicCount: Int
    /// The statics up to a number of changing places, for each at which `{% extends %}` may end the output.
    let prefixes: [Int: Statics]

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Rendered {
        var parts = RenderedParts(capacity: dynamicCount)
        for step in steps {
            switch step {
            case .place(let statement): parts.append(try statement.render(&frame))
            case .effect(let statement): try statement.run(&frame)
            }
            if !prefixes.isEmpty, frame.parent != nil, let prefix = prefixes[parts.count] {
                try runSilently(&frame, from: parts.count)
                return Rendered(statics: prefix, parts: parts)
            }
        }
        return Rendered(statics: statics, parts: parts)
    }

    /// Runs for its effects only.
    ///
    /// - Parameter count: The number of changing places that were filled before.
    func runSilently(_ frame: inout TemplateFrame, from count: Int = 0) throws(TemplateError) {
        var places = 0
        for step in steps {
            switch step {
            case .effect(let statement): if places >= count { try statement.run(&frame) }
            case .place(let statement):
                if places >= count { try statement.runSilently(&frame) }
                places += 1
            }
        }
    }
}
