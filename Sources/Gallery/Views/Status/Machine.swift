/// A machine that is made up: its values wander, the same way from the same start.
struct Machine: Encodable, Sendable {
    private(set) var load = 40
    private(set) var memory = 55
    private(set) var heat = 48
    /// Of the backup that runs all the time, in percent.
    private(set) var backup = 0
    private(set) var backups = 0
    private var seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    /// Lets a second pass.
    mutating func advance() {
        // Nothing strays far for long.
        load = wandered(load + (45 - load) / 8, by: 14, in: 2...100)
        memory = wandered(memory, by: 5, in: 20...95)
        // Heat follows load, slowly.
        heat = wandered(heat + (load - heat) / 5, by: 2, in: 30...95)
        backup += 4 + random(below: 5)
        if backup >= 100 {
            backup = 0
            backups += 1
        }
    }

    private mutating func wandered(_ value: Int, by step: Int, in range: ClosedRange<Int>) -> Int {
        min(max(value + random(below: 2 * step + 1) - step, range.lowerBound), range.upperBound)
    }

    /// A number of Marsaglia's xorshift generator; good enough for a show.
    private mutating func random(below limit: Int) -> Int {
        seed ^= seed << 13
        seed ^= seed >> 7
        seed ^= seed << 17
        return Int(seed % UInt64(limit))
    }
}
