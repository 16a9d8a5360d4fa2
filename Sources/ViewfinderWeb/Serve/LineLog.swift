import Logging
import TextLayout
import Viewfinder

/// Writes a log as lines on the standard error: the time of day (UTC), the level where it is not usual, what happened.
struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, last in last }
        let facts = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let level = event.level == .info ? "" : "\(event.level) "
        // A log that cannot be written must not end the server.
        try? Output.errors.words(ReadableText.line("\(Self.time(RealTime.date)) \(level)\(event.message)\(facts)"))
    }

    /// Hours, minutes, seconds and milliseconds of a time since 1970.
    static func time(_ time: Duration) -> String {
        let milliseconds = Int(time / .milliseconds(1)) % 86_400_000
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
        let fraction = String(1000 + rest).dropFirst()
        return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(fraction)"
    }
}
