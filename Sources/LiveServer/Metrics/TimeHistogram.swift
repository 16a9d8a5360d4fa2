/// How many of some times were how long.
struct TimeHistogram: Sendable {
    /// The upper bounds of the buckets, in microseconds.
    static let bounds = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]

    /// By bucket, and those above all bounds.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var sum = Duration.zero

    mutating func add(_ time: Duration, times count: Int = 1) {
        sum += time
        let bucket = Self.bounds.firstIndex { time <= .microseconds($0) } ?? Self.bounds.count
        counts[bucket] += count
    }
}
