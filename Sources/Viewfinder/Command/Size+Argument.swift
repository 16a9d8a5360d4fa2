import ArgumentParser
import TextLayout

extension Size: ExpressibleByArgument {
    /// Reads `80x24`: columns, then rows, each from 1 to 1,000.
    public init?(argument: String) {
        let numbers = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
            (1...1000).contains(columns), (1...1000).contains(rows)
        else { return nil }
        self.init(columns: columns, rows: rows)
    }

    public var defaultValueDescription: String { "\(columns)x\(rows)" }
}
