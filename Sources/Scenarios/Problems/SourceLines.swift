/// A line of a file.
package struct SourceLine: Hashable, Sendable {
    package let path: String
    /// From 1.
    package let line: Int
}

/// Lines of a file that stand together.
package struct SourceLines: Hashable, Sendable {
    package let path: String
    package let lines: ClosedRange<Int>

    func contains(_ line: SourceLine) -> Bool { line.path == path && lines.contains(line.line) }
}
