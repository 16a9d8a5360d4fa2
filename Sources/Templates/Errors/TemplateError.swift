/// What is wrong with a template, or went wrong while it was rendered.
public struct TemplateError: Error, Equatable, Sendable {
    package let problem: TemplateProblem
    /// Where it is wrong; nil when no file has to do with it.
    public private(set) var place: TemplatePlace?
    /// The includes, imports and layouts that led there, nearest first.
    public private(set) var trail: [TemplatePlace] = []
    /// The offset in the template being run, until its place is known.
    private var offset: Int

    init(_ problem: TemplateProblem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }

    /// The error with its place in the template where it was thrown; unchanged when the place is known.
    func placed(in source: TemplateSource) -> TemplateError {
        guard place == nil else { return self }
        var error = self
        error.place = source.place(of: offset)
        return error
    }

    /// The error of another template, met from a place in this one.
    func reached(from source: TemplateSource, at offset: Int) -> TemplateError {
        guard place != nil else {
            var error = self
            error.offset = offset
            return error.placed(in: source)
        }
        var error = self
        error.trail.append(source.place(of: offset))
        return error
    }
}

extension TemplateError: CustomStringConvertible {
    /// The place and the problem in one line.
    public var message: String {
        place.map { "\($0): \(problem)" } ?? problem.description
    }

    /// The message, the line with a caret, a hint, and how the place was reached.
    public var description: String {
        var lines = [message]
        if let place { lines.append(place.excerpt) }
        if let hint = problem.hint { lines.append("    \(hint)") }
        // A template that includes itself would give the same line over and over.
        lines += trail.prefix(8).map { "  reached from \($0)" }
        if trail.count > 8 { lines.append("  and \(trail.count - 8) more") }
        return lines.joined(separator: "\n")
    }
}
