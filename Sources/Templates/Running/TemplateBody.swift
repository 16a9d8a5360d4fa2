import LiveProtocol
import Markup

/// Parts of a rendered node whose statics are those of a compiled template.
typealias RenderedParts = ContiguousArray<Rendered.Part>

/// A stretch of a template: pieces of HTML that never change, and what runs or changes between them.
///
/// The pieces are one object for all renderings, so that an update sends changed places only.
final class TemplateBody: Sendable {
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

    private final class OneStep: TemplateSteps {
        private let piece: Range<Int>
        private let statement: any Statement

        init(_ step: Step) {
            piece = step.piece
            statement = step.statement
        }

        func run(
            _ pieces: UnsafeBufferPointer<UInt8>, _ frame: inout TemplateFrame, to output: inout TemplateOutput
        ) throws(TemplateError) {
            output.append(piece: pieces, piece)
            try statement.run(&frame, to: &output)
        }
    }

    private final class StepPair: TemplateSteps {
        private let first: any TemplateSteps
        private let second: any TemplateSteps

        init(_ first: any TemplateSteps, _ second: any TemplateSteps) {
            self.first = first
            self.second = second
        }

        func run(
            _ pieces: UnsafeBufferPointer<UInt8>, _ frame: inout TemplateFrame, to output: inout TemplateOutput
        ) throws(TemplateError) {
            try first.run(pieces, &frame, to: &output)
            try second.run(pieces, &frame, to: &output)
        }
    }

    private final class NoSteps: TemplateSteps {
        func run(
            _ pieces: UnsafeBufferPointer<UInt8>, _ frame: inout TemplateFrame, to output: inout TemplateOutput
        ) throws(TemplateError) {}
    }

    let statics: Statics
    /// The bytes of all pieces, one after another.
    private let pieces: ContiguousArray<UInt8>
    let steps: [Step]
    /// The steps as they are run.
    private let tree: any TemplateSteps
    private let placeCount: Int
    /// Where the tag stands to which it belongs.
    private let offset: Int
    /// The statics up to a number of places, for each at which `{% extends %}` may end the output.
    private let prefixes: [Int: Statics]
    private let hasPrefixes: Bool
    /// Where the piece after the last step lies.
    private let tail: Range<Int>

    init(
        statics: Statics, pieces: ContiguousArray<UInt8>, steps: [Step], placeCount: Int, offset: Int,
        prefixes: [Int: Statics]
    ) {
        self.statics = statics
        self.pieces = pieces
        self.steps = steps
        tree = Self.tree(steps[...])
        self.placeCount = placeCount
        self.offset = offset
        self.prefixes = prefixes
        hasPrefixes = !prefixes.isEmpty
        tail = (steps.last?.piece.upperBound ?? 0)..<pieces.count
    }

    private static func tree(_ steps: ArraySlice<Step>) -> any TemplateSteps {
        guard let first = steps.first else { return NoSteps() }
        if steps.count == 1 { return OneStep(first) }
        let middle = (steps.startIndex + steps.endIndex) / 2
        return StepPair(tree(steps[..<middle]), tree(steps[middle...]))
    }

    /// Leaves the body at the next place.
    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        if let node = try node(&frame, to: &output) { output.append(.node(node)) }
    }

    /// Runs the body as a node of its own; nil when HTML is written.
    func node(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) -> Rendered? {
        try frame.context.run.work(at: offset)
        try frame.context.run.make(pieces.count, at: offset)
        guard output.isTree else {
            _ = try runSteps(&frame, to: &output)
            return nil
        }
        let outer = output.beginNode(places: placeCount)
        let prefix = try runSteps(&frame, to: &output)
        return Rendered(statics: prefix ?? statics, parts: output.endNode(within: outer))
    }

    /// Runs all steps.
    ///
    /// - Returns: The statics around the places that were filled; nil when they are those of the whole body.
    private func runSteps(
        _ frame: inout TemplateFrame, to output: inout TemplateOutput
    ) throws(TemplateError) -> Statics? {
        try pieces.withUnsafeBufferPointer { (pieces) throws(TemplateError) in
            if hasPrefixes {
                if let prefix = try runUntilExtended(pieces, &frame, to: &output) { return prefix }
            } else {
                try tree.run(pieces, &frame, to: &output)
            }
            output.append(piece: pieces, tail)
            return nil
        }
    }

    /// Runs the steps until one extends another template, and the others for their effects only.
    ///
    /// - Returns: The statics around the places that were filled; nil when nothing is extended.
    private func runUntilExtended(
        _ pieces: UnsafeBufferPointer<UInt8>, _ frame: inout TemplateFrame, to output: inout TemplateOutput
    ) throws(TemplateError) -> Statics? {
        for (index, step) in steps.enumerated() {
            output.append(piece: pieces, step.piece)
            try step.statement.run(&frame, to: &output)
            if frame.parent != nil, let prefix = prefixes[step.placeCount] {
                for later in steps[(index + 1)...] { try later.statement.runSilently(&frame) }
                return prefix
            }
        }
        return nil
    }

    /// Runs for its effects only.
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        for step in steps { try step.statement.runSilently(&frame) }
    }
}

/// Some steps in a row.
///
/// They are a tree of constants that are always there: running what an array or an optional has would count references,
/// which costs more than most steps do.
private protocol TemplateSteps: AnyObject, Sendable {
    func run(
        _ pieces: UnsafeBufferPointer<UInt8>, _ frame: inout TemplateFrame, to output: inout TemplateOutput
    ) throws(TemplateError)
}
