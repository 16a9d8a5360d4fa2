import LiveProtocol
import Markup

/// Parts of a rendered node whose statics are those of a compiled template.
typealias RenderedParts = ContiguousArray<Rendered.Part>

/// A stretch of a template: pieces of HTML that never change, and what runs or changes between them.
///
/// The pieces are one object for all renderings, so that an update sends changed places only.
struct TemplateBody: Sendable {
    /// A statement and the piece before it.
    final class Step: Sendable {
        /// Where the piece lies among the bytes of all pieces.
        let piece: Range<Int>
        let statement: any Statement
        /// How many places are filled after it.
        let placeCount: Int

        init(piece: Range<Int>, statement: any Statement, placeCount: Int) {
            self.piece = piece
            self.statement = statement
            self.placeCount = placeCount
        }
    }

    let statics: Statics
    /// The bytes of all pieces, one after another.
    let pieces: ContiguousArray<UInt8>
    let steps: ContiguousArray<Step>
    let placeCount: Int
    /// Where the tag stands to which it belongs.
    let offset: Int
    /// The statics up to a number of places, for each at which `{% extends %}` may end the output.
    let prefixes: [Int: Statics]

    /// Leaves the body at the next place.
    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        if let node = try node(&frame, to: &output) { output.append(.node(node)) }
    }

    /// Runs the body as a node of its own; nil when HTML is written.
    func node(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) -> Rendered? {
        guard output.isTree else {
            _ = try runSteps(&frame, to: &output)
            return nil
        }
        let outer = output.beginNode(places: placeCount)
        let statics = try runSteps(&frame, to: &output)
        return Rendered(statics: statics, parts: output.endNode(within: outer))
    }

    /// Runs all steps.
    ///
    /// - Returns: The statics around the places that were filled.
    private func runSteps(
        _ frame: inout TemplateFrame, to output: inout TemplateOutput
    ) throws(TemplateError) -> Statics {
        try frame.context.run.work(at: offset)
        try frame.context.run.make(pieces.count, at: offset)
        return try pieces.withUnsafeBufferPointer { (pieces) throws(TemplateError) in
            var end = 0
            for index in steps.indices {
                let step = steps[index]
                end = step.piece.upperBound
                output.append(piece: pieces, step.piece)
                try step.statement.run(&frame, to: &output)
                if !prefixes.isEmpty, frame.parent != nil, let prefix = prefixes[step.placeCount] {
                    for later in steps[(index + 1)...] { try later.statement.runSilently(&frame) }
                    return prefix
                }
            }
            output.append(piece: pieces, end..<pieces.count)
            return statics
        }
    }

    /// Runs for its effects only.
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        for step in steps { try step.statement.runSilently(&frame) }
    }
}
