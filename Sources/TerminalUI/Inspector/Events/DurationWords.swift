/// Durations for people.
enum DurationWords {
    /// A duration in the unit that suits it, with at most three digits that count.
    static func short(_ duration: Duration) -> String {
        let parts = duration.components
        let microseconds = Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12
        switch microseconds {
        case ..<1_000: return "\(Int(microseconds.rounded())) µs"
        case ..<1_000_000: return "\((microseconds / 100).rounded() / 10) ms"
        default: return "\((microseconds / 10_000).rounded() / 100) s"
        }
    }
}
