import Foundation

/// Checks that a usual test run makes a few times, and a campaign (`.ci/campaign`) hundreds of times.
public enum Campaign {
    /// What the campaign multiplies the usual number of rounds by.
    private static let factor = environment("VIEWFINDER_CAMPAIGN").flatMap(Int.init) ?? 1

    /// Whether a campaign is under way.
    public static var isRunning: Bool { factor > 1 }

    /// How many rounds to make of a check.
    ///
    /// - Parameter usual: How many a usual test run makes.
    public static func rounds(usually usual: Int) -> Int { usual * factor }

    /// Writes down a figure for `Tests/Campaign.md`: one row of its table.
    ///
    /// - Parameters:
    ///   - area: What of the program was tried, such as `terminal`.
    ///   - check: What was tried, in a few words.
    ///   - figure: What came of it, as `0 of 1000 broken`.
    public static func report(_ area: String, _ check: String, _ figure: String) throws {
        guard let path = environment("VIEWFINDER_CAMPAIGN_FILE") else { return }
        let row = "| \(area) | \(check) | \(figure) |\n"
        guard let file = fopen(path, "a") else { throw CocoaError(.fileWriteUnknown) }
        defer { fclose(file) }
        fputs(row, file)
    }

    private static func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
